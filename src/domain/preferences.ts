/** What belongs to a browser and to no result. */
import { field } from './fields';
import { sentName } from './name';

export interface Preferences {
	/** The name sent last. */
	readonly name: string | null;
	/** 40 random bits as 10 hex digits: what stands for this browser in what it sends. */
	readonly person: string | null;
	/** Code of an invite that is being answered. */
	readonly invite: string | null;
	/** Team members there were when everything was backed up last. */
	readonly backedUp: number | null;
}

/** Longest invite that is kept, in characters. */
const longestInvite = 2000;
const text = (value: unknown, fits: (text: string) => boolean): string | null =>
	typeof value === 'string' && value.length > 0 && fits(value) ? value : null;

/** Preferences as an object, of a backup. Total: what says nothing usable is null. */
export const preferencesOf = (input: unknown): Preferences => {
	const backedUp = field(input, 'backedUp');
	return {
		// Cut first: in a file it may be as long as the whole.
		name: sentName(text(field(input, 'name'), () => true)?.slice(0, 1000) ?? null),
		person: text(field(input, 'person'), (person) => /^[0-9a-f]{10}$/.test(person)),
		invite: text(field(input, 'invite'), (invite) => invite.length < longestInvite),
		backedUp: Number.isSafeInteger(backedUp) && (backedUp as number) >= 0 ? (backedUp as number) + 0 : null,
	};
};

/** Preferences as they are stored: a head, then one a record; the first version had all of them in its head. Total. */
export const restorePreferences = ([head, ...rows]: readonly unknown[]): Preferences => {
	const isPair = (row: unknown): row is [string, unknown] =>
		Array.isArray(row) && row.length === 2 && typeof row[0] === 'string';
	const pairs = rows.filter(isPair);
	const known = typeof head === 'object' && head !== null ? Object.entries(head) : [];
	return preferencesOf(Object.fromEntries([...known, ...pairs]));
};
