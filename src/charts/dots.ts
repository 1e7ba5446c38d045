/** Many people on one beam: a dot each, piled up where places are alike; any of them can be pointed at. */
import type { Row } from '../domain/teamReading';
import { plain, strokes, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

/** `look` is told whom the pointer is on, null when on nobody. `at`: who is looked at. */
export const dotsSpec = (
	rows: readonly Row[],
	at: string | null,
	theme: Theme,
	look: (key: string | null) => void,
): Spec => {
	const { colour } = theme;
	// Places are piled in columns of one point.
	const piles = new Map<number, number>();
	const data = rows.map(({ place }) => {
		const x = -place.points;
		const column = Math.round(x);
		const height = piles.get(column) ?? 0;
		piles.set(column, height + 1);
		return { x, y: height };
	});
	const highest = Math.max(8, ...piles.values());
	const towards = rows.map(({ place }) =>
		place.towards === 'architecture' ? colour.arch : place.towards === 'people' ? colour.people : colour.ink,
	);
	const figure: Painter = {
		id: 'dots',
		beforeDatasetsDraw({ ctx, scales: { x }, chartArea: { left, right, top, bottom } }) {
			strokes(ctx, colour.rule, 1, [[x!.getPixelForValue(0), top, x!.getPixelForValue(0), bottom]]);
			strokes(ctx, colour.ink, 2, [[left, bottom + 6, right, bottom + 6]]);
		},
	};
	const radius = rows.length > 1000 ? 1.5 : rows.length > 200 ? 2.5 : 4;
	return {
		type: 'scatter',
		data: {
			datasets: [
				{
					data,
					pointRadius: rows.map(({ member }) => (member.key === at ? radius + 4 : radius)),
					pointBackgroundColor: towards,
					pointBorderWidth: rows.map(({ member }) => (member.key === at ? 2 : 0)),
					pointBorderColor: colour.ink,
					pointHoverRadius: radius + 3,
					clip: false,
				},
			],
		},
		options: {
			...plain,
			events: ['mousemove', 'mouseout', 'click', 'touchstart'],
			interaction: { mode: 'nearest', intersect: false },
			onHover: (_event, found) => {
				const key = found[0] ? (rows[found[0].index]?.member.key ?? null) : null;
				if (key !== at) look(key);
			},
			layout: { autoPadding: false, padding: { top: 8, bottom: 12, left: 8, right: 8 } },
			scales: { x: { min: -50, max: 50, display: false }, y: { min: 0, max: highest, display: false } },
		},
		plugins: [figure],
	};
};
