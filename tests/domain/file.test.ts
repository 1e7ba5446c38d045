import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileName, longestFile, longestList, readFile, resultFile, type FileFault } from '../../src/domain/file';
import { categories, facetIds } from '../../src/domain/instrument';
import { lostIn } from '../../src/domain/losses';
import { longestName, sentName } from '../../src/domain/name';
import { recordVersion } from '../../src/domain/restore';
import { businesses, noContext, roles, sizes, stages, superiors, type Result } from '../../src/domain/result';
import { score } from '../../src/domain/scoring';
import { instrument } from '../fake';

type Change = Record<string, unknown>;

const result: Result = {
	id: '9f3a61c0-7b00-4000-8000-000000000000',
	takenAt: '2026-11-22T09:30:00.000Z',
	instrument: { id: 'fulcrum', version: instrument.version },
	form: 'quick',
	language: 'en',
	name: 'Autumn',
	person: '9f3a61c07b',
	context: { ...noContext, role: 'cto', size: '26-100', founder: false },
	answers: { X1: 3, 'A1d+': 4, 'P1d-': 0, O1: 0 },
	seed: 123456,
	seconds: 310,
	paceRating: 4.2,
	week: [1, 2, 3, 4, 5, 6, 7, 8],
};
const other: Result = { ...result, id: 'other', name: null, person: null, paceRating: null, week: null };
const read = (text: string) => readFile(instrument, text);
const readJson = (value: unknown) => read(JSON.stringify(value));
const file = (change: Change = {}, of: Result = result): Change =>
	({ ...(JSON.parse(resultFile(instrument, of)) as Change), ...change }) as Change;
const backup = (results: unknown, change: Change = {}): Change => ({
	format: 'fulcrum-backup',
	version: 1,
	results,
	teams: [],
	sitting: null,
	preferences: {},
	...change,
});
const whole = (fault: FileFault, kind: string | null = null, where = '') => ({
	results: [],
	teams: [],
	refused: [{ where, fault }],
	kind,
	dropped: [],
});

/** Any name that can be kept: up to 60 characters of any script. */
const anyName = fc.string({ unit: 'binary', minLength: 1, maxLength: longestName }).map(sentName);
const anyResult: fc.Arbitrary<Result> = fc.record({
	id: fc.uuid(),
	takenAt: fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
	instrument: fc.constantFrom('1.0.0', '0.9.0', '2.11.3').map((version) => ({ id: instrument.id, version })),
	form: fc.constantFrom('quick', 'full'),
	language: fc.constantFrom('en', 'pt-BR'),
	name: anyName,
	person: fc.option(fc.constant('0123456789')),
	context: fc.record({
		role: fc.option(fc.constantFrom(...roles)),
		stage: fc.option(fc.constantFrom(...stages)),
		size: fc.option(fc.constantFrom(...sizes)),
		founder: fc.option(fc.boolean()),
		reportsTo: fc.option(fc.constantFrom(...superiors)),
		business: fc.option(fc.constantFrom(...businesses)),
	}),
	answers: fc
		.tuple(...instrument.items.map((item) => fc.option(fc.nat(categories(item) - 1))))
		.map((drawn) =>
			Object.fromEntries(instrument.items.flatMap(({ id }, i) => (drawn[i] === null ? [] : [[id, drawn[i]!]]))),
		),
	seed: fc.nat(0xffffffff),
	seconds: fc.nat(10_000),
	paceRating: fc.option(fc.double({ min: 0, max: 600, noNaN: true }).map((value) => value + 0)),
	week: fc.option(fc.array(fc.nat(168), { minLength: 8, maxLength: 8 })),
});

