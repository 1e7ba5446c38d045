/**
 * What the browser tests share: a page that fails on anything untoward, the words of the screens (so that rewording
 * breaks no test), records seeded as the app itself would have stored them, and the few moves that all tests make.
 */
import { readFileSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';
import type { Answers, Form, Item } from '../../src/domain/instrument';
import { read, type Place, type Reading } from '../../src/domain/reading';
import { recordVersion } from '../../src/domain/restore';
import { conclude, noContext, type Context, type Result } from '../../src/domain/result';
import { encodeSent } from '../../src/domain/code';
import { sentOf, type Sent } from '../../src/domain/sent';
import { evaluate } from '../../src/domain/snapshot';
import { begin, questions, unanswered, valueAt, type Sitting } from '../../src/domain/sitting';
import { isGone, parseLines, toText } from '../../src/storage/lines';
import { encode } from '../../src/storage/records';
import { instrument } from '../fake';
import type items from '../../questions/en/items.json';
import type method from '../../questions/en/method.json';
import type report from '../../questions/en/report.json';
import type ui from '../../questions/en/ui.json';

export { expect, instrument };

const json = <T>(name: string): T => JSON.parse(readFileSync(`questions/en/${name}.json`, 'utf8')) as T;
export const words = {
	ui: json<typeof ui>('ui'),
	report: json<typeof report>('report'),
	items: json<typeof items>('items'),
	method: json<typeof method>('method'),
};

/** What is written from the right keeps its direction to itself. */
const apart = (value: string): string => (/[\u0590-\u08ff]/.test(value) ? `\u2068${value}\u2069` : value);
/** A message with its values put in, as svelte-i18n would. */
export const say = (message: string, values: Record<string, string | number> = {}): string => {
	const write = (elements: readonly MessageFormatElement[]): string =>
		elements
			.map((element) => {
				if (element.type === TYPE.literal) return element.value;
				if (element.type === TYPE.argument) return apart(String(values[element.value]));
				if (element.type !== TYPE.plural) throw new Error(`cannot say ${message}`);
				const option = values[element.value] === 1 ? element.options.one : element.options.other;
				return write((option ?? element.options.other)!.value);
			})
			.join('');
	return write(parse(message, { ignoreTag: true }));
};

const { locale } = words.ui.language;

/** A number, a share of a hundred, a day: as the language of the words writes them. */
export const number = (value: number, digits = 0): string =>
	new Intl.NumberFormat(locale, {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		signDisplay: 'negative',
	}).format(value);
export const percent = (value: number, digits = 0): string =>
	new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }).format(value / 100);
export const day = (iso: string): string =>
	new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(new Date(iso));

/** "1 point", "14 points": how far, without the direction. */
export const points = (value: number): string =>
	say(words.ui.place.points, { n: Math.round(Math.abs(value)), points: number(Math.abs(value)) });

/** "14 ± 7 architectural". */
export const shortPlace = (place: Place, digits = 0): string => {
	const { ui } = words;
	const at = digits > 0 ? Math.min(50, Math.max(-50, place.exact - 50)) : place.points;
	const [far, half] = [number(Math.abs(at), digits), number(place.half, digits)];
	if (Number(far) === 0) return say(ui.place.shortCentre, { half });
	return say(ui.place.short, {
		points: far,
		half,
		end: at > 0 ? ui.place.shortArchitecture : ui.place.shortPeople,
	});
};

/** As a list of results says it: with a name where the answers earn one of the two that rest at the centre too. */
export const listed = ({ place, call }: Reading): string => {
	const { first } = call;
	if (first !== 'UNICORN' && first !== 'ELSEWHERE') return shortPlace(place);
	return say(words.ui.place.shortNamed, { name: words.ui.regions[first], place: shortPlace(place) });
};

/** Half minutes, written: "5½". */
export const halves = (minutes: number): string => `${Math.floor(minutes) || ''}${minutes % 1 ? '½' : ''}`;

