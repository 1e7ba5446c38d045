import { describe, expect, test, vi } from 'vitest';
import { crowdSpec } from '../../src/charts/crowd';
import { regionOf } from '../../src/domain/profile';
import type { Band } from '../../src/domain/reading';
import type { Row } from '../../src/domain/teamReading';
import { paint, px, py, theme, width, widthOf, type Mark } from './paper';

const corners = { ARCHITECT: 'Architectural', PEOPLE: 'People', UNICORN: 'Both ends', ELSEWHERE: 'Elsewhere' };
const band = (value: number, half: number): Band => ({ value, low: Math.max(0, value - half), high: Math.min(100, value + half), half, exact: value }); // prettier-ignore
type At = readonly [A: number, P: number, ghost?: boolean];
const rowsAt = (places: readonly At[]) =>
	places.map(([A, P, ghost = false], i) => ({ member: { key: `m${i}`, ghost }, A: band(A, 9), P: band(P, 7), region: regionOf(A, P) }) as Row); // prettier-ignore
const namesOf = (places: readonly At[]) => places.map((_, i) => `Name${i}`);
interface Given {
	readonly few?: boolean;
	readonly at?: string | null;
	readonly hire?: { readonly A: number; readonly P: number } | null;
	readonly look?: (key: string | null) => void;
}
const specOf = (places: readonly At[], { few = true, at = null, hire = null, look = vi.fn() }: Given = {}, rtl = false) =>
	crowdSpec(rowsAt(places), few ? namesOf(places) : [], corners, at, hire, theme(rtl), look); // prettier-ignore
const marksOf = (...given: Parameters<typeof specOf>): Mark[] => paint(specOf(...given).plugins!).marks;
const texts = (marks: readonly Mark[]) => marks.filter(({ act }) => act === 'fillText');
const labels = (marks: readonly Mark[]) => texts(marks).filter(({ given }) => String(given[0]).startsWith('Name'));
/** Thin arms of the bands: two strokes in one act, at the point. */
const arms = (marks: readonly Mark[]) => marks.filter(({ act, ways, dash }) => act === 'stroke' && ways.length === 2 && dash.length === 0 && ways[0]![0]![1] === ways[0]![1]![1] && ways[1]![0]![0] === ways[1]![1]![0] && ways[0]![0]![1] !== ways[1]![0]![1] && ways[0]![0]![1] !== ways[1]![1]![1]); // prettier-ignore
const five: At[] = [[75, 35], [35, 75], [80, 80], [20, 20], [50, 50]]; // prettier-ignore

