/** Figure 3: the four facets of one end, each with its band, against neutral (solid) and the end's own score (dashed). */
import type { Domain, FacetId } from '../domain/instrument';
import type { Reading } from '../domain/reading';
import { letter, plain, strokes, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

export interface FacetWords {
	readonly names: Readonly<Record<FacetId, string>>;
	readonly number: (value: number) => string;
}

/** Height of one row, CSS px; a figure of four rows needs `facetsHeight`. */
const row = 58;
const axisRoom = 28;
export const facetsHeight = 4 * row + axisRoom;

/** One end's facets, a row each: name and value above a line from 0 to 100. */
export const facetsSpec = (
	reading: Reading,
	domain: Domain,
	ids: readonly FacetId[],
	words: FacetWords,
	theme: Theme,
): Spec => {
	const { colour } = theme;
	const [hue, wash] = domain === 'A' ? (['arch', 'arch-wash'] as const) : (['people', 'people-wash'] as const);
	const bands: Painter = {
		id: 'bands',
		beforeDatasetsDraw({ ctx, scales: { x }, chartArea: { left, right, top } }) {
			const at = (value: number): number => x!.getPixelForValue(value);
			const line = (i: number): number => top + i * row + 36;
			const foot = top + 4 * row - 4;
			strokes(ctx, colour.rule, 1, [[at(50), top + 12, at(50), foot]]);
			strokes(ctx, colour.edge, 1, [[at(reading[domain].value), top + 12, at(reading[domain].value), foot]], [3, 4]);
			ids.forEach((id, i) => {
				const { low, high, value, call } = reading.facets[id];
				const y = line(i);
				strokes(ctx, colour.rule, 1, [[left, y, right, y]]);
				ctx.save();
				ctx.fillStyle = colour[wash];
				ctx.fillRect(at(low), y - 6, at(high) - at(low), 12);
				ctx.restore();
				strokes(ctx, colour[hue], 2, [
					[at(low), y - 8, at(low), y + 8],
					[at(high), y - 8, at(high), y + 8],
				]);
				const [start, end, first, last] = theme.rtl
					? ([right, left, 'right', 'left'] as const)
					: ([left, right, 'left', 'right'] as const);
				const size = theme.medium;
				letter(ctx, theme, words.names[id], start, y - 16, {
					colour: colour.ink,
					size,
					strong: call !== 0,
					align: first,
					halo: true,
				});
				letter(ctx, theme, words.number(value), end, y - 16, {
					colour: colour.ink,
					size,
					strong: true,
					align: last,
					halo: true,
				});
			});
			for (const [value, align] of [
				[0, 'left'],
				[50, 'center'],
				[100, 'right'],
			] as const)
				letter(ctx, theme, words.number(value), at(value), foot + 18, { colour: colour.soft, align });
		},
	};
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: ids.map((id, i) => ({ x: reading.facets[id].value, y: i * row + 36 })),
					pointStyle: domain === 'A' ? 'rect' : 'circle',
					pointRadius: domain === 'A' ? 8.5 : 6.5,
					pointBackgroundColor: colour[hue],
					pointBorderColor: colour.paper,
					pointBorderWidth: 1.5,
					clip: false,
				},
			],
		},
		options: {
			...plain,
			// Chart.js would leave room for the marks, and rows would no longer be where they are said to be.
			layout: { autoPadding: false, padding: 0 },
			scales: {
				x: { min: 0, max: 100, display: false },
				// In pixels from the top, so that rows and marks share one measure.
				y: { min: 0, max: facetsHeight, reverse: true, display: false },
			},
		},
		plugins: [bands],
	};
};
