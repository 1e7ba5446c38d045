/** How far the answers can be relied on (measurement 4.9). Always about the answers, never about the person. */
import { categories, type Answers, type Form, type Instrument, type Item, type Rating } from './instrument';
import type { Scores } from './scoring';

export type QualityLevel = 'green' | 'amber' | 'red';

export const reasonIds = ['misfit', 'long-string', 'acquiescence', 'contradictions', 'speed', 'missing'] as const;
export type ReasonId = (typeof reasonIds)[number];

export interface Reason {
	readonly id: ReasonId;
	readonly level: 'amber' | 'red';
}

export interface Quality {
	/** The worst of the reasons; green without any. */
	readonly level: QualityLevel;
	/** In the order of `reasonIds`. */
	readonly reasons: readonly Reason[];
	/** Drive and practice oppose each other, which explains a misfit that would otherwise be a reason. */
	readonly tension: boolean;
	/** Ratings of one facet and mode that contradict each other, plus item first. */
	readonly contradictions: readonly (readonly [string, string])[];
	/** Up to five answers that fit the others least, worst first; empty where there are contradictions to re-read. */
	readonly review: readonly string[];
}

/** Where amber and red begin; for indicators that grow as answers get worse. */
type Limits = readonly [amber: number, red: number];
const limits: Readonly<Record<Form, { misfit: Limits; run: Limits }>> = {
	full: { misfit: [1.4, 1.6], run: [8, 12] },
	quick: { misfit: [1.5, 1.8], run: [6, 8] },
};
const acquiescence: Limits = [1.8, 2.5];
/** Four contradictions are a reason to look again, and no number of them condemns a sitting. */
const contradictory: Limits = [4, Infinity];

const above = (value: number, [amber, red]: Limits): QualityLevel =>
	value >= red ? 'red' : value >= amber ? 'amber' : 'green';
/** For indicators that shrink as answers get worse; the limit itself is still good. */
const below = (value: number, [amber, red]: Limits): QualityLevel =>
	value < red ? 'red' : value < amber ? 'amber' : 'green';

/**
 * Judges the answers by the six indicators of 4.9. `scores` of the same answers; `order`: ids of the items shown, in the
 * order they were shown; `paceRating`: median seconds a rating, null where nothing was timed (then speed is not judged).
 */
export function assess(
	instrument: Instrument,
	answers: Answers,
	scores: Scores,
	order: readonly string[],
	paceRating: number | null,
): Quality {
	const byId = new Map(instrument.items.map((item) => [item.id, item]));
	const shown = order.flatMap((id) => byId.get(id) ?? []);
	const contradictions = contradictionsIn(instrument, answers);
	const { misfit: misfitLimits, run } = limits[scores.level];

	const misfit = above(scores.misfit ?? 0, misfitLimits);
	// One whose drive and practice oppose each other misfits honestly, unless single cells contradict themselves too.
	const opposed = Math.abs(scores.gap.raw) > 3 * scores.gap.se && contradictions.length < contradictory[0];
	const found: Readonly<Record<ReasonId, QualityLevel>> = {
		misfit: opposed ? 'green' : misfit,
		'long-string': above(longestRun(shown, answers), run),
		acquiescence: scores.counts.ratings >= 16 ? above(Math.abs(scores.q), acquiescence) : 'green',
		contradictions: above(contradictions.length, contradictory),
		speed: paceRating === null ? 'green' : below(paceRating, [2, 1]),
		missing: missing(shown, answers, scores),
	};
	const reasons = reasonIds.flatMap((id): Reason[] => {
		const level = found[id];
		return level === 'green' ? [] : [{ id, level }];
	});
	const levels = reasons.map(({ level }) => level);
	return {
		level: levels.includes('red') ? 'red' : levels.includes('amber') ? 'amber' : 'green',
		reasons,
		tension: opposed && misfit !== 'green',
		contradictions,
		review: contradictions.length > 0 ? [] : worst(scores.shares),
	};
}

/** The stored category, or undefined where there is none: the same answers count here as in `score`. */
const answerTo = (item: Item, answers: Answers): number | undefined => {
	const x = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
	return x !== undefined && Number.isInteger(x) && x >= 0 && x < categories(item) ? x : undefined;
};

/** Longest run of one raw category over the ratings as shown; a skipped rating neither adds to a run nor ends it. */
const longestRun = (shown: readonly Item[], answers: Answers): number => {
	let [longest, run, last] = [0, 0, -1];
	for (const item of shown) {
		const x = item.format === 'rating' ? answerTo(item, answers) : undefined;
		if (x === undefined) continue;
		run = x === last ? run + 1 : 1;
		last = x;
		longest = Math.max(longest, run);
	}
	return longest;
};

/** Cells (one facet, one mode) whose plus and minus item are three or more categories from agreeing. */
const contradictionsIn = (instrument: Instrument, answers: Answers): (readonly [string, string])[] => {
	const ratings = instrument.items.filter((item): item is Rating => item.format === 'rating');
	return ratings
		.filter(({ key }) => key === 1)
		.flatMap((plus) => {
			const minus = ratings.find(({ facet, mode, key }) => key === -1 && facet === plus.facet && mode === plus.mode);
			const [one, two] = [answerTo(plus, answers), minus && answerTo(minus, answers)];
			if (minus === undefined || one === undefined || two === undefined) return [];
			return Math.abs(one - (categories(minus) - 1 - two)) >= 3 ? [[plus.id, minus.id] as const] : [];
		});
};

/** Answered share of the scored items shown, and the ratings of each domain. */
const missing = (shown: readonly Item[], answers: Answers, { counts }: Scores): QualityLevel => {
	const scored = shown.filter(({ format }) => format !== 'posture');
	const answered = scored.filter((item) => answerTo(item, answers) !== undefined);
	const level = below(scored.length === 0 ? 0 : answered.length / scored.length, [0.6, 0.4]);
	const few = Math.min(counts.ratingsA, counts.ratingsP) < 4;
	return level === 'green' && few ? 'amber' : level;
};

const worst = (shares: Scores['shares']): string[] =>
	Object.entries(shares)
		.sort(([, one], [, two]) => two - one)
		.slice(0, 5)
		.map(([id]) => id);
