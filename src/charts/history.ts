/** The place over time: one mark with its band a result, the oldest at the top, joined by a line. */
import type { Place } from '../domain/reading';
import { letter, plain, strokes, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

/** Height of one result, in em of figure text. */
export const rowHeight = 3.6;

/** `rows`: oldest first, each with its day in words. The x axis is the beam: architecture at the left. */
export const historySpec = (rows: readonly { readonly day: string; readonly place: Place }[], theme: Theme): Spec => {
	const { colour, small } = theme;
	const row = rowHeight * small;
	const data = rows.map(({ place }, i) => ({ x: -place.points, y: i }));
	const figure: Painter = {
		id: 'history',
		beforeDatasetsDraw({ ctx, scales: { x, y }, chartArea: { left, right, top, bottom } }) {
			const at = (points: number): number => x!.getPixelForValue(-points);
			strokes(ctx, colour.rule, 1, [[at(0), top - row / 2, at(0), bottom + row / 2]]);
			rows.forEach(({ day, place }, i) => {
				const py = y!.getPixelForValue(i);
				strokes(ctx, colour.rule, 1, [[left, py, right, py]]);
				const [from, to] = [at(place.pointsHigh), at(place.pointsLow)];
				for (const [start, end, hue] of [
					[from, Math.min(to, at(0)), 'arch'],
					[Math.max(from, at(0)), to, 'people'],
				] as const)
					if (end > start) {
						ctx.save();
						ctx.fillStyle = theme.forced ? colour.paper : colour[`${hue}-wash`];
						ctx.fillRect(start, py - 5, end - start, 10);
						ctx.restore();
					}
				for (const cap of [from, to])
					strokes(ctx, cap < at(0) ? colour.arch : colour.people, 2, [[cap, py - 7, cap, py + 7]]);
				letter(ctx, theme, day, theme.rtl ? right : left, py - 11, {
					colour: colour.soft,
					align: theme.rtl ? 'right' : 'left',
					halo: true,
				});
			});
		},
	};
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data,
					showLine: true,
					borderColor: colour.ink,
					borderWidth: 1,
					pointStyle: 'rect',
					pointRadius: 5,
					pointBackgroundColor: colour.ink,
					pointBorderColor: colour.paper,
					clip: false,
				},
			],
		},
		options: {
			...plain,
			layout: { autoPadding: false, padding: { top: row * 0.7, bottom: row * 0.3, left: 6, right: 6 } },
			scales: {
				x: { min: -50, max: 50, display: false },
				y: { min: 0, max: Math.max(1, rows.length - 1), reverse: true, display: false },
			},
		},
		plugins: [figure],
	};
};
