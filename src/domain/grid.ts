/** Probability mass on the map of A and P (measurement 4.8): of the five regions, and of cuts for teams (6). */

/** The grid of 4.8: 56 x 56 cells of 2.5 points over -20 to 120. */
const cells = 56;
const width = 2.5;
const middleOf = (cell: number): number => -20 + width * (cell + 0.5);
/** The cell that a score lies in, or the nearest. */
const cellOf = (score: number): number => Math.min(cells - 1, Math.max(0, Math.floor((score + 20) / width)));

/** Which class each cell of the grid belongs to, by its middle; rows of A, columns of P. Classes count from 0. */
export const classify = (classOf: (A: number, P: number) => number): Uint8Array =>
	Uint8Array.from({ length: cells * cells }, (_, i) => classOf(middleOf(Math.floor(i / cells)), middleOf(i % cells)));

/**
 * Mass of N((A, P), V) in each of `count` classes of a classified grid, by the midpoint rule of 4.8; adds to 1. `V`: variance
 * of A, covariance, variance of P. If V is no proper covariance, or the grid holds nothing of it, the class of the cell
 * nearest to the point has all.
 */
export const massOf = (
	A: number,
	P: number,
	[vA, cov, vP]: readonly [number, number, number],
	classes: Uint8Array,
	count: number,
): readonly number[] => {
	const mass = new Array<number>(count).fill(0);
	const determinant = vA * vP - cov * cov;
	let total = 0;
	const add = (cell: number, weight: number): void => {
		mass[classes[cell]!]! += weight;
		total += weight;
	};
	// Along a row the exponent is a parabola: from its top outwards each weight is the last one times a factor that shrinks
	// by a constant. That spares all but three exponentials a row, and a large team needs many thousand grids.
	const curve = -(vA * width * width) / (2 * determinant);
	const fade = Math.exp(2 * curve);
	for (let i = 0; i < cells && vA > 0 && determinant > 0; i += 1) {
		const dA = middleOf(i) - A;
		const top = cellOf(P + (cov / vA) * dA);
		const off = (middleOf(top) - P - (cov / vA) * dA) / width;
		const height = Math.exp(curve * off * off - (dA * dA) / (2 * vA));
		add(i * cells + top, height);
		for (const step of [1, -1]) {
			let weight = height;
			let factor = Math.exp(curve * (1 + 2 * step * off));
			for (let j = top + step; j >= 0 && j < cells; j += step) {
				weight *= factor;
				factor *= fade;
				add(i * cells + j, weight);
			}
		}
	}
	if (total > 0) return mass.map((weight) => weight / total);
	mass[classes[cellOf(A) * cells + cellOf(P)]!] = 1;
	return mass;
};
