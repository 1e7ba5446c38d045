/** The fifteen latents and the composites of them that are reported (measurement 4.1 and 4.5). */
import {
	architectureFacets,
	facetIds,
	peopleFacets,
	type Domain,
	type FacetId,
	type Instrument,
	type Mode,
} from './instrument';
import type { Vector } from './matrix';

export const size = 15;
/** Places in eta: G_A, G_P, Q, four F_A, four F_P, M_A drive and practice, M_P drive and practice. */
export const general: Readonly<Record<Domain, number>> = { A: 0, P: 1 };
export const acquiescence = 2;
export const facetAt = (facet: FacetId): number => 3 + facetIds.indexOf(facet);
export const modeAt = (domain: Domain, mode: Mode): number =>
	11 + (domain === 'A' ? 0 : 2) + (mode === 'drive' ? 0 : 1);

const facetsOf: Readonly<Record<Domain, readonly FacetId[]>> = { A: architectureFacets, P: peopleFacets };
const bothModes: readonly Mode[] = ['drive', 'practice'];

/** `u(d; modes, facets)` of 4.5: what a composite takes from each latent, with length 1. */
export const composite = (
	{ composite: { lambda, phi, mu } }: Pick<Instrument, 'composite'>,
	domain: Domain,
	modes: readonly Mode[] = bothModes,
	facets: readonly FacetId[] = facetsOf[domain],
): Vector => {
	const u = new Float64Array(size);
	u[general[domain]] = lambda;
	for (const facet of facets) u[facetAt(facet)] = phi / facets.length;
	for (const mode of modes) u[modeAt(domain, mode)] = mu / modes.length;
	const length = Math.hypot(...u);
	return u.map((weight) => weight / length);
};

/** `one + factor * two`. */
export const combine = (one: Vector, factor: number, two: Vector): Vector =>
	one.map((weight, i) => weight + factor * two[i]!);
