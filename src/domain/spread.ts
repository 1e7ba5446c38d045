/** What a team differs in by more than the answers can be off, and its agenda (measurement 6, "spread of X"). */
import type { Member } from './coverage';
import { estimateOf, type Estimate, type ScoreId } from './errors';
import { facetIds } from './instrument';
import { z90 } from './normal';

export interface Spread<Id = ScoreId> {
	readonly id: Id;
	/** Squared distances from the weighted mean, in standard errors (T^2); about the number of members less one by noise alone. */
	readonly distance: number;
	/** T^2 over its expectation: the agenda stands in descending order of it. */
	readonly ratio: number;
	/** Weighted mean in points, not clipped. */
	readonly mean: number;
	readonly call: 'differ' | 'agree' | 'unsure';
}

/** The .90 point of the standard normal distribution. */
const z80 = 1.2815515655446004;

/**
 * The .90 point of chi-square with `df` degrees of freedom, a whole number from 1: exact at 1 and 2, then the expansion of
 * Cornish and Fisher, short by .0014 at 3 and by less than .001 from 4 on.
 */
export const chiSquare90 = (df: number): number => {
	if (df === 1) return z90 ** 2;
	if (df === 2) return -2 * Math.log(0.1);
	const [z, root] = [z80, Math.sqrt(2 * df)];
	const bend = (2 / 3) * (z ** 2 - 1) + (z ** 3 - 7 * z) / (9 * root);
	return df + z * root + bend - (6 * z ** 4 + 14 * z ** 2 - 32) / (405 * df);
};

/** The largest standard error, in points, with which a team may be said to agree. */
const sureEnough = 12;
/** Rounded errors can be 0 in a made-up code only; a weight has to stay finite. */
const least = 0.05;

/** How estimates of one score spread; null below two. */
export const spreadOf = <Id>(scores: readonly Estimate[], id: Id): Spread<Id> | null => {
	if (scores.length < 2) return null;
	const [weights, weighted, widest] = scores.reduce(
		([sum, total, most], { value, se }) => {
			const weight = 1 / Math.max(se, least) ** 2;
			return [sum + weight, total + weight * value, Math.max(most, se)];
		},
		[0, 0, 0],
	) as [number, number, number];
	const mean = weighted / weights;
	const distance = scores.reduce((sum, { value, se }) => sum + ((value - mean) / Math.max(se, least)) ** 2, 0);
	const df = scores.length - 1;
	const call = distance > chiSquare90(df) ? 'differ' : widest <= sureEnough ? 'agree' : 'unsure';
	return { id, distance, ratio: distance / df, mean, call };
};

/** How one score spreads over a team; null below two members. Errors are absolute. `gamma`: the share of scale use. */
export const spread = (members: readonly Member[], id: ScoreId, gamma: number): Spread | null =>
	spreadOf(
		members.map(({ snapshot }) => estimateOf(snapshot, id, gamma)),
		id,
	);

/** What to talk about first: scores by descending ratio, ties in the order given; empty below two members. */
export const agenda = (
	members: readonly Member[],
	gamma: number,
	ids: readonly ScoreId[] = ['S', ...facetIds],
): readonly Spread[] => ids.flatMap((id) => spread(members, id, gamma) ?? []).sort((one, two) => two.ratio - one.ratio);
