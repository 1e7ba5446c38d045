/**
 * How long a stored team takes to be opened and painted in a real browser: from the click on its link among the teams to the
 * frame in which strip, map, reading and agenda stand, and how long the longest task in between was. Needs a build.
 */
import { existsSync } from 'node:fs';
import { chromium, type Page } from '@playwright/test';
import { preview } from 'vite';
import { encode } from '../../src/storage/lines';
import { encodeSent } from '../../src/domain/code';
import type { Instrument } from '../../src/domain/instrument';
import { teamOf } from './teams';

/** Members, and the milliseconds that were promised for them. */
const promised = [
	[12, 100],
	[1000, 500],
	[10_000, 2000],
] as const;
/** No task may be longer, ms, at the largest size. */
const longestTask = 200;
const rounds = 5;

export interface PaintTiming {
	readonly size: number;
	readonly most: number;
	/** Milliseconds: the median round, and the best and the worst. */
	readonly ms: number;
	readonly best: number;
	readonly worst: number;
	/** Milliseconds of the longest task of each round: the median; 0 where none took 50. */
	readonly task: number;
}

const stored = (size: number, instrument: Instrument): string =>
	encode([
		{ version: 1, id: 'bench', name: 'Bench', stage: 'series-b', letters: false },
		...teamOf(size, instrument).members.map(({ key, sent }) => [key, encodeSent(sent), null, null, false, false]),
	]);

const one = async (page: Page, home: string): Promise<{ ms: number; task: number }> => {
	await page.goto('about:blank');
	await page.goto(`${home}#/teams`);
	await page.waitForSelector('main a[href="#/team/bench"]');
	// As long as it takes to read the list: the code of the screen is fetched meanwhile.
	await page.waitForTimeout(1200);
	return page.evaluate(
		() =>
			new Promise<{ ms: number; task: number }>((resolve) => {
				let task = 0;
				const watch = new PerformanceObserver((list) => {
					for (const { duration } of list.getEntries()) task = Math.max(task, duration);
				});
				watch.observe({ type: 'longtask' });
				const painted = () =>
					[...document.querySelectorAll('.s-map canvas')].length === 1 && document.querySelector('.s-agenda') !== null;
				const start = performance.now();
				document.querySelector<HTMLAnchorElement>('main a[href="#/team/bench"]')!.click();
				const look = () => {
					if (!painted()) return requestAnimationFrame(look);
					// The frame in which it all stands has been drawn when a task after it runs.
					requestAnimationFrame(() =>
						setTimeout(() => {
							const ms = performance.now() - start;
							setTimeout(() => resolve({ ms, task }), 300);
						}),
					);
				};
				requestAnimationFrame(look);
			}),
	);
};

/** Each size of `promised`, on the built app. */
export const measurePaint = async (instrument: Instrument): Promise<readonly PaintTiming[]> => {
	const server = await preview({ preview: { port: 0, host: 'localhost' }, logLevel: 'error' });
	const home = server.resolvedUrls!.local[0]!;
	const { CHROMIUM } = process.env;
	const browser = await chromium.launch({
		...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
		args: ['--no-sandbox', '--disable-gpu'],
	});
	const timings: PaintTiming[] = [];
	for (const [size, most] of promised) {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await page.goto(home);
		await page.evaluate((text) => localStorage.setItem('fulcrum:team:bench', text), stored(size, instrument));
		const seen: { ms: number; task: number }[] = [];
		for (let round = 0; round < rounds; round += 1) seen.push(await one(page, home));
		const ms = seen.map((round) => round.ms).sort((a, b) => a - b);
		const tasks = seen.map((round) => round.task).sort((a, b) => a - b);
		const middle = Math.floor(rounds / 2);
		timings.push({ size, most, ms: ms[middle]!, best: ms[0]!, worst: ms.at(-1)!, task: tasks[middle]! });
		await page.close();
	}
	await browser.close();
	await server.close();
	return timings;
};

/** A line a size, and whether all hold. */
export const paintLines = (timings: readonly PaintTiming[]): readonly (readonly [string, string, boolean])[] => [
	...timings.map(({ size, most, ms, best, worst, task }): [string, string, boolean] => [
		`a team of ${size.toLocaleString('en')} opened and painted, ${rounds} rounds`,
		`${ms.toFixed(0)} ms (${best.toFixed(0)} to ${worst.toFixed(0)}), longest task ${task.toFixed(0)} ms`,
		ms <= most && (size < 10_000 || task <= longestTask),
	]),
];

export const isBuilt = (): boolean => existsSync('dist/index.html');
