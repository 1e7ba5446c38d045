/** The web app manifest, for browsers that install the site: name and description from the words, colours from the tokens. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, ResolvedConfig } from 'vite';

/** An opaque CSS colour `oklch(l% c h)` as `#rrggbb` (CSS Color 4, sections 10.9 and 18.1). */
export const hexOf = (colour: string): string => {
	const found = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(colour);
	if (!found) throw new Error(`${colour} is not a colour that the manifest can say`);
	const [l, c, h] = found.slice(1).map(Number) as [number, number, number];
	const [a, b] = [c * Math.cos((h * Math.PI) / 180), c * Math.sin((h * Math.PI) / 180)];
	const cubes = [
		l / 100 + 0.3963377774 * a + 0.2158037573 * b,
		l / 100 - 0.1055613458 * a - 0.0638541728 * b,
		l / 100 - 0.0894841775 * a - 1.291485548 * b,
	].map((root) => root ** 3) as [number, number, number];
	const mix = (weights: readonly [number, number, number]): number =>
		weights.reduce((sum, weight, i) => sum + weight * cubes[i]!, 0);
	const linear = [
		mix([4.0767416621, -3.3077115913, 0.2309699292]),
		mix([-1.2684380046, 2.6097574011, -0.3413193965]),
		mix([-0.0041960863, -0.7034186147, 1.707614701]),
	];
	return `#${linear
		.map((x) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055))
		.map((x) => Math.round(255 * Math.min(1, Math.max(0, x))))
		.map((x) => x.toString(16).padStart(2, '0'))
		.join('')}`;
};

/** A token's value in light and in dark. */
export const token = (css: string, name: string): { light: string; dark: string } => {
	const found = new RegExp(`--${name}: light-dark\\((oklch\\([^)]*\\)), (oklch\\([^)]*\\))\\)`).exec(css);
	if (!found) throw new Error(`tokens.css has no --${name} in light and dark`);
	return { light: hexOf(found[1]!), dark: hexOf(found[2]!) };
};

interface Words {
	readonly language: { readonly locale: string; readonly direction: string };
	readonly page: { readonly name: string; readonly description: string };
}

/** Every address is relative to the manifest, so that any folder of any host will do. */
export const manifest = ({ language, page }: Words, paper: string) => ({
	name: page.name,
	short_name: page.name,
	description: page.description,
	lang: language.locale,
	dir: language.direction,
	start_url: './',
	scope: './',
	display: 'standalone',
	theme_color: paper,
	background_color: paper,
	categories: ['business', 'education'],
	icons: [
		{ src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
		{ src: 'icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
		{ src: 'icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
		{ src: 'icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
	],
});

/** `folder`: of the questions. The manifest is in the language of a reader of whom nothing is known. */
export const webManifest = (folder: string, language = 'en'): Plugin => {
	let config: ResolvedConfig;
	const paper = () => token(readFileSync(join(config.root, 'src/styles/tokens.css'), 'utf8'), 'paper');
	return {
		name: 'fulcrum-manifest',
		apply: (given, { command }) => command === 'build' && !given.build?.ssr,
		configResolved: (resolved) => void (config = resolved),
		generateBundle() {
			const words = JSON.parse(readFileSync(join(folder, language, 'ui.json'), 'utf8')) as Words;
			const source = JSON.stringify(manifest(words, paper().light), null, '\t');
			this.emitFile({ type: 'asset', fileName: 'manifest.webmanifest', source });
		},
		transformIndexHtml: () => [
			{ tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' } },
			{ tag: 'link', attrs: { rel: 'apple-touch-icon', href: './apple-touch-icon.png' } },
			...Object.entries(paper()).map(([scheme, content]) => ({
				tag: 'meta',
				attrs: { name: 'theme-color', media: `(prefers-color-scheme: ${scheme})`, content },
			})),
		],
	};
};
