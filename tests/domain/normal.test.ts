import { describe, expect, test } from 'vitest';
import { cdf, density, z90 } from '../../src/domain/normal';

/** Power series of the distribution, slow and independent. */
const series = (x: number): number => {
	let [term, sum] = [x, x];
	for (let n = 3; n < 400; n += 2) {
		term *= (x * x) / n;
		sum += term;
	}
	return 0.5 + density(x) * sum;
};

describe('cdf', () => {
	test.each([
		[0, 0.5],
		[1, 0.841344746068543],
		[-1, 0.158655253931457],
		[1.96, 0.97500210485178],
		[-3, 0.00134989803163009],
		[-6, 9.86587645037698e-10],
		[-7.4, 6.80922489062e-14],
		[Infinity, 1],
		[-Infinity, 0],
		[40, 1],
		[-40, 0],
	])('of %d is %d', (x, wanted) => expect(Math.abs(cdf(x) - wanted)).toBeLessThan(1e-12));

	test('agrees with the series to 1e-12 from -6 to 6', () => {
		for (let x = -6; x <= 6; x += 0.01) expect(Math.abs(cdf(x) - series(x))).toBeLessThan(1e-12);
	});

	test('is symmetric: both tails add up to 1', () => {
		for (let x = 0; x <= 8; x += 0.05) expect(cdf(x) + cdf(-x)).toBe(1);
	});

	test('z90 leaves 5 % on either side', () => expect(cdf(z90)).toBeCloseTo(0.95, 6));
});

test('density at 0 and 1', () => {
	expect(density(0)).toBeCloseTo(0.3989422804014327, 15);
	expect(density(1)).toBeCloseTo(0.24197072451914337, 15);
});
