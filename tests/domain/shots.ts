/** Snapshots and sent results made up for tests, with the errors of the full form at the default parameters. */
import { facetIds, type FacetId } from '../../src/domain/instrument';
import { noContext } from '../../src/domain/result';
import type { Sent } from '../../src/domain/sent';
import type { Snapshot } from '../../src/domain/snapshot';

export const gamma = 0.15;

export const perFacet = <T>(value: T): Record<FacetId, T> =>
	Object.fromEntries(facetIds.map((id) => [id, value])) as Record<FacetId, T>;

const counts = { ratings: 32, pairs: 8, posture: 6, ratingsA: 16, ratingsP: 16 };
const plain: Snapshot = {
	level: 'full',
	A: 50,
	P: 50,
	drive: 50,
	practice: 50,
	facets: perFacet(50),
	facetCalls: perFacet<-1 | 0 | 1>(0),
	se0: { A: 5.652, P: 5.652, S: 3.633, drive: 4.369, practice: 4.369, gap: 5.229, ...perFacet(9) },
	se0rel: { A: 5.151, P: 5.151, S: 3.337 },
	posture: null,
	counts,
	quality: { level: 'green', reasons: [], tension: false },
	most: 2.6,
};
export const shot = (change: Partial<Snapshot> = {}): Snapshot => ({ ...plain, ...change });

export const red = { level: 'red', reasons: [], tension: false } as const;
/** After 8 ratings and 8 pairs. */
export const quick: Partial<Snapshot> = {
	level: 'quick',
	se0: { A: 9.156, P: 9.156, S: 5.031, drive: 5.737, practice: 5.737, gap: 6.136, ...perFacet(12) },
	se0rel: { A: 8.505, P: 8.505, S: 4.725 },
	counts: { ratings: 8, pairs: 8, posture: 0, ratingsA: 4, ratingsP: 4 },
};

export const sent = (snapshot: Partial<Snapshot> = {}, change: Partial<Sent> = {}): Sent => {
	const of = shot(snapshot);
	return {
		version: '1.0.0',
		form: of.level,
		asked: of.level === 'full' ? 46 : 16,
		day: '2026-11-22',
		language: 'en',
		name: null,
		person: null,
		context: noContext,
		snapshot: of,
		...change,
	};
};

/** Park and Miller's generator: uniform on 0..1, seeded. */
export const uniform = (seed: number) => (): number => (seed = (seed * 48271) % 2147483647) / 2147483647;

/** Standard normal numbers from uniform ones, by Box and Muller. */
export const normals = (random: () => number) => (): number =>
	Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
