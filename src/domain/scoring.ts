/**
 * Answers to scores: best linear predictor with standard errors (measurement 4.4 to 4.7). Pure and deterministic: sums run
 * in the order of the instrument, so the order of the answers changes no bit. Over 150 lines because the types that all
 * readers of a result use are documented here, beside the formulas that fill them.
 */
import { domainOf, facetIds, type Answers, type FacetId, type Form, type Instrument } from './instrument';
import type { Constants } from './items';
import { acquiescence } from './latents';
import { dot, quadratic, times, type Matrix, type Vector } from './matrix';
import { density, z90 } from './normal';
import { bearing, estimate, given, prepare, uncertainty, type Functional, type Given } from './posterior';

/**
 * A score in points, not clipped, with its standard errors: `se0` absolute (4.6), `se` with the scale-use term added,
 * `se0rel` for comparing sittings that answered the same items (6).
 */
export interface Estimate {
	readonly raw: number;
	readonly se: number;
	readonly se0: number;
	readonly se0rel: number;
}

/** `call`: 1 above, -1 below its own domain, 0 not told apart; called from a distance of `callAt` points (4.8). */
export interface FacetEstimate extends Estimate {
	readonly callAt: number;
	readonly call: -1 | 0 | 1;
}

/** Points that one answer adds to a score (4.6); all of them together add up to `score - 50`. */
export interface Contribution {
	readonly id: string;
	readonly S: number;
	readonly A: number;
	readonly P: number;
}

export interface Scores {
	readonly A: Estimate;
	readonly P: Estimate;
	readonly S: Estimate;
	readonly B: Estimate;
	readonly drive: Estimate;
	readonly practice: Estimate;
	/** Drive minus practice; 0 where they agree. */
	readonly gap: Estimate;
	readonly facets: Readonly<Record<FacetId, FacetEstimate>>;
	/** Variance of A, covariance, variance of P, in square points, the scale-use term included (4.6). */
	readonly V: readonly [number, number, number];
	/** Acquiescence in standard deviations. */
	readonly q: number;
	/** Squared misfit an answer (4.9); about 1 for an attentive person, null when nothing scored is answered. */
	readonly misfit: number | null;
	/** z^2 / v of each answered rating and pair, in the order of the instrument. */
	readonly shares: Readonly<Record<string, number>>;
	/** 0 defence to 100 offence, not clipped (4.7); null when no posture pair was answered. */
	readonly posture: {
		readonly value: number;
		readonly se: number;
		readonly se0: number;
		readonly count: number;
	} | null;
	/** Answers that count, by format, and ratings by domain. */
	readonly counts: {
		readonly ratings: number;
		readonly pairs: number;
		readonly posture: number;
		readonly ratingsA: number;
		readonly ratingsP: number;
	};
	/** Which rules of 4.8 and 4.9 apply: `full` from 28 ratings and 6 pairs. */
	readonly level: Form;
	/** In the order of the instrument. */
	readonly contributions: readonly Contribution[];
	/** Largest change of S, in points, from changing one given answer to any other; 0 without answers (4.8). */
	readonly mostOneAnswerMoves: number;
}

/**
 * Scores any subset of answers (4.1 to 4.7); a missing answer is simply absent. Unknown ids and values that are no category
 * of their item are ignored. Never throws for a parsed instrument.
 */
export function score(instrument: Instrument, answers: Answers): Scores {
	const { scored, posture, composites, standing } = prepare(instrument);
	const { gamma } = instrument;
	const answered = given(scored, answers);
	const items = answered.map(({ item }) => item);
	const sigma = uncertainty(items, 'v');
	const relative = uncertainty(items, 'vRel');
	const { b, eta } = estimate(answered, sigma);

	const read = ({ c, k, mean }: Functional): Estimate => {
		const distance = k * dot(c, eta);
		const se0 = k * Math.sqrt(quadratic(sigma, c));
		return {
			raw: mean + distance,
			se: Math.hypot(se0, gamma * distance),
			se0,
			se0rel: k * Math.sqrt(quadratic(relative, c)),
		};
	};
	const A = read(composites.A);
	const P = read(composites.P);
	const facet = (id: FacetId): FacetEstimate => {
		const own = read(composites[id]);
		const callAt = z90 * instrument.scale.sd * Math.sqrt(quadratic(sigma, standing[id]));
		const distance = own.raw - (domainOf(id) === 'A' ? A : P).raw;
		return { ...own, callAt, call: Math.abs(distance) > callAt ? (distance > 0 ? 1 : -1) : 0 };
	};
	const facets = Object.fromEntries(facetIds.map((id) => [id, facet(id)])) as Record<FacetId, FacetEstimate>;

	const leaning = scorePosture(instrument, given(posture, answers));
	const counts = count(answered, leaning?.count ?? 0);
	const shares = answered.map(({ item, z }) => [item.id, (z * z) / item.v] as const);
	const distance = shares.reduce((sum, [, share]) => sum + share, 0) - dot(b, eta);
	return {
		A,
		P,
		S: read(composites.S),
		B: read(composites.B),
		drive: read(composites.drive),
		practice: read(composites.practice),
		gap: read(composites.gap),
		facets,
		V: spread(instrument, sigma, A.raw, P.raw),
		q: eta[acquiescence]!,
		misfit: answered.length === 0 ? null : distance / answered.length,
		shares: Object.fromEntries(shares),
		posture: leaning,
		counts,
		level: counts.ratings >= 28 && counts.pairs >= 6 ? 'full' : 'quick',
		...explain(answered, sigma, composites),
	};
}

