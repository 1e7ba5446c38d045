import { describe, expect, test } from 'vitest';
import { coverage, type Member } from '../../src/domain/coverage';
import { bestHire, withHire } from '../../src/domain/hire';
import { gamma } from './shots';
import { member } from './team';

/** What the full form leaves unsure, A and P wrong independently: as a hire is imagined. */
const se = 5.7;
const asMember = (A: number, P: number): Member =>
	member(A, P, null, { se0: { ...member(50, 50).snapshot.se0, A: se, P: se, S: se / Math.SQRT2 } });

describe('with a hire', () => {
	const team = [member(75, 35, 'cto'), member(62, 50)];
	test.each([
		[30, 78],
		[50, 50],
		[80, 20],
		[68, 66],
	])('at A %d and P %d: coverage as if they had answered', (A, P) => {
		const [got, wanted] = [withHire(team, { A, P, se }, gamma), coverage([...team, asMember(A, P)], gamma)];
		expect(got.both).toBeCloseTo(wanted.both, 9);
		expect(got.weak).toBe(wanted.weak);
		for (const end of ['architecture', 'people'] as const) {
			expect(got.ends[end].any).toBeCloseTo(wanted.ends[end].any, 9);
			expect(got.ends[end].two).toBeCloseTo(wanted.ends[end].two, 9);
			expect(got.ends[end].best).toBeCloseTo(wanted.ends[end].best!, 6);
		}
	});
	test('a team without members is the hire', () =>
		expect(withHire([], { A: 75, P: 30, se }, gamma).both).toBeCloseTo(coverage([asMember(75, 30)], gamma).both, 9));
	test('no hire makes the cover smaller', () => {
		const now = coverage(team, gamma).both;
		for (let A = 0; A <= 100; A += 10)
			for (let P = 0; P <= 100; P += 10)
				expect(withHire(team, { A, P, se }, gamma).both).toBeGreaterThanOrEqual(now - 1e-9);
	});
});

describe('the place that adds most', () => {
	/** Every place of the rule, by the slow way. */
	const places = (team: readonly Member[]) => {
		const now = coverage(team, gamma).both;
		return Array.from({ length: 169 }, (_, i) => [20 + 5 * Math.floor(i / 13), 20 + 5 * (i % 13)] as const)
			.filter(([A, P]) => A + P <= 100)
			.map(([A, P]) => ({ A, P, gain: withHire(team, { A, P, se }, gamma).both - now }));
	};
	test.each<[string, Member[]]>([
		['the people end is open', [member(75, 35), member(70, 30)]],
		['the architectural end is open', [member(35, 75), member(30, 70)]],
		['the architectural end is only likely', [member(60, 78), member(40, 66)]],
		['both ends are open', [member(55, 52), member(50, 57)]],
		['a large team that is open at one end', Array.from({ length: 60 }, (_, i) => member(60 + (i % 20), 30))],
	])('%s', (_, team) => {
		const got = bestHire(team, gamma)!;
		const all = places(team);
		const most = Math.max(...all.map(({ gain }) => gain));
		const found = all.find(({ A, P }) => A === got.A && P === got.P)!;
		expect(found.gain).toBeGreaterThanOrEqual(0.9 * most - 1e-6);
		expect(got.gain).toBeCloseTo(found.gain, 5);
		expect(got.both).toBeCloseTo(withHire(team, { ...got, se }, gamma).both, 5);
		// Nothing nearer to neutral answers does as well.
		const reach = ({ A, P }: { A: number; P: number }) => Math.hypot(A - 50, P - 50);
		for (const one of all) if (reach(one) < reach(got) - 1e-9) expect(one.gain).toBeLessThan(0.9 * most + 1e-6);
	});
	test.each<[string, Member[], 'architecture' | 'people']>([
		['people, where that end is open', [member(75, 35), member(70, 30)], 'people'],
		['architecture, where that one is', [member(35, 75), member(30, 70)], 'architecture'],
	])('lies towards %s', (_, team, end) => {
		const { A, P, gain } = bestHire(team, gamma)!;
		expect(A > P ? 'architecture' : 'people').toBe(end);
		expect(A + P).toBeLessThanOrEqual(100);
		expect(gain).toBeGreaterThan(0.8);
	});
	test.each([
		['seen as after the full form', undefined, [30, 70]],
		['seen more surely', 4, [30, 70]],
		['so surely that nine tenths of the most are reached nearer', 3, [35, 65]],
	])('%s', (_, error, place) => {
		const { A, P } = bestHire([member(75, 35)], gamma, error)!;
		expect([A, P]).toEqual(place);
	});
	test.each<[string, Member[]]>([
		['both ends are covered', [member(80, 35), member(35, 80)]],
		['no single hire at such a place covers both', []],
		['both ends are far away', [member(20, 20)]],
	])('is none where %s', (_, team) => expect(bestHire(team, gamma)).toBeNull());
});
