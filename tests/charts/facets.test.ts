import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { facetsSpec, type FacetWords } from '../../src/charts/facets';
import { architectureFacets, facetIds, peopleFacets, type Domain, type FacetId } from '../../src/domain/instrument';
import type { Reading } from '../../src/domain/reading';
import { area, paint, px, theme, width, widthOf, type Mark, type Point } from './paper';

const words: FacetWords = {
	names: Object.fromEntries(facetIds.map((id) => [id, `Facet ${id}`])) as Record<FacetId, string>,
	number: (value) => `#${value.toFixed(0)}`,
	banded: (value, low, high) => `#${value} from ${low} to ${high}`,
};
const values: Record<FacetId, number> = { A1: 61, A2: 72, A3: 83, A4: 54, P1: 25, P2: 36, P3: 47, P4: 8 };
const reading = {
	A: { value: 67.5, low: 60, high: 75, half: 7.5 },
	P: { value: 29, low: 21, high: 37, half: 8 },
	facets: Object.fromEntries(
		facetIds.map((id) => {
			const value = values[id];
			return [id, { value, low: Math.max(0, value - 14), high: value + 14, half: 14, call: id === 'A3' ? 1 : 0 }];
		}),
	),
} as Reading;
const idsOf = { A: architectureFacets, P: peopleFacets };
const specOf = (domain: Domain, rtl = false) => facetsSpec(reading, domain, idsOf[domain], words, theme(rtl));
const marksOf = (domain: Domain, rtl = false) => paint(specOf(domain, rtl).plugins!).marks;
const both: Domain[] = ['A', 'P'];
/** Of the figure, in pixels. */
const heightOf = (domain: Domain) => specOf(domain).options!.scales!.y!.max as number;

describe('the spec', () => {
	test.each(both)('%s: the same for the same reading', (domain) =>
		expect(JSON.stringify(specOf(domain))).toBe(JSON.stringify(specOf(domain))),
	);
	test.each(both)('%s: a point for each facet at its value, one row below the other', (domain) => {
		const data = specOf(domain).data.datasets[0]!.data as { x: number; y: number }[];
		expect(data.map(({ x }) => x)).toEqual(idsOf[domain].map((id) => values[id]));
		const gaps = data.slice(1).map(({ y }, i) => y - data[i]!.y);
		for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0]!, 9);
		expect(gaps[0]).toBeGreaterThan(44);
		expect(data.at(-1)!.y).toBeLessThan(heightOf(domain));
	});
	test.each([
		['A', 'rect', 'arch'],
		['P', 'circle', 'people'],
	] as const)('%s: every point is a %s in %s', (domain, shape, colour) =>
		expect(specOf(domain).data.datasets).toMatchObject([
			{ pointStyle: shape, pointBackgroundColor: colour, clip: false },
		]),
	);
	test('the scale runs from 0 to 100, rows count from the top in pixels', () => {
		const { options } = specOf('A');
		expect(options?.scales?.x).toEqual({ min: 0, max: 100, display: false });
		expect(options?.scales?.y).toMatchObject({ min: 0, reverse: true, display: false });
		expect(options?.layout).toMatchObject({ autoPadding: false });
	});
	test('larger text has larger rows: the figure is 17.4 em high, as its place on the page is', () => {
		for (const medium of [12, 15, 30]) {
			const { options } = facetsSpec(reading, 'A', architectureFacets, words, { ...theme(), medium });
			expect((options!.scales!.y!.max as number) / medium).toBeCloseTo(17.4, 1);
		}
		expect(readFileSync('src/views/result/Facets.svelte', 'utf8')).toContain('block-size: 17.4em');
	});
	test('nothing moves, no legend, no tooltip', () => {
		const { options } = specOf('P');
		expect(options).toMatchObject({ animation: false, events: [], maintainAspectRatio: false });
		expect(options?.plugins).toEqual({ legend: { display: false }, tooltip: { enabled: false } });
	});
});

const texts = (marks: readonly Mark[]) => marks.filter(({ act }) => act === 'fillText');

