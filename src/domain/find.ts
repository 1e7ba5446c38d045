/** Result codes in whatever people paste: chats, mails, spreadsheets (formats.md, Codes). */
import { alphabet, lengthFor } from './base64url';
import { decodeSent, mark, type Decoded } from './code';

export interface Found {
	/** The code without white space, or the first 24 characters of what is faulty. */
	readonly text: string;
	readonly result: Decoded;
}

/** What a code or a link may be made of; the rest of a text is passed over. */
const runs = /[\w-]+/g;
/** The end of a link's address before the code, plain or percent-encoded, once or more often. */
const route = /(?:#|%(?:25)*23)(?:\/|%(?:25)*2F)r(?:\/|%(?:25)*2F)$/i;
/** Two hex digits that belong to a percent sign before the run. */
const escape = /^(?:25)*[\dA-F]{2}/i;
/** What mail puts inside: white space, invisible breaks, quote marks at the beginning of a line. */
const gap = /[\s\u00ad\u200b-\u200f\u2060]{1,40}(?:>[>\s]{0,20})?/y;
/** No code is longer. */
const part = /[\w-]{0,1400}/y;
const escaped = /%(?:25)*([\dA-F]{2})/iy;
/** More breaks than any mail makes; a bound keeps long texts quick. */
const mostGaps = 24;
/** What may touch the end of a code: Markdown's underscores, or the next link or code where a break was lost. */
const behind = /[-_]*(?![\w-])|https?:|F1[\w-]{20}/y;
/** Shorter ones are not taken for a code unless they stand in a link of ours. */
const least = 22;
/** Words, numbers, camel case. */
const word = /^(?:\d+|[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*)?$/;
const excerpt = 24;

/** Words joined by hyphens, and ids in hex, as in a web address. */
const ordinary = (run: string): boolean => {
	const parts = run.slice(mark.length).split(/[-_]/);
	return parts.every((part) => word.test(part)) || parts.every((part) => /^[\dA-F]*$/i.test(part));
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
	pattern.lastIndex = at;
	return pattern.exec(text);
};

/** Characters of a whole code, mark included, by what the first two after the mark say. */
const codeLength = (high: string, low: string): number =>
	mark.length + lengthFor((alphabet.indexOf(high) * 64 + alphabet.indexOf(low)) >> 2);

/** The code that begins at `start`, as long as it says it is or as far as it goes, and where it ends in the text. */
const gather = (text: string, start: number): { code: string; end: number } => {
	let [code, at, gaps] = [mark, start + mark.length, 0];
	let whole = Infinity;
	for (;;) {
		const before = code.length;
		code += matchAt(part, text, at)![0];
		at += code.length - before;
		if (whole === Infinity && code.length >= mark.length + 2)
			whole = Math.max(before, codeLength(code[mark.length]!, code[mark.length + 1]!));
		if (code.length >= whole) return { code: code.slice(0, whole), end: at - (code.length - whole) };
		const coded = text[at] === '%' ? matchAt(escaped, text, at) : null;
		const character = coded && String.fromCharCode(parseInt(coded[1]!, 16));
		if (coded && alphabet.includes(character!)) {
			code += character;
			at += coded[0].length;
			continue;
		}
		const between = coded && /\s/.test(character!) ? coded : matchAt(gap, text, at);
		gaps += 1;
		if (!between || gaps > mostGaps) return { code, end: at };
		at += between[0].length;
	}
};

/**
 * Every result code in any text, in its order: bare or in a link, with white space that mail put inside, percent-encoded,
 * several. What looks like one and is faulty is reported once. A code that stands twice is found twice. Total.
 */
export const findCodes = (text: string, instrumentId = 'fulcrum'): readonly Found[] => {
	const found: Found[] = [];
	runs.lastIndex = 0;
	for (let match = runs.exec(text); match; match = runs.exec(text)) {
		const after = match.index + match[0].length;
		const coded = text[match.index - 1] === '%' ? (escape.exec(match[0])?.[0].length ?? 0) : 0;
		const start = match.index + coded + /^[-_]*/.exec(match[0].slice(coded))![0].length;
		const run = text.slice(start, after);
		const linked = route.test(text.slice(Math.max(0, start - 40), start));
		if (!run.startsWith(mark)) {
			if (linked && run.length >= least) found.push({ text: run.slice(0, excerpt), result: { fault: 'foreign' } });
			continue;
		}
		const { code, end } = gather(text, start);
		const result = matchAt(behind, text, end) ? decodeSent(code, instrumentId) : ({ fault: 'damaged' } as const);
		const damaged = 'fault' in result && result.fault === 'damaged';
		if (!damaged) runs.lastIndex = end;
		else if (!linked && (run.length < least || ordinary(run))) continue;
		const shown = (code.length < run.length ? run : code).slice(0, excerpt);
		found.push({ text: 'sent' in result ? code : shown, result });
	}
	return found;
};
