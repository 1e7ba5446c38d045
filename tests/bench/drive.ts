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
	let newest: Event | null = null;
	addEventListener(
		'click',
		(event) => {
			const [before, from] = [title(), event.timeStamp];
			newest = event;
			const look = (): void => {
				// What a later click leads to is none of this one's doing.
				if (newest !== event) return;
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

/*
 * Through functions of the page's own, and real taps: a locator would put 600 KB of the driver's script on the heap that is
 * measured.
 */
const title = (page: Page): Promise<string> => page.evaluate(() => document.querySelector('h1')?.textContent ?? '');

const until = async (acted: () => Promise<boolean>, within = 60_000): Promise<boolean> => {
	for (const end = performance.now() + within; performance.now() < end;) if (await acted()) return true;
	return false;
};

const isThere = (page: Page, selector: string) => (): Promise<boolean> =>
	page.evaluate((css) => (document.querySelector(css)?.getClientRects().length ?? 0) > 0, selector);

/** Presses the `nth` of what `selector` finds, or the last. */
const press = async (page: Page, selector: string, touch: boolean, nth = 0): Promise<void> => {
	const at = await page.evaluate(
		([css, n]) => {
			const all = [...document.querySelectorAll(css)];
			const one = all[Math.min(n, all.length - 1)];
			const seen = () => one!.getBoundingClientRect();
			if (!one) return null;
			if (seen().bottom > innerHeight) one.scrollIntoView({ block: 'center', behavior: 'instant' });
			const { left, top, width, height } = seen();
			return { x: left + width / 2, y: top + height / 2 };
		},
		[selector, nth] as const,
	);
	if (at) await (touch ? page.touchscreen.tap(at.x, at.y) : page.mouse.click(at.x, at.y));
};

/** `atEnd`: after the last answer, before the result is asked for. */
const answerAll = async (
	page: Page,
	{ start, answer, last, result, count }: Contestant,
	touch: boolean,
	atEnd: () => Promise<void>,
): Promise<void> => {
	/** A press that nobody heard is repeated. */
	const persist = async (selector: string, nth: number, acted: () => Promise<boolean>): Promise<void> => {
		for (let presses = 0; presses < 100; presses += 1) {
			await press(page, selector, touch, nth);
			if (await until(acted, 300)) return;
		}
		throw new Error(`Nothing happened on ${selector}`);
	};
	if (start) await until(isThere(page, start));
	if (start) await persist(start, 0, isThere(page, answer!));
	await until(isThere(page, answer!));
	for (let n = 0; n < count; n += 1) {
		const before = await title(page);
		await persist(answer!, [0, 3, 1, 2][n % 4]!, async () => (await title(page)) !== before);
	}
	await until(isThere(page, last ?? result!));
	await atEnd();
	if (last) await persist(last, 0, isThere(page, result!));
	const painted = await until(async () => (await seenIn(page)).result !== null);
	if (!painted) throw new Error('No result');
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
	await answerAll(page, contestant, profile.touch, async () => {
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
