/** How the cost of the worst texts grows with their length: what is ours no faster than n log n. */
import { findCodes } from '../../src/domain/find';
import { readFile } from '../../src/domain/file';
import { parseRoute } from '../../src/state/route.svelte';
import { costOf } from '../domain/teams';
import { instrument } from '../fake';
import { codes } from './samples';
import { repeated } from './texts';

const filled = (part: string, length: number): string => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const far = ' '.repeat(40);
const parts = [...repeated, ...codes.slice(0, 3), `${codes[0]!} `, `F1__${far}`, `F2__________${far}`, `F2__${'a'.repeat(41)} `, codes[0]!.slice(0, -1), 'F1\n> > > > > > > ']; // prettier-ignore

interface Subject {
	readonly what: string;
	readonly text: (length: number) => string;
	readonly act: (text: string) => unknown;
	/** Added to the exponent of n log n: caches that a short text still fits into. */
	readonly room: number;
}
/** JSON.parse fills the memory, and clearing that costs more than in proportion: n^1.25 was measured for lists in one another. */
const [ours, parsed] = [0.2, 0.45];
const shown = (part: string): string =>
	part.length > 24 ? `${JSON.stringify(part.slice(0, 24))} and so on, ${part.length} in all` : JSON.stringify(part);
export const subjects: readonly Subject[] = [
	...parts.map((part) => ({
		what: `finding codes in ${shown(part)}`,
		text: (length: number) => filled(part, length),
		act: (text: string) => findCodes(text),
		room: ours,
	})),
	...['[', '{},', '"\\"', '0', ' '].map((part) => ({
		what: `reading a file of ${shown(part)}`,
		text: (length: number) => `[${filled(part, length)}]`,
		act: (text: string) => readFile(instrument, text),
		room: parsed,
	})),
	...['/', 'a/', '%', '/a'].map((part) => ({
		what: `an address of ${shown(part)}`,
		text: (length: number) => `#/t/${filled(part, length)}`,
		act: (text: string) => parseRoute(text),
		room: ours,
	})),
];

/** Those that took longest, or grew as the square before they were mended: for the short run. */
export const worst = subjects.filter(({ what }) =>
	['F1 ', 'F2__________ ', codes[0]!].some((part) => what === `finding codes in ${shown(part)}`),
);

/** Milliseconds for one turn: the least of three measurements, of many turns where one is short, as work beside it only adds. */
const costAt = ({ text, act }: Subject, length: number): number => {
	const given = text(length);
	const once = costOf(() => act(given));
	const turns = Math.max(1, Math.ceil(5 / Math.max(0.001, once)));
	const measured = [0, 1].map(() => costOf(() => Array.from({ length: turns }, () => act(given))) / turns);
	return Math.min(once, ...measured);
};

export interface Growth {
	readonly what: string;
	/** Milliseconds at the longer length. */
	readonly ms: number;
	/** n in cost = length^n. */
	readonly exponent: number;
	readonly holds: boolean;
}

/** Milliseconds at a million characters below which growth is not judged: so much does memory cost beside the work. */
export const little = 100;

/** Cost from one length to another; what takes less than `least` milliseconds at the longer one is not judged. */
export const growths = (from: number, to: number, of = subjects, least = little): readonly Growth[] =>
	of.map((subject) => {
		const [less, more] = [costAt(subject, from), costAt(subject, to)];
		const times = Math.log(to / from);
		const exponent = Math.log(Math.max(more, 1e-6) / Math.max(less, 1e-6)) / times;
		const most = (times + Math.log(Math.log(to) / Math.log(from))) / times + subject.room;
		return { what: subject.what, ms: more, exponent, holds: more < least || exponent <= most };
	});
