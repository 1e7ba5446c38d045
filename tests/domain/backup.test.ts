import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { backupFile, backupName, backupVersion, changesOf, readBackup, type Kept } from '../../src/domain/backup';
import { resultFile, type FileFault } from '../../src/domain/file';
import type { Preferences } from '../../src/domain/preferences';
import { noContext, type Result } from '../../src/domain/result';
import { begin, type Sitting } from '../../src/domain/sitting';
import { emptyTeam, ghostAt, withGhost, type Team } from '../../src/domain/team';
import { teamFile } from '../../src/domain/teamFile';
import { instrument } from '../fake';
import { golden } from './sents';
import { teamOf } from './teams';

type Fields = Record<string, unknown>;
const made = '2026-11-22T10:00:00.000Z';
const resultOf = (id: string, change: Partial<Result> = {}): Result => ({
	id,
	takenAt: '2026-11-22T09:30:00.000Z',
	instrument: { id: 'fulcrum', version: instrument.version },
	form: 'quick',
	language: 'en',
	name: null,
	person: null,
	context: noContext,
	answers: { X1: 3, 'A1d+': 4, 'P1d-': 0 },
	seed: 123456,
	seconds: 310,
	paceRating: 4.2,
	week: null,
	...change,
});
const spring = resultOf('spring', { name: 'Ελένη' });
const autumn = resultOf('autumn', {
	form: 'full',
	name: 'क्षितिज शर्मा',
	person: '9f3a61c07b',
	context: { role: 'cto', stage: 'series-b', size: '26-100', founder: true, reportsTo: 'ceo', business: 'technical' },
	answers: golden.at(-1)!.answers,
	week: [1, 2, 3, 4, 5, 6, 7, 8],
});
/** Ten people called in four scripts, one of them hidden, one renamed, and two hires that were thought of. */
const leads = [12.5, 80].reduce<Team>(
	(team, at, i) => withGhost(team, `m${11 + i}`, ghostAt(at, 60, 'vp', '2026-11-22', '1.0.0'), i ? 'שירה' : null),
	{
		...teamOf(10),
		name: 'Führung 山田',
		members: teamOf(10).members.map((member, i) => ({
			...member,
			sent: { ...member.sent, name: ['Zoë', 'محمد', '👩‍👩‍👧‍👦', '𠮷'.repeat(60)][i % 4]! },
			label: i === 3 ? 'Bea <b>' : null,
			role: i === 4 ? ('director' as const) : null,
			hidden: i === 5,
		})),
	},
);
const sitting: Sitting = {
	...begin(instrument, 'full', 99, '2026-11-21T08:00:00.000Z'),
	at: 4,
	answers: { X1: 1, X2: 0, X3: 3 },
	pace: { median: 3.25, count: 2 },
	seconds: 21.5,
	mending: true,
};
const preferences: Preferences = { name: 'Margaret', person: '00ff9a3b1c', invite: 'F3abc', backedUp: 12 };
const kept: Kept = { results: [autumn, spring], teams: [leads, emptyTeam('t-2', '')], sitting, preferences };
const nothing: Kept = {
	results: [],
	teams: [],
	sitting: null,
	preferences: { name: null, person: null, invite: null, backedUp: null },
};

const read = (text: string) => readBackup(instrument, text);
const json = (of: Kept = kept): Fields => JSON.parse(backupFile(instrument, of, made)) as Fields;
const file = (change: Fields): string => JSON.stringify({ ...json(), ...change });
const whole = (kind: string, change: object = {}) => ({
	results: [],
	teams: [],
	sitting: null,
	preferences: null,
	refused: [],
	dropped: [],
	kind,
	...change,
});

