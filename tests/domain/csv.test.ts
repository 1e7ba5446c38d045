import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csv, resultRows, teamRows, type Cell } from '../../src/domain/csv';
import { facetIds, type Answers, type FacetId } from '../../src/domain/instrument';
import { read, type Band } from '../../src/domain/reading';
import { noContext } from '../../src/domain/result';
import type { Sent } from '../../src/domain/sent';
import { evaluate, type Snapshot } from '../../src/domain/snapshot';
import { instrument } from '../fake';

/** RFC 4180, written apart from what it checks. */
const parse = (text: string): string[][] => {
	const rows: string[][] = [];
	let [row, cell, quoted]: [string[], string, boolean] = [[], '', false];
	for (let i = 0; i < text.length; i++) {
		const sign = text[i]!;
		if (quoted && sign === '"' && text[i + 1] === '"') cell += text[i++];
		else if (sign === '"') quoted = !quoted;
		else if (quoted) cell += sign;
		else if (sign === ',') {
			row.push(cell);
			cell = '';
		} else if (sign === '\r' && text[i + 1] === '\n') {
			rows.push([...row, cell]);
			[row, cell] = [[], ''];
			i++;
		} else cell += sign;
	}
	return rows;
};
const body = (rows: readonly (readonly Cell[])[]): string => csv(rows).slice(1);

describe('a table', () => {
	test('begins with a byte order mark, and each row ends with CR LF', () =>
		expect(csv([['a', 'b'], ['c', 1]])).toBe('\uFEFFa,b\r\nc,1\r\n')); // prettier-ignore
	test('without rows holds the mark alone', () => expect(csv([])).toBe('\uFEFF'));
	test.each<[string, Cell, string]>([
		['words', 'Ana de la Cruz', 'Ana de la Cruz'],
		['nothing', null, ''],
		['an empty text', '', ''],
		['a comma', 'a,b', '"a,b"'],
		['quotes', 'the "cto"', '"the ""cto"""'],
		['a line break', 'a\nb', '"a\nb"'],
		['a carriage return', 'a\rb', '"a\rb"'],
		['a space at the end', 'a ', '"a "'],
		['a number', 61.2, '61.2'],
		['a number below 0', -3.5, '-3.5'],
		['0', 0, '0'],
		['no number', NaN, ''],
		['without end', -Infinity, ''],
		['a formula', '=1+1', "'=1+1"],
		['a formula with quotes', '=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
		['a plus', '+1', "'+1"],
		['a minus in a text', '-1', "'-1"],
		['an at', '@SUM(A1)', "'@SUM(A1)"],
		['a tab', '\t=1', `'\t=1`],
		['a carriage return first', '\r=1', `"'\r=1"`],
		['a line break first', '\n=1', `"'\n=1"`],
		['spaces before a formula', '  =1', "'  =1"],
		['a wide sign', '＝1', "'＝1"],
		['a sign further on', 'a=1', 'a=1'],
		['an apostrophe', "'a", "'a"],
	])('%s', (_, cell, wanted) => expect(body([[cell, 'x']])).toBe(`${wanted},x\r\n`));
	test.each(['क्षितिज शर्मा', 'שירה', '山田 太郎', '👩‍👩‍👧‍👦', '𠮷'.repeat(60), 'Zoë, “the” Łukasik'])('a name comes back: %s', (name) =>
		expect(parse(body([[name]]))).toEqual([[name]]),
	); // prettier-ignore
	test('any table comes back, apart from apostrophes, and no cell begins as a formula', () => {
		const cell = fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.string({ unit: fc.constantFrom(...'=+-@\t\r\n ",\'a') })); // prettier-ignore
		fc.assert(
			fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 4 }), (rows) => {
				const back = parse(body(rows));
				expect(back.flat().filter((text) => /^[=+\-@\t\r]/.test(text))).toEqual([]);
				const bare = back.map((row, i) => row.map((text, j) => (text === `'${rows[i]![j]}` ? text.slice(1) : text)));
				expect(bare).toEqual(rows);
			}),
			{ seed: 42, numRuns: 200 },
		);
	});
});

