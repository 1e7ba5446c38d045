/** What is as large as may be, or larger: few of them, each with seconds instead of milliseconds. */
import fc from 'fast-check';
import { readBackup } from '../../src/domain/backup';
import { longestFile } from '../../src/domain/file';
import { findCodes } from '../../src/domain/find';
import { mostValues } from '../../src/domain/json';
import { decodeTeam } from '../../src/domain/teamCode';
import { parseRoute } from '../../src/state/route.svelte';
import { instrument } from '../fake';
import { family, type Outcome } from './family';
import { soundFile, textOf } from './files';
import { codeFaults } from './ranges';
import { either, hold } from './rules';
import { codes, fileObjects } from './samples';
import { repeated } from './texts';

const filled = (part: string, length = longestFile): string => part.repeat(Math.floor(length / part.length));
const file = textOf(fileObjects[0]);
const within = (field: string, text: string): string => file.replace(`"${field}":`, `"${field}":${text},"_":`);
const half = Math.floor(mostValues / 2);

/** Texts that take all the room there is, made when they are drawn: together they would fill the memory. */
const files: Readonly<Record<string, () => string>> = {
	zeros: () => filled('\0', 50_000_000),
	digits: () => filled('0', 50_000_000),
	'one number': () => filled('1', 50_000_000),
	blanks: () => filled(' '),
	'no end of a text': () => `"${filled('x')}`,
	'slashes before nothing': () => `"${filled('\\\\')}`,
	'lists in one another': () => filled('[', 2 * half) + filled(']', 2 * half),
	'objects in one another': () => filled('{"a":', 5 * half),
	'empty objects': () => `[${filled('{},', 3 * half)}{}]`,
	'more empty objects than may be': () => `[${filled('{},')}{}]`,
	'half a million fields': () => `{${Array.from({ length: 5e5 }, (_, i) => `"k${i}":0`).join()}}`,
	'half a million answers': () => within('answers', `{${Array.from({ length: 5e5 }, (_, i) => `"k${i}":0`).join()}}`),
	'a long name': () => within('name', JSON.stringify(filled('x', 50_000_000))),
	'a long id': () => within('id', JSON.stringify(filled('é', 50_000_000))),
	'a long day': () => within('takenAt', JSON.stringify(filled('2026-', 50_000_000))),
	'thousands of results': () => `[${filled(`${file},`, 20_000_000)}${file}]`,
	'thousands of results, some bad': () => `[${filled(`${file},7,{"format":"fulcrum-result"},`, 20_000_000)}${file}]`,
	'a name of nobody without end': () => `{"format":"fulcrum-backup","version":1,"results":[],"preferences":{"name":"${filled('x', 50_000_000)}"}}`, // prettier-ignore
	'too much of everything': () => filled(file, longestFile + file.length),
	'a team with a label without end': () => textOf(fileObjects.find((one) => 'members' in (one as object))).replace('"label":null', () => `"label":${JSON.stringify(filled('\u0301', 20_000_000))}`), // prettier-ignore
};
const sampled = [...codes, ...repeated];

type Case = readonly [kind: 'file' | 'text' | 'code' | 'address', which: number, end: string];
const anyLarge: fc.Arbitrary<Case> = fc.tuple(
	fc.constantFrom('file', 'file', 'text', 'code', 'address'),
	fc.nat(1000),
	fc.constantFrom('', ' ', 'x', '"', '}'),
);

const attempt = ([kind, which, end]: Case): readonly Outcome[] => {
	const part = sampled[which % sampled.length]!;
	if (kind === 'file') {
		const names = Object.keys(files);
		const read = readBackup(instrument, files[names[which % names.length]!]!() + end);
		// Of thousands of results a few stand for all: each is written, read and scored again.
		return soundFile({ ...read, results: read.results.slice(0, 3) });
	}
	if (kind === 'text') {
		const found = findCodes(filled(part, 2_000_000) + end);
		for (const { result } of found) if ('fault' in result) hold('fault', result.fault, either(...codeFaults));
		return [found.length > 0 ? 'accepted' : 'none found'];
	}
	if (kind === 'code') {
		const read = decodeTeam(`F2${filled(part, 2_000_000)}${end}`);
		return ['fault' in read ? read.fault : 'accepted'];
	}
	return [parseRoute(`#/t/${filled(part, 1_999_990)}${end}`).view === 'unknown' ? 'unknown' : 'accepted'];
};

export const largeFamily = family('as large as may be', 0.00005, 20_000, anyLarge, attempt);
