/** What the answers say about the fifteen latents (measurement 4.4), and the composites read off them (4.5). */
import { domainOf, facetIds, type Answers, type FacetId, type Instrument } from './instrument';
import { constantsOf, type Constants } from './items';
import { combine, composite, size } from './latents';
import { identity, inverse, times, type Matrix, type Vector } from './matrix';

/** One reported quantity: `mean + k c'eta`; the gap has mean 0. */
export interface Functional {
	readonly c: Vector;
	readonly k: number;
	readonly mean: number;
}

export interface Prepared {
	/** Ratings and pairs, in the order of the instrument. */
	readonly scored: readonly Constants[];
	readonly posture: readonly Constants[];
	readonly composites: Readonly<Record<'A' | 'P' | 'S' | 'B' | 'drive' | 'practice' | 'gap' | FacetId, Functional>>;
	/** Facet minus its own domain, for the sub-score rule of 4.8. */
	readonly standing: Readonly<Record<FacetId, Vector>>;
}

const prepared = new WeakMap<Instrument, Prepared>();

/** Everything that depends on the instrument alone; computed at the first call and kept with the instrument. */
export const prepare = (instrument: Instrument): Prepared => {
	const known = prepared.get(instrument);
	if (known) return known;
	const made = compute(instrument);
	prepared.set(instrument, made);
	return made;
};

const compute = (instrument: Instrument): Prepared => {
	const { mean, sd } = instrument.scale;
	const constants = instrument.items.map(constantsOf);
	const [a, p] = [composite(instrument, 'A'), composite(instrument, 'P')];
	const between = (mode: 'drive' | 'practice') =>
		combine(composite(instrument, 'A', [mode]), -1, composite(instrument, 'P', [mode]));
	const [drive, practice] = [between('drive'), between('practice')];
	const whole = (c: Vector): Functional => ({ c, k: sd, mean });
	const halved = (c: Vector, at = mean): Functional => ({ c, k: sd / 2, mean: at });
	const facet = (id: FacetId): Vector => composite(instrument, domainOf(id), undefined, [id]);
	const perFacet = <T>(of: (id: FacetId) => T): Record<FacetId, T> =>
		Object.fromEntries(facetIds.map((id) => [id, of(id)])) as Record<FacetId, T>;
	return {
		scored: constants.filter(({ format }) => format !== 'posture'),
		posture: constants.filter(({ format }) => format === 'posture'),
		composites: {
			A: whole(a),
			P: whole(p),
			S: halved(combine(a, -1, p)),
			B: halved(combine(a, 1, p)),
			drive: halved(drive),
			practice: halved(practice),
			gap: halved(combine(drive, -1, practice), 0),
			...perFacet((id) => whole(facet(id))),
		},
		standing: perFacet((id) => combine(facet(id), -1, domainOf(id) === 'A' ? a : p)),
	};
};

/** One answer as the model sees it: `z = (x - m) / s`. */
export interface Given {
	readonly item: Constants;
	readonly x: number;
	readonly z: number;
}

/** The answers to these items, in the order of the items; whatever is no category of an item is left out. */
export const given = (items: readonly Constants[], answers: Answers): readonly Given[] =>
	items.flatMap((item) => {
		const x = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
		return x !== undefined && Number.isInteger(x) && x >= 0 && x < item.categories
			? [{ item, x, z: (x - item.m) / item.s }]
			: [];
	});

/** Sigma of 4.4: what stays unknown once these items are answered, whatever the answers are. */
export const uncertainty = (items: readonly Constants[], error: 'v' | 'vRel'): Matrix => {
	// Sigma0 is the identity as long as rho is 0.
	const information = identity(size);
	for (const item of items)
		item.at.forEach((row, i) => {
			const weight = item.l[i]! / item[error];
			item.at.forEach((column, j) => {
				information[row * size + column]! += weight * item.l[j]!;
			});
		});
	return inverse(information, size);
};

/** b and eta of 4.4. */
export const estimate = (answered: readonly Given[], sigma: Matrix): { b: Vector; eta: Vector } => {
	const b = new Float64Array(size);
	for (const { item, z } of answered)
		item.at.forEach((at, i) => {
			b[at]! += (item.l[i]! * z) / item.v;
		});
	return { b, eta: times(sigma, b) };
};

/** `direction' l_i`: how strongly an item bears on a direction among the latents. */
export const bearing = (item: Constants, direction: Vector): number =>
	item.at.reduce((sum, at, i) => sum + direction[at]! * item.l[i]!, 0);
