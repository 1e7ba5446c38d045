/** What each result of a file lost on the way in. */
import type { FileRead } from './file';

/** Of each result that was read, in their order, what of it was not kept whole, without its address in the file. */
export const lostIn = ({ kind, results, refused, dropped }: FileRead): readonly (readonly string[])[] => {
	if (kind === 'result') return results.map(() => dropped);
	const lost = new Map<string, string[]>();
	for (const what of dropped) {
		const cut = what.indexOf('.');
		const where = what.slice(0, cut);
		const there = lost.get(where);
		if (there) there.push(what.slice(cut + 1));
		else lost.set(where, [what.slice(cut + 1)]);
	}
	const gone = new Set(refused.map(({ where }) => where));
	const places = Array.from({ length: results.length + refused.length }, (_, i) =>
		kind === 'list' ? `[${i}]` : `results[${i}]`,
	);
	const read = places.filter((place) => !gone.has(place)).slice(0, results.length);
	return read.map((place) => lost.get(place) ?? []);
};
