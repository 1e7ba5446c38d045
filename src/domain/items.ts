/** What each item contributes, computed once from its parameters (measurement 4.2 and 4.3). */
import { categories, domainOf, type Domain, type Item } from './instrument';
import { acquiescence, facetAt, general, modeAt } from './latents';
import { cdf, density } from './normal';

export interface Constants {
	readonly id: string;
	readonly format: Item['format'];
	/** Of a rating; a pair has both, a posture item none. */
	readonly domain: Domain | null;
	readonly categories: number;
	/** Mean and standard deviation of the stored category. */
	readonly m: number;
	readonly s: number;
	/** The latents it loads on, and how much; a posture item has one of its own. */
	readonly at: readonly number[];
	readonly l: readonly number[];
	/** Error variance of the standardised answer: absolute, and without the unknown location and loading. */
	readonly v: number;
	readonly vRel: number;
}

type Loading = readonly (readonly [latent: number, loading: number])[];

/** Loadings on the latent response in units of its sd (4.2), and the extra error of 4.3 before attenuation. */
const modelOf = (item: Item): { loading: Loading; extra: number } => {
	const [tau, lambda] = [item.sdTau ** 2, item.sdLambda ** 2];
	if (item.format === 'posture') return { loading: [[0, item.lambda]], extra: tau + lambda };
	if (item.format === 'rating') {
		const domain = domainOf(item.facet);
		return {
			loading: [
				[general[domain], item.key * item.lambda],
				[facetAt(item.facet), item.key * item.phi],
				[modeAt(domain, item.mode), item.key * item.mu],
				[acquiescence, item.kappa],
			],
			extra: tau + lambda,
		};
	}
	const sides: Loading = [
		[general.A, item.a.lambda],
		[facetAt(item.a.facet), item.phi],
		[modeAt('A', item.mode), item.mu],
		[general.P, -item.p.lambda],
		[facetAt(item.p.facet), -item.phi],
		[modeAt('P', item.mode), -item.mu],
	];
	// The latent response of a pair has variance 2.
	return { loading: sides.map(([at, l]) => [at, l / Math.SQRT2]), extra: (tau + 2 * lambda) / 2 };
};

/** Constants of one item (4.3). */
export const constantsOf = (item: Item): Constants => {
	// The chance of reaching each category above 0; E(x) and E(x^2) follow without the single p_c.
	const reach = item.tau.map((threshold) => cdf(-threshold));
	const m = reach.reduce((sum, p) => sum + p, 0);
	const square = reach.reduce((sum, p, i) => sum + (2 * i + 1) * p, 0);
	const s = Math.sqrt(square - m * m);
	const attenuation = item.tau.reduce((sum, threshold) => sum + density(threshold), 0) / s;
	const { loading, extra } = modelOf(item);
	const l = loading.map(([, value]) => attenuation * value);
	const vRel = 1 - l.reduce((sum, value) => sum + value * value, 0);
	return {
		id: item.id,
		format: item.format,
		domain: item.format === 'rating' ? domainOf(item.facet) : null,
		categories: categories(item),
		m,
		s,
		at: loading.map(([at]) => at),
		l,
		v: vRel + attenuation ** 2 * extra,
		vRel,
	};
};
