/**
 * The world of measurement 5.1: who answers, and what the items are. It shares the structure of the instrument (facet, mode,
 * key) and none of the scorer's parameters: items are uneven, and people differ in how they use a scale.
 */
import {
	domainOf,
	facetIds,
	type Domain,
	type FacetId,
	type Instrument,
	type Item,
	type Mode,
} from '../../src/domain/instrument';
import type { Random } from './random';

/** Loadings, shifts and standard deviations are in units of the latent answer: variance 1 in a rating, 2 in a pair. */
export interface World {
	/** True correlation of the two pulls. */
	readonly rho: number;
	/** Loadings of the specific factors. */
	readonly facet: number;
	readonly mode: number;
	readonly acquiescence: number;
	/** Item loadings are uniform between these. */
	readonly loadings: readonly [least: number, most: number];
	/** Of the items' locations, in the keyed direction. */
	readonly locationSd: number;
	/** Of the log of an item's threshold spread. */
	readonly spreadSd: number;
	/** Of the log of a person's threshold scaling. */
	readonly scaleUseSd: number;
	/** Of the pairs' intercepts: desirability is matched imperfectly. */
	readonly pairSd: number;
	/** Flattering both ends: what a person adds in the keyed direction, and the share of it that neutral wording leaves. */
	readonly presentation: { readonly mean: number; readonly sd: number; readonly left: number };
	/** Every rating is keyed positively, for the respondents and for the scorer. */
	readonly allPositive: boolean;
	/** Share of the answers that are skipped. */
	readonly missing: number;
	/** Shares of the respondents who answer at random, with one answer throughout, at random on a quarter of the items. */
	readonly careless: { readonly random: number; readonly straight: number; readonly partly: number };
}

export const baseWorld: World = {
	rho: 0,
	facet: 0.25,
	mode: 0.25,
	acquiescence: 0.25,
	loadings: [0.5, 0.8],
	locationSd: 0.35,
	spreadSd: 0.12,
	scaleUseSd: 0.2,
	pairSd: 0.3,
	presentation: { mean: 0, sd: 0, left: 1 },
	allPositive: false,
	missing: 0,
	careless: { random: 0.05, straight: 0.02, partly: 0.08 },
};

/** Before an item spreads and shifts them; pairs in units of their standard deviation, as in 4.2. */
const thresholds = { rating: [-1.25, -0.45, 0.45, 1.25], pair: [-0.85, 0, 0.85] };
/** Variance of the specific factors and of acquiescence in the base world; a world that has more of them adds to it. */
const specific = baseWorld.facet ** 2 + baseWorld.mode ** 2;
const ratingError = (loading: number): number => Math.sqrt(1 - loading ** 2 - specific - baseWorld.acquiescence ** 2);
const pairError = (a: number, p: number): number => Math.sqrt(2 - a ** 2 - p ** 2 - 2 * specific);

/** What an item is in truth: its loadings on the two pulls, its place, its thresholds, the sd of its error. */
export interface TrueItem {
	readonly item: Exclude<Item, { format: 'posture' }>;
	readonly loading: Readonly<Record<Domain, number>>;
	readonly location: number;
	readonly tau: readonly number[];
	readonly error: number;
}

/** One bank: the scored items of the instrument, with loadings, locations and thresholds drawn anew. */
export const drawBank = ({ items }: Instrument, world: World, random: Random): readonly TrueItem[] =>
	items.flatMap((item): TrueItem[] => {
		if (item.format === 'posture') return [];
		const [least, most] = world.loadings;
		const [A, P] = [least + (most - least) * random.uniform(), least + (most - least) * random.uniform()];
		const [place, spread] = [random.normal(), Math.exp(world.spreadSd * random.normal())];
		if (item.format === 'pair') {
			const tau = thresholds.pair.map((threshold) => threshold * spread * Math.SQRT2);
			return [{ item, loading: { A, P }, location: world.pairSd * place, tau, error: pairError(A, P) }];
		}
		const loading = domainOf(item.facet) === 'A' ? { A, P: 0 } : { A: 0, P };
		const tau = thresholds.rating.map((threshold) => threshold * spread);
		return [{ item, loading, location: world.locationSd * place, tau, error: ratingError(loading.A + loading.P) }];
	});

export interface Person {
	/** The specific factors carry their loadings already. */
	readonly pull: Readonly<Record<Domain, number>>;
	readonly facets: Readonly<Record<FacetId, number>>;
	readonly modes: Readonly<Record<Domain, Readonly<Record<Mode, number>>>>;
	readonly acquiescence: number;
	readonly flattery: number;
	readonly scaleUse: number;
}

/** A respondent. With `tension`, drive lies that many points further towards architecture than practice, chance apart. */
export const drawPerson = (world: World, { normal }: Random, tension = 0): Person => {
	const [A, other] = [normal(), normal()];
	const facets = Object.fromEntries(facetIds.map((id) => [id, world.facet * normal()])) as Record<FacetId, number>;
	// The gap is 10 points a unit of each of its four modes over the length of their composites (4.5).
	const opposed = (tension / 40) * lengthOf(world, 1);
	const mode = (shift: number): number => world.mode * normal() + shift;
	return {
		pull: { A, P: world.rho * A + Math.sqrt(1 - world.rho ** 2) * other },
		facets,
		modes: {
			A: { drive: mode(opposed), practice: mode(-opposed) },
			P: { drive: mode(-opposed), practice: mode(opposed) },
		},
		acquiescence: world.acquiescence * normal(),
		flattery: (world.presentation.mean + world.presentation.sd * normal()) * world.presentation.left,
		scaleUse: Math.exp(world.scaleUseSd * normal()),
	};
};

export const scales = ['S', 'A', 'P', 'B', 'drive', 'practice'] as const;
export type Scale = (typeof scales)[number];
export type Truth = Readonly<Record<Scale, number>>;

/** Sd of a composite of one pull, all four facets and `modes` modes. */
const lengthOf = (world: World, modes: number): number =>
	Math.hypot(meanLoading(world), world.facet / 2, world.mode / Math.sqrt(modes));
const meanLoading = ({ loadings: [least, most] }: World): number => (least + most) / 2;

/** Where the person truly is, in points: the composite of 4.5 over all items that could be asked in this world (5.1). */
export const truthOf = (world: World, { pull, facets, modes }: Person): Truth => {
	const theta = (domain: Domain, of: readonly Mode[]): number => {
		const general = meanLoading(world) * pull[domain];
		const facet = facetIds.reduce((sum, id) => sum + (domainOf(id) === domain ? facets[id] : 0), 0) / 4;
		const mode = of.reduce((sum, one) => sum + modes[domain][one], 0) / of.length;
		return (general + facet + mode) / lengthOf(world, of.length);
	};
	const [A, P] = [20 * theta('A', ['drive', 'practice']), 20 * theta('P', ['drive', 'practice'])];
	const inMode = (mode: Mode): number => 50 + 10 * (theta('A', [mode]) - theta('P', [mode]));
	return {
		S: 50 + (A - P) / 2,
		A: 50 + A,
		P: 50 + P,
		B: 50 + (A + P) / 2,
		drive: inMode('drive'),
		practice: inMode('practice'),
	};
};
