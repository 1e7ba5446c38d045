import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	categories,
	domainOf,
	facetIds,
	type Answers,
	type FacetId,
	type Instrument,
	type Item,
} from '../../src/domain/instrument';
import { percents, probabilities, regions } from '../../src/domain/profile';
import { score, type Scores } from '../../src/domain/scoring';
import { instrument } from '../fake';

/** Measurement 7.1, over random and very incomplete sittings. */
const runs = { seed: 42, numRuns: 150 };
const { items } = instrument;
const scored = items.filter((item) => item.format !== 'posture');
const headlines = ['A', 'P', 'S', 'B', 'drive', 'practice'] as const;

/** One answer or null an item; `some` is how many of ten are answered. */
const sitting = fc
	.tuple(
		fc.constantFrom(1, 3, 6, 9, 10),
		fc.tuple(
			...items.map((item) =>
				fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: categories(item) - 1 })),
			),
		),
	)
	.map(([some, drawn]): Answers =>
		Object.fromEntries(drawn.flatMap(([chance, x], i) => (chance < some ? [[items[i]!.id, x]] : []))),
	);
const anItem = fc.constantFrom(...scored);
const check = (of: (answers: Answers) => void): void => fc.assert(fc.property(sitting, of), runs);
const chancesOf = ({ A, P, V }: Scores) => probabilities(A.raw, P.raw, V);
const close = (one: number, two: number, digits = 8): void => expect(one).toBeCloseTo(two, digits);

describe('every answer moves the scores the way it should', () => {
	/** The answer and the next category up, both scored. */
	const stepped = (of: (item: Item, before: Scores, after: Scores) => void): void =>
		fc.assert(
			fc.property(sitting, anItem, fc.nat(2), (answers, item, x) => {
				of(item, score(instrument, { ...answers, [item.id]: x }), score(instrument, { ...answers, [item.id]: x + 1 }));
			}),
			runs,
		);

	test('the place moves towards what was chosen', () =>
		stepped((item, before, after) => {
			const towards = item.format === 'rating' ? item.key * (domainOf(item.facet) === 'A' ? 1 : -1) : 1;
			expect(towards * (after.S.raw - before.S.raw)).toBeGreaterThan(0);
		}));

	test('A follows its own ratings, P its own, and pairs part the two', () =>
		stepped((item, before, after) => {
			const [A, P] = [after.A.raw - before.A.raw, after.P.raw - before.P.raw];
			if (item.format === 'pair') expect([Math.sign(A), Math.sign(P)]).toEqual([1, -1]);
			if (item.format === 'rating') expect(item.key * (domainOf(item.facet) === 'A' ? A : P)).toBeGreaterThan(0);
		}));

	test('for each of the scored items, from each category, with nothing and with everything else answered', () => {
		const all: Answers = Object.fromEntries(scored.map(({ id }) => [id, 1]));
		for (const rest of [{}, all])
			for (const item of scored) {
				const places = [...Array(categories(item)).keys()].map(
					(x) => score(instrument, { ...rest, [item.id]: x }).S.raw,
				);
				const up = item.format === 'pair' || (item.key === 1) === (domainOf(item.facet) === 'A');
				expect(places).toEqual([...places].sort((one, two) => (up ? one - two : two - one)));
				expect(new Set(places).size).toBe(places.length);
			}
	});
});

describe('symmetry', () => {
	test('reversing every answer mirrors every score about 50 and swaps the regions', () =>
		check((answers) => {
			const reversed = Object.fromEntries(
				items.flatMap((item) => {
					const x = answers[item.id];
					return x === undefined ? [] : [[item.id, categories(item) - 1 - x]];
				}),
			);
			const [one, two] = [score(instrument, answers), score(instrument, reversed)];
			for (const name of headlines) close(one[name].raw + two[name].raw, 100);
			close(one.gap.raw, -two.gap.raw);
			close(one.q, -two.q);
			for (const id of facetIds) {
				close(one.facets[id].raw + two.facets[id].raw, 100);
				expect(one.facets[id].call + two.facets[id].call).toBe(0);
			}
			if (one.posture && two.posture) close(one.posture.value + two.posture.value, 100);
			const [p, q] = [chancesOf(one), chancesOf(two)];
			close(p.ARCHITECT, q.PEOPLE);
			close(p.UNICORN, q.ELSEWHERE);
			close(p.MIDDLE, q.MIDDLE);
		}));

	test('architecture and people are treated alike', () => {
		const other = (facet: FacetId) => ((facet.startsWith('A') ? 'P' : 'A') + facet[1]!) as FacetId;
		const swap = (id: string): string => (/^[AP]/.test(id) ? other(id.slice(0, 2) as FacetId) + id.slice(2) : id);
		// The practice pairs cross their facets, so the mirror image of the instrument has them crossed the other way.
		const mirror: Instrument = {
			...instrument,
			items: items.map((item): Item => {
				if (item.format === 'rating') return { ...item, id: swap(item.id), facet: other(item.facet) };
				if (item.format === 'posture') return item;
				const [a, p] = [
					{ ...item.a, facet: other(item.p.facet) },
					{ ...item.p, facet: other(item.a.facet) },
				];
				return { ...item, a, p };
			}),
		};
		check((answers) => {
			const swapped = Object.fromEntries(
				Object.entries(answers).map(([id, x]) => [swap(id), id.startsWith('X') ? 3 - x : x]),
			);
			const [one, two] = [score(instrument, answers), score(mirror, swapped)];
			close(one.A.raw, two.P.raw);
			close(one.P.se, two.A.se);
			close(one.S.raw + two.S.raw, 100);
			close(one.B.raw, two.B.raw);
			close(one.V[0], two.V[2]);
			close(one.q, two.q);
			for (const id of facetIds) close(one.facets[id].raw, two.facets[other(id)].raw);
		});
	});
});

