/** What lies under every map of architecture against people: the five regions, their borders and the axes. */
import { strokes, type Ends } from './spec';
import type { Theme } from './theme';

/** Cuts of the regions (measurement 4.8). */
const both = 65;
const elsewhere = 35;
const lean = 60;

export type Corner = readonly [people: number, architecture: number];
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

/** Draws it; `at` turns a point of the map into pixels. */
export const drawGround = (
	ctx: CanvasRenderingContext2D,
	{ colour, forced }: Theme,
	at: (corner: Corner) => [number, number],
): void => {
	const line = (from: Corner, to: Corner): Ends => [...at(from), ...at(to)];
	if (!forced) {
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
};
