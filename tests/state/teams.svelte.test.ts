import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { encodeSent } from '../../src/domain/code';
import { renamed, type Team, type TeamMember } from '../../src/domain/team';
import { Notices } from '../../src/state/notices.svelte';
import { TeamsState } from '../../src/state/teams.svelte';
import { encode } from '../../src/storage/records';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { sent } from '../domain/shots';
import { teamOf as drawnTeam } from '../domain/teams';
import { brokenStorage, fakeStorage } from '../fake';

/** As it comes out of a code: errors to .1. */
const member = (key: string, change: Partial<TeamMember> = {}): TeamMember => ({
	...drawnTeam(1).members[0]!,
	key,
	...change,
});
const teamOf = (id: string, name: string, members: readonly TeamMember[] = [], change: Partial<Team> = {}): Team => ({
	id,
	name,
	stage: null,
	letters: false,
	members,
	...change,
});
const leads = teamOf('t-1', 'Leads', [
	member('a'),
	member('b', { label: 'Bea', role: 'cto', hidden: true }),
	member('c', { ghost: true }),
], { stage: 'series-b', letters: true }); // prettier-ignore

/** Storage that takes so many characters in all. */
const small = (room: number): Storage => {
	const storage = fakeStorage();
	const { setItem } = storage;
	const used = () => [...Array(storage.length).keys()].reduce((sum, i) => sum + (storage.getItem(storage.key(i)!) ?? '').length, 0); // prettier-ignore
	return Object.assign(storage, {
		setItem: (key: string, value: string) => {
			if (used() - (storage.getItem(key)?.length ?? 0) + value.length > room) throw new DOMException('full', 'QuotaExceededError'); // prettier-ignore
			setItem(key, value);
		},
	});
};
/** A page that was opened on this storage. */
const open = (storage: Storage = fakeStorage()) => {
	const notices = new Notices();
	const teams = new TeamsState(new Stored(slots(() => storage)), notices);
	return {
		storage,
		notices,
		teams,
		told: () => notices.list.map(({ key }) => key),
		heads: () => teams.heads.map(({ id }) => id),
	};
};
const keyOf = (id: string) => `fulcrum:team:${id}`;
const stored = (storage: Storage): string[] => [...Array(storage.length).keys()].map((i) => storage.key(i)!).sort();
const asideOf = (storage: Storage, id: string) => storage.getItem(`fulcrum:aside:team:${id}`);

describe('kept', () => {
	test('none at first', () => {
		const { teams, told } = open();
		expect([teams.heads, teams.find('t-1'), told()]).toEqual([[], null, []]);
	});
	test.each<[string, Team]>([
		['an empty one', teamOf('t-1', 'Leads')],
		['one with everything in it', leads],
		['one without a name', teamOf('t-1', '')],
		['one whose name is markup and line breaks', teamOf('t-1', '<b>"A\\nB</b> 😀')],
		['two members with the same name and numbers', teamOf('t-1', 'Twins', [member('a'), member('b')])],
	])('%s comes back as it was', (_, team) => {
		const { storage, teams } = open();
		expect([teams.put(team), teams.isKept('t-1')]).toEqual([true, true]);
		expect(teams.find('t-1')).toEqual(team);
		const again = open(storage);
		expect(again.teams.find('t-1')).toEqual(team);
		expect(again.teams.heads).toEqual([{ id: 't-1', name: team.name, count: team.members.length }]);
		expect(again.told()).toEqual([]);
	});
	test('in the order of their names, here and when the page is opened again', () => {
		const { storage, teams, heads } = open();
		for (const [id, name] of [['1', 'Zebra'], ['2', 'apple'], ['3', 'Mango']] as const) teams.put(teamOf(id, name)); // prettier-ignore
		expect(heads()).toEqual(['2', '3', '1']);
		expect(open(storage).heads()).toEqual(['2', '3', '1']);
	});
	test('a change takes the place of what stood there, and whoever looks sees it', () => {
		const { storage, teams, heads } = open();
		teams.put(leads);
		let [name, label]: (string | null | undefined)[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				name = teams.heads[0]?.name;
				label = teams.find('t-1')?.members[0]?.label;
			});
		});
		flushSync();
		expect([name, label]).toEqual(['Leads', null]);
		teams.put({ ...renamed(leads, 'a', 'Ada'), name: 'Others' });
		flushSync();
		expect([name, label, heads()]).toEqual(['Others', 'Ada', ['t-1']]);
		stop();
		expect(stored(storage)).toEqual([keyOf('t-1')]);
	});
	test('what is looked at is not written', () => {
		const { storage, teams } = open();
		teams.put(leads);
		const before = storage.getItem(keyOf('t-1'));
		const again = open(storage);
		again.teams.find('t-1');
		expect([storage.getItem(keyOf('t-1')), stored(storage)]).toEqual([before, [keyOf('t-1')]]);
	});
	test('results and the sitting are no teams', () => {
		const storage = fakeStorage({ 'fulcrum:result:1': 'x', 'fulcrum:sitting': 'y', 'other:team:1': 'z' });
		expect([open(storage).heads(), open(storage).told()]).toEqual([[], []]);
	});
});

