/** Figure 2: architecture against people, the five regions drawn and named, one person with both bands as a cross. */
import type { Region } from '../domain/profile';
import type { Reading } from '../domain/reading';
import { drawGround, type Corner } from './ground';
import { fontOf, letter, plain, strokes, type Lettering, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

export interface MapWords {
	readonly regions: Readonly<Record<Region, string>>;
	readonly you: string;
	/** 50, as this language writes it. */
	readonly middle: string;
}

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

/** Both bands as dashed arms, without caps. */
const cross = (
	ctx: CanvasRenderingContext2D,
	{ A, P }: Pick<Reading, 'A' | 'P'>,
	at: (corner: Corner) => [number, number],
	colour: string,
	dash: readonly number[],
): void =>
	strokes(
		ctx,
		colour,
		1.25,
		[
			[...at([P.low, A.value]), ...at([P.high, A.value])],
			[...at([P.value, A.low]), ...at([P.value, A.high])],
		],
		dash,
	);

/** Somebody else on the same map: an outlined mark with a name. */
export interface Beside {
	readonly reading: Pick<Reading, 'A' | 'P'>;
	readonly name: string;
}

/**
 * A square figure; the x axis is people, the y axis architecture, both 0 to 100. `named` false: no glyph says a name.
 * `beside`: a second person.
 */
export const mapSpec = (
	reading: Reading,
	words: MapWords,
	theme: Theme,
	named = true,
	beside: Beside | null = null,
): Spec => {
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
			drawGround(ctx, theme, at);
			const [px, py] = at([reading.P.value, reading.A.value]);
			const [left, low] = at([reading.P.low, reading.A.low]);
			const [right, high] = at([reading.P.high, reading.A.high]);
			const taken: Box[] = [
				[left - 3, py - 8, right + 3, py + 8],
				[px - 8, high - 3, px + 8, low + 3],
			];
			const height = theme.small;
			/** Writes at the first place where nothing stands yet; else at the first, or not at all where it can be spared. */
			const place = (text: string, options: readonly Anchor[], lettering: Lettering, spared = false): void => {
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
				const clear = within.find(({ box }) => !taken.some((other) => meet(box, other)));
				if (!clear && spared) return;
				const free = clear ?? within[0] ?? boxes[0]!;
				taken.push(free.box);
				letter(ctx, theme, text, free.ax, free.base, { ...lettering, align: free.align });
			};
			const [dx, dy] = [12, 12];
			const corner = (cx: number, cy: number, side: 1 | -1, up: 1 | -1): Anchor => [
				x!.getValueForPixel(cx + side * dx)!,
				y!.getValueForPixel(cy - up * (dy - 6))!,
				side > 0 ? 'left' : 'right',
				up < 0,
			];
			const around = (cx: number, cy: number) =>
				([[1, 1], [-1, 1], [1, -1], [-1, -1]] as const).map(([side, up]) => corner(cx, cy, side, up)); // prettier-ignore
			// The cross's own arms must not push its name away: it stands in one of their corners.
			const arms = taken.splice(0);
			place(words.you, around(px, py), { colour: colour.ink, strong: true, halo: true });
			if (beside) {
				const [bx, by] = at([beside.reading.P.value, beside.reading.A.value]);
				place(beside.name, around(bx, by), { colour: colour.ink, halo: true, most: width / 3 });
				arms.push([bx - 9, by - 9, bx + 9, by + 9]);
			}
			taken.push(...arms);
			for (const id of ['ARCHITECT', 'UNICORN', 'PEOPLE', 'ELSEWHERE', 'MIDDLE'] as const)
				place(words.regions[id], anchors[id], {
					colour: hue[id] === 'ink' ? colour.soft : colour[hue[id]],
					strong: hue[id] !== 'ink',
					halo: id === 'MIDDLE',
				});
			const soft = { colour: colour.soft, halo: true };
			place(words.middle, [[1, 50, 'left', false], [1, 50, 'left', true]], soft, true); // prettier-ignore
			place(words.middle, [[51, 0, 'left', false], [49, 0, 'right', false]], soft, true); // prettier-ignore
			if (beside) cross(ctx, beside.reading, at, colour.ink, [4, 3]);
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
	const second = beside && { x: beside.reading.P.value, y: beside.reading.A.value };
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
				...(second
					? [
							{
								data: [second],
								pointStyle: 'circle' as const,
								pointRadius: 7,
								pointBackgroundColor: colour.paper,
								pointBorderColor: colour.ink,
								pointBorderWidth: 1.75,
								clip: false as const,
							},
						]
					: []),
			],
		},
		// Room for a mark that stands on the very edge.
		options: { ...plain, layout: { autoPadding: false, padding: 10 }, scales: { x: axis, y: axis } },
		plugins: [figure],
	};
};