describe('a result file', () => {
	test('holds what formats.md says, in its order', () => {
		const written = file();
		expect(Object.keys(written)).toEqual([
			...['format', 'version', 'id', 'takenAt', 'instrument', 'form', 'language', 'name', 'person', 'context'],
			...['answers', 'seed', 'seconds', 'paceRating', 'week', 'scores'],
		]);
		const { scores, ...rest } = written;
		expect(rest).toEqual({ format: 'fulcrum-result', version: 1, ...result });
		expect(Object.keys(scores as Change)).toEqual([
			...['A', 'P', 'S', 'B', 'drive', 'practice', 'gap'],
			...facetIds,
			'posture',
		]);
	});
	test('its scores are those of the answers, to one decimal', () => {
		const { S, gap, facets, posture } = score(instrument, result.answers);
		const one = ({ raw, se }: { raw: number; se: number }) => ({ value: Number(raw.toFixed(1)), se: Number(se.toFixed(1)) }); // prettier-ignore
		expect(file().scores).toMatchObject({
			S: one(S),
			gap: one(gap),
			P4: one(facets.P4),
			posture: one({ raw: posture!.value, se: posture!.se }),
		});
	});
	test('without posture it holds none, and without answers it is still a file', () => {
		const empty = { ...result, answers: {} };
		expect(file({}, empty).scores).not.toHaveProperty('posture');
		expect((file({}, empty).scores as Change).S).toEqual({ value: 50, se: expect.any(Number) });
		expect(read(resultFile(instrument, empty)).results).toEqual([empty]);
	});
	test('is written for eyes too, and never holds a negative nought', () => {
		const text = resultFile(instrument, { ...result, answers: {} });
		expect(text.split('\n')[1]).toBe('  "format": "fulcrum-result",');
		expect(text.endsWith('}\n')).toBe(true);
		expect(text).not.toMatch(/-0[,\s]/);
	});
	test('any result comes back as it was', () =>
		fc.assert(
			fc.property(anyResult, (one) => {
				const back = { results: [one], teams: [], refused: [], kind: 'result', dropped: [] };
				expect(read(resultFile(instrument, one))).toEqual(back);
			}),
			{ seed: 42, numRuns: 150 },
		));
	test.each([
		['Greek', 'Ελένη'],
		['Devanagari', 'क्षितिज शर्मा'],
		['right to left', 'שירה (CTO)'],
		['flags and families', '🇧🇪👩‍👩‍👧‍👦'],
		['60 characters outside the first plane', '𠮷'.repeat(60)],
		['what JSON escapes', '"\\'],
	])('a name comes back: %s', (_, name) =>
		expect(read(resultFile(instrument, { ...result, name })).results[0]?.name).toBe(name),
	);
});

describe('every version that ever shipped is read', () => {
	const sample = readFileSync('tests/samples/result-1.json', 'utf8');
	test('version 1', () => {
		const { results, refused, kind, dropped } = read(sample);
		expect([refused, kind, dropped]).toEqual([[], 'result', []]);
		const [one] = results;
		expect(one).toMatchObject({
			id: '9f3a61c0-7b00-4d2e-9a51-3c1d5e8f7a20',
			takenAt: '2026-11-22T09:30:00.000Z',
			name: 'Zoë Łukasik 山田',
			person: '9f3a61c07b',
			context: {
				role: 'cto',
				stage: 'series-b',
				size: '26-100',
				founder: true,
				reportsTo: 'ceo',
				business: 'technical',
			},
			week: [6, 2, 4, 1, 5, 6, 8, 4.5],
		});
		expect(Object.keys(one!.answers)).toHaveLength(45);
		const scores = score(instrument, one!.answers);
		expect(scores.S.raw.toFixed(1)).toBe('77.6');
		expect(scores.posture?.value.toFixed(1)).toBe('75.0');
		expect(recordVersion, 'a new version needs a sample of its own').toBe(1);
	});
	test('and what is written of it today says the same', () => {
		const again: unknown = JSON.parse(resultFile(instrument, read(sample).results[0]!));
		expect(again).toEqual(JSON.parse(sample));
	});
});

describe('what a file may be', () => {
	type Row = [string, unknown, ReturnType<typeof read>];
	const both = [result, other];
	const rows: Row[] = [
		['a result', file(), { results: [result], teams: [], refused: [], kind: 'result', dropped: [] }],
		['a list', [file(), file({}, other)], { results: both, teams: [], refused: [], kind: 'list', dropped: [] }],
		['a list of one', [file()], { results: [result], teams: [], refused: [], kind: 'list', dropped: [] }],
		['a backup', backup([file(), file({}, other)]), { results: both, teams: [], refused: [], kind: 'backup', dropped: [] }],
		['a backup without results', backup([]), { results: [], teams: [], refused: [], kind: 'backup', dropped: [] }],
		['with fields that nobody knows', file({ admin: true }), { results: [result], teams: [], refused: [], kind: 'result', dropped: [] }],
		['the same result twice', [file(), file()], { results: [result, result], teams: [], refused: [], kind: 'list', dropped: [] }],
	]; // prettier-ignore
	test.each(rows)('%s', (_, value, wanted) => expect(readJson(value)).toEqual(wanted));
	test('with a byte order mark, or indented otherwise', () => {
		expect(read(`\uFEFF${resultFile(instrument, result)}`).results).toEqual([result]);
		expect(read(JSON.stringify(file(), null, '\t')).results).toEqual([result]);
	});
	test('what it says of its scores is not believed', () => {
		expect(readJson(file({ scores: { S: { value: 99, se: 0 } } })).results).toEqual([result]);
		expect(readJson(file({ scores: 'x' }))).toEqual({
			results: [result],
			teams: [],
			refused: [],
			kind: 'result',
			dropped: [],
		});
	});
});

