/**
 * Reads the gaps of a message, such as `{name}` or `{count, plural, one {# day} other {# days}}`. Whether the message is
 * right in every detail is for the build, which has the real ICU parser; this tells what a translator can get wrong.
 */

/** Names of the gaps of a message, those inside plural forms too; or the first fault, in plain words. */
export function gapsOf(message: string): { names: Set<string>; fault: string | null } {
	const names = new Set<string>();
	let at = 0;

	const skip = (pattern: RegExp): string => {
		pattern.lastIndex = at;
		const found = pattern.exec(message)?.[0] ?? '';
		at += found.length;
		return found;
	};
	const expect = (mark: string, after: string) => {
		skip(/\s*/y);
		if (message[at] !== mark) throw new SyntaxError(`the gap “${after}” lacks its ${mark}`);
		at += 1;
	};

	/** Text up to the end, or up to the brace that closes a plural form. */
	const text = (inside: boolean): void => {
		while (at < message.length) {
			skip(/[^'{}]+/y);
			// A quote before a brace hides everything up to the next quote.
			if (message[at] === "'") skip(/'(?=[{}])[^']*'?|''|'/y);
			else if (message[at] === '{') gap();
			else if (message[at] === '}') {
				if (inside) return;
				throw new SyntaxError('a } has no { before it');
			}
		}
		if (inside) throw new SyntaxError('a { is never closed');
	};

	const gap = (): void => {
		at += 1;
		skip(/\s*/y);
		const name = skip(/[\p{L}\p{N}_]+/uy);
		if (name === '') throw new SyntaxError('a gap has no name');
		names.add(name);
		skip(/\s*/y);
		if (message[at] !== ',') return expect('}', name);
		at += 1;
		skip(/\s*/y);
		const kind = skip(/[a-z]+/iy);
		if (!['plural', 'select', 'selectordinal'].includes(kind)) {
			skip(/[^{}]*/y);
			return expect('}', name);
		}
		expect(',', name);
		const forms = new Set<string>();
		for (skip(/\s*(?:offset:\d+)?\s*/y); at < message.length && message[at] !== '}'; skip(/\s*/y)) {
			forms.add(skip(/[^\s{}]+/y));
			expect('{', name);
			text(true);
			expect('}', name);
		}
		if (!forms.has('other')) throw new SyntaxError(`the gap “${name}” lacks the form “other”`);
		expect('}', name);
	};

	try {
		text(false);
		return { names, fault: null };
	} catch (error) {
		return { names, fault: (error as Error).message };
	}
}
