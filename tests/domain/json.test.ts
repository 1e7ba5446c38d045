import { describe, expect, test } from 'vitest';
import { mostValues, parseJson } from '../../src/domain/json';

describe('a text', () => {
	test.each<[string, string, unknown]>([
		['an object', '{"a":[1,{"b":"c"}]}', { json: { a: [1, { b: 'c' }] } }],
		['a number', ' 7 ', { json: 7 }],
		['behind a byte order mark', '\uFEFF[]', { json: [] }],
		['behind two', '\uFEFF\uFEFF[]', { fault: 'not-json' }],
		['nothing', '', { fault: 'not-json' }],
		['words', 'hello', { fault: 'not-json' }],
		['cut short', '{"a":', { fault: 'not-json' }],
		['a number that is none', 'NaN', { fault: 'not-json' }],
	])('%s', (_, text, wanted) => expect(parseJson(text)).toEqual(wanted));
	test('ten thousand lists in one another are read', () =>
		expect(parseJson('['.repeat(1e4) + ']'.repeat(1e4))).toHaveProperty('json'));
	test('a prototype in it stays a field', () => {
		const read = parseJson('{"__proto__":{"polluted":1}}') as { json: object };
		expect([Object.keys(read.json), 'polluted' in read.json]).toEqual([['__proto__'], false]);
	});
});

describe('more values than any file of ours has', () => {
	test.each<[string, string]>([
		['objects', '{},'],
		['lists', '['],
		['numbers', '0,'],
		['fields', '"a":0,'],
	])('%s: refused before it is read', (_, part) => {
		const text = `[${part.repeat(mostValues + 1)}`;
		expect(parseJson(text)).toEqual({ fault: 'too-large' });
	});
	test('as many as there may be are read', () => {
		const { json } = parseJson(`[${'0,'.repeat(mostValues - 1)}0]`) as { json: unknown[] };
		expect(json).toHaveLength(mostValues);
	});
	test('commas and brackets inside of a text count for nothing, with quotes and slashes in it too', () => {
		const text = JSON.stringify(['\\",{['.repeat(mostValues / 2)]);
		expect(parseJson(text)).toEqual({ json: JSON.parse(text) as unknown });
	});
});