describe('what is no file of ours', () => {
	type Row = [string, string, ReturnType<typeof whole>];
	const json = JSON.stringify;
	const rows: Row[] = [
		['nothing', '', whole('not-json')],
		['a byte order mark alone', '\uFEFF', whole('not-json')],
		['two byte order marks', `\uFEFF\uFEFF${json(file())}`, whole('not-json')],
		['words', 'Dear team', whole('not-json')],
		['markup', '<!doctype html>', whole('not-json')],
		['two files in one', json(file()) + json(file()), whole('not-json')],
		['null', 'null', whole('foreign')],
		['a number', '7', whole('foreign')],
		['a text', '"fulcrum-result"', whole('foreign')],
		['an empty object', '{}', whole('foreign')],
		['an empty list', '[]', whole('foreign')],
		['a list of anything', '[1,null,{},[],"x"]', whole('foreign')],
		['lists within each other', '['.repeat(5000) + ']'.repeat(5000), whole('foreign')],
		['a list of lists of results', json([[file()]]), whole('foreign')],
		['a team without an id', json({ format: 'fulcrum-team', version: 1, members: [] }), whole('unreadable', 'team')],
		['a newer team', json({ format: 'fulcrum-team', version: 2 }), whole('newer', 'team')],
		['anonymous answers', json(file({ format: 'fulcrum-answers' })), whole('foreign')],
		['another case', json(file({ format: 'Fulcrum-Result' })), whole('foreign')],
		['a format in a list', json(file({ format: ['fulcrum-result'] })), whole('foreign')],
		['no format', json({ version: 1, ...result }), whole('foreign')],
		['everything in the prototype', `{"__proto__":${json(file())}}`, whole('foreign')],
		['a newer result', json(file({ version: 2 })), whole('newer', 'result')],
		['a newer result of another shape', '{"format":"fulcrum-result","version":9}', whole('newer', 'result')],
		['a result without version', json(file({ version: undefined })), whole('unreadable', 'result')],
		['a result without a seed', json(file({ seed: undefined })), whole('unreadable', 'result')],
		['a result of another instrument', json(file({ instrument: { id: 'x', version: '1.0.0' } })), whole('other-instrument', 'result')],
		['a newer backup', json(backup([file()], { version: 2 })), whole('newer', 'backup')],
		['a backup without version', json(backup([file()], { version: undefined })), whole('unreadable', 'backup')],
		['a backup of version 0', json(backup([file()], { version: 0 })), whole('unreadable', 'backup')],
		['a backup of version 1.5', json(backup([file()], { version: 1.5 })), whole('unreadable', 'backup')],
		['a backup whose results are none', json(backup({ length: 1 })), whole('unreadable', 'backup', 'results')],
		['a backup without any', json(backup(undefined)), whole('unreadable', 'backup', 'results')],
	]; // prettier-ignore
	test.each(rows)('%s', (_, text, wanted) => expect(read(text)).toEqual(wanted));
	test('a text over the limit is refused before it is parsed; one at the limit is not', () => {
		const text = resultFile(instrument, result).padEnd(longestFile);
		expect(read(text).results).toEqual([result]);
		expect(read(`${text} `)).toEqual(whole('too-large'));
	});
	test('a name as long as the file is cut and told, in no time', () => {
		const begin = performance.now();
		const { results, dropped } = readJson(file({ name: 'x'.repeat(3e7) }));
		expect(results).toEqual([{ ...result, name: 'x'.repeat(longestName) }]);
		expect(dropped).toEqual(['name']);
		expect(performance.now() - begin).toBeLessThan(4000);
	});
	test('of results that lose very much, so much is told as there may be results', () => {
		const answers = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => [`Z${i}`, 1]));
		const { results, dropped } = readJson(Array<Change>(101).fill(file({ answers })));
		expect([results.length, dropped.length]).toEqual([101, longestList]);
	});
	test('a list over the limit', () => {
		const many = `[${'0,'.repeat(longestList)}0]`;
		expect(read(many)).toEqual(whole('too-large'));
		expect(read(`{"format":"fulcrum-backup","version":1,"results":${many}}`)).toEqual(whole('too-large', 'backup', 'results')); // prettier-ignore
	});
});

