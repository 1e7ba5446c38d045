import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitReader, bitWriter, type BitWriter } from '../../src/domain/bits';
import { alphabet } from '../../src/domain/base64url';
import {
	fitText,
	longestName,
	readName,
	readWord,
	sentName,
	shownName,
	writeName,
	writeWord,
} from '../../src/domain/name';
import { toUtf8 } from '../../src/domain/utf8';

const dot = '\u0307';

describe('a name is kept', () => {
	test.each([
		['Latin with accents', 'Zoë Ångström-Łukasz'],
		['Vietnamese, its accents apart', 'Nguye\u0302\u0303n Thi\u0323'],
		['three marks on a letter', `a${dot.repeat(3)}b`],
		['Japanese with a selected shape', '葛\u{e0100}城 美咲'],
		['Hebrew with points', 'שִׁירָה'],
		['Arabic', 'مُحَمَّدٌ'],
		['Persian with a narrow join', 'علی\u200cرضا'],
		['Devanagari with a join', 'क्\u200dषितिज'],
		['Bengali, a join before its mark', 'র\u200d্যাম'],
		['Burmese, five marks on a letter', 'ကျွှံ့'],
		['Thai', 'ปู่ย่า'],
		['emoji of several people', '👩🏽‍💻👨‍👩‍👧‍👦🏳️‍🌈❤️'],
		['spaces', '  '],
		['markup', '<b>{n}</b>'],
	])('%s', (_, name) => expect(sentName(name)).toBe(name));
});

describe('of a name nothing is kept that nobody sees or that turns the line', () => {
	test.each<[string, string | null, string | null]>([
		['none', null, null],
		['nothing', '', null],
		['control characters', 'A\tB\u0000C\u2028D', 'ABCD'],
		['half a character', 'A\ud83dB\udc00', 'AB'],
		['overrides and embeddings', '\u202dA\u202eB\u202aC\u202bD\u202c', 'ABCD'],
		['isolates', '\u2066A\u2067B\u2068C\u2069', 'ABC'],
		['marks of direction', 'A\u200eB\u200fC\u061cD', 'ABCD'],
		['zero widths', 'A\u200bB\u2060C\ufeffD\u00adE\u180eF\u034fG', 'ABCDEFG'],
		['invisible operators', 'A\u2061B\u2064C\u206aD', 'ABCD'],
		['blank letters', 'A\u115fB\u1160C\u3164D\uffa0E', 'ABCDE'],
		['tags', 'A\u{e0041}\u{e0042}\u{e007f}', 'A'],
		['notes between lines', 'A\ufff9B\ufffaC\ufffb', 'ABC'],
		['only what nobody sees', '\u200b\u202e\u200d', null],
		['a joiner between Latin letters', 'A\u200dn\u200cn', 'Ann'],
		['a joiner at an end', '\u200dعلی\u200c', 'علی'],
		['joiners in a row', 'علی\u200c\u200c\u200dرضا', 'علی\u200cرضا'],
		['a joiner between marks', `م${dot}\u200d${dot}`, `م${dot}${dot}`],
		['a flood of accents', `A${dot.repeat(58)}B`, `A${dot.repeat(3)}B`],
		['a flood of a script’s own marks', `ก${'็'.repeat(50)}ข`, `ก${'็'.repeat(5)}ข`],
		['a mixed flood', `A${`${dot}${dot}็`.repeat(9)}`, `A${dot}${dot}็${dot}${dot}`],
		['a flood at the beginning', dot.repeat(40), dot.repeat(3)],
		['61 characters', '𠮷'.repeat(61), '𠮷'.repeat(60)],
		['a joiner where it is cut', `${'क्'.repeat(29)}क\u200dष`, `${'क्'.repeat(29)}क`],
		['a megabyte', 'a'.repeat(1e6), 'a'.repeat(60)],
		['a megabyte of marks', dot.repeat(1e6), dot.repeat(3)],
		['a megabyte of joiners', '\u200d'.repeat(1e6), null],
	])('%s', (_, name, wanted) => expect(sentName(name)).toBe(wanted));

	const anything = fc.string({
		maxLength: 80,
		unit: fc.oneof(
			fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
			fc.constantFrom('a', 'م', 'क', '\u200c', '\u200d', '\u202e', dot, '็', '\u094d', '👩', '\ufe0f', ' '),
		),
	});
	test('whatever it is: cleaned once is clean, within bounds, and never turns a line', () =>
		fc.assert(
			fc.property(anything, (name) => {
				const clean = sentName(name) ?? '';
				expect(sentName(clean) ?? '').toBe(clean);
				expect([...clean].length).toBeLessThanOrEqual(longestName);
				expect(clean).not.toMatch(/[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{M}{6}|\u0307{4}/u);
			}),
			{ numRuns: 3000, seed: 42 },
		));
	test.each([
		['a file', 'cv\u202egpj.exe', 'cvgpj.exe'],
		['a long one', 'x'.repeat(300), 'x'.repeat(60)],
		['nothing to see', '\u200b \u200b', '?'],
	])('name of %s that is told about', (_, name, wanted) => expect(shownName(name)).toBe(wanted));
});

/** As versions wrote a name before it was cleaned. */
const written = (name: string): BitWriter => {
	const bits = bitWriter();
	const letters = /^[A-Za-z0-9 -]*$/.test(name);
	const codes = letters ? [...name].map((letter) => alphabet.indexOf(letter.replace(' ', '_'))) : toUtf8(name);
	bits.put(letters ? 0 : 1, 2);
	bits.put(codes.length, letters ? 61 : 241);
	for (const code of codes) bits.put(code, letters ? 64 : 256);
	return bits;
};
const readBack = (name: string, needed = false) => {
	const bits = bitReader(written(name).bytes());
	const read = readName(bits, needed);
	return bits.sound() ? read : 'refused';
};

describe('a code of any version is read', () => {
	test.each<[string, string, string | null]>([
		['plain', 'Ada King', 'Ada King'],
		['spaces stay', ' Ada ', ' Ada '],
		['overrides are left out', 'abc\u202edef', 'abcdef'],
		['and what stood beside them alone', '\u202e Ada \u202c', 'Ada'],
		['marks are bounded', `e${dot.repeat(40)}`, `e${dot.repeat(3)}`],
		['nothing is left', '\u200b', null],
		['a control character was never written', 'a\u0000b', 'refused'],
		['nor were 61 characters', 'é'.repeat(61), 'refused'],
	])('%s', (_, name, wanted) => expect(readBack(name)).toBe(wanted));
	test.each<[string, string, string | null]>([
		['none', '', 'refused'],
		['one that was not seen', '\u200b', null],
	])('where one is needed: %s', (_, name, wanted) => expect(readBack(name, true)).toBe(wanted));
	test('a name is written clean', () => {
		const bits = bitWriter();
		writeName(bits, 'abc\u202edef');
		expect(bits.bytes()).toEqual(written('abcdef').bytes());
	});
	test('an id stays what it is, seen or not', () => {
		const bits = bitWriter();
		writeWord(bits, 'a\u200bb\u0000');
		expect(readWord(bitReader(bits.bytes()))).toBe('a\u200bb');
		expect(fitText('a\u200bb')).toBe('a\u200bb');
	});
});
