/** The teams kept in this browser: one key each, a head and then one member a line, the member as a code. */
import { decodeSent, encodeSent } from '../domain/code';
import { roles, stages } from '../domain/result';
import { labelFor, teamName, type Team, type TeamMember } from '../domain/team';
import { decode, encode } from '../storage/lines';
import type { Slots } from '../storage/slots';
import type { Notices } from './notices.svelte';

const start = 'team:';
const version = 1;

type Fields = Readonly<Record<string, unknown>>;
const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const oneOf = <T extends string>(value: unknown, list: readonly T[]): T | null => list.find((v) => v === value) ?? null;

const toText = ({ members, ...head }: Team): string =>
	encode([
		{ version, ...head },
		...members.map(({ key, sent, label, role, hidden, ghost }) => [key, encodeSent(sent), label, role, hidden, ghost]),
	]);

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

/** Records of a team's text; null where the head is lost or a newer Fulcrum wrote it. */
const headOf = (record: unknown): Fields | null =>
	typeof record === 'object' && record !== null && !Array.isArray(record) && (record as Fields).version === version
		? (record as Fields)
		: null;

interface Read {
	readonly team: Team;
	/** Nothing of it was damaged. */
	readonly whole: boolean;
}
const teamOf = (id: string, head: Fields, members: readonly (TeamMember | null)[], damaged: boolean): Read => {
	const kept = members.filter((member) => member !== null);
	return {
		team: {
			id,
			name: teamName(text(head.name)),
			stage: oneOf(head.stage, stages),
			letters: head.letters === true,
			members: kept,
		},
		whole: !damaged && kept.length === members.length,
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
	#locked: string[] = [];

	constructor(
		private readonly slots: Slots,
		private readonly notices: Notices,
	) {
		this.heads = this.slots
			.keys(start)
			.flatMap((key) => {
				const given = this.slots.read(key) ?? '';
				const [head] = decode(given.split('\n', 1)[0]!).records;
				const name = typeof head === 'object' && head !== null ? (head as Fields).name : null;
				const count = given.split('\n').length - 1;
				return typeof name === 'string'
					? [{ id: key.slice(start.length), name: teamName(name), count }]
					: [this.#aside(key, given)];
			})
			.filter((head) => head !== null)
			.sort((a, b) => a.name.localeCompare(b.name));
	}

	/** Read when it is first asked for. */
	find(id: string): Team | null {
		void this.#changes;
		const open = this.#open.get(id);
		if (open) return open;
		const given = this.#text(id);
		if (given === null) return null;
		const { records, damaged } = decode(given);
		const head = headOf(records[0]);
		return this.#keep(id, given, head && teamOf(id, head, records.slice(1).map(memberOf), damaged.length > 0));
	}

	/** The same for a large team, in turns: the page stays quick to the hand while thousands are read. */
	async ready(id: string): Promise<void> {
		// Nothing that is drawn may depend on this: a change of the team must not load the page anew.
		const given = this.#open.has(id) ? null : this.slots.read(start + id);
		if (given === null) return;
		const rows = given.split('\n');
		const members: (TeamMember | null)[] = [];
		let head: Fields | null = null;
		let broken = false;
		for (let from = 0; from < rows.length; from += slice) {
			const { records, damaged } = decode(rows.slice(from, from + slice).join('\n'));
			broken ||= damaged.length > 0;
			if (from === 0) head = headOf(records.shift());
			members.push(...records.map(memberOf));
			if (rows.length > slice) await new Promise((resolve) => setTimeout(resolve));
		}
		this.#keep(id, given, head && teamOf(id, head, members, broken));
	}

	isKept(id: string): boolean {
		return !this.#unkept.includes(id);
	}

	/** Adds a team, or replaces the one with its id. False: it stands in memory only. */
	put(team: Team): boolean {
		this.#open.set(team.id, team);
		this.#changes += 1;
		this.heads = [
			...this.heads.filter(({ id }) => id !== team.id),
			{ id: team.id, name: team.name, count: team.members.length },
		].sort((a, b) => a.name.localeCompare(b.name));
		const key = start + team.id;
		const kept = !this.#locked.includes(key) && this.slots.write(key, toText(team));
		this.#unkept = [...this.#unkept.filter((id) => id !== team.id), ...(kept ? [] : [team.id])];
		return kept;
	}

	remove(id: string): void {
		const team = this.find(id);
		// One that cannot be read, or that a newer Fulcrum wrote, is left as it is.
		if (!team) return;
		this.heads = this.heads.filter((head) => head.id !== id);
		this.#open.delete(id);
		this.#changes += 1;
		if (!this.slots.remove(start + id)) this.notices.once('removeFailed');
		this.notices.say({ key: 'teamRemoved', name: team.name, undo: () => this.put(team) });
	}

	/** Share of the room for one site that all of our keys take, 0..1: a browser gives about five million characters. */
	get room(): number {
		void this.heads;
		return this.slots.keys('').reduce((sum, key) => sum + key.length + (this.slots.read(key)?.length ?? 0), 0) / 5e6;
	}

	#text(id: string): string | null {
		return this.heads.some((head) => head.id === id) ? this.slots.read(start + id) : null;
	}

	#keep(id: string, given: string, read: Read | null): Team | null {
		if (!read?.whole) this.#aside(start + id, given);
		if (read) this.#open.set(id, read.team);
		return read?.team ?? null;
	}

	#aside(key: string, given: string): null {
		if (!this.slots.setAside(key, given)) this.#locked.push(key);
		this.notices.once('resultsAside');
		return null;
	}
}