describe('good and bad together', () => {
	const mixed = [file(), 7, file({ version: 2 }), file({ seed: 'x' }), file({ name: 7 }, other), backup([file()])];
	const faults: FileFault[] = ['foreign', 'newer', 'unreadable', 'foreign'];
	test.each<[string, unknown, string]>([
		['a list', mixed, ''],
		['a backup', backup(mixed), 'results'],
	])('%s: the good ones are taken, the others told by their place', (_, value, name) =>
		expect(readJson(value)).toMatchObject({
			results: [result, other],
			refused: [1, 2, 3, 5].map((at, i) => ({ where: `${name}[${at}]`, fault: faults[i] })),
			dropped: [`${name}[4].name`],
		}),
	);
	test('a list with nothing but faulty results of ours tells each', () =>
		expect(readJson([file({ seed: null })])).toEqual(whole('unreadable', 'list', '[0]')));
	test.each<[string, Change, string[]]>([
		['a name', { name: ['x'] }, ['name']],
		['a week', { week: [1] }, ['week']],
		['a pace', { paceRating: 'slow' }, ['paceRating']],
		['fields of the context', { context: { role: 'king', size: 7, founder: null } }, ['context.role', 'context.size']],
		['answers', { answers: { X1: 9, X2: 1 } }, ['answers.X1']],
		['what is null or absent is no fault', { name: null, week: undefined, context: {}, language: undefined }, []],
	])('%s is dropped and told', (_, change, dropped) => {
		const one = readJson(file(change));
		expect([one.results.length, one.refused, one.dropped]).toEqual([1, [], dropped]);
	});
	test.each<[string, unknown, string[][]]>([
		['a file', file({ name: 7, week: [1] }), [['name', 'week']]],
		['a list, past what was refused', [file({ name: 7 }), 7, file(), file({ week: [1] })], [['name'], [], ['week']]],
		['a backup, whose teams lose something too', backup([file({ seed: 'x' }), file({ name: 7 })], { teams: [7] }), [['name']]],
		['another program', { a: 1 }, []],
	])('%s: each result with what it lost itself', (_, value, wanted) => expect(lostIn(readJson(value))).toEqual(wanted)); // prettier-ignore
	test('of twenty thousand results each finds its own in no time', () => {
		const { results: many } = readJson([file()]);
		const [results, dropped] = [Array.from({ length: 20_000 }, () => many[0]!), ['[19999].name']];
		const begin = performance.now();
		const lost = lostIn({ results, teams: [], refused: [], kind: 'list', dropped });
		expect([lost.length, lost[19_998], lost[19_999]]).toEqual([20_000, [], ['name']]);
		expect(performance.now() - begin).toBeLessThan(1000);
	});
	test('of a thousand results in which every tenth is bad, nine hundred are read', () => {
		const many = Array.from({ length: 1000 }, (_, i) => file(i % 10 === 3 ? { seed: -1 } : { id: `r${i}` }));
		const { results, refused } = readJson(many);
		expect([results.length, refused.length]).toEqual([900, 100]);
		expect(refused[1]).toEqual({ where: '[13]', fault: 'unreadable' });
	});
});