describe('deleted', () => {
	test('it is gone, and undone it is back', () => {
		const { storage, teams, notices, told } = open();
		teams.put(leads);
		teams.remove('t-1');
		expect([teams.find('t-1'), teams.heads, stored(storage), told()]).toEqual([
			null,
			[],
			['fulcrum:gone'],
			['teamRemoved'],
		]);
		expect(notices.list[0]!.name).toBe('Leads');
		notices.list[0]!.undo!();
		expect(teams.find('t-1')).toEqual(leads);
		expect(open(storage).teams.find('t-1')).toEqual(leads);
	});
	test('one that was never opened can be brought back too', () => {
		const { storage, teams } = open();
		teams.put(leads);
		const again = open(storage);
		again.teams.remove('t-1');
		again.notices.list[0]!.undo!();
		expect(open(storage).teams.find('t-1')).toEqual(leads);
	});
	test('what is not there cannot be', () => {
		const { teams, told } = open();
		teams.remove('t-9');
		expect(told()).toEqual([]);
	});
	test('where it cannot be removed it is told', () => {
		const { storage, teams } = open();
		teams.put(leads);
		storage.removeItem = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		const again = open(storage);
		again.teams.remove('t-1');
		expect(again.told()).toContain('removeFailed');
	});
});

describe('what cannot be read', () => {
	const text = () => {
		const { storage, teams } = open();
		teams.put(leads);
		return storage.getItem(keyOf('t-1'))!;
	};
	const withLine = (n: number, change: (line: string) => string) =>
		text()
			.split('\n')
			.map((line, i) => (i === n ? change(line) : line))
			.join('\n');
	const openOn = (content: string) => open(fakeStorage({ [keyOf('t-1')]: content }));
	const head = { version: 1, id: 't-1', name: 'Leads', stage: null, letters: false };

	test.each<[string, () => string, string[]]>([
		['a letter of the second member changed', () => withLine(2, (line) => line.replace('F1', 'F7')), ['a', 'c']],
		['the first member cut short', () => withLine(1, (line) => line.slice(0, 40)), ['b', 'c']],
		['the last line cut off', () => text().slice(0, -30), ['a', 'b']],
		['a line that is no member', () => `${text()}\n${encode([{ a: 1 }])}`, ['a', 'b', 'c']],
		['a member whose code is of no use', () => `${text()}\n${encode([['d', 'F1x', null, null, false, false]])}`, ['a', 'b', 'c']], // prettier-ignore
		['a member without a key', () => `${text()}\n${encode([[7, encodeSent(sent()), null, null, false, false]])}`, ['a', 'b', 'c']], // prettier-ignore
		['all members damaged', () => `${text().split('\n')[0]}\nx\ny`, []],
	])('%s: the others are kept, the text is set aside, told once', (_, content, keys) => {
		const { storage, teams, told } = openOn(content());
		expect(teams.find('t-1')?.members.map(({ key }) => key)).toEqual(keys);
		expect(teams.find('t-1')).toMatchObject({ name: 'Leads', stage: 'series-b', letters: true });
		expect(asideOf(storage, 't-1')).toBe(content());
		expect(told()).toEqual(['resultsAside']);
		teams.put(renamed(teams.find('t-1')!, 'c', 'Cea'));
		expect(asideOf(storage, 't-1')).toBe(content());
		expect(
			open(storage)
				.teams.find('t-1')
				?.members.map(({ key }) => key),
		).toEqual(keys);
	});
	test('fields that are nothing of ours are left out, the member stays', () => {
		const { teams } = openOn(encode([{ ...head, stage: 'king', letters: 'yes' }, ['a', encodeSent(sent()), 7, 'king', 'no', 1]])); // prettier-ignore
		expect(teams.find('t-1')).toMatchObject({ stage: null, letters: false, members: [{ key: 'a', label: null, role: null, hidden: false, ghost: false }] }); // prettier-ignore
	});
	test.each([
		['nothing', ''],
		['no text of ours', 'hello'],
		['a head that is a list', encode([[1, 2]])],
		['a head without a name', encode([{ version: 1 }])],
	])('%s: it is not listed, and set aside', (_, given) => {
		const { storage, teams, told } = openOn(given);
		expect([teams.heads, teams.find('t-1'), told()]).toEqual([[], null, ['resultsAside']]);
		expect([storage.getItem(keyOf('t-1')), asideOf(storage, 't-1')]).toEqual([given, given]);
	});
	test('a damaged head costs name, stage and letters; the members stay, and the text is set aside', () => {
		const content = withLine(0, (line) => line.replace('Leads', 'Leaks'));
		const { storage, teams, told } = openOn(content);
		expect(teams.heads).toEqual([{ id: 't-1', name: '', count: 3 }]);
		expect(teams.find('t-1')).toEqual({ ...leads, name: '', stage: null, letters: false });
		expect([told(), asideOf(storage, 't-1')]).toEqual([['resultsAside'], content]);
	});
	test('one that a newer Fulcrum wrote is not taken in half: it is left as it is', () => {
		const content = encode([{ ...head, version: 2, name: 'Later' }, ['a', 'F9abc', null, null, false, false]]);
		const { storage, teams, told } = openOn(content);
		expect(teams.find('t-1')).toBeNull();
		expect(told()).toEqual(['resultsAside']);
		expect([storage.getItem(keyOf('t-1')), asideOf(storage, 't-1')]).toEqual([content, content]);
	});
	test('one of several does not cost the others', () => {
		const { storage, teams } = open();
		teams.put(leads);
		teams.put(teamOf('t-2', 'Others', [member('a')]));
		storage.setItem(keyOf('t-1'), 'x');
		const again = open(storage);
		expect([again.heads(), again.teams.find('t-2')?.members.length]).toEqual([['t-2'], 1]);
	});
	test('where its text cannot be set aside nothing is written over it', () => {
		const { storage } = openOn('x');
		const content = withLine(2, (line) => `${line}!`);
		storage.removeItem('fulcrum:aside:team:t-1');
		storage.setItem(keyOf('t-1'), content);
		const write = storage.setItem;
		storage.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const { teams } = open(storage);
		const team = teams.find('t-1')!;
		storage.setItem = write;
		expect([teams.put({ ...team, name: 'New' }), teams.isKept('t-1')]).toEqual([false, false]);
		expect([storage.getItem(keyOf('t-1')), teams.find('t-1')?.name]).toEqual([content, 'New']);
	});
});

