import { describe, expect, test } from 'vitest';
import { likeliest, mapSpec, type MapWords } from '../../src/charts/map';
import { regionOf, regions, type Region } from '../../src/domain/profile';
import type { Band, Reading } from '../../src/domain/reading';
import { area, paint, px, py, theme, width as sheet, widthOf, type Mark, type Point } from './paper';

const words: MapWords = {
	regions: {
		ARCHITECT: 'Architectural',
		PEOPLE: 'People',
		UNICORN: 'Both ends',
		ELSEWHERE: 'Elsewhere',
		MIDDLE: 'Middle',
	},
	you: 'You',
	middle: '50',
};
const band = (value: number, half = 9): Band => ({ value, low: value - half, high: value + half, half, exact: value });
const certain = (region: Region): Record<Region, number> =>
	Object.fromEntries(regions.map((id) => [id, id === region ? 0.9 : 0.025])) as Record<Region, number>;
const at = (A: number, P: number, region: Region = regionOf(A, P)) =>
	({ A: band(A), P: band(P, 7), chances: certain(region) }) as Reading;
const specOf = (reading: Reading, rtl = false, named = true) => mapSpec(reading, words, theme(rtl), named);
const marksOf = (reading: Reading, rtl = false) => paint(specOf(reading, rtl).plugins!).marks;
const middle = at(50, 50);

describe('the spec', () => {
	test('is the same for the same reading, and changes nothing of it', () => {
		const reading = Object.freeze(at(71, 33));
		expect(JSON.stringify(specOf(reading))).toBe(JSON.stringify(specOf(reading)));
	});
	test('is one point, people to the right, architecture upwards', () =>
		expect(specOf(at(71, 33)).data.datasets.map(({ data }) => data)).toEqual([[{ x: 33, y: 71 }]]));
	test('both axes run from 0 to 100 and are not drawn', () => {
		const axis = { min: 0, max: 100, display: false };
		expect(specOf(middle).options?.scales).toEqual({ x: axis, y: axis });
	});
	test('nothing moves, nothing answers the pointer, no legend, no tooltip', () => {
		const { options } = specOf(middle);
		expect(options).toMatchObject({ animation: false, events: [], responsive: true, maintainAspectRatio: false });
		expect(options?.plugins).toEqual({ legend: { display: false }, tooltip: { enabled: false } });
	});
	test.each<[Region, string, string, string]>([
		['ARCHITECT', 'rect', 'arch', 'paper'],
		['PEOPLE', 'circle', 'people', 'paper'],
		['UNICORN', 'rectRot', 'both', 'paper'],
		['ELSEWHERE', 'crossRot', 'ink', 'ink'],
		['MIDDLE', 'triangle', 'ink', 'paper'],
	])('%s is a %s, filled with %s, rimmed with %s', (region, shape, fill, rim) => {
		const [dataset] = specOf(at(50, 50, region)).data.datasets;
		expect(dataset).toMatchObject({
			pointStyle: shape,
			pointBackgroundColor: fill,
			pointBorderColor: rim,
			clip: false,
		});
	});
	test.each(regions)('%s that may not be named has no glyph of its own: a ring in ink', (region) => {
		const [dataset] = specOf(at(50, 50, region), false, false).data.datasets;
		expect(dataset).toMatchObject({ pointStyle: 'circle', pointBackgroundColor: 'paper', pointBorderColor: 'ink' });
		const cross = paint(specOf(at(50, 50, region), false, false).plugins!).marks.find(({ width }) => width === 1.5);
		expect(cross?.colour).toBe('ink');
	});
	test('a point at the edge is not cut off', () =>
		expect(specOf(at(100, 0)).data.datasets[0]).toMatchObject({ data: [{ x: 0, y: 100 }], clip: false }));
});

describe('the likeliest region', () => {
	test.each(regions)('%s', (region) => expect(likeliest({ chances: certain(region) })).toBe(region));
	test('of two alike the first', () => {
		const chances = { ARCHITECT: 0, PEOPLE: 0.5, UNICORN: 0, ELSEWHERE: 0, MIDDLE: 0.5 };
		expect(likeliest({ chances })).toBe('PEOPLE');
	});
});

/** Back from pixels to scores. */
const scores = ([x, y]: Point): { P: number; A: number } => ({
	P: ((x - area.left) / (area.right - area.left)) * 100,
	A: ((area.bottom - y) / (area.bottom - area.top)) * 100,
});
/** Even-odd rule. */
const holds = (way: readonly Point[], [x, y]: Point): boolean =>
	way.reduce((inside, [x1, y1], i) => {
		const [x2, y2] = way[(i + 1) % way.length]!;
		return y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1) ? !inside : inside;
	}, false);

