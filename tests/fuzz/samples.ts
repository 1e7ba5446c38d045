/** Real codes, files and records: what hostile ones are made from. */
import { readFileSync } from 'node:fs';
import { encodeSent } from '../../src/domain/code';
import { resultFile } from '../../src/domain/file';
import { encodeInvite } from '../../src/domain/inviteCode';
import { recordVersion } from '../../src/domain/restore';
import { noContext, type Result } from '../../src/domain/result';
import type { Sent } from '../../src/domain/sent';
import { begin, type Sitting } from '../../src/domain/sitting';
import { encodeTeam } from '../../src/domain/teamCode';
import { teamObject } from '../../src/domain/teamFile';
import { golden, sentFrom } from '../domain/sents';
import { teamOf } from '../domain/teams';
import { instrument } from '../fake';

const shipped = <T>(file: string): readonly T[] => JSON.parse(readFileSync(`tests/samples/${file}`, 'utf8')) as T[];
const codesOf = (file: string): string[] => shipped<{ code: string }>(file).map(({ code }) => code);

const sittings = [0, 3, 7, 11].flatMap((i) => golden[i] ?? []);
const changes: readonly Partial<Result>[] = [
	{},
	{ name: null, person: null },
	{ name: 'Führung 山田', language: 'pt-BR' },
	{ form: 'quick' },
];
const sents: readonly Sent[] = sittings.map(({ answers }, i) => sentFrom(answers, changes[i]));
const team = { ...teamOf(3), members: teamOf(3).members.map((one, i) => ({ ...one, label: i ? `Label ${i}` : null })) };

/** Every kind of code: as they shipped, and as they are written now. */
export const codes: readonly string[] = [
	...codesOf('code-1.json'),
	...codesOf('team-code-1.json'),
	...codesOf('invite-1.json'),
	...sents.map((sent) => encodeSent(sent)),
	...[teamOf(0), teamOf(1), team, teamOf(10)].map((one) => encodeTeam(one)),
	encodeInvite({ team: team.id, name: 'Leads', from: 'Ada', form: 'quick' }),
	encodeSent(sents[0]!, 'lever'),
];

const results: readonly Result[] = sittings.map(({ answers }, i) => ({
	id: `9f3a61c0-7b00-4000-8000-00000000000${i}`,
	takenAt: `2026-11-2${i}T09:30:00.000Z`,
	instrument: { id: instrument.id, version: i === 3 ? '0.9.0' : instrument.version },
	form: i === 3 ? 'quick' : 'full',
	language: 'en',
	name: i === 1 ? null : 'Margaret A Hamilton',
	person: i === 2 ? '00ff9a3b1c' : null,
	context: { ...noContext, role: 'cto', stage: 'series-b', size: '26-100', founder: true },
	answers,
	seed: 7 + i,
	seconds: 640,
	paceRating: 4.2,
	week: i === 1 ? [1, 2, 3, 4, 5, 6, 7, 8] : null,
}));

const read = (text: string): unknown => JSON.parse(text);
const files = results.map((result) => read(resultFile(instrument, result)));
const teams = [team, teamOf(1)].map((one) => read(JSON.stringify(teamObject(instrument, one))));

/** Records as storage holds them: a head, and the answers. */
export const storedResults: readonly object[] = results.map((result) => ({ version: recordVersion, ...result }));
export const storedSittings: readonly object[] = [
	{ form: 'quick' as const, at: 5, sharpens: null },
	{ form: 'full' as const, at: 47, sharpens: results[0]!.id, mending: true },
].map(({ form, ...more }): Sitting & { version: number } => ({
	version: recordVersion,
	...begin(instrument, form, 20261122, '2026-11-01T09:30:00.000Z'),
	answers: results[0]!.answers,
	pace: { median: 3.5, count: 8 },
	seconds: 100,
	...more,
}));

/** Every kind of file, as JSON holds it. */
export const fileObjects: readonly unknown[] = [
	...files,
	files,
	...teams,
	{ format: 'fulcrum-backup', version: 1, results: files, teams, sitting: null, preferences: {} },
	{
		...{
			format: 'fulcrum-backup',
			version: 1,
			made: '2026-11-22T09:30:00.000Z',
			results: files.slice(0, 1),
			teams: [],
		},
		sitting: storedSittings[0],
		preferences: {
			name: 'Ada',
			person: '0123456789',
			invite: codes.find((code) => code.startsWith('F3')),
			backedUp: 3,
		},
	},
];
