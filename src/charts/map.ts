/** Figure 2: architecture against people, the five regions drawn and named, one person with both bands as a cross. */
import type { Region } from '../domain/profile';
import type { Reading } from '../domain/reading';
import { fontOf, letter, plain, strokes, type Ends, type Lettering, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

export interface MapWords {
	readonly regions: Readonly<Record<Region, string>>;
	readonly you: string;
	/** 50, as this language writes it. */
	readonly middle: string;
}

/** Cuts of the regions (measurement 4.8). */
const both = 65;
const elsewhere = 35;
const lean = 60;

const hue = { ARCHITECT: 'arch', PEOPLE: 'people', UNICORN: 'both', ELSEWHERE: 'ink', MIDDLE: 'ink' } as const;
const shape = {
	ARCHITECT: 'rect',
	PEOPLE: 'circle',
	UNICORN: 'rectRot',
	ELSEWHERE: 'crossRot',
	MIDDLE: 'triangle',
} as const;

/** The likeliest region: it chooses the glyph, whether or not it may be named. */
export const likeliest = (reading: Pick<Reading, 'chances'>): Region =>
	(Object.entries(reading.chances) as [Region, number][]).reduce((a, b) => (b[1] > a[1] ? b : a))[0];

type Corner = readonly [people: number, architecture: number];
const d = 2 * (lean - 50);
const areas: readonly { wash: 'arch' | 'people' | 'both'; corners: readonly Corner[] }[] = [
	{
		wash: 'arch',
		corners: [
			[0, elsewhere],
			[elsewhere - d, elsewhere],
			[both, both + d],
			[both, 100],
			[0, 100],
		],
	},
	{
		wash: 'people',
		corners: [
			[elsewhere, 0],
			[elsewhere, elsewhere - d],
			[both + d, both],
			[100, both],
			[100, 0],
		],
	},
	{
		wash: 'both',
		corners: [
			[both, both],
			[100, both],
			[100, 100],
			[both, 100],
		],
	},
];

const borders: readonly (readonly [Corner, Corner])[] = [
	[[elsewhere - d, elsewhere], [both, both + d]],
	[[elsewhere, elsewhere - d], [both + d, both]],
	[[both, both], [both, 100]],
	[[both, both], [100, both]],
	[[0, elsewhere], [elsewhere, elsewhere]],
	[[elsewhere, 0], [elsewhere, elsewhere]],
]; // prettier-ignore

/** A rectangle in pixels. */
type Box = readonly [left: number, top: number, right: number, bottom: number];
const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** Where a region's name may stand, best first: a point of the map and the sides of the text that lie on it. */
type Anchor = readonly [people: number, architecture: number, align: 'left' | 'center' | 'right', below: boolean];
const anchors: Readonly<Record<Region, readonly Anchor[]>> = {
	ARCHITECT: [[2, 99, 'left', true], [63, 99, 'right', true], [2, 38, 'left', false]],
	PEOPLE: [[98, 1, 'right', false], [37, 1, 'left', false], [98, 62, 'right', true]],
	UNICORN: [[98, 99, 'right', true], [67, 99, 'left', true], [98, 66, 'right', false], [67, 66, 'left', false]],
	ELSEWHERE: [[2, 1, 'left', false], [33, 1, 'right', false], [2, 34, 'left', true]],
	MIDDLE: [[41, 40, 'center', false], [58, 62, 'center', false], [25, 25, 'center', false], [75, 75, 'center', false]],
}; // prettier-ignore

/** A square figure; the x axis is people, the y axis architecture, both 0 to 100. `named` false: no glyph says a name. */
export const mapSpec = (reading: Reading, words: MapWords, theme: Theme, named = true): Spec => {
	const { colour } = theme;
	const region = likeliest(reading);
	const mark = named ? colour[hue[region]] : colour.ink;
	const figure: Painter = {
		id: 'map',
		beforeDatasetsDraw({ ctx, width, height: bottom, scales: { x, y } }) {
			const at = ([people, architecture]: Corner): [number, number] => [
				x!.getPixelForValue(people),
				y!.getPixelForValue(architecture),
			];
			const line = (from: Corner, to: Corner): Ends => [...at(from), ...at(to)];
			if (!theme.forced) {
				ctx.save();
				ctx.globalAlpha = 0.4;
				for (const { wash, corners } of areas) {
					ctx.fillStyle = colour[`${wash}-wash`];
					ctx.beginPath();
					for (const corner of corners) ctx.lineTo(...at(corner));
					ctx.fill();
				}
				ctx.restore();
			}
			strokes(ctx, colour.rule, 1, [line([50, 0], [50, 100]), line([0, 50], [100, 50])]);
			strokes(
				ctx,
				colour.edge,
				1,
				borders.map(([from, to]) => line(from, to)),
				[3, 4],
			);
			strokes(ctx, colour.edge, 1, [line([0, 0], [0, 100]), line([0, 0], [100, 0])]);

			const [px, py] = at([reading.P.value, reading.A.value]);
			const [left, low] = at([reading.P.low, reading.A.low]);
			const [right, high] = at([reading.P.high, reading.A.high]);
			const taken: Box[] = [
				[left - 3, py - 8, right + 3, py + 8],
				[px - 8, high - 3, px + 8, low + 3],
			];
			const height = theme.small;
			/** Writes at the first place where nothing stands yet, else at the first. */
			const place = (text: string, options: readonly Anchor[], lettering: Lettering): void => {
				ctx.font = fontOf(theme, lettering);
				const length = ctx.measureText(text).width;
				const boxes = options.map(([people, architecture, align, below]) => {
					const [ax, ay] = at([people, architecture]);
					const start = align === 'left' ? ax : align === 'right' ? ax - length : ax - length / 2;
					const top = below ? ay + 6 : ay - 6 - height;
					return {
						box: [start - 3, top - 2, start + length + 3, top + height + 3] as Box,
						ax,
						align,
						base: top + height,
					};
				});
				const within = boxes.filter(
					({ box }) => box[0] >= -3 && box[1] >= -2 && box[2] <= width + 3 && box[3] <= bottom + 3,
				);
				const free = within.find(({ box }) => !taken.some((other) => meet(box, other))) ?? within[0] ?? boxes[0]!;
				taken.push(free.box);
				letter(ctx, theme, text, free.ax, free.base, { ...lettering, align: free.align });
			};
			const [dx, dy] = [12, 12];
			const beside = (side: 1 | -1, up: 1 | -1): Anchor => [
				x!.getValueForPixel(px + side * dx)!,
				y!.getValueForPixel(py - up * (dy - 6))!,
				side > 0 ? 'left' : 'right',
				up < 0,
			];
			const corners = ([[1, 1], [-1, 1], [1, -1], [-1, -1]] as const).map(([side, up]) => beside(side, up)); // prettier-ignore
			// The cross's own arms must not push its name away: it stands in one of their corners.
			const arms = taken.splice(0);
			place(words.you, corners, { colour: colour.ink, strong: true, halo: true });
			taken.push(...arms);
			for (const id of ['ARCHITECT', 'UNICORN', 'PEOPLE', 'ELSEWHERE', 'MIDDLE'] as const)
				place(words.regions[id], anchors[id], {
					colour: hue[id] === 'ink' ? colour.soft : colour[hue[id]],
					strong: hue[id] !== 'ink',
					halo: id === 'MIDDLE',
				});
			place(words.middle, [[1, 50, 'left', false]], { colour: colour.soft, halo: true });
			place(words.middle, [[51, 0, 'left', false]], { colour: colour.soft, halo: true });
			strokes(ctx, mark, 1.5, [
				[left, py, right, py],
				[left, py - 5, left, py + 5],
				[right, py - 5, right, py + 5],
				[px, low, px, high],
				[px - 5, low, px + 5, low],
				[px - 5, high, px + 5, high],
			]);
		},
	};
	const axis = { min: 0, max: 100, display: false } as const;
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: [{ x: reading.P.value, y: reading.A.value }],
					pointStyle: named ? shape[region] : 'circle',
					pointRadius: region === 'ARCHITECT' && named ? 9 : 8,
					pointBackgroundColor: named ? mark : colour.paper,
					pointBorderColor: named && region !== 'ELSEWHERE' ? colour.paper : mark,
					pointBorderWidth: 1.5,
					clip: false,
				},
			],
		},
		// Room for a mark that stands on the very edge.
		options: { ...plain, layout: { autoPadding: false, padding: 10 }, scales: { x: axis, y: axis } },
		plugins: [figure],
	};
};
