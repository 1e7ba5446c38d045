/** A person's name inside a code: any script, most Latin ones in six bits a letter. */
import { alphabet } from './base64url';
import type { BitReader, BitWriter } from './bits';
import { longestName } from './restore';
import { fromUtf8, toUtf8 } from './utf8';

/** UTF-8 takes four bytes a character at most. */
const mostBytes = 4 * longestName;
/** Letters, digits, hyphen and the space, which stands where base64url has its underscore. */
const plain = /^[A-Za-z0-9 -]+$/;
/** Control characters, line and paragraph separators, and halves of surrogate pairs. */
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;

/** The name as it is sent: without control characters and halves of characters, at most 60 characters; null for nothing. */
export const sentName = (name: string | null): string | null =>
	[...(name ?? '').replace(unfit, '')].slice(0, longestName).join('') || null;

/** Writes a name as `sentName` leaves it. */
export const writeName = (bits: BitWriter, given: string | null): void => {
	const name = sentName(given) ?? '';
	const letters = name === '' || plain.test(name);
	bits.put(letters ? 0 : 1, 2);
	const codes = letters ? [...name].map((letter) => alphabet.indexOf(letter.replace(' ', '_'))) : toUtf8(name);
	bits.put(codes.length, (letters ? longestName : mostBytes) + 1);
	for (const code of codes) bits.put(code, letters ? 64 : 256);
};

/** Reads what `writeName` wrote; refuses whatever it would have written otherwise. */
export const readName = (bits: BitReader): string | null => {
	const letters = bits.take(2) === 0;
	const length = bits.take((letters ? longestName : mostBytes) + 1);
	const codes = Array.from({ length }, () => bits.take(letters ? 64 : 256));
	const name = letters ? codes.map((code) => alphabet[code]!.replace('_', ' ')).join('') : fromUtf8(codes);
	if (!letters && (!name || plain.test(name) || sentName(name) !== name)) bits.refuse();
	return name || null;
};