describe('a backup', () => {
	test('holds what formats.md says, in its order', () => {
		const written = json();
		expect(Object.keys(written)).toEqual(['format', 'version', 'made', 'results', 'teams', 'sitting', 'preferences']);
		expect([written.format, written.version, written.made]).toEqual(['fulcrum-backup', 1, made]);
		expect((written.results as unknown[])[1]).toEqual(JSON.parse(resultFile(instrument, spring)));
		expect((written.teams as unknown[])[0]).toEqual(JSON.parse(teamFile(instrument, leads)));
	});
	test.each<[string, Kept]>([
		['everything', kept],
		['nothing', nothing],
		['no quiz under way', { ...kept, sitting: null }],
		['a quiz alone', { ...nothing, sitting }],
		['a quiz that sharpens a result', { ...nothing, sitting: { ...sitting, sharpens: 'spring' } }],
		['a result without an answer', { ...nothing, results: [resultOf('empty', { answers: {} })] }],
	])('%s comes back as it was', (_, one) => {
		const { results, teams, sitting, preferences, ...rest } = read(backupFile(instrument, one, made));
		expect({ results, teams, sitting, preferences }).toEqual(one);
		expect(rest).toEqual({ refused: [], kind: 'backup', dropped: [] });
	});
	test('is called after its day', () => expect(backupName('2026-11-22')).toBe('fulcrum-backup-2026-11-22.json'));
});

describe('every version that ever shipped is read', () => {
	const sample = readFileSync('tests/samples/backup-1.json', 'utf8');
	/** The questions of its day: a sitting goes on with the very ones it was begun with. */
	const then = { ...instrument, version: '1.0.0' };
	test('1: everything is in it, and written today it is the same', () => {
		const { results, teams, sitting, preferences, refused, dropped } = readBackup(then, sample);
		expect([refused, dropped]).toEqual([[], []]);
		expect(results.map(({ name, answers }) => [name, Object.keys(answers).length])).toEqual([
			['क्षितिज शर्मा', 46],
			['Ελένη', 3],
		]);
		expect(teams.map(({ name, members }) => [name, members.length])).toEqual([
			['Führung 山田', 4],
			['', 0],
		]);
		expect(teams[0]!.members.map(({ label, hidden, ghost }) => [label, hidden, ghost])).toEqual([
			[null, false, false],
			['Bea <b>', false, false],
			[null, true, false],
			['שירה', false, true],
		]);
		expect(sitting).toMatchObject({ at: 4, answers: { X1: 1, X2: 0, X3: 3 }, pace: { median: 3.25, count: 2 } });
		expect(preferences).toEqual({ name: 'Margaret', person: '00ff9a3b1c', invite: 'F3abc', backedUp: 4 });
		const again = backupFile(then, { results, teams, sitting, preferences: preferences! }, made);
		expect(JSON.parse(again)).toEqual(JSON.parse(sample));
		expect(backupVersion, 'a new version needs a sample of its own').toBe(1);
	});
});

describe('what else may be restored', () => {
	test.each<[string, string, object]>([
		['a result', resultFile(instrument, spring), whole('result', { results: [spring] })],
		['a list of results', `[${resultFile(instrument, spring)},${resultFile(instrument, autumn)}]`, whole('list', { results: [spring, autumn] })],
		['a team', teamFile(instrument, leads), whole('team', { teams: [leads] })],
		['a backup without a quiz or preferences', file({ results: [], teams: [], sitting: undefined, preferences: undefined }), whole('backup')],
	])('%s', (_, text, wanted) => expect(read(text)).toEqual(wanted)); // prettier-ignore
});

describe('refused as a whole', () => {
	test.each<[string, string, FileFault, string | null]>([
		['nothing', '', 'not-json', null],
		['words', 'Dear team', 'not-json', null],
		['a file cut short', backupFile(instrument, kept, made).slice(0, -20), 'not-json', null],
		['a file of another program', '{"format":"notes","sitting":{}}', 'foreign', null],
		['a newer one, whatever is in it', file({ version: 2 }), 'newer', 'backup'],
		['one without a version', file({ version: undefined }), 'unreadable', 'backup'],
		['everything in the prototype', `{"__proto__":${backupFile(instrument, kept, made)}}`, 'foreign', null],
	])('%s: neither quiz nor preferences are taken from it', (_, text, fault, kind) => {
		const { results, teams, refused, kind: of, ...rest } = read(text);
		expect([results, teams, refused, of]).toEqual([[], [], [{ where: '', fault }], kind]);
		expect(rest).toEqual({ sitting: null, preferences: null, dropped: [] });
	});
});

