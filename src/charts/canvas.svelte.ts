/** The only importer of Chart.js: draws a spec on a canvas, again when the theme changes, and for paper as print asks. */
import { Chart, LinearScale, PointElement, ScatterController } from 'chart.js';
import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { MediaQuery } from 'svelte/reactivity';
import type { Spec } from './spec';
import { colours, type Theme } from './theme';

Chart.register(ScatterController, LinearScale, PointElement);

const dark = new MediaQuery('(prefers-color-scheme: dark)');
const forced = new MediaQuery('(forced-colors: active)');

let printing = $state(false);
const root = document.documentElement;
// Paper is light whatever the screen is, and finer; the picture must be there before the event ends.
addEventListener('beforeprint', () => {
	root.dataset.theme = 'light';
	printing = true;
	flushSync();
});
addEventListener('afterprint', () => {
	delete root.dataset.theme;
	printing = false;
	flushSync();
});

/** The tokens as they are where `canvas` stands; custom properties hold formulas, so a probe resolves them. */
const themeOf = (canvas: HTMLCanvasElement): Theme => {
	const probe = document.createElement('i');
	canvas.parentElement!.append(probe);
	const style = getComputedStyle(probe);
	const resolve = (name: string): string => {
		probe.style.color = `var(--${name})`;
		return style.color;
	};
	const size = (name: string): number => {
		probe.style.fontSize = `var(--${name})`;
		return parseFloat(style.fontSize);
	};
	const theme = {
		colour: Object.fromEntries(colours.map((name) => [name, resolve(name)])) as Theme['colour'],
		family: style.fontFamily,
		small: size('t-xs'),
		medium: size('t-s'),
		rtl: style.direction === 'rtl',
		forced: forced.current,
	};
	probe.remove();
	return theme;
};

/** Draws what `spec` describes; the canvas needs a parent of fixed height. */
export const chart =
	(spec: (theme: Theme) => Spec): Attachment<HTMLCanvasElement> =>
	(canvas) => {
		// Read here, so that the drawing is made anew when one of them changes.
		void [dark.current, forced.current];
		const drawn = new Chart(canvas, {
			...spec(themeOf(canvas)),
			...(printing ? { devicePixelRatio: 4 } : {}),
		});
		return () => drawn.destroy();
	};