describe('anything', () => {
	const runs = { seed: 42, numRuns: 200 };
	const check = (text: string): void => {
		const { results, refused, kind } = read(text);
		if (kind === null) expect([results.length, refused.length]).toEqual([0, 1]);
		for (const { answers } of results)
			for (const [id, x] of Object.entries(answers)) {
				const item = instrument.items.find((one) => one.id === id)!;
				expect(Number.isInteger(x) && x >= 0 && x < categories(item)).toBe(true);
			}
		expect(({} as Change).polluted).toBeUndefined();
	};
	test('no text throws', () => fc.assert(fc.property(fc.string({ unit: 'binary' }), check), runs));
	test('no JSON throws', () => fc.assert(fc.property(fc.json(), check), runs));
	test('cut anywhere, it is no JSON', () => {
		const text = resultFile(instrument, result).trimEnd();
		for (let at = 0; at < text.length; at += 7) expect(read(text.slice(0, at))).toEqual(whole('not-json'));
	});
	test('with one character changed it gives sound results or a fault', () => {
		const text = resultFile(instrument, result);
		fc.assert(
			fc.property(fc.nat(text.length - 1), fc.string({ unit: 'binary', maxLength: 2 }), (at, put) =>
				check(text.slice(0, at) + put + text.slice(at + 1)),
			),
			runs,
		);
	});
	test('__proto__ and its like, anywhere, reach no prototype', () => {
		const text = resultFile(instrument, result);
		const evil = '{"polluted":1,"format":"fulcrum-result"}';
		for (const key of ['__proto__', 'constructor', 'prototype'])
			for (const field of ['format', 'id', 'instrument', 'context', 'role', 'answers', 'X1', 'scores', 'S'])
				check(text.replace(`"${field}":`, `"${key}":${evil},"${field}":`));
		const { results } = read(text.replace('"X1":', `"__proto__":${evil},"X1":`));
		expect(Object.getPrototypeOf(results[0]!.answers)).toBe(Object.prototype);
		expect(results).toEqual([result]);
	});
});

describe('the name of a file', () => {
	const day = '2026-11-22';
	test.each<[string, string | null, string]>([
		['no name: the day', null, 'fulcrum-2026-11-22.json'],
		['an empty name', '', 'fulcrum-2026-11-22.json'],
		['nothing but signs', ' ./\\:*?"<>| ', 'fulcrum-2026-11-22.json'],
		['a plain one', 'Autumn', 'fulcrum-Autumn.json'],
		['words', 'Ana  de la Cruz', 'fulcrum-Ana-de-la-Cruz.json'],
		['signs at the ends', '...Ana!', 'fulcrum-Ana.json'],
		['a way out of the folder', '../../etc/passwd', 'fulcrum-etc-passwd.json'],
		['a stream of Windows', 'a:b', 'fulcrum-a-b.json'],
		['a name that Windows reserves', 'CON', 'fulcrum-CON.json'],
		['a decomposed letter', 'Zoe\u0308', 'fulcrum-Zo\u00eb.json'],
		['vowel signs stay with their letters', 'हिन्दी', 'fulcrum-हिन्दी.json'],
		['Japanese', '山田 太郎', 'fulcrum-山田-太郎.json'],
		['Arabic digits', 'فريق ٣', 'fulcrum-فريق-٣.json'],
		['emoji alone', '🧭', 'fulcrum-2026-11-22.json'],
		['what turns the reading direction', 'a\u202egpj.exe', 'fulcrum-a-gpj-exe.json'],
		['half a character', 'a\ud83db', 'fulcrum-a-b.json'],
		['a mark without a letter', '\u0301a', 'fulcrum-a.json'],
		['longer than 40', 'n'.repeat(60), `fulcrum-${'n'.repeat(40)}.json`],
		['cut at a sign', `${'n'.repeat(39)} and so on`, `fulcrum-${'n'.repeat(39)}.json`],
		['40 characters of two units', '𠮷'.repeat(60), `fulcrum-${'𠮷'.repeat(40)}.json`],
	])('%s', (_, name, wanted) => expect(fileName({ name }, day, 'json')).toBe(wanted));
	test('takes any ending, and has a name even without a day', () => {
		expect(fileName({ name: 'Ana' }, day, 'csv')).toBe('fulcrum-Ana.csv');
		expect(fileName({ name: null }, '', 'md')).toBe('fulcrum-result.md');
	});
	test('is safe whatever the name', () =>
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (name) => {
				const given = fileName({ name }, day, 'json');
				expect(given).toMatch(/^fulcrum-[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?\.json$/u);
				expect([...given].length).toBeLessThanOrEqual('fulcrum-.json'.length + 40);
			}),
			{ seed: 42, numRuns: 200 },
		));
});