/** V of 4.6: A and P together, for the regions of the map. */
const spread = (instrument: Instrument, sigma: Matrix, A: number, P: number): [number, number, number] => {
	const { mean, sd } = instrument.scale;
	const { composites } = prepare(instrument);
	const [a, p] = [composites.A.c, composites.P.c];
	const towardsP = times(sigma, p);
	const [dA, dP] = [instrument.gamma * (A - mean), instrument.gamma * (P - mean)];
	return [
		sd ** 2 * quadratic(sigma, a) + dA * dA,
		sd ** 2 * dot(a, towardsP) + dA * dP,
		sd ** 2 * dot(p, towardsP) + dP * dP,
	];
};

/** What each answer did, and what the most telling one could do (4.6, 4.8). */
const explain = (
	answered: readonly Given[],
	sigma: Matrix,
	composites: Readonly<Record<'A' | 'P' | 'S', Functional>>,
): Pick<Scores, 'contributions' | 'mostOneAnswerMoves'> => {
	const direction = ({ c, k }: Functional): Vector => times(sigma, c).map((weight) => k * weight);
	const [S, A, P] = [direction(composites.S), direction(composites.A), direction(composites.P)];
	const points = (item: Constants, towards: Vector): number => bearing(item, towards) / item.v;
	return {
		contributions: answered.map(({ item, z }) => ({
			id: item.id,
			S: points(item, S) * z,
			A: points(item, A) * z,
			P: points(item, P) * z,
		})),
		mostOneAnswerMoves: answered.reduce((most, { item, x }) => {
			const step = Math.abs(points(item, S)) / item.s;
			return Math.max(most, step * Math.max(x, item.categories - 1 - x));
		}, 0),
	};
};

/** 4.7: the same predictor with one latent. */
const scorePosture = ({ scale, gamma }: Instrument, answered: readonly Given[]): Scores['posture'] => {
	if (answered.length === 0) return null;
	const weigh = (of: (l: number, one: Given) => number): number =>
		answered.reduce((sum, one) => sum + of(one.item.l[0]!, one) / one.item.v, 0);
	const information = 1 + weigh((l) => l * l);
	const distance = (scale.sd * weigh((l, { z }) => l * z)) / information;
	const se0 = scale.sd / Math.sqrt(information);
	return { value: scale.mean + distance, se: Math.hypot(se0, gamma * distance), se0, count: answered.length };
};

const count = (answered: readonly Given[], posture: number): Scores['counts'] => {
	const of = (domain: Constants['domain']): number => answered.filter(({ item }) => item.domain === domain).length;
	const [ratingsA, ratingsP] = [of('A'), of('P')];
	return { ratings: ratingsA + ratingsP, pairs: of(null), posture, ratingsA, ratingsP };
};

/**
 * Expected 90 % half-width of S, in points, over the model's own population once these items are answered: the mean of
 * 4.6's half-width where the estimate is normal with the variance that the answers explain. Unknown ids and posture pairs
 * are ignored; without items it is the prior's 23.3.
 */
export function expectedHalfWidth(instrument: Instrument, itemIds: readonly string[]): number {
	const { scored, composites } = prepare(instrument);
	const { c, k } = composites.S;
	const asked = new Set(itemIds);
	const sigma = uncertainty(
		scored.filter(({ id }) => asked.has(id)),
		'v',
	);
	const se0 = k * Math.sqrt(quadratic(sigma, c));
	const explained = Math.sqrt(Math.max(0, k * k * dot(c, c) - se0 * se0));
	// Midpoint rule over 8 standard deviations either side; the mass beyond is below 1e-14.
	const step = 0.02;
	let sum = 0;
	for (let t = -8 + step / 2; t < 8; t += step) sum += density(t) * Math.hypot(se0, instrument.gamma * explained * t);
	return z90 * sum * step;
}
