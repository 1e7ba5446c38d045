/** The inverted bell curve of defence with the company's stage on it and the leader's posture beside it. */
import type { Reading } from '../domain/reading';
import { fontOf, letter, plain, strokes, type Painter, type Spec } from './spec';
import type { Theme } from './theme';

export interface CurveWords {
	readonly offence: string;
	readonly defence: string;
	readonly company: string;
	/** "You: offence". */
	readonly you: string;
	readonly middle: string;
	/** The names under the axis, with their place along it, 0 to 1. */
	readonly ticks: readonly { readonly at: number; readonly name: string; readonly here: boolean }[];
}

/** Where the posture stands when no stage is known: left of the curve's middle, with room for its name. */
const aside = 0.42;
/** The moment in the middle, along the axis. */
const middle = [0.52, 0.84] as const;

/** `offenceAt`: the curve, from 0 to 1 to a height of 0 to 100. `moment`: the line under the trough is drawn. */
export const curveSpec = (
	offenceAt: (x: number) => number,
	posture: Reading['posture'],
	moment: boolean,
	words: CurveWords,
	theme: Theme,
): Spec => {
	const { colour, small } = theme;
	const here = words.ticks.find((tick) => tick.here) ?? null;
	const figure: Painter = {
		id: 'curve',
		beforeDatasetsDraw({ ctx, scales: { x, y }, chartArea: { left, right, bottom } }) {
			strokes(ctx, colour.edge, 1, [[left, bottom, right, bottom]]);
			strokes(ctx, colour.rule, 1, [[left, y!.getPixelForValue(50), right, y!.getPixelForValue(50)]]);
			for (const { at, name, here: own } of words.ticks) {
				const px = x!.getPixelForValue(at);
				strokes(ctx, colour.edge, 1, [[px, bottom, px, bottom + 6]]);
				letter(ctx, theme, name, px, bottom + 10 + small, {
					colour: own ? colour.ink : colour.soft,
					strong: own,
					align: 'center',
				});
			}
			if (moment) {
				const [from, to] = middle.map((at) => x!.getPixelForValue(at)) as [number, number];
				const py = y!.getPixelForValue(12);
				strokes(ctx, colour.ink, 1, [[from, py, to, py]]);
				letter(ctx, theme, words.middle, (from + to) / 2, py + small + 4, {
					colour: colour.ink,
					align: 'center',
					halo: true,
				});
			}
		},
		afterDatasetsDraw({ ctx, scales: { x, y }, chartArea: { left, top, bottom } }) {
			letter(ctx, theme, words.offence, left, top + small, { colour: colour.soft, halo: true });
			letter(ctx, theme, words.defence, left, bottom - 6, { colour: colour.soft, halo: true });
			const px = x!.getPixelForValue(here?.at ?? aside);
			const dot = here && y!.getPixelForValue(offenceAt(here.at));
			const weight = posture && y!.getPixelForValue(posture.value);
			if (posture && weight !== null) {
				const [high, low] = [y!.getPixelForValue(posture.high), y!.getPixelForValue(posture.low)];
				ctx.save();
				ctx.fillStyle = theme.forced ? colour.paper : colour['ink-wash'];
				ctx.globalAlpha = 0.75;
				ctx.fillRect(px - 8, high, 16, low - high);
				ctx.restore();
				strokes(ctx, colour.ink, 2, [
					[px - 10, high, px + 10, high],
					[px - 10, low, px + 10, low],
				]);
				ctx.save();
				ctx.translate(px, weight + 8);
				ctx.fillStyle = colour.ink;
				ctx.fill(new Path2D('M-9 -1 L-6.5 -15 H-3 A3.6 3.6 0 1 1 3 -15 H6.5 L9 -1 Z'));
				ctx.restore();
				// A name that would leave the picture at the right stands at the left.
				const side = px > (left + x!.right) / 2 ? -1 : 1;
				letter(ctx, theme, words.you, px + side * 18, weight + small / 3, {
					colour: colour.ink,
					strong: true,
					align: side > 0 ? 'left' : 'right',
					halo: true,
				});
			}
			if (dot !== null) {
				const open = weight !== null && Math.abs(weight - dot) < 16;
				ctx.save();
				ctx.beginPath();
				ctx.arc(px, dot, 6, 0, 2 * Math.PI);
				ctx.fillStyle = open ? colour.paper : colour.ink;
				ctx.fill();
				ctx.strokeStyle = open ? colour.ink : colour.paper;
				ctx.lineWidth = 1.5;
				ctx.stroke();
				ctx.restore();
				// The two names stand on opposite sides; near an edge both stand inwards, one below the other.
				ctx.font = fontOf(theme, { colour: colour.ink });
				const length = ctx.measureText(words.company).width;
				const outer = px > (left + x!.right) / 2 ? 1 : -1;
				const room = outer > 0 ? px + 14 + length <= x!.right : px - 14 - length >= left;
				const side = room ? outer : -outer;
				const low = dot > bottom - 40;
				let base = dot + (low ? -10 : small + 4);
				const name = weight === null ? null : weight + small / 3;
				if (!room && name !== null && Math.abs(base - name) < small + 4)
					base = name + (base >= name ? 1 : -1) * (small + 4);
				if (base > bottom - 4) base = (name ?? base) - small - 4;
				letter(ctx, theme, words.company, px + side * 14, base, {
					colour: colour.ink,
					align: side > 0 ? 'left' : 'right',
					halo: true,
				});
			}
		},
	};
	const points = Array.from({ length: 51 }, (_, i) => ({ x: i / 50, y: offenceAt(i / 50) }));
	return {
		type: 'scatter',
		data: {
			datasets: [
				{ data: points, showLine: true, borderColor: colour.ink, borderWidth: 2, pointRadius: 0, clip: false },
			],
		},
		options: {
			...plain,
			layout: { autoPadding: false, padding: { top: small + 6, bottom: small + 16, left: 1, right: 1 } },
			scales: { x: { min: 0, max: 1, display: false }, y: { min: 0, max: 100, display: false } },
		},
		plugins: [figure],
	};
};
