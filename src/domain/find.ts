/** Codes of results, teams and invites in whatever people paste: chats, mails, spreadsheets (formats.md, Codes). */
import { alphabet } from './base64url';
import { decodeSent, type Decoded } from './code';
import { envelopes, lengthOf } from './envelope';
import { decodeInvite, type DecodedInvite } from './inviteCode';
import { decodeTeam, type DecodedTeam } from './teamCode';

export type FoundCode = Decoded | DecodedTeam | DecodedInvite;
export interface Found {
	/** The code without white space, or the first 24 characters of what is faulty. */
	readonly text: string;
	readonly result: FoundCode;
}

/** What may be found, by its mark. */
const kinds = [
	{ envelope: envelopes.result, decode: decodeSent },
	{ envelope: envelopes.team, decode: decodeTeam },
	{ envelope: envelopes.invite, decode: decodeInvite },
] as const;
const kindOf = (run: string) => kinds.find(({ envelope }) => run.startsWith(envelope.mark));
const markLength = 2;

/** What a code or a link may be made of; the rest of a text is passed over. */
const runs = /[\w-]+/g;
/** The end of a link's address before the code, plain or percent-encoded, once or more often. */
const route = /(?:#|%(?:25)*23)(?:\/|%(?:25)*2F)(?:r|t|join)(?:\/|%(?:25)*2F)$/i;
/** Two hex digits that belong to a percent sign before the run. */
const escape = /^(?:25)*[\dA-F]{2}/i;
/** What mail puts inside: white space, invisible breaks, quote marks at the beginning of a line. */
const gap = /[\s\u00ad\u200b-\u200f\u2060]{1,40}(?:>[>\s]{0,20})?/y;
/** In pieces: a run without end costs each code in it no more than the code is long. */
const piece = 1024;
const part = new RegExp(`[\\w-]{1,${piece}}`, 'y');
const escaped = /%(?:25)*([\dA-F]{2})/iy;
/** No code but a team's is longer, and no mail breaks it more often. */
const [usual, breaks] = [1400, 24];
/** A long code has a break after so many characters at the least. */
const apart = 16;
/** What may touch the end of a code: Markdown's underscores, or the next link or code where a break was lost. */
const behind = /[-_]*(?![\w-])|https?:|F[123][\w-]{20}/y;
/** Shorter ones are not taken for a code unless they stand in a link of ours. */
const least = 22;
/** Words, numbers, camel case. */
const word = /^(?:\d+|[A-Z]+|[A-Z]?[a-z]+(?:[A-Z][a-z]+)*)?$/;
const excerpt = 24;
/** Characters that are looked at; the code of a team of 100,000 has fewer. */
export const longestText = 10_000_000;

/** Words joined by hyphens, and ids in hex, as in a web address. */
const ordinary = (run: string): boolean => {
	const parts = run.slice(markLength).split(/[-_]/);
	return parts.every((part) => word.test(part)) || parts.every((part) => /^[\dA-F]*$/i.test(part));
};

const matchAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
	pattern.lastIndex = at;
	return pattern.exec(text);
};

/**
 * The code that begins at `start`, as long as it says it is or as far as it goes, and where it ends in the text. At most
 * `most` characters of code are looked at.
 */
const gather = (text: string, start: number, kind: (typeof kinds)[number], most: number) => {
	let [code, at, gaps] = [kind.envelope.mark as string, start + markLength, 0];
	const per = most > usual ? apart : Infinity;
	let whole: number | null = null;
	for (;;) {
		const before = code.length;
		const some = matchAt(part, text, at)?.[0].slice(0, most - before) ?? '';
		code += some;
		at += some.length;
		const said = whole === null ? lengthOf(kind.envelope, code) : null;
		if (said !== null) whole = Math.max(before, said);
		if (whole !== null && code.length >= whole) return { code: code.slice(0, whole), end: at - (code.length - whole) };
		if (code.length >= most) return { code, end: at };
		if (some.length === piece) continue;
		const coded = text[at] === '%' ? matchAt(escaped, text, at) : null;
		const character = coded && String.fromCharCode(parseInt(coded[1]!, 16));
		if (coded && alphabet.includes(character!)) {
			code += character;
			at += coded[0].length;
			continue;
		}
		const between = coded && /\s/.test(character!) ? coded : matchAt(gap, text, at);
		gaps += 1;
		if (!between || gaps > Math.max(breaks, code.length / per)) return { code, end: at };
		at += between[0].length;
	}
};

/**
 * Every code in any text, in its order: bare or in a link, with white space that mail put inside, percent-encoded, several.
 * What looks like one and is faulty is reported once. A code that stands twice is found twice. What stands beyond
 * `longestText` is not looked at. Total; time grows as the length of the text.
 */
export const findCodes = (given: string, instrumentId = 'fulcrum'): readonly Found[] => {
	const text = given.slice(0, longestText);
	const found: Found[] = [];
	/** Characters that may still be read for long codes that come to nothing: a bound on what marks alone can cost. */
	let patience = 4 * text.length;
	/** Where the next code may begin, and where the run that it stands in ends. */
	let [next, after] = [0, 0];
	for (;;) {
		if (next >= after) {
			const match = matchAt(runs, text, next);
			if (!match) return found;
			next = match.index;
			after = next + match[0].length;
		}
		const rest = text.slice(next, after);
		const coded = text[next - 1] === '%' ? (escape.exec(rest)?.[0].length ?? 0) : 0;
		const start = next + coded + /^[-_]*/.exec(rest.slice(coded))![0].length;
		const run = text.slice(start, after);
		next = after;
		const linked = route.test(text.slice(Math.max(0, start - 40), start));
		const kind = kindOf(run);
		if (!kind) {
			if (linked && run.length >= least) found.push({ text: run.slice(0, excerpt), result: { fault: 'foreign' } });
			continue;
		}
		const most = kind.envelope === envelopes.team ? Math.max(usual, patience) : usual;
		const { code, end } = gather(text, start, kind, most);
		const ends = matchAt(behind, text, end) !== null;
		const result = ends ? kind.decode(code, instrumentId) : ({ fault: 'damaged' } as const);
		const damaged = 'fault' in result && result.fault === 'damaged';
		if (damaged && most > usual) patience -= end - start;
		if (!damaged) next = end;
		else if (!linked && (run.length < least || ordinary(run))) continue;
		const shown = (code.length < run.length ? run : code).slice(0, excerpt);
		found.push({ text: 'fault' in result ? shown : code, result });
	}
};
