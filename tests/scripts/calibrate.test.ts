import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../scripts/calibrate';
import { readExports } from '../../scripts/calibration/exports';
import { enough, report } from '../../scripts/calibration/report';
import {
	alpha,
	complete,
	describe as describeItem,
	itemRest,
	omega,
	principalAxis,
} from '../../scripts/calibration/statistics';
import { stream } from '../../scripts/simulation/random';
import { attend } from '../../scripts/simulation/respond';
import { baseWorld, drawBank, drawPerson } from '../../scripts/simulation/world';
import type { AnonymousAnswers } from '../../src/domain/anonymous';
import type { Answers } from '../../src/domain/instrument';
import { instrument } from '../fake';

const home = mkdtempSync(join(tmpdir(), 'fulcrum-calibrate-'));
afterAll(() => rmSync(home, { recursive: true }));
const folderOf = (name: string, files: Readonly<Record<string, unknown>>): string => {
	const folder = join(home, name);
	mkdirSync(folder);
	for (const [file, content] of Object.entries(files))
		writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
	return folder;
};
const run = (...args: string[]): { code: number; text: string } => {
	const lines: string[] = [];
	return { code: main(args, (line) => void lines.push(line)), text: lines.join('\n') };
};

/** People of the simulated world, so that what the statistics should find is known. */
const bank = drawBank(instrument, { ...baseWorld, locationSd: 0 }, stream(1, 'bank'));
const posture = instrument.items.filter(({ format }) => format === 'posture');
const quick = new Set(
	instrument.blocks.filter(({ id }) => instrument.forms.quick.includes(id)).flatMap(({ items }) => items),
);
const sitting = (i: number, form: 'quick' | 'full' = 'full', more: Answers = {}): AnonymousAnswers => {
	const random = stream(1, `person ${i}`);
	const answers = attend(bank, drawPerson(baseWorld, random), random);
	const offence = random.normal();
	const all = {
		...answers,
		...Object.fromEntries(
			posture.map(({ id }) => [id, offence + random.normal() > 0 ? random.below(2) + 2 : random.below(2)]),
		),
		...more,
	};
	return {
		format: 'fulcrum-answers',
		version: 1,
		instrument: { id: instrument.id, version: instrument.version },
		form,
		answers: form === 'full' ? all : Object.fromEntries(Object.entries(all).filter(([id]) => quick.has(id))),
		role: i % 3 === 0 ? 'cto' : null,
		stage: i % 2 === 0 ? 'seed' : 'mature',
	};
};
const people = (count: number, form: 'quick' | 'full' = 'full', more: (i: number) => Answers = () => ({})) =>
	Array.from({ length: count }, (_, i) => sitting(i, form, more(i)));
const lineOf = (text: string, start: string): string => text.split('\n').find((line) => line.startsWith(start)) ?? '';

