/** Files: real ones with fields taken out, put in and exchanged, or damaged as text; and any JSON, and any text. */
import fc from 'fast-check';
import { backupFile, readBackup, type BackupRead } from '../../src/domain/backup';
import { readFile, resultFile } from '../../src/domain/file';
import { preferencesOf } from '../../src/domain/preferences';
import { evaluate } from '../../src/domain/snapshot';
import { read } from '../../src/domain/reading';
import { readTeamFile, teamObject } from '../../src/domain/teamFile';
import { instrument } from '../fake';
import { soundTeam } from './codes';
import { editedBy, edits } from './edits';
import { family, type Outcome } from './family';
import { fileFaults, preferencesRule, resultRule, sittingRule } from './ranges';
import { alike, either, exactly, finite, hold, list, optional, text } from './rules';
import { fileObjects } from './samples';

/** Stands in JSON for what no value of the language gives: it is put in as text afterwards. */
const raw = (token: string): string => `\u0001${token}\u0001`;
const rawToken = /"\\u0001([^"\\]*)\\u0001"/g;
const deep = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

/** What a field may hold that should hold something else. */
const nasty: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(
		...[null, true, false, 0, -0, -1, 1.5, 1e308, 2 ** 53, 4294967296, '', ' ', '0', 'null', [], {}, [null], [[]]],
		...['__proto__', 'constructor', '\ud83d', '\u202e\u202d', '\u0000', 'e' + '\u0301'.repeat(60), 'x'.repeat(5000)],
		...['-271821-04-20T00:00:00.000Z', '+275760-09-13', '2026', '2026-02-31', 'Tue', '22 Nov 2026', '9'.repeat(39)],
		...['<img src=x onerror=alert(1)>', 'javascript:alert(1)', '=cmd()', '%00', '../../x', '{n, plural}'],
		...['1e999', '-1e999', '1e-999', '-0', '0.1e1', '9'.repeat(400)].map(raw),
	),
	fc.constantFrom(raw(deep(10_000)), raw('{"__proto__":{"polluted":1}}'), raw('{"length":1e9,"0":1}')),
	fc.constant(Array.from({ length: 1000 }, (_, i) => i)),
	{ weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);
const keys = fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length', 'then', 'X1', '0', '', '\ud83d'); // prettier-ignore

/** Where, by the number of the field at each level; what is done there; and with what. */
const change = fc.tuple(
	fc.array(fc.nat(60), { minLength: 1, maxLength: 5 }),
	fc.constantFrom('set', 'set', 'set', 'take', 'add', 'copy', 'list'),
	keys,
	nasty,
);
type Change = typeof change extends fc.Arbitrary<infer C> ? C : never;
type Json = Record<string, unknown>;

/** An own field of that name, `__proto__` included. */
const put = (into: object, key: string, value: unknown): void =>
	void Object.defineProperty(into, key, { value, writable: true, enumerable: true, configurable: true });

const changed = (json: unknown, [path, act, key, value]: Change): unknown => {
	const copy = structuredClone(json);
	let [holder, name, at] = [{ '': copy } as Json, '', copy];
	for (const step of path) {
		if (typeof at !== 'object' || at === null || Object.keys(at).length === 0) break;
		const fields = Object.keys(at);
		holder = at as Json;
		name = fields[step % fields.length]!;
		at = holder[name];
	}
	if (act === 'take') Reflect.deleteProperty(holder, name);
	else if (act === 'add') put(holder, Array.isArray(holder) ? String(holder.length) : key, value);
	else if (act === 'copy') put(holder, Array.isArray(holder) ? String(holder.length) : key, structuredClone(at));
	else if (act === 'list') put(holder, name, [at, value]);
	else put(holder, name, value);
	return name === '' ? holder[''] : copy;
};

export const changes = fc.array(change, { minLength: 1, maxLength: 4 });
export const changedBy = (json: unknown, all: readonly Change[]): unknown => all.reduce(changed, json);
/** JSON that says what was put in raw, and the first field twice where asked. */
export const textOf = (json: unknown, twice = false): string => {
	const written = (JSON.stringify(json) ?? '').replace(rawToken, '$1');
	return twice ? written.replace(/^\{(\s*"[^"]*":("[^"]*"|\d+),)/, '{$1$1') : written;
};

const real = fc.constantFrom(...fileObjects);
const anyFile = fc.oneof(
	{ weight: 6, arbitrary: fc.tuple(real, changes, fc.boolean()).map(([json, all, twice]) => textOf(changedBy(json, all), twice)) }, // prettier-ignore
	{ weight: 3, arbitrary: fc.tuple(real, edits).map(([json, all]) => editedBy(JSON.stringify(json), all)) },
	{ weight: 1, arbitrary: fc.json({ maxDepth: 5 }) },
	{ weight: 1, arbitrary: fc.tuple(nasty, fc.boolean()).map(([json, marked]) => (marked ? '\uFEFF' : '') + textOf(json)) }, // prettier-ignore
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }) },
);

const refusal = exactly({ where: text(/^[^]{0,60}$/), fault: either(...fileFaults) });
const dropped = list(text(/^[^]{1,80}$/), 0, 100_000);

/** In range, the same when saved and read again, and fit for the screens. */
export const soundFile = (given: BackupRead): readonly Outcome[] => {
	const { results, teams, refused, kind, dropped: lost, sitting, preferences } = given;
	hold('kind', kind, either(null, 'result', 'list', 'team', 'backup'));
	hold('refused', refused, list(refusal));
	hold('dropped', lost, dropped);
	if (kind === null && results.length + teams.length > 0) throw new Error('is none of ours, and is read');
	for (const result of results) {
		hold('result', result, resultRule);
		alike('a result', readFile(instrument, resultFile(instrument, result)), {
			...{ results: [result], teams: [], refused: [], kind: 'result', dropped: [] },
		});
	}
	for (const result of results.slice(0, 1)) {
		const { snapshot, quality } = evaluate(instrument, result);
		finite('quality', quality);
		finite('reading', read(snapshot, instrument.gamma));
	}
	for (const team of teams) {
		const again = readTeamFile(JSON.parse(JSON.stringify(teamObject(instrument, team))), instrument.id);
		alike('a team', again, { team, refused: [], dropped: [] });
		soundTeam(team);
	}
	hold('sitting', sitting, optional(sittingRule));
	hold('preferences', preferences, optional(preferencesRule));
	if (kind === 'backup') {
		const whole = { results, teams, sitting, preferences: preferences ?? preferencesOf(null) };
		const again = readBackup(instrument, backupFile(instrument, whole, '2026-11-22T09:30:00.000Z'));
		alike('a backup', again, { ...whole, refused: [], kind, dropped: [] });
	}
	const kept = results.length + teams.length > 0 ? ['accepted'] : [];
	return [...kept, ...new Set(refused.map(({ fault }) => fault))];
};

export const fileFamily = family('files', 0.12, 200, anyFile, (given) => soundFile(readBackup(instrument, given)));
