import { describe, expect, test } from 'vitest';
import { change, differ, sameItems, twoPeople, type Difference } from '../../src/domain/compare';
import { facetIds, type Answers } from '../../src/domain/instrument';
import { z90 } from '../../src/domain/normal';
import { shownOrder, type Result } from '../../src/domain/result';
import { sentOf, type Sent } from '../../src/domain/sent';
import { evaluate, type Snapshot } from '../../src/domain/snapshot';
import { instrument } from '../fake';
import { gamma, normals, perFacet, quick, red, sent, shot, uniform } from './shots';

const base = sent().snapshot;
const counted = (counts: Partial<Snapshot['counts']>) => ({ counts: { ...base.counts, ...counts } });

const twice = (one: Sent): [Sent, Sent] => [one, one];
const record = {
	id: 'x',
	takenAt: '2026-11-22T09:30:00.000Z',
	instrument: { id: instrument.id, version: instrument.version },
	language: 'en',
	name: null,
	person: null,
	context: sent().context,
	seconds: 300,
	paceRating: 4,
	week: null,
};

describe('the same questions answered', () => {
	test.each<[string, Sent, Sent, boolean]>([
		['the full form twice', sent(), sent(), true],
		['however they were answered', sent(), sent({ A: 80, quality: red }), true],
		['the quick form twice', sent(quick), sent(quick), true],
		['sharpened to the end counts as full', sent(), sent({}, { form: 'sharpened' }), true],
		['quick and full', sent(quick), sent(), false],
		['another version', sent(), sent({}, { version: '1.0.1' }), false],
		['posture asked of one only', sent(), sent(counted({ posture: 0 }), { asked: 40 }), false],
		['one skipped a question', sent(), sent(counted({ ratings: 31, ratingsA: 15 })), false],
		['both skipped one: nobody can tell which', ...twice(sent(counted({ ratings: 31, ratingsA: 15 }))), false],
		['as many, but other kinds', sent(), sent(counted({ ratings: 34, posture: 4 })), false],
		['as many, but of another end', sent(), sent(counted({ ratingsA: 20, ratingsP: 12 })), false],
		['nothing asked', ...twice(sent(counted({ ratings: 0, pairs: 0, posture: 0 }), { asked: 0 })), false],
	])('%s', (_, one, two, same) => {
		expect(sameItems(one, two)).toBe(same);
		expect(sameItems(two, one)).toBe(same);
	});

	test('what is sent decides as the questions themselves would', () => {
		const { full } = instrument.forms;
		const taken = [2, 3, 4, 5, 6].flatMap((blocks) =>
			[0, 1].map((seed): Result => {
				const ids = instrument.blocks.filter(({ id }) => full.indexOf(id) < blocks).flatMap(({ items }) => items);
				const answers: Answers = Object.fromEntries(ids.map((id, i) => [id, (i + seed) % 4]));
				return { ...record, form: blocks === 6 ? 'full' : 'quick', answers, seed };
			}),
		);
		const { X1: _, ...skipped } = taken.at(-1)!.answers;
		const all = [...taken, { ...taken.at(-1)!, answers: skipped }];
		const sents = all.map((result) => sentOf(instrument, result, evaluate(instrument, result).snapshot, '2026-11-22'));
		const asked = all.map((result) => shownOrder(instrument, result).filter((id) => result.answers[id] !== undefined));
		sents.forEach((one, i) =>
			sents.forEach((two, j) => {
				const same = [...asked[i]!].sort().join() === [...asked[j]!].sort().join();
				// A sitting with something skipped is never the same, not even as itself.
				expect(sameItems(one, two), `${i} and ${j}`).toBe(same && i < taken.length && j < taken.length);
			}),
		);
	});
});

describe('two scores', () => {
	type Row = [string, number, Difference['call'], Difference['further']];
	/** Standard error of the difference: 5. */
	const of = (value: number) => differ({ value: 50 + value, se: 3 }, { value: 50, se: 4 });
	test.each<Row>([
		['equal', 0, 'untold', null],
		['.80 is reached at .8416 standard errors', 0.8417 * 5, 'probably', 'one'],
		['just short of it', 0.8416 * 5, 'untold', null],
		['the other way', -0.8417 * 5, 'probably', 'two'],
		['.95 is reached at 1.6449', 1.6449 * 5, 'reliably', 'one'],
		['just short of it', 1.6448 * 5, 'probably', 'one'],
		['the other way', -1.6449 * 5, 'reliably', 'two'],
		['far apart', 90, 'reliably', 'one'],
	])('%s', (_, points, call, further) => {
		const got = of(points);
		expect(got).toMatchObject({ call, further });
		expect(got.points).toBeCloseTo(points, 9);
		expect(got.half).toBeCloseTo(z90 * 5, 9);
		expect(got.p + of(-points).p).toBeCloseTo(1, 12);
	});
	test('without an error any difference is one, and none is none', () => {
		expect(differ({ value: 51, se: 0 }, { value: 50, se: 0 })).toMatchObject({
			p: 1,
			call: 'reliably',
			further: 'one',
		});
		expect(differ({ value: 50, se: 0 }, { value: 51, se: 0 })).toMatchObject({ p: 0, further: 'two' });
		expect(differ({ value: 50, se: 0 }, { value: 50, se: 0 })).toMatchObject({ p: 0.5, call: 'untold', further: null });
	});
});

