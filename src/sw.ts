/**
 * The service worker: keeps every file of a version of the site, so that every screen works without a network.
 *
 * Each version has a cache of its own, used only once it is whole; every file in it was checked against the hash that the
 * build wrote down. Files under `assets/` are named by their content, and a page names them, so in whichever cache one
 * is found it is the one that the page was built with. That is why a new version takes over at once: what is loaded
 * from then on is new, and a page that is open gets its own files from its own cache, which stays while it is open.
 */

/** What the worker has and the page's types do not know; TypeScript cannot hold both libraries in one program. */
interface Window {
	readonly id: string;
	readonly url: string;
	postMessage(message: string): void;
}
interface Lasting extends Event {
	waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lasting {
	readonly request: Request;
	respondWith(answer: Promise<Response>): void;
}
interface Telling extends Lasting {
	readonly data: unknown;
	readonly source: Window | null;
}
interface Worker {
	readonly registration: { readonly scope: string };
	readonly clients: {
		claim(): Promise<void>;
		matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<readonly Window[]>;
	};
	skipWaiting(): Promise<void>;
	addEventListener(kind: 'install' | 'activate', act: (event: Lasting) => void): void;
	addEventListener(kind: 'fetch', act: (event: Asking) => void): void;
	addEventListener(kind: 'message', act: (event: Telling) => void): void;
}
declare const self: Worker;
/** Every file of this version, by its path below the site, with its hash; and a name for all of them. */
declare const FILES: Readonly<Record<string, string>>;
declare const VERSION: string;

const files = FILES;
const { scope } = self.registration;
/** Caches belong to a whole origin, which may have other sites, and this one twice. */
const prefix = `fulcrum ${scope} `;
const mine = prefix + VERSION;
const address = (path: string): string => new URL(path, scope).href;
/** Named by its content: never anything else under this name. */
const lasting = (path: string): boolean => path.startsWith('assets/');
/** An entry of this kind says that a page of this version is open. */
const seat = (id = ''): string => address(`open-page/${id}`);

/** Our caches, oldest first: browsers list them in the order in which they were made. */
const ours = async (): Promise<string[]> => (await caches.keys()).filter((name) => name.startsWith(prefix));

const within = (cacheName: string, url: string): Promise<Response | undefined> =>
	caches.match(url, { cacheName, ignoreVary: true });

/** A file and the cache that has it: this version's before any other. */
const find = async (url: string): Promise<{ name: string; file: Response } | null> => {
	for (const name of [mine, ...(await ours()).reverse()]) {
		const file = await within(name, url);
		if (file) return { name, file };
	}
	return null;
};

/** From an earlier version where it is the same file, else from the network, and then it is what the build wrote. */
const obtain = async (path: string, integrity: string): Promise<Response> => {
	const url = address(path);
	const there = lasting(path) ? await find(url) : null;
	if (there) return there.file;
	const cache = lasting(path) ? 'default' : 'no-cache';
	const response = await fetch(new Request(url, { integrity, cache, priority: 'low' }));
	if (!response.ok) throw new Error(`${path}: ${response.status}`);
	// Browsers refuse to open a page from an answer that was led elsewhere, as some hosts do with index.html.
	return response.redirected ? new Response(response.body, { headers: response.headers }) : response;
};

/** One file that is missing or of another version, as in the middle of a deployment: then nothing changes, until the next try. */
const install = async (): Promise<void> => {
	const cache = await caches.open(mine);
	await Promise.all(
		Object.entries(files).map(async ([path, hash]) => cache.put(address(path), await obtain(path, hash))),
	);
	await self.skipWaiting();
};

const respond = async (request: Request, path: string): Promise<Response> => {
	const url = address(path);
	const file = lasting(path) ? (await find(url))?.file : await within(mine, url);
	return file ?? fetch(request);
};

/** Removes caches before this version's that no open page was loaded from. */
const tidy = async (): Promise<void> => {
	const open = (await self.clients.matchAll({ type: 'window', includeUncontrolled: true }))
		.filter(({ url }) => url.startsWith(scope))
		.map(({ id }) => id);
	const seated = new Set<string>();
	const used = new Set<string>();
	const names = await ours();
	for (const name of names) {
		const cache = await caches.open(name);
		for (const { url } of await cache.keys()) {
			if (!url.startsWith(seat())) continue;
			const id = url.slice(seat().length);
			if (open.includes(id)) {
				seated.add(id);
				used.add(name);
			} else await cache.delete(url);
		}
	}
	// A page that has not said yet which version it is may need any of them.
	if (open.some((id) => !seated.has(id))) return;
	const before = names.slice(0, Math.max(0, names.indexOf(mine)));
	await Promise.all(before.filter((name) => !used.has(name)).map((name) => caches.delete(name)));
};

/** A page says which script it began with, and by that which version it is; it is told if that is not this one. */
const greet = async (page: Window, script: string): Promise<void> => {
	const name = (await find(script))?.name;
	if (name) await (await caches.open(name)).put(seat(page.id), new Response());
	if (name !== mine) page.postMessage('newer');
	await tidy();
};

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('message', (event) => {
	if (event.source && typeof event.data === 'string') event.waitUntil(greet(event.source, event.data));
});
self.addEventListener('fetch', (event) => {
	const { method, url } = event.request;
	if (method !== 'GET' || !url.startsWith(scope)) return;
	const asked = url.slice(scope.length).replace(/[?#].*$/s, '');
	const path = asked === '' || asked.endsWith('/') ? `${asked}index.html` : asked;
	if (Object.hasOwn(files, path) || lasting(path)) event.respondWith(respond(event.request, path));
});

// A module to TypeScript, so that its names are its own; the build makes a plain script of it.
export {};
