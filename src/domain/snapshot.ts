/**
 * A result's scores, rounded once. Every word and call on a screen is computed from these numbers, here and wherever
 * they are sent later, so that both sides read the same (formats.md, Codes).
 */
import { facetIds, type FacetId, type Form, type Instrument } from './instrument';
import { assess, type Quality } from './quality';
import { shownOrder, type Result } from './result';
import { score, type Scores } from './scoring';

export interface Snapshot {
	readonly level: Form;
	/** Raw scores to .5, from -30 to 130. */
	readonly A: number;
	readonly P: number;
	readonly drive: number;
	readonly practice: number;
	readonly facets: Readonly<Record<FacetId, number>>;
	/** Relative to its own domain: 1 stands above, -1 below, 0 not told apart. */
	readonly facetCalls: Readonly<Record<FacetId, -1 | 0 | 1>>;
	/** Standard errors without scale use, to .1. */
	readonly se0: Readonly<Record<'A' | 'P' | 'S' | 'drive' | 'practice' | 'gap' | FacetId, number>>;
	/** The same for comparing two who answered the same items: items' unknown locations cancel. */
	readonly se0rel: Readonly<Record<'A' | 'P' | 'S', number>>;
	readonly posture: { readonly value: number; readonly se0: number; readonly count: number } | null;
	readonly counts: Scores['counts'];
	readonly quality: Pick<Quality, 'level' | 'reasons' | 'tension'>;
	/** The most that changing one answer would move the place, in points, to .1 and never less than it is. */
	readonly most: number;
}

const half = (value: number): number => Math.min(130, Math.max(-30, Math.round(value * 2) / 2));
const tenth = (value: number): number => Math.round(value * 10) / 10;
const perFacet = <T>(of: (id: FacetId) => T): Record<FacetId, T> =>
	Object.fromEntries(facetIds.map((id) => [id, of(id)])) as Record<FacetId, T>;

/** Rounds scores and what was found about the answers. */
export const snapshot = (scores: Scores, quality: Quality): Snapshot => ({
	level: scores.level,
	A: half(scores.A.raw),
	P: half(scores.P.raw),
	drive: half(scores.drive.raw),
	practice: half(scores.practice.raw),
	facets: perFacet((id) => half(scores.facets[id].raw)),
	facetCalls: perFacet((id) => scores.facets[id].call),
	se0: {
		A: tenth(scores.A.se0),
		P: tenth(scores.P.se0),
		S: tenth(scores.S.se0),
		drive: tenth(scores.drive.se0),
		practice: tenth(scores.practice.se0),
		gap: tenth(scores.gap.se0),
		...perFacet((id) => tenth(scores.facets[id].se0)),
	},
	se0rel: { A: tenth(scores.A.se0rel), P: tenth(scores.P.se0rel), S: tenth(scores.S.se0rel) },
	posture: scores.posture && {
		value: half(scores.posture.value),
		se0: tenth(scores.posture.se0),
		count: scores.posture.count,
	},
	counts: scores.counts,
	quality: { level: quality.level, reasons: quality.reasons, tension: quality.tension },
	most: Math.max(0, Math.ceil(scores.mostOneAnswerMoves * 10 - 1e-9)) / 10,
});

/** Scores, quality and snapshot of a kept result. */
export const evaluate = (
	instrument: Instrument,
	result: Pick<Result, 'form' | 'answers' | 'seed' | 'paceRating'>,
): { scores: Scores; quality: Quality; snapshot: Snapshot } => {
	const scores = score(instrument, result.answers);
	const quality = assess(instrument, result.answers, scores, shownOrder(instrument, result), result.paceRating);
	return { scores, quality, snapshot: snapshot(scores, quality) };
};
