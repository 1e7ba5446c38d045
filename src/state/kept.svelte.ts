/** Everything that is kept here as one: what a backup holds, what reading one back changes, and taking it all away. */
import type { Change, Kept } from '../domain/backup';
import type { Ledger } from '../storage/ledger';
import type { MeState } from './me.svelte';
import type { Notices } from './notices.svelte';
import type { ResultsState } from './results.svelte';
import type { SittingState } from './sitting.svelte';
import type { TeamsState } from './teams.svelte';

/** A text that could not be read, as it stood. */
export interface Aside {
	/** What it was, as `result:<id>`. */
	readonly what: string;
	readonly key: string;
	readonly text: string;
}
const aside = 'aside:';

export class KeptState {
	/** Says when a text that was set aside is gone, or back. */
	#moved = $state(0);

	constructor(
		private readonly ledger: Ledger,
		private readonly notices: Notices,
		private readonly results: ResultsState,
		private readonly teams: TeamsState,
		private readonly sitting: SittingState,
		private readonly me: MeState,
	) {
		ledger.watch((slot) => {
			if (slot === null) this.#moved += 1;
		});
	}

	get all(): Kept {
		return {
			results: this.results.list,
			teams: this.teams.heads.flatMap(({ id }) => this.teams.find(id) ?? []),
			sitting: this.sitting.current,
			preferences: this.me.preferences,
		};
	}

	/** Characters that what begins with `start` takes, as it is stored. */
	size(start: string): number {
		return this.ledger.keys(start).reduce((sum, key) => sum + key.length + (this.ledger.text(key)?.length ?? 0), 0);
	}

	get asides(): readonly Aside[] {
		void this.#moved;
		const { slots } = this.ledger;
		return slots.keys(aside).map((key) => ({ key, what: key.slice(aside.length), text: slots.read(key) ?? '' }));
	}

	removeAside({ key, text }: Aside): void {
		const { slots } = this.ledger;
		slots.remove(key);
		this.#moved += 1;
		const undo = () => {
			slots.write(key, text);
			this.#moved += 1;
		};
		this.notices.say({ key: 'asideRemoved', undo });
	}

	/** A backup of this moment has been handed out. */
	saved(): void {
		// Of no members there is nothing to remember, unless there were some.
		if (this.teams.members > 0 || this.me.backedUp !== null) this.me.backUp(this.teams.members);
	}
	/** Members that the teams have more than at the last backup; 0 where there was none while they are few. */
	get unsaved(): number {
		return Math.max(0, this.teams.members - (this.me.backedUp ?? 0));
	}

	/** Does what was chosen of a file's changes; one undo takes all of it back, and is told to `undone`. */
	take(changes: readonly Change[], undone?: () => void): void {
		const before = this.all;
		for (const change of changes) this.#put(change);
		const undo = () => {
			for (const change of changes) this.#back(change, before);
			undone?.();
		};
		this.notices.say({ key: 'restored', undo });
	}

	/** Takes everything away, here and in every open tab. */
	erase(): void {
		const gone = this.ledger.erase();
		this.notices.list = [];
		this.notices.say({ key: gone ? 'erased' : 'notErased' });
	}

	#put(change: Change): void {
		if (change.kind === 'result') this.results.put(change.result);
		else if (change.kind === 'team') this.teams.put(change.team);
		else if (change.kind === 'sitting') this.sitting.resume(change.sitting);
		else this.me.change(change.preferences);
	}

	#back(change: Change, before: Kept): void {
		if (change.kind === 'result') {
			const earlier = before.results.find(({ id }) => id === change.result.id);
			if (earlier) this.results.put(earlier);
			else this.results.drop(change.result.id);
		} else if (change.kind === 'team') {
			const earlier = before.teams.find(({ id }) => id === change.team.id);
			if (earlier) this.teams.put(earlier);
			else this.teams.drop(change.team.id);
		} else if (change.kind === 'sitting') {
			const { current } = this.sitting;
			const { seed, startedAt } = change.sitting;
			// Another one has been begun since: it is not thrown away for this.
			if (current && (current.seed !== seed || current.startedAt !== startedAt)) return;
			if (before.sitting) this.sitting.resume(before.sitting);
			else this.sitting.finish();
		} else this.me.change(before.preferences);
	}
}
