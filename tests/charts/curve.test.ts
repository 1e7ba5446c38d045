import { describe, expect, test } from 'vitest';
import { curveSpec, type CurveWords } from '../../src/charts/curve';
import type { Reading } from '../../src/domain/reading';
import { along, curve, type Stage } from '../../src/domain/stage';
import { area, paint, py, theme, widthOf, type Mark } from './paper';

const ids = ['seed', 'series-a', 'series-b', 'series-c', 'mature', 'lines'] as const;
const wordsAt = (stage: Stage | null): CurveWords => ({
	offence: 'Offence',
	defence: 'Defence',
	company: 'The company',
	you: 'You: defence',
	middle: 'Moment in the middle',
	ticks: ids.map((id) => ({ at: along[id], name: id, here: id === stage })),
});
type Posture = Reading['posture'];
const posture = (value: number, half = 17): Posture => ({ value, low: value - half, high: value + half, half, exact: value, word: 'both', leans: null, count: 6 }); // prettier-ignore
const specOf = (stage: Stage | null, at: Posture = null, moment = false, forced = false) =>
	curveSpec(curve, at, moment, wordsAt(stage), theme(false, forced));
const marksOf = (...given: Parameters<typeof specOf>): Mark[] => paint(specOf(...given).plugins!, { x: [0, 1] }).marks;
/** Pixels along the axis, which runs from 0 to 1. */
const px = (at: number): number => area.left + (area.right - area.left) * at;
const texts = (marks: readonly Mark[]) => marks.filter(({ act }) => act === 'fillText');
const called = (marks: readonly Mark[], text: string) => texts(marks).find(({ given }) => given[0] === text);
const weightIn = (marks: readonly Mark[]) => marks.find(({ act, given }) => act === 'fill' && given.length === 1);
const dotIn = (marks: readonly Mark[]) => marks.find(({ act, given }) => act === 'fill' && given.length === 0);

describe('the spec', () => {
	test('is the same for the same reading', () =>
		expect(JSON.stringify(specOf('seed', posture(60)))).toBe(JSON.stringify(specOf('seed', posture(60)))));
	test('is one line, from end to end, that keeps to the curve', () => {
		const [dataset, ...others] = specOf(null).data.datasets;
		const points = dataset!.data as { x: number; y: number }[];
		expect(others).toEqual([]);
		expect(dataset).toMatchObject({ showLine: true, pointRadius: 0, borderColor: 'ink' });
		expect([points[0]!.x, points.at(-1)!.x]).toEqual([0, 1]);
		for (const { x, y } of points) expect(y).toBe(curve(x));
	});
	test('runs from 0 to 1 and from 0 to 100; nothing moves, no legend, no tooltip', () => {
		const { options } = specOf('mature');
		expect(options?.scales).toEqual({ x: { min: 0, max: 1, display: false }, y: { min: 0, max: 100, display: false } });
		expect(options).toMatchObject({ animation: false, events: [], maintainAspectRatio: false });
		expect(options?.plugins).toEqual({ legend: { display: false }, tooltip: { enabled: false } });
	});
	test('larger text has more room above and below', () => {
		const roomOf = (small: number) => {
			const { padding } = curveSpec(curve, null, false, wordsAt(null), { ...theme(), small }).options!.layout!;
			const { top, bottom } = padding as { top: number; bottom: number };
			return [top - small, bottom - small];
		};
		expect(roomOf(26)).toEqual(roomOf(13));
		for (const room of roomOf(13)) expect(room).toBeGreaterThan(0);
	});
	test('the pencil is left as it was found', () =>
		expect(paint(specOf('series-c', posture(20), true).plugins!).open()).toBe(0));
});

