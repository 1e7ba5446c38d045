import { describe, expect, test, vi } from 'vitest';
import { dotsSpec } from '../../src/charts/dots';
import { placeOf } from '../../src/domain/reading';
import type { Row } from '../../src/domain/teamReading';
import { area, paint, theme } from './paper';

/** Members at these places; their errors are 4 points. */
const rowsAt = (places: readonly number[]) =>
	places.map((value, i) => ({ member: { key: `m${i}` }, place: placeOf(value, 4) }) as Row);
const specOf = (places: readonly number[], at: string | null = null, look = vi.fn()) => dotsSpec(rowsAt(places), at, theme(), look); // prettier-ignore
const dotsOf = (places: readonly number[]) => specOf(places).data.datasets[0]!.data as { x: number; y: number }[];
const axis = (places: readonly number[], id: 'x' | 'y') => specOf(places).options!.scales![id]!;

describe('the spec', () => {
	test('is the same for the same rows, and changes nothing of them', () => {
		const rows = Object.freeze(rowsAt([70, 50, 30]).map(Object.freeze)) as Row[];
		const [one, two] = [0, 1].map(() => JSON.stringify(dotsSpec(rows, 'm1', theme(), vi.fn())));
		expect(one).toBe(two);
	});
	test.each([0, 1, 41, 1000, 10_000])('%d members are as many dots', (count) => {
		const places = Array.from({ length: count }, (_, i) => (i * 37) % 101);
		expect(dotsOf(places)).toHaveLength(count);
	});
	test('architecture lies at the left, the scale runs from -50 to 50 and is not drawn', () => {
		expect(dotsOf([80, 50, 20]).map(({ x }) => x + 0)).toEqual([-30, 0, 30]);
		expect(axis([50], 'x')).toEqual({ min: -50, max: 50, display: false });
	});
	test('alike ones are piled up, one above the other, in columns of a point', () => {
		expect(dotsOf([60, 60.2, 61, 60, 59.9]).map(({ y }) => y)).toEqual([0, 1, 0, 2, 3]);
	});
	test.each([[[50], 8], [Array<number>(20).fill(50), 20], [[], 8]])('is as high as its highest pile, and never lower than 8: %#', (places, max) =>
		expect(axis(places, 'y')).toEqual({ min: 0, max, display: false })); // prettier-ignore
	test('nobody is outside of it', () => {
		for (const { x, y } of dotsOf([100, 0, ...Array<number>(30).fill(64)])) {
			expect(Math.abs(x)).toBeLessThanOrEqual(50);
			expect(y).toBeLessThan(axis([100, 0, ...Array<number>(30).fill(64)], 'y').max as number);
		}
	});
	test('a hue only for whom the band decides', () =>
		expect(specOf([80, 55, 50, 45, 20]).data.datasets[0]!.pointBackgroundColor).toEqual(['arch', 'ink', 'ink', 'ink', 'people'])); // prettier-ignore
	test('who is looked at is larger and has a rim', () => {
		const { pointRadius, pointBorderWidth } = specOf([70, 50, 30], 'm1').data.datasets[0]!;
		const radii = pointRadius as number[];
		expect(radii[1]).toBeGreaterThan(radii[0]!);
		expect(radii[0]).toBe(radii[2]);
		expect(pointBorderWidth).toEqual([0, 2, 0]);
	});
	test('the more, the smaller', () => {
		const radius = (count: number) => (specOf(Array<number>(count).fill(50)).data.datasets[0]!.pointRadius as number[])[0]!; // prettier-ignore
		expect([radius(41), radius(201), radius(1001)]).toEqual([4, 2.5, 1.5]);
	});
	test('nothing moves, no legend, no tooltip', () => {
		const { options } = specOf([50]);
		expect(options).toMatchObject({ animation: false, maintainAspectRatio: false, interaction: { mode: 'nearest', intersect: false } }); // prettier-ignore
		expect(options?.plugins).toEqual({ legend: { display: false }, tooltip: { enabled: false } });
	});
});

describe('pointing', () => {
	const point = (at: string | null, found: readonly { index: number }[]) => {
		const look = vi.fn();
		const { onHover } = specOf([70, 50, 30], at, look).options!;
		(onHover as (event: unknown, found: unknown) => void)({}, found);
		return look.mock.calls;
	};
	test.each<[string, string | null, { index: number }[], (string | null)[][]]>([
		['at one', null, [{ index: 2 }], [['m2']]],
		['at another', 'm0', [{ index: 1 }, { index: 2 }], [['m1']]],
		['at the same', 'm2', [{ index: 2 }], []],
		['at nobody', 'm2', [], [[null]]],
		['still at nobody', null, [], []],
	])('%s', (_, at, found, wanted) => expect(point(at, found)).toEqual(wanted));
});

test('the centre and the beam are drawn beneath the dots', () => {
	const sheet = paint(specOf([50]).plugins!, { x: [-50, 50], y: [0, 8] });
	expect(sheet.open()).toBe(0);
	const lines = sheet.marks.filter(({ act }) => act === 'stroke').map(({ colour, ways }) => [colour, ways[0]]);
	const centre = (area.left + area.right) / 2;
	expect(lines).toEqual([
		['rule', [[centre, area.top], [centre, area.bottom]]],
		['ink', [[area.left, area.bottom + 6], [area.right, area.bottom + 6]]],
	]); // prettier-ignore
});
