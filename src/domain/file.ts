/** Results as files, out and in (formats.md, Result file). Scores stand in a file for its readers; ours computes them. */
import { facetIds, type Instrument } from './instrument';
import { recordVersion, restoreResult, type Refusal } from './restore';
import type { Result } from './result';
import { score } from './scoring';

/** Longest text that is read, in characters (UTF-16 units). */
export const longestFile = 60_000_000;
/** Longest list of results that is read. */
export const longestList = 100_000;

/**
 * Why a file, or one result in it, is not read. `foreign`: JSON, but no result of ours; `unreadable`: ours, but something is
 * missing that it cannot be read without.
 */
export type FileFault = 'not-json' | 'foreign' | 'too-large' | Refusal;

export interface FileRead {
	/** In the order of the file; one id may stand there more than once. */
	readonly results: readonly Result[];
	/** `where` is empty for the file as a whole, else an address such as `[2]` or `results[2]`. */
	readonly refused: readonly { readonly where: string; readonly fault: FileFault }[];
	/** Null where the file is not one that could hold results. */
	readonly kind: 'result' | 'backup' | 'list' | null;
	/** Addresses of what was not kept whole in the results that are read: `name`, `[2].context.role`, `results[2].week`. */
	readonly dropped: readonly string[];
}

const scales = ['A', 'P', 'S', 'B', 'drive', 'practice', 'gap'] as const;
const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;
const point = ({ raw, se }: { raw: number; se: number }): { value: number; se: number } => ({
	value: tenth(raw),
	se: tenth(se),
});

/**
 * The text of a result file: JSON, indented. Scores are in points, to one decimal, not clipped to 0..100; `se` is the
 * standard error with scale use (measurement 4.6). Posture is absent where no pair of it was answered.
 */
export const resultFile = (instrument: Instrument, result: Result): string => {
	const scores = score(instrument, result.answers);
	const file = {
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
	return `${JSON.stringify(file, null, 2)}\n`;
};

/** Own properties only: a file may come from anyone. */
const field = (input: unknown, key: string): unknown =>
	typeof input === 'object' && input !== null && Object.hasOwn(input, key)
		? (input as Readonly<Record<string, unknown>>)[key]
		: undefined;

const refuse = (fault: FileFault, kind: FileRead['kind'] = null, where = ''): FileRead => ({
	results: [],
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
			for (const what of read.dropped) dropped.push(where === '' ? what : `${where}.${what}`);
		}
	}
	return { results, refused, kind, dropped };
};

const parse = (text: string): { readonly json: unknown } | null => {
	try {
		return { json: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) };
	} catch {
		return null;
	}
};

/**
 * The results in the text of a file: a result file, a list of them, or the results of a backup. Total: never throws, and
 * what is not read is told. The scores in the file are not believed: they are computed from the answers. Nothing is merged.
 */
export const readFile = (instrument: Instrument, text: string): FileRead => {
	if (text.length > longestFile) return refuse('too-large');
	const parsed = parse(text);
	if (!parsed) return refuse('not-json');
	const { json } = parsed;
	if (Array.isArray(json)) {
		if (json.length > longestList) return refuse('too-large');
		const read = readResults(instrument, json, 'list', (i) => `[${i}]`);
		const ours = read.results.length > 0 || read.refused.some(({ fault }) => fault !== 'foreign');
		return ours ? read : refuse('foreign');
	}
	const format = field(json, 'format');
	if (format === 'fulcrum-result') return readResults(instrument, [json], 'result', () => '');
	if (format !== 'fulcrum-backup') return refuse('foreign');
	const version = field(json, 'version');
	if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return refuse('unreadable', 'backup');
	if (version > 1) return refuse('newer', 'backup');
	const list = field(json, 'results');
	if (!Array.isArray(list)) return refuse('unreadable', 'backup', 'results');
	if (list.length > longestList) return refuse('too-large', 'backup', 'results');
	return readResults(instrument, list, 'backup', (i) => `results[${i}]`);
};

/** Letters, marks and digits of any script with single hyphens between them: at most 40 characters, or none. */
const safe = (text: string): string => {
	const plain = text.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
	const trimmed = plain.replace(/^[-\p{M}]+/u, '');
	return [...trimmed].slice(0, 40).join('').replace(/-+$/, '');
};

/**
 * `fulcrum-<name or day>.<extension>`, safe for every file system: the name at most 40 characters, never empty; what stands
 * before it keeps it from beginning with a dot and from being a name that Windows reserves. `day`: `2026-11-22`.
 */
export const fileName = ({ name }: Pick<Result, 'name'>, day: string, extension: string): string =>
	`fulcrum-${safe(name ?? '') || safe(day) || 'result'}.${extension}`;
