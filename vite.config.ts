/// <reference types="vitest/config" />
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vite';
import { fileURLToPath } from 'node:url';
import { webManifest } from './scripts/build/manifest';
import { page } from './scripts/build/page';
import { questions } from './scripts/build/questions';
import { single } from './scripts/build/single';
import { sizes } from './scripts/build/sizes';
import { worker } from './scripts/build/worker';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Modules of the first page and the questions; what only later screens use stays out by tree and by import. */
const firstLoad = [
	/\/src\/(?:App|instrument|i18n\/|storage\/records|state\/(?:door|notices|route|sitting|world)|domain\/(?:instrument|pace|result|sitting|order)\.|views\/(?:Welcome|Question)\.)/,
	/\/src\/ui\/(?:Later|Masthead|Notices|SkipLink|Sign|BareBeam|Ends|Choices|Progress|QuestionFoot|StartForm|arrive|itemWords|minutes)\b/,
	/virtual:fulcrum\/(?:instrument|words$)/,
	/node_modules\/(?:svelte|svelte-i18n|clsx|esm-env)\/|vite\/preload-helper|rolldown\/runtime/,
];
/** Parts of Svelte that only later screens ask for: bound fields, media queries. */
const later =
	/\/svelte\/src\/(?:internal\/client\/dom\/elements\/bindings\/(?:select|input|this)|reactivity\/(?!create))/;
/** What is stored and how it is read: before the page for whoever has been here, after it for others. */
const stored = /\/src\/(?:state\/(?:stored|results)|storage\/|domain\/(?:restore|name|base64url|utf8)\.)/;
/** Small parts that lists of results and the screens after the questions share. */
const parts =
	/\/src\/(?:ui\/(?:MiniBeam|placeWords|contextWords|ResultRow|RenameForm|RegionName|Glyph|hue)|views\/Earlier)\b|\/elements\/bindings\//;
const isFirst = (id: string): boolean => firstLoad.some((part) => part.test(id)) && !later.test(id);

export default defineConfig({
	base: './',
	plugins: [
		questions({
			folder: process.env.FULCRUM_QUESTIONS ?? here('questions'),
			pseudo: process.env.FULCRUM_PSEUDO === '1',
		}),
		svelte({ configFile: false, compilerOptions: { runes: true, discloseVersion: false } }),
		svelteTesting(),
		page({ root: 'en', site: process.env.FULCRUM_SITE }),
		webManifest(process.env.FULCRUM_QUESTIONS ?? here('questions')),
		worker(),
		single(),
		process.env.FULCRUM_PSEUDO === '1' ? null : sizes(here('node_modules/.cache/fulcrum/sizes.json')),
	],
	resolve: {
		// What svelte-i18n needs of these two is little; each file says what.
		alias: [
			{ find: /^intl-messageformat$/, replacement: here('src/i18n/message.ts') },
			{ find: /^deepmerge$/, replacement: here('src/i18n/merge.ts') },
		],
	},
	build: {
		target: 'es2022',
		// All of these browsers know it.
		modulePreload: { polyfill: false },
		// Later browsers than `target` know light-dark(), which would otherwise be expanded.
		cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
		// Fonts stay files: the policy allows no data: font.
		assetsInlineLimit: 0,
		outDir: process.env.FULCRUM_OUT ?? 'dist',
		rolldownOptions: {
			treeshake: {
				// What svelte-i18n makes ahead and nobody asks for: its stores of dates, times and numbers.
				manualPureFunctions: ['derived', 'monadicMemoize'],
				moduleSideEffects: [{ test: /\/svelte\/src\/(?!internal\/disclose)/, sideEffects: false }],
			},
			output: {
				codeSplitting: {
					// What the first question needs, in one file: small ones compress worse, and each is a request.
					groups: [
						{ name: 'first', test: isFirst, priority: 3 },
						{ name: 'stored', test: stored, priority: 2 },
						// What several later screens share: a few small files would cost more than one.
						{ name: 'core', test: /\/src\/domain\//, priority: 1 },
						{ name: 'parts', test: parts, priority: 1 },
					],
					includeDependenciesRecursively: false,
				},
			},
		},
	},
	test: {
		// Sweeps over many results have taken more than the usual five seconds on a busy machine.
		testTimeout: 30_000,
		projects: [
			{
				extends: true,
				test: {
					name: 'pure',
					include: ['tests/{domain,storage,scripts,charts,fuzz}/**/*.test.ts', 'tests/*.test.ts'],
					environment: 'node',
					isolate: false,
				},
			},
			{
				extends: true,
				test: {
					name: 'components',
					include: ['tests/{state,ui,views,i18n}/**/*.test.ts'],
					environment: 'jsdom',
					pool: 'vmThreads',
					server: { deps: { inline: ['svelte-i18n', 'intl-messageformat'] } },
				},
			},
		],
	},
});
