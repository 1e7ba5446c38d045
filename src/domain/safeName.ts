/** A part of a file's name: letters, marks and digits of any script with single hyphens between them, at most 40 characters, or none. */
export const safeName = (text: string): string => {
	const plain = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
	const trimmed = plain.replace(/^[-\p{M}]+/u, '');
	return [...trimmed].slice(0, 40).join('').replace(/-+$/, '');
};
