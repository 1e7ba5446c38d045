import { describe, expect, test } from 'vitest';
import { decodeSent, encodeSent } from '../../src/domain/code';
import type { Sent } from '../../src/domain/sent';
import {
	duplicated,
	emptyTeam,
	ghostAt,
	lettersOf,
	moved,
	nameOf,
	removed,
	renamed,
	roleOf,
	teamName,
	toggled,
	withGhost,
	withRole,
	type Team,
	type TeamMember,
} from '../../src/domain/team';
import { sent } from './shots';

const member = (key: string, change: Partial<TeamMember> = {}, of: Partial<Sent> = {}): TeamMember => ({
	key,
	sent: sent({}, of),
	label: null,
	role: null,
	hidden: false,
	ghost: false,
	...change,
});
const team: Team = { ...emptyTeam('t', 'Team'), members: ['a', 'b', 'c'].map((key) => member(key)) };
const keys = ({ members }: Team): string => members.map(({ key }) => key).join('');

describe('what a member is called and does', () => {
	const context = { ...sent().context, role: 'vp' } as const;
	test.each([
		['nothing', null, null, null],
		['what was sent', null, 'Ada', 'Ada'],
		['what was given', 'Boss', 'Ada', 'Boss'],
		['what was given alone', 'Boss', null, 'Boss'],
	])('name: %s', (_, label, name, wanted) => expect(nameOf(member('a', { label }, { name }))).toBe(wanted));
	test('role: the one given here before the one that was sent', () => {
		expect(roleOf(member('a', {}, { context }))).toBe('vp');
		expect(roleOf(member('a', { role: 'cto' }, { context }))).toBe('cto');
		expect(roleOf(member('a'))).toBeNull();
	});
	test.each([
		[0, 'A'],
		[25, 'Z'],
		[26, 'AA'],
		[51, 'AZ'],
		[52, 'BA'],
		[701, 'ZZ'],
		[702, 'AAA'],
		[9999, 'NTP'],
	])('letter of place %i: %s', (place, wanted) => {
		const many = Array.from({ length: 10_000 }, (_, i) => ({ key: `${i}` }));
		expect(lettersOf(many).get(`${place}`)).toBe(wanted);
	});
	test('letters: no two alike among 10,000, and hiding shifts none', () => {
		const many = Array.from({ length: 10_000 }, (_, i) => ({ key: `${i}` }));
		expect(new Set(lettersOf(many).values()).size).toBe(10_000);
		expect(lettersOf(toggled(team, 'a').members)).toEqual(lettersOf(team.members));
	});
	test.each([
		['plain', 'Leads', 'Leads'],
		['spaces around', '  Leads ', 'Leads'],
		['control characters', 'Le\u0000a\nds', 'Leads'],
		['nothing', ' ', ''],
		['61 characters', '𠮷'.repeat(61), '𠮷'.repeat(60)],
	])('name of a team: %s', (_, name, wanted) => {
		expect(teamName(name)).toBe(wanted);
		expect(emptyTeam('t', name).name).toBe(wanted);
	});
});

describe('tending', () => {
	test.each<[string, Team, Partial<TeamMember>]>([
		['renamed', renamed(team, 'b', 'Bo'), { label: 'Bo' }],
		['renamed, cleaned', renamed(team, 'b', ' B\u0007o '), { label: 'Bo' }],
		['renamed to spaces', renamed(renamed(team, 'b', 'Bo'), 'b', '  '), { label: null }],
		['renamed to nothing', renamed(renamed(team, 'b', 'Bo'), 'b', null), { label: null }],
		['in a role', withRole(team, 'b', 'staff'), { role: 'staff' }],
		['in no role', withRole(withRole(team, 'b', 'staff'), 'b', null), { role: null }],
		['hidden', toggled(team, 'b'), { hidden: true }],
		['shown again', toggled(toggled(team, 'b'), 'b'), { hidden: false }],
	])('%s', (_, now, change) =>
		expect(now).toEqual({ ...team, members: [member('a'), member('b', change), member('c')] }),
	);
	test.each<[string, (of: Team) => Team]>([
		['renamed', (of) => renamed(of, 'x', 'Bo')],
		['in a role', (of) => withRole(of, 'x', 'cto')],
		['hidden', (of) => toggled(of, 'x')],
		['moved', (of) => moved(of, 'x', 0)],
		['removed', (of) => removed(of, 'x')],
	])('nobody is there: %s', (_, change) => expect(change(team)).toEqual(team));
	test.each([
		['to the front', 'c', 0, 'cab'],
		['to the end', 'a', 2, 'bca'],
		['by one', 'a', 1, 'bac'],
		['where it is', 'b', 1, 'abc'],
		['before the front', 'b', -1, 'bac'],
		['behind the end', 'b', 9, 'acb'],
		['to no number', 'b', NaN, 'bac'],
	])('moved %s', (_, key, to, wanted) => expect(keys(moved(team, key, to))).toBe(wanted));
	test('removed', () => expect(keys(removed(team, 'b'))).toBe('ac'));
	test('duplicated: another id and name, the same members', () =>
		expect(duplicated(team, 'u', ' Copy\n')).toEqual({ ...team, id: 'u', name: 'Copy' }));
});

describe('a hire that was thought of', () => {
	const ghost = ghostAt(61.3, 20.2, 'vp', '2026-11-22', '1.2.3');
	test('stands at its place, as surely as after the full form, and says nothing else', () => {
		const { snapshot } = ghost;
		expect(ghost).toMatchObject({ context: { role: 'vp' }, name: null, person: null, version: '1.2.3', asked: 0 });
		expect(snapshot).toMatchObject({ level: 'full', A: 61.5, P: 20, drive: 71, practice: 71 });
		expect(snapshot.se0).toMatchObject({ A: 5.7, P: 5.7, S: 4, gap: 20, A1: 20, P4: 20 });
		expect(snapshot.se0rel).toEqual({ A: 5.7, P: 5.7, S: 4 });
		expect(Object.values(snapshot.facetCalls)).toEqual(Array(8).fill(0));
	});
	test.each([
		['the middle', 50, 50],
		['a corner', 130, -30],
		['beyond', 1000, -1000],
		['no number', NaN, NaN],
	])('travels in a code: %s', (_, A, P) => {
		const made = ghostAt(A, P, null, '2026-11-22', '1.0.0');
		expect(decodeSent(encodeSent(made))).toEqual({ sent: made });
	});
	test('joins as the last member', () => {
		const { members } = withGhost(team, 'g', ghost, ' A VP ');
		expect(members.slice(0, 3)).toEqual(team.members);
		expect(members[3]).toEqual(member('g', { sent: ghost, label: 'A VP', ghost: true }));
	});
});
