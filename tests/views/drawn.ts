/**
 * Stands in for charts/canvas.svelte.ts, which needs a browser: remembers what each canvas was asked to draw. Use it as
 * `vi.mock('…/src/charts/canvas.svelte', () => import('…/drawn'))`.
 */
import type { Spec } from '../../src/charts/spec';
import type { Theme } from '../../src/charts/theme';
import { paint, theme } from '../charts/paper';

const specs = new WeakMap<Element, Spec>();

export const chart = (spec: (theme: Theme) => Spec) => (canvas: HTMLCanvasElement) => {
	specs.set(canvas, spec(theme()));
	return () => specs.delete(canvas);
};
export const inLight = (): void => undefined;
export const lightChart = (): boolean => false;

/** What stands in the canvas of this picture. */
export const drawnIn = (picture: Element): Spec => specs.get(picture.querySelector('canvas')!)!;
/** Every word painted into this picture, each once. */
export const lettersIn = (picture: Element): string[] =>
	paint(drawnIn(picture).plugins!)
		.marks.filter(({ act }) => act === 'fillText')
		.map(({ given }) => String(given[0]));
