/** How far the rounded scores of a snapshot may be off: one place for the widening of 4.9 and the two errors of 6. */
import type { FacetId } from './instrument';
import { cdf } from './normal';
import type { Snapshot } from './snapshot';

/** Scores that are compared between people and sittings. */
export type ScoreId = 'S' | 'A' | 'P' | 'drive' | 'practice' | FacetId;

/** A score, not clipped, and its standard error, both in points. */
export interface Estimate {
	readonly value: number;
	readonly se: number;
}

/** Factor on every standard error: 1.5 where answers contradict each other, else 1 (measurement 4.9). */
export const widening = ({ quality }: Snapshot): number => (quality.level === 'red' ? 1.5 : 1);

/** A score in points, not clipped; S = 50 + (A - P) / 2. */
export const valueOf = (shot: Snapshot, id: ScoreId): number => {
	if (id === 'S') return 50 + (shot.A - shot.P) / 2;
	return id === 'A' || id === 'P' || id === 'drive' || id === 'practice' ? shot[id] : shot.facets[id];
};

/**
 * SE0 in points, without scale use, widened where answers contradict each other. `relative`: the error that remains between
 * sittings that answered the same items (measurement 6); only A, P and S have one, the others stay absolute.
 */
export const errorOf = (shot: Snapshot, id: ScoreId, relative = false): number =>
	widening(shot) * (relative && (id === 'A' || id === 'P' || id === 'S') ? shot.se0rel[id] : shot.se0[id]);

/** A score with the standard error of 4.6, scale use included. `gamma`: the instrument's share of it. */
export const estimateOf = (shot: Snapshot, id: ScoreId, gamma: number, relative = false): Estimate => {
	const value = valueOf(shot, id);
	return { value, se: Math.hypot(errorOf(shot, id, relative), widening(shot) * gamma * (value - 50)) };
};

/** Covariance of A and P in square points, scale use included: off the diagonal of V (measurement 4.6). */
export const covarianceOf = (shot: Snapshot, gamma: number): number => {
	const [A, P, S] = [shot.se0.A, shot.se0.P, shot.se0.S];
	// Var S = (Var A + Var P - 2 cov) / 4.
	const errors = (A ** 2 + P ** 2) / 2 - 2 * S ** 2;
	return widening(shot) ** 2 * (errors + gamma ** 2 * (shot.A - 50) * (shot.P - 50));
};

/** Probability, 0..1, that the true score is below `cut` points. Without an error the score itself decides. */
export const below = (cut: number, { value, se }: Estimate): number =>
	se > 0 ? cdf((cut - value) / se) : value < cut ? 1 : 0;
