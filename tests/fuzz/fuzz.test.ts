/** A short, seeded run of what `npm run fuzz` does for long, and that its rules find what they are for. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codeFamily } from './codes';
import { family, type Family } from './family';
import { fileFamily } from './files';
import { growths, worst } from './growth';
import { pollution } from './pollution';
import { codeFaults, fileFaults, inviteRule } from './ranges';
import { routeFamily } from './routes';
import { alike, finite, hold } from './rules';
import { storedFamily } from './stored';
import { textFamily } from './texts';

describe('hostile input', () => {
	test.each<[string, Family, number, readonly string[]]>([
		['codes', codeFamily, 1500, ['accepted', ...codeFaults]],
		['files', fileFamily, 700, ['accepted', 'not-json', 'foreign', 'unreadable']],
		['pasted text', textFamily, 500, ['accepted', 'damaged', 'other-instrument', 'foreign']],
		['addresses', routeFamily, 3000, ['accepted', 'unknown']],
		['stored text', storedFamily, 700, ['accepted', 'unreadable']],
	])('%s: nothing throws, hangs, pollutes or comes back changed', (_, { run }, cases, wanted) => {
		const { failure, outcomes, cases: ran } = run(1, cases);
		expect(failure).toBeNull();
		expect(ran).toBe(cases);
		// Rarer ones come with more cases.
		expect([...outcomes.keys()]).toEqual(expect.arrayContaining([...wanted]));
	}, 60_000); // prettier-ignore
	test('a text of ten times the length costs no more than n log n', () => {
		expect(worst).toHaveLength(3);
		expect(growths(10_000, 100_000, worst, 5).filter(({ holds }) => !holds)).toEqual([]);
	}, 60_000);
	test('each fault has words', () => {
		const { faults } = JSON.parse(readFileSync('questions/en/report.json', 'utf8')) as { faults: object };
		for (const fault of [...fileFaults, 'foreignFile']) expect(faults).toHaveProperty(fault);
	});
});

describe('a family tells', () => {
	const told = (attempt: (n: number) => readonly string[], limit = 1000) =>
		family('x', 1, limit, fc.nat(1000), attempt).run(1, 200).failure;
	test('nothing, where all holds', () => expect(told((n) => [n % 2 ? 'accepted' : 'odd'])).toBeNull());
	test('what throws, with the seed and the smallest case', () =>
		expect(
			told((n) => {
				if (n > 7) throw new Error('too many');
				return [];
			}),
		).toBe('seed 1: too many\nsmallest case: 8'));
	test('what takes too long', () =>
		expect(
			told(() => {
				const begin = process.cpuUsage();
				while (process.cpuUsage(begin).user < 4000);
				return [];
			}, 1),
		).toContain('where 1 are allowed'));
	test('what reaches a prototype', () => {
		const prototype = Object.prototype as unknown as Record<string, unknown>;
		try {
			expect(
				told(() => {
					prototype.polluted = 1;
					return [];
				}),
			).toContain('changed Object.prototype');
		} finally {
			delete prototype.polluted;
		}
		expect(pollution()).toBeNull();
	});
});

describe('a rule tells', () => {
	const invite = { team: null, name: '', from: 'Ada', form: 'quick' };
	test('nothing of what is as it should be', () => expect(inviteRule(invite)).toBeNull());
	test.each<[string, unknown]>([
		['no object', null],
		['a field too many', { ...invite, more: 1 }],
		['a field too few', { team: null, name: '', from: null }],
		['a value out of range', { ...invite, form: 'long' }],
		['half a character', { ...invite, from: '\ud83d' }],
		['a name that is too long', { ...invite, name: 'x'.repeat(61) }],
		['a prototype of its own', Object.assign(Object.create({ admin: true }) as object, invite)],
	])('%s', (_, value) => expect(() => hold('invite', value, inviteRule)).toThrow(/^invite/));
	test.each<[string, unknown, unknown]>([
		['another value', { a: [1] }, { a: [2] }],
		['a zero with a minus', { a: 0 }, { a: -0 }],
		['a field more', { a: 1 }, { a: 1, b: undefined }],
	])('%s from the same', (_, one, two) => expect(() => alike('it', one, two)).toThrow('it is not the same again'));
	test.each([[{ a: [NaN] }], [{ b: Infinity }]])('%j as not finite', (value) =>
		expect(() => finite('it', value)).toThrow(/^it\./));
}); // prettier-ignore
