import { describe, expect, test } from 'vitest';
import { isGone, lineOf, merge, parseLines, textOf, toText, type Line } from '../../src/storage/lines';
import { encode, joined, rowsOf } from '../../src/storage/records';

const records = [{ a: 1 }, ['A1d+', 4], ['X1', 'two\nlines'], ['X2', null]];
const written = encode(records);
/** The same, each made by another write. */
const numbered = records.map((record, i) => lineOf(record, i * 7)!.row).join('\n');
const valuesOf = (text: string): unknown[] => [...parseLines(text).lines.values()].map(({ value }) => value);

describe.each([
	['of their first write', written],
	['of later writes', numbered],
])('records %s, one a line', (_, text) => {
	test('come back as they were', () => {
		expect(valuesOf(text)).toEqual(records);
		expect(parseLines(text).damaged).toEqual([]);
		expect(textOf(parseLines(text).lines)).toBe(text);
	});

	const rows: [string, (text: string) => string, number][] = [
		['a changed character', (given) => given.replace('A1d+', 'A1d-'), 1],
		['a lost line break', (given) => given.replace('\n', ''), 2],
		['a cut end', (given) => given.slice(0, -3), 1],
		['a line of garbage', (given) => `${given}\nhello`, 0],
		['an empty line', (given) => `${given}\n`, 0],
		['a second line of one id', (given) => `${given}\n${encode([['X1', 'other']])}`, 0],
		['a record without an id', (given) => `${given}\n${encode([[7, 1]])}`, 0],
		['a whole line gone', (given) => given.split('\n').slice(1).join('\n'), 1],
		['a write number that is none', (given) => given.replace(/^\S+/, (head) => `${head.split(':')[0]}:-1`), 1],
	];
	test.each(rows)('%s costs only the lines it touches', (_, harm, lost) => {
		const left = valuesOf(harm(text));
		expect(left).toHaveLength(records.length - lost);
		for (const record of left) expect(records).toContainEqual(record);
	});

	test('any single changed character is noticed', () => {
		for (let i = 0; i < text.length; i++) {
			const changed = `${text.slice(0, i)}${text[i] === 'x' ? 'y' : 'x'}${text.slice(i + 1)}`;
			expect(parseLines(changed).damaged.length, `at ${i}`).toBeGreaterThan(0);
		}
	});
	test('overwriting or deleting any 40 characters loses at most the lines that they touch', () => {
		for (let i = 0; i + 40 <= text.length; i++)
			for (const put of ['', '#'.repeat(40)]) {
				const touched = text.slice(Math.max(0, i - 1), i + 41).split('\n').length;
				const left = valuesOf(text.slice(0, i) + put + text.slice(i + 40));
				expect(left.length, `at ${i}`).toBeGreaterThanOrEqual(records.length - touched);
			}
	});
});

test('nothing at all is no record and no damage', () => {
	expect(parseLines('')).toEqual({ lines: new Map(), damaged: [] });
});

describe('two texts of the same records', () => {
	const lines = (...rows: [unknown, number][]): Map<string, Line> =>
		new Map(rows.map(([record, n]) => lineOf(record, n)!).map((line) => [line.id, line]));
	const rows: [string, [unknown, number][], [unknown, number][], number, unknown[], [boolean, boolean]][] = [
		['the same', [[{ a: 1 }, 1], [['x', 1], 1]], [[{ a: 1 }, 1], [['x', 1], 1]], -1, [{ a: 1 }, ['x', 1]], [false, false]],
		['theirs is newer in one', [[['x', 1], 1]], [[['x', 2], 2]], -1, [['x', 2]], [true, false]],
		['mine is newer in one', [[['x', 1], 3]], [[['x', 2], 2]], -1, [['x', 1]], [false, true]],
		['each has what the other lacks', [[['x', 1], 1]], [[['y', 2], 2]], -1, [['x', 1], ['y', 2]], [true, true]],
		['taken away there', [[['x', 1], 1]], [[['x'], 2]], -1, [['x']], [true, false]],
		['taken away before', [[['x', 1], 1], [['y', 1], 3]], [[['z', 1], 2]], 2, [['y', 1]], [true, true]],
		['taken away with its head', [[{ a: 1 }, 1], [['y', 1], 3]], [[{ a: 2 }, 2], [['z', 1], 5]], 2, [], [true, false]],
		['begun anew since', [[{ a: 1 }, 1], [['y', 1], 3]], [[{ a: 2 }, 4], [['z', 1], 5]], 2, [{ a: 2 }, ['z', 1]], [true, false]],
		['nothing there', [[['x', 1], 1]], [], -1, [['x', 1]], [false, true]],
	]; // prettier-ignore
	test.each(rows)('%s', (_, mine, theirs, cut, wanted, [gained, ahead]) => {
		const merged = merge(lines(...mine), lines(...theirs), cut);
		expect([...merged.lines.values()].map(({ value }) => value)).toEqual(wanted);
		expect([merged.gained, merged.ahead]).toEqual([gained, ahead]);
	});
	test('written at once, both sides settle on the same one', () => {
		const [one, two] = [lines([['x', 1], 5]), lines([['x', 2], 5])];
		expect(textOf(merge(one, two, -1).lines)).toBe(textOf(merge(two, one, -1).lines));
	});
	test('what was taken away is told from what is there', () => {
		expect([lineOf(['x'], 1), lineOf(['x', 1], 1), lineOf({ a: 1 }, 1)].map((line) => isGone(line!))).toEqual([true, false, false]); // prettier-ignore
	});
});

describe('a record with answers', () => {
	const record = { id: 'x', answers: { 'A1d+': 3, X1: 0 } };

	test('comes back whole', () => {
		expect(joined(rowsOf(record))).toEqual({ record, odd: false });
		expect(joined(valuesOf(toText(record)))).toEqual({ record, odd: false });
	});
	test.each([
		['its head is lost', [null, ['X1', 0]]],
		['its head is no object', [['A1d+', 3]]],
		['it is empty', []],
	])('is nothing where %s', (_, rows) => {
		expect(joined(rows).record).toBeNull();
	});
	test('notices a row that is no answer', () => {
		expect(joined([{ id: 'x' }, ['X1', 0, 0]]).odd).toBe(true);
	});
	test('an answer named like a prototype property pollutes nothing', () => {
		joined([{ id: 'x' }, ['__proto__', { polluted: 1 }]]);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
