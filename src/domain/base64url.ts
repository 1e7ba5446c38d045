/** Bytes as text for links: base64url without padding (RFC 4648, section 5). */

/** The 64 characters in the order of their values. */
export const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const values: ReadonlyMap<string, number> = new Map([...alphabet].map((character, i) => [character, i]));

/** Characters that `count` bytes take. */
export const lengthFor = (count: number): number => Math.ceil((count * 4) / 3);

/** Bytes (0 to 255) to text. */
export const toBase64url = (bytes: ArrayLike<number>): string => {
	let text = '';
	for (let i = 0; i < bytes.length; i += 3) {
		const three = (bytes[i]! << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
		const four = [18, 12, 6, 0].map((shift) => alphabet[(three >> shift) & 63]!);
		text += four.slice(0, lengthFor(Math.min(3, bytes.length - i))).join('');
	}
	return text;
};

/** Text to bytes, or null for a character or a length that no bytes give, or for fill bits that are not zero. */
export const fromBase64url = (text: string): Uint8Array | null => {
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	if (lengthFor(bytes.length) !== text.length) return null;
	let [held, bits, at] = [0, 0, 0];
	for (const character of text) {
		const value = values.get(character);
		if (value === undefined) return null;
		held = (held << 6) | value;
		bits += 6;
		if (bits < 8) continue;
		bits -= 8;
		bytes[at++] = held >> bits;
		held &= (1 << bits) - 1;
	}
	return held === 0 ? bytes : null;
};
