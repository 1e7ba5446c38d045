/** The three shapes of items as they stand in the file: fields, ranges, and what an id must agree with. */
import { architectureFacets, facetIds, peopleFacets, type FacetId, type Item, type Key, type Mode } from './instrument';
import { Part, type Tell } from './part';
import type { Listed } from './structure';

/** The item as read, its id, and whether its own fields are sound. */
interface ReadItem extends Listed {
	readonly item: Item | null;
}

const everyItem = ['id', 'format', 'lambda', 'tau', 'sdTau', 'sdLambda'];
const fieldsOf: Readonly<Record<Item['format'], readonly string[]>> = {
	rating: [...everyItem, 'facet', 'mode', 'key', 'kappa', 'phi', 'mu'],
	pair: [...everyItem.filter((field) => field !== 'lambda'), 'mode', 'a', 'p', 'phi', 'mu'],
	posture: [...everyItem, 'content'],
};
const formats = ['rating', 'pair', 'posture'] as const;
const modes: readonly Mode[] = ['drive', 'practice'];
const keys: readonly Key[] = [1, -1];
const thresholds: Readonly<Record<Item['format'], number>> = { rating: 4, pair: 3, posture: 3 };

/** Reads one item; what its id says is compared with what its fields say. */
export const readItem = (value: unknown, address: string, tellAll: Tell): ReadItem => {
	let sound = true;
	const tell: Tell = (...fault) => {
		sound = false;
		tellAll(...fault);
	};
	const named = (value as { format?: unknown } | null | undefined)?.format;
	const format = formats.find((one) => one === named);
	const known = format ? fieldsOf[format] : Object.values(fieldsOf).flat();
	const part = new Part(value, address, [...new Set(known)], tell);
	const id = part.raw('id');
	part.oneOf('format', formats);
	if (!format) part.text('id', /^([AP][1-4][dp][+-]|[XO][1-9]\d*)$/, 'an id such as "A2p-", "X1" or "O1"');
	const item = format && { rating, pair, posture }[format](part);
	return { id: typeof id === 'string' ? id : null, address, item: sound && item ? item : null };
};

const parameters = (part: Part, format: Item['format']) => {
	const tau = part.list('tau');
	const count = thresholds[format];
	if (part.raw('tau') !== undefined && tau.length !== count)
		part.tell('tau', `must have ${count} thresholds, one fewer than the answers (found ${tau.length})`);
	tau.forEach((threshold, i) => {
		const before = tau[i - 1];
		if (typeof threshold !== 'number' || !(Math.abs(threshold) <= 5))
			part.tell(`tau[${i}]`, `must be a number from -5 to 5 (found ${JSON.stringify(threshold)})`);
		else if (typeof before === 'number' && threshold <= before)
			part.tell(`tau[${i}]`, `must be above the threshold before it (found ${threshold} after ${before})`);
	});
	return { tau: tau as number[], sdTau: part.number('sdTau', 0, 2), sdLambda: part.number('sdLambda', 0, 1) };
};

/** A latent response has a fixed variance, and its own error needs a part of it. */
const checkShare = (part: Part, loadings: readonly number[], variance: number): void => {
	const sum = loadings.reduce((total, loading) => total + loading * loading, 0);
	if (sum >= variance)
		part.tell(
			'lambda',
			`is too large: the squared loadings of the item must add up to less than ${variance} (found ${+sum.toFixed(3)})`,
		);
};

const rating = (part: Part): Item => {
	const [lambda, kappa] = [part.number('lambda', 0.01, 1), part.number('kappa', 0, 1)];
	const [phi, mu] = [part.number('phi', 0, 1), part.number('mu', 0, 1)];
	checkShare(part, [lambda, kappa, phi, mu], 1);
	const id = part.text('id', /^[AP][1-4][dp][+-]$/, 'facet, mode, key, as in "A2p-"');
	const facet = part.oneOf<FacetId>('facet', facetIds);
	const mode = part.oneOf('mode', modes);
	const key = part.oneOf('key', keys);
	const told: Readonly<Record<'facet' | 'mode' | 'key', readonly [given: unknown, read: unknown, short: string]>> = {
		facet: [part.raw('facet'), facet, facet],
		mode: [part.raw('mode'), mode, mode[0]!],
		key: [part.raw('key'), key, key === 1 ? '+' : '-'],
	};
	const said = { facet: id.slice(0, 2), mode: id.slice(2, 3), key: id.slice(3) };
	for (const field of ['facet', 'mode', 'key'] as const) {
		const [given, read, short] = told[field];
		// A value that is no facet, mode or key has been told already.
		if (id !== '' && given === read && short !== said[field])
			part.tell(field, `does not agree with the id "${id}": correct one of them (found ${JSON.stringify(given)})`);
	}
	return { id, format: 'rating', facet, mode, key, lambda, kappa, phi, mu, ...parameters(part, 'rating') };
};

const pair = (part: Part): Item => {
	const side = <T extends FacetId>(name: 'a' | 'p', facets: readonly T[]) => {
		const inner = part.part(name, ['facet', 'lambda']);
		return { facet: inner.oneOf<FacetId>('facet', facets), lambda: inner.number('lambda', 0.01, 1) };
	};
	const [a, p] = [side('a', architectureFacets), side('p', peopleFacets)];
	const [phi, mu] = [part.number('phi', 0, 1), part.number('mu', 0, 1)];
	checkShare(part, [a.lambda, p.lambda, phi, phi, mu, mu], 2);
	const id = part.text('id', /^X[1-9]\d*$/, 'an X and a number, as in "X1"');
	return { id, format: 'pair', mode: part.oneOf('mode', modes), a, p, phi, mu, ...parameters(part, 'pair') };
};

const posture = (part: Part): Item => {
	const lambda = part.number('lambda', 0.01, 1);
	checkShare(part, [lambda], 1);
	const id = part.text('id', /^O[1-9]\d*$/, 'an O and a number, as in "O1"');
	const content = part.oneOf('content', ['technical', 'organisational'] as const);
	return { id, format: 'posture', content, lambda, ...parameters(part, 'posture') };
};