/** Everything that should not have happened in the pages of a context, in words. */
export const watch = async (context: BrowserContext, origins: readonly string[]): Promise<string[]> => {
	const faults: string[] = [];
	const pages = (page: Page): void => {
		page.on('console', (message) => {
			// Playwright says so where our configuration blocks workers.
			if (message.text() === 'Service Worker registration blocked by Playwright') return;
			if (message.type() === 'error' || message.type() === 'warning')
				faults.push(`console ${message.type()}: ${message.text()} (${message.location().url})`);
		});
		page.on('pageerror', (error) => faults.push(`uncaught: ${error.message}`));
	};
	context.pages().forEach(pages);
	context.on('page', pages);
	context.on('request', (request) => {
		const { origin, protocol } = new URL(request.url());
		if (!['data:', 'blob:'].includes(protocol) && !origins.includes(origin))
			faults.push(`request to another origin: ${request.url()}`);
	});
	await context.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) =>
			console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
		);
	});
	return faults;
};

interface Extras {
	/** The pseudo-language's address. */
	pseudoURL: string;
	/** Both addresses, as origins. */
	origins: readonly string[];
	/** Faults that a test expects and takes away itself; what is left at its end fails it. */
	faults: string[];
}

export const test = base.extend<Extras>({
	pseudoURL: async ({ baseURL }, use) => {
		const url = new URL(baseURL!);
		url.port = String(Number(url.port) + 1);
		await use(url.href);
	},
	origins: async ({ baseURL, pseudoURL }, use) => {
		await use([new URL(baseURL!).origin, new URL(pseudoURL).origin]);
	},
	faults: [
		async ({ context, origins }, use) => {
			const faults = await watch(context, origins);
			await use(faults);
			expect(faults, 'console, uncaught, policy and foreign requests').toEqual([]);
		},
		{ auto: true },
	],
});

// Records, as the app would have stored them.

export type Chooser = (item: Item, number: number) => number | undefined;

/** Characters who answer in a way of their own; none gives one answer so often that it looks careless, but the last. */
export const people = {
	architect: (item, n) => {
		if (item.format === 'posture') return n % 3 === 0 ? 1 : 3;
		if (item.format === 'pair') return n % 4 === 0 ? 2 : 3;
		const agrees = (item.facet.startsWith('A') ? 1 : -1) === item.key;
		return agrees ? (n % 3 === 0 ? 3 : 4) : n % 3 === 0 ? 1 : 0;
	},
	people: (item, n) => {
		if (item.format !== 'rating') return n % 3 === 0 ? 1 : 0;
		const agrees = (item.facet.startsWith('P') ? 1 : -1) === item.key;
		return agrees ? (n % 3 === 0 ? 3 : 4) : n % 3 === 0 ? 1 : 0;
	},
	both: (item, n) => {
		if (item.format !== 'rating') return n % 2 === 0 ? 1 : 2;
		return item.key > 0 ? (n % 5 === 0 ? 3 : 4) : n % 5 === 0 ? 1 : 0;
	},
	neither: (item, n) => {
		if (item.format !== 'rating') return n % 2 === 0 ? 1 : 2;
		return item.key < 0 ? (n % 5 === 0 ? 3 : 4) : n % 5 === 0 ? 1 : 0;
	},
	middle: (item, n) => {
		if (item.format !== 'rating') return n % 2 === 0 ? 1 : 2;
		return [2, 1, 2, 3][n % 4];
	},
	/** Drawn to architecture, busy with people. */
	torn: (item, n) => {
		if (item.format === 'posture') return n % 4;
		const towards = item.mode === 'drive' ? 'A' : 'P';
		if (item.format === 'pair') return towards === 'A' ? 3 - (n % 2) : n % 2;
		return (item.facet.startsWith(towards) ? 1 : -1) === item.key ? 4 - (n % 2) : n % 2;
	},
	careless: () => 0,
} as const satisfies Record<string, Chooser>;
export type Person = keyof typeof people;

