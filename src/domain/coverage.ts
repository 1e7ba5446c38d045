/** Which ends and facets a team covers, and how many carry them (measurement 6, "Team coverage of both ends"). */
import { below, estimateOf, type Estimate } from './errors';
import { facetIds, type FacetId } from './instrument';
import { carriesFrom, coverOf, lacksAmong, standingOf, type Standing } from './lacks';
import type { End } from './reading';
import type { Context } from './result';
import type { Snapshot } from './snapshot';

export interface Member {
	readonly snapshot: Snapshot;
	readonly role: Context['role'];
}

export interface Carriers {
	/** Probability, 0..1, that at least one carries it; that at least two do. */
	readonly any: number;
	readonly two: number;
	/** `one`: it depends on one person. `unsure`: the answers do not tell. */
	readonly call: 'covered' | 'one' | 'open' | 'unsure';
}

export interface Coverage {
	/** `best`: the expected highest score in points, not clipped; null without members. */
	readonly ends: Readonly<Record<End, Carriers & { readonly best: number | null }>>;
	/** Probability, 0..1, that somebody carries architecture and somebody, the same or another, carries people. */
	readonly both: number;
	/** The end that is less surely covered; null where the two probabilities differ by less than .20. */
	readonly weak: End | null;
}

/** How many of these people carry it: only K = 0 and K = 1 are needed, so the cost is one step a person (6). */
export const carriersAmong = (scores: readonly Estimate[]): Carriers => {
	let [nobody, one] = [1, 0];
	for (const score of scores) {
		const not = below(carriesFrom, score);
		one = one * not + nobody * (1 - not);
		nobody *= not;
	}
	const [any, two] = [1 - nobody, Math.max(0, 1 - nobody - one)];
	const covered = two < 0.5 ? 'one' : 'covered';
	return { any, two, call: any >= 0.8 ? covered : any < 0.5 ? 'open' : 'unsure' };
};

/**
 * Expected highest true score in points (6): the sum over the scale, in steps of 1, of the chance that somebody reaches
 * further. Who is five errors below somebody else's five errors can not be the highest and is left out. Null without scores.
 */
export const expectedBest = (scores: readonly Estimate[]): number | null => {
	if (scores.length === 0) return null;
	const floor = scores.reduce((most, { value, se }) => Math.max(most, value - 5 * se), -Infinity);
	// The highest first: where they are sure to reach further, the others need not be asked.
	const able = scores.filter(({ value, se }) => value + 5 * se >= floor).sort((one, two) => two.value - one.value);
	let best = 180;
	for (let t = -39.5; t < 180; t += 1) {
		let none = 1;
		for (let i = 0; i < able.length && none > 1e-9; i += 1) none *= below(t, able[i]!);
		best -= none;
	}
	return best;
};

/** Coverage of both ends by these people (6). */
export const coverageAmong = (people: readonly Standing[]): Coverage => {
	const end = (id: 'A' | 'P') => {
		const scores = people.map((one) => one[id]);
		return { ...carriersAmong(scores), best: expectedBest(scores) };
	};
	const [architecture, P] = [end('A'), end('P')];
	const apart = architecture.any - P.any;
	return {
		ends: { architecture, people: P },
		both: coverOf(lacksAmong(people)),
		weak: Math.abs(apart) < 0.2 ? null : apart < 0 ? 'architecture' : 'people',
	};
};

/** Coverage of both ends by a team (6). `gamma`: the instrument's share of scale use. */
export const coverage = (members: readonly Member[], gamma: number): Coverage =>
	coverageAmong(members.map(({ snapshot }) => standingOf(snapshot, gamma)));

/** Who carries each facet, by the same cut and words (6). */
export const facetCarriers = (members: readonly Member[], gamma: number): Readonly<Record<FacetId, Carriers>> =>
	Object.fromEntries(
		facetIds.map((id) => [id, carriersAmong(members.map(({ snapshot }) => estimateOf(snapshot, id, gamma)))]),
	) as Record<FacetId, Carriers>;
