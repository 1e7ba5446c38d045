import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeSent } from '../../src/domain/code';
import { readFile, resultFile } from '../../src/domain/file';
import { emptyTeam, type Team } from '../../src/domain/team';
import {
	readTeamFile,
	teamFile,
	teamFileName,
	teamObject,
	teamVersion,
	type TeamFault,
} from '../../src/domain/teamFile';
import { instrument } from '../fake';
import { anyTeam, teamOf } from './teams';

type Change = Record<string, unknown>;
const sample = readFileSync('tests/samples/team-1.json', 'utf8');
const [kept] = JSON.parse(readFileSync('tests/samples/team-code-1.json', 'utf8')) as [{ readonly team: Team }];
const team = teamOf(4);
const json = (of: Team = team): Change => JSON.parse(teamFile(instrument, of)) as Change;
const file = (change: Change): Change => ({ ...json(), ...change });
/** The file with one member changed. */
const withMember = (at: number, change: Change): Change => {
	const members = json().members as Change[];
	return file({ members: members.map((one, i) => (i === at ? { ...one, ...change } : one)) });
};
const whole = (fault: TeamFault, where = '') => ({ team: null, refused: [{ where, fault }], dropped: [] });
const backup = (teams: unknown): string => JSON.stringify({ format: 'fulcrum-backup', version: 1, results: [], teams });

describe('a team file', () => {
	test('holds what formats.md says, in its order', () => {
		const written = json();
		expect(Object.keys(written)).toEqual([
			...['format', 'version', 'id', 'name', 'stage', 'letters', 'instrument', 'members'],
		]);
		expect(written).toMatchObject({
			format: 'fulcrum-team',
			version: 1,
			id: team.id,
			stage: 'series-b',
			instrument: { id: 'fulcrum', version: instrument.version },
		});
		const [member] = written.members as [Change];
		expect(Object.keys(member)).toEqual(['record', 'label', 'role', 'hidden', 'ghost']);
		expect(member.record).toMatchObject({
			code: encodeSent(team.members[0]!.sent),
			name: 'Ada King of Lovelace',
			day: '2026-11-22',
			scores: {
				A: { value: 30, se0: 5.7 },
				S: { value: 35, se0: 3.6 },
				P4: { value: 50, se0: 9 },
				posture: { value: 41.5 },
			},
			quality: 'green',
		});
	});
	test('any team comes back as it was, through the reader of every file too', () =>
		fc.assert(
			fc.property(anyTeam, (one) => {
				const text = teamFile(instrument, one);
				const clean = /^[^\p{Cc}]+$/u.test(one.id);
				if (clean) expect(readTeamFile(JSON.parse(text))).toEqual({ team: one, refused: [], dropped: [] });
				expect(readFile(instrument, text).teams).toEqual(clean ? [one] : []);
			}),
			{ numRuns: 60, seed: 42 },
		));
	test('every version that ever shipped is read: 1', () => {
		expect(readTeamFile(JSON.parse(sample))).toEqual({ team: kept.team, refused: [], dropped: [] });
		expect(teamFile({ id: 'fulcrum', version: '1.0.0' }, kept.team)).toBe(sample);
		expect(teamVersion, 'a new version needs a sample of its own').toBe(1);
	});
	test.each([
		['a plain one', 'Leads', 'fulcrum-team-Leads.json'],
		['of words', 'Leads of R&D / Ops', 'fulcrum-team-Leads-of-R-D-Ops.json'],
		['of any script', '山田 Führung', 'fulcrum-team-山田-Führung.json'],
		['none', '', 'fulcrum-team.json'],
		['dots', '../..', 'fulcrum-team.json'],
	])('its name: %s', (_, name, wanted) => expect(teamFileName({ name })).toBe(wanted));
});