const startedAt = '2026-11-01T09:30:00.000Z';
export const seed = 20261122;

export const askedIn = (form: Form, blocks = instrument.forms[form], from = seed) =>
	questions(instrument, { seed: from, blocks });

/** A sitting of which the first `count` questions are answered. */
export const sittingOf = (person: Person, form: Form, count: number, more: Partial<Sitting> = {}): Sitting => {
	const sitting = { ...begin(instrument, form, seed, startedAt), at: count + 1, ...more };
	const asked = questions(instrument, sitting);
	const answers: Record<string, number> = {};
	asked.slice(0, count).forEach(({ item }, i) => {
		const value = people[person](item, i);
		if (value !== undefined) answers[item.id] = value;
	});
	return { ...sitting, answers, pace: { median: 3.5, count: 8 }, seconds: 100, ...more };
};

export const resultOf = (person: Person, form: Form, more: Partial<Result> = {}): Result => {
	const sitting = sittingOf(person, form, askedIn(form).length);
	const now = { id: `${person}-${form}`, takenAt: '2026-11-02T10:00:00.000Z', language: 'en' };
	return { ...conclude(instrument, sitting, now, noContext), ...more };
};

/** What a result's page may say, computed here from its answers. */
export const readingOf = (result: Result): Reading => read(evaluate(instrument, result).snapshot, instrument.gamma);

export type Stored = Record<string, string>;
const record = (value: Sitting | Result): string => toText({ version: recordVersion, ...value });
export const sittingKey = 'fulcrum:sitting';
export const resultKey = (id: string): string => `fulcrum:result:${id}`;
export const asStored = ({ sitting, results = [] }: { sitting?: Sitting; results?: readonly Result[] }): Stored => ({
	...(sitting ? { [sittingKey]: record(sitting) } : {}),
	...Object.fromEntries(results.map((result) => [resultKey(result.id), record(result)])),
});

/** A context somebody has filled in. */
export const aboutSomebody: Context = {
	role: 'cto',
	stage: 'series-b',
	size: '26-100',
	founder: true,
	reportsTo: 'ceo',
	business: 'technical',
};

/** The CTO whom the source's moment in the middle is about. */
export const aboutTheMoment: Context = {
	role: 'cto',
	stage: 'series-c',
	size: '101-1000',
	founder: true,
	reportsTo: 'ceo',
	business: 'sales-led',
};

/** A result as a code, as its owner would send it. */
export const codeOf = (result: Result, more: Partial<Sent> = {}): string => {
	const { snapshot } = evaluate(instrument, result);
	return encodeSent({ ...sentOf(instrument, result, snapshot, result.takenAt.slice(0, 10)), ...more });
};

const blank = '<!doctype html><link rel="icon" href="data:," />';

/** An empty page of the same origin. */
export const nowhere = async (page: Page, home = './'): Promise<void> => {
	await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body: blank }), { times: 1 });
	await page.goto(`${home}blank`);
};

/** Puts records into localStorage before the app runs, from an empty page of the same origin; the journal knows nothing. */
export const put = async (page: Page, stored: Stored, home = './', instead = false): Promise<void> => {
	await nowhere(page, home);
	await page.evaluate(
		async ([entries, anew]) => {
			if (anew) localStorage.clear();
			for (const [key, value] of Object.entries(entries)) localStorage.setItem(key, value);
			await new Promise((resolve) => {
				try {
					const gone = indexedDB.deleteDatabase('fulcrum');
					gone.onsuccess = gone.onerror = gone.onblocked = resolve;
				} catch (blocked) {
					resolve(blocked);
				}
			});
		},
		[stored, instead] as const,
	);
};

/** A browser that lets nobody use IndexedDB: the journal cannot be. */
export const withoutJournal = (page: Page): Promise<unknown> =>
	page.addInitScript(() =>
		Object.defineProperty(window, 'indexedDB', {
			get() {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			},
		}),
	);