describe('one bad part', () => {
	const bad = (change: Fields) => ({ version: 1, ...sitting, ...change });
	test.each<[string, unknown, FileFault]>([
		['a quiz that is none', 7, 'unreadable'],
		['a quiz without a seed', bad({ seed: null }), 'unreadable'],
		['a quiz of a newer version', bad({ version: 2 }), 'newer'],
		['a quiz of other questions', bad({ instrument: { id: 'fulcrum', version: '0.9.0' } }), 'other-instrument'],
		['a quiz of another instrument', bad({ instrument: { id: 'lever', version: '1.0.0' } }), 'other-instrument'],
	])('%s is refused alone', (_, given, fault) => {
		const { sitting: none, refused, ...rest } = read(file({ sitting: given }));
		expect([none, refused]).toEqual([null, [{ where: 'sitting', fault }]]);
		expect(rest).toMatchObject({ results: kept.results, teams: kept.teams, preferences });
	});
	test('answers of the quiz that cannot be kept are told by their address', () => {
		const { sitting: there, dropped } = read(file({ sitting: bad({ answers: { X1: 1, X2: 9, Z1: 0 } }) }));
		expect([there?.answers, dropped]).toEqual([{ X1: 1 }, ['sitting.answers.X2', 'sitting.answers.Z1']]);
	});
	test.each<[string, unknown, Preferences | null]>([
		['none', null, null],
		['a text', 'Margaret', nothing.preferences],
		['a name that is none', { ...preferences, name: 7 }, { ...preferences, name: null }],
		['a number that is none', { ...preferences, person: 'x' }, { ...preferences, person: null }],
	])('preferences: %s', (_, given, wanted) => {
		const { preferences: there, refused, ...rest } = read(file({ preferences: given }));
		expect([there, refused]).toEqual([wanted, []]);
		expect(rest).toMatchObject({ results: kept.results, teams: kept.teams, sitting });
	});
	test('results that are no list are refused alone', () => {
		const { results, refused, ...rest } = read(file({ results: 7 }));
		expect([results, refused]).toEqual([[], [{ where: 'results', fault: 'unreadable' }]]);
		expect(rest).toMatchObject({ sitting, preferences });
	});
	test('results and members that cannot be read are told beside the quiz', () => {
		const { results, teams } = json() as { results: Fields[]; teams: { members: Fields[] }[] };
		teams[0]!.members[2]!.record = {};
		const { refused, ...rest } = read(file({ results: [results[0], 7], teams, sitting: 7 }));
		expect(refused).toEqual([
			{ where: 'results[1]', fault: 'foreign' },
			{ where: 'teams[0].members[2]', fault: 'unreadable' },
			{ where: 'sitting', fault: 'unreadable' },
		]);
		expect([rest.results, rest.teams[0]!.members.length]).toEqual([[autumn], 11]);
	});
});