describe('the spec', () => {
	test('is the same for the same rows', () =>
		expect(JSON.stringify(specOf(five, { at: 'm1' }))).toBe(JSON.stringify(specOf(five, { at: 'm1' }))));
	test.each([0, 1, 40, 41, 10_000])('%d members are as many points, people to the right, architecture upwards', (count) => {
		const places = Array.from({ length: count }, (_, i): At => [(i * 37) % 101, (i * 53) % 101]);
		const { datasets } = specOf(places, { few: count <= 40 }).data;
		const points = datasets.flatMap(({ data }) => data as { x: number; y: number }[]);
		const sorted = (list: readonly { x: number; y: number }[]) => list.map(({ x, y }) => 1000 * x + y).sort((a, b) => a - b);
		expect(sorted(points)).toEqual(sorted(places.map(([A, P]) => ({ x: P, y: A }))));
		if (count > 0 && count <= 40) expect(points).toEqual(places.map(([A, P]) => ({ x: P, y: A })));
	}); // prettier-ignore
	test('both axes run from 0 to 100 and are not drawn', () => {
		const axis = { min: 0, max: 100, display: false };
		expect(specOf(five).options?.scales).toEqual({ x: axis, y: axis });
	});
	test('of few each has the shape and the hue of its region', () => {
		const { pointStyle, pointBackgroundColor, pointBorderColor } = specOf(five).data.datasets[0]!;
		expect(rowsAt(five).map(({ region }) => region)).toEqual(['ARCHITECT', 'PEOPLE', 'UNICORN', 'ELSEWHERE', 'MIDDLE']);
		expect(pointStyle).toEqual(['rect', 'circle', 'rectRot', 'crossRot', 'triangle']);
		expect(pointBackgroundColor).toEqual(['arch', 'people', 'both', 'ink', 'ink']);
		expect(pointBorderColor).toEqual(['paper', 'paper', 'paper', 'ink', 'paper']);
	});
	test('of many those of a region share a look: dots in its hue, without a rim', () => {
		const groups = specOf(five, { few: false }).data.datasets.slice(0, 5);
		expect(groups.map(({ data }) => data)).toEqual(five.map(([A, P]) => [{ x: P, y: A }]));
		expect(groups.map(({ pointBackgroundColor }) => pointBackgroundColor)).toEqual([
			'arch',
			'people',
			'both',
			'ink',
			'ink',
		]);
		for (const { pointBorderWidth, pointStyle } of groups)
			expect([pointBorderWidth, pointStyle]).toEqual([0, undefined]);
	});
	test('of many who is looked at has a ring', () => {
		const ring = (at: string | null) => specOf(five, { few: false, at }).data.datasets[5]!;
		expect(ring('m1')).toMatchObject({
			data: [{ x: 75, y: 35 }],
			pointBackgroundColor: 'paper',
			pointBorderColor: 'ink',
		});
		expect(ring(null).data).toEqual([]);
	});
	test('an imagined one is hollow', () => {
		const { pointBackgroundColor, pointBorderColor } = specOf([[75, 35], [75, 35, true]]).data.datasets[0]!; // prettier-ignore
		expect([pointBackgroundColor, pointBorderColor]).toEqual([['arch', 'paper'], ['paper', 'arch']]); // prettier-ignore
	});
	test.each([
		[
			{ A: 70, P: 30 },
			{ x: 30, y: 70 },
		],
		[
			{ A: 130, P: -30 },
			{ x: 0, y: 100 },
		],
	])('a hire is a ring of its own, on the map: %j', (hire, wanted) => {
		const { datasets } = specOf(five, { hire }).data;
		expect(datasets).toHaveLength(2);
		expect(datasets[1]).toMatchObject({ data: [wanted], pointStyle: 'circle', pointBackgroundColor: 'paper', pointBorderColor: 'ink' }); // prettier-ignore
	});
	test('who is looked at is larger', () => {
		const radii = specOf(five, { at: 'm2' }).data.datasets[0]!.pointRadius as number[];
		expect(radii.map((radius) => radius > radii[0]!)).toEqual([false, false, true, false, false]);
	});
	test('the more, the smaller', () => {
		const radius = (count: number) => specOf(Array<At>(count).fill([50, 50]), { few: false }).data.datasets[0]!.pointRadius; // prettier-ignore
		expect([radius(41), radius(201), radius(1001)]).toEqual([3.5, 2.5, 1.5]);
	});
	test.each([true, false])('nothing moves, no legend, no tooltip; of few a mark has to be met: %s', (few) => {
		const { options } = specOf(five, { few });
		expect(options).toMatchObject({ animation: false, maintainAspectRatio: false, interaction: { mode: 'nearest', intersect: few } }); // prettier-ignore
		expect(options?.plugins).toEqual({ legend: { display: false }, tooltip: { enabled: false } });
	});
	test('the pencil is left as it was found', () => expect(paint(specOf(five, { at: 'm1' }).plugins!).open()).toBe(0));
});

describe('pointing', () => {
	test.each<[string, string | null, { index: number; datasetIndex: number }[], (string | null)[][]]>([
		['at one', null, [{ index: 2, datasetIndex: 0 }], [['m2']]],
		['at the hire alone', null, [{ index: 0, datasetIndex: 1 }], []],
		['at the hire and one beneath it', null, [{ index: 0, datasetIndex: 1 }, { index: 3, datasetIndex: 0 }], [['m3']]],
		['at the same', 'm2', [{ index: 2, datasetIndex: 0 }], []],
		['at nobody any more', 'm2', [], [[null]]],
	])('%s', (_, at, found, wanted) => {
		const look = vi.fn();
		const { onHover } = specOf(five, { at, look }).options!;
		(onHover as (event: unknown, found: unknown) => void)({}, found);
		expect(look.mock.calls).toEqual(wanted);
	}); // prettier-ignore
});

describe('pointing at one of many', () => {
	test.each<[string, string | null, { index: number; datasetIndex: number }[], (string | null)[][]]>([
		['of the first region', null, [{ index: 0, datasetIndex: 0 }], [['m0']]],
		['the second of a region', null, [{ index: 1, datasetIndex: 1 }], [['m5']]],
		['at the ring and who is in it', 'm5', [{ index: 0, datasetIndex: 5 }, { index: 1, datasetIndex: 1 }], []],
		['at the hire alone', null, [{ index: 0, datasetIndex: 6 }], []],
		['at nobody any more', 'm2', [], [[null]]],
	])('%s', (_, at, found, wanted) => {
		const look = vi.fn();
		const { onHover } = specOf([...five, [33, 74]], { few: false, at, look, hire: { A: 50, P: 50 } }).options!;
		(onHover as (event: unknown, found: unknown) => void)({}, found);
		expect(look.mock.calls).toEqual(wanted);
	}); // prettier-ignore
});

