/** Edits of a text, as damage and intent make them: drawn as numbers, so that a failing case can be made smaller. */
import fc from 'fast-check';
import { alphabet } from '../../src/domain/base64url';

const kinds = ['change', 'drop', 'swap', 'cut', 'behead', 'double', 'insert', 'case', 'repeat'] as const;
export type Edit = readonly [kind: (typeof kinds)[number], at: number, put: number];

/** What a text does not expect inside. */
const oddities = [
	'%',
	' ',
	'\n',
	'\0',
	'"',
	'{',
	']',
	'\u202e',
	'\ud83d',
	'\u0301',
	'\u200b',
	'�',
	'__proto__',
	'=',
	'😀',
];
const puts = [...alphabet, ...oddities];

export const edits: fc.Arbitrary<readonly Edit[]> = fc.array(
	fc.tuple(fc.constantFrom(...kinds), fc.nat(1 << 20), fc.nat(puts.length - 1)),
	{ minLength: 1, maxLength: 4 },
);

const edited = (text: string, [kind, where, which]: Edit): string => {
	const at = where % (text.length + 1);
	const [head, tail, put] = [text.slice(0, at), text.slice(at), puts[which]!];
	switch (kind) {
		case 'change':
			return head + put + tail.slice(1);
		case 'drop':
			return head + tail.slice(1);
		case 'swap':
			return head + tail.slice(0, 2).split('').reverse().join('') + tail.slice(2);
		case 'cut':
			return head;
		case 'behead':
			return tail;
		case 'double':
			return head + tail.slice(0, 1) + tail;
		case 'insert':
			return head + put + tail;
		case 'case':
			return head + (tail.slice(0, 1) === tail.slice(0, 1).toUpperCase() ? tail.toLowerCase() : tail.toUpperCase());
		case 'repeat':
			return head + tail.slice(0, 40).repeat(1 + (which % 8)) + tail;
	}
};

export const editedBy = (text: string, list: readonly Edit[]): string => list.reduce(edited, text);
