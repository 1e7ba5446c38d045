/** The service worker's rules, in a world made of maps; tests/e2e/offline.spec.ts shows it at work in a browser. */
import { afterEach, describe, expect, test, vi } from 'vitest';

const scope = 'https://example.org/leaders/';
const nameOf = (version: string): string => `fulcrum ${scope} ${version}`;
type Store = Map<string, Map<string, Response>>;
/** What is in each cache: paths in order, without the notes on open pages. */
const kept = (store: Store): Record<string, string[]> =>
	Object.fromEntries(
		[...store].map(([name, cache]) => [
			name,
			[...cache.keys()]
				.map((url) => url.replace(scope, ''))
				.filter((path) => !path.startsWith('open-page/'))
				.sort(),
		]),
	);

class FakeCaches {
	store: Store = new Map();
	keys = () => Promise.resolve([...this.store.keys()]);
	delete = (name: string) => Promise.resolve(this.store.delete(name));
	match = (url: string, { cacheName }: { cacheName: string }) =>
		Promise.resolve(this.store.get(cacheName)?.get(url)?.clone());
	open = (name: string) => {
		const cache = this.store.get(name) ?? new Map<string, Response>();
		this.store.set(name, cache);
		return Promise.resolve({
			put: (url: string, response: Response) => Promise.resolve(void cache.set(url, response)),
			delete: (url: string) => Promise.resolve(cache.delete(url)),
			keys: () => Promise.resolve([...cache.keys()].map((url) => ({ url }))),
		});
	};
}

interface Page {
	id: string;
	url: string;
	told: string[];
	postMessage: (message: string) => void;
}
const page = (id: string, url = scope): Page => {
	const told: string[] = [];
	return { id, url, told, postMessage: (message) => void told.push(message) };
};

type Listener = (event: Record<string, unknown>) => void;

/** A worker of `version` with these files, in a browser that has these caches and shows these pages. */
const begin = async (version: string, files: readonly string[], caches = new FakeCaches(), pages: Page[] = []) => {
	const listeners: Record<string, Listener> = {};
	const done: string[] = [];
	const asked: Request[] = [];
	const site = { answer: (path: string): Response => new Response(`${version} ${path}`) };
	vi.resetModules();
	vi.stubGlobal('FILES', Object.fromEntries(files.map((path) => [path, `sha256-${path}`])));
	vi.stubGlobal('VERSION', version);
	vi.stubGlobal('caches', caches);
	vi.stubGlobal('fetch', (request: Request) => {
		asked.push(request);
		return Promise.resolve(site.answer(request.url.replace(scope, '')));
	});
	vi.stubGlobal('self', {
		registration: { scope },
		clients: {
			claim: () => Promise.resolve(void done.push('claim')),
			matchAll: () => Promise.resolve(pages),
		},
		skipWaiting: () => Promise.resolve(void done.push('take over')),
		addEventListener: (kind: string, act: Listener) => void (listeners[kind] = act),
	});
	await import('../src/sw');
	const call = async (kind: string, event: Record<string, unknown> = {}): Promise<void> => {
		let work: Promise<unknown> = Promise.resolve();
		listeners[kind]!({ ...event, waitUntil: (promise: Promise<unknown>) => void (work = promise) });
		await work;
	};
	return {
		caches,
		done,
		asked,
		site,
		install: () => call('install'),
		activate: () => call('activate'),
		/** What it answers; null where it leaves the request to the browser. */
		get: async (url: string, method = 'GET'): Promise<string | null> => {
			let answer: Promise<Response> | null = null;
			const request = { url, method };
			listeners.fetch!({ request, respondWith: (promise: Promise<Response>) => void (answer = promise) });
			return answer && (await (answer as Promise<Response>)).text();
		},
		hear: (from: Page | null, data: unknown) => call('message', { source: from, data }),
	};
};
const script = (name: string): string => `${scope}assets/${name}.js`;
const one = ['assets/same-0.js', 'assets/start-1.js', 'favicon.svg', 'index.html'];
const two = ['assets/same-0.js', 'assets/start-2.js', 'favicon.svg', 'index.html'];

/** A browser in which the first version is installed. */
const withOne = async (pages: Page[] = []) => {
	const first = await begin('one', one, new FakeCaches(), pages);
	await first.install();
	return first;
};

afterEach(() => void vi.unstubAllGlobals());

describe('installing', () => {
	test('keeps every file in a cache of this version, then takes over', async () => {
		const worker = await withOne();
		expect(kept(worker.caches.store)).toEqual({ [nameOf('one')]: one });
		expect(worker.done).toEqual(['take over']);
		await worker.activate();
		expect(worker.done).toEqual(['take over', 'claim']);
	});
	test('asks for exactly what the build wrote, past the browser’s own cache where a name says nothing', async () => {
		const { asked } = await withOne();
		const seen = asked.map(({ url, integrity, cache }) => [url.replace(scope, ''), integrity, cache]);
		expect(seen.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))).toEqual([
			['assets/same-0.js', 'sha256-assets/same-0.js', 'default'],
			['assets/start-1.js', 'sha256-assets/start-1.js', 'default'],
			['favicon.svg', 'sha256-favicon.svg', 'no-cache'],
			['index.html', 'sha256-index.html', 'no-cache'],
		]);
	});
	test('takes from an earlier version what is still the same', async () => {
		const { caches } = await withOne();
		const worker = await begin('two', two, caches);
		await worker.install();
		expect(worker.asked.map(({ url }) => url.replace(scope, '')).sort()).toEqual(
			two.filter((path) => path !== 'assets/same-0.js'),
		);
		expect(kept(caches.store)).toEqual({ [nameOf('one')]: one, [nameOf('two')]: two });
		expect(await worker.get(scope + 'assets/same-0.js')).toBe('one assets/same-0.js');
	});
	test.each([
		['is missing', () => new Response('', { status: 404 })],
		['does not fit its hash', () => { throw new TypeError('integrity'); }],
	])('changes nothing where one file %s', async (_, fail) => {
		const { caches } = await withOne();
		const worker = await begin('two', two, caches);
		worker.site.answer = (path) => (path === 'assets/start-2.js' ? fail() : new Response(`two ${path}`));
		await expect(worker.install()).rejects.toThrow();
		expect(worker.done).toEqual([]);
		expect(kept(caches.store)[nameOf('one')]).toEqual(one);
	}); // prettier-ignore
	test('keeps a page that came by another address as if it had not: browsers refuse to open the other kind', async () => {
		const worker = await begin('one', one);
		worker.site.answer = (path) => {
			const response = new Response(path, { headers: { 'content-type': 'text/html' } });
			return Object.defineProperty(response, 'redirected', { value: true });
		};
		await worker.install();
		const stored = worker.caches.store.get(nameOf('one'))!.get(`${scope}index.html`)!;
		expect(stored.redirected).toBe(false);
		expect(stored.headers.get('content-type')).toBe('text/html');
		expect(await stored.text()).toBe('index.html');
	});
});