describe('refused as a whole', () => {
	test.each<[string, unknown, ReturnType<typeof whole>]>([
		['nothing', null, whole('unreadable')],
		['a list', [], whole('unreadable')],
		['another format', file({ format: 'fulcrum-result' }), whole('unreadable')],
		['no version', file({ version: undefined }), whole('unreadable')],
		['version 0', file({ version: 0 }), whole('unreadable')],
		['a newer version, whatever is in it', file({ version: 2, members: 7 }), whole('newer')],
		['another instrument', file({ instrument: { id: 'lever', version: '1.0.0' } }), whole('other-instrument')],
		['no instrument', file({ instrument: null }), whole('unreadable')],
		['no id', file({ id: undefined }), whole('unreadable')],
		['an empty id', file({ id: '' }), whole('unreadable')],
		['an id that is too long', file({ id: 'a'.repeat(61) }), whole('unreadable')],
		['an id as long as a file', file({ id: 'a'.repeat(1e7) }), whole('unreadable')],
		['an id in a list', file({ id: ['x'] }), whole('unreadable')],
		['no members', file({ members: undefined }), whole('unreadable', 'members')],
		['members that are none', file({ members: { length: 1 } }), whole('unreadable', 'members')],
		['too many', file({ members: Array<null>(100_001).fill(null) }), whole('too-large', 'members')],
		['everything in the prototype', JSON.parse(`{"__proto__":${teamFile(instrument, team)}}`), whole('unreadable')],
	])('%s', (_, input, wanted) => expect(readTeamFile(input)).toEqual(wanted));
});

describe('a bad member is refused by itself', () => {
	const { code } = (json().members as { record: { code: string } }[])[2]!.record;
	const broken = code.slice(0, 50) + (code[50] === 'A' ? 'B' : 'A') + code.slice(51);
	test.each<[string, Change, TeamFault]>([
		['no record', { record: undefined }, 'unreadable'],
		['a record without a code', { record: { scores: {} } }, 'unreadable'],
		['a code that is none', { record: { code: 'hello' } }, 'unreadable'],
		['a code in a list', { record: { code: [code] } }, 'unreadable'],
		['a changed code', { record: { code: broken } }, 'damaged'],
		['a code cut short', { record: { code: code.slice(0, 40) } }, 'damaged'],
		['of another instrument', { record: { code: encodeSent(team.members[2]!.sent, 'lever') } }, 'other-instrument'],
	])('%s', (_, change, fault) => {
		const { team: read, refused, dropped } = readTeamFile(withMember(2, change));
		expect(refused).toEqual([{ where: 'members[2]', fault }]);
		expect(dropped).toEqual([]);
		const wanted = [team.members[0], team.members[1], { ...team.members[3], key: 'm3' }];
		expect(read).toEqual({ ...team, members: wanted });
	});
	test.each([[null], [7], ['x'], [[]]])('a member that is %j', (input) => {
		const members = [...(json().members as unknown[]), input];
		expect(readTeamFile(file({ members }))).toMatchObject({
			team,
			refused: [{ where: 'members[4]', fault: 'unreadable' }],
		});
	});
	test('what its numbers say is not believed', () => {
		const record = { code, name: 'Somebody', scores: { A: { value: 99 } } };
		expect(readTeamFile(withMember(2, { record })).team).toEqual(team);
	});
});

