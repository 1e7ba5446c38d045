/** What one more person would add to a team (measurement 6, coverage). Places, never people: nobody is ranked by it. */
import { coverageAmong, type Coverage, type Member } from './coverage';
import { coverOf, lacksAmong, lacksOf, standingOf, type Lacks, type Standing } from './lacks';

/** A hire imagined at a place: A and P in points, `se` of each without scale use, 5.7 as after the full form. */
export interface Hire {
	readonly A: number;
	readonly P: number;
	readonly se: number;
}

/** Seen as surely as if they had answered: scale use is added as for everybody, A and P are wrong independently otherwise. */
const standingOfHire = ({ A, P, se }: Hire, gamma: number): Standing => ({
	A: { value: A, se: Math.hypot(se, gamma * (A - 50)) },
	P: { value: P, se: Math.hypot(se, gamma * (P - 50)) },
	cov: gamma ** 2 * (A - 50) * (P - 50),
});

/** Coverage of both ends with the hire in the team. `gamma`: the instrument's share of scale use. */
export const withHire = (members: readonly Member[], hire: Hire, gamma: number): Coverage =>
	coverageAmong([...members.map(({ snapshot }) => standingOf(snapshot, gamma)), standingOfHire(hire, gamma)]);

export interface BestHire {
	readonly A: number;
	readonly P: number;
	/** Probability, 0..1, that both ends are covered with that hire, and how much more that is than without. */
	readonly both: number;
	readonly gain: number;
}

/** Places looked at: 20 to 80 in steps of 5. */
const steps = Array.from({ length: 13 }, (_, i) => 20 + 5 * i);
/** The least gain worth naming, and the share of the most that is as good as the most. */
const worthwhile = 0.02;
const enough = 0.9;

const join = (one: Lacks, two: Lacks): Lacks => ({
	A: one.A * two.A,
	P: one.P * two.P,
	either: one.either * two.either,
});

/**
 * The place at which one hire adds most to the chance that both ends are covered. Places whose A and P add to more than 100, two
 * neutral pulls, are left out: they would always win, and a person who reaches both ends is rare [19:06]. Of the places that
 * add nine tenths of the most or more, the one nearest to neutral answers: no more is asked of a hire than helps. Null where
 * no place adds .02. `se` as in `Hire`.
 */
export const bestHire = (members: readonly Member[], gamma: number, se = 5.7): BestHire | null => {
	const team = lacksAmong(members.map(({ snapshot }) => standingOf(snapshot, gamma)));
	const now = coverOf(team);
	const places = steps
		.flatMap((A) => steps.filter((P) => A + P <= 100).map((P) => ({ A, P })))
		.map(({ A, P }) => {
			const both = coverOf(join(team, lacksOf(standingOfHire({ A, P, se }, gamma))));
			return { A, P, both, gain: both - now };
		});
	const most = Math.max(...places.map(({ gain }) => gain));
	if (most < worthwhile) return null;
	const reach = ({ A, P }: BestHire): number => (A - 50) ** 2 + (P - 50) ** 2;
	return places
		.filter(({ gain }) => gain >= enough * most)
		.reduce((best, one) => (reach(one) < reach(best) ? one : best));
};
