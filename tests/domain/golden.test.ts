import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { facetIds, type Answers, type FacetId } from '../../src/domain/instrument';
import { probabilities, type Region } from '../../src/domain/profile';
import { score } from '../../src/domain/scoring';
import { instrument } from '../fake';

/** Vectors of an independent reference scorer: answers in, every number out. */
interface Golden {
	readonly name: string;
	readonly answers: Answers;
	readonly expect: Readonly<Record<string, unknown>>;
}
const golden = JSON.parse(readFileSync('tests/domain/golden.json', 'utf8')) as Golden[];

const near = (got: unknown, wanted: unknown, where: string): void => {
	if (typeof wanted === 'number') {
		expect(got, where).toBeTypeOf('number');
		expect(Math.abs((got as number) - wanted), `${where}: ${String(got)} for ${wanted}`).toBeLessThan(1e-6);
		return;
	}
	for (const [key, value] of Object.entries(wanted as Record<string, unknown>))
		near((got as Record<string, unknown>)[key], value, `${where}.${key}`);
};

test('there are eleven golden sittings', () => expect(golden).toHaveLength(11));

describe.each(golden)('$name', ({ answers, expect: wanted }) => {
	const scores = score(instrument, answers);
	const { A, P, V } = scores;
	const got: Record<string, unknown> = {
		...scores,
		...scores.facets,
		// The reference says 0 where there is nothing to misfit.
		misfit: scores.misfit ?? 0,
		classes: probabilities(A.raw, P.raw, V) satisfies Record<Region, number>,
	};
	test.each(Object.keys(wanted))('%s', (key) => near(got[key], wanted[key], key));

	test('names every score', () => {
		const names: (FacetId | string)[] = ['A', 'P', 'S', 'B', 'drive', 'practice', 'gap', ...facetIds];
		expect(Object.keys(wanted)).toEqual(expect.arrayContaining(names));
	});
});
