import { describe, expect, test, vi } from 'vitest';
import { dotsSpec } from '../../src/charts/dots';
import { placeOf } from '../../src/domain/reading';
import type { Row } from '../../src/domain/teamReading';
import { area, paint, theme } from './paper';

/** Members at these places; their errors are 4 points. */
const rowsAt = (places: readonly number[]) =>
	places.map((value, i) => ({ member: { key: `m${i}` }, place: placeOf(value, 4) }) as Row);
const specOf = (places: readonly number[], at: string | null = null, look = vi.fn()) => dotsSpec(rowsAt(places), at, theme(), look); // prettier-ignore
type Dot = { x: number; y: number };
/** Towards architecture, towards people, undecided; the last one of all is the ring around whom is looked at. */
const groupsOf = (...given: Parameters<typeof specOf>) => specOf(...given).data.datasets.slice(0, 3);
const dotsOf = (places: readonly number[]) => groupsOf(places).flatMap(({ data }) => data as Dot[]);
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
		expect(dotsOf([80, 50, 20]).map(({ x }) => x + 0)).toEqual([-30, 30, 0]);
		expect(axis([50], 'x')).toEqual({ min: -50, max: 50, display: false });
	});
	test('alike ones are piled up, one above the other, in columns of a point', () => {
		expect(dotsOf([60, 60.2, 61, 60, 59.9]).map(({ y }) => y)).toEqual([0, 1, 0, 2, 3]);
		// Of two hues, too.
		expect(groupsOf([56.6, 56.4, 56.7]).map(({ data }) => (data as Dot[]).map(({ y }) => y))).toEqual([[0, 1], [], [0]]); // prettier-ignore
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
		expect(groupsOf([80, 55, 50, 45, 20]).map(({ data, pointBackgroundColor }) => [pointBackgroundColor, data.length])).toEqual([['arch', 1], ['people', 1], ['ink', 3]])); // prettier-ignore
	test('who is looked at has a ring, larger than a dot', () => {
		const [ring, none] = [specOf([70, 50, 30], 'm1'), specOf([70, 50, 30])].map((spec) => spec.data.datasets[3]!);
		expect(ring).toMatchObject({ data: [{ y: 0 }], pointBackgroundColor: 'paper', pointBorderColor: 'ink', pointBorderWidth: 2 }); // prettier-ignore
		expect((ring!.data as Dot[])[0]!.x + 0).toBe(0);
		expect(ring!.pointRadius as number).toBeGreaterThan(groupsOf([70])[0]!.pointRadius as number);
		expect(none!.data).toEqual([]);
	});
	test('the more, the smaller', () => {
		const radius = (count: number) => groupsOf(Array<number>(count).fill(50))[0]!.pointRadius;
		expect([radius(41), radius(201), radius(1001)]).toEqual([4, 2.5, 1.5]);
	});
	test('nothing moves, no legend, no tooltip', () => {
		const { options } = specOf([50]);
		expect(options).toMatchObject({ animation: false, maintainAspectRatio: false, interaction: { mode: 'nearest', intersect: false } }); // prettier-ignore
		expect(options?.plugins).toEqual({ legend: { display: false }, tooltip: { enabled: false } });
	});
});

describe('pointing', () => {
	const point = (at: string | null, found: readonly { datasetIndex: number; index: number }[]) => {
		const look = vi.fn();
		const { onHover } = specOf([70, 50, 80, 30], at, look).options!;
		(onHover as (event: unknown, found: unknown) => void)({}, found);
		return look.mock.calls;
	};
	test.each<[string, string | null, [datasetIndex: number, index: number][], (string | null)[][]]>([
		['at one', null, [[1, 0]], [['m3']]],
		['at the second of its kind', null, [[0, 1]], [['m2']]],
		['at another', 'm0', [[2, 0], [1, 0]], [['m1']]],
		['at the same', 'm3', [[1, 0]], []],
		['at the ring and what is beneath it', 'm0', [[3, 0], [0, 0]], []],
		['at nobody', 'm2', [], [[null]]],
		['still at nobody', null, [], []],
	])('%s', (_, at, found, wanted) => expect(point(at, found.map(([datasetIndex, index]) => ({ datasetIndex, index })))).toEqual(wanted)); // prettier-ignore
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
