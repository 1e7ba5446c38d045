/** Two people, or two sittings of one (measurement 6): what differs by more than the answers can be off. */
import { errorOf, estimateOf, valueOf, widening, type Estimate, type ScoreId } from './errors';
import { facetIds, type FacetId } from './instrument';
import { cdf, z90 } from './normal';
import { answeredOf, type Sent } from './sent';

export interface Difference {
	/** One minus two, in points, not clipped. */
	readonly points: number;
	/** Half-width of the 90 % band of `points`. */
	readonly half: number;
	/** Probability, 0..1, that the first one's true score is the higher. */
	readonly p: number;
	readonly call: 'reliably' | 'probably' | 'untold';
	/** Who stands further towards the high end (architecture for S); null where the answers do not tell. */
	readonly further: 'one' | 'two' | null;
}

/** One score of two sittings, in points from the first to the second. */
export interface Change {
	readonly points: number;
	/** From this many points, either way, it counts at the 90 % level. */
	readonly needed: number;
	readonly changed: -1 | 0 | 1;
}

export interface Changes {
	/** False where the versions of the instrument differ: then nothing has `changed`. */
	readonly comparable: boolean;
	/** `version`: not comparable. `quality`: comparable, but a sitting contradicts itself and needs half as much again. */
	readonly why: null | 'version' | 'quality';
	readonly scores: Readonly<Record<'S' | 'A' | 'P' | 'drive' | 'practice' | FacetId, Change>>;
	/** Drive minus practice; only where both sittings may state it, which takes the full form (4.8). */
	readonly gap?: Change;
}

/**
 * Whether both answered the same questions: blocks are asked in a fixed order, so one version, as many asked, the same counts
 * by format, and none skipped leave no other choice. Where one was skipped nobody can tell which: false.
 */
export const sameItems = (a: Sent, b: Sent): boolean => {
	const [one, two] = [a.snapshot.counts, b.snapshot.counts];
	return (
		a.version === b.version &&
		a.asked === b.asked &&
		a.asked > 0 &&
		answeredOf(a) === a.asked &&
		(['ratings', 'pairs', 'posture', 'ratingsA', 'ratingsP'] as const).every((format) => one[format] === two[format])
	);
};

/** Difference of two scores with errors independent of each other (measurement 6): called from .95 and from .80. */
export const differ = (one: Estimate, two: Estimate): Difference => {
	const points = one.value - two.value;
	const se = Math.hypot(one.se, two.se);
	const p = points === 0 ? 0.5 : cdf(points / se);
	const sure = Math.max(p, 1 - p);
	const call = sure >= 0.95 ? 'reliably' : sure >= 0.8 ? 'probably' : 'untold';
	return { points, half: z90 * se, p, call, further: call === 'untold' ? null : points > 0 ? 'one' : 'two' };
};

/**
 * Place, architecture and people of two (measurement 6), with the relative error where both answered the same items, else the
 * absolute one. `gamma`: the instrument's share of scale use.
 */
export const twoPeople = (one: Sent, two: Sent, gamma: number): Readonly<Record<'S' | 'A' | 'P', Difference>> => {
	const relative = sameItems(one, two);
	const of = (id: 'S' | 'A' | 'P'): Difference =>
		differ(estimateOf(one.snapshot, id, gamma, relative), estimateOf(two.snapshot, id, gamma, relative));
	return { S: of('S'), A: of('A'), P: of('P') };
};

/** Standard deviation, in points, of what changes from day to day: of one pull, and of what halves or subtracts two (6). */
const occasion = 4;
const occasionOfTwo = 2.83;

/**
 * From an earlier to a later sitting of one person (measurement 6, "Change over time"). A person's scale use is the same both
 * times and cancels: gamma has no part in it.
 */
export const change = (before: Sent, after: Sent): Changes => {
	const [from, to] = [before.snapshot, after.snapshot];
	const comparable = before.version === after.version;
	const relative = sameItems(before, after);
	const weigh = (points: number, error1: number, error2: number, day: number): Change => {
		const needed = z90 * Math.hypot(error1, error2, day, day);
		return { points, needed, changed: comparable && Math.abs(points) >= needed ? (points > 0 ? 1 : -1) : 0 };
	};
	const of = (id: ScoreId): Change =>
		weigh(
			valueOf(to, id) - valueOf(from, id),
			errorOf(from, id, relative),
			errorOf(to, id, relative),
			id === 'S' ? occasionOfTwo : occasion,
		);
	const ids: readonly ScoreId[] = ['S', 'A', 'P', 'drive', 'practice', ...facetIds];
	const scores = Object.fromEntries(ids.map((id) => [id, of(id)])) as Changes['scores'];
	const red = [from, to].some(({ quality }) => quality.level === 'red');
	const gap = weigh(
		to.drive - to.practice - (from.drive - from.practice),
		widening(from) * from.se0.gap,
		widening(to) * to.se0.gap,
		occasionOfTwo,
	);
	return {
		comparable,
		why: comparable ? (red ? 'quality' : null) : 'version',
		scores,
		...(from.level === 'full' && to.level === 'full' ? { gap } : {}),
	};
};
