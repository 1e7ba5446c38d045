/**
 * Records as text: one a line, each behind its own checksum and the number of the write that made it, so that damage costs
 * only the lines it touches, and of two texts the newer line of each record is known.
 */
import { checksum, encode, rowsOf } from './records';

export interface Line {
	/** Empty for the head, else the first element of the record: an item's id, a member's key. */
	readonly id: string;
	/** Which write of its text made it, from 0; the first version of this format had no number. */
	readonly n: number;
	/** An array of the id alone says that the record was taken away. */
	readonly value: unknown;
	/** As it is stored. */
	readonly row: string;
}
/** By id, in the order of the text. */
export type Lines = ReadonlyMap<string, Line>;

const idOf = (value: unknown): string | null => {
	if (!Array.isArray(value)) return '';
	return typeof value[0] === 'string' && value[0] !== '' ? value[0] : null;
};
/** JSON never holds a raw line break, so a record is a line. */
const rowOf = (json: string, n: number): string =>
	n === 0 ? `${checksum(json)} ${json}` : `${checksum(`${n} ${json}`)}:${n} ${json}`;

export const jsonOf = ({ row }: Line): string => row.slice(row.indexOf(' ') + 1);
export const isGone = ({ value }: Line): boolean => Array.isArray(value) && value.length === 1;

/** A record as a line; null where it has no id. */
export const lineOf = (value: unknown, n: number, json = JSON.stringify(value)): Line | null => {
	const id = idOf(value);
	return id === null ? null : { id, n, value, row: rowOf(json, n) };
};

const readRow = (row: string): Line | null => {
	const cut = row.indexOf(' ');
	const json = row.slice(cut + 1);
	const at = row.slice(0, cut).indexOf(':');
	const n = at < 0 ? 0 : Number(row.slice(at + 1, cut));
	if (!Number.isSafeInteger(n) || n < 0 || rowOf(json, n) !== row) return null;
	try {
		return lineOf(JSON.parse(json), n, json);
	} catch {
		return null;
	}
};

/** The readable lines, and those that were not readable: damaged, or a second one of the same id. Never throws. */
export const parseLines = (text: string): { lines: Map<string, Line>; damaged: string[] } => {
	const lines = new Map<string, Line>();
	const damaged: string[] = [];
	for (const row of text.split('\n')) {
		const line = row ? readRow(row) : null;
		if (line && !lines.has(line.id)) lines.set(line.id, line);
		else if (row) damaged.push(row);
	}
	return { lines, damaged };
};

export const textOf = (lines: Lines): string => [...lines.values()].map(({ row }) => row).join('\n');

/** Of two lines of one record the newer; of two that were written at once the same one everywhere. */
const newer = (a: Line, b: Line): boolean => a.n > b.n || (a.n === b.n && a.row > b.row);

export interface Merged {
	readonly lines: Map<string, Line>;
	/** There was something newer in `theirs`. */
	readonly gained: boolean;
	/** There was something newer in `mine`. */
	readonly ahead: boolean;
}
/** What is left of these lines where those up to write number `cut` were taken away: nothing, where the head was. */
export const after = (lines: Lines, cut: number): Lines => {
	if (cut < 0) return lines;
	const head = lines.get('');
	return new Map(head && head.n <= cut ? [] : [...lines].filter(([, { n }]) => n > cut));
};

/** The newer line of each record, in my order, theirs after it; lines up to write number `cut` were taken away. */
export const merge = (mine: Lines, theirs: Lines, cut: number): Merged => {
	const [here, there] = [after(mine, cut), after(theirs, cut)];
	const lines = new Map<string, Line>();
	let [gained, ahead] = [here.size < mine.size, false];
	for (const line of here.values()) {
		const other = there.get(line.id);
		const better = other !== undefined && newer(other, line);
		lines.set(line.id, better ? other : line);
		gained ||= better;
		ahead ||= !better && other?.row !== line.row;
	}
	for (const line of there.values())
		if (!lines.has(line.id)) {
			lines.set(line.id, line);
			gained = true;
		}
	return { lines, gained, ahead };
};

/** The same records, each as if it had been written `by` writes later. */
export const later = (lines: Lines, by: number): Lines =>
	new Map([...lines.values()].map(({ id, n, value }) => [id, lineOf(value, n + by)!]));

/** Number of the newest write in these lines; -1 where there is none. */
export const lastWrite = (lines: Lines): number => {
	let last = -1;
	for (const { n } of lines.values()) if (n > last) last = n;
	return last;
};

/** A record with answers as a text of its first write. */
export const toText = <T extends { readonly answers: Readonly<Record<string, number>> }>(record: T): string =>
	encode(rowsOf(record));
