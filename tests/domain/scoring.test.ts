import { describe, expect, test } from 'vitest';
import { categories, type Answers, type Item } from '../../src/domain/instrument';
import { presentation } from '../../src/domain/order';
import { expectedHalfWidth, score } from '../../src/domain/scoring';
import { instrument } from '../fake';

const idsOf = (blocks: readonly string[]): readonly string[] =>
	instrument.blocks.filter(({ id }) => blocks.includes(id)).flatMap(({ items }) => items);
const byId = new Map(instrument.items.map((item) => [item.id, item]));
const fill = (ids: readonly string[], answer: (item: Item) => number | undefined): Answers =>
	Object.fromEntries(ids.map((id) => [id, answer(byId.get(id)!)]).filter(([, x]) => x !== undefined));
const towardsArchitecture =
	(step: number) =>
	(item: Item): number =>
		item.format === 'rating' ? 2 + step * item.key * (item.facet.startsWith('A') ? 1 : -1) : 1.5 + (step - 0.5);
const { quick, full } = instrument.forms;
const forms = {
	quick,
	'16 + 8': ['pairs', 'block0', 'block1'],
	'24 + 8': ['pairs', 'block0', 'block1', 'block2'],
	full,
};
/** Park and Miller's generator. */
const numbers = (seed: number) => (below: number) => (seed = (seed * 48271) % 2147483647) % below;

describe('closed forms of measurement 4.6', () => {
	/** Coefficients of KA, KP and KX in A; of KA - KP and KX in S; of KA + KP in B; SE0 of A, S, B, gap; covariance. */
	const rows: [keyof typeof forms, number[], number[], number, number[], number][] = [
		['quick', [3.65545, 1.44856, 1.64735], [1.10344, 1.64735], 2.55201, [9.156, 5.031, 7.65, 6.136], 33.221],
		['16 + 8', [2.3397, 0.64971, 1.26152], [0.845, 1.26152], 1.4947, [7.325, 4.402, 5.855, 5.767], 14.9],
		['24 + 8', [1.74149, 0.37221, 1.02212], [0.68464, 1.02212], 1.05685, [6.32, 3.963, 4.923, 5.496], 8.536],
		['full', [1.39285, 0.24196, 0.85909], [0.57545, 0.85909], 0.81741, [5.652, 3.633, 4.33, 5.229], 5.549],
	];
	test.each(rows)('%s', (form, a, s, b, se0, cov) => {
		const random = numbers(form.length);
		const ids = idsOf(forms[form]);
		for (let round = 0; round < 20; round += 1) {
			const answers = fill(ids, (item) => random(categories(item)));
			let [KA, KP, KX] = [0, 0, 0];
			for (const id of ids) {
				const item = byId.get(id)!;
				const x = answers[id]!;
				if (item.format === 'pair') KX += x - 1.5;
				if (item.format === 'rating' && item.facet.startsWith('A')) KA += item.key * (x - 2);
				if (item.format === 'rating' && item.facet.startsWith('P')) KP += item.key * (x - 2);
			}
			const { A, P, S, B, gap, V } = score(instrument, answers);
			// The printed coefficients have five decimals.
			expect(A.raw).toBeCloseTo(50 + a[0]! * KA + a[1]! * KP + a[2]! * KX, 3);
			expect(P.raw).toBeCloseTo(50 + a[0]! * KP + a[1]! * KA - a[2]! * KX, 3);
			expect(S.raw).toBeCloseTo(50 + s[0]! * (KA - KP) + s[1]! * KX, 3);
			expect(B.raw).toBeCloseTo(50 + b * (KA + KP), 3);
			[A, S, B, gap].forEach((one, i) => expect(Math.abs(one.se0 - se0[i]!)).toBeLessThan(6e-4));
			expect(Math.abs(V[1] - 0.15 ** 2 * (A.raw - 50) * (P.raw - 50) - cov)).toBeLessThan(6e-4);
		}
	});
});

