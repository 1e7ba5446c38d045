/** The results kept in this browser, newest first; one key each. */
import type { Instrument } from '../domain/instrument';
import { recordVersion, type Result } from '../domain/result';
import { restoreResult } from '../domain/restore';
import type { Ledger } from '../storage/ledger';
import { joined, rowsOf } from '../storage/records';
import type { Notices } from './notices.svelte';
import { addressable } from './route.svelte';

const start = 'result:';
const newestFirst = (a: Result, b: Result): number => Date.parse(b.takenAt) - Date.parse(a.takenAt);

export class ResultsState {
	list = $state.raw<readonly Result[]>([]);
	/** Ids of results that could not be written. */
	#unkept = $state.raw<readonly string[]>([]);

	constructor(
		private readonly instrument: Instrument,
		private readonly ledger: Ledger,
		private readonly notices: Notices,
	) {
		this.#readAll();
		ledger.watch((slot, news) => {
			if (slot === null) this.#readAll();
			else if (!slot.startsWith(start)) return;
			else if (news === 'changed') this.#readAgain(slot);
			else {
				this.#unkept = [...this.#unkept, slot.slice(start.length)];
				notices.once('notKept');
			}
		});
	}

	find(id: string): Result | null {
		return this.list.find((result) => result.id === id) ?? null;
	}

	/** False: it stands in memory only, and is gone when the page is closed. */
	isKept(id: string): boolean {
		return !this.#unkept.includes(id);
	}

	/** False: some are not in localStorage. */
	get isAllKept(): boolean {
		return this.list.every(({ id }) => this.isKept(id));
	}

	/** Adds a result, or replaces the one with its id. False: not in localStorage. */
	put(result: Result): boolean {
		this.list = [...this.list.filter(({ id }) => id !== result.id), result].sort(newestFirst);
		this.#unkept = this.#unkept.filter((id) => id !== result.id);
		return this.ledger.write(start + result.id, rowsOf({ version: recordVersion, ...result }));
	}

	/** Without a word about it. */
	drop(id: string): void {
		this.list = this.list.filter((other) => other.id !== id);
		if (!this.ledger.remove(start + id)) this.notices.once('removeFailed');
	}

	remove(id: string): void {
		const result = this.find(id);
		if (!result) return;
		this.drop(id);
		this.notices.say({ key: 'resultRemoved', result, undo: () => this.put(result) });
	}

	#readAll(): void {
		this.list = this.ledger
			.keys(start)
			.map((key) => this.#read(key))
			.filter((result) => result !== null)
			.sort(newestFirst);
	}

	#readAgain(key: string): void {
		const result = this.#read(key);
		const others = this.list.filter(({ id }) => start + id !== key);
		this.list = result ? [...others, result].sort(newestFirst) : others;
	}

	#read(key: string): Result | null {
		const kept = this.ledger.read(key);
		if (!kept) return null;
		const { record, odd } = joined(kept.records);
		const restored = restoreResult(this.instrument, record);
		// Its key is its name here, whatever the record says: two keys are two results. One that no address can name is
		// not listed, but kept aside like what cannot be read.
		const id = key.slice(start.length);
		const result = restored.value && addressable(id) ? { ...restored.value, id } : null;
		const whole = !kept.damaged && !odd;
		if (result && restored.value && whole && restored.dropped.length === 0) return result;
		// The text is left as it is, and kept aside before anything is written here: nothing of it is lost. Told once.
		if (this.ledger.setAside(key)) this.notices.once('resultsAside');
		return result;
	}
}