describe('answering', () => {
	test.each([
		['the site itself', scope, 'GET', 'two index.html'],
		['with a question', `${scope}?from=mail`, 'GET', 'two index.html'],
		['its page by name', `${scope}index.html`, 'GET', 'two index.html'],
		['a file of this version', `${scope}favicon.svg`, 'GET', 'two favicon.svg'],
		['a script of this version', script('start-2'), 'GET', 'two assets/start-2.js'],
		['a script of the version before', script('start-1'), 'GET', 'one assets/start-1.js'],
		['a script that nobody has', script('start-9'), 'GET', 'network'],
		['a page that is none of ours', `${scope}report.html`, 'GET', null],
		['a name that every object has', `${scope}constructor`, 'GET', null],
		['a folder that is none of ours', `${scope}docs/`, 'GET', null],
		['another site of this origin', 'https://example.org/', 'GET', null],
		['whether the site is there at all', scope, 'HEAD', null],
	])('%s', async (_, url, method, answer) => {
		const { caches } = await withOne();
		const worker = await begin('two', two, caches);
		await worker.install();
		worker.site.answer = () => new Response('network');
		expect(await worker.get(url, method)).toBe(answer);
	});
	test('the network, where the browser has emptied the cache', async () => {
		const worker = await withOne();
		worker.caches.store.clear();
		expect(await worker.get(scope)).toBe('one ');
	});
});

describe('hearing from a page', () => {
	/** The second version has taken over. */
	const withTwo = async (pages: Page[]) => {
		const { caches } = await withOne();
		await caches.open('fulcrum https://example.org/ other site');
		const worker = await begin('two', two, caches, pages);
		await worker.install();
		return { worker, names: () => caches.keys() };
	};
	const both = ['fulcrum https://example.org/ other site', nameOf('one'), nameOf('two')].sort();
	const sorted = async (names: Promise<string[]>): Promise<string[]> => (await names).sort();

	test('of this version: nothing to tell; the version before goes, other sites stay', async () => {
		const now = page('now');
		const { worker, names } = await withTwo([now]);
		await worker.hear(now, script('start-2'));
		expect(now.told).toEqual([]);
		expect(await sorted(names())).toEqual(both.filter((name) => name !== nameOf('one')));
	});
	test('of the version before: told that there is a newer one, and what it needs stays until it is gone', async () => {
		const pages = [page('before'), page('now')];
		const [before, now] = pages as [Page, Page];
		const { worker, names } = await withTwo(pages);
		await worker.hear(before, script('start-1'));
		await worker.hear(now, script('start-2'));
		expect([before.told, now.told]).toEqual([['newer'], []]);
		expect(await sorted(names())).toEqual(both);
		pages.shift();
		await worker.hear(now, script('start-2'));
		expect(await names()).not.toContain(nameOf('one'));
	});
	test('of a version that nobody has: told, and nothing is thrown away while it is open', async () => {
		const pages = [page('lost'), page('now')];
		const { worker, names } = await withTwo(pages);
		await worker.hear(pages[0]!, script('start-0'));
		await worker.hear(pages[1]!, script('start-2'));
		expect(pages[0]!.told).toEqual(['newer']);
		expect(await sorted(names())).toEqual(both);
	});
	test('that has not said yet what it is: nothing is thrown away', async () => {
		const pages = [page('silent'), page('now')];
		const { worker, names } = await withTwo(pages);
		await worker.hear(pages[1]!, script('start-2'));
		expect(await sorted(names())).toEqual(both);
	});
	test('of another site of this origin: it holds nothing up', async () => {
		const pages = [page('foreign', 'https://example.org/'), page('now')];
		const { worker, names } = await withTwo(pages);
		await worker.hear(pages[1]!, script('start-2'));
		expect(await names()).not.toContain(nameOf('one'));
	});
	test('while a version after this one is being fetched: that one stays', async () => {
		const now = page('now');
		const worker = await withOne([now]);
		await worker.caches.open(nameOf('two'));
		await worker.hear(now, script('start-1'));
		expect(await worker.caches.keys()).toEqual([nameOf('one'), nameOf('two')]);
	});
	test.each([
		['nobody', null, script('start-2')],
		['something that is no address', page('now'), { start: 2 }],
	])('%s: nothing happens', async (_, from, data) => {
		const { worker, names } = await withTwo([]);
		await worker.hear(from, data);
		expect(await sorted(names())).toEqual(both);
	});
});
