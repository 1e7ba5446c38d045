/** The contamination and robustness worlds of measurement 5.2 and 5.5, each by what it changes in the world of 5.1. */
import { baseWorld, type World } from './world';

export interface NamedWorld {
	readonly name: string;
	readonly form: 'full' | 'quick';
	readonly changes: Partial<World>;
	/** The study's own figures (5.5), from ten other banks of items: r(S), coverage of S, r(A), coverage of A, accuracy. */
	readonly stated: readonly [number, number, number, number, number] | null;
}

const world = (name: string, changes: Partial<World>, stated: NamedWorld['stated'] = null): NamedWorld => ({
	name,
	form: 'full',
	changes,
	stated,
});
const quick = (named: NamedWorld): NamedWorld => ({ ...named, form: 'quick' });
const flattery = (mean: number, sd: number, left = 1): Partial<World> => ({ presentation: { mean, sd, left } });
const doubled = 2 * baseWorld.acquiescence;
const weak: Partial<World> = { loadings: [0.4, 0.65] };
const { random, straight, partly } = baseWorld.careless;

export const worlds: readonly NamedWorld[] = [
	world('base', {}, [0.961, 0.92, 0.959, 0.94, 0.82]),
	quick(world('base, QUICK', {}, [0.942, 0.94, 0.904, 0.93, 0.78])),
	world('nobody careless', { careless: { random: 0, straight: 0, partly: 0 } }),
	world('twice as many careless', { careless: { random: 2 * random, straight: 2 * straight, partly: 2 * partly } }),
	world('true correlation -.3', { rho: -0.3 }, [0.967, 0.92, 0.96, 0.94, 0.84]),
	world('true correlation +.3', { rho: 0.3 }, [0.952, 0.92, 0.96, 0.94, 0.8]),
	world('true correlation +.5', { rho: 0.5 }, [0.941, 0.92, 0.96, 0.94, 0.79]),
	world('acquiescence doubled', { acquiescence: doubled }, [0.961, 0.92, 0.958, 0.94, 0.83]),
	world('… and all keys positive', { acquiescence: doubled, allPositive: true }, [0.964, 0.93, 0.811, 0.76, 0.74]),
	world('self-presentation .3, sd .3', flattery(0.3, 0.3), [0.96, 0.92, 0.886, 0.58, 0.73]),
	world('self-presentation .6, sd .4', flattery(0.6, 0.4), [0.956, 0.91, 0.836, 0.34, 0.59]),
	world('… neutral words leave 25 %', flattery(0.6, 0.4, 0.25), [0.961, 0.92, 0.95, 0.85, 0.8]),
	world('… neutral words leave 10 %', flattery(0.6, 0.4, 0.1), [0.961, 0.92, 0.958, 0.93, 0.82]),
	world('no extreme response style', { scaleUseSd: 0 }, [0.969, 0.94, 0.968, 0.97, 0.83]),
	world('scale use log-sd .35', { scaleUseSd: 0.35 }, [0.949, 0.88, 0.946, 0.9, 0.8]),
	world('facet .35 and mode .40', { facet: 0.35, mode: 0.4 }, [0.962, 0.93, 0.961, 0.94, 0.82]),
	world('weak items .40 to .65', weak, [0.94, 0.83, 0.935, 0.85, 0.79]),
	quick(world('weak items, QUICK', weak, [0.907, 0.86, 0.85, 0.87, 0.73])),
	world('item locations sd .60', { locationSd: 0.6 }, [0.95, 0.87, 0.953, 0.92, 0.8]),
	world('missing 10 %', { missing: 0.1 }, [0.958, 0.92, 0.955, 0.94, 0.81]),
	world('missing 25 %', { missing: 0.25 }, [0.952, 0.92, 0.948, 0.94, 0.8]),
	world('missing 50 %', { missing: 0.5 }, [0.931, 0.93, 0.923, 0.94, 0.78]),
];
