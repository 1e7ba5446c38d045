/** The version, day and language of a result inside a code. */
import type { BitReader, BitWriter } from './bits';

/** Parts of a version below this take 4 bits, larger ones 11. */
const small = 8;
const large = 1024;

/** `major.minor.patch`, exact to 1031 each; a part beyond is clamped, one that is missing is 0. */
export const writeVersion = (bits: BitWriter, version: string): void => {
	const parts = version.split('.');
	for (let i = 0; i < 3; i += 1) {
		const part = parseInt(parts[i] ?? '', 10) || 0;
		bits.put(part < small ? 0 : 1, 2);
		if (part < small) bits.put(part, small);
		else bits.put(part - small, large);
	}
};

export const readVersion = (bits: BitReader): string =>
	[0, 1, 2].map(() => (bits.take(2) === 0 ? bits.take(small) : small + bits.take(large))).join('.');

/** Day 0 is 2020-01-01, the last one 2064-11-08. */
const days = 2 ** 14;

/** Days before a year since the year 0 of the Gregorian calendar. */
const daysBefore = (year: number): number => {
	const past = year - 1;
	return 365 * year + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
};
const monthsOf = (year: number): number[] => {
	const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
	return [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
};
const first = 2020;

/** `YYYY-MM-DD`; a day out of range is clamped, and what has another shape becomes the first. */
export const writeDay = (bits: BitWriter, day: string): void => {
	const [year = 0, month = 0, date = 0] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(day) ?? []).slice(1).map(Number);
	const before = monthsOf(year).slice(0, Math.max(0, month - 1));
	bits.put(daysBefore(year) - daysBefore(first) + before.reduce((sum, length) => sum + length, 0) + date - 1, days);
};

export const readDay = (bits: BitReader): string => {
	let left = bits.take(days);
	let year = first;
	for (; left >= daysBefore(year + 1) - daysBefore(year); year += 1) left -= daysBefore(year + 1) - daysBefore(year);
	const months = monthsOf(year);
	let month = 0;
	for (; left >= months[month]!; month += 1) left -= months[month]!;
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${year}-${two(month + 1)}-${two(left + 1)}`;
};

const lettersIn = 26;
const writeLetters = (bits: BitWriter, text: string): void => {
	for (const letter of text.toLowerCase()) bits.put(letter.charCodeAt(0) - 97, lettersIn);
};
const readLetters = (bits: BitReader, count: number): string =>
	Array.from({ length: count }, () => String.fromCharCode(97 + bits.take(lettersIn))).join('');

/** Two or three letters, with a region or without (`en`, `gsw`, `pt-BR`); anything else becomes `en`. */
export const writeLanguage = (bits: BitWriter, language: string): void => {
	const [, letters = 'en', region = ''] = /^([a-z]{2,3})(?:-([A-Z]{2}))?$/.exec(language) ?? [];
	bits.put(letters.length - 2, 2);
	bits.put(region ? 1 : 0, 2);
	writeLetters(bits, letters + region);
};

export const readLanguage = (bits: BitReader): string => {
	const length = 2 + bits.take(2);
	const region = bits.take(2) === 1;
	const letters = readLetters(bits, length);
	return region ? `${letters}-${readLetters(bits, 2).toUpperCase()}` : letters;
};
