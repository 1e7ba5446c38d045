/** Stands where what is stored will be until its code has come: writes down what is said meanwhile, and hands it over. */
import { encode } from '../storage/records';
import type { Watcher } from '../storage/ledger';
import type { Stored } from './stored';

/** What the state of the first page asks of it. */
export type Store = Pick<Stored, 'read' | 'write' | 'remove' | 'keys' | 'setAside'> & {
	watch(watcher: Watcher): void;
	/** What restores records: there as soon as there is anything to read. */
	readonly stored: Stored | null;
};

export class Door implements Store {
	/** Null until its code has come. */
	stored: Stored | null = null;
	#held = new Map<string, readonly unknown[]>();
	#watchers: Watcher[] = [];

	open(stored: Stored): void {
		this.stored = stored;
		// The watchers first: a write that is lost is told to those who listen.
		for (const watcher of this.#watchers) stored.watch(watcher);
		for (const [slot, records] of this.#held) stored.adopt(slot, records);
	}

	read(slot: string) {
		return this.stored ? this.stored.read(slot) : null;
	}
	write(slot: string, records: readonly unknown[]): boolean {
		if (this.stored) return this.stored.write(slot, records);
		this.#held.set(slot, records);
		try {
			localStorage.setItem(`fulcrum:${slot}`, encode(records));
		} catch {
			// Blocked or full: it is told once it is known whether there is a journal.
		}
		return true;
	}
	remove(slot: string): boolean {
		if (this.stored) return this.stored.remove(slot);
		this.#held.delete(slot);
		try {
			localStorage.removeItem(`fulcrum:${slot}`);
		} catch {
			// Blocked: then it was never there.
		}
		return true;
	}
	keys(start: string): string[] {
		return this.stored ? this.stored.keys(start) : [];
	}
	setAside(slot: string): boolean {
		return !!this.stored && this.stored.setAside(slot);
	}
	watch(watcher: Watcher): void {
		this.#watchers.push(watcher);
		this.stored?.watch(watcher);
	}
}