describe('where there is no room', () => {
	test.each<[string, () => Storage]>([
		['full', () => small(300)],
		['blocked', () => brokenStorage()],
	])('%s: it stands in memory, and is not kept', (_, storage) => {
		const { teams, heads } = open(storage());
		expect([teams.put(leads), teams.isKept('t-1'), heads()]).toEqual([false, false, ['t-1']]);
		expect(teams.find('t-1')).toEqual(leads);
	});
	test('what stood there before stands there still', () => {
		const storage = small(1200);
		const { teams } = open(storage);
		teams.put(leads);
		const before = storage.getItem(keyOf('t-1'));
		expect(teams.put({ ...leads, members: drawnTeam(40).members })).toBe(false);
		expect([storage.getItem(keyOf('t-1')), teams.find('t-1')?.members.length]).toEqual([before, 40]);
	});
	test('kept again once it fits', () => {
		const { teams } = open(small(2000));
		teams.put({ ...leads, members: drawnTeam(40).members });
		expect(teams.isKept('t-1')).toBe(false);
		expect([teams.put(leads), teams.isKept('t-1')]).toEqual([true, true]);
	});
	test('nothing of it goes over the room that is told', () => expect(open(brokenStorage()).teams.room).toBe(0));
});

describe('large', () => {
	test('a thousand members come back, about 130 characters each', () => {
		const { storage, teams } = open();
		const team = { ...drawnTeam(1000), id: 't-1' };
		expect(teams.put(team)).toBe(true);
		const again = open(storage);
		expect(again.teams.heads).toEqual([{ id: 't-1', name: team.name, count: 1000 }]);
		expect(again.teams.find('t-1')).toEqual(team);
		expect(storage.getItem(keyOf('t-1'))!.length / 1000).toBeLessThan(180);
	});
	test('the room that is used is that of all keys of ours, of five million characters', () => {
		const { storage, teams } = open(fakeStorage({ 'fulcrum:result:1': 'x'.repeat(1e6), 'other:y': 'z'.repeat(1e6) }));
		expect(teams.room).toBeCloseTo(0.2, 3);
		teams.put({ ...drawnTeam(1000), id: 't-1' });
		expect(teams.room).toBeCloseTo(0.2 + storage.getItem(keyOf('t-1'))!.length / 5e6, 3);
		teams.remove('t-1');
		expect(teams.room).toBeCloseTo(0.2, 3);
	});
});