/** The same page with these records and no others, the app loaded anew: quicker than a page of its own. */
export const afresh = async (page: Page, hash: string, stored: Stored = {}, home = './'): Promise<void> => {
	await put(page, stored, home, true);
	await open(page, hash, {}, home);
};

/** What stands in localStorage, as it would after a first writing: without write numbers and what was taken away. */
export const storage = async (page: Page): Promise<Stored> => {
	const all = Object.entries(
		await page.evaluate(async () => {
			// An answer is written down once the next question has been painted.
			await new Promise((written) => requestIdleCallback(written, { timeout: 200 }));
			return { ...localStorage } as Record<string, string>;
		}),
	);
	return Object.fromEntries(
		all.flatMap(([key, text]) => {
			if (key === 'fulcrum:gone') return [];
			const { lines, damaged } = parseLines(text);
			const live = [...lines.values()].filter((line) => !isGone(line)).map(({ value }) => value);
			return [[key, damaged.length > 0 || key.startsWith('fulcrum:aside:') ? text : encode(live)]];
		}),
	);
};

/** Opens the app at `hash` with these records in its storage. */
export const open = async (page: Page, hash = '#/', stored: Stored = {}, home = './'): Promise<void> => {
	if (Object.keys(stored).length > 0) await put(page, stored, home);
	await page.goto(`${home}${hash}`);
	// The page as it was written shows the first screen until the script has come, whatever the address says.
	const first = /^#\/(start\/.*)?$/.test(hash);
	await expect(page.locator(`main:not([aria-busy], .growing)${first ? '' : ':not(:has(#start))'}`)).toBeVisible();
};

/** A text as a regular expression that matches it only. */
export const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');

export const heading = (page: Page) => page.locator('h1');
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
/** A way to begin or to go on, from the first page. */
export const way = (page: Page, name: string) => page.getByRole('link', { name, exact: true });
export const questionTitle = (n: number, count: number): string => say(words.ui.question.title, { n, count });

/** Question `n` of `count` is on screen. */
export const atQuestion = async (page: Page, n: number, count: number): Promise<void> => {
	await expect(heading(page)).toHaveText(questionTitle(n, count));
};

/** The radio that has the focus. */
export const focused = (page: Page) => page.locator('input[type=radio]:focus');

/** What stands on a question's screen, in the order in which it stands there. */
export const shown = (page: Page): Promise<string[]> =>
	page
		.locator('fieldset legend, fieldset p.statement, .scale label span')
		.evaluateAll((nodes) => nodes.map((node) => node.textContent!.replace(/\s+/g, ' ').trim()));

export const checkedPlace = (page: Page): Promise<number> =>
	page.locator('input[type=radio]').evaluateAll((radios) => radios.findIndex((r) => (r as HTMLInputElement).checked));

export const startOf = { quick: words.ui.welcome.startQuick, full: words.ui.welcome.startFull };

export const start = async (page: Page, form: Form): Promise<void> => {
	await way(page, startOf[form]).click();
	await atQuestion(page, 1, askedIn(form).length);
};

/** The sitting as it is stored now; null where there is none. */
export const storedSitting = async (
	page: Page,
): Promise<(Pick<Sitting, 'seed' | 'blocks' | 'at'> & { answers: Answers }) | null> => {
	const text = (await storage(page))[sittingKey];
	return text === undefined ? null : unpack(text);
};

/** Reads a record as a reader of the documented format would: each line a checksum, a space, JSON. */
export const unpack = <T extends { answers: Answers }>(text: string): T => {
	const [head, ...answers] = text.split('\n').map((line): unknown => JSON.parse(line.slice(line.indexOf(' ') + 1)));
	return { ...(head as object), answers: Object.fromEntries(answers as [string, number][]) } as T;
};

