import { describe, expect, test } from 'vitest';
import { facetIds } from '../../src/domain/instrument';
import { agenda, chiSquare90, spread } from '../../src/domain/spread';
import { gamma, normals, perFacet, red, uniform } from './shots';
import { member } from './team';

describe('the .90 point of chi-square', () => {
	/** From tables of the distribution, to .001. */
	test.each([
		[1, 2.7055],
		[2, 4.6052],
		[3, 6.2514],
		[4, 7.7794],
		[5, 9.2364],
		[6, 10.6446],
		[8, 13.3616],
		[11, 17.275],
		[20, 28.412],
		[50, 63.1671],
		[100, 118.498],
		[500, 540.9303],
		[1000, 1057.7239],
		[9999, 10180.6526],
	])('with %d degrees of freedom it is %d', (df, wanted) =>
		expect(Math.abs(chiSquare90(df) - wanted)).toBeLessThan(df === 3 ? 0.0015 : 0.001),
	);
	test('rises with the degrees of freedom, by more than 1', () => {
		for (let df = 1; df < 400; df += 1) expect(chiSquare90(df + 1) - chiSquare90(df)).toBeGreaterThan(1);
	});
});

describe('the spread of a score', () => {
	test('written out for three people', () => {
		const got = spread([member(70, 50), member(50, 50), member(36, 50)], 'A', gamma)!;
		const errors = [20, 0, 14].map((distance) => 5.652 ** 2 + (gamma * distance) ** 2) as [number, number, number];
		const weights = errors.map((variance) => 1 / variance) as [number, number, number];
		const mean = (70 * weights[0] + 50 * weights[1] + 36 * weights[2]) / (weights[0] + weights[1] + weights[2]);
		const distance = (70 - mean) ** 2 * weights[0] + (50 - mean) ** 2 * weights[1] + (36 - mean) ** 2 * weights[2];
		expect(got.id).toBe('A');
		expect(got.mean).toBeCloseTo(mean, 9);
		expect(got.distance).toBeCloseTo(distance, 9);
		expect(got.ratio).toBeCloseTo(distance / 2, 9);
		expect(got.call).toBe('differ');
	});
	/** T^2 of two alike people is half the squared distance in errors: 2.7055 at 2.3262 errors. */
	const facet = (value: number, se: number) =>
		member(50, 50, null, {
			facets: perFacet(value),
			se0: { ...member(50, 50).snapshot.se0, A1: se },
		});
	test.each<[string, number, number, 'differ' | 'agree' | 'unsure']>([
		['more than the noise', 12 * 2.327, 12, 'differ'],
		['just within the noise, and the errors are small enough', 12 * 2.326, 12, 'agree'],
		['just within the noise, and they are not', 12.1 * 2.326, 12.1, 'unsure'],
		['more than the noise, however large the errors', 20 * 2.327, 20, 'differ'],
		['equal', 0, 12, 'agree'],
		['equal, by answers that say little', 0, 15, 'unsure'],
	])('%s', (_, apart, se, call) => expect(spread([facet(50, se), facet(50 + apart, se)], 'A1', 0)?.call).toBe(call));
	test('one uncertain member is enough not to say that the team agrees', () =>
		expect(spread([facet(50, 9), facet(50, 9), facet(50, 13)], 'A1', gamma)?.call).toBe('unsure'));
	test('answers that contradict each other weigh less', () => {
		const quality = { quality: red };
		expect(spread([member(70, 50), member(50, 50)], 'A', 0)?.call).toBe('differ');
		expect(spread([member(70, 50, null, quality), member(50, 50, null, quality)], 'A', 0)?.distance).toBeCloseTo(
			spread([member(70, 50), member(50, 50)], 'A', 0)!.distance / 2.25,
			9,
		);
	});
	test.each([
		['nobody', []],
		['one', [member(70, 20)]],
	])('%s: none', (_, members) => {
		// prettier-ignore
		expect(spread(members, 'S', gamma)).toBeNull();
		expect(agenda(members, gamma)).toEqual([]);
	});
	test('scores without an error give a number all the same', () => {
		const one = facet(50, 0);
		expect(spread([one, one], 'A1', 0)).toEqual({ id: 'A1', distance: 0, ratio: 0, mean: 50, call: 'agree' });
		expect(spread([one, facet(51, 0)], 'A1', 0)?.call).toBe('differ');
	});
});

test.each([2, 3, 5, 12])('a team of %d whose members are truly alike is told to differ one time in ten', (size) => {
	const draw = normals(uniform(size));
	let differs = 0;
	for (let i = 0; i < 8000; i += 1) {
		const members = Array.from({ length: size }, () => member(50 + 5.652 * draw(), 50));
		if (spread(members, 'A', 0)!.call === 'differ') differs += 1;
	}
	// Four standard errors of the share.
	expect(Math.abs(differs / 8000 - 0.1)).toBeLessThan(0.0134);
});

describe('the agenda', () => {
	const of = (facets: Partial<Record<(typeof facetIds)[number], number>>) =>
		member(50, 50, null, { facets: { ...perFacet(50), ...facets } });
	test('has the place and the facets, what differs most first, ties in their order', () => {
		const got = agenda([of({ P2: 20, A3: 60 }), of({ P2: 80, A3: 40 }), of({})], gamma);
		expect(got.map(({ id }) => id)).toEqual(['P2', 'A3', 'S', 'A1', 'A2', 'A4', 'P1', 'P3', 'P4']);
		expect(got.map(({ call }) => call)).toEqual(['differ', ...Array<string>(8).fill('agree')]);
		for (let i = 1; i < got.length; i += 1) expect(got[i]!.ratio).toBeLessThanOrEqual(got[i - 1]!.ratio);
	});
	test('or of the scores that are asked for', () =>
		expect(agenda([member(50, 50), member(80, 50)], gamma, ['drive', 'A', 'P']).map(({ id }) => id)).toEqual([
			'A',
			'drive',
			'P',
		]));
});
