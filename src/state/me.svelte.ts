/**
 * What belongs to this browser and to no result: the name given last, the random number that stands for it in what it
 * sends, the invite being answered, the last backup.
 */
import { sentName } from '../domain/name';
import { restorePreferences, type Preferences } from '../domain/preferences';
import type { Ledger } from '../storage/ledger';

const key = 'me';

export class MeState {
	#kept = $state.raw<Preferences>(restorePreferences([]));

	/** `draw`: 40 random bits as 10 hex digits. */
	constructor(
		private readonly ledger: Ledger,
		private readonly draw: () => string,
	) {
		this.#restore();
		ledger.watch((slot, news) => {
			if ((slot === null || slot === key) && news === 'changed') this.#restore();
		});
	}

	get preferences(): Preferences {
		return this.#kept;
	}
	get name(): string | null {
		return this.#kept.name;
	}
	/** Null until something is sent for the first time. */
	get person(): string | null {
		return this.#kept.person;
	}
	/** The number that stands for this browser; made at the first sending. */
	claim(): string {
		const person = this.#kept.person ?? this.draw();
		this.change({ person });
		return person;
	}
	get invite(): string | null {
		return this.#kept.invite;
	}
	/** An invite is answered from now on; null: no longer. */
	answer(invite: string | null): void {
		this.change({ invite });
	}
	rename(name: string | null): void {
		this.change({ name: sentName(name) });
	}
	/** Team members there were when everything was backed up last; null: never. */
	get backedUp(): number | null {
		return this.#kept.backedUp;
	}
	backUp(members: number): void {
		this.change({ backedUp: members });
	}

	/** Where it cannot be written it holds for this visit. */
	change(some: Partial<Preferences>): void {
		const next = { ...this.#kept, ...some };
		const said = Object.entries(next).filter(([, value]) => value !== null);
		if (Object.entries(some).every(([name, value]) => this.#kept[name as keyof Preferences] === value)) return;
		this.#kept = next;
		this.ledger.write(key, [{ version: 1 }, ...said]);
	}

	#restore(): void {
		this.#kept = restorePreferences(this.ledger.read(key)?.records ?? []);
	}
}
