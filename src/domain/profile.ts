/** Regions of the map of A and P, how probable each is, and which may be named (measurement 4.8). */
import type { Form } from './instrument';
import type { QualityLevel } from './quality';

export const regions = ['ARCHITECT', 'PEOPLE', 'UNICORN', 'ELSEWHERE', 'MIDDLE'] as const;
export type Region = (typeof regions)[number];

/** The region of a point of the map, in points; a point on a border belongs to the outer region. */
export const regionOf = (A: number, P: number): Region => {
	if (A >= 65 && P >= 65) return 'UNICORN';
	if (A <= 35 && P <= 35) return 'ELSEWHERE';
	if (A - P >= 20) return 'ARCHITECT';
	if (A - P <= -20) return 'PEOPLE';
	return 'MIDDLE';
};

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

/** Classified at the first call: the first page load has no use for it. */
let regionAt: Uint8Array | undefined;

/** Probability of each region (4.8), adding to 1. `A`, `P` not clipped, in points; `V` with the scale-use term (4.6). */
export const probabilities = (A: number, P: number, V: readonly [number, number, number]): Record<Region, number> => {
	regionAt ??= classify((a, p) => regions.indexOf(regionOf(a, p)));
	const mass = massOf(A, P, V, regionAt, regions.length);
	return Object.fromEntries(regions.map((region, i) => [region, mass[i]!])) as Record<Region, number>;
};

/** What may be said about the region. */
export interface Call {
	readonly kind: 'clear' | 'likely' | 'between' | 'open' | 'none';
	/** What may be named: null in an open call and in none. */
	readonly first: Region | null;
	/** The other one, in a likely and a between call; in an open call with a note the end that the note is about. */
	readonly second: Region | null;
	readonly note: null | 'full-would-tell' | 'reach-not-surely';
	/** The short form hints at both ends: offer the rest of the questions. */
	readonly inviteFull: boolean;
}

/** Ends of B: only a clear call of the full form may name them, because B is fragile to self-presentation (5.5). */
const gated: readonly Region[] = ['UNICORN', 'ELSEWHERE'];
const steps = ['clear', 'likely', 'between', 'open'] as const;

/** The message rules of 4.8 and the effects of 4.9. `chances` as from `probabilities`; ties go to the earlier region. */
export const callProfile = (
	chances: Readonly<Record<Region, number>>,
	{ level, quality }: { level: Form; quality: QualityLevel },
): Call => {
	const open: Call = { kind: 'open', first: null, second: null, note: null, inviteFull: false };
	// Answers that contradict each other name nothing and invite to nothing: re-reading comes first.
	if (quality === 'red') return { ...open, kind: 'none' };
	const [first, second] = [...regions].sort((one, two) => chances[two] - chances[one]) as [Region, Region];
	const inviteFull = level === 'quick' && chances.UNICORN >= 0.35;
	const [p1, both] = [chances[first], chances[first] + chances[second]];
	const found = p1 >= 0.8 ? 'clear' : p1 >= 0.6 ? 'likely' : both >= 0.8 ? 'between' : 'open';
	const lowered = quality === 'amber' ? (steps[steps.indexOf(found) + 1] ?? 'open') : found;
	// A likely call of .60 with a second of .10 has no two names that hold .80: it steps past between.
	const kind = lowered === 'between' && both < 0.8 ? 'open' : lowered;
	// Only the largest is gated; as second of a likely or between call both ends may be mentioned.
	if (gated.includes(first) && !(level === 'full' && kind === 'clear'))
		return { ...open, second: first, note: level === 'full' ? 'reach-not-surely' : 'full-would-tell', inviteFull };
	if (kind === 'open') return { ...open, inviteFull };
	return { kind, first, second: kind === 'clear' ? null : second, note: null, inviteFull };
};

/** Whole per cents that add up to 100: largest remainders, ties to the earlier region. */
export const percents = (chances: Readonly<Record<Region, number>>): Record<Region, number> => {
	const whole = Object.fromEntries(regions.map((region) => [region, Math.floor(chances[region] * 100)])) as Record<
		Region,
		number
	>;
	const left = 100 - regions.reduce((sum, region) => sum + whole[region], 0);
	const remainder = (region: Region): number => chances[region] * 100 - whole[region];
	for (const region of [...regions].sort((one, two) => remainder(two) - remainder(one)).slice(0, left))
		whole[region] += 1;
	return whole;
};