const perFacet = <T>(value: T): Record<FacetId, T> =>
	Object.fromEntries(facetIds.map((id) => [id, value])) as Record<FacetId, T>;
const shot: Snapshot = {
	level: 'full',
	A: 81.5,
	P: 34,
	drive: 70,
	practice: 130,
	facets: { ...perFacet(50), A3: 62.5, P4: -4 },
	facetCalls: perFacet<-1 | 0 | 1>(0),
	se0: { A: 5.7, P: 5.7, S: 3.6, drive: 4, practice: 4, gap: 5.2, ...perFacet(9) },
	se0rel: { A: 4, P: 4, S: 3 },
	posture: { value: 40, se0: 10.6, count: 6 },
	counts: { ratings: 32, pairs: 8, posture: 6, ratingsA: 16, ratingsP: 16 },
	quality: { level: 'green', reasons: [], tension: false },
	most: 2.6,
};
const sent: Sent = {
	version: '1.0.0',
	form: 'full',
	asked: 46,
	day: '2026-11-22',
	language: 'en',
	name: 'Autumn',
	person: '9f3a61c07b',
	context: { role: 'cto', stage: 'series-b', size: '1-10', founder: false, reportsTo: 'ceo', business: 'technical' },
	snapshot: shot,
};
const { gamma } = instrument;
/** Head to cell. */
const row = (change: Partial<Sent> = {}): Record<string, Cell> => {
	const [head, cells] = resultRows([{ id: 'r1', sent: { ...sent, ...change }, gamma }]);
	return Object.fromEntries(head!.map((name, i) => [name as string, cells![i]!]));
};
const withShot = (change: Partial<Snapshot>) => row({ snapshot: { ...shot, ...change } });

