/** What both figures share: a scatter without Chart.js's own decoration, and the strokes that a plugin adds. */
import type { ChartConfiguration, ChartOptions, Plugin } from 'chart.js';
import type { Theme } from './theme';

export type Spec = ChartConfiguration<'scatter'>;
export type Painter = Plugin<'scatter'>;

/** No motion, no legend, no tooltip: words and a table stand beside every figure. */
export const plain: ChartOptions<'scatter'> = {
	animation: false,
	responsive: true,
	maintainAspectRatio: false,
	events: [],
	plugins: { legend: { display: false }, tooltip: { enabled: false } },
};

export type Ends = readonly [x1: number, y1: number, x2: number, y2: number];

/** Straight strokes in one colour. */
export const strokes = (
	ctx: CanvasRenderingContext2D,
	colour: string,
	width: number,
	lines: readonly Ends[],
	dash: readonly number[] = [],
): void => {
	ctx.save();
	ctx.strokeStyle = colour;
	ctx.lineWidth = width;
	ctx.setLineDash([...dash]);
	ctx.beginPath();
	for (const [x1, y1, x2, y2] of lines) {
		ctx.moveTo(x1, y1);
		ctx.lineTo(x2, y2);
	}
	ctx.stroke();
	ctx.restore();
};

export interface Lettering {
	readonly colour: string;
	readonly size?: number;
	readonly strong?: boolean;
	readonly align?: CanvasTextAlign;
	/** Widest it may be, px: what is longer is drawn narrower. */
	readonly most?: number;
	/** With a rim of paper, where it may cross a line. */
	readonly halo?: boolean;
}

export const fontOf = (theme: Theme, { size = theme.small, strong = false }: Lettering): string =>
	`${strong ? 600 : 400} ${size}px ${theme.family}`;

/** One line of text on its baseline. */
export const letter = (
	ctx: CanvasRenderingContext2D,
	theme: Theme,
	text: string,
	x: number,
	y: number,
	lettering: Lettering,
): void => {
	const { colour, align = 'left', halo = false, most } = lettering;
	ctx.save();
	ctx.font = fontOf(theme, lettering);
	ctx.textAlign = align;
	ctx.direction = theme.rtl ? 'rtl' : 'ltr';
	if (halo) {
		ctx.strokeStyle = theme.colour.paper;
		ctx.lineWidth = 5;
		ctx.lineJoin = 'round';
		ctx.strokeText(text, x, y, most);
	}
	ctx.fillStyle = colour;
	ctx.fillText(text, x, y, most);
	ctx.restore();
};