describe('what a file would change', () => {
	type Row = [string, Partial<Kept>, Partial<Kept>, string[]];
	/** As `replace result, taken`. */
	const steps = (there: Partial<Kept>, here: Partial<Kept>): string[] =>
		changesOf(read(backupFile(instrument, { ...nothing, ...there }, made)), { ...nothing, ...here }).map(
			({ kind, step, take }) => `${step} ${kind}${take ? ', taken' : ''}`,
		);
	const { X1: _, ...fewer } = spring.answers;
	const turned = Object.fromEntries(Object.entries(spring.answers).reverse());
	const rekeyed = { ...leads, members: leads.members.map((member, i) => ({ ...member, key: `other${i}` })) };
	const swapped = { ...leads, members: [...leads.members].reverse() };
	const at = (takenAt: string): Partial<Kept> => ({ results: [{ ...spring, takenAt }] });
	const rows: Row[] = [
		['nothing in a browser with everything', {}, kept, []],
		['everything in an empty browser', kept, {}, ['add result, taken', 'add result, taken', 'add team, taken', 'add team, taken', 'add sitting, taken', 'add preferences, taken']],
		['everything where it came from', kept, kept, ['same result', 'same result', 'same team', 'same team', 'same sitting', 'same preferences']],
		['a later sitting of a result', at('2026-11-23T09:30:00.000Z'), { results: [spring] }, ['replace result, taken']],
		['an earlier one', at('2026-11-21T09:30:00.000Z'), { results: [spring] }, ['replace result']],
		['a later moment of an earlier hour elsewhere', at('2026-11-22T09:00:00-08:00'), { results: [spring] }, ['replace result, taken']],
		['an earlier moment of a later hour elsewhere', at('2026-11-22T10:00:00+09:00'), { results: [spring] }, ['replace result']],
		['of the same moment with more answers', { results: [spring] }, { results: [{ ...spring, answers: fewer }] }, ['replace result, taken']],
		['with fewer', { results: [{ ...spring, answers: fewer }] }, { results: [spring] }, ['replace result']],
		['with as many that differ', { results: [{ ...spring, answers: { ...fewer, X1: 0 } }] }, { results: [spring] }, ['replace result']],
		['under another name', { results: [{ ...spring, name: 'May' }] }, { results: [spring] }, ['replace result']],
		['answers in another order', { results: [{ ...spring, answers: turned }] }, { results: [spring] }, ['same result']],
		['a team whose members have other keys', { teams: [rekeyed] }, { teams: [leads] }, ['same team']],
		['in another order', { teams: [swapped] }, { teams: [leads] }, ['replace team']],
		['with one member less', { teams: [{ ...leads, members: leads.members.slice(1) }] }, { teams: [leads] }, ['replace team']],
		['under another name', { teams: [{ ...leads, name: 'X' }] }, { teams: [leads] }, ['replace team']],
		['a quiz where another is under way', { sitting }, { sitting: { ...sitting, seed: 1 } }, ['replace sitting']],
		['the same quiz, answered in another order', { sitting: { ...sitting, answers: { X3: 3, X2: 0, X1: 1 } } }, { sitting }, ['same sitting']],
		['the same quiz further on', { sitting: { ...sitting, answers: { ...sitting.answers, X4: 1 } } }, { sitting }, ['replace sitting']],
		['another name', { preferences: { ...preferences, name: 'Grace' } }, { preferences }, ['replace preferences']],
		['another count at the last backup', { preferences: { ...preferences, backedUp: 3 } }, { preferences }, ['same preferences']],
		['where a backup is all that is remembered', { preferences }, { preferences: { ...nothing.preferences, backedUp: 4 } }, ['add preferences, taken']],
		['no preferences but a count', { preferences: { ...nothing.preferences, backedUp: 4 } }, { preferences }, []],
	]; // prettier-ignore
	test.each(rows)('%s', (_, there, here, wanted) => expect(steps(there, here)).toEqual(wanted));

	const among = (...results: Result[]) =>
		changesOf({ ...read(''), results }, nothing).map((change) => change.kind === 'result' && change.result);
	test.each<[string, readonly Result[], readonly Result[]]>([
		['two of one id: the later, wherever it stands', [at('2026-11-23T09:30:00.000Z').results![0]!, spring], [at('2026-11-23T09:30:00.000Z').results![0]!]],
		['of one moment: the one with more answers', [spring, { ...spring, answers: fewer }], [spring]],
		['the very same twice: once', [spring, spring], [spring]],
		['in the order of the file', [spring, autumn, spring], [spring, autumn]],
	])('a file with %s', (_, results, wanted) => expect(among(...results)).toEqual(wanted)); // prettier-ignore
	test('a file with one team twice: the last', () => {
		const changes = changesOf({ ...read(''), teams: [leads, { ...leads, name: 'Last' }] }, nothing);
		expect(changes).toMatchObject([{ kind: 'team', step: 'add', team: { name: 'Last' } }]);
	});
	test('a thousand results against a thousand take no time to speak of', () => {
		const many = Array.from({ length: 1000 }, (_, i) => resultOf(`r${i}`));
		const begin = performance.now();
		const changes = changesOf({ ...read(''), results: many }, { ...nothing, results: many });
		expect(new Set(changes.map(({ step }) => step))).toEqual(new Set(['same']));
		expect(performance.now() - begin).toBeLessThan(1000);
	});
});