describe('what is drawn', () => {
	test.each([true, false])('the four corners by name, few %s', (few) => {
		const found = texts(marksOf(five, { few })).map(({ given }) => given[0]);
		for (const name of Object.values(corners)) expect(found.filter((text) => text === name)).toHaveLength(1);
	});
	test('of few everyone has arms as long as the bands', () => {
		const found = arms(marksOf([[75, 35], [20, 60]])); // prettier-ignore
		expect(found.map(({ ways }) => ways.map((way) => way.map((point) => point.map((n) => +n.toFixed(6)))))).toEqual([
			[[[px(28), py(75)], [px(42), py(75)]], [[px(35), py(66)], [px(35), py(84)]]],
			[[[px(53), py(20)], [px(67), py(20)]], [[px(60), py(11)], [px(60), py(29)]]],
		].map((way) => way.map((ends) => ends.map((point) => point.map((n) => +n!.toFixed(6)))))); // prettier-ignore
	});
	test('of many only who is looked at has', () => {
		expect(arms(marksOf(five, { few: false }))).toHaveLength(0);
		const [found, ...more] = arms(marksOf(five, { few: false, at: 'm0' }));
		expect([found?.colour, found?.alpha, found?.width, more]).toEqual(['arch', 1, 2, []]);
	});
	test('of few who is looked at stands out', () => {
		const found = arms(marksOf(five.slice(0, 2), { at: 'm1' }));
		expect(found.map(({ alpha, width }) => [alpha, width])).toEqual([[0.4, 1], [1, 2]]); // prettier-ignore
	});
});

describe('names', () => {
	const boxOf = ({ given, align }: Mark) => {
		const [text, x, base] = given as [string, number, number];
		const length = widthOf(text);
		const start = align === 'left' ? x : align === 'right' ? x - length : x - length / 2;
		return [start, base - 13, start + length, base] as const;
	};
	const meet = (a: readonly number[], b: readonly number[]) => a[0]! < b[2]! && b[0]! < a[2]! && a[1]! < b[3]! && b[1]! < a[3]!; // prettier-ignore
	const crowded: At[] = Array.from({ length: 12 }, (_, i) => [50 + 6 * Math.cos(i), 50 + 6 * Math.sin(2 * i)]);

	test('stand beside their mark, each once', () =>
		expect(labels(marksOf(five)).map(({ given }) => given[0])).toEqual(namesOf(five)));
	test('there are none where there are many', () => expect(labels(marksOf(five, { few: false }))).toEqual([]));
	test('at the right edge they stand on the other side', () => {
		const [label] = labels(marksOf([[50, 100]]));
		expect(label?.align).toBe('right');
	});
	test.each<[string, At[]]>([
		['far apart', five],
		['crowded', crowded],
		['all at one place', Array<At>(12).fill([50, 50])],
		['at the edges', [[100, 100], [0, 0], [100, 0], [0, 100], [100, 98], [1, 1]]],
	])('never cross each other, a mark of somebody else or the edge: %s', (_, places) => {
		const found = labels(marksOf(places)).map((mark) => ({ name: String(mark.given[0]), box: boxOf(mark) }));
		const points = places.map(([A, P]) => [px(P) - 5, py(A) - 5, px(P) + 5, py(A) + 5]);
		found.forEach(({ name, box }, i) => {
			expect(box[0]).toBeGreaterThanOrEqual(0);
			expect(box[2]).toBeLessThanOrEqual(width);
			found.forEach((other, j) => i !== j && expect(meet(box, other.box)).toBe(false));
			points.forEach((point, j) => `Name${j}` !== name && expect(meet(box, point)).toBe(false));
		});
		expect(found.length).toBeGreaterThan(0);
	}); // prettier-ignore
	test('of whom is looked at are strong', () => {
		const fonts = labels(marksOf(five.slice(0, 2), { at: 'm1' })).map(({ font }) => font.split(' ')[0]);
		expect(fonts).toEqual(['400', '600']);
	});
});
