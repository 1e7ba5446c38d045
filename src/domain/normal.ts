/** The standard normal distribution. */

/** Half of the two-sided 90 % interval, in standard errors (measurement 4.6). */
export const z90 = 1.644854;

/** Density at `x`; any finite x. */
export const density = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

/** Coefficients of Hart's rational approximation of the tail (algorithm 5666), highest power first. */
const numerator = [
	0.0352624965998911, 0.700383064443688, 6.37396220353165, 33.912866078383, 112.079291497871, 221.213596169931,
	220.206867912376,
];
const denominator = [
	0.0883883476483184, 1.75566716318264, 16.064177579207, 86.7807322029461, 296.564248779674, 637.333633378831,
	793.826512519948, 440.413735824752,
];
const polynomial = (coefficients: readonly number[], x: number): number =>
	coefficients.reduce((sum, coefficient) => sum * x + coefficient, 0);

/** Probability of a value below `x`, 0..1; absolute error under 1e-12, infinities included; `cdf(-x)` is `1 - cdf(x)`. */
export const cdf = (x: number): number => {
	const distance = Math.abs(x);
	// Beyond 7.5 the tail is below 1e-13.
	const tail =
		distance > 7.5
			? 0
			: (Math.exp((-distance * distance) / 2) * polynomial(numerator, distance)) / polynomial(denominator, distance);
	return x > 0 ? 1 - tail : tail;
};
