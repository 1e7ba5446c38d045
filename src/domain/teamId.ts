/** A team's id and name inside a code. */
import type { BitReader, BitWriter } from './bits';
import { fitText, longestName, readWord, writeWord } from './name';

/** What browsers make: it takes 128 bits, where its text would take 216. */
const uuid = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/;

/** Any id that travels as it is: 1 to 60 characters without control characters. */
export const fitId = (id: string): boolean => id !== '' && id.length <= 2 * longestName && fitText(id) === id;

/** Writes an id: a UUID in lower case as a number, anything else as it is (`fitText`); empty for none. */
export const writeId = (bits: BitWriter, id: string): void => {
	const digits = uuid.test(id) ? id.replaceAll('-', '') : null;
	bits.put(digits === null ? 0 : 1, 2);
	if (digits === null) writeWord(bits, id);
	else for (const digit of digits) bits.put(parseInt(digit, 16), 16);
};

/** Reads what `writeId` wrote; refuses whatever it would have written otherwise. */
export const readId = (bits: BitReader): string => {
	if (bits.take(2) === 0) {
		const id = readWord(bits);
		if (uuid.test(id)) bits.refuse();
		return id;
	}
	const digits = Array.from({ length: 32 }, () => bits.take(16).toString(16)).join('');
	return digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
};
