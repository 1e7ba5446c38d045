import { describe, expect, test } from 'vitest';
import { categories, facetIds, type Answers, type FacetId } from '../../src/domain/instrument';
import { z90 } from '../../src/domain/normal';
import { probabilities, regions } from '../../src/domain/profile';
import { placeOf, read, tilt, type Place } from '../../src/domain/reading';
import { evaluate, type Snapshot } from '../../src/domain/snapshot';
import { instrument } from '../fake';

const perFacet = <T>(value: T): Record<FacetId, T> =>
	Object.fromEntries(facetIds.map((id) => [id, value])) as Record<FacetId, T>;
/** Errors as after 32 ratings and 8 pairs. */
const se0 = { A: 5.7, P: 5.7, S: 3.6, drive: 4, practice: 4, gap: 5.2, ...perFacet(9) };
const plain: Snapshot = {
	level: 'full',
	A: 50,
	P: 50,
	drive: 50,
	practice: 50,
	facets: perFacet(50),
	facetCalls: perFacet<-1 | 0 | 1>(0),
	se0,
	se0rel: { A: 4, P: 4, S: 3 },
	posture: null,
	counts: { ratings: 32, pairs: 8, posture: 0, ratingsA: 16, ratingsP: 16 },
	quality: { level: 'green', reasons: [], tension: false },
	most: 2.6,
};
const gamma = 0.15;
const reading = (change: Partial<Snapshot>, share = gamma) => read({ ...plain, ...change }, share);
const red = { level: 'red', reasons: [], tension: false } as const;
/** Standard error of a band that is `half` wide on each side. */
const wide = (half: number): number => half / z90;

describe('a place in words', () => {
	type Row = [string, number, number, Place['word'], Place['towards']];
	const rows: Row[] = [
		['20 points are strongly', 70, 9, 'strongly', 'architecture'],
		['just under 20 leans', 69.9, 9, 'leans', 'architecture'],
		['10 points lean', 60, 9, 'leans', 'architecture'],
		['just under 10 is told in points', 59.9, 9, 'points', 'architecture'],
		['20 points the other way', 30, 9, 'strongly', 'people'],
		['just under 20 the other way', 30.1, 9, 'leans', 'people'],
		['10 points the other way', 40, 9, 'leans', 'people'],
		['just under 10 the other way', 40.1, 9, 'points', 'people'],
		['a point, if the band is narrower than that', 51, 0.9, 'points', 'architecture'],
		['the band ends just short of the fulcrum', 60, 9.999, 'leans', 'architecture'],
		['the band just reaches across the fulcrum', 60, 10.001, 'undecided', null],
		['20 points that the band does not support', 70, 20.001, 'undecided', null],
		['on the fulcrum, the band up to 35 and 65', 50, 14.999, 'centre', null],
		['on the fulcrum, the band a little wider', 50, 15.001, 'undecided', null],
		['off the fulcrum, the band up to 65', 55, 9.999, 'centre', null],
		['off the fulcrum, the band beyond 65', 55, 10.001, 'undecided', null],
		['off the fulcrum, the band up to 35', 45, 9.999, 'centre', null],
		['off the fulcrum, the band beyond 35', 45, 10.001, 'undecided', null],
		['beyond the scale', 120, 9, 'strongly', 'architecture'],
		['below the scale', -20, 9, 'strongly', 'people'],
	];
	test.each(rows)('%s', (_, raw, half, word, towards) => {
		const place = placeOf(raw, wide(half));
		expect([place.word, place.towards]).toEqual([word, towards]);
	});
});

describe('a band', () => {
	test('stands around the score, in points of the scale and from the fulcrum', () => {
		const place = placeOf(61, wide(8));
		expect(place.value).toBe(61);
		expect(place.low).toBeCloseTo(53, 9);
		expect(place.high).toBeCloseTo(69, 9);
		expect([place.points, place.pointsLow, place.pointsHigh]).toEqual([11, place.low - 50, place.high - 50]);
	});
	test.each<[string, number, number, [number, number, number]]>([
		['is cut at 100', 97, 8, [97, 89, 100]],
		['is cut at 0', 3, 8, [3, 0, 11]],
		['a score beyond 100 stands at 100', 104, 8, [100, 96, 100]],
		['a score below 0 stands at 0', -4, 8, [0, 0, 4]],
	])('%s; its half-width is told uncut', (_, raw, half, [value, low, high]) => {
		const place = placeOf(raw, wide(half));
		expect(place.value).toBe(value);
		expect(place.low).toBeCloseTo(low, 9);
		expect(place.high).toBeCloseTo(high, 9);
		expect(place.half).toBeCloseTo(half, 9);
	});
});

