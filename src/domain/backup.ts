/** A backup: everything that is kept in a browser as one file, and what reading one back would change (formats.md). */
import { field } from './fields';
import { readFile, resultObject, type FileRead } from './file';
import type { Instrument } from './instrument';
import { parseJson } from './json';
import { preferencesOf, type Preferences } from './preferences';
import { recordVersion, restoreSitting } from './restore';
import type { Result } from './result';
import type { Sitting } from './sitting';
import type { Team } from './team';
import { teamObject } from './teamFile';

export interface Kept {
	readonly results: readonly Result[];
	readonly teams: readonly Team[];
	/** The unfinished quiz. */
	readonly sitting: Sitting | null;
	readonly preferences: Preferences;
}

export const backupVersion = 1;

/** The text of a backup: JSON, indented. `made`: ISO 8601. */
export const backupFile = (instrument: Instrument, kept: Kept, made: string): string => {
	const file = {
		format: 'fulcrum-backup',
		version: backupVersion,
		made,
		results: kept.results.map((result) => resultObject(instrument, result)),
		teams: kept.teams.map((team) => teamObject(instrument, team)),
		sitting: kept.sitting && { version: recordVersion, ...kept.sitting },
		preferences: kept.preferences,
	};
	return `${JSON.stringify(file, null, 2)}\n`;
};

export interface BackupRead extends FileRead {
	readonly sitting: Sitting | null;
	/** Null where the file holds none. */
	readonly preferences: Preferences | null;
}

/** What is in a backup, or in any other file of ours. Total, as `readFile` is; a sitting that cannot be read is refused by itself. */
export const readBackup = (instrument: Instrument, text: string): BackupRead => {
	const read = readFile(instrument, text);
	const none = { ...read, sitting: null, preferences: null };
	// One that is refused as a whole, as a newer one is, is not taken in half.
	const whole = read.kind === 'backup' && read.refused.every(({ where }) => where !== '');
	const parsed = whole ? parseJson(text) : null;
	if (!parsed || 'fault' in parsed) return none;
	const [sitting, preferences] = [field(parsed.json, 'sitting') ?? null, field(parsed.json, 'preferences') ?? null];
	const under = preferences === null ? null : preferencesOf(preferences);
	if (sitting === null) return { ...none, preferences: under };
	const restored = restoreSitting(instrument, sitting);
	if (restored.value === null)
		return { ...none, preferences: under, refused: [...read.refused, { where: 'sitting', fault: restored.refusal }] };
	const dropped = restored.dropped.map((what) => `sitting.${what}`);
	return { ...none, sitting: restored.value, preferences: under, dropped: [...read.dropped, ...dropped] };
};

/** What taking one thing from a file would do here. */
export type Step = 'add' | 'replace' | 'same';
export type Change = { readonly step: Step; /** Whether it is proposed. */ readonly take: boolean } & (
	| { readonly kind: 'result'; readonly result: Result }
	| { readonly kind: 'team'; readonly team: Team }
	| { readonly kind: 'sitting'; readonly sitting: Sitting }
	| { readonly kind: 'preferences'; readonly preferences: Preferences }
);

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
/** Keys of members differ from browser to browser. */
const withoutKeys = ({ members, ...team }: Team) => [team, members.map((member) => ({ ...member, key: '' }))];
const sorted = ({ answers, ...result }: Pick<Result, 'answers'>) => [result, Object.entries(answers).sort()];
const given = ({ answers }: Pick<Result, 'answers'>): number => Object.keys(answers).length;
/** Above 0: `a` is the later sitting, or of one moment the one with more answers. Dates may be of different zones. */
const later = (a: Result, b: Result): number => Date.parse(a.takenAt) - Date.parse(b.takenAt) || given(a) - given(b);
/** What a reader would know of them; when they backed up last is a matter of this browser. */
const said = ({ name, person, invite }: Preferences) => [name, person, invite];
const blank = (preferences: Preferences): boolean => said(preferences).every((value) => value === null);

/**
 * What a file would change, in its order, each id once. What is not here is proposed; of a result that differs the later
 * sitting, of two of one moment the one with more answers. Nothing else of what is here is replaced unless it is said.
 */
export const changesOf = (read: BackupRead, here: Kept): readonly Change[] => {
	const results = new Map<string, Result>();
	for (const result of read.results) {
		const other = results.get(result.id);
		if (!other || later(result, other) >= 0) results.set(result.id, result);
	}
	const teams = new Map(read.teams.map((team) => [team.id, team]));
	const step = (there: unknown, same: boolean): Step => (there === null ? 'add' : same ? 'same' : 'replace');
	return [
		...[...results.values()].map((result): Change => {
			const there = here.results.find(({ id }) => id === result.id) ?? null;
			const what = step(there, there !== null && alike(sorted(there), sorted(result)));
			return {
				kind: 'result',
				result,
				step: what,
				take: what !== 'same' && (there === null || later(result, there) > 0),
			};
		}),
		...[...teams.values()].map((team): Change => {
			const there = here.teams.find(({ id }) => id === team.id) ?? null;
			const what = step(there, there !== null && alike(withoutKeys(there), withoutKeys(team)));
			return { kind: 'team', team, step: what, take: what === 'add' };
		}),
		...(read.sitting ? [read.sitting] : []).map((sitting): Change => {
			const what = step(here.sitting, here.sitting !== null && alike(sorted(here.sitting), sorted(sitting)));
			return { kind: 'sitting', sitting, step: what, take: what === 'add' };
		}),
		...(read.preferences && !blank(read.preferences) ? [read.preferences] : []).map((preferences): Change => {
			const there = blank(here.preferences) ? null : here.preferences;
			const what = step(there, there !== null && alike(said(there), said(preferences)));
			return { kind: 'preferences', preferences, step: what, take: what === 'add' };
		}),
	];
};

/** `fulcrum-backup-<day>.json`. */
export const backupName = (day: string): string => `fulcrum-backup-${day}.json`;
