/** The results kept in this browser, newest first; one key each. */
import type { Instrument } from '../domain/instrument';
import { recordVersion, restoreResult } from '../domain/restore';
import type { Result } from '../domain/result';
import { fromText, toText } from '../storage/lines';
import type { Slots } from '../storage/slots';
import type { Notices } from './notices.svelte';
import { addressable } from './route.svelte';

const start = 'result:';
const newestFirst = (a: Result, b: Result): number => Date.parse(b.takenAt) - Date.parse(a.takenAt);

export class ResultsState {
	list = $state.raw<readonly Result[]>([]);
	/** Ids of results that could not be written. */
	#unkept = $state.raw<readonly string[]>([]);
	/** Keys whose unreadable text could not be set aside: they are left as they are. */
	#locked: string[] = [];

	constructor(
		private readonly instrument: Instrument,
		private readonly slots: Slots,
		private readonly notices: Notices,
	) {
		this.list = this.slots
			.keys(start)
			.map((key) => this.#read(key))
			.filter((result) => result !== null)
			.sort(newestFirst);
	}

	find(id: string): Result | null {
		return this.list.find((result) => result.id === id) ?? null;
	}

	/** False: it stands in memory only, and is gone when the page is closed. */
	isKept(id: string): boolean {
		return !this.#unkept.includes(id);
	}

	/** Adds a result, or replaces the one with its id. False: it stands in memory only. */
	put(result: Result): boolean {
		this.list = [...this.list.filter(({ id }) => id !== result.id), result].sort(newestFirst);
		const key = start + result.id;
		const kept = !this.#locked.includes(key) && this.slots.write(key, toText({ version: recordVersion, ...result }));
		this.#unkept = [...this.#unkept.filter((id) => id !== result.id), ...(kept ? [] : [result.id])];
		if (!kept) this.notices.once('notKept');
		return kept;
	}

	remove(id: string): void {
		const result = this.find(id);
		if (!result) return;
		this.list = this.list.filter((other) => other.id !== id);
		if (!this.slots.remove(start + id)) this.notices.once('removeFailed');
		this.notices.say({ key: 'resultRemoved', result, undo: () => this.put(result) });
	}

	#read(key: string): Result | null {
		const text = this.slots.read(key);
		if (text === null) return null;
		const { record, damaged } = fromText(text);
		const restored = restoreResult(this.instrument, record);
		// Its key is its name here, whatever the record says: two keys are two results. One that no address can name is
		// not listed, but kept aside like what cannot be read.
		const id = key.slice(start.length);
		const result = restored.value && addressable(id) ? { ...restored.value, id } : null;
		if (result && restored.value && !damaged && restored.dropped.length === 0) return result;
		// The text is left as it is, and kept aside before anything is written here: nothing of it is lost. Told once.
		const known = this.slots.isAside(key, text);
		if (!this.slots.setAside(key, text)) this.#locked.push(key);
		if (!known) this.notices.once('resultsAside');
		return result;
	}
}
