/** The built app in a browser beside floors of bare HTML and least Svelte, in turns, as ratios of medians. */
import { existsSync } from 'node:fs';
import { chromium, type Browser } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build } from 'vite';
import { profiles, quantile, visit, type Contestant, type Visit } from './drive';
import { serve } from './serve';
import { flags } from '../e2e/flags';

const floors = 'tests/bench/floors';
const built = 'node_modules/.cache/fulcrum/floors';

const buildFloors = (): Promise<unknown> =>
	build({
		configFile: false,
		root: floors,
		base: './',
		logLevel: 'error',
		plugins: [svelte({ configFile: false })],
		build: {
			outDir: `${process.cwd()}/${built}`,
			emptyOutDir: true,
			modulePreload: { polyfill: false },
			rolldownOptions: { input: ['plain', 'svelte', 'chart'].map((name) => `${process.cwd()}/${floors}/${name}.html`) },
		},
	});

const contestants = (floor: string, fulcrum: string): readonly Contestant[] => {
	const quiz = { answer: 'button.answer', result: '.result', count: 46 };
	return [
		{ name: 'html', page: `${floor}plain.html`, count: 0 },
		{ name: 'svelte', page: `${floor}svelte.html`, ...quiz },
		{ name: 'chart', page: `${floor}chart.html`, ...quiz, result: 'canvas' },
		{
			name: 'fulcrum',
			page: fulcrum,
			start: 'a[href="#/start/full"]',
			answer: '.scale label',
			last: 'main form .btn.bare',
			result: 'svg.beam :is(.weight, .weight-open)',
			count: 46,
		},
		// Once more, for the spread of a floor against itself.
		{ name: 'html again', page: `${floor}plain.html`, count: 0 },
		{ name: 'svelte again', page: `${floor}svelte.html`, ...quiz },
	];
};

type Figure = keyof Visit;
/** What is held against what: `most` of the ratio, or `more` milliseconds, whichever is larger. */
const bars: readonly [what: string, figure: Figure, floor: string, most: number, more?: number][] = [
	['first paint', 'paint', 'html', 1.25],
	['first answer heard and painted', 'answerable', 'svelte', 1.3],
	['answer to next question, p50', 'next50', 'svelte', 1.3],
	['answer to next question, p95', 'next95', 'svelte', 1.3, 50],
	['last answer to result', 'result', 'chart', 0.4],
];

export interface PageRow {
	readonly profile: string;
	readonly what: string;
	readonly own: string;
	readonly floor: string;
	readonly ratio: string;
	readonly bar: string;
	readonly holds: boolean;
}

const rowsOf = (profile: string, seen: ReadonlyMap<string, readonly Visit[]>): PageRow[] => {
	const median = (name: string, figure: Figure): number =>
		quantile(seen.get(name)!.map((row) => row[figure]).filter((value) => value !== null), 0.5); // prettier-ignore
	const compared = bars.map(([what, figure, against, most, more = 0]): PageRow => {
		const [own, floor] = [median('fulcrum', figure), median(against, figure)];
		return {
			profile,
			what,
			own: `${own.toFixed(0)} ms`,
			floor: `${floor.toFixed(0)} ms (${against})`,
			ratio: (own / floor).toFixed(2),
			bar: more > 0 ? `${most}, or ${more} ms more` : String(most),
			// The bars are the phone's; a desktop is shown beside it.
			holds: profile !== 'phone' || own <= Math.max(floor * most, floor + more),
		};
	});
	const [heap, shift] = [median('fulcrum', 'heap'), Math.max(...seen.get('fulcrum')!.map((row) => row.shift))];
	const spread = ['paint', 'html'] as const satisfies readonly [Figure, string];
	const again = [spread, ['answerable', 'svelte'], ['next50', 'svelte']] as readonly [Figure, string][];
	return [
		...compared,
		{ profile, what: 'heap at the end of the quiz', own: `${heap.toFixed(1)} MB`, floor: '', ratio: '', bar: '3 MB', holds: heap <= 3 },
		{ profile, what: 'layout shift of the first page', own: shift.toFixed(3), floor: '', ratio: '', bar: '0', holds: shift === 0 },
		...again.map(([figure, name]): PageRow => {
			const [one, other] = [median(name, figure), median(`${name} again`, figure)];
			return {
				profile,
				what: `spread: ${bars.find(([, own]) => own === figure)![0]}, floor against itself`,
				own: `${other.toFixed(0)} ms`,
				floor: `${one.toFixed(0)} ms (${name})`,
				ratio: (other / one).toFixed(2),
				bar: '',
				holds: true,
			};
		}),
	]; // prettier-ignore
};

/** Medians over `runs` rounds; null where nothing is built. `wanted`: names of profiles. */
export const measurePages = async (
	runs: number,
	wanted: readonly string[] = Object.keys(profiles),
): Promise<readonly PageRow[] | null> => {
	if (!existsSync('dist/index.html')) return null;
	await buildFloors();
	const [floor, fulcrum] = [await serve(built), await serve('dist')];
	const browser: Browser = await chromium.launch({
		...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
		args: flags,
	});
	const rows: PageRow[] = [];
	for (const [name, profile] of Object.entries(profiles).filter(([key]) => wanted.includes(key))) {
		const all = contestants(floor.url, fulcrum.url);
		const seen = new Map<string, Visit[]>(all.map((one) => [one.name, []]));
		for (let run = 0; run < runs; run += 1)
			for (const one of all) seen.get(one.name)!.push(await visit(browser, one, profile));
		rows.push(...rowsOf(name, seen));
	}
	await browser.close();
	floor.stop();
	fulcrum.stop();
	return rows;
};

/** As Markdown, for the README. */
export const pageTable = (rows: readonly PageRow[]): string =>
	[
		'| profile | what | Fulcrum | floor | ratio | bar | |',
		'| --- | --- | --- | --- | --- | --- | --- |',
		...rows.map(
			({ profile, what, own, floor, ratio, bar, holds }) =>
				`| ${[profile, what, own, floor, ratio, bar, holds ? '' : 'not reached'].join(' | ')} |`,
		),
	].join('\n');
