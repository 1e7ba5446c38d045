/** Regions of the map of A and P, how probable each is, and which may be named (measurement 4.8). */
import { classify, massOf } from './grid';
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

/** A clear name that says more than the place, which rests at the centre under both: it reaches both ends, or neither. */
export const breadthOf = ({ kind, first }: Pick<Call, 'kind' | 'first'>): 'both' | 'elsewhere' | null =>
	kind !== 'clear' ? null : first === 'UNICORN' ? 'both' : first === 'ELSEWHERE' ? 'elsewhere' : null;

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
