import { describe, expect, test } from 'vitest';
import { carriersAmong, coverage, expectedBest, facetCarriers, type Carriers } from '../../src/domain/coverage';
import { facetIds } from '../../src/domain/instrument';
import { cdf, density } from '../../src/domain/normal';
import { gamma, perFacet, quick, red, shot } from './shots';
import { meanOf, member, share } from './team';

/** Four standard errors of a share of 20,000 draws, and the .003 that the grid may be off. */
const within = 0.0172;
const seen = <T>(values: readonly T[], of: (value: T) => boolean): number => values.filter(of).length;

const teams = {
	'one in the middle': [member(50, 50)],
	'one on the cut at both ends': [member(60, 60)],
	'a CTO and a VP': [member(72, 38, 'cto'), member(35, 70, 'vp')],
	'five, nobody sure': [member(57, 41), member(61, 52), member(55, 58), member(48, 62), member(40, 59)],
	'quick answers': [member(66, 45, null, quick), member(50, 58, null, quick), member(58, 30, null, quick)],
	'one contradicts itself': [member(68, 40, null, { quality: red }), member(52, 57), member(45, 45)],
	'eight on one side': [62, 64, 70, 58, 55, 75, 49, 66].map((A, i) => member(A, 28 + 3 * i)),
	'both ends in one': [member(90, 85), member(30, 35)],
	'low at both': [member(20, 25), member(30, 28), member(36, 20)],
};

describe.each(Object.entries(teams))('as drawn: %s', (_, members) => {
	const { ends, both } = coverage(members, gamma);
	test.each([
		['architecture', 0],
		['people', 1],
	] as const)('%s', (end, at) => {
		const { any, two, best } = ends[end];
		expect(Math.abs(any - share(members, (truths) => truths.some((one) => one[at] >= 60)))).toBeLessThan(within);
		const twice = share(members, (truths) => seen(truths, (one) => one[at] >= 60) >= 2);
		expect(Math.abs(two - twice)).toBeLessThan(within);
		const drawn = meanOf(members, (truths) => Math.max(...truths.map((one) => one[at])));
		expect(Math.abs(best! - drawn)).toBeLessThan(0.4);
	});
	test('both ends', () => {
		const drawn = share(members, (all) => all.some(([A]) => A >= 60) && all.some(([, P]) => P >= 60));
		expect(Math.abs(both - drawn)).toBeLessThan(within);
		expect(both).toBeLessThanOrEqual(Math.min(ends.architecture.any, ends.people.any) + 1e-12);
	});
});

describe('how many carry it, in words', () => {
	/** Somebody who carries it with this probability, to seven places. */
	const sure = (p: number) => {
		let [low, high] = [0, 120];
		for (let i = 0; i < 60; i += 1)
			if (carriersAmong([{ value: (low + high) / 2, se: 10 }]).any < p) low = (low + high) / 2;
			else high = (low + high) / 2;
		return { value: high, se: 10 };
	};
	test.each<[string, number[], Carriers['call']]>([
		['nobody there', [], 'open'],
		['just under even chances', [0.4999], 'open'],
		['even chances', [0.5001], 'unsure'],
		['just under .80', [0.7999], 'unsure'],
		['.80 by one person', [0.8001], 'one'],
		['surely one, and hardly a second', [0.999, 0.3], 'one'],
		['surely one, a second just under even chances', [0.99999, 0.4999], 'one'],
		['surely one, a second at even chances', [0.99999, 0.5001], 'covered'],
		['two', [0.9, 0.9], 'covered'],
		['many who are each unsure', Array.from({ length: 12 }, () => 0.2), 'covered'],
		['many who hardly are', Array.from({ length: 5 }, () => 0.1), 'open'],
		['six at one in five', Array.from({ length: 6 }, () => 0.2), 'unsure'],
	])('%s', (_, chances, call) => {
		const got = carriersAmong(chances.map(sure));
		expect(got.call).toBe(call);
		// Every subset of the people, written out.
		let [any, two] = [0, 0];
		for (let set = 1; set < 2 ** chances.length; set += 1) {
			const p = chances.reduce((product, chance, i) => product * ((set >> i) & 1 ? chance : 1 - chance), 1);
			any += p;
			if ((set & (set - 1)) !== 0) two += p;
		}
		expect(got.any).toBeCloseTo(any, 6);
		expect(got.two).toBeCloseTo(two, 6);
	});
	test.each([
		['on the cut', 60, 1],
		['just below it', 59.9, 0],
	])('without an error the score decides: %s', (_, value, any) =>
		expect(carriersAmong([{ value, se: 0 }])).toMatchObject({ any, two: 0 }),
	);
});

