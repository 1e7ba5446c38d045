/** Names of people and teams: what of one is kept wherever it comes in, and how it stands inside a code. */
import { alphabet } from './base64url';
import type { BitReader, BitWriter } from './bits';
import { fromUtf8, toUtf8 } from './utf8';

/** Longest name kept, in characters. */
export const longestName = 60;
/** UTF-8 takes four bytes a character at most. */
const mostBytes = 4 * longestName;
/** Letters, digits, hyphen and the space, which stands where base64url has its underscore. */
const plain = /^[A-Za-z0-9 -]+$/;
/** Control characters, line and paragraph separators, and halves of surrogate pairs: in no text of a code, ever. */
const unfit = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/gu;
/**
 * What nobody sees and what turns the order of a whole line: marks, overrides and isolates of direction, zero widths, fillers,
 * tags. Apart from the two joiners and the selectors of a shape, no script needs them in a name.
 */
const unseen = /(?![\u200c\u200d]|\p{Variation_Selector})[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
/** A joiner joins two letters of a script that has joined ones, or two pictures; elsewhere it only makes two names look alike. */
const loose =
	/(?<![\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]|(?![\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{L})[\u200c\u200d]+|[\u200c\u200d]+(?![\u200c\u200d\p{L}\p{M}\p{Extended_Pictographic}])|(?<=\p{M})[\u200c\u200d]+(?=\p{M})/gu;
/** Marks that scripts share, and all marks: languages pile up three and five at the most, and more run over the lines around. */
const accents = /((?:(?=\p{Script=Inherited})\p{M}){3})(?:(?=\p{Script=Inherited})\p{M})+/gu;
const marks = /(\p{M}{5})\p{M}+/gu;

const first = (text: string): string => [...text].slice(0, longestName).join('');
/** Text as it may stand in a code: what ids, and names before they were cleaned, are held to. */
export const fitText = (text: string): string => first(text.replace(unfit, ''));

/** The name as it is kept and sent: nothing in it that is not seen, no flood of marks, at most 60 characters; null for nothing. */
export const sentName = (name: string | null): string | null => {
	const seen = (name ?? '').replace(unfit, '').replace(unseen, '');
	const bound = first(seen.replace(loose, '').replace(accents, '$1').replace(marks, '$1'));
	return bound.replace(/[\u200c\u200d]$/, '') || null;
};

/** The name of anything that is told about, a file say: never empty. */
export const shownName = (name: string): string => sentName(name)?.trim() || '?';

const writeText = (bits: BitWriter, text: string): void => {
	const letters = text === '' || plain.test(text);
	bits.put(letters ? 0 : 1, 2);
	const codes = letters ? [...text].map((letter) => alphabet.indexOf(letter.replace(' ', '_'))) : toUtf8(text);
	bits.put(codes.length, (letters ? longestName : mostBytes) + 1);
	for (const code of codes) bits.put(code, letters ? 64 : 256);
};

/** Reads what `writeText` wrote; refuses whatever it would have written otherwise. Empty for nothing. */
const readText = (bits: BitReader): string => {
	const letters = bits.take(2) === 0;
	const length = bits.take((letters ? longestName : mostBytes) + 1);
	const codes = Array.from({ length }, () => bits.take(letters ? 64 : 256));
	const text = letters ? codes.map((code) => alphabet[code]!.replace('_', ' ')).join('') : fromUtf8(codes);
	if (!letters && (!text || plain.test(text) || fitText(text) !== text)) bits.refuse();
	return text ?? '';
};

/** Writes an id as it is. */
export const writeWord = (bits: BitWriter, word: string): void => writeText(bits, fitText(word));
export const readWord = readText;

/** Writes a name as `sentName` leaves it. */
export const writeName = (bits: BitWriter, name: string | null): void => writeText(bits, sentName(name) ?? '');

/**
 * Reads a name. Whoever made the code may have put in what is not seen, and versions before this one sent it along: such a
 * code is read, and its name cleaned. `needed`: refuses one that holds none.
 */
export const readName = (bits: BitReader, needed = false): string | null => {
	const text = readText(bits);
	if (needed && text === '') bits.refuse();
	const name = sentName(text);
	return name === null || name === text ? name : name.trim() || null;
};
