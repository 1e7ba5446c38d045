import { describe, expect, test } from 'vitest';
import { facetIds } from '../../src/domain/instrument';
import { z90 } from '../../src/domain/normal';
import { placeOf } from '../../src/domain/reading';
import { calendar, energyGap, exampleWeeks, setHours, weekBuckets, weekHours } from '../../src/domain/week';

const none = [0, 0, 0, 0, 0, 0, 0, 0];
const total = (week: readonly number[]): number => week.reduce((sum, hours) => sum + hours, 0);

test('a bucket a facet, forty hours', () => {
	expect(weekBuckets).toEqual(facetIds);
	expect(weekHours).toBe(40);
});

describe('the calendar', () => {
	test.each<[string, number[], number, number, number, number]>([
		['nothing given out', none, 0, 0, 40, 50],
		['all to systems', [10, 10, 10, 10, 0, 0, 0, 0], 40, 0, 0, 50 + 2000 / 44],
		['all to people', [0, 0, 0, 0, 10, 10, 10, 10], 0, 40, 0, 50 - 2000 / 44],
		['half and half', [20, 0, 0, 0, 0, 0, 0, 20], 20, 20, 0, 50],
		['one hour says little', [1, 0, 0, 0, 0, 0, 0, 0], 1, 0, 39, 60],
		['each bucket on its own side', [1, 2, 3, 4, 1, 1, 1, 2], 10, 5, 25, 50 + 250 / 19],
		['a kept week of more than forty hours has no rest', [30, 0, 0, 0, 30, 0, 0, 0], 30, 30, 0, 50],
	])('%s', (_, week, hA, hP, rest, C) => {
		const got = calendar(week);
		expect([got.hA, got.hP, got.rest]).toEqual([hA, hP, rest]);
		expect(got.C).toBeCloseTo(C, 12);
	});
	test('stays within the scale, and mirrors', () => {
		for (let hA = 0; hA <= 40; hA += 1)
			for (let hP = 0; hA + hP <= 40; hP += 1) {
				const { C, rest } = calendar([hA, 0, 0, 0, hP, 0, 0, 0]);
				expect(C).toBeGreaterThan(0);
				expect(C).toBeLessThan(100);
				expect(C + calendar([hP, 0, 0, 0, hA, 0, 0, 0]).C).toBeCloseTo(100, 12);
				expect(hA + hP + rest).toBe(40);
			}
	});
});

describe('energy against calendar', () => {
	/** C = 50. */
	const even = [20, 0, 0, 0, 20, 0, 0, 0];
	const gap = (drive: number, half: number, week: readonly number[] = even) => energyGap(week, { value: drive, half });
	test.each<[string, number, number, 'architecture' | 'people' | null]>([
		['15 points, and the noise is less', 65, 5, 'architecture'],
		['just under 15 points', 64.99, 5, null],
		['the other way', 35, 5, 'people'],
		['just under 15 the other way', 35.01, 5, null],
		['15 points, and the noise is more', 65, 12, null],
		['as many as the noise is not more than the noise', 50 + Math.hypot(20, z90 * 6), 20, null],
		['a little more than the noise', 50.01 + Math.hypot(20, z90 * 6), 20, 'architecture'],
		['none', 50, 5, null],
	])('%s', (_, drive, half, stated) => expect(gap(drive, half).stated).toBe(stated));
	test('the noise is that of drive and 6 points of recall together', () => {
		expect(gap(60, z90 * 8)).toEqual({ C: 0, E: 10, half: expect.closeTo(z90 * 10, 9), stated: null });
		expect(gap(60, 0).half).toBeCloseTo(z90 * 6, 9);
	});
	test('E is drive minus the calendar, which is told in points from the centre', () => {
		const { C, E, stated } = gap(70, 7, [0, 0, 0, 0, 16, 0, 0, 0]);
		expect([C, E, stated]).toEqual([-40, 60, 'architecture']);
	});
	test('a place fits as it is', () => expect(energyGap(even, placeOf(80, 4)).E).toBe(30));
	test('a week without hours states nothing, however far drive lies', () =>
		expect(gap(95, 5, none)).toMatchObject({ E: 45, stated: null }));
});

describe('giving out hours', () => {
	test.each<[string, number[], number, number, number[]]>([
		['into an empty week', none, 2, 7, [0, 0, 7, 0, 0, 0, 0, 0]],
		['less than before', [0, 9, 0, 0, 0, 0, 0, 0], 1, 4, [0, 4, 0, 0, 0, 0, 0, 0]],
		['back to none', [0, 9, 0, 0, 0, 0, 0, 0], 1, 0, none],
		['what is over is refused', [30, 0, 0, 0, 0, 0, 0, 0], 7, 15, [30, 0, 0, 0, 0, 0, 0, 10]],
		['the bucket itself does not count against it', [30, 0, 0, 0, 0, 0, 0, 10], 0, 35, [30, 0, 0, 0, 0, 0, 0, 10]],
		['a full week takes no more', [40, 0, 0, 0, 0, 0, 0, 0], 3, 1, [40, 0, 0, 0, 0, 0, 0, 0]],
		['never below none', none, 0, -3, none],
		['never beyond forty', none, 0, 1000, [40, 0, 0, 0, 0, 0, 0, 0]],
		['however many', none, 0, Infinity, [40, 0, 0, 0, 0, 0, 0, 0]],
		['whole hours: rounded', none, 4, 2.6, [0, 0, 0, 0, 3, 0, 0, 0]],
		['whole hours: down where no whole one is left', [37.5, 0, 0, 0, 0, 0, 0, 0], 4, 9, [37.5, 0, 0, 0, 2, 0, 0, 0]],
		['no number', [3, 0, 0, 0, 0, 0, 0, 0], 0, NaN, [3, 0, 0, 0, 0, 0, 0, 0]],
		['no such bucket', [3, 0, 0, 0, 0, 0, 0, 0], 8, 5, [3, 0, 0, 0, 0, 0, 0, 0]],
		['a kept week of more than forty: only less', [30, 0, 0, 0, 30, 0, 0, 0], 0, 20, [10, 0, 0, 0, 30, 0, 0, 0]],
	])('%s', (_, week, index, hours, wanted) => {
		const before = [...week];
		expect(setHours(week, index, hours)).toEqual(wanted);
		expect(week).toEqual(before);
	});
	test('whatever is entered in whatever order, forty is not passed', () => {
		let week: readonly number[] = none;
		for (let i = 0; i < 500; i += 1) {
			week = setHours(week, (i * 5) % 8, (i * 7919) % 47);
			expect(total(week)).toBeLessThanOrEqual(40);
			for (const hours of week) expect(Number.isInteger(hours) && hours >= 0).toBe(true);
		}
	});
});

describe('example weeks', () => {
	test.each(Object.entries(exampleWeeks))('%s: eight whole numbers, at most forty hours', (_, week) => {
		expect(week).toHaveLength(8);
		for (const hours of week) expect(Number.isInteger(hours) && hours >= 0).toBe(true);
		expect(total(week)).toBeLessThanOrEqual(40);
	});
	test('lie on their own sides', () => {
		expect(calendar(exampleWeeks.cto).C).toBeGreaterThan(75);
		expect(calendar(exampleWeeks.vp).C).toBeLessThan(25);
	});
});
