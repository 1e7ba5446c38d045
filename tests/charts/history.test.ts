import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { historySpec, rowHeight } from '../../src/charts/history';
import { z90 } from '../../src/domain/normal';
import { placeOf } from '../../src/domain/reading';
import { area, paint, theme, type Mark } from './paper';

/** Named by their day, at these places, each with a band of so many points. */
const rowsAt = (values: readonly number[], half = 8) =>
	values.map((value, i) => ({ day: `Day ${i + 1}`, place: placeOf(value, half / z90) }));
const specOf = (values: readonly number[], half = 8, forced = false, rtl = false) =>
	historySpec(rowsAt(values, half), theme(rtl, forced));
const marksOf = (...given: Parameters<typeof specOf>): Mark[] =>
	paint(specOf(...given).plugins!, { x: [-50, 50], y: [1, 0] }).marks;
const boxes = (marks: readonly Mark[]) =>
	marks
		.filter(({ act }) => act === 'fillRect')
		.map(({ colour, given }) => {
			const [x, , width] = given as number[];
			return [colour, +x!.toFixed(6), +(x! + width!).toFixed(6)];
		});
/** Pixels of points from the centre: architecture at the left. Two rows are the height of this paper. */
const at = (points: number): number => (area.left + area.right) / 2 - ((area.right - area.left) * points) / 100;

describe('the spec', () => {
	test('is one line through a mark a result, the oldest at the top, architecture at the left', () => {
		const { data, options } = specOf([64, 36, 50]);
		expect(data.datasets.map(({ data }) => data)).toEqual([[{ x: -14, y: 0 }, { x: 14, y: 1 }, { x: -0, y: 2 }]]); // prettier-ignore
		expect(data.datasets[0]).toMatchObject({ showLine: true, pointStyle: 'rect', clip: false });
		expect(options?.scales).toMatchObject({ x: { min: -50, max: 50 }, y: { min: 0, max: 2, reverse: true } });
	});
	test('nothing moves, no legend, no tooltip', () => {
		const { options } = specOf([50]);
		expect(options).toMatchObject({ animation: false, events: [], maintainAspectRatio: false });
		expect(options?.plugins).toEqual({ legend: { display: false }, tooltip: { enabled: false } });
	});
	test('a single result has an axis too', () =>
		expect(specOf([50]).options?.scales?.y).toMatchObject({ min: 0, max: 1 }));
	test.each([13, 26])('a row takes as much as the page gives it, at %d px of text', (small) => {
		const { padding } = historySpec(rowsAt([50, 50, 50]), { ...theme(), small }).options!.layout!;
		const { top, bottom } = padding as { top: number; bottom: number };
		// Three rows: two distances between them, and what is left above and below.
		expect((top + bottom) / small).toBeCloseTo(rowHeight, 9);
		expect(readFileSync('src/views/Changes.svelte', 'utf8')).toContain('rows.length * rowHeight}em');
	});
	test('the pencil is left as it was found', () => expect(paint(specOf([50, 60]).plugins!).open()).toBe(0));
});

describe('each result', () => {
	test('is called by its day', () => {
		const texts = marksOf([64, 50, 36]).filter(({ act }) => act === 'fillText');
		expect(texts.map(({ given, align }) => [given[0], align])).toEqual([['Day 1', 'left'], ['Day 2', 'left'], ['Day 3', 'left']]); // prettier-ignore
		expect(new Set(texts.map(({ given }) => given[1])).size).toBe(1);
	});
	test('in a script from the right the day stands at the right; the beam stays', () => {
		const [ltr, rtl] = [marksOf([64]), marksOf([64], 8, false, true)];
		expect(rtl.find(({ act }) => act === 'fillText')).toMatchObject({ align: 'right', direction: 'rtl' });
		expect(boxes(rtl)).toEqual(boxes(ltr));
	});
	test.each<[string, number, [string, number, number][]]>([
		['towards architecture', 64, [['arch-wash', at(22), at(6)]]],
		['towards people', 36, [['people-wash', at(-6), at(-22)]]],
		['across the centre in both hues', 52, [['arch-wash', at(10), at(0)], ['people-wash', at(0), at(-6)]]],
		['cut at the end', 97, [['arch-wash', at(50), at(39)]]],
	])('has its band: %s', (_, value, wanted) =>
		expect(boxes(marksOf([value]))).toEqual(wanted.map(([hue, from, to]) => [hue, +from.toFixed(6), +to.toFixed(6)])),
	); // prettier-ignore
	test('has a cap at each end of its band, on its own line', () => {
		const caps = marksOf([64, 36]).filter(({ act, width }) => act === 'stroke' && width === 2);
		expect(caps.map(({ colour, ways }) => [colour, +ways[0]![0]![0].toFixed(6), (ways[0]![0]![1] + ways[0]![1]![1]) / 2])).toEqual([
			['arch', at(22), area.top],
			['arch', at(6), area.top],
			['people', at(-6), area.bottom],
			['people', at(-22), area.bottom],
		]); // prettier-ignore
	});
	test('where the reader has forced colours a band has no wash', () =>
		expect(boxes(marksOf([64], 8, true)).map(([colour]) => colour)).toEqual(['paper']));
});
test('the centre is one line through all of them', () => {
	const [centre] = marksOf([64, 36]).filter(({ act, colour }) => act === 'stroke' && colour === 'rule');
	const [[x1], [x2]] = centre!.ways[0] as [[number, number], [number, number]];
	expect([x1, x2]).toEqual([at(0), at(0)]);
});
