/** Files of ours, out and in (formats.md, Result file). Scores stand in a file for its readers; ours computes them. */
import { field } from './fields';
import { facetIds, type Instrument } from './instrument';
import { parseJson } from './json';
import { recordVersion, restoreResult, type Refusal } from './restore';
import type { Result } from './result';
import { safeName } from './safeName';
import { score } from './scoring';
import type { Team } from './team';
import { readTeamFiles, type TeamFault } from './teamFile';

/** Longest text that is read, in characters (UTF-16 units). */
export const longestFile = 60_000_000;
/** Longest list of results that is read. */
export const longestList = 100_000;

/**
 * Why a file, or one part of it, is not read. `foreign`: JSON, but nothing of ours; `unreadable`: ours, but something is
 * missing that it cannot be read without; `damaged`: a member of a team whose record was changed.
 */
export type FileFault = 'not-json' | 'foreign' | 'too-large' | Refusal | TeamFault;

export interface FileRead {
	/** In the order of the file; one id may stand there more than once. */
	readonly results: readonly Result[];
	/** A team file's one, or a backup's. */
	readonly teams: readonly Team[];
	/** `where` is empty for the file as a whole, else an address such as `[2]`, `results[2]` or `teams[0].members[3]`. */
	readonly refused: readonly { readonly where: string; readonly fault: FileFault }[];
	/** Null where the file is not one of ours. */
	readonly kind: 'result' | 'backup' | 'list' | 'team' | null;
	/** Addresses of what was not kept whole in what is read: `name`, `[2].context.role`, `results[2].week`, `members[3].label`. */
	readonly dropped: readonly string[];
}

const scales = ['A', 'P', 'S', 'B', 'drive', 'practice', 'gap'] as const;
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;
const point = ({ raw, se }: { raw: number; se: number }): { value: number; se: number } => ({
	value: tenth(raw),
	se: tenth(se),
});

/**
 * A result as an object that JSON takes whole: what a result file holds, and one of a backup's `results`. Scores are in points, to one decimal, not clipped to 0..100; `se` is the
 * standard error with scale use (measurement 4.6). Posture is absent where no pair of it was answered.
 */
export const resultObject = (instrument: Instrument, result: Result) => {
	const scores = score(instrument, result.answers);
	return {
		format: 'fulcrum-result',
		version: recordVersion,
		id: result.id,
		takenAt: result.takenAt,
		instrument: { id: result.instrument.id, version: result.instrument.version },
		form: result.form,
		language: result.language,
		name: result.name,
		person: result.person,
		context: result.context,
		answers: result.answers,
		seed: result.seed,
		seconds: result.seconds,
		paceRating: result.paceRating,
		week: result.week,
		scores: {
			...Object.fromEntries(scales.map((id) => [id, point(scores[id])])),
			...Object.fromEntries(facetIds.map((id) => [id, point(scores.facets[id])])),
			...(scores.posture && { posture: point({ ...scores.posture, raw: scores.posture.value }) }),
		},
	};
};

/** The text of a result file: JSON, indented. */
export const resultFile = (instrument: Instrument, result: Result): string =>
	`${JSON.stringify(resultObject(instrument, result), null, 2)}\n`;

const refuse = (fault: FileFault, kind: FileRead['kind'] = null, where = ''): FileRead => ({
	results: [],
	teams: [],
	refused: [{ where, fault }],
	kind,
	dropped: [],
});

type At = (index: number) => string;
const readResults = (instrument: Instrument, list: readonly unknown[], kind: FileRead['kind'], at: At): FileRead => {
	const results: Result[] = [];
	const refused: { where: string; fault: FileFault }[] = [];
	const dropped: string[] = [];
	const foreign = { value: null, refusal: 'foreign' } as const;
	for (const [i, input] of list.entries()) {
		const where = at(i);
		const read = field(input, 'format') === 'fulcrum-result' ? restoreResult(instrument, input) : foreign;
		if (read.value === null) refused.push({ where, fault: read.refusal });
		else {
			results.push(read.value);
			for (const what of read.dropped.slice(0, longestList - dropped.length))
				dropped.push(where === '' ? what : `${where}.${what}`);
		}
	}
	return { results, teams: [], refused, kind, dropped };
};

/**
 * What is in the text of a file: a result file, a list of them, a team file, or the results and teams of a backup. Total: never
 * throws, and what is not read is told. Scores are not believed but computed from the answers. Nothing is merged.
 */
export const readFile = (instrument: Instrument, text: string): FileRead => {
	if (text.length > longestFile) return refuse('too-large');
	const parsed = parseJson(text);
	if ('fault' in parsed) return refuse(parsed.fault);
	const { json } = parsed;
	if (Array.isArray(json)) {
		if (json.length > longestList) return refuse('too-large');
		const read = readResults(instrument, json, 'list', (i) => `[${i}]`);
		const ours = read.results.length > 0 || read.refused.some(({ fault }) => fault !== 'foreign');
		return ours ? read : refuse('foreign');
	}
	const format = field(json, 'format');
	if (format === 'fulcrum-result') return readResults(instrument, [json], 'result', () => '');
	if (format === 'fulcrum-team')
		return { results: [], ...readTeamFiles([json], () => '', instrument.id), kind: 'team' };
	if (format !== 'fulcrum-backup') return refuse('foreign');
	const version = field(json, 'version');
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refuse('unreadable', 'backup');
	if (version > 1) return refuse('newer', 'backup');
	const list = field(json, 'results');
	if (!Array.isArray(list)) return refuse('unreadable', 'backup', 'results');
	if (list.length > longestList) return refuse('too-large', 'backup', 'results');
	const read = readResults(instrument, list, 'backup', (i) => `results[${i}]`);
	const given = field(json, 'teams') ?? [];
	const fault = !Array.isArray(given) ? 'unreadable' : given.length > longestList ? 'too-large' : null;
	if (fault) return { ...read, refused: [...read.refused, { where: 'teams', fault }] };
	const { teams, ...more } = readTeamFiles(given as unknown[], (i) => `teams[${i}]`, instrument.id);
	return { ...read, teams, refused: [...read.refused, ...more.refused], dropped: [...read.dropped, ...more.dropped] };
};

/**
 * `fulcrum-<name or day>.<extension>`, safe for every file system: the name at most 40 characters, never empty; what stands
 * before it keeps it from beginning with a dot and from being a name that Windows reserves. `day`: `2026-11-22`.
 */
export const fileName = ({ name }: Pick<Result, 'name'>, day: string, extension: string): string =>
	`fulcrum-${safeName(name ?? '') || safeName(day) || 'result'}.${extension}`;
