/** UTF-8 in pure arithmetic, so that the core needs nothing of its surroundings. */

/** Least code point that needs so many bytes after the first; a longer form of a lower one is a fault. */
const least: readonly number[] = [0, 0x80, 0x800, 0x10000];

/** Text to bytes. Half a surrogate pair becomes U+FFFD. */
export const toUtf8 = (text: string): number[] =>
	[...text].flatMap((character) => {
		const given = character.codePointAt(0)!;
		const point = given >= 0xd800 && given < 0xe000 ? 0xfffd : given;
		if (point < 0x80) return [point];
		const more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
		const following = Array.from({ length: more }, (_, i) => 0x80 | ((point >> (6 * (more - 1 - i))) & 63));
		return [((0xff00 >> (more + 1)) & 0xff) | (point >> (6 * more)), ...following];
	});

/** Bytes to text, or null where they are not proper UTF-8. */
export const fromUtf8 = (bytes: readonly number[]): string | null => {
	let text = '';
	for (let at = 0; at < bytes.length;) {
		const first = bytes[at]!;
		const more = first < 0x80 ? 0 : first < 0xc0 ? -1 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf8 ? 3 : -1;
		const following = bytes.slice(at + 1, at + 1 + more);
		if (more < 0 || following.length < more || following.some((byte) => byte >> 6 !== 2)) return null;
		const head = more === 0 ? first : first & (0x3f >> more);
		const point = following.reduce((sum, byte) => (sum << 6) | (byte & 63), head);
		if (point < least[more]! || point > 0x10ffff || (point >= 0xd800 && point < 0xe000)) return null;
		text += String.fromCodePoint(point);
		at += 1 + more;
	}
	return text;
};
