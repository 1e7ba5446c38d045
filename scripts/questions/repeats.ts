/**
 * Keys that stand twice in one object of a JSON text, which a parser drops without a word: the address of each. The text
 * must be valid JSON.
 */
export function repeatedKeys(json: string): string[] {
	const repeats: string[] = [];
	const open: { keys: Set<string> | null; key: string }[] = [];
	const tokens = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;
	for (const [token, colon] of json.matchAll(tokens)) {
		const inner = open.at(-1);
		if (token === '{' || token === '[') open.push({ keys: token === '{' ? new Set() : null, key: '' });
		else if (token === '}' || token === ']') open.pop();
		else if (colon !== undefined && inner !== undefined && inner.keys !== null) {
			inner.key = JSON.parse(token.slice(0, -colon.length)) as string;
			if (inner.keys.has(inner.key)) repeats.push(open.flatMap(({ key }) => (key === '' ? [] : [key])).join('.'));
			inner.keys.add(inner.key);
		}
	}
	return repeats;
}
