/** Figure 2: architecture against people, the five regions drawn and named, one person with both bands as a cross. */
import type { Region } from '../domain/profile';
import type { Reading } from '../domain/reading';
import { letter, plain, strokes, type Ends, type Painter, type Spec } from './spec';
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
	ELSEWHERE: 'circle',
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

/** A square figure; the x axis is people, the y axis architecture, both 0 to 100. */
export const mapSpec = (reading: Reading, words: MapWords, theme: Theme): Spec => {
	const { colour } = theme;
	const region = likeliest(reading);
	const ground: Painter = {
		id: 'regions',
		beforeDatasetsDraw({ ctx, scales: { x, y } }) {
			const at = ([people, architecture]: Corner): [number, number] => [
				x!.getPixelForValue(people),
				y!.getPixelForValue(architecture),
			];
			const line = (from: Corner, to: Corner): Ends => [...at(from), ...at(to)];
			ctx.save();
			ctx.globalAlpha = 0.4;
			for (const { wash, corners } of areas) {
				ctx.fillStyle = colour[`${wash}-wash`];
				ctx.beginPath();
				for (const corner of corners) ctx.lineTo(...at(corner));
				ctx.fill();
			}
			ctx.restore();
			strokes(ctx, colour.rule, 1, [line([50, 0], [50, 100]), line([0, 50], [100, 50])]);
			strokes(
				ctx,
				colour.edge,
				1,
				borders.map(([from, to]) => line(from, to)),
				[3, 4],
			);
			strokes(ctx, colour.edge, 1, [line([0, 0], [0, 100]), line([0, 0], [100, 0])]);
			const name = (id: Region, people: number, architecture: number, dy: number, align: CanvasTextAlign) =>
				letter(ctx, theme, words.regions[id], at([people, 0])[0], at([0, architecture])[1] + dy, {
					colour:
						id === 'ARCHITECT'
							? colour.arch
							: id === 'PEOPLE'
								? colour.people
								: id === 'UNICORN'
									? colour.both
									: colour.soft,
					strong: hue[id] !== 'ink',
					align,
					halo: id === 'MIDDLE',
				});
			name('ARCHITECT', 2, 100, 20, 'left');
			name('UNICORN', 98, 100, 20, 'right');
			name('PEOPLE', 98, 0, -10, 'right');
			name('ELSEWHERE', 2, 0, -10, 'left');
			name('MIDDLE', 41, 41, 0, 'center');
			letter(ctx, theme, words.middle, at([0, 50])[0] + 5, at([0, 50])[1] - 5, { colour: colour.soft, halo: true });
			letter(ctx, theme, words.middle, at([50, 0])[0] + 5, at([50, 0])[1] - 6, { colour: colour.soft, halo: true });
		},
	};
	const cross: Painter = {
		id: 'cross',
		beforeDatasetsDraw({ ctx, scales: { x, y } }) {
			const [px, py] = [x!.getPixelForValue(reading.P.value), y!.getPixelForValue(reading.A.value)];
			const [left, right] = [x!.getPixelForValue(reading.P.low), x!.getPixelForValue(reading.P.high)];
			const [low, high] = [y!.getPixelForValue(reading.A.low), y!.getPixelForValue(reading.A.high)];
			strokes(ctx, colour[hue[region]], 1.5, [
				[left, py, right, py],
				[left, py - 5, left, py + 5],
				[right, py - 5, right, py + 5],
				[px, low, px, high],
				[px - 5, low, px + 5, low],
				[px - 5, high, px + 5, high],
			]);
		},
		afterDatasetsDraw({ ctx, scales: { x, y } }) {
			const side = reading.P.value > 80 ? -1 : 1;
			const px = x!.getPixelForValue(reading.P.value) + 14 * side;
			const py = y!.getPixelForValue(reading.A.value) + (reading.A.value > 90 ? 24 : -12);
			const align = side < 0 ? 'right' : 'left';
			letter(ctx, theme, words.you, px, py, { colour: colour.ink, strong: true, align, halo: true });
		},
	};
	const axis = { min: 0, max: 100, display: false } as const;
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: [{ x: reading.P.value, y: reading.A.value }],
					pointStyle: shape[region],
					pointRadius: region === 'ARCHITECT' ? 9 : 8,
					pointBackgroundColor: region === 'ELSEWHERE' ? colour.paper : colour[hue[region]],
					pointBorderColor: region === 'ELSEWHERE' ? colour.ink : colour.paper,
					pointBorderWidth: 1.5,
					clip: false,
				},
			],
		},
		options: { ...plain, layout: { autoPadding: false, padding: 1 }, scales: { x: axis, y: axis } },
		plugins: [ground, cross],
	};
};
