/** The only importer of Chart.js: draws a spec on a canvas that is near, again when the theme changes, for paper, and for a picture. */
import { Chart, LinearScale, LineElement, PointElement, ScatterController } from 'chart.js';
import { flushSync } from 'svelte';
import type { Attachment } from 'svelte/attachments';
import { createSubscriber, MediaQuery } from 'svelte/reactivity';
import type { Spec } from './spec';
import { colours, type Theme } from './theme';

Chart.register(ScatterController, LinearScale, LineElement, PointElement);

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

/** Figure text on paper, CSS px: 7.5 pt and 8.25 pt. */
const paperText = { small: 10, medium: 10.5 };

/** Makes every token below `element` the light one, on white, whatever the page has; forced colours stay what they are. */
export const inLight = (element: HTMLElement): void => {
	element.style.colorScheme = 'only light';
	if (!forced.current) element.style.setProperty('--paper', '#fff');
	// Inherited colours are resolved already.
	element.style.color = 'var(--ink)';
};

/** The tokens where `canvas` stands, on white where `light`; custom properties hold formulas, so a probe resolves them. */
const themeOf = (canvas: HTMLCanvasElement, light = false): Theme => {
	const probe = document.createElement('i');
	if (light) inLight(probe);
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
		small: printing ? paperText.small : size('t-xs'),
		medium: printing ? paperText.medium : size('t-s'),
		rtl: style.direction === 'rtl',
		paper: printing,
		forced: forced.current,
	};
	probe.remove();
	return theme;
};

type Draw = (theme: Theme) => Spec;
const drawings = new WeakMap<HTMLCanvasElement, Draw>();

const nearness = new WeakMap<HTMLCanvasElement, () => boolean>();
/** Whether `canvas` has ever been within one screen of what is seen: before that nobody misses its drawing. Reactive. */
const isNear = (canvas: HTMLCanvasElement): boolean => {
	let ask = nearness.get(canvas);
	if (!ask) {
		let near = !('IntersectionObserver' in window);
		const follow = createSubscriber((update) => {
			const watch = new IntersectionObserver(
				(entries) => {
					near ||= entries.some(({ isIntersecting }) => isIntersecting);
					if (near) update();
				},
				{ rootMargin: '100%' },
			);
			watch.observe(canvas);
			return () => watch.disconnect();
		});
		ask = () => {
			if (!near) follow();
			return near;
		};
		nearness.set(canvas, ask);
	}
	return ask();
};

/** Draws what `spec` describes; the canvas needs a parent of fixed height. `paper`: its size there, CSS px. */
export const chart =
	(spec: Draw, paper: { readonly width: number; readonly height: number }): Attachment<HTMLCanvasElement> =>
	(canvas) => {
		// Read here, so that the drawing is made anew when one of them changes.
		void [dark.current, forced.current];
		drawings.set(canvas, spec);
		if (!printing && !isNear(canvas)) return;
		const described = spec(themeOf(canvas));
		const { width, height } = canvas;
		// The page is still laid out for the screen: paper has a size of its own.
		if (printing) Object.assign(canvas, paper);
		const drawn = new Chart(
			canvas,
			printing
				? { ...described, options: { ...described.options, responsive: false, devicePixelRatio: 4 } }
				: described,
		);
		return () => {
			drawn.destroy();
			if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height });
		};
	};

/**
 * Draws what `canvas` shows once more in light colours, `density` pixels to a CSS px, and hands that to `use` at once:
 * the drawing is gone when `use` returns. The screen does not change. False where `canvas` is no chart.
 */
export const lightChart = (
	canvas: HTMLCanvasElement,
	density: number,
	use: (drawing: HTMLCanvasElement) => void,
): boolean => {
	const spec = drawings.get(canvas)?.(themeOf(canvas, true));
	if (!spec) return false;
	const copy = document.createElement('canvas');
	[copy.width, copy.height] = [canvas.clientWidth, canvas.clientHeight];
	const drawn = new Chart(copy, {
		...spec,
		options: { ...spec.options, responsive: false, devicePixelRatio: density },
	});
	use(copy);
	drawn.destroy();
	return true;
};
