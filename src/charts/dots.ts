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
	/** Members of a kind share one look: a look of its own for each of thousands costs more than drawing them. */
	const kinds = [
		{ towards: 'architecture', fill: colour.arch },
		{ towards: 'people', fill: colour.people },
		{ towards: null, fill: colour.ink },
	] as const;
	const groups = kinds.map(({ towards }) => rows.flatMap(({ place }, i) => (place.towards === towards ? [i] : [])));
	const looked = rows.findIndex(({ member }) => member.key === at);
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
				...kinds.map(({ fill }, kind) => ({
					data: groups[kind]!.map((i) => data[i]!),
					pointRadius: radius,
					pointBackgroundColor: fill,
					pointBorderWidth: 0,
					pointHoverRadius: radius + 3,
					clip: false as const,
				})),
				{
					data: looked < 0 ? [] : [data[looked]!],
					pointRadius: radius + 4,
					pointBackgroundColor: colour.paper,
					pointBorderColor: colour.ink,
					pointBorderWidth: 2,
					clip: false as const,
				},
			],
		},
		options: {
			...plain,
			events: ['mousemove', 'mouseout', 'click', 'touchstart'],
			interaction: { mode: 'nearest', intersect: false },
			onHover: (_event, found) => {
				const hit = found.find(({ datasetIndex }) => datasetIndex < kinds.length);
				const key = hit ? (rows[groups[hit.datasetIndex]![hit.index]!]?.member.key ?? null) : null;
				if (key !== at) look(key);
			},
			layout: { autoPadding: false, padding: { top: 8, bottom: 12, left: 8, right: 8 } },
			scales: { x: { min: -50, max: 50, display: false }, y: { min: 0, max: highest, display: false } },
		},
		plugins: [figure],
	};
};
