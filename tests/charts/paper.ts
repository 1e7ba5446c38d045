/** A canvas that draws nothing and remembers everything, and two axes of a figure, for the plugins of charts. */
import type { Painter } from '../../src/charts/spec';
import { colours, type Theme } from '../../src/charts/theme';

export type Point = readonly [x: number, y: number];

/** One act of painting, with the state of the pencil at that moment. */
export interface Mark {
	readonly act: 'fill' | 'stroke' | 'fillText' | 'strokeText' | 'fillRect';
	readonly colour: string;
	readonly alpha: number;
	readonly width: number;
	readonly dash: readonly number[];
	readonly align: string;
	readonly direction: string;
	readonly font: string;
	/** Ways drawn by `fill` and `stroke`, each a list of points. */
	readonly ways: readonly (readonly Point[])[];
	/** Where the paper has been moved to: the zero point of `ways` and `given`. */
	readonly origin: Point;
	/** What `fillText`, `strokeText` and `fillRect` were given. */
	readonly given: readonly (string | number)[];
}

export interface Paper {
	readonly ctx: CanvasRenderingContext2D;
	readonly marks: Mark[];
	/** States that were saved and not restored. */
	readonly open: () => number;
}

/** Node draws no ways of its own: `fill` is told which one it was given. */
globalThis.Path2D ??= class {
	constructor(readonly way: string) {}
} as unknown as typeof Path2D;

/** Every letter is as wide as the next. */
export const widthOf = (text: string): number => 6 * text.length;

export const paper = (): Paper => {
	const marks: Mark[] = [];
	const saved: Record<string, unknown>[] = [];
	let state: Record<string, unknown> = {
		fillStyle: '#000',
		strokeStyle: '#000',
		globalAlpha: 1,
		lineWidth: 1,
		dash: [],
		textAlign: 'start',
		direction: 'inherit',
		font: '',
		origin: [0, 0],
	};
	let ways: Point[][] = [];
	const mark = (act: Mark['act'], given: readonly (string | number)[]): void => {
		const filled = act.startsWith('fill');
		marks.push({
			act,
			colour: String(filled ? state.fillStyle : state.strokeStyle),
			alpha: Number(state.globalAlpha),
			width: Number(state.lineWidth),
			dash: state.dash as number[],
			align: String(state.textAlign),
			direction: String(state.direction),
			font: String(state.font),
			origin: state.origin as Point,
			ways: act === 'fill' || act === 'stroke' ? ways.map((way) => [...way]) : [],
			given,
		});
	};
	const verbs: Record<string, (...given: never[]) => unknown> = {
		save: () => saved.push({ ...state }),
		restore: () => (state = saved.pop() ?? state),
		beginPath: () => (ways = []),
		moveTo: (x: number, y: number) => ways.push([[x, y]]),
		lineTo: (x: number, y: number) => (ways.at(-1) ?? (ways.push([]), ways[0]!)).push([x, y]),
		arc: (x: number, y: number, radius: number) =>
			ways.push([
				[x, y],
				[x + radius, y],
			]),
		translate: (x: number, y: number) => {
			const [left, top] = state.origin as Point;
			state.origin = [left + x, top + y];
		},
		setLineDash: (dash: number[]) => (state.dash = dash),
		fill: (path?: Path2D) => {
			if (path) ways = [];
			mark('fill', path ? [(path as unknown as { way: string }).way] : []);
		},
		stroke: () => mark('stroke', []),
		fillText: (...given: (string | number)[]) => mark('fillText', given),
		strokeText: (...given: (string | number)[]) => mark('strokeText', given),
		fillRect: (...given: number[]) => mark('fillRect', given),
		measureText: (text: string) => ({ width: widthOf(text) }),
	};
	const ctx = new Proxy(
		{},
		{
			get: (_, name) => {
				if (typeof name === 'string' && name in verbs) return verbs[name];
				if (typeof name === 'string' && name in state) return state[name];
				throw new Error(`this paper does not know ${String(name)}`);
			},
			set: (_, name, value) => {
				state[String(name)] = value;
				return true;
			},
		},
	) as CanvasRenderingContext2D;
	return { ctx, marks, open: () => saved.length };
};

/** The axes of a figure, 10 pixels inside its canvas; y grows downwards. */
export const area = { left: 10, right: 410, top: 10, bottom: 410 };
/** Of the whole canvas. */
export const [width, height] = [420, 420];
/** Pixels of a value between 0 and 100. */
export const px = (value: number): number => area.left + ((area.right - area.left) * value) / 100;
export const py = (value: number): number => area.bottom - ((area.bottom - area.top) * value) / 100;

/** What an axis runs from and to: at the left and at the right, or at the bottom and at the top. */
export type Axis = readonly [from: number, to: number];
const scale = ([from, to]: Axis, [start, end]: Axis) => ({
	getPixelForValue: (value: number) => start + ((end - start) * (value - from)) / (to - from),
	getValueForPixel: (pixel: number) => from + ((to - from) * (pixel - start)) / (end - start),
});

/** What these plugins paint, in Chart.js's order. */
export const paint = (
	plugins: readonly unknown[],
	{ x = [0, 100], y = [0, 100] }: { x?: Axis; y?: Axis } = {},
): Paper => {
	const sheet = paper();
	const chart = {
		ctx: sheet.ctx,
		chartArea: area,
		width,
		height,
		scales: { x: scale(x, [area.left, area.right]), y: scale(y, [area.bottom, area.top]) },
	};
	for (const hook of ['beforeDatasetsDraw', 'afterDatasetsDraw'] as const)
		for (const plugin of plugins as Painter[])
			(plugin[hook] as ((chart: unknown) => void) | undefined)?.call(plugin, chart);
	return sheet;
};

export const theme = (rtl = false, forced = false): Theme => ({
	colour: Object.fromEntries(colours.map((name) => [name, name])) as Theme['colour'],
	family: 'Newsreader',
	small: 13,
	medium: 15,
	rtl,
	forced,
	paper: false,
});
