import { describe, expect, test } from 'vitest';
import { constantsOf } from '../../src/domain/items';
import { combine, composite } from '../../src/domain/latents';
import { prepare } from '../../src/domain/posterior';
import { instrument } from '../fake';

const named = (id: string) => {
	const item = instrument.items.find((one) => one.id === id);
	if (!item) throw new Error(id);
	return constantsOf(item);
};
const rounded = (values: readonly number[]): number[] => values.map((value) => Math.round(value * 1e6) / 1e6);

/** Figures of measurement 4.3, 4.5 and 4.7; where its last digits differ (v of posture, the composite) the formula holds. */
describe('constants of an item', () => {
	test('a plus rating', () => {
		const { m, s, v, at, l, domain } = named('A2d+');
		expect(rounded([m, s, v])).toEqual([2, 1.134288, 0.617592]);
		expect(at).toEqual([0, 4, 11, 2]);
		expect(rounded(l)).toEqual([0.574644, 0.239435, 0.239435, 0.239435]);
		expect(domain).toBe('A');
	});

	test('a minus rating loads the other way, but says yes alike', () => {
		const { at, l, domain } = named('P3p-');
		expect(at).toEqual([1, 9, 14, 2]);
		expect(rounded(l)).toEqual([-0.574644, -0.239435, -0.239435, 0.239435]);
		expect(domain).toBe('P');
	});

	test('a pair', () => {
		const { m, s, v, at, l, domain } = named('X6');
		expect(rounded([m, s, v])).toEqual([1.5, 1.020123, 0.635792]);
		expect(at).toEqual([0, 4, 12, 1, 9, 14]);
		expect(rounded(l)).toEqual([0.397143, 0.165476, 0.165476, -0.397143, -0.165476, -0.165476]);
		expect(domain).toBeNull();
	});

	test('a posture pair', () => {
		const { m, s, v, l } = named('O1');
		expect(rounded([m, s])).toEqual([1.5, 1.020123]);
		expect([l[0]!.toFixed(5), v.toFixed(5)]).toEqual(['0.56165', '0.74642']);
	});

	test('without unknown location and loading only the model error is left', () => {
		const item = instrument.items[0]!;
		const exact = constantsOf({ ...item, sdTau: 0, sdLambda: 0 });
		expect(exact.v).toBe(exact.vRel);
		expect(exact.vRel).toBe(constantsOf(item).vRel);
	});
});

describe('composites', () => {
	test('the whole of A', () => {
		const u = rounded([...composite(instrument, 'A')]);
		expect(u).toEqual([0.940634, 0, 0, 0.097983, 0.097983, 0.097983, 0.097983, 0, 0, 0, 0, 0.195965, 0.195965, 0, 0]);
	});

	test.each([
		['the whole of P', composite(instrument, 'P')],
		['P in drive', composite(instrument, 'P', ['drive'])],
		['one facet', composite(instrument, 'A', undefined, ['A3'])],
	])('%s has length 1', (_, u) => expect(Math.hypot(...u)).toBeCloseTo(1, 15));

	test('combine adds a multiple', () =>
		expect(combine(Float64Array.of(1, 2), -2, Float64Array.of(3, 1))).toEqual(Float64Array.of(-5, 0)));

	test('an instrument is prepared once', () => {
		expect(prepare(instrument)).toBe(prepare(instrument));
		expect(prepare({ ...instrument })).not.toBe(prepare(instrument));
	});
});
