/** One visit of one page by a robot that answers as fast as it is let, with what it saw. */
import type { Browser, CDPSession, Page } from '@playwright/test';

export interface Profile {
	readonly viewport: { readonly width: number; readonly height: number };
	readonly touch: boolean;
	/** How many times slower than this machine. */
	readonly slower: number;
	/** Bits a second, and milliseconds a request; null for what the machine gives. */
	readonly net: { readonly down: number; readonly up: number; readonly wait: number } | null;
}
export const profiles: Readonly<Record<string, Profile>> = {
	phone: {
		viewport: { width: 412, height: 823 },
		touch: true,
		slower: 4,
		net: { down: 1.6e6, up: 0.75e6, wait: 150 },
	},
	desktop: { viewport: { width: 1280, height: 800 }, touch: false, slower: 1, net: null },
};

export interface Contestant {
	readonly name: string;
	readonly page: string;
	/** Selectors: what leads to the first question, an answer, what to press after the last one, and the result. */
	readonly start?: string;
	readonly answer?: string;
	readonly last?: string;
	readonly result?: string;
	readonly count: number;
}

/** Milliseconds, but for `shift`, `bytes` (with headers) and `heap` (MB). Null: this contestant has none. */
export interface Visit {
	readonly paint: number;
	readonly shift: number;
	readonly bytes: number;
	readonly answerable: number | null;
	readonly next50: number | null;
	readonly next95: number | null;
	readonly result: number | null;
	readonly heap: number | null;
}

export const quantile = (values: readonly number[], share: number): number => {
	const sorted = [...values].sort((one, two) => one - two);
	return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))]!;
};

interface Seen {
	shift: number;
	/** When the frame after the first answer that was heard was painted. */
	first: number | null;
	/** Of each later answer: from the click to the frame after which another question stood there. */
	next: number[];
	/** From the last click to the frame that shows the result, every chart in sight drawn. */
	result: number | null;
	drawn: number;
}

/** Runs in the page before its own scripts. */
const probe = ({ result }: { result: string | null }): void => {
	const seen: Seen = { shift: 0, first: null, next: [], result: null, drawn: 0 };
	Object.assign(window, { seen });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
			if (!entry.hadRecentInput) seen.shift += entry.value;
	}).observe({ type: 'layout-shift', buffered: true });
	for (const name of ['stroke', 'fill', 'fillText'] as const) {
		const own = CanvasRenderingContext2D.prototype[name] as (...args: unknown[]) => void;
		Object.assign(CanvasRenderingContext2D.prototype, {
			[name](this: CanvasRenderingContext2D, ...args: unknown[]) {
				seen.drawn += 1;
				own.apply(this, args);
			},
		});
	}
	const painted = (act: (now: number) => void): void => {
		const channel = new MessageChannel();
		channel.port1.onmessage = () => act(performance.now());
		channel.port2.postMessage(null);
	};
	const title = (): string => document.querySelector('h1')?.textContent ?? '';
	const done = (): boolean =>
		result !== null &&
		document.querySelector(result) !== null &&
		(seen.drawn > 0 ||
			[...document.querySelectorAll('canvas')].every((canvas) => canvas.getBoundingClientRect().top > innerHeight));
	addEventListener(
		'click',
		(event) => {
			const [before, from] = [title(), event.timeStamp];
			const look = (): void => {
				if (done()) return painted((now) => (seen.result ??= now - from));
				if (title() !== before && /\d/.test(title()) && /\d/.test(before))
					return painted((now) => {
						if (seen.first === null) seen.first = now;
						else seen.next.push(now - from);
					});
				if (performance.now() - from < 20_000) requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		},
		true,
	);
};

const slowDown = async (session: CDPSession, { net, slower }: Profile): Promise<void> => {
	if (net)
		await session.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: net.wait,
			downloadThroughput: net.down / 8,
			uploadThroughput: net.up / 8,
		});
	if (slower > 1) await session.send('Emulation.setCPUThrottlingRate', { rate: slower });
};

const seenIn = (page: Page): Promise<Seen> => page.evaluate(() => (window as unknown as { seen: Seen }).seen);

/** Presses `selector` until `acted` holds; a press that nobody heard is repeated. */
const press = async (page: Page, selector: string, nth: number, acted: () => Promise<boolean>): Promise<void> => {
	for (;;) {
		const target = page.locator(selector);
		await target.nth(Math.min(nth, Math.max(0, (await target.count()) - 1))).click({ noWaitAfter: true });
		for (let looks = 0; looks < 40; looks += 1) if (await acted()) return;
	}
};

/** `atEnd`: after the last answer, before the result is asked for. */
const answerAll = async (
	page: Page,
	{ start, answer, last, result, count }: Contestant,
	atEnd: () => Promise<void>,
): Promise<void> => {
	const title = () => page.locator('h1').first().textContent({ timeout: 60_000 });
	if (start) {
		await page.locator(start).click({ noWaitAfter: true });
		await page.locator(answer!).first().waitFor();
	}
	for (let n = 0; n < count; n += 1) {
		const before = await title();
		await press(page, answer!, [0, 3, 1, 2][n % 4]!, async () => (await title()) !== before);
	}
	await atEnd();
	if (last) await page.locator(last).click({ noWaitAfter: true });
	await page.locator(result!).first().waitFor();
	await page.waitForFunction(() => (window as unknown as { seen: Seen }).seen.result !== null);
};

interface Opened {
	readonly page: Page;
	readonly session: CDPSession;
	readonly bytes: () => number;
	readonly close: () => Promise<void>;
}

/** A browser that was never here, with the probe in it and slowed down. */
const open = async (browser: Browser, { result }: Contestant, profile: Profile): Promise<Opened> => {
	const { viewport, touch } = profile;
	const context = await browser.newContext({ viewport, hasTouch: touch, isMobile: touch });
	const page = await context.newPage();
	const session = await context.newCDPSession(page);
	await session.send('Network.enable');
	await session.send('Performance.enable');
	let bytes = 0;
	session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
	await page.addInitScript(probe, { result: result ?? null });
	await slowDown(session, profile);
	return { page, session, bytes: () => bytes, close: () => context.close() };
};

/** The first page alone, left in peace until it has loaded. */
const look = async (browser: Browser, contestant: Contestant, profile: Profile) => {
	const { page, bytes, close } = await open(browser, contestant, profile);
	await page.goto(contestant.page, { waitUntil: 'networkidle' });
	const paint = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime);
	const { shift } = await seenIn(page);
	await close();
	return { paint, shift, bytes: bytes() };
};

const take = async (browser: Browser, contestant: Contestant, profile: Profile) => {
	const { page, session, close } = await open(browser, contestant, profile);
	await page.goto(contestant.page, { waitUntil: 'commit' });
	let heap = 0;
	await answerAll(page, contestant, async () => {
		await session.send('HeapProfiler.collectGarbage');
		const { metrics } = await session.send('Performance.getMetrics');
		heap = (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1048576;
	});
	const { first, next, result } = await seenIn(page);
	await close();
	return {
		answerable: first,
		next50: quantile(next, 0.5),
		next95: quantile(next, 0.95),
		result,
		heap,
	};
};

const none = { answerable: null, next50: null, next95: null, result: null, heap: null };

export const visit = async (browser: Browser, contestant: Contestant, profile: Profile): Promise<Visit> => ({
	...(await look(browser, contestant, profile)),
	...(contestant.answer ? await take(browser, contestant, profile) : none),
});
