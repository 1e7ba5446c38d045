/** The teams kept in this browser: one key each, a head and then one member a line, the member as a code. */
import { decodeSent, encodeSent } from '../domain/code';
import { roles, stages } from '../domain/result';
import { labelFor, teamName, type Team, type TeamMember } from '../domain/team';
import type { Ledger } from '../storage/ledger';
import { parseLines } from '../storage/lines';
import type { Notices } from './notices.svelte';

const start = 'team:';
const version = 1;

type Fields = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(value: unknown, list: readonly T[]): T | null => list.find((v) => v === value) ?? null;

const rowsOf = ({ members, ...head }: Team): unknown[] => [
	{ version, ...head, count: members.length },
	...members.map(({ key, sent, label, role, hidden, ghost }) => [key, encodeSent(sent), label, role, hidden, ghost]),
];

const memberOf = (row: unknown): TeamMember | null => {
	if (!Array.isArray(row) || typeof row[0] !== 'string' || typeof row[1] !== 'string') return null;
	const [key, code, label, role, hidden, ghost] = row as unknown[];
	const read = decodeSent(code as string);
	if (!('sent' in read)) return null;
	return {
		key: key as string,
		sent: read.sent,
		label: labelFor(text(label)),
		role: oneOf(role, roles),
		hidden: hidden === true,
		ghost: ghost === true,
	};
};

/** Null where the head is lost, or is no head of this version. */
const headOf = (record: unknown): Fields | null =>
	typeof record === 'object' && record !== null && !Array.isArray(record) && (record as Fields).version === version
		? (record as Fields)
		: null;

interface Read {
	readonly team: Team;
	/** Nothing of it was damaged. */
	readonly whole: boolean;
}
/** Where the head is lost the members are still a team, without a name; null where nothing is, or it is of a newer version. */
const teamOf = (
	id: string,
	record: unknown,
	members: readonly (TeamMember | null)[],
	damaged: boolean,
): Read | null => {
	const head = headOf(record);
	const kept = members.filter((member) => member !== null);
	if (head ? typeof head.name !== 'string' : record !== null || kept.length === 0) return null;
	return {
		team: {
			id,
			name: teamName(text(head?.name)),
			stage: oneOf(head?.stage, stages),
			letters: head?.letters === true,
			members: kept,
		},
		whole: head !== null && !damaged && kept.length === members.length,
	};
};

/** So many members are read in one turn. */
const slice = 500;

export interface TeamHead {
	readonly id: string;
	readonly name: string;
	readonly count: number;
}

export class TeamsState {
	/** Newest first is not known: in the order of their names. */
	heads = $state.raw<readonly TeamHead[]>([]);
	/** Teams read so far; `#changes` says when one of them changed. */
	// eslint-disable-next-line svelte/prefer-svelte-reactivity -- a cache; what is drawn depends on `#changes`
	#open = new Map<string, Team>();
	#changes = $state(0);
	/** Ids whose last change could not be written. */
	#unkept = $state.raw<readonly string[]>([]);

	constructor(
		private readonly ledger: Ledger,
		private readonly notices: Notices,
	) {
		this.#list();
		ledger.watch((slot, news) => {
			if (slot !== null && !slot.startsWith(start)) return;
			if (news === 'lost') this.#unkept = [...this.#unkept, slot!.slice(start.length)];
			else {
				for (const id of slot === null ? [...this.#open.keys()] : [slot.slice(start.length)]) this.#open.delete(id);
				this.#list();
				this.#changes += 1;
			}
		});
	}

	/** Read when it is first asked for. */
	find(id: string): Team | null {
		void this.#changes;
		const open = this.#open.get(id);
		if (open) return open;
		const kept = this.heads.some((head) => head.id === id) ? this.ledger.read(start + id) : null;
		if (!kept) return null;
		const [head, ...rows] = kept.records;
		return this.#keep(id, teamOf(id, head, rows.map(memberOf), kept.damaged));
	}

	/** The same for a large team, in turns: the page stays quick to the hand while thousands are read. */
	async ready(id: string): Promise<void> {
		// Nothing that is drawn may depend on this: a change of the team must not load the page anew.
		const kept = this.#open.has(id) ? null : this.ledger.read(start + id);
		if (!kept || kept.records.length <= slice) return;
		const [head, ...rows] = kept.records;
		const members: (TeamMember | null)[] = [];
		for (let from = 0; from < rows.length; from += slice) {
			members.push(...rows.slice(from, from + slice).map(memberOf));
			await new Promise((resolve) => setTimeout(resolve));
		}
		this.#keep(id, teamOf(id, head, members, kept.damaged));
	}

	isKept(id: string): boolean {
		return !this.#unkept.includes(id);
	}

	/** Adds a team, or replaces the one with its id. False: not in localStorage. */
	put(team: Team): boolean {
		this.#open.set(team.id, team);
		this.#changes += 1;
		this.#head({ id: team.id, name: team.name, count: team.members.length });
		this.#unkept = this.#unkept.filter((id) => id !== team.id);
		return this.ledger.write(start + team.id, rowsOf(team));
	}

	/** Without a word about it. */
	drop(id: string): void {
		this.heads = this.heads.filter((head) => head.id !== id);
		this.#open.delete(id);
		this.#changes += 1;
		if (!this.ledger.remove(start + id)) this.notices.once('removeFailed');
	}

	remove(id: string): void {
		const team = this.find(id);
		// One that cannot be read, or that a newer Fulcrum wrote, is left as it is.
		if (!team) return;
		this.drop(id);
		this.notices.say({ key: 'teamRemoved', name: team.name, undo: () => this.put(team) });
	}

	/** Members of all teams. */
	get members(): number {
		return this.heads.reduce((sum, { count }) => sum + count, 0);
	}

	/** Share of the room for one site that all of our keys take, 0..1: a browser gives about five million characters. */
	get room(): number {
		void this.heads;
		return this.ledger.size / 5e6;
	}

	#list(): void {
		this.heads = [];
		for (const key of this.ledger.keys(start)) {
			const id = key.slice(start.length);
			const rows = this.ledger.text(key)!.split('\n');
			const head = headOf(parseLines(rows[0]!).lines.get('')?.value);
			if (head && typeof head.name === 'string') {
				const count = typeof head.count === 'number' ? head.count : rows.length - 1;
				this.#head({ id, name: teamName(head.name), count });
				continue;
			}
			// Its head is lost: the members may still be there.
			const kept = this.ledger.read(key);
			const team = kept && this.#keep(id, teamOf(id, kept.records[0], kept.records.slice(1).map(memberOf), true));
			if (team) this.#head({ id, name: '', count: team.members.length });
		}
	}

	#head(head: TeamHead): void {
		this.heads = [...this.heads.filter(({ id }) => id !== head.id), head].sort((a, b) => a.name.localeCompare(b.name));
	}

	/** A team may first be read while a page is drawn, where nothing may change: then it is told right after. */
	#tell(): void {
		const tell = () => this.notices.once('resultsAside');
		if ($effect.tracking()) queueMicrotask(tell);
		else tell();
	}

	#keep(id: string, read: Read | null): Team | null {
		if (!read?.whole && this.ledger.setAside(start + id)) this.#tell();
		if (read) this.#open.set(id, read.team);
		return read?.team ?? null;
	}
}