describe('the tilt of the beam', () => {
	test.each<[string, number, number, number]>([
		['level on the fulcrum', 50, 9, 0],
		['level where the band lies across', 58, 9, 0],
		['left end down for architecture', 60, 9, -1.6],
		['right end down for people', 40, 9, 1.6],
		['at most 4 degrees', 75, 9, -4],
		['at most 4 degrees the other way', 1, 9, 4],
	])('%s', (_, raw, half, degrees) => expect(tilt(placeOf(raw, wide(half)))).toBeCloseTo(degrees, 9));
	test('small beams tilt less, also at the most', () => {
		expect(tilt(placeOf(60, wide(9)), 0.6)).toBeCloseTo(-0.96, 9);
		expect(tilt(placeOf(99, wide(9)), 0.6)).toBeCloseTo(-2.4, 9);
	});
});

describe('scores of a result', () => {
	test.each([
		[50, 50, 50, 50],
		[70, 50, 60, 60],
		[50, 70, 40, 60],
		[80, 80, 50, 80],
		[30.5, 41, 45, 36],
		[130, -30, 100, 50],
	])('A %d and P %d: the place is %d, the breadth %d', (A, P, S, B) => {
		const { place, B: breadth } = reading({ A, P });
		expect([place.value, breadth.value]).toEqual([S, B]);
	});
	/** A page says distances and differences, its tables values and ends: all come from the same whole numbers. */
	test.each<[string, number, number, [number, number, number]]>([
		['up from the centre', 62.5, 7.4, [63, 56, 70]],
		['alike down from it', 37.5, 7.4, [37, 30, 44]],
		['the half-width is rounded once', 62.4, 7.6, [62, 54, 70]],
		['cut at the end', 95.5, 7.6, [96, 88, 100]],
	])('whole points: %s', (_, raw, half, [value, low, high]) => {
		const place = placeOf(raw, wide(half));
		expect([place.value, place.low, place.high]).toEqual([value, low, high]);
		expect([place.points, place.pointsLow, place.pointsHigh]).toEqual([value - 50, low - 50, high - 50]);
		expect(place.exact).toBe(raw);
		expect(place.half).toBeCloseTo(half, 9);
	});
	test('a band that is said to lie on one side does not cross the centre once it is rounded', () => {
		for (let raw = 0; raw <= 100; raw += 0.25)
			for (let half = 0.5; half < 20; half += 0.5) {
				const { towards, low, high } = placeOf(raw, wide(half));
				expect(towards === 'architecture' ? low >= 50 : towards === 'people' ? high <= 50 : true).toBe(true);
			}
	});
	test('each band holds the scale-use term, which grows from the fulcrum', () => {
		const { place, A, drive, facets } = reading({ A: 70, P: 40, drive: 80, facets: { ...perFacet(50), A3: 20 } });
		expect(place.half).toBeCloseTo(z90 * Math.hypot(3.6, gamma * 15), 9);
		expect(A.half).toBeCloseTo(z90 * Math.hypot(5.7, gamma * 20), 9);
		expect(drive.half).toBeCloseTo(z90 * Math.hypot(4, gamma * 30), 9);
		expect(facets.A3.half).toBeCloseTo(z90 * Math.hypot(9, gamma * 30), 9);
		expect(facets.P1.half).toBeCloseTo(z90 * 9, 9);
		expect(reading({ A: 70, P: 40 }, 0).place.half).toBeCloseTo(z90 * 3.6, 9);
	});
	test('the breadth has the error that those of A, P and S leave it', () => {
		// Var S + Var B = (Var A + Var P) / 2.
		expect(reading({}).B.half).toBeCloseTo(z90 * Math.sqrt(5.7 ** 2 - 3.6 ** 2), 9);
		expect(reading({ se0: { ...se0, S: 9 } }).B.half).toBe(0);
	});
	test.each<[string, number, 'above' | 'neutral' | 'below']>([
		['well above', 70, 'above'],
		['the band ends above', 60, 'above'],
		['the band reaches neutral', 59, 'neutral'],
		['on neutral', 50, 'neutral'],
		['the band reaches neutral from below', 41, 'neutral'],
		['the band ends below', 40, 'below'],
	])('a pull against neutral: %s', (_, value, pull) => {
		expect(reading({ A: value }).pulls).toEqual({ architecture: pull, people: 'neutral' });
		expect(reading({ P: value }).pulls).toEqual({ architecture: 'neutral', people: pull });
	});
	test('facets that stand apart are listed, architecture first', () => {
		const calls = { ...perFacet<-1 | 0 | 1>(0), P2: 1, A4: -1, A1: 1 } as const;
		const { standing, facets } = reading({ facetCalls: calls });
		expect(standing).toEqual(['A1', 'A4', 'P2']);
		expect(facetIds.map((id) => facets[id].call)).toEqual([1, 0, 0, -1, 0, 1, 0, 0]);
		expect(reading({}).standing).toEqual([]);
	});
});

