import { describe, expect, test } from 'vitest';
import {
	carriesFrom,
	carriesNeither,
	coverOf,
	lacksAmong,
	lacksOf,
	standingOf,
	type Standing,
} from '../../src/domain/lacks';
import { cdf } from '../../src/domain/normal';
import { gamma, red, shot } from './shots';
import { member, share } from './team';

const at = (A: number, P: number, seA = 6, seP = 6, cov = 0): Standing => ({
	A: { value: A, se: seA },
	P: { value: P, se: seP },
	cov,
});

test('somebody carries an end from 60 points', () => expect(carriesFrom).toBe(60));

describe('what a snapshot says of both ends', () => {
	test('V of measurement 4.6: errors, scale use, and what A and P have in common', () => {
		const { A, P, cov } = standingOf(shot({ A: 80, P: 40 }), gamma);
		expect(A.se ** 2).toBeCloseTo(5.652 ** 2 + (gamma * 30) ** 2, 9);
		expect(P.se ** 2).toBeCloseTo(5.652 ** 2 + (gamma * 10) ** 2, 9);
		expect([A.value, P.value]).toEqual([80, 40]);
		// cov0 of the full form is 5.549.
		expect(Math.abs(cov - (5.549 - gamma ** 2 * 300))).toBeLessThan(0.05);
	});
	test('2.25 times as much where the answers contradict each other', () => {
		const [good, bad] = [standingOf(shot({ A: 80 }), gamma), standingOf(shot({ A: 80, quality: red }), gamma)];
		expect(bad.A.se ** 2 / good.A.se ** 2).toBeCloseTo(2.25, 9);
		expect(bad.cov / good.cov).toBeCloseTo(2.25, 9);
	});
});

describe('carrying neither end', () => {
	test.each([
		[50, 50],
		[60, 60],
		[62, 55],
		[40, 71],
		[55, 58],
		[30, 30],
		[90, 20],
	])('A %d and P %d, independent: the product, to .003', (A, P) => {
		const exact = cdf((60 - A) / 6) * cdf((60 - P) / 6);
		expect(Math.abs(carriesNeither(at(A, P)) - exact)).toBeLessThan(0.003);
	});
	test.each<[string, Standing]>([
		['far below', at(10, 12)],
		['far above at one end', at(100, 50)],
		['off the grid', at(130, -30)],
		['a covariance beyond the errors', at(58, 61, 5, 5, 60)],
		['no errors', at(70, 20, 0, 0)],
		['strongly together', at(60, 60, 6, 6, 35.9)],
		['strongly apart', at(60, 60, 6, 6, -35.9)],
	])('%s: within what each end alone leaves possible', (_, one) => {
		const { A, P, either } = lacksOf(one);
		expect(either).toBeLessThanOrEqual(Math.min(A, P));
		expect(either).toBeGreaterThanOrEqual(Math.max(0, A + P - 1));
	});
	test.each([
		['together', 20],
		['apart', -20],
	])('errors that go %s: as the orthant of two normals', (_, cov) => {
		const orthant = 0.25 + Math.asin(cov / 36) / (2 * Math.PI);
		expect(Math.abs(carriesNeither(at(60, 60, 6, 6, cov)) - orthant)).toBeLessThan(0.003);
	});
});

describe('several people', () => {
	test('lacks multiply', () => {
		const people = [at(58, 40), at(45, 61), at(50, 52)];
		const each = people.map(lacksOf);
		const together = lacksAmong(people);
		for (const id of ['A', 'P', 'either'] as const)
			expect(together[id]).toBeCloseTo(each[0]![id] * each[1]![id] * each[2]![id], 12);
	});
	test('nobody lacks everything', () => expect(lacksAmong([])).toEqual({ A: 1, P: 1, either: 1 }));
	test.each([
		['an end that is surely there', Array.from({ length: 40 }, () => at(75, 59))],
		['both nearly there', Array.from({ length: 20 }, () => at(55, 55))],
		['both surely there', Array.from({ length: 40 }, () => at(75, 75))],
	])('%s: what is not looked for is below a millionth', (_, people) => {
		const exact = people.map(lacksOf).reduce((product, { either }) => product * either, 1);
		expect(Math.abs(lacksAmong(people).either - exact)).toBeLessThan(1e-6);
	});
	test('one more person never makes the cover smaller', () => {
		let people: Standing[] = [];
		let before = 0;
		for (let i = 0; i < 60; i += 1) {
			people = [...people, at((i * 37) % 90, (i * 53) % 90, 5 + (i % 4), 6, 20 - (i % 41))];
			const now = coverOf(lacksAmong(people));
			expect(now).toBeGreaterThanOrEqual(before - 2e-6);
			before = now;
		}
	});
});

test('as drawn: one person, both ends at once', () => {
	for (const [A, P] of [
		[64, 63],
		[70, 52],
		[58, 66],
	] as const) {
		// prettier-ignore
		const one = [member(A, P)];
		const both = coverOf(lacksOf(standingOf(one[0]!.snapshot, gamma)));
		expect(Math.abs(both - share(one, ([[a, p] = [0, 0]]) => a >= 60 && p >= 60, 40_000))).toBeLessThan(0.013);
	}
});