describe('the expected best', () => {
	test('of nobody is none', () => expect(expectedBest([])).toBeNull());
	test('of one is the score', () => {
		for (const value of [-10, 37.5, 50, 61, 110]) expect(expectedBest([{ value, se: 6 }])).toBeCloseTo(value, 3);
	});
	test('of two alike lies .564 errors above them', () =>
		expect(expectedBest([{ value: 50, se: 8 }, { value: 50, se: 8 }])).toBeCloseTo(50 + 8 / Math.sqrt(Math.PI), 6)); // prettier-ignore
	test('a wide error counts, even far below', () => {
		// Clark (1961), for two.
		const apart = Math.hypot(6, 15);
		const exact = 80 * cdf(35 / apart) + 45 * cdf(-35 / apart) + apart * density(35 / apart);
		expect(expectedBest([{ value: 80, se: 6 }, { value: 45, se: 15 }])).toBeCloseTo(exact, 4); // prettier-ignore
		expect(exact).toBeGreaterThan(80.05);
	});
	test('leaving out those who can not be the best changes nothing', () => {
		const few = [{ value: 80, se: 6 }, { value: 77, se: 9 }]; // prettier-ignore
		const many = [...Array.from({ length: 50 }, (_, i) => ({ value: i % 20, se: 5 })), ...few];
		expect(expectedBest(many)).toBe(expectedBest(few));
		expect(expectedBest([{ value: 21, se: 6 }, ...few])!).toBeCloseTo(expectedBest(few)!, 6);
	});
});

describe('the weak end', () => {
	test.each([
		['both in one pair of hands each', [member(75, 30), member(30, 75)], null],
		['people', [member(75, 40), member(70, 45)], 'people'],
		['architecture', [member(40, 75), member(45, 70)], 'architecture'],
		['.17 apart is not told', [member(61.5, 59)], null],
		['.23 apart is', [member(62.5, 59)], 'people'],
		['neither covered', [member(30, 30)], null],
		['nobody', [], null],
	] as const)('%s', (_, members, weak) => expect(coverage(members, gamma).weak).toBe(weak));
});

test('a team without members covers nothing and has no best', () => {
	const nobody = { any: 0, two: 0, call: 'open', best: null };
	expect(coverage([], gamma)).toEqual({ ends: { architecture: nobody, people: nobody }, both: 0, weak: null });
});

test('answers that contradict each other make it less sure', () => {
	const of = (quality = shot().quality) => coverage([member(70, 50, null, { quality })], gamma).ends.architecture.any;
	expect(of()).toBeGreaterThan(0.93);
	expect(of(red)).toBeLessThan(0.9);
	expect(of({ ...red, level: 'amber' })).toBe(of());
});

describe('carriers of a facet', () => {
	const facets = (change: Partial<Record<(typeof facetIds)[number], number>>) =>
		member(50, 50, null, { facets: { ...perFacet(40), ...change } });
	test('each facet by its own scores and errors', () => {
		const got = facetCarriers([facets({ A1: 85, A2: 85, P4: 62 }), facets({ A1: 85, P4: 50 })], gamma);
		expect(facetIds.map((id) => got[id].call)).toEqual(['covered', 'one', ...Array(5).fill('open'), 'unsure']);
		expect(got.A1).toEqual(carriersAmong([1, 2].map(() => ({ value: 85, se: Math.hypot(9, gamma * 35) }))));
	});
	test('of nobody are none', () => {
		for (const one of Object.values(facetCarriers([], gamma))) expect(one).toEqual({ any: 0, two: 0, call: 'open' });
	});
});

test('ten thousand members: nothing is lost in the product, and it takes well under two seconds', () => {
	const members = Array.from({ length: 10_000 }, (_, i) => member(20 + (i % 17), 15 + (i % 23)));
	const { ends, both } = coverage(members, gamma);
	const exact = (end: 'A' | 'P') =>
		carriersAmong(members.map(({ snapshot }) => ({ value: snapshot[end], se: Math.hypot(5.652, gamma * (snapshot[end] - 50)) }))).any; // prettier-ignore
	expect(ends.architecture.any).toBeCloseTo(exact('A'), 12);
	expect(ends.people.any).toBeCloseTo(exact('P'), 12);
	expect(both).toBeGreaterThan(0);
	expect(both).toBeLessThanOrEqual(Math.min(exact('A'), exact('P')));
}, 2000);