describe('drive against practice', () => {
	const half = z90 * Math.hypot(5.2, gamma * 9);
	test.each<[string, 'full' | 'quick', number, number, number | null]>([
		['more than the noise, towards architecture', 'full', 60, 50, 10],
		['more than the noise, towards people', 'full', 45, 56, -11],
		['within the noise', 'full', 54, 46, null],
		['none', 'full', 50, 50, null],
		['never of the quick form', 'quick', 90, 10, null],
	])('%s', (_, level, drive, practice, points) => {
		const { gap } = reading({ level, drive, practice });
		expect(gap?.points ?? null).toBe(points);
	});
	test('9 points are just more than the noise of the full form, 8.5 are not', () => {
		expect(half).toBeLessThan(9);
		expect(reading({ drive: 59 }).gap).toEqual({ points: 9, half });
		expect(reading({ drive: 58.5 }).gap).toBeNull();
	});
	test('is the difference of the two places as they are shown', () => {
		// 66.5 and 29.5 stand at 67 and 29: the tables say 67 and 29, so the gap is 38.
		expect(reading({ drive: 66.5, practice: 29.5 })).toMatchObject({ drive: { value: 67 }, practice: { value: 29 }, gap: { points: 38 } }); // prettier-ignore
	});
	test.each<[string, Partial<Snapshot>, boolean]>([
		['opposite ways, the place at the centre', { drive: 66, practice: 34 }, true],
		['the other way round', { drive: 34, practice: 66 }, true],
		['one half whose band reaches the centre', { drive: 55, practice: 34 }, false],
		['both on one side', { drive: 80, practice: 62 }, false],
		['opposite ways, the place on one side', { A: 75, P: 40, drive: 80, practice: 41 }, false],
		['no gap beyond the noise', { drive: 50, practice: 50 }, false],
		['the quick form, which states no gap', { level: 'quick', drive: 80, practice: 20 }, false],
	])('torn: %s', (_, change, torn) => expect(reading(change).torn).toBe(torn));
	test('each has a place of its own', () => {
		const { drive, practice } = reading({ drive: 72, practice: 47 });
		expect([drive.word, practice.word]).toEqual(['strongly', 'centre']);
	});
});

describe('posture', () => {
	test('not asked', () => expect(reading({}).posture).toBeNull());
	test.each<[string, number, number, 'offence' | 'defence' | 'both']>([
		['the band above 50', 70, 10.6, 'offence'],
		['the band below 50', 30, 10.6, 'defence'],
		['the band across 50', 60, 10.6, 'both'],
		['just across', 66, 10, 'both'],
		['just not', 67.5, 10, 'offence'],
		['just not, below', 32.5, 10, 'defence'],
		['on 50', 50, 10.6, 'both'],
		['beyond the scale', 110, 10.6, 'offence'],
	])('%s', (_, value, error, word) => {
		const { posture } = reading({ posture: { value, se0: error, count: 6 } });
		expect(posture).toMatchObject({ word, count: 6 });
		expect(posture?.half).toBeCloseTo(z90 * Math.hypot(error, gamma * (value - 50)), 9);
	});
	test.each<[string, number, number, 'offence' | 'defence' | null]>([
		['8 points from the middle are about as often', 58, 10.6, null],
		['8 points the other way', 42, 10.6, null],
		['more leans, undecided', 58.5, 10.6, 'offence'],
		['more the other way', 41.5, 10.6, 'defence'],
		['a decided one does not lean, it has a word', 80, 10.6, null],
	])('what it leans to: %s', (_, value, error, leans) =>
		expect(reading({ posture: { value, se0: error, count: 6 } }).posture?.leans).toBe(leans),
	);
	test('answers that contradict each other widen it too', () => {
		const posture = { value: 70, se0: 10.6, count: 6 };
		expect(reading({ posture, quality: red }).posture?.word).toBe('both');
	});
});