describe('reference points', () => {
	const ids = idsOf(full);
	test('every answer one step towards architecture', () => {
		const { A, P, S } = score(instrument, fill(ids, towardsArchitecture(1)));
		expect([A.raw.toFixed(1), P.raw.toFixed(1), S.raw.toFixed(1)]).toEqual(['71.9', '28.1', '71.9']);
	});
	test('every answer as far towards architecture as it goes', () =>
		expect(score(instrument, fill(ids, towardsArchitecture(2))).S.raw).toBeCloseTo(97.1, 1));
	test('all neutral ratings give 50 everywhere', () => {
		const scores = score(
			instrument,
			fill(ids, (item) => (item.format === 'rating' ? 2 : undefined)),
		);
		for (const score of ['A', 'P', 'S', 'B', 'drive', 'practice'] as const)
			expect(scores[score].raw).toBeCloseTo(50, 12);
		expect(scores.gap.raw).toBeCloseTo(0, 12);
		expect(scores.q).toBeCloseTo(0, 12);
		for (const facet of Object.values(scores.facets))
			expect([facet.raw.toFixed(9), facet.call]).toEqual(['50.000000000', 0]);
	});
	test('no answers: the prior', () => {
		const scores = score(instrument, {});
		expect(scores).toMatchObject({ misfit: null, posture: null, shares: {}, contributions: [], mostOneAnswerMoves: 0 });
		expect(scores.A.se).toBeCloseTo(20, 12);
		expect(scores.S.se).toBeCloseTo(14.1421356, 6);
		expect(scores.counts).toEqual({ ratings: 0, pairs: 0, posture: 0, ratingsA: 0, ratingsP: 0 });
	});
	test.each(['quick', 'full'] as const)('pure yes-saying in %s moves Q, not the place', (form) => {
		const { A, P, q } = score(
			instrument,
			fill(idsOf(forms[form]), (item) => (item.format === 'rating' ? 4 : undefined)),
		);
		expect(A.raw).toBeCloseTo(50, 9);
		expect(P.raw).toBeCloseTo(50, 9);
		expect(q).toBeGreaterThan(form === 'full' ? 5 : 2);
	});
});

describe('every constant pattern lands on 50', () => {
	const sides = [0, 1, 2, 3];
	const cases = (['quick', 'full'] as const).flatMap((form) =>
		[1, 77, 123456, 0xffffffff].map((seed) => [form, seed] as const),
	);
	test.each(cases)('%s, seed %d', (form, seed) => {
		const shown = presentation(instrument, seed, instrument.forms[form]);
		for (const rating of [0, 1, 2, 3, 4])
			for (const side of sides) {
				// The first button of an unflipped pair is "much more architecture", which is stored as 3.
				const answers = Object.fromEntries(
					shown.map(({ id, flipped }) => [id, byId.get(id)!.format === 'rating' ? rating : flipped ? side : 3 - side]),
				);
				const { A, P, S, drive, practice, gap, posture } = score(instrument, answers);
				for (const { raw } of [A, P, S, drive, practice]) expect(Math.abs(raw - 50)).toBeLessThan(1e-9);
				expect(Math.abs(gap.raw)).toBeLessThan(1e-9);
				if (posture) expect(Math.abs(posture.value - 50)).toBeLessThan(1e-9);
			}
	});
});

describe('posture', () => {
	const offence = (count: number, x: number): Answers => fill(idsOf(['posture']).slice(0, count), () => x);
	test('all six at offence', () => {
		const { posture, counts } = score(instrument, offence(6, 3));
		expect(posture?.value).toBeCloseTo(50 + 4.172 * 9, 2);
		expect(posture?.se0).toBeCloseTo(10.64, 2);
		expect(posture?.se).toBeCloseTo(Math.hypot(10.64, 0.15 * 4.172 * 9), 2);
		expect([posture?.count, counts.posture]).toEqual([6, 6]);
	});
	test('fewer answers, wider band', () =>
		expect(score(instrument, offence(2, 0)).posture!.se0).toBeGreaterThan(
			score(instrument, offence(3, 0)).posture!.se0,
		));
	test('it moves nothing else', () => {
		const { posture, counts, ...rest } = score(instrument, offence(6, 3));
		expect([posture, counts]).not.toContain(null);
		expect(rest).toEqual((({ posture: _, counts: __, ...none }) => none)(score(instrument, {})));
	});
});

describe('what counts as an answer', () => {
	const given = { 'A1d+': 3, X1: 2, O1: 3 };
	const same = score(instrument, given);
	test.each<[string, unknown]>([
		['an unknown id', { B1: 3 }],
		['below the first category', { 'A1d-': -1 }],
		['above the last category of a rating', { 'A1d-': 5 }],
		['above the last category of a pair', { X2: 4 }],
		['above the last category of a posture pair', { O2: 4 }],
		['a fraction', { 'A1d-': 1.5 }],
		['not a number', { 'A1d-': NaN }],
		['text', { 'A1d-': '3' }],
		['null', { 'A1d-': null }],
	])('%s is ignored', (_, more) => expect(score(instrument, { ...given, ...(more as Answers) })).toEqual(same));

	test('what an object inherits is no answer', () =>
		expect(score(instrument, Object.assign(Object.create({ 'A2d+': 4 }), given) as Answers)).toEqual(same));

	test('counts and level', () => {
		const level = (ratings: number, pairs: number) => {
			const answers = {
				...fill(idsOf(full.slice(1)).slice(0, ratings), () => 1),
				...fill(idsOf(['pairs']).slice(0, pairs), () => 1),
			};
			const scores = score(instrument, answers);
			expect(scores.counts).toMatchObject({ ratings, pairs, posture: 0 });
			expect(scores.counts.ratingsA + scores.counts.ratingsP).toBe(ratings);
			return scores.level;
		};
		expect([level(28, 6), level(32, 8), level(27, 8), level(32, 5), level(8, 8)]).toEqual([
			'full',
			'full',
			'quick',
			'quick',
			'quick',
		]);
	});
});

