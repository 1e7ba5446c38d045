/** What goes along with a result that is sent: the name given last, and the random number that stands for this browser. */
import { sentName } from '../domain/name';
import { decode, encode } from '../storage/lines';
import type { Slots } from '../storage/slots';

const key = 'me';
interface Kept {
	readonly name: string | null;
	readonly person: string | null;
	/** Code of an invite that the reader is answering. */
	readonly invite: string | null;
}

export class MeState {
	#kept = $state.raw<Kept>({ name: null, person: null, invite: null });

	/** `draw`: 40 random bits as 10 hex digits. */
	constructor(
		private readonly slots: Slots,
		private readonly draw: () => string,
	) {
		const [record] = decode(this.slots.read(key) ?? '').records;
		if (typeof record !== 'object' || record === null) return;
		const { name, person, invite } = record as Record<string, unknown>;
		this.#kept = {
			name: typeof name === 'string' ? sentName(name) : null,
			person: typeof person === 'string' && /^[0-9a-f]{10}$/.test(person) ? person : null,
			invite: typeof invite === 'string' && invite.length < 2000 ? invite : null,
		};
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
		if (person !== this.#kept.person) this.#keep({ ...this.#kept, person });
		return person;
	}
	get invite(): string | null {
		return this.#kept.invite;
	}
	/** An invite is answered from now on; null: no longer. */
	answer(invite: string | null): void {
		if (invite !== this.#kept.invite) this.#keep({ ...this.#kept, invite });
	}
	rename(given: string | null): void {
		const name = sentName(given);
		if (name !== this.#kept.name) this.#keep({ ...this.#kept, name });
	}

	/** Where it cannot be written it holds for this visit. */
	#keep(kept: Kept): void {
		this.#kept = kept;
		this.slots.write(key, encode([{ version: 1, ...kept }]));
	}
}