describe('a folder of exports', () => {
	const folder = folderOf('mixed', {
		'a.json': sitting(0),
		'b.json': sitting(1, 'quick'),
		'cut-short.json': JSON.stringify(sitting(2)).slice(0, 200),
		'empty.json': '',
		'huge.json': ' '.repeat(200_000),
		'newer.json': { ...sitting(3), version: 2 },
		'notes.txt': 'Dear colleague',
		'older.json': { ...sitting(4), instrument: { id: 'fulcrum', version: '0.1.0' } },
		'planted.json': { ...sitting(5), answers: { 'A1d+': 9 } },
		'result.json': { ...sitting(6), format: 'fulcrum-result' },
		'.hidden': 'not ours',
	});
	mkdirSync(join(folder, 'sub.json'));
	const { sittings, skipped } = readExports(instrument, folder);

	test('counts the sound ones', () => expect(sittings.map(({ form }) => form)).toEqual(['full', 'quick']));
	test.each<[string, RegExp]>([
		['cut-short.json', /no valid JSON/],
		['empty.json', /no valid JSON/],
		['huge.json', /too large/],
		['newer.json', /newer Fulcrum/],
		['notes.txt', /no valid JSON/],
		['older.json', /another version than/],
		['planted.json', /answers\["A1d\+"\]: must be a whole number/],
		['result.json', /not a file of anonymous answers/],
		['sub.json', /is not a file$/],
	])('skips %s and says why', (name, why) => expect(skipped.find((line) => line.startsWith(`${name}: `))).toMatch(why));
	test('skips no more than those', () => expect(skipped).toHaveLength(9));

	test('the command counts, names and goes on', () => {
		const { code, text } = run(folder);
		expect(code).toBe(0);
		expect(text).toContain('N = 2\n');
		expect(text).toContain('2 counted, 9 skipped');
		expect(text).toContain('skipped older.json: instrument.version');
	});
	test.each<[string, string[], RegExp]>([
		['no folder', [], /^npm run calibrate/],
		['two folders', ['one', 'two'], /^npm run calibrate/],
		['a folder that is not there', ['/not/there'], /no such folder/],
		['a file', [join(folder, 'a.json')], /no such folder/],
	])('%s ends with code 2 and the usage', (_, args, words) => {
		const { code, text } = run(...args);
		expect(code).toBe(2);
		expect(text).toMatch(words);
		expect(text).toContain('npm run calibrate -- <folder');
	});
	test('an empty folder is too small, not an error', () => {
		const { code, text } = run(folderOf('empty', {}));
		expect(code).toBe(0);
		expect(text).toMatch(/N = 0\n[\s\S]*Too few sittings/);
	});
});

describe('below 200 sittings', () => {
	const text = report(instrument, people(enough - 1));
	test('it says so and how many are missing', () => expect(text).toMatch(/need at least 200, and 1 are missing/));
	test('it still counts', () => {
		expect(text).toContain('N = 199');
		expect(text).toContain('form: full 199, quick 0');
		expect(text).toContain('cto 67');
		expect(text).toContain('not said 132');
		expect(text).toContain('seed 100');
	});
	test('it prints no statistic', () => expect(text).not.toMatch(/omega|item-rest|alpha/));
});

describe('from 200 sittings', () => {
	const random = stream(9, 'noise');
	// Planted: 70 % answer one item with its highest category, and one item is answered by chance.
	const planted = report(
		instrument,
		people(400, 'full', (i) => ({ ...(i % 10 < 7 ? { 'A1d+': 4 } : { 'A1d+': 1 }), 'P2p-': random.below(5) })),
	);
	const sound = report(instrument, people(400));
	test('an item with one category above 60 % is to be rewritten', () => {
		expect(lineOf(planted, 'A1d+')).toMatch(/ 70 % .*rewrite/);
		expect(lineOf(planted, 'A1d+')).toContain('3.10');
	});
	test('an item that has nothing to do with its scale is weak', () => expect(lineOf(planted, 'P2p-')).toMatch(/weak$/));
	test('sound items are not flagged', () => {
		for (const { id } of instrument.items) expect(lineOf(sound, id)).not.toMatch(/rewrite|weak|too few/);
	});
	test('reversed items are turned: every item-rest r is positive', () => {
		for (const { id } of bank.map(({ item }) => item))
			expect(Number(lineOf(sound, id).split(/\s+/).at(-1))).toBeGreaterThan(0.3);
	});
	test.each(['A ', 'P '])('domain %sreaches an omega of .80', (name) => {
		const [, items, n, a, o, word] = lineOf(sound, name)
			.trim()
			.split(/\s{2,}/);
		expect([items, n, word]).toEqual(['16', '400', 'holds']);
		expect(Number(o)).toBeGreaterThan(0.8);
		expect(Math.abs(Number(o) - Number(a))).toBeLessThan(0.03);
	});
	test('a domain below .80 is told', () => {
		const chance = report(
			instrument,
			people(300, 'full', () =>
				Object.fromEntries(bank.map(({ item }) => [item.id, random.below(item.tau.length + 1)])),
			),
		);
		expect(lineOf(chance, 'A ')).toMatch(/below 0\.80$/);
	});
	test('where all but few answered the quick form, the rest is said to be too little', () => {
		const text = report(instrument, [...people(250, 'quick'), ...people(20)]);
		expect(lineOf(text, 'A1d+')).toMatch(/^A1d\+\s+270/);
		expect(lineOf(text, 'A1d-')).toMatch(/^A1d-\s+20\s+too few answers/);
		expect(lineOf(text, 'A ')).toMatch(/too few complete sittings/);
		expect(lineOf(text, 'A against P')).toMatch(/270 .*\d\.\d\d/);
	});
	test('the method of omega is named', () => expect(sound).toMatch(/one factor by iterated principal axes/));
});

