/** JSON from anyone, within bounds: what a text would need once it is read is told before it is read. */

/** Most values, lists and objects that a text may hold: as many as the fullest of our files has at its longest. */
export const mostValues = 6_000_000;

const [quote, escape, comma, list, object] = [34, 92, 44, 91, 123];

/** Commas and opening brackets outside of texts, counted up to `most`. Once through the text, whatever it is. */
const valuesIn = (text: string, most: number): number => {
	let count = 0;
	let inside = false;
	for (let i = 0; i < text.length && count <= most; i += 1) {
		const unit = text.charCodeAt(i);
		if (inside) {
			if (unit === escape) i += 1;
			else if (unit === quote) inside = false;
		} else if (unit === quote) inside = true;
		else if (unit === comma || unit === list || unit === object) count += 1;
	}
	return count;
};

/**
 * What the text of a file holds, a byte order mark passed over, or why it is not read. Total: sixty million characters of
 * nothing but brackets would take gigabytes and half a minute.
 */
export const parseJson = (text: string): { readonly json: unknown } | { readonly fault: 'not-json' | 'too-large' } => {
	if (valuesIn(text, mostValues) > mostValues) return { fault: 'too-large' };
	try {
		return { json: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
	} catch {
		return { fault: 'not-json' };
	}
};