describe('results as rows', () => {
	test('the heads are these for ever: spreadsheets refer to them', () => {
		const banded = [
			...['place', 'architecture', 'people', 'breadth', 'drive', 'practice'],
			...['system_design', 'lasting_choices', 'technical_depth', 'resilience'],
			...['coaching', 'team_shape', 'information_flow', 'execution', 'posture'],
		];
		expect(resultRows([])).toEqual([
			[
				...['id', 'name', 'day', 'form', 'version'],
				...['role', 'stage', 'engineers', 'founder', 'reports_to', 'business'],
				...banded.flatMap((name) => [name, `${name}_low`, `${name}_high`]),
				...['profile', 'profile_first', 'profile_second'],
				...['chance_architect', 'chance_people', 'chance_unicorn', 'chance_elsewhere', 'chance_middle'],
				'quality',
			],
		]);
	});
	test('a row says who, when and in what setting', () =>
		expect(row()).toMatchObject({
			id: 'r1',
			name: 'Autumn',
			day: '2026-11-22',
			form: 'full',
			version: '1.0.0',
			role: 'cto',
			stage: 'series-b',
			engineers: '1 to 10',
			founder: 'no',
			reports_to: 'ceo',
			business: 'technical',
			quality: 'green',
		}));
	test('scores stand on 0 to 100, to one decimal, with the ends of their bands', () => {
		const { place, A, posture, facets } = read(shot, gamma);
		const end = ({ exact, half }: Band, side: 1 | -1) => Number((exact + side * half).toFixed(1));
		expect(row()).toMatchObject({
			place: 73.8,
			place_low: end(place, -1),
			place_high: end(place, 1),
			architecture: 81.5,
			architecture_low: end(A, -1),
			architecture_high: end(A, 1),
			people: 34,
			breadth: 57.8,
			drive: 70,
			practice: 100,
			practice_high: 100,
			technical_depth: 62.5,
			technical_depth_low: end(facets.A3, -1),
			execution: 0,
			execution_low: 0,
			posture: 40,
			posture_high: end(posture!, 1),
		});
	});
	test('every score lies within its band, and has a decimal at most', () => {
		const cells = row();
		for (const low of Object.keys(cells).filter((name) => name.endsWith('_low'))) {
			const name = low.slice(0, -4);
			const [from, value, to] = [low, name, `${name}_high`].map((head) => cells[head] as number);
			expect(from! <= value! && value! <= to!, name).toBe(true);
			expect(String(value), name).toMatch(/^\d+(\.\d)?$/);
		}
	});
	test('what was not said or asked is empty', () => {
		const cells = row({ name: null, context: noContext });
		for (const name of ['name', 'role', 'stage', 'engineers', 'founder', 'reports_to', 'business'])
			expect(cells[name], name).toBeNull();
		const { posture, posture_low, posture_high } = withShot({ posture: null });
		expect([posture, posture_low, posture_high]).toEqual([null, null, null]);
	});
	test('a founder is yes', () => expect(row({ context: { ...noContext, founder: true } }).founder).toBe('yes'));
	test.each<[string, Partial<Snapshot>, Cell[]]>([
		['a clear call names one', { A: 85, P: 30 }, ['clear', 'ARCHITECT', null]],
		['a call between names two', { A: 60, P: 40 }, ['between', 'ARCHITECT', 'MIDDLE']],
		['a note on an end names none', { A: 90, P: 88, level: 'quick' }, ['open', null, null]],
		['answers that contradict each other name none', { quality: { level: 'red', reasons: [], tension: false } }, ['none', null, null]],
	])('%s', (_, change, wanted) => {
		const { profile, profile_first, profile_second } = withShot(change);
		expect([profile, profile_first, profile_second]).toEqual(wanted);
	}); // prettier-ignore
	test('chances are whole per cents that add up to 100', () => {
		const cells = row();
		const chances = Object.keys(cells).filter((name) => name.startsWith('chance_'));
		expect(chances.map((name) => Number.isInteger(cells[name]))).toEqual([true, true, true, true, true]);
		expect(chances.reduce((sum, name) => sum + (cells[name] as number), 0)).toBe(100);
	});
	test('one row a result, in their order, all as long as the head; names stay harmless and whole', () => {
		const names = ['=cmd()', '𠮷'.repeat(60), 'a,"b"\nc', null];
		const rows = resultRows(names.map((name, i) => ({ id: `r${i}`, sent: { ...sent, name }, gamma })));
		const back = parse(body(rows));
		expect(back.map((cells) => cells.length)).toEqual(rows.map(() => rows[0]!.length));
		expect(back.map(([id]) => id)).toEqual(['id', 'r0', 'r1', 'r2', 'r3']);
		expect(back.slice(1).map((cells) => cells[1])).toEqual(["'=cmd()", names[1], names[2], '']);
	});
	test.each<[string, Answers]>([
		['no answers', {}],
		['one', { X1: 3 }],
	])('a sitting with %s has a row', (_, answers) => {
		const { snapshot } = evaluate(instrument, { form: 'quick', answers, seed: 1, paceRating: null });
		expect(row({ snapshot })).toMatchObject({ quality: 'red', profile: 'none', posture: null });
	});
});

describe('rows of a team', () => {
	const members = [
		{ key: 'm1', sent, label: null, role: null, hidden: false, ghost: false },
		{ key: 'm2', sent: { ...sent, name: '=1' }, label: 'Boss', role: 'vp' as const, hidden: true, ghost: true },
	];
	test('what was said of a member stands before what was sent', () => {
		const [head, ...rows] = teamRows(members, gamma);
		expect(head?.slice(0, 6)).toEqual(['label', 'role_here', 'hidden', 'ghost', 'id', 'name']);
		expect(rows.map((row) => row.slice(0, 6))).toEqual([
			[null, null, 'no', 'no', 'm1', sent.name],
			['Boss', 'vp', 'yes', 'yes', 'm2', '=1'],
		]);
	});
	test('the rest is as for a result', () => {
		const plain = resultRows(members.map(({ key: id, sent }) => ({ id, sent, gamma })));
		expect(teamRows(members, gamma).map((row) => row.slice(4))).toEqual(plain);
		expect(teamRows([], gamma)).toHaveLength(1);
	});
});
