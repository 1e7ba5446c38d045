import { describe, expect, test } from 'vitest';
import { decode, encode, fromText, toText } from '../../src/storage/lines';

const records = [{ a: 1 }, ['A1d+', 4], 'two\nlines', null];
const written = encode(records);

describe('records, one a line', () => {
	test('come back as they were', () => {
		expect(decode(written)).toEqual({ records, damaged: [] });
	});

	const rows: [string, (text: string) => string, number][] = [
		['a changed character', (text) => text.replace('A1d+', 'A1d-'), 1],
		['a lost line break', (text) => text.replace('\n', ''), 2],
		['a cut end', (text) => text.slice(0, -3), 1],
		['a line of garbage', (text) => `${text}\nhello`, 0],
		['an empty line', (text) => `${text}\n`, 0],
		['a whole line gone', (text) => text.split('\n').slice(1).join('\n'), 1],
	];
	test.each(rows)('%s costs only the lines it touches', (_, harm, lost) => {
		const { records: left } = decode(harm(written));
		expect(left).toHaveLength(records.length - lost);
		for (const record of left) expect(records).toContainEqual(record);
	});

	test('any single changed character is noticed', () => {
		for (let i = 0; i < written.length; i++) {
			const changed = `${written.slice(0, i)}${written[i] === 'x' ? 'y' : 'x'}${written.slice(i + 1)}`;
			expect(decode(changed).damaged.length, `at ${i}`).toBeGreaterThan(0);
		}
	});

	test('nothing at all is no record and no damage', () => {
		expect(decode('')).toEqual({ records: [], damaged: [] });
	});
});

describe('a record with answers', () => {
	const record = { id: 'x', answers: { 'A1d+': 3, X1: 0 } };

	test('comes back whole', () => {
		expect(fromText(toText(record))).toEqual({ record, damaged: false });
	});
	test('loses one answer with its line, and says so', () => {
		const text = toText(record).replace('["X1",0]', '["X1",1]');
		expect(fromText(text)).toEqual({ record: { id: 'x', answers: { 'A1d+': 3 } }, damaged: true });
	});
	test.each([
		['its head is damaged', toText(record).replace('"id"', '"di"')],
		['its head is no object', encode([['A1d+', 3]])],
		['it is garbage', '{"a":1}'],
		['it is empty', ''],
	])('is nothing where %s', (_, text) => {
		expect(fromText(text).record).toBeNull();
	});
	test('notices a line that is no answer', () => {
		expect(fromText(encode([{ id: 'x' }, ['X1', 0, 0]])).damaged).toBe(true);
	});
	test('an answer named like a prototype property pollutes nothing', () => {
		const text = encode([{ id: 'x' }, ['__proto__', { polluted: 1 }]]);
		fromText(text);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