/** What the answers must be when question i was answered with `places[i]` (0 first, as shown). */
export const answersFor = (sitting: Pick<Sitting, 'seed' | 'blocks'>, places: readonly (number | null)[]): Answers => {
	const asked = questions(instrument, sitting);
	return Object.fromEntries(
		places.flatMap((place, i) => (place === null ? [] : [[asked[i]!.item.id, valueAt(asked[i]!, place)]])),
	);
};

export const skippedIn = (sitting: Sitting): number =>
	unanswered(questions(instrument, sitting), sitting.answers).length;

export interface Drawing {
	/** Pixels of the canvas itself. */
	readonly width: number;
	/** Different colours among its pixels that are not transparent. */
	readonly colours: number;
	/** Mean of red, green and blue over those. */
	readonly shade: number;
}

/** What stands on each canvas; read through a copy, so that the app's own canvases stay as they are. */
export const drawings = (page: Page): Promise<Drawing[]> =>
	page.locator('canvas').evaluateAll((canvases) =>
		canvases.map((node) => {
			const { width, height } = node as HTMLCanvasElement;
			if (width === 0 || height === 0) return { width, colours: 0, shade: 0 };
			const copy = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })!;
			copy.drawImage(node as HTMLCanvasElement, 0, 0);
			const { data } = copy.getImageData(0, 0, width, height);
			const colours = new Set<number>();
			let [sum, ink] = [0, 0];
			for (let i = 0; i < data.length; i += 4) {
				if (data[i + 3] === 0) continue;
				colours.add((data[i]! << 16) | (data[i + 1]! << 8) | data[i + 2]!);
				sum += data[i]! + data[i + 1]! + data[i + 2]!;
				ink += 3;
			}
			return { width, colours: colours.size, shade: ink ? sum / ink : 0 };
		}),
	);

/** Whether each canvas shows a drawing; looked at in little, as reading every pixel takes long. */
export const painted = (page: Page): Promise<boolean[]> =>
	page.locator('canvas').evaluateAll((canvases) =>
		canvases.map((node) => {
			const { width, height } = node as HTMLCanvasElement;
			if (width === 0 || height === 0) return false;
			const copy = new OffscreenCanvas(160, 80).getContext('2d', { willReadFrequently: true })!;
			copy.drawImage(node as HTMLCanvasElement, 0, 0, 160, 80);
			const data = new Uint32Array(copy.getImageData(0, 0, 160, 80).data.buffer);
			return new Set(data).size > 4;
		}),
	);

/** As a reader does who looks at everything: a chart is drawn once it is near. Where the page stood it stands again. */
const lookAtAll = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		const frame = () => new Promise((seen) => requestAnimationFrame(seen));
		const at = scrollY;
		for (const canvas of document.querySelectorAll('canvas')) {
			canvas.scrollIntoView();
			await frame();
			await frame();
		}
		scrollTo(0, at);
	});

/** Every canvas shows a drawing: the three of each result, a fourth where stage or posture is known, or as many as said. */
export const expectPainted = async (page: Page, canvases?: number): Promise<void> => {
	// A long page comes part by part.
	await expect(async () => {
		expect(await page.locator('.growing').count()).toBe(0);
		await lookAtAll(page);
		const all = await painted(page);
		expect(all).not.toContain(false);
		if (canvases === undefined) expect(all.length).toBeGreaterThanOrEqual(3);
		else expect(all).toHaveLength(canvases);
	}).toPass({ intervals: [30, 60, 100], timeout: 8000 });
};

/**
 * Marks a test as a row of the fault table that `npm run faults` prints: what was `done`, what is `seen`, what is `kept`. The
 * test holds each of them.
 */
export const fault = (done: string, seen: string, kept: string) => ({
	tag: '@fault',
	annotation: Object.entries({ done, seen, kept }).map(([type, description]) => ({ type, description })),
});

/** Leads to another place of the app without loading it again. */
export const go = async (page: Page, hash: string): Promise<void> => {
	await page.evaluate((to) => (location.hash = to), hash);
	await expect(page.locator('main:not([aria-busy])')).toBeVisible();
};