describe('answers that contradict each other', () => {
	const change = { A: 80, P: 30, drive: 70, practice: 60, facets: perFacet(65), posture: { value: 60, se0: 9, count: 6 } }; // prettier-ignore
	test('every band is half as wide again', () => {
		const [good, bad] = [reading(change), reading({ ...change, quality: red })];
		for (const name of ['place', 'A', 'P', 'B', 'drive', 'practice', 'posture'] as const)
			expect(bad[name]!.half / good[name]!.half, name).toBeCloseTo(1.5, 9);
		for (const id of facetIds) expect(bad.facets[id].half / good.facets[id].half, id).toBeCloseTo(1.5, 9);
	});
	test('the chances spread over more than one region, and none is named', () => {
		const [good, bad] = [reading({ A: 78, P: 50 }), reading({ A: 78, P: 50, quality: red })];
		expect(good.call.kind).not.toBe('none');
		expect(bad.call.kind).toBe('none');
		expect(bad.chances.ARCHITECT).toBeLessThan(good.chances.ARCHITECT - 0.05);
	});
	test('a gap has to be half as wide again', () => {
		expect(reading({ drive: 62 }).gap).not.toBeNull();
		expect(reading({ drive: 62, quality: red }).gap).toBeNull();
		expect(reading({ drive: 70, quality: red }).gap?.half).toBeCloseTo(1.5 * z90 * Math.hypot(5.2, gamma * 20), 9);
	});
	test('amber widens nothing', () =>
		expect(reading({ ...change, quality: { ...red, level: 'amber' } }).place).toEqual(reading(change).place));
});

describe('chances', () => {
	test('in per cent they add up to 100', () => {
		for (let A = -30; A <= 130; A += 11.5)
			for (let P = -30; P <= 130; P += 12.5) {
				const { percents, chances } = reading({ A, P });
				expect(regions.reduce((sum, id) => sum + percents[id], 0)).toBe(100);
				expect(regions.reduce((sum, id) => sum + chances[id], 0)).toBeCloseTo(1, 9);
			}
	});
	test.each([
		[80, 30, 'ARCHITECT'],
		[30, 80, 'PEOPLE'],
		[90, 88, 'UNICORN'],
		[10, 12, 'ELSEWHERE'],
		[50, 50, 'MIDDLE'],
	] as const)('A %d and P %d: clear in the full form', (A, P, region) =>
		expect(reading({ A, P }).call).toMatchObject({ kind: 'clear', first: region }),
	);
	test('the short form names neither both ends nor elsewhere', () =>
		expect(reading({ A: 90, P: 88, level: 'quick' }).call).toMatchObject({ kind: 'open', note: 'full-would-tell' }));
});

describe('real answers', () => {
	/** Park and Miller's generator. */
	const numbers = (seed: number) => (below: number) => (seed = (seed * 48271) % 2147483647) % below;
	const sittings = Array.from({ length: 150 }, (_, seed) => {
		const random = numbers(seed * 7919 + 1);
		const kept = 1 + random(10);
		const answers: Answers = Object.fromEntries(
			instrument.items.filter(() => random(10) < kept).map((item) => [item.id, random(categories(item))]),
		);
		return { form: 'full' as const, answers, seed, paceRating: 4 };
	});
	const cases = [{ form: 'full' as const, answers: {}, seed: 1, paceRating: null }, ...sittings];

	test('A and P have a covariance that is one, however few the answers', () => {
		for (const result of cases) {
			const { A, P, S } = evaluate(instrument, result).snapshot.se0;
			const covariance = (A ** 2 + P ** 2) / 2 - 2 * S ** 2;
			expect(A ** 2 * P ** 2 - covariance ** 2).toBeGreaterThan(0);
		}
	});
	test('rounding moves no place by more than half a point, and no chance by more than a few per cent', () => {
		for (const result of cases) {
			const { scores, snapshot } = evaluate(instrument, result);
			const { place, chances } = read({ ...snapshot, quality: plain.quality }, instrument.gamma);
			expect(Math.abs(place.exact - scores.S.raw)).toBeLessThanOrEqual(0.5);
			expect(Math.abs(place.value - Math.min(100, Math.max(0, place.exact)))).toBeLessThanOrEqual(0.5);
			expect(Math.abs(place.half - z90 * scores.S.se)).toBeLessThan(0.2);
			const exact = probabilities(scores.A.raw, scores.P.raw, scores.V);
			for (const id of regions) expect(Math.abs(chances[id] - exact[id])).toBeLessThan(0.04);
		}
	});
});
