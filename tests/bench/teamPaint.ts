/**
 * How long a stored team takes to be opened and painted in a real browser: from the click on its link among the teams to the
 * frame in which all that is on the first screen is drawn, and to the one in which the whole page stands; and how long the
 * longest task in between was. Needs a build.
 */
import { existsSync, readFileSync } from 'node:fs';
import { chromium, type Browser, type Page } from '@playwright/test';
import { preview } from 'vite';
import { encode } from '../../src/storage/records';
import { encodeSent } from '../../src/domain/code';
import type { Instrument } from '../../src/domain/instrument';
import { parseInstrument } from '../../src/domain/parse';
import { teamOf } from './teams';
import { flags } from '../e2e/flags';

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
	/** Milliseconds to the whole page, agenda included: the median. */
	readonly whole: number;
	/** Milliseconds of the longest task of each round: the median; 0 where none took 50. */
	readonly task: number;
	/** The same in time of the processor, which a machine at work on other things leaves nearly alone: all tasks, the longest. */
	readonly busy: number;
	readonly busiest: number;
}
type Round = Pick<PaintTiming, 'ms' | 'whole' | 'task' | 'busy' | 'busiest'>;

/** Processor milliseconds of all tasks of the page's thread in a trace, and of the longest. */
const busyIn = (trace: Buffer): { busy: number; busiest: number } => {
	interface Event {
		readonly name: string;
		readonly pid: number;
		readonly tid: number;
		readonly tdur?: number;
		readonly args: { readonly name?: string };
	}
	const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: readonly Event[] };
	const threads = traceEvents.filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain');
	const each = threads.map((thread) => {
		const tasks = traceEvents
			.filter(({ name, pid, tid }) => name === 'RunTask' && pid === thread.pid && tid === thread.tid)
			.map(({ tdur = 0 }) => tdur / 1000);
		return { busy: tasks.reduce((sum, ms) => sum + ms, 0), busiest: Math.max(0, ...tasks) };
	});
	return each.reduce((most, one) => (one.busy > most.busy ? one : most), { busy: 0, busiest: 0 });
};
const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)]!;

const stored = (size: number, instrument: Instrument): string =>
	encode([
		{ version: 1, id: 'bench', name: 'Bench', stage: 'series-b', letters: false },
		...teamOf(size, instrument).members.map(({ key, sent }) => [key, encodeSent(sent), null, null, false, false]),
	]);

const one = async (browser: Browser, page: Page, home: string): Promise<Round> => {
	await page.goto('about:blank');
	await page.goto(`${home}#/teams`);
	await page.waitForSelector('main a[href="#/team/bench"]');
	// As long as it takes to read the list: the code of the screen is fetched meanwhile.
	await page.waitForTimeout(1200);
	await browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline'] });
	const seen = await page.evaluate(
		() =>
			new Promise<{ ms: number; whole: number; task: number }>((resolve) => {
				let task = 0;
				const watch = new PerformanceObserver((list) => {
					for (const { duration } of list.getEntries()) task = Math.max(task, duration);
				});
				watch.observe({ type: 'longtask' });
				const drawn = new Set<HTMLCanvasElement>();
				for (const name of ['stroke', 'fill', 'fillText'] as const) {
					const own = CanvasRenderingContext2D.prototype[name] as (...args: unknown[]) => void;
					Object.assign(CanvasRenderingContext2D.prototype, {
						[name](this: CanvasRenderingContext2D, ...args: unknown[]) {
							drawn.add(this.canvas);
							own.apply(this, args);
						},
					});
				}
				const seen = () =>
					document.querySelector('main.team h1') !== null &&
					document.querySelector('main.team .opening :is(.strip, .dots-strip)') !== null &&
					[...document.querySelectorAll('canvas')].every(
						(canvas) => drawn.has(canvas) || canvas.getBoundingClientRect().top > innerHeight,
					);
				const whole = () =>
					document.querySelector('.s-map canvas') !== null && document.querySelector('.s-agenda') !== null;
				let ms: number | null = null;
				const start = performance.now();
				document.querySelector<HTMLAnchorElement>('main a[href="#/team/bench"]')!.click();
				/** The frame in which it stands has been drawn when a task after it runs. */
				const after = (act: (ms: number) => void) => setTimeout(() => act(performance.now() - start));
				const look = () => {
					if (seen()) after((now) => (ms ??= now));
					if (!whole()) return requestAnimationFrame(look);
					after((now) => setTimeout(() => resolve({ ms: ms ?? now, whole: now, task }), 300));
				};
				requestAnimationFrame(look);
			}),
	);
	return { ...seen, ...busyIn(await browser.stopTracing()) };
};

/** Each size of `promised`, on the built app. */
export const measurePaint = async (instrument: Instrument): Promise<readonly PaintTiming[]> => {
	const server = await preview({ preview: { port: 0, host: 'localhost' }, logLevel: 'error' });
	const home = server.resolvedUrls!.local[0]!;
	const { CHROMIUM } = process.env;
	const browser = await chromium.launch({
		...(CHROMIUM ? { executablePath: CHROMIUM } : {}),
		args: flags,
	});
	const timings: PaintTiming[] = [];
	for (const [size, most] of promised) {
		const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
		await page.goto(home);
		await page.evaluate((text) => localStorage.setItem('fulcrum:team:bench', text), stored(size, instrument));
		const seen: Round[] = [];
		for (let round = 0; round < rounds; round += 1) seen.push(await one(browser, page, home));
		const of = (key: keyof Round) => seen.map((round) => round[key]);
		timings.push({
			...{ size, most, best: Math.min(...of('ms')), worst: Math.max(...of('ms')) },
			...{
				ms: median(of('ms')),
				whole: median(of('whole')),
				task: median(of('task')),
				busy: median(of('busy')),
				busiest: median(of('busiest')),
			},
		});
		await page.close();
	}
	await browser.close();
	await server.close();
	return timings;
};

/** `npm run bench`, its second half: a line a size; 1 where a promise does not hold. A machine at work on other things fails it. */
export const main = async (): Promise<number> => {
	if (!existsSync('dist/index.html')) {
		console.log('\nteams opened and painted: not built (npm run build)');
		return 0;
	}
	const { instrument } = parseInstrument(JSON.parse(readFileSync('questions/instrument.json', 'utf8')));
	console.log(`\nfrom the list of teams to the page painted, medians of ${rounds} rounds (best to worst)`);
	const lines = (await measurePaint(instrument!)).map(({ size, most, ms, best, worst, whole, task, busy, busiest }) => {
		const holds = ms <= most && (size < 10_000 || task <= longestTask);
		const times = `${ms.toFixed(0)} ms (${best.toFixed(0)} to ${worst.toFixed(0)}), whole ${whole.toFixed(0)} ms`;
		console.log(
			`${holds ? 'holds' : 'FAILS'}  a team of ${size.toLocaleString('en')}: ${times}, longest task ${task.toFixed(0)} ms; of the processor ${busy.toFixed(0)} ms, longest ${busiest.toFixed(0)} ms`,
		);
		return holds;
	});
	return lines.every(Boolean) ? 0 : 1;
};