describe('what cannot be kept is dropped and told', () => {
	test.each<[string, Change, string[], Partial<Team>]>([
		['a name', { name: 7 }, ['name'], { name: '' }],
		['a part of a name', { name: 'a\nb' }, ['name'], { name: 'ab' }],
		['a stage', { stage: 'series-z' }, ['stage'], { stage: null }],
		['letters', { letters: 'yes' }, ['letters'], { letters: false }],
		['absent is no fault', { name: undefined, stage: null, letters: undefined }, [], { name: '', stage: null }],
	])('%s', (_, change, dropped, wanted) =>
		expect(readTeamFile(file(change))).toEqual({ team: { ...team, ...wanted }, refused: [], dropped }),
	);
	test.each<[string, Change, string[], object]>([
		['a label', { label: 7 }, ['members[1].label'], { label: null }],
		['a long label', { label: 'a'.repeat(61) }, ['members[1].label'], { label: 'a'.repeat(60) }],
		['a role', { role: 'king' }, ['members[1].role'], { role: null }],
		[
			'yes and no',
			{ hidden: 1, ghost: 'x' },
			['members[1].hidden', 'members[1].ghost'],
			{ hidden: false, ghost: false },
		],
		['absent is no fault', { label: undefined, role: null, hidden: undefined }, [], { label: null, hidden: false }],
	])('of a member: %s', (_, change, dropped, wanted) => {
		const read = readTeamFile(withMember(1, change));
		expect([read.refused, read.dropped]).toEqual([[], dropped]);
		expect(read.team?.members[1]).toMatchObject(wanted);
	});
	test('any JSON in any place throws nothing', () =>
		fc.assert(
			fc.property(
				fc.constantFrom('id', 'name', 'stage', 'letters', 'instrument', 'members', 'version'),
				fc.constantFrom('record', 'label', 'role', 'hidden', 'ghost'),
				fc.jsonValue(),
				(key, inner, value) => {
					readTeamFile(value);
					readTeamFile(file({ [key]: value }));
					const { team: read } = readTeamFile(withMember(0, { [inner]: value }));
					expect(read?.members.slice(-3).map(({ sent }) => sent)).toEqual(
						team.members.slice(1).map(({ sent }) => sent),
					);
				},
			),
			{ numRuns: 200 },
		));
});

describe('among other files', () => {
	const read = (text: string) => readFile(instrument, text);
	test('a team file is known by itself', () =>
		expect(read(teamFile(instrument, team))).toEqual({
			results: [],
			teams: [team],
			refused: [],
			kind: 'team',
			dropped: [],
		}));
	test('what is wrong with it is told by its place', () => {
		expect(read(JSON.stringify(withMember(1, { record: 0, label: 0 })))).toMatchObject({
			refused: [{ where: 'members[1]', fault: 'unreadable' }],
		});
		expect(read(JSON.stringify(withMember(1, { label: 0 })))).toMatchObject({ dropped: ['members[1].label'] });
	});
	test('a backup holds teams', () => {
		const other = emptyTeam('t2', 'Other');
		const text = backup([
			teamObject(instrument, team),
			7,
			{ ...withMember(3, { record: 0 }), stage: 0 },
			teamObject(instrument, other),
		]);
		const { teams, refused, dropped, kind, results } = read(text);
		expect(teams).toEqual([team, { ...team, stage: null, members: team.members.slice(0, 3) }, other]);
		expect(refused).toEqual([
			{ where: 'teams[1]', fault: 'unreadable' },
			{ where: 'teams[2].members[3]', fault: 'unreadable' },
		]);
		expect([dropped, kind, results]).toEqual([['teams[2].stage'], 'backup', []]);
	});
	test.each<[string, unknown, object[]]>([
		['without any', undefined, []],
		['null', null, []],
		['no list', { length: 1 }, [{ where: 'teams', fault: 'unreadable' }]],
		['a newer one', [{ ...json(), version: 2 }], [{ where: 'teams[0]', fault: 'newer' }]],
	])('teams of a backup: %s; its results are read', (_, teams, refused) => {
		const result = { id: 'r', takenAt: '2026-11-22T09:30:00.000Z', instrument: { id: 'fulcrum', version: '1.0.0' }, form: 'quick', language: 'en', name: null, person: null, context: {}, answers: {}, seed: 1, seconds: 0, paceRating: null, week: null }; // prettier-ignore
		const written: unknown = JSON.parse(resultFile(instrument, result as never));
		const text = JSON.stringify({ format: 'fulcrum-backup', version: 1, results: [written], teams });
		expect(read(text)).toMatchObject({ results: [{ id: 'r' }], teams: [], refused, kind: 'backup' });
	});
});