describe('explaining a score', () => {
	const random = numbers(9);
	const sittings = Array.from({ length: 12 }, (_, i) =>
		fill(idsOf(i % 2 ? quick : full), (item) => (random(5) === 0 ? undefined : random(categories(item)))),
	);
	test('contributions add up to the score', () => {
		for (const answers of sittings) {
			const { contributions, A, P, S } = score(instrument, answers);
			const sum = (of: 'A' | 'P' | 'S') => contributions.reduce((total, one) => total + one[of], 50);
			expect([sum('A'), sum('P'), sum('S')].map((x) => x.toFixed(9))).toEqual(
				[A, P, S].map(({ raw }) => raw.toFixed(9)),
			);
		}
	});
	test('no change of one answer moves the place by more than stated, and one moves it by that', () => {
		for (const answers of sittings) {
			const { S, mostOneAnswerMoves } = score(instrument, answers);
			const scored = Object.keys(answers).filter((id) => byId.get(id)!.format !== 'posture');
			const moves = scored.flatMap((id) =>
				[...Array(categories(byId.get(id)!)).keys()].map((x) =>
					Math.abs(score(instrument, { ...answers, [id]: x }).S.raw - S.raw),
				),
			);
			expect(Math.max(...moves)).toBeCloseTo(mostOneAnswerMoves, 9);
		}
	});
	test.each([
		['full', full, 2.6],
		['quick', quick, 4.95],
	] as const)('in %s one answer moves the place by no more than documented', (_, blocks, most) => {
		for (const x of [0, 3])
			expect(
				score(
					instrument,
					fill(idsOf(blocks), () => x),
				).mostOneAnswerMoves,
			).toBeLessThan(most);
	});
	test('a facet is called where it stands apart from its own domain', () => {
		const answers = fill(idsOf(full), (item) => {
			if (item.format !== 'rating') return undefined;
			const sign = item.facet === 'A1' ? 1 : item.facet === 'P4' ? -1 : 0;
			return 2 + 2 * sign * item.key;
		});
		const { facets } = score(instrument, answers);
		const calls = Object.fromEntries(Object.entries(facets).map(([id, { call }]) => [id, call]));
		expect(calls).toEqual({ A1: 1, A2: 0, A3: 0, A4: 0, P1: 0, P2: 0, P3: 0, P4: -1 });
	});
});

describe('expected half-width of the place', () => {
	test.each([
		['quick', quick, 8.9],
		['full', full, 6.8],
		['16 ratings and the pairs', forms['16 + 8'], 8],
	] as const)('%s', (_, blocks, wanted) =>
		expect(Math.abs(expectedHalfWidth(instrument, idsOf(blocks)) - wanted)).toBeLessThan(0.15),
	);
	test('nothing asked: the prior, and posture pairs and unknown ids do not help', () => {
		expect(expectedHalfWidth(instrument, [])).toBeCloseTo(1.644854 * Math.sqrt(200), 6);
		expect(expectedHalfWidth(instrument, ['O1', 'B7'])).toBe(expectedHalfWidth(instrument, []));
	});
	test('every block narrows it', () => {
		const widths = full.slice(0, -1).map((_, i) => expectedHalfWidth(instrument, idsOf(full.slice(0, i + 1))));
		expect(widths).toEqual([...widths].sort((one, two) => two - one));
	});
	test('it is the mean half-width of sittings that the model itself would produce', () => {
		// Checked against 4.6 at the centre without scale use: then every sitting has the same band.
		const plain = { ...instrument, gamma: 0 };
		const ids = idsOf(full);
		expect(expectedHalfWidth(plain, ids)).toBeCloseTo(
			1.644854 *
				score(
					plain,
					fill(ids, () => 1),
				).S.se0,
			9,
		);
	});
});