describe('two people', () => {
	test('the full form: about 8 points of place near the centre (measurement 6)', () => {
		const { S, A } = twoPeople(sent({ A: 54, P: 46 }), sent({ A: 46, P: 54 }), gamma);
		expect(S.points).toBe(8);
		expect(S.call).toBe('reliably');
		expect(S.half).toBeCloseTo(z90 * Math.SQRT2 * Math.hypot(3.337, gamma * 4), 9);
		expect(A.half).toBeCloseTo(z90 * Math.SQRT2 * Math.hypot(5.151, gamma * 4), 9);
		const nearer = twoPeople(sent({ A: 53.5, P: 46.5 }), sent({ A: 46.5, P: 53.5 }), gamma);
		expect([nearer.S.points, nearer.S.call]).toEqual([7, 'probably']);
	});
	test('the place, not A and P, where the pulls differ in height only', () => {
		const got = twoPeople(sent({ A: 75, P: 75 }), sent({ A: 40, P: 40 }), gamma);
		expect([got.S.call, got.A.call, got.P.call]).toEqual(['untold', 'reliably', 'reliably']);
		expect([got.S.further, got.A.further, got.P.further]).toEqual([null, 'one', 'one']);
	});
	test.each<[string, Sent, Sent, number]>([
		['after other questions the error is absolute', sent(quick), sent(), Math.hypot(5.031, 3.633)],
		['also where one was skipped', ...twice(sent(counted({ ratings: 31, ratingsP: 15 }))), 3.633 * Math.SQRT2],
		['also between versions', sent(), sent({}, { version: '2.0.0' }), 3.633 * Math.SQRT2],
		['after the same quick questions it is relative', ...twice(sent(quick)), 4.725 * Math.SQRT2],
		[
			'one that contradicts itself is half as wide again',
			sent({ quality: red }),
			sent(),
			Math.hypot(1.5 * 3.337, 3.337),
		],
		['amber widens nothing', sent({ quality: { ...red, level: 'amber' } }), sent(), 3.337 * Math.SQRT2],
	])('%s', (_, one, two, se) => expect(twoPeople(one, two, gamma).S.half).toBeCloseTo(z90 * se, 9));
	test('scale use widens with the distance from the centre, and where it is red', () => {
		const far = sent({ A: 90, P: 30, quality: red });
		expect(twoPeople(far, sent(), gamma).S.half).toBeCloseTo(z90 * Math.hypot(1.5 * 3.337, 1.5 * gamma * 30, 3.337), 9);
		expect(twoPeople(far, sent(), 0).S.half).toBeCloseTo(z90 * Math.hypot(1.5 * 3.337, 3.337), 9);
	});
	test('what is stated is what comes true: .95 of the time, over people drawn at random', () => {
		const draw = normals(uniform(5));
		let [stated, right, reliable, reliablyRight] = [0, 0, 0, 0];
		for (let i = 0; i < 20_000; i += 1) {
			// As the model has it: what is reported is known, the truth lies around it.
			const [one, two] = [50 + 13 * draw(), 50 + 13 * draw()];
			const got = differ({ value: one, se: 3.337 }, { value: two, se: 3.337 });
			const truth = one + 3.337 * draw() - (two + 3.337 * draw());
			if (got.further === null) continue;
			const hit = truth > 0 === (got.further === 'one') ? 1 : 0;
			stated += Math.max(got.p, 1 - got.p);
			right += hit;
			if (got.call === 'reliably') [reliable, reliablyRight] = [reliable + 1, reliablyRight + hit];
		}
		expect(Math.abs(right - stated) / 20_000).toBeLessThan(0.01);
		expect(reliablyRight / reliable).toBeGreaterThan(0.98);
	});
});

