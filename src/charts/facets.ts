/** Figure 3: the four facets of one end, each with its band, against neutral (solid) and the end's own score (dashed). */
import type { Domain, FacetId } from '../domain/instrument';
import type { Reading } from '../domain/reading';
import { fontOf, letter, plain, strokes, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

export interface FacetWords {
	readonly names: Readonly<Record<FacetId, string>>;
	readonly number: (value: number) => string;
	/** A value with its band, for paper: no table stands below it there. */
	readonly banded: (value: number, low: number, high: number) => string;
}

/** In em of the names, so that larger text has larger rows; the figure is 17.4 em high (views/result/Facets.svelte). */
const rowEm = 3.87;
const lineEm = 2.4;
const axisEm = 1.9;
/** The same on paper, where room is dear. */
const paperRowEm = 3.1;
const paperLineEm = 2.2;
const inset = 9;

/** One end's facets, a row each: name and value above a line from 0 to 100. */
export const facetsSpec = (
	reading: Reading,
	domain: Domain,
	ids: readonly FacetId[],
	words: FacetWords,
	theme: Theme,
): Spec => {
	const { colour, medium } = theme;
	const [rowAt, lineIn] = theme.paper ? [paperRowEm, paperLineEm] : [rowEm, lineEm];
	const [row, height] = [rowAt * medium, (4 * rowAt + axisEm) * medium];
	/** How far the lines of neutral and of the end's own score reach from a row's line: not into its words. */
	const reach = theme.paper ? 8 : 12;
	const lineAt = (i: number): number => i * row + lineIn * medium;
	const [hue, wash] = domain === 'A' ? (['arch', 'arch-wash'] as const) : (['people', 'people-wash'] as const);
	const bands: Painter = {
		id: 'bands',
		beforeDatasetsDraw({ ctx, width, scales: { x }, chartArea: { left, right, top } }) {
			const at = (value: number): number => x!.getPixelForValue(value);
			ids.forEach((id, i) => {
				const { low, high, value, call } = reading.facets[id];
				const y = top + lineAt(i);
				// Beside the words these lines would run through them: each row has its own piece.
				strokes(ctx, colour.rule, 1, [[at(50), y - reach, at(50), y + reach]]);
				strokes(
					ctx,
					colour.edge,
					1,
					[[at(reading[domain].value), y - reach, at(reading[domain].value), y + reach]],
					[3, 4],
				);
				strokes(ctx, colour.rule, 1, [[left, y, right, y]]);
				ctx.save();
				ctx.fillStyle = theme.forced ? colour.paper : colour[wash];
				ctx.fillRect(at(low), y - 6, at(high) - at(low), 12);
				ctx.restore();
				if (theme.forced)
					strokes(ctx, colour[hue], 1, [
						[at(low), y - 6, at(high), y - 6],
						[at(low), y + 6, at(high), y + 6],
					]);
				strokes(ctx, colour[hue], 2, [
					[at(low), y - 8, at(low), y + 8],
					[at(high), y - 8, at(high), y + 8],
				]);
				const figure = theme.paper ? words.banded(value, low, high) : words.number(value);
				const [start, end, first, last] = theme.rtl
					? ([width, 0, 'right', 'left'] as const)
					: ([0, width, 'left', 'right'] as const);
				const strong = { colour: colour.ink, size: medium, strong: true, align: last };
				ctx.font = fontOf(theme, strong);
				const most = width - ctx.measureText(figure).width - medium;
				const name = { colour: colour.ink, size: medium, strong: call !== 0, align: first, most };
				const base = y - 1.05 * medium;
				letter(ctx, theme, words.names[id], start, base, name);
				letter(ctx, theme, figure, end, base, strong);
			});
			for (const [value, align] of [
				[0, 'left'],
				[50, 'center'],
				[100, 'right'],
			] as const)
				letter(ctx, theme, words.number(value), at(value), top + height - 0.5 * medium, { colour: colour.soft, align });
		},
	};
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data: ids.map((id, i) => ({ x: reading.facets[id].value, y: lineAt(i) })),
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
			layout: { autoPadding: false, padding: { left: inset, right: inset } },
			scales: {
				x: { min: 0, max: 100, display: false },
				// In pixels from the top, so that rows and marks share one measure.
				y: { min: 0, max: height, reverse: true, display: false },
			},
		},
		plugins: [bands],
	};
};
