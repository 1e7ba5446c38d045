import { describe, expect, test } from 'vitest';
import { formItems, median, minutesLeft, secondsOf, tempo } from '../../src/domain/pace';
import { instrument } from '../fake';

const items = formItems(instrument, instrument.forms.full);

describe('minutes', () => {
	test('of the forms as measurement 3.3 expects them, within a quarter of a minute', () => {
		expect(secondsOf(formItems(instrument, instrument.forms.quick)) / 60).toBeCloseTo(2.5, 0);
		expect(Math.abs(secondsOf(items) / 60 - (4.5 + 0.4 + 0.8))).toBeLessThan(0.25);
	});
	test.each([
		['at the expected pace', 1, 46, 5.5],
		['twice as slow', 2, 46, 11],
		['to the half minute', 1, 16, 2],
		['never none while something is left', 0.1, 1, 1],
	])('%s', (_, speed, count, minutes) => {
		expect(minutesLeft(items.slice(-count), speed)).toBe(minutes);
	});
});

describe('tempo', () => {
	const rating = (seconds: number) => ({ format: 'rating' as const, seconds });
	test('is the expected one until three answers are timed', () => {
		expect(tempo([rating(1), rating(1)])).toBe(1);
	});
	test('is the median against what each format takes', () => {
		expect(tempo([rating(11), rating(11), { format: 'pair', seconds: 10.3 }])).toBe(2);
	});
});

test.each([
	['nothing', [], null],
	['one', [3], 3],
	['an odd number', [5, 1, 3], 3],
	['an even number', [4, 1, 3, 2], 2.5],
])('median of %s', (_, values, expected) => {
	expect(median(values)).toBe(expected);
});
