/**
 * From rounded scores to what may be said: places, bands, chances and calls. Words stand in `questions/<language>/`.
 * Longer than most: half of it is the types that every screen reads.
 */
import { architectureFacets, facetIds, peopleFacets, type FacetId } from './instrument';
import { z90 } from './normal';
import { callProfile, percents, probabilities, type Call, type Region } from './profile';
import type { Snapshot } from './snapshot';

/** Standard errors grow by this where answers contradict each other (measurement 4.9). */
const redWidening = 1.5;

/**
 * A score on 0..100 with its 90 % band, in whole points: rounded once, as a distance from 50, so that every distance, band
 * and difference that a page says can be checked against its tables.
 */
export interface Band {
	readonly value: number;
	readonly low: number;
	readonly high: number;
	/** Not rounded, and before the band was cut at the ends. */
	readonly half: number;
	/** The score itself, neither rounded nor cut: for chances. */
	readonly exact: number;
}

export type End = 'architecture' | 'people';

export interface Place extends Band {
	/** Points from the fulcrum; above 0 towards architecture. */
	readonly points: number;
	readonly pointsLow: number;
	readonly pointsHigh: number;
	/** The end that the whole band lies towards, else null. */
	readonly towards: End | null;
	/** How the place may be put in words (measurement 4.8). */
	readonly word: 'strongly' | 'leans' | 'points' | 'centre' | 'undecided';
}

export interface Reading {
	readonly place: Place;
	readonly A: Band;
	readonly P: Band;
	readonly B: Band;
	readonly drive: Place;
	readonly practice: Place;
	/** Only where it may be stated: drive minus practice, in points, as the two rounded places have it. */
	readonly gap: { readonly points: number; readonly half: number } | null;
	/** Drive and practice lie on opposite sides, each with its whole band, and the place between them on neither. */
	readonly torn: boolean;
	readonly facets: Readonly<Record<FacetId, Band & { readonly call: -1 | 0 | 1 }>>;
	readonly standing: readonly FacetId[];
	/** Each pull against neutral: above, below, or not told apart. */
	readonly pulls: Readonly<Record<End, 'above' | 'neutral' | 'below'>>;
	readonly chances: Readonly<Record<Region, number>>;
	readonly percents: Readonly<Record<Region, number>>;
	readonly call: Call;
	/** `leans`: the side of a posture that its band does not decide; null within 8 points of the middle. */
	readonly posture:
		| (Band & {
				readonly word: 'offence' | 'defence' | 'both';
				readonly leans: 'offence' | 'defence' | null;
				readonly count: number;
		  })
		| null;
}

const clip = (value: number): number => Math.min(100, Math.max(0, value));

/** Whole points, alike on both sides of the centre. */
const whole = (raw: number): number => 50 + Math.sign(raw - 50) * Math.round(Math.abs(raw - 50));

/** Band around a raw score with standard error `se`, in points. */
const band = (raw: number, se: number): Band => {
	const half = z90 * se;
	const [at, reach] = [whole(raw), Math.round(half)];
	return { value: clip(at), low: clip(at - reach), high: clip(at + reach), half, exact: raw };
};

/** A score on the beam, with the word that its band allows. */
export const placeOf = (raw: number, se: number): Place => {
	const around = band(raw, se);
	const distance = Math.abs(raw - 50);
	const decided = distance > around.half;
	const word = decided
		? distance >= 20
			? 'strongly'
			: distance >= 10
				? 'leans'
				: 'points'
		: raw - around.half >= 35 && raw + around.half <= 65
			? 'centre'
			: 'undecided';
	return {
		...around,
		points: around.value - 50,
		pointsLow: around.low - 50,
		pointsHigh: around.high - 50,
		towards: decided ? (raw > 50 ? 'architecture' : 'people') : null,
		word,
	};
};

const against = ({ exact, half }: Band): 'above' | 'neutral' | 'below' =>
	exact - half > 50 ? 'above' : exact + half < 50 ? 'below' : 'neutral';

/** Everything a result page may state. `gamma`: the instrument's share of person-specific scale use. */
export const read = (shot: Snapshot, gamma: number): Reading => {
	const wide = shot.quality.level === 'red' ? redWidening : 1;
	const se = (se0: number, distance: number): number => wide * Math.hypot(se0, gamma * distance);
	const S = 50 + (shot.A - shot.P) / 2;
	const B = (shot.A + shot.P) / 2;
	const [vA, vP, vS] = [shot.se0.A ** 2, shot.se0.P ** 2, shot.se0.S ** 2];
	// Var S = (vA + vP - 2 cov) / 4 gives the covariance back; B follows from it.
	const cov = (vA + vP) / 2 - 2 * vS;
	const [dA, dP] = [shot.A - 50, shot.P - 50];
	const V = [vA + (gamma * dA) ** 2, cov + gamma ** 2 * dA * dP, vP + (gamma * dP) ** 2].map((v) => v * wide ** 2);
	const chances = probabilities(shot.A, shot.P, V as [number, number, number]);
	const A = band(shot.A, se(shot.se0.A, dA));
	const P = band(shot.P, se(shot.se0.P, dP));
	const gap = shot.drive - shot.practice;
	const gapHalf = z90 * se(shot.se0.gap, gap);
	const facets = Object.fromEntries(
		facetIds.map((id) => [
			id,
			{ ...band(shot.facets[id], se(shot.se0[id], shot.facets[id] - 50)), call: shot.facetCalls[id] },
		]),
	) as Reading['facets'];
	const place = placeOf(S, se(shot.se0.S, S - 50));
	const drive = placeOf(shot.drive, se(shot.se0.drive, shot.drive - 50));
	const practice = placeOf(shot.practice, se(shot.se0.practice, shot.practice - 50));
	const stated = shot.level === 'full' && Math.abs(gap) > gapHalf;
	return {
		place,
		A,
		P,
		B: band(B, se(Math.sqrt(Math.max(0, (vA + vP + 2 * cov) / 4)), B - 50)),
		drive,
		practice,
		gap: stated ? { points: drive.points - practice.points, half: gapHalf } : null,
		torn:
			stated &&
			place.towards === null &&
			drive.towards !== null &&
			practice.towards !== null &&
			drive.towards !== practice.towards,
		facets,
		standing: [...architectureFacets, ...peopleFacets].filter((id) => facets[id].call !== 0),
		pulls: { architecture: against(A), people: against(P) },
		chances,
		percents: percents(chances),
		call: callProfile(chances, { level: shot.level, quality: shot.quality.level }),
		posture: shot.posture && posture(shot.posture, gamma, wide),
	};
};

/** Points from the middle up to which six choices say “about as often”. */
const near = 8;
const posture = (
	{ value, se0, count }: NonNullable<Snapshot['posture']>,
	gamma: number,
	wide: number,
): Reading['posture'] => {
	const around = band(value, wide * Math.hypot(se0, gamma * (value - 50)));
	const word = value - around.half > 50 ? 'offence' : value + around.half < 50 ? 'defence' : 'both';
	const leans = word !== 'both' || Math.abs(value - 50) <= near ? null : value > 50 ? 'offence' : 'defence';
	return { ...around, word, leans, count };
};

/** Degrees of tilt, left end down for architecture (negative); 0 unless the whole band lies on one side. */
export const tilt = (place: Place, factor = 1): number =>
	place.towards === null ? 0 : -Math.sign(place.points) * Math.min(4, 0.16 * Math.abs(place.points)) * factor;
