/** Stand-ins for one browser with several tabs open, and for its journal. */
import type { Journal } from '../src/storage/journal';
import type { News } from '../src/storage/ledger';
import { Stored } from '../src/state/stored';
import { slots } from '../src/storage/slots';
import { fakeStorage } from './fake';

/** One browser: a storage that tells every other tab of each change, at once or when told to. */
export const browser = (content: Record<string, string> = {}) => {
	const inner = fakeStorage(content);
	const tabs: { events: StorageEvent[]; heard: (event: StorageEvent) => void }[] = [];
	const open = (storage: Storage = inner) => {
		const listeners = new Map<string, (event: Event) => void>();
		const target = {
			addEventListener: (name: string, act: (event: Event) => void) => void listeners.set(name, act),
			removeEventListener: (name: string) => void listeners.delete(name),
		};
		const win = { ...target, document: { ...target, visibilityState: 'visible' } } as unknown as Window;
		const told: [string | null, News][] = [];
		const tab = { events: [] as StorageEvent[], heard: (event: StorageEvent) => listeners.get('storage')?.(event) };
		tabs.push(tab);
		const tell = (key: string | null) => {
			for (const other of tabs) if (other !== tab) other.events.push({ key } as StorageEvent);
		};
		const own: Storage = {
			get length() {
				return storage.length;
			},
			key: (i) => storage.key(i),
			getItem: (key) => storage.getItem(key),
			setItem: (key, value) => {
				if (storage.getItem(key) === value) return;
				storage.setItem(key, value);
				tell(key);
			},
			removeItem: (key) => {
				if (storage.getItem(key) === null) return;
				storage.removeItem(key);
				tell(key);
			},
			clear: () => {
				storage.clear();
				tell(null);
			},
		};
		const ledger = new Stored(slots(() => own));
		ledger.watch((slot, news) => told.push([slot, news]));
		const stop = ledger.follow(win);
		return {
			ledger,
			told,
			own,
			stop,
			/** Reads as a page does: a slot's records, ids of what is in it. */
			has: (slot: string) =>
				ledger.read(slot)?.records.map((record) => (Array.isArray(record) ? record[0] : '')) ?? null,
			values: (slot: string) => ledger.read(slot)?.records ?? null,
			wake: () => listeners.get('visibilitychange')?.({} as Event),
		};
	};
	/** Hands out what has not been heard yet, until nobody has anything to say; false where that never comes. */
	const settle = (): boolean => {
		for (let round = 0; round < 50; round++) {
			if (tabs.every(({ events }) => events.length === 0)) return true;
			for (const tab of tabs) for (const event of tab.events.splice(0)) tab.heard(event);
		}
		return false;
	};
	return { inner, open, settle, tabs };
};
/** A journal in memory; `fail`: nothing can be written. */
export const journal = (content: Record<string, string> = {}, fail = false) => {
	const texts = new Map(Object.entries(content));
	const refuse = () => Promise.reject(new DOMException('no', 'UnknownError'));
	const kept: Journal = {
		all: () => Promise.resolve(new Map(texts)),
		put: (more) => {
			if (fail) return refuse();
			for (const [slot, text] of more)
				if (text === null) texts.delete(slot);
				else texts.set(slot, text);
			return Promise.resolve();
		},
		reset: (only) => {
			texts.clear();
			return kept.put(only);
		},
	};
	return { kept, texts };
};
/** Lets what is not awaited happen. */
export const turn = () => new Promise((resolve) => setTimeout(resolve));
