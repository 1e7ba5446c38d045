/** A team on the map: everyone's glyph, with thin arms and names where there are few. */
import type { Region } from '../domain/profile';
import type { Row } from '../domain/teamReading';
import { drawGround, type Corner } from './ground';
import { fontOf, letter, plain, strokes, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

const hue = { ARCHITECT: 'arch', PEOPLE: 'people', UNICORN: 'both', ELSEWHERE: 'ink', MIDDLE: 'ink' } as const;
const shape = {
	ARCHITECT: 'rect',
	PEOPLE: 'circle',
	UNICORN: 'rectRot',
	ELSEWHERE: 'crossRot',
	MIDDLE: 'triangle',
} as const;

type Box = readonly [left: number, top: number, right: number, bottom: number];
const meet = (a: Box, b: Box): boolean => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

/** `regions`: names of the four corners. `names`: beside each mark, in the order of `rows`; empty where there are too many. `hire`: a place thought of. */
export const crowdSpec = (
	rows: readonly Row[],
	names: readonly string[],
	regions: Readonly<Record<Exclude<Region, 'MIDDLE'>, string>>,
	at: string | null,
	hire: { readonly A: number; readonly P: number } | null,
	theme: Theme,
	look: (key: string | null) => void,
): Spec => {
	const { colour, small } = theme;
	const few = names.length > 0;
	const clip = (value: number): number => Math.min(100, Math.max(0, value));
	const figure: Painter = {
		id: 'crowd',
		beforeDatasetsDraw({ ctx, scales: { x, y } }) {
			const point = ([people, architecture]: Corner): [number, number] => [
				x!.getPixelForValue(people),
				y!.getPixelForValue(architecture),
			];
			drawGround(ctx, theme, point);
			for (const [id, [people, architecture], align] of [
				['ARCHITECT', [2, 96], 'left'],
				['UNICORN', [98, 96], 'right'],
				['PEOPLE', [98, 2], 'right'],
				['ELSEWHERE', [2, 2], 'left'],
			] as const) {
				const [tx, ty] = point([people, architecture]);
				letter(ctx, theme, regions[id], tx, ty, {
					colour: hue[id] === 'ink' ? colour.soft : colour[hue[id]],
					strong: hue[id] !== 'ink',
					align,
				});
			}
			rows.forEach(({ member, A, P, region }) => {
				if (!few && member.key !== at) return;
				ctx.save();
				ctx.globalAlpha = member.key === at ? 1 : 0.4;
				strokes(ctx, colour[hue[region]], member.key === at ? 2 : 1, [
					[...point([P.low, A.value]), ...point([P.high, A.value])],
					[...point([P.value, A.low]), ...point([P.value, A.high])],
				]);
				ctx.restore();
			});
		},
		afterDatasetsDraw({ ctx, width, scales: { x, y } }) {
			ctx.font = fontOf(theme, { colour: colour.ink });
			const marks = rows.map(({ A, P }): Box => {
				const [px, py] = [x!.getPixelForValue(P.value), y!.getPixelForValue(A.value)];
				return [px - 7, py - 7, px + 7, py + 7];
			});
			const taken: Box[] = [...marks];
			names.forEach((name, i) => {
				const [left, top] = marks[i]!;
				const [px, py] = [left + 7, top + 7];
				const length = ctx.measureText(name).width;
				// Beside, above or below the mark, where nothing stands yet; a name that finds no room is left to the table.
				const options = [
					[px + 10, py + small / 3, 'left'],
					[px - 10, py + small / 3, 'right'],
					[px, py - 11, 'center'],
					[px, py + small + 10, 'center'],
				] as const;
				for (const [tx, base, align] of options) {
					const start = align === 'left' ? tx : align === 'right' ? tx - length : tx - length / 2;
					const box: Box = [start - 2, base - small, start + length + 2, base + 3];
					if (box[0] < 0 || box[2] > width || taken.some((other, j) => j !== i && meet(box, other))) continue;
					taken.push(box);
					letter(ctx, theme, name, tx, base, {
						colour: colour.ink,
						align,
						halo: true,
						strong: rows[i]!.member.key === at,
					});
					return;
				}
			});
		},
	};
	const axis = { min: 0, max: 100, display: false } as const;
	const radius = rows.length > 1000 ? 1.5 : rows.length > 200 ? 2.5 : few ? 6 : 3.5;
	const styleOf = (of: (region: Region, row: Row) => string): string[] => rows.map((row) => of(row.region, row));
	const point = ({ A, P }: Row) => ({ x: P.value, y: A.value });
	/** A few have a look each; of many those of a region share one, or drawing them would take long. */
	const ids = ['ARCHITECT', 'PEOPLE', 'UNICORN', 'ELSEWHERE', 'MIDDLE'] as const;
	const groups = few
		? [rows.map((_, i) => i)]
		: ids.map((id) => rows.flatMap(({ region }, i) => (region === id ? [i] : [])));
	const looked = few ? undefined : rows.find(({ member }) => member.key === at);
	const people = few
		? [
				{
					data: rows.map(point),
					pointStyle: styleOf((region) => shape[region]) as 'rect'[],
					pointRadius: rows.map(({ member }) => (member.key === at ? radius + 3 : radius)),
					pointBackgroundColor: styleOf((region, { member }) => (member.ghost ? colour.paper : colour[hue[region]])),
					pointBorderColor: styleOf((region, { member }) =>
						member.ghost || region === 'ELSEWHERE' ? colour[hue[region]] : colour.paper,
					),
					pointBorderWidth: 1.5,
					clip: false as const,
				},
			]
		: [
				...ids.map((id, kind) => ({
					data: groups[kind]!.map((i) => point(rows[i]!)),
					pointRadius: radius,
					pointBackgroundColor: colour[hue[id]],
					pointBorderWidth: 0,
					clip: false as const,
				})),
				{
					data: looked ? [point(looked)] : [],
					pointRadius: radius + 4,
					pointBackgroundColor: colour.paper,
					pointBorderColor: colour.ink,
					pointBorderWidth: 2,
					clip: false as const,
				},
			];
	return {
		type: 'scatter',
		data: {
			datasets: [
				...people,
				...(hire
					? [
							{
								data: [{ x: clip(hire.P), y: clip(hire.A) }],
								pointStyle: 'circle' as const,
								pointRadius: 9,
								pointBackgroundColor: colour.paper,
								pointBorderColor: colour.ink,
								pointBorderWidth: 2,
								clip: false as const,
							},
						]
					: []),
			],
		},
		options: {
			...plain,
			events: ['mousemove', 'mouseout', 'click', 'touchstart'],
			interaction: { mode: 'nearest', intersect: few },
			onHover: (_event, found) => {
				const hit = found.find(({ datasetIndex }) => datasetIndex < groups.length);
				const key = hit ? (rows[groups[hit.datasetIndex]![hit.index]!]?.member.key ?? null) : null;
				if (key !== at) look(key);
			},
			layout: { autoPadding: false, padding: 10 },
			scales: { x: axis, y: axis },
		},
		plugins: [figure],
	};
};
