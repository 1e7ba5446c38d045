import { describe, expect, test } from 'vitest';
import { facetIds, type Answers } from '../../src/domain/instrument';
import { assess, type Quality } from '../../src/domain/quality';
import { shownOrder } from '../../src/domain/result';
import { score, type Estimate, type Scores } from '../../src/domain/scoring';
import { evaluate, snapshot } from '../../src/domain/snapshot';
import { instrument } from '../fake';

const green: Quality = { level: 'green', reasons: [], tension: false, contradictions: [], review: [] };
const blank = score(instrument, {});
/** Someone in favour of architecture, who answered everything. */
const answers: Answers = Object.fromEntries(
	instrument.items.map((item) => {
		if (item.format !== 'rating') return [item.id, 2];
		return [item.id, 2 + item.key * (item.facet.startsWith('A') ? 1 : -1)];
	}),
);
const scores = score(instrument, answers);
const estimate = (raw: number, se0 = 5, se0rel = 4): Estimate => ({ raw, se: 99, se0, se0rel });
const rounded = (change: Partial<Scores>, quality = green) => snapshot({ ...blank, ...change }, quality);

describe('scores', () => {
	test.each([
		['to the half point', 61.2, 61],
		['a quarter goes up', 61.25, 61.5],
		['three quarters go up', 61.75, 62],
		['a whole one stays', 61, 61],
		['just above the scale stays', 104.6, 104.5],
		['below 0 stays', -12.3, -12.5],
		['at most 130', 131.2, 130],
		['at least -30', -44, -30],
	])('%s', (_, raw, wanted) => {
		const shot = rounded({ A: estimate(raw), P: estimate(raw), drive: estimate(raw), practice: estimate(raw) });
		expect([shot.A, shot.P, shot.drive, shot.practice]).toEqual([wanted, wanted, wanted, wanted]);
	});
	test('facets the same way, with the call beside each', () => {
		const facets = Object.fromEntries(
			facetIds.map((id, i) => [id, { ...estimate(40.3 + i), callAt: 9, call: ([-1, 0, 1] as const)[i % 3]! }]),
		) as Scores['facets'];
		const shot = rounded({ facets });
		expect(facetIds.map((id) => shot.facets[id])).toEqual([40.5, 41.5, 42.5, 43.5, 44.5, 45.5, 46.5, 47.5]);
		expect(facetIds.map((id) => shot.facetCalls[id])).toEqual([-1, 0, 1, -1, 0, 1, -1, 0]);
	});
});

describe('standard errors', () => {
	test('to the tenth, without the scale-use term', () => {
		const shot = rounded({
			A: estimate(50, 5.652, 4.34),
			P: estimate(50, 5.649, 4.36),
			S: estimate(50, 3.633, 2.96),
			drive: estimate(50, 4.05),
			practice: estimate(50, 4.04),
			gap: estimate(0, 5.229),
		});
		expect(shot.se0).toMatchObject({ A: 5.7, P: 5.6, S: 3.6, drive: 4.1, practice: 4, gap: 5.2 });
		expect(shot.se0rel).toEqual({ A: 4.3, P: 4.4, S: 3 });
	});
	test('every score has one', () => {
		const { se0 } = snapshot(scores, green);
		expect(Object.keys(se0).sort()).toEqual(['A', 'P', 'S', 'drive', 'gap', 'practice', ...facetIds].sort());
		for (const [name, se] of Object.entries(se0)) expect(se, name).toBeGreaterThan(0);
	});
});

describe('posture', () => {
	test('is absent where it was not asked', () => expect(rounded({ posture: null }).posture).toBeNull());
	test('is rounded like the others', () => {
		const posture = { value: 66.7, se: 12, se0: 10.642, count: 6 };
		expect(rounded({ posture }).posture).toEqual({ value: 66.5, se0: 10.6, count: 6 });
	});
});

describe('the most that one answer moves', () => {
	test.each([
		['is never said to be less than it is', 2.41, 2.5],
		['a tenth stays', 2.5, 2.5],
		['a tenth that arithmetic has blurred stays', 0.1 + 0.2, 0.3],
		['without answers nothing', 0, 0],
	])('%s', (_, mostOneAnswerMoves, wanted) => expect(rounded({ mostOneAnswerMoves }).most).toBeCloseTo(wanted, 12));
});

describe('of the quality', () => {
	test('level, reasons and tension stay; what only this browser may show does not', () => {
		const quality: Quality = {
			level: 'amber',
			reasons: [{ id: 'speed', level: 'amber' }],
			tension: true,
			contradictions: [['A1d+', 'A1d-']],
			review: ['X1'],
		};
		expect(rounded({}, quality).quality).toEqual({
			level: 'amber',
			reasons: [{ id: 'speed', level: 'amber' }],
			tension: true,
		});
	});
	test('level and counts as they are', () => {
		const shot = snapshot(scores, green);
		expect([shot.level, shot.counts]).toEqual(['full', scores.counts]);
	});
});

describe('a kept result', () => {
	const result = { form: 'full' as const, answers, seed: 7, paceRating: 4 };
	test('is scored, judged in the order it was shown, and rounded', () => {
		const evaluated = evaluate(instrument, result);
		const quality = assess(instrument, answers, scores, shownOrder(instrument, result), 4);
		expect(evaluated).toEqual({ scores, quality, snapshot: snapshot(scores, quality) });
	});
	test('reads the same every time, whatever the order of its answers', () => {
		const other = Object.fromEntries(Object.entries(answers).reverse());
		expect(evaluate(instrument, { ...result, answers: other }).snapshot).toEqual(evaluate(instrument, result).snapshot);
	});
	test('answered in a second a question, it is red', () =>
		expect(evaluate(instrument, { ...result, paceRating: 0.5 }).snapshot.quality).toMatchObject({
			level: 'red',
			reasons: [{ id: 'speed', level: 'red' }],
		}));
	test('without one answer it has a place all the same', () => {
		const { snapshot: shot } = evaluate(instrument, { ...result, answers: {} });
		expect([shot.A, shot.P, shot.level, shot.quality.level]).toEqual([50, 50, 'quick', 'red']);
	});
	test('survives JSON: nothing in it is lost or NaN', () => {
		for (const given of [answers, { X1: 3 }, { X1: 0, O1: 3 }, { 'A1d+': 4 }]) {
			const { snapshot: shot } = evaluate(instrument, { ...result, answers: given });
			expect(JSON.parse(JSON.stringify(shot))).toEqual(shot);
		}
	});
	test('without answers the most that one moves is 0', () =>
		expect(evaluate(instrument, { ...result, answers: {} }).snapshot.most).toBe(0));
});