describe('the regions', () => {
	const washes = marksOf(middle).filter(({ act }) => act === 'fill');
	const named: Record<string, Region> = { 'arch-wash': 'ARCHITECT', 'people-wash': 'PEOPLE', 'both-wash': 'UNICORN' };

	test('three are washed; elsewhere and the middle stay paper', () =>
		expect(washes.map(({ colour }) => colour).sort()).toEqual(Object.keys(named).sort()));
	test('the wash of every point of the map is that of its region', () => {
		let counted = 0;
		// Off the borders, which belong to the outer region.
		for (let A = 0.7; A < 100; A += 2.5)
			for (let P = 1.3; P < 100; P += 2.5) {
				const over = washes.filter(({ ways }) => holds(ways[0]!, [px(P), py(A)])).map(({ colour }) => named[colour]);
				const region = regionOf(A, P);
				expect(over, `A ${A}, P ${P}`).toEqual(Object.values(named).includes(region) ? [region] : []);
				counted += 1;
			}
		expect(counted).toBe(1600);
	});
	test('a dashed line stands wherever two regions meet, and nowhere else', () => {
		const borders = marksOf(middle).find(({ act, dash }) => act === 'stroke' && dash.length > 0)!.ways;
		const [step, near] = [0.25, 0.2];
		for (const [from, to] of borders as [Point, Point][]) {
			const [a, b] = [scores(from), scores(to)];
			for (let t = 0.02; t < 1; t += 0.05) {
				const [A, P] = [a.A + t * (b.A - a.A), a.P + t * (b.P - a.P)];
				const length = Math.hypot(b.A - a.A, b.P - a.P);
				const [dA, dP] = [((b.P - a.P) / length) * near, (-(b.A - a.A) / length) * near];
				expect(regionOf(A + dA, P + dP), `across A ${A}, P ${P}`).not.toBe(regionOf(A - dA, P - dP));
			}
		}
		const close = (A: number, P: number): boolean =>
			(borders as [Point, Point][]).some(([from, to]) => {
				const [a, b] = [scores(from), scores(to)];
				const [vA, vP] = [b.A - a.A, b.P - a.P];
				const t = Math.min(1, Math.max(0, ((A - a.A) * vA + (P - a.P) * vP) / (vA * vA + vP * vP)));
				return Math.hypot(A - a.A - t * vA, P - a.P - t * vP) <= step;
			});
		for (let A = 0.1; A < 100; A += 3.3)
			for (let P = 0.1; P < 100 - step; P += step)
				if (regionOf(A, P) !== regionOf(A, P + step)) expect(close(A, P + step / 2), `A ${A}, P ${P}`).toBe(true);
	});
	test('neutral is drawn through the middle of both axes', () => {
		const rules = marksOf(middle).find(({ act, colour }) => act === 'stroke' && colour === 'rule')!;
		expect(rules.ways).toEqual([
			[[px(50), py(0)], [px(50), py(100)]],
			[[px(0), py(50)], [px(100), py(50)]],
		]); // prettier-ignore
	});
});

const texts = (marks: readonly Mark[]) => marks.filter(({ act }) => act === 'fillText');
const called = (marks: readonly Mark[], text: string): Mark => texts(marks).find(({ given }) => given[0] === text)!;