describe('statistics', () => {
	test('of one item', () =>
		expect(describeItem([0, 0, 2, null, 2, 1], 3)).toEqual({ n: 5, mean: 1, floor: 0.4, ceiling: 0.4, fullest: 0.4 }));
	test('of an item nobody answered', () =>
		expect(describeItem([null], 3)).toEqual({ n: 0, mean: 0, floor: 0, ceiling: 0, fullest: 0 }));
	test('item-rest r leaves the item out', () =>
		expect(
			itemRest(
				[1, 2, 3, 4],
				[
					[1, 2, 3, 4],
					[4, 3, 2, 1],
				],
			),
		).toEqual({ n: 4, r: 0 }));
	test('item-rest r needs half of the others', () =>
		expect(
			itemRest(
				[1, 2, 3],
				[
					[1, 2, null],
					[1, 2, null],
					[1, null, 3],
				],
			).n,
		).toBe(2));
	test('only complete sittings enter a scale', () =>
		expect(
			complete([
				[1, null, 3],
				[4, 5, 6],
			]),
		).toEqual([
			[1, 3],
			[4, 6],
		]));
	test('no items, no sittings', () => expect(complete([])).toEqual([]));
	test.each<[string, number[][], number]>([
		[
			'two equal items',
			[
				[1, 2, 3],
				[1, 2, 3],
			],
			1,
		],
		// Variances 2/3 and 2/3, of the sum 2: 2 (1 - (4/3) / 2).
		[
			'two items with r = .5',
			[
				[1, 2, 3],
				[1, 3, 2],
			],
			2 / 3,
		],
		['one item', [[1, 2, 3]], 0],
		[
			'items that do not vary',
			[
				[1, 1],
				[2, 2],
			],
			0,
		],
	])('alpha of %s', (_, items, value) => expect(alpha(items)).toBeCloseTo(value, 9));
	test.each<[string, number[]]>([
		['equal loadings', [0.6, 0.6, 0.6, 0.6]],
		['uneven loadings', [0.9, 0.7, 0.5, 0.3, 0.1]],
		['a reversed item', [0.8, 0.7, 0.6, -0.5]],
	])('principal axes find %s', (_, loadings) => {
		const matrix = loadings.map((one, i) => loadings.map((two, j) => (i === j ? 1 : one * two)));
		principalAxis(matrix).forEach((loading, i) => expect(loading).toBeCloseTo(loadings[i]!, 4));
	});
	test('principal axes of unrelated items are 0', () =>
		expect(
			principalAxis([
				[1, 0],
				[0, 1],
			]),
		).toEqual([0, 0]));
	test('omega of one factor in many sittings', () => {
		const random = stream(4, 'omega');
		const loadings = [0.8, 0.7, 0.6, 0.5];
		const people = Array.from({ length: 20_000 }, () => {
			const factor = random.normal();
			return loadings.map((loading) => loading * factor + Math.sqrt(1 - loading ** 2) * random.normal());
		});
		// (2.6)^2 / (2.6^2 + 4 - 1.74)
		expect(omega(loadings.map((_, i) => people.map((row) => row[i]!)))).toBeCloseTo(6.76 / 9.02, 2);
	});
	test('omega of items that do not vary is 0', () =>
		expect(
			omega([
				[1, 1],
				[2, 2],
			]),
		).toBe(0));
});
