/** Two people of a team side by side: whether they cover both ends together (measurement 6, CTO/VPE complementarity). */
import { differ, type Difference } from './compare';
import type { Member } from './coverage';
import { estimateOf, type Estimate } from './errors';
import { coverOf, lacksOf, standingOf, type Lacks } from './lacks';
import { z90 } from './normal';

export interface Pair {
	/** Places in the list of members. In a pair of a CTO and a VP the CTO is `one`, else the earlier member. */
	readonly one: number;
	readonly two: number;
	/** Whether they are a CTO and a VP. */
	readonly topTwo: boolean;
	/** Probability, 0..1, that the pair covers both ends; that each of them does alone. */
	readonly cover: number;
	readonly solo: readonly [number, number];
	/** What the pairing adds over the better of the two: cover less the larger solo, never below 0. */
	readonly gain: number;
	/** Place of one less place of two. */
	readonly difference: Difference;
	/** `open`: too close to call. */
	readonly call: 'complementary' | 'overlapping' | 'same-end' | 'alike-open' | 'open';
}

export interface Pairing {
	/** CTO and VP first, then by descending gain. */
	readonly pairs: readonly Pair[];
	/** False where the team is too large to look at every pair; the page says so. */
	readonly complete: boolean;
}

/** Up to so many members every pair is looked at; beyond, of so many each: the cost rule of 6. */
const allUpTo = 40;
const shortlist = 20;

/** The side of the centre that a 90 % band lies on; 0 where it lies across. */
const side = ({ value, se }: Estimate): number => (Math.abs(value - 50) > z90 * se ? Math.sign(value - 50) : 0);

/** The words of 6. `sides` of the two bands of S. */
const callOf = (cover: number, { points, half, call }: Difference, sides: readonly [number, number]): Pair['call'] => {
	if (cover >= 0.8) return Math.abs(points) > half ? 'complementary' : 'overlapping';
	if (cover >= 0.5) return 'open';
	return call === 'untold' && sides[0] !== 0 && sides[0] === sides[1] ? 'same-end' : 'alike-open';
};

/** The two ends' highest, or of one role, at most `shortlist`; ties to the earlier member. */
const highest = (members: readonly Member[], end: 'A' | 'P', role?: Member['role']): readonly number[] =>
	members
		.map((_, i) => i)
		.filter((i) => role === undefined || members[i]!.role === role)
		.sort((i, j) => members[j]!.snapshot[end] - members[i]!.snapshot[end])
		.slice(0, shortlist);

/** Which pairs are looked at, each once, a CTO before a VP and else the earlier member first. */
const candidates = (members: readonly Member[]): readonly (readonly [number, number])[] => {
	const all = members.map((_, i) => i);
	const product = (ones: readonly number[], twos: readonly number[]) =>
		ones.flatMap((one) => twos.filter((two) => two !== one).map((two) => [one, two] as const));
	const looked =
		members.length <= allUpTo
			? product(all, all)
			: [
					...product(highest(members, 'A', 'cto'), highest(members, 'P', 'vp')),
					...product(highest(members, 'A'), highest(members, 'P')),
				];
	const isTop = (i: number, j: number): boolean => members[i]!.role === 'cto' && members[j]!.role === 'vp';
	const ordered = looked.map(([i, j]) =>
		isTop(i, j) || (i < j && !isTop(j, i)) ? ([i, j] as const) : ([j, i] as const),
	);
	return [...new Map(ordered.map((pair) => [pair.join(), pair])).values()];
};

/**
 * Pairs of a team (6). `gamma`: the instrument's share of scale use. `same`: whether two members answered the same items, so
 * that the relative error holds for the difference of their places (`sameItems` tells); without it the absolute one does.
 */
export const pairing = (
	members: readonly Member[],
	gamma: number,
	same: (one: number, two: number) => boolean = () => false,
): Pairing => {
	const known = new Map<number, Lacks>();
	const lacks = (i: number): Lacks => {
		const kept = known.get(i) ?? lacksOf(standingOf(members[i]!.snapshot, gamma));
		known.set(i, kept);
		return kept;
	};
	const place = (i: number, relative: boolean): Estimate => estimateOf(members[i]!.snapshot, 'S', gamma, relative);
	const pairs = candidates(members).map(([one, two]): Pair => {
		const [first, second] = [lacks(one), lacks(two)];
		const cover = coverOf({ A: first.A * second.A, P: first.P * second.P, either: first.either * second.either });
		const solo = [coverOf(first), coverOf(second)] as const;
		const relative = same(one, two);
		const difference = differ(place(one, relative), place(two, relative));
		return {
			one,
			two,
			topTwo: members[one]!.role === 'cto' && members[two]!.role === 'vp',
			cover,
			solo,
			gain: Math.max(0, cover - Math.max(...solo)),
			difference,
			call: callOf(cover, difference, [side(place(one, false)), side(place(two, false))]),
		};
	});
	return {
		pairs: pairs.sort((a, b) => Number(b.topTwo) - Number(a.topTwo) || b.gain - a.gain),
		complete: members.length <= allUpTo,
	};
};