describe('order does not matter', () => {
	test('of the answers: the same bits', () =>
		fc.assert(
			fc.property(sitting, fc.infiniteStream(fc.nat(1000)), (answers, noise) => {
				const mixed = Object.entries(answers)
					.map((entry) => [noise.next().value as number, entry] as const)
					.sort(([one], [two]) => one - two);
				const shuffled = Object.fromEntries(mixed.map(([, entry]) => entry));
				expect(JSON.stringify(score(instrument, shuffled))).toBe(JSON.stringify(score(instrument, answers)));
			}),
			runs,
		));

	test('of the items in the file', () => {
		const turned: Instrument = { ...instrument, items: [...items].reverse() };
		check((answers) => {
			const [one, two] = [score(instrument, answers), score(turned, answers)];
			for (const name of [...headlines, 'gap'] as const) {
				close(one[name].raw, two[name].raw);
				close(one[name].se, two[name].se);
			}
			close(one.misfit ?? 0, two.misfit ?? 0);
			expect(one.counts).toEqual(two.counts);
		});
	});
});

describe('coherence', () => {
	test('S and B follow from A and P, the gap from drive and practice', () =>
		check((answers) => {
			const { A, P, S, B, drive, practice, gap, V } = score(instrument, answers);
			close(S.raw, 50 + (A.raw - P.raw) / 2);
			close(B.raw, (A.raw + P.raw) / 2);
			close(gap.raw, drive.raw - practice.raw);
			close(A.se ** 2, V[0]);
			close(P.se ** 2, V[2]);
			close(S.se ** 2, (V[0] + V[2] - 2 * V[1]) / 4);
			close(B.se ** 2, (V[0] + V[2] + 2 * V[1]) / 4);
		}));

	test('errors are ordered and bounded by the prior, scores stay near the scale', () =>
		check((answers) => {
			const scores = score(instrument, answers);
			const prior = score(instrument, {});
			for (const name of [...headlines, 'gap'] as const) {
				const { raw, se, se0, se0rel } = scores[name];
				expect(se0rel).toBeLessThanOrEqual(se0 + 1e-12);
				expect(se0).toBeLessThanOrEqual(se);
				expect(se0).toBeLessThanOrEqual(prior[name].se0 + 1e-12);
				expect(se0rel).toBeGreaterThan(0);
				expect(Math.abs(raw - (name === 'gap' ? 0 : 50))).toBeLessThan(80);
			}
		}));

	test('V is positive definite, probabilities add up to 1, per cents to 100', () =>
		check((answers) => {
			const scores = score(instrument, answers);
			const [vA, cov, vP] = scores.V;
			expect(vA).toBeGreaterThan(0);
			expect(vA * vP - cov * cov).toBeGreaterThan(0);
			const chances = chancesOf(scores);
			close(
				regions.reduce((sum, region) => sum + chances[region], 0),
				1,
				12,
			);
			for (const region of regions) expect(chances[region]).toBeGreaterThanOrEqual(0);
			expect(Object.values(percents(chances)).reduce((sum, one) => sum + one)).toBe(100);
		}));

	test('one more answer never widens an error', () =>
		fc.assert(
			fc.property(sitting, anItem, (answers, item) => {
				const { [item.id]: _, ...without } = answers;
				const [one, two] = [score(instrument, without), score(instrument, { ...without, [item.id]: 1 })];
				for (const name of [...headlines, 'gap'] as const) {
					expect(two[name].se0).toBeLessThanOrEqual(one[name].se0 + 1e-12);
					expect(two[name].se0rel).toBeLessThanOrEqual(one[name].se0rel + 1e-12);
				}
				for (const id of facetIds) expect(two.facets[id].se0).toBeLessThanOrEqual(one.facets[id].se0 + 1e-12);
			}),
			runs,
		));

	test('shares, contributions and counts tell of the same answers', () =>
		check((answers) => {
			const { shares, contributions, counts, misfit, posture } = score(instrument, answers);
			const ids = scored.map(({ id }) => id).filter((id) => id in answers);
			expect(Object.keys(shares)).toEqual(ids);
			expect(contributions.map(({ id }) => id)).toEqual(ids);
			expect(counts.ratings + counts.pairs).toBe(ids.length);
			expect(counts.ratingsA + counts.ratingsP).toBe(counts.ratings);
			expect(counts.posture).toBe(posture?.count ?? 0);
			expect(misfit === null).toBe(ids.length === 0);
			if (misfit !== null) expect(misfit).toBeGreaterThanOrEqual(0);
		}));

	test('saying yes to everything moves no place', () =>
		fc.assert(
			fc.property(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }), (x, blocks) => {
				const ids = instrument.blocks.slice(1, 1 + blocks).flatMap((block) => block.items);
				const { A, P } = score(instrument, Object.fromEntries(ids.map((id) => [id, x])));
				close(A.raw, 50, 9);
				close(P.raw, 50, 9);
			}),
			runs,
		));
});
