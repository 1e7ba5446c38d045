import { describe, expect, test } from 'vitest';
import { classify, massOf } from '../../src/domain/grid';
import {
	callProfile,
	percents,
	probabilities,
	regionOf,
	regions,
	type Call,
	type Region,
} from '../../src/domain/profile';
import type { QualityLevel } from '../../src/domain/quality';

describe('regions of the map', () => {
	test.each<[string, number, number, Region]>([
		['both at their border', 65, 65, 'UNICORN'],
		['both high, far apart', 99, 65, 'UNICORN'],
		['both low at their border', 35, 35, 'ELSEWHERE'],
		['both low, far apart', 35, 2, 'ELSEWHERE'],
		['twenty points towards architecture', 64, 44, 'ARCHITECT'],
		['twenty points towards people', 44, 64, 'PEOPLE'],
		['just under twenty points', 63.9, 44, 'MIDDLE'],
		['the fulcrum', 50, 50, 'MIDDLE'],
		['one end just short of both', 64.9, 70, 'MIDDLE'],
		['beyond the scale', 120, -10, 'ARCHITECT'],
	])('%s', (_, A, P, region) => expect(regionOf(A, P)).toBe(region));
});

/** The midpoint rule of 4.8, written out. */
const plain = (A: number, P: number, [vA, cov, vP]: readonly [number, number, number]): Record<Region, number> => {
	const mass = Object.fromEntries(regions.map((region) => [region, 0])) as Record<Region, number>;
	let total = 0;
	for (let a = -18.75; a < 120; a += 2.5)
		for (let p = -18.75; p < 120; p += 2.5) {
			const [x, y] = [a - A, p - P];
			const weight = Math.exp(-(vP * x * x - 2 * cov * x * y + vA * y * y) / (2 * (vA * vP - cov * cov)));
			mass[regionOf(a, p)] += weight;
			total += weight;
		}
	for (const region of regions) mass[region] /= total;
	return mass;
};

describe('probabilities', () => {
	const points: [number, number, [number, number, number]][] = [
		[50, 50, [400, 0, 400]],
		[71.85, 28.15, [42.7, -5.2, 42.7]],
		[95.8, 95.8, [79, 52.7, 79]],
		[41, 48, [41.6, 8.9, 40]],
		[108, -6, [110, -70, 110]],
		[130, 130, [180, 120, 180]],
		[-30, 130, [180, -120, 180]],
		[66, 69, [171, 45, 210]],
		[50, 50, [9, 8.5, 9]],
		[50, 50, [1, 0, 1]],
	];
	test.each(points)('at %d, %d with V %j: the midpoint rule, adding to 1', (A, P, V) => {
		const [got, wanted] = [probabilities(A, P, V), plain(A, P, V)];
		expect(regions.reduce((sum, region) => sum + got[region], 0)).toBeCloseTo(1, 12);
		for (const region of regions) expect(got[region]).toBeCloseTo(wanted[region], 10);
	});

	test.each<[string, number, number, [number, number, number], Region]>([
		['no variance', 80, 20, [0, 0, 0], 'ARCHITECT'],
		['variance below 0', 20, 80, [-4, 0, -4], 'PEOPLE'],
		['a covariance beyond the variances', 90, 90, [9, 12, 9], 'UNICORN'],
		['not a number', 50, 50, [NaN, 0, 9], 'MIDDLE'],
		['all the mass off the grid', 900, 900, [1, 0, 1], 'UNICORN'],
		['far off at the other corner', -900, -900, [1, 0, 1], 'ELSEWHERE'],
	])('%s: the point has it all', (_, A, P, V, region) => {
		const got = probabilities(A, P, V);
		for (const one of regions) expect(got[one]).toBe(one === region ? 1 : 0);
	});

	test('cuts of a team: below 60 at both ends', () => {
		const below = classify((A, P) => (A < 60 && P < 60 ? 1 : 0));
		expect(below).toHaveLength(56 * 56);
		expect(massOf(60, 60, [25, 0, 25], below, 2)[1]).toBeCloseTo(0.25, 3);
		expect(massOf(40, 40, [25, 0, 25], below, 2)[1]).toBeCloseTo(1, 3);
	});
});

const chances = (ARCHITECT = 0, PEOPLE = 0, UNICORN = 0, ELSEWHERE = 0, MIDDLE = 0): Record<Region, number> => ({
	ARCHITECT,
	PEOPLE,
	UNICORN,
	ELSEWHERE,
	MIDDLE,
});