describe('the bands', () => {
	test.each(both)('%s: each is filled from its low to its high end', (domain) => {
		const boxes = marksOf(domain).filter(({ act }) => act === 'fillRect');
		expect(boxes.map(({ colour }) => colour)).toEqual(Array(4).fill(domain === 'A' ? 'arch-wash' : 'people-wash'));
		idsOf[domain].forEach((id, i) => {
			const { low, high } = reading.facets[id];
			const [x, , width] = boxes[i]!.given as number[];
			expect(x).toBeCloseTo(px(low), 9);
			expect(width).toBeCloseTo(px(high) - px(low), 9);
		});
	});
	test.each(both)('%s: caps stand at both ends, through the line of the row', (domain) => {
		const caps = marksOf(domain).filter(({ act, width }) => act === 'stroke' && width === 2);
		expect(caps).toHaveLength(4);
		idsOf[domain].forEach((id, i) => {
			const { low, high } = reading.facets[id];
			const [[x1, top], [x2, foot], [x3], [x4]] = caps[i]!.ways.flat() as [Point, Point, Point, Point];
			expect([x1, x2, x3, x4]).toEqual([px(low), px(low), px(high), px(high)]);
			const [, y, , height] = marksOf(domain).filter(({ act }) => act === 'fillRect')[i]!.given as number[];
			expect((top + foot) / 2).toBeCloseTo(y! + height! / 2, 9);
		});
	});
	test.each(both)('%s: the mark of a row stands on its line', (domain) => {
		const data = specOf(domain).data.datasets[0]!.data as { y: number }[];
		const boxes = marksOf(domain).filter(({ act }) => act === 'fillRect');
		data.forEach(({ y }, i) => {
			const [, top, , height] = boxes[i]!.given as number[];
			expect(top! + height! / 2).toBeCloseTo(area.top + y, 9);
		});
	});
	test.each([
		['A', 67.5],
		['P', 29],
	] as const)('%s: neutral is a solid line, the end’s own score (%d) a dashed one', (domain, score) => {
		const upright = marksOf(domain).filter(({ act, ways }) => act === 'stroke' && ways.length === 1 && ways[0]![0]![0] === ways[0]![1]![0]); // prettier-ignore
		const [solid, dashed] = [px(50), px(score)];
		expect(upright.map(({ dash, ways }) => [dash.length > 0, ways[0]![0]![0]])).toEqual(
			Array(4).fill([[false, solid], [true, dashed]]).flat(),
		); // prettier-ignore
	});
	test('where the reader has forced colours a band is an outline', () => {
		const { marks } = paint(facetsSpec(reading, 'A', architectureFacets, words, theme(false, true)).plugins!);
		const boxes = marks.filter(({ act }) => act === 'fillRect');
		expect(boxes.map(({ colour }) => colour)).toEqual(Array(4).fill('paper'));
		const { low, high } = reading.facets.A1;
		const [, y, , height] = boxes[0]!.given as number[];
		const edges = marks.filter(({ act, width }) => act === 'stroke' && width === 1).flatMap(({ ways }) => ways);
		for (const edge of [y!, y! + height!]) expect(edges).toContainEqual([[px(low), edge], [px(high), edge]]); // prettier-ignore
	});
	test('the pencil is left as it was found', () => expect(paint(specOf('A').plugins!).open()).toBe(0));
});

describe('the words', () => {
	test.each(both)('%s: each facet by name and value, and the scale below', (domain) => {
		const said = texts(marksOf(domain)).map(({ given }) => given[0]);
		const rows = idsOf[domain].flatMap((id) => [`Facet ${id}`, `#${values[id]}`]);
		expect(said).toEqual([...rows, '#0', '#50', '#100']);
	});
	test.each(both)('%s: on paper, where no table follows, each value has its band', (domain) => {
		const { marks } = paint(facetsSpec(reading, domain, idsOf[domain], words, { ...theme(), paper: true }).plugins!);
		const said = texts(marks).map(({ given }) => given[0]);
		for (const id of idsOf[domain]) {
			const { value, low, high } = reading.facets[id];
			expect(said).toContain(`#${value} from ${low} to ${high}`);
		}
	});
	test('one that stands apart is told by its weight', () => {
		const names = texts(marksOf('A')).filter(({ given }) => String(given[0]).startsWith('Facet'));
		expect(names.map(({ font }) => font.startsWith('600'))).toEqual([false, false, true, false]);
	});
	test('a name has the room that its value leaves, and is drawn narrower where it needs more', () => {
		const name = texts(marksOf('A')).find(({ given }) => given[0] === 'Facet A1')!;
		const most = Number(name.given[3]);
		expect(most).toBeLessThan(width - widthOf('#61'));
		expect(most).toBeGreaterThan(width / 2);
	});
	test('names begin where reading begins: from the right in a script from the right; the scale stays', () => {
		const placed = (rtl: boolean, text: string) => {
			const { align, direction, given } = texts(marksOf('A', rtl)).find(({ given }) => given[0] === text)!;
			return [align, direction, given[1]];
		};
		expect(placed(false, 'Facet A1')).toEqual(['left', 'ltr', 0]);
		expect(placed(false, '#61')).toEqual(['right', 'ltr', width]);
		expect(placed(true, 'Facet A1')).toEqual(['right', 'rtl', width]);
		expect(placed(true, '#61')).toEqual(['left', 'rtl', 0]);
		for (const [text, x] of [
			['#0', 0],
			['#50', 50],
			['#100', 100],
		] as const)
			// prettier-ignore
			for (const rtl of [false, true]) expect(placed(rtl, text)[2]).toBe(px(x));
		const drawn = (rtl: boolean) => marksOf('A', rtl).filter(({ act }) => act === 'stroke' || act === 'fillRect');
		expect(drawn(true)).toEqual(drawn(false).map((mark, i) => ({ ...mark, direction: drawn(true)[i]!.direction })));
		expect(specOf('A', true).data).toEqual(specOf('A').data);
	});
});
