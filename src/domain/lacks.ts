/** What people do not carry: the chances that neither end, or one of them, is covered (measurement 6). */
import { below, covarianceOf, estimateOf, type Estimate } from './errors';
import { classify, massOf } from './grid';
import type { Snapshot } from './snapshot';

/** From here a score carries an end or a facet, in points. */
export const carriesFrom = 60;

/** A and P of one person with their errors, and the covariance of these: absolute, scale use included, in (square) points. */
export interface Standing {
	readonly A: Estimate;
	readonly P: Estimate;
	readonly cov: number;
}

/** What a snapshot says of both ends (measurement 4.6). */
export const standingOf = (shot: Snapshot, gamma: number): Standing => ({
	A: estimateOf(shot, 'A', gamma),
	P: estimateOf(shot, 'P', gamma),
	cov: covarianceOf(shot, gamma),
});

/** Classified at the first call: only a team needs it. */
let neither: Uint8Array | undefined;

/**
 * Probability, 0..1, that a person carries neither end: mass of the grid of 4.8, held within what the two ends alone leave
 * possible, so that no pair or team is worse than its members.
 */
export const carriesNeither = ({ A, P, cov }: Standing): number => {
	const [notA, notP] = [below(carriesFrom, A), below(carriesFrom, P)];
	const [least, most] = [Math.max(0, notA + notP - 1), Math.min(notA, notP)];
	// Where the ends leave no room there is nothing to look for.
	if (most - least < 1e-7) return most;
	neither ??= classify((a, p) => (a < carriesFrom && p < carriesFrom ? 1 : 0));
	const mass = massOf(A.value, P.value, [A.se ** 2, cov, P.se ** 2], neither, 2)[1]!;
	return Math.min(most, Math.max(least, mass));
};

/** Chances, 0..1, that nobody carries architecture, people, either: multiplied over people they stay what they say. */
export interface Lacks {
	readonly A: number;
	readonly P: number;
	readonly either: number;
}

export const lacksOf = (one: Standing): Lacks => ({
	A: below(carriesFrom, one.A),
	P: below(carriesFrom, one.P),
	either: carriesNeither(one),
});

/** Cover of 6: the chance that both ends are carried, by inclusion and exclusion. */
export const coverOf = ({ A, P, either }: Lacks): number => Math.min(1, Math.max(0, 1 - A - P + either));

/** The lacks of several people together; `either` is looked for only while it can change the cover by 1e-6. */
export const lacksAmong = (people: readonly Standing[]): Lacks => {
	const of = (end: 'A' | 'P'): number => people.reduce((product, one) => product * below(carriesFrom, one[end]), 1);
	const [A, P] = [of('A'), of('P')];
	let either = 1;
	for (let i = 0; i < people.length && either > 1e-6 && Math.min(A, P) > 1e-6; i += 1)
		either *= carriesNeither(people[i]!);
	return { A, P, either: Math.min(A, P, either) };
};