describe('what may be named', () => {
	const open: Call = { kind: 'open', first: null, second: null, note: null, inviteFull: false };
	const [full, quick] = ['full', 'quick'] as const;
	type Row = [string, Record<Region, number>, 'full' | 'quick', QualityLevel, Partial<Call>];
	const rows: Row[] = [
		['.80 is clear', chances(0.8, 0, 0, 0, 0.2), full, 'green', { kind: 'clear', first: 'ARCHITECT' }],
		['clear in the short form too', chances(0, 0.86, 0, 0, 0.14), quick, 'green', { kind: 'clear', first: 'PEOPLE' }],
		[
			'just below .80 is likely',
			chances(0.79, 0, 0, 0, 0.21),
			full,
			'green',
			{ kind: 'likely', first: 'ARCHITECT', second: 'MIDDLE' },
		],
		[
			'.60 is likely',
			chances(0.3, 0.1, 0, 0, 0.6),
			full,
			'green',
			{ kind: 'likely', first: 'MIDDLE', second: 'ARCHITECT' },
		],
		[
			'two that hold .80',
			chances(0.45, 0, 0.05, 0.05, 0.45),
			full,
			'green',
			{ kind: 'between', first: 'ARCHITECT', second: 'MIDDLE' },
		],
		['two that do not', chances(0.4, 0.1, 0.05, 0.1, 0.35), full, 'green', {}],
		['both ends, clear, full, green', chances(0.1, 0, 0.9, 0, 0), full, 'green', { kind: 'clear', first: 'UNICORN' }],
		['elsewhere by the same gate', chances(0, 0, 0, 0.8, 0.2), full, 'green', { kind: 'clear', first: 'ELSEWHERE' }],
		[
			'both ends, only likely',
			chances(0.3, 0, 0.7, 0, 0),
			full,
			'green',
			{ second: 'UNICORN', note: 'reach-not-surely' },
		],
		[
			'both ends, between',
			chances(0.4, 0, 0.5, 0, 0.1),
			full,
			'green',
			{ second: 'UNICORN', note: 'reach-not-surely' },
		],
		[
			'both ends, open',
			chances(0.3, 0.1, 0.35, 0, 0.25),
			full,
			'green',
			{ second: 'UNICORN', note: 'reach-not-surely' },
		],
		[
			'elsewhere, only likely',
			chances(0, 0, 0, 0.7, 0.3),
			full,
			'green',
			{ second: 'ELSEWHERE', note: 'reach-not-surely' },
		],
		[
			'both ends in the short form',
			chances(0, 0.05, 0.95, 0, 0),
			quick,
			'green',
			{ second: 'UNICORN', note: 'full-would-tell', inviteFull: true },
		],
		[
			'elsewhere in the short form',
			chances(0, 0.05, 0, 0.95, 0),
			quick,
			'green',
			{ second: 'ELSEWHERE', note: 'full-would-tell' },
		],
		[
			'both ends as second: likely',
			chances(0.65, 0, 0.3, 0, 0.05),
			full,
			'green',
			{ kind: 'likely', first: 'ARCHITECT', second: 'UNICORN' },
		],
		[
			'both ends as second: between',
			chances(0.5, 0, 0.4, 0, 0.1),
			full,
			'green',
			{ kind: 'between', first: 'ARCHITECT', second: 'UNICORN' },
		],
		[
			'as second in the short form it invites',
			chances(0.55, 0, 0.35, 0, 0.1),
			quick,
			'green',
			{ kind: 'between', first: 'ARCHITECT', second: 'UNICORN', inviteFull: true },
		],
		['an open short form invites', chances(0.2, 0.05, 0.35, 0, 0.4), quick, 'green', { inviteFull: true }],
		['just below .35 does not invite', chances(0.2, 0.06, 0.34, 0, 0.4), quick, 'green', {}],
		[
			'amber: clear steps to likely',
			chances(0.9, 0, 0, 0, 0.1),
			full,
			'amber',
			{ kind: 'likely', first: 'ARCHITECT', second: 'MIDDLE' },
		],
		[
			'amber: likely steps to between',
			chances(0.7, 0, 0, 0, 0.3),
			full,
			'amber',
			{ kind: 'between', first: 'ARCHITECT', second: 'MIDDLE' },
		],
		['amber: likely without two that hold .80', chances(0.61, 0.18, 0.05, 0.05, 0.11), full, 'amber', {}],
		['amber: between steps to open', chances(0.5, 0, 0, 0, 0.5), full, 'amber', {}],
		['amber: open stays open', chances(0.3, 0.2, 0.1, 0.15, 0.25), full, 'amber', {}],
		[
			'amber: both ends however sure',
			chances(0, 0, 0.99, 0, 0.01),
			full,
			'amber',
			{ second: 'UNICORN', note: 'reach-not-surely' },
		],
		['red names nothing', chances(0.99, 0, 0, 0, 0.01), full, 'red', { kind: 'none' }],
		['red does not invite either', chances(0, 0, 0.9, 0, 0.1), quick, 'red', { kind: 'none' }],
		[
			'a tie goes to the earlier region',
			chances(0.5, 0.5),
			full,
			'green',
			{ kind: 'between', first: 'ARCHITECT', second: 'PEOPLE' },
		],
	];
	test.each(rows)('%s', (_, given, level, quality, wanted) =>
		expect(callProfile(given, { level, quality })).toEqual({ ...open, ...wanted }),
	);
});

describe('per cents', () => {
	test.each<[string, Record<Region, number>, number[]]>([
		['whole ones stay', chances(0.5, 0.25, 0.25), [50, 25, 25, 0, 0]],
		['the largest remainder is rounded up', chances(0.334, 0.333, 0.333), [34, 33, 33, 0, 0]],
		['ties go to the earlier region', chances(0.125, 0.125, 0.25, 0.25, 0.25), [13, 12, 25, 25, 25]],
		['fifths', chances(0.2, 0.2, 0.2, 0.2, 0.2), [20, 20, 20, 20, 20]],
		['what is small may be 0', chances(0.996, 0.001, 0.001, 0.001, 0.001), [100, 0, 0, 0, 0]],
		['certainty', chances(0, 1), [0, 100, 0, 0, 0]],
	])('%s', (_, given, wanted) => expect(Object.values(percents(given))).toEqual(wanted));

	test('they add up to 100 and are off by less than 1', () => {
		for (let A = 0; A <= 100; A += 7)
			for (let P = 0; P <= 100; P += 9) {
				const exact = probabilities(A, P, [90, 20, 80]);
				const whole = percents(exact);
				expect(regions.reduce((sum, region) => sum + whole[region], 0)).toBe(100);
				for (const region of regions) expect(Math.abs(whole[region] - 100 * exact[region])).toBeLessThan(1);
			}
	});
});
