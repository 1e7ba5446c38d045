/** Why a result is what it is: what each answer adds, and how two results of the same person compare in a trial. */
import type { Answers } from './instrument';
import type { Scores } from './scoring';

export interface Reason {
	readonly id: string;
	/** Category as stored. */
	readonly value: number;
	/** Points that this answer adds to the place: above 0 towards architecture (measurement 4.6). */
	readonly points: number;
}

/** Every scored answer with what it adds, the weightiest first; equal weights in the order of the instrument. */
export const reasons = (scores: Pick<Scores, 'contributions'>, answers: Answers): readonly Reason[] =>
	scores.contributions
		.map(({ id, S }) => ({ id, value: answers[id]!, points: S }))
		.sort((a, b) => Math.abs(b.points) - Math.abs(a.points));

/** Ids whose answers differ between the two. */
export const changed = (before: Answers, after: Answers): readonly string[] =>
	Object.keys(after).filter((id) => after[id] !== before[id]);