describe('the names', () => {
	test('all five, both middles and the reader', () =>
		expect(
			texts(marksOf(middle))
				.map(({ given }) => given[0])
				.sort(),
		).toEqual([...Object.values(words.regions), '50', '50', 'You'].sort()));
	/** Where a text lies, in pixels: the rectangle of its letters. */
	const boxOf = ({ align, given }: Mark) => {
		const [text, x, base] = given as [string, number, number];
		const width = widthOf(text);
		const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
		return { text, left, right: left + width, top: base - 13, bottom: base };
	};
	type Box = ReturnType<typeof boxOf>;
	const meet = (a: Box, b: Box) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
	/** Readers all over the map. */
	const everywhere = [3, 12, 20, 35, 50, 65, 80, 88, 97].flatMap((A) => [3, 12, 20, 35, 50, 65, 80, 88, 97].map((P) => at(A, P))); // prettier-ignore

	test.each(regions)('%s stands in its own region, wherever the reader is', (region) => {
		for (const reading of everywhere) {
			const { left, right, top, bottom } = boxOf(called(marksOf(reading), words.regions[region]));
			const { A, P } = scores([(left + right) / 2, (top + bottom) / 2]);
			expect(regionOf(A, P), `reader at A ${reading.A.value}, P ${reading.P.value}`).toBe(region);
		}
	});
	test('no name stands on another', () => {
		for (const reading of everywhere) {
			const boxes = texts(marksOf(reading)).map(boxOf);
			for (const [i, one] of boxes.entries())
				for (const other of boxes.slice(i + 1))
					expect(meet(one, other), `${one.text} and ${other.text}, reader at A ${reading.A.value}, P ${reading.P.value}`).toBe(false); // prettier-ignore
		}
	});
	/** The names that leave the canvas, which is square. */
	const cutOff = (reading: Reading) =>
		texts(marksOf(reading))
			.map(boxOf)
			.filter(({ left, right, top, bottom }) => left < 0 || right > sheet || top < 0 || bottom > sheet)
			.map(({ text }) => `${text}, reader at A ${reading.A.value}, P ${reading.P.value}`);
	test('names are not cut off, however far out the reader is', () => {
		const corners = [at(0, 0), at(0, 100), at(100, 0), at(100, 100)];
		expect([...everywhere, ...corners].flatMap(cutOff)).toEqual([]);
	});
	test('the reader’s name stands beside the mark', () => {
		for (const reading of everywhere) {
			const { left, right, top, bottom } = boxOf(called(marksOf(reading), 'You'));
			const [x, y] = [px(reading.P.value), py(reading.A.value)];
			expect(Math.min(Math.abs(left - x), Math.abs(right - x))).toBeLessThan(20);
			expect(Math.min(Math.abs(top - y), Math.abs(bottom - y))).toBeLessThan(20);
		}
	});
	test('a name steps aside for the cross', () => {
		const [free, met] = [at(50, 50), at(96, 10)].map((reading) => boxOf(called(marksOf(reading), 'Architectural')));
		expect([met!.left, met!.top]).not.toEqual([free!.left, free!.top]);
		const cross = marksOf(at(96, 10)).find(({ width, act }) => act === 'stroke' && width === 1.5)!;
		for (const [x, y] of cross.ways.flat())
			expect(x > met!.left && x < met!.right && y > met!.top && y < met!.bottom).toBe(false);
	});
	test('in a script from the right the words turn, the axes do not', () => {
		const [ltr, rtl] = [marksOf(at(71, 33)), marksOf(at(71, 33), true)];
		expect(new Set(texts(ltr).map(({ direction }) => direction))).toEqual(new Set(['ltr']));
		expect(new Set(texts(rtl).map(({ direction }) => direction))).toEqual(new Set(['rtl']));
		const drawn = (marks: Mark[]) => marks.filter(({ ways }) => ways.length > 0).map(({ ways }) => ways);
		expect(drawn(rtl)).toEqual(drawn(ltr));
		expect(specOf(at(71, 33), true).data).toEqual(specOf(at(71, 33)).data);
	});
});

describe('the cross', () => {
	const crossOf = (reading: Reading) => marksOf(reading).find(({ act, width }) => act === 'stroke' && width === 1.5)!;
	test('its arms end where the bands end, and meet in the mark', () => {
		const { ways } = crossOf(at(71, 33));
		expect(ways).toContainEqual([[px(26), py(71)], [px(40), py(71)]]); // prettier-ignore
		expect(ways).toContainEqual([[px(33), py(62)], [px(33), py(80)]]); // prettier-ignore
	});
	test('each end has a cap', () => {
		const { ways } = crossOf(at(71, 33));
		for (const P of [26, 40]) expect(ways).toContainEqual([[px(P), py(71) - 5], [px(P), py(71) + 5]]); // prettier-ignore
		for (const A of [62, 80]) expect(ways).toContainEqual([[px(33) - 5, py(A)], [px(33) + 5, py(A)]]); // prettier-ignore
		expect(ways).toHaveLength(6);
	});
	test.each<[Region, string]>([
		['ARCHITECT', 'arch'],
		['PEOPLE', 'people'],
		['UNICORN', 'both'],
		['ELSEWHERE', 'ink'],
		['MIDDLE', 'ink'],
	])('in %s it is drawn in %s', (region, colour) => expect(crossOf(at(50, 50, region)).colour).toBe(colour));
	test('a band cut at the end of the scale stays on the map', () => {
		const reading = { ...at(97, 3), A: { value: 97, low: 88, high: 100, half: 9 }, P: { value: 3, low: 0, high: 10, half: 7 } }; // prettier-ignore
		for (const [x, y] of crossOf(reading as Reading).ways.flat()) {
			expect(x >= area.left - 5 && x <= area.right + 5).toBe(true);
			expect(y >= area.top - 5 && y <= area.bottom + 5).toBe(true);
		}
	});
	test('where the reader has forced colours there are lines and shapes alone', () => {
		const { marks } = paint(mapSpec(middle, words, theme(false, true)).plugins!);
		expect(marks.filter(({ act }) => act === 'fill')).toEqual([]);
		expect(marks.some(({ dash }) => dash.length > 0)).toBe(true);
	});
	test('the pencil is left as it was found', () => expect(paint(specOf(middle).plugins!).open()).toBe(0));
});