describe('the words', () => {
	test('both ends and every stage in its order, at its place', () => {
		const marks = marksOf(null);
		expect(texts(marks).map(({ given }) => given[0])).toEqual([...ids, 'Offence', 'Defence']);
		for (const id of ids) expect(called(marks, id)).toMatchObject({ align: 'center', given: [id, px(along[id]), expect.any(Number), undefined] }); // prettier-ignore
		for (const id of ids) expect(called(marks, id)!.given[2]).toBeGreaterThan(area.bottom);
	});
	test('the stage of the company is told by its weight', () => {
		const strong = texts(marksOf('series-b')).filter(({ font }) => font.startsWith('600'));
		expect(strong.map(({ given, colour }) => [given[0], colour])).toEqual([['series-b', 'ink']]);
	});
	test.each([
		[true, ['Moment in the middle']],
		[false, []],
	])('the moment in the middle is drawn where it is asked for: %s', (moment, wanted) => {
		const marks = marksOf('seed', null, moment);
		expect(texts(marks).flatMap(({ given }) => (given[0] === 'Moment in the middle' ? [given[0]] : []))).toEqual(
			wanted,
		);
	});
	test('its line lies below the curve, from before series C to after maturity', () => {
		const marks = marksOf('seed', null, true);
		const line = marks.find(({ act, colour, ways }) => act === 'stroke' && colour === 'ink' && ways.length === 1)!;
		const [[from, y], [to]] = line.ways[0] as [[number, number], [number, number]];
		expect(from).toBeLessThan(px(along['series-c']));
		expect(to).toBeGreaterThan(px(along.mature));
		for (let x = 0.52; x <= 0.84; x += 0.04) expect(y).toBeGreaterThan(py(curve(x)));
	});
});

describe('the company', () => {
	test.each(['seed', 'series-a', 'series-b', 'series-c', 'mature'] as const)('%s: a dot on the curve', (stage) => {
		const marks = marksOf(stage);
		expect(dotIn(marks)).toMatchObject({ colour: 'ink', ways: [[[px(along[stage]), py(curve(along[stage]))], [px(along[stage]) + 6, py(curve(along[stage]))]]] }); // prettier-ignore
		expect(called(marks, 'The company')).toBeTruthy();
	});
	test('without a stage there is neither dot nor name', () => {
		const marks = marksOf(null, posture(70));
		expect([dotIn(marks), called(marks, 'The company')]).toEqual([undefined, undefined]);
	});
});

describe('the posture', () => {
	const band = (marks: readonly Mark[]) => marks.find(({ act }) => act === 'fillRect')!;
	test.each<[string, Stage | null, number]>([
		['beside the stage', 'series-b', along['series-b']],
		['on its own where no stage is known', null, 0.42],
	])('stands at its value with its band, %s', (_, stage, at) => {
		const marks = marksOf(stage, posture(70));
		const [x, y] = weightIn(marks)!.origin;
		expect(x).toBeCloseTo(px(at), 9);
		// The weight is drawn upwards from its foot, 16 px high: its middle is the value.
		expect(y).toBeCloseTo(py(70) + 8, 9);
		const [left, top, width, height] = band(marks).given as [number, number, number, number];
		expect([left + width / 2, top, top + height].map((n) => +n.toFixed(6))).toEqual([px(at), py(87), py(53)].map((n) => +n.toFixed(6))); // prettier-ignore
		expect(called(marks, 'You: defence')?.font.startsWith('600')).toBe(true);
	});
	test('not asked, it has neither weight, band nor name', () => {
		const marks = marksOf('seed');
		expect([weightIn(marks), band(marks), called(marks, 'You: defence')]).toEqual([undefined, undefined, undefined]);
	});
	test('a company right at the posture is a ring: both are seen', () => {
		const level = curve(along['series-b']);
		expect(dotIn(marksOf('series-b', posture(level)))).toMatchObject({ colour: 'paper' });
		expect(dotIn(marksOf('series-b', posture(level + 30)))).toMatchObject({ colour: 'ink' });
	});
	test('where the reader has forced colours a band has no wash', () =>
		expect(band(marksOf('seed', posture(70), false, true)).colour).toBe('paper'));
});

describe('every name stays in the picture and clear of the other', () => {
	const boxOf = ({ align, given }: Mark) => {
		const [text, x, base] = given as [string, number, number];
		const width = widthOf(text);
		const left = align === 'left' ? x : align === 'right' ? x - width : x - width / 2;
		return { left, right: left + width, top: base - 13, bottom: base };
	};
	const rows = (['seed', 'series-a', 'series-b', 'series-c', 'mature'] as const).flatMap((stage) =>
		[0, 20, 50, 80, 90, 100].map((value) => [stage, value] as const),
	);
	test.each(rows)('at %s with a posture of %d', (stage, value) => {
		const marks = marksOf(stage, posture(value), true);
		const [you, company] = ['You: defence', 'The company'].map((text) => boxOf(called(marks, text)!));
		for (const box of [you!, company!]) {
			expect(box.left).toBeGreaterThanOrEqual(area.left - 1);
			expect(box.right).toBeLessThanOrEqual(area.right + 1);
		}
		const meet = you!.left < company!.right && company!.left < you!.right && you!.top < company!.bottom && company!.top < you!.bottom; // prettier-ignore
		expect(meet).toBe(false);
	});
});