describe('change', () => {
	test('the full form twice: 10.2 points of place and 15.2 of a pull are needed (measurement 6)', () => {
		const { scores, comparable, why, gap } = change(sent(), sent());
		expect(scores.S.needed).toBeCloseTo(10.2, 1);
		expect(scores.A.needed).toBeCloseTo(15.2, 1);
		expect(scores.P.needed).toBe(scores.A.needed);
		// Without a relative error: drive, practice and the facets.
		expect(scores.drive.needed).toBeCloseTo(z90 * Math.sqrt(2 * 4.369 ** 2 + 32), 9);
		expect(scores.A1.needed).toBeCloseTo(z90 * Math.sqrt(2 * 81 + 32), 9);
		expect(gap?.needed).toBeCloseTo(z90 * Math.sqrt(2 * 5.229 ** 2 + 2 * 2.83 ** 2), 9);
		expect([comparable, why]).toEqual([true, null]);
		expect(Object.keys(scores)).toEqual(['S', 'A', 'P', 'drive', 'practice', ...facetIds]);
		for (const { points, changed } of Object.values(scores)) expect([points, changed]).toEqual([0, 0]);
	});
	test.each<[string, number, number, -1 | 0 | 1]>([
		['10.5 points of place count', 60.5, 39.5, 1],
		['10 do not', 60, 40, 0],
		['the other way', 39.5, 60.5, -1],
		['the other way, too little', 40, 60, 0],
	])('%s', (_, A, P, changed) => {
		const { S } = change(sent(), sent({ A, P })).scores;
		expect(S.changed).toBe(changed);
		expect(S.points).toBe((A - P) / 2);
	});
	test('counts from exactly the points that are needed', () => {
		const { needed } = change(sent(), sent()).scores.A;
		expect(change(sent(), sent({ A: 50 + needed + 1e-9 })).scores.A.changed).toBe(1);
		expect(change(sent(), sent({ A: 50 + needed - 1e-9 })).scores.A.changed).toBe(0);
	});
	test('every score on its own: later minus earlier', () => {
		const later = { drive: 70, practice: 30, facets: { ...perFacet(50), A2: 81, P3: 20 } };
		const { scores, gap } = change(sent({ drive: 45, practice: 55 }), sent(later));
		expect([scores.drive.points, scores.practice.points, gap?.points]).toEqual([25, -25, 50]);
		expect([scores.drive.changed, scores.practice.changed, gap?.changed]).toEqual([1, -1, 1]);
		expect([scores.A2.points, scores.P3.points, scores.A1.points]).toEqual([31, -30, 0]);
		expect([scores.A2.changed, scores.P3.changed, scores.A1.changed]).toEqual([1, -1, 0]);
	});
	test('how far from the centre it is plays no part: scale use is the same both times', () =>
		expect(change(sent({ A: 95, P: 5 }), sent({ A: 99, P: 1 })).scores.S.needed).toBe(
			change(sent(), sent()).scores.S.needed,
		));
	test('after other questions the error is absolute', () =>
		expect(change(sent(quick), sent()).scores.S.needed).toBeCloseTo(
			z90 * Math.sqrt(5.031 ** 2 + 3.633 ** 2 + 2 * 2.83 ** 2),
			9,
		));
	test.each<[string, Sent, Sent, boolean]>([
		['of two full sittings', sent(), sent(), true],
		['not where the first was quick', sent(quick), sent(), false],
		['not where the second was quick', sent(), sent(quick), false],
	])('a gap: %s', (_, before, after, has) => expect('gap' in change(before, after)).toBe(has));
	test('another version of the instrument: the points stand, and none is a change', () => {
		const got = change(sent({}, { version: '0.9.0' }), sent({ A: 99, P: 1, drive: 99, practice: 1 }));
		expect([got.comparable, got.why]).toEqual([false, 'version']);
		expect(got.scores.S.points).toBe(49);
		for (const { changed } of [...Object.values(got.scores), got.gap!]) expect(changed).toBe(0);
	});
	test('a sitting that contradicts itself needs more, and says why', () => {
		const got = change(sent({ quality: red }), sent());
		expect([got.comparable, got.why]).toEqual([true, 'quality']);
		expect(got.scores.S.needed).toBeCloseTo(z90 * Math.sqrt(3.25 * 3.337 ** 2 + 2 * 2.83 ** 2), 9);
		expect(got.scores.A1.needed).toBeCloseTo(z90 * Math.sqrt(3.25 * 81 + 32), 9);
		expect(got.gap?.needed).toBeCloseTo(z90 * Math.sqrt(3.25 * 5.229 ** 2 + 2 * 2.83 ** 2), 9);
		const other = change(sent(), sent({ quality: red }));
		expect([other.gap?.needed, other.scores.S.needed]).toEqual([got.gap?.needed, got.scores.S.needed]);
		expect(change(sent(), sent({ quality: { ...red, level: 'amber' } })).why).toBeNull();
	});
	test('one in ten who has not changed is told so, and a true change of 8 points is seen in one of three', () => {
		const draw = normals(uniform(11));
		const seen = (moved: number): number => {
			let count = 0;
			for (let i = 0; i < 5000; i += 1) {
				const day = () => 3.337 * draw() + 2.83 * draw();
				const [before, after] = [day(), moved + day()];
				const { S } = change(sent({ A: 50 + before, P: 50 - before }), sent({ A: 50 + after, P: 50 - after })).scores;
				count += Math.abs(S.changed);
			}
			return count / 5000;
		};
		expect(Math.abs(seen(0) - 0.1)).toBeLessThan(0.015);
		expect(Math.abs(seen(8) - 0.36)).toBeLessThan(0.03);
	});
});

test('a real sitting: rounded errors move what is needed by less than .2', () => {
	const answers = Object.fromEntries(instrument.items.map(({ id }) => [id, 2]));
	const result: Result = { ...record, form: 'full', answers, seed: 3 };
	const { snapshot } = evaluate(instrument, result);
	const real = sentOf(instrument, result, { ...snapshot, quality: shot().quality }, '2026-11-22');
	expect(Math.abs(change(real, real).scores.S.needed - 10.2)).toBeLessThan(0.2);
	expect(Math.abs(change(real, real).scores.A.needed - 15.2)).toBeLessThan(0.2);
});
