import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { backupFile, changesOf, readBackup, type Change, type Kept } from '../../src/domain/backup';
import { emptyTeam, renamed } from '../../src/domain/team';
import { teamOf } from '../domain/teams';
import { brokenStorage, fakeStorage, instrument } from '../fake';
import { full, quick } from '../views/people';
import { drawn, pageOn, twoTabs } from './kept';

const made = '2026-11-22T10:00:00.000Z';
const spring = { ...quick, id: 'spring', name: 'Spring', takenAt: '2026-04-01T12:00:00.000Z' };
const autumn = { ...full, id: 'autumn', name: 'Autumn' };
const leads = { ...teamOf(10), id: 'leads', name: 'Leads' };
const others = { ...teamOf(2), id: 'others', name: 'Others' };

type Page = ReturnType<typeof pageOn>;
/** A page where everything is kept that can be. */
const fullPage = (storage: Storage = fakeStorage()): Page => {
	const page = pageOn(storage);
	for (const result of [spring, autumn]) page.results.put(result);
	for (const team of [leads, others]) page.teams.put(team);
	page.sitting.start('quick');
	page.sitting.answer(1, 2);
	page.me.rename('Margaret');
	page.me.claim();
	return page;
};
/** What a backup of one page would change in another. */
const changes = (of: Kept, page: Page): readonly Change[] =>
	changesOf(readBackup(instrument, backupFile(instrument, of, made)), page.kept.all);
const undo = ({ notices }: Page) => notices.list.find(({ key }) => key === 'restored')!.undo!();
const plain = (kept: Kept): unknown => ({
	...kept,
	teams: kept.teams.map((team) => ({ ...team, members: team.members.map((member) => ({ ...member, key: '' })) })),
});

describe('everything as one', () => {
	test('nothing at first', () => {
		const { kept } = pageOn();
		const preferences = { name: null, person: null, invite: null, backedUp: null };
		expect(kept.all).toEqual({ results: [], teams: [], sitting: null, preferences });
		expect([kept.size('result:'), kept.asides, kept.unsaved]).toEqual([0, [], 0]);
	});
	test('results, teams with their members, the quiz, preferences', () => {
		const { kept, sitting } = fullPage();
		expect(kept.all.results).toEqual([autumn, spring]);
		expect(kept.all.teams).toEqual([leads, others]);
		expect(kept.all.sitting).toEqual(sitting.current);
		expect(kept.all.preferences).toEqual({ name: 'Margaret', person: drawn, invite: null, backedUp: null });
	});
	test('whoever looks on sees each change', () => {
		const { kept, results, me } = pageOn();
		const seen: unknown[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push([kept.all.results.length, kept.all.preferences.name]));
		});
		flushSync();
		results.put(spring);
		flushSync();
		me.rename('Grace');
		flushSync();
		stop();
		expect(seen).toEqual([[0, null], [1, null], [1, 'Grace']]); // prettier-ignore
	});
	test('a team that cannot be read in full is told, though it is first read while a page is drawn', async () => {
		const storage = fakeStorage();
		pageOn(storage).teams.put(leads);
		storage.setItem('fulcrum:team:leads', storage.getItem('fulcrum:team:leads')!.slice(0, -5));
		const page = pageOn(storage);
		let members = 0;
		const stop = $effect.root(() => {
			const all = $derived(page.kept.all);
			$effect(() => void (members = all.teams[0]!.members.length));
		});
		flushSync();
		expect(members).toBe(9);
		await Promise.resolve();
		expect([page.told(), page.kept.asides.map(({ what }) => what)]).toEqual([['resultsAside'], ['team:leads']]);
		stop();
	});
	test('sizes are those of the texts as they are stored, with their names', () => {
		const storage = fakeStorage();
		const { kept } = fullPage(storage);
		const text = (key: string) => storage.getItem(`fulcrum:${key}`)!.length;
		expect(kept.size('result:')).toBe(
			text('result:spring') + text('result:autumn') + 'result:springresult:autumn'.length,
		);
		expect(kept.size('sitting')).toBe(text('sitting') + 'sitting'.length);
	});
});

describe('a file taken in', () => {
	test('everything into an empty browser: it is there, with the next visit too, and one undo takes all of it back', () => {
		const storage = fakeStorage();
		const [from, page] = [fullPage().kept.all, pageOn(storage)];
		page.kept.take(changes(from, page));
		expect(plain(page.kept.all)).toEqual(plain(from));
		expect(plain(pageOn(storage).kept.all)).toEqual(plain(from));
		expect(page.told()).toEqual(['restored']);
		undo(page);
		expect(page.kept.all).toEqual(pageOn().kept.all);
		expect(pageOn(storage).kept.all).toEqual(pageOn().kept.all);
	});

	const theirs: Kept = {
		results: [{ ...autumn, name: 'May', takenAt: '2026-12-01T12:00:00.000Z' }],
		teams: [renamed(leads, 'm1', 'Bea')],
		sitting: { ...fullPage().sitting.current!, seed: 5, answers: { X1: 0 } },
		preferences: { name: 'Grace', person: '0123456789', invite: 'F3abc', backedUp: 3 },
	};
	test.each(['result', 'team', 'sitting', 'preferences'] as const)(
		'a %s in place of the one here, alone; undone, the one here is back',
		(kind) => {
			const storage = fakeStorage();
			const page = fullPage(storage);
			const before = page.kept.all;
			const chosen = changes(theirs, page).filter((change) => change.kind === kind);
			expect(chosen.map(({ step }) => step)).toEqual(['replace']);
			page.kept.take(chosen);
			const after = page.kept.all;
			const wanted = {
				result: { ...before, results: [theirs.results[0]!, spring] },
				team: { ...before, teams: [theirs.teams[0]!, others] },
				sitting: { ...before, sitting: theirs.sitting },
				preferences: { ...before, preferences: theirs.preferences },
			}[kind];
			expect(plain(after)).toEqual(plain(wanted));
			expect(plain(pageOn(storage).kept.all)).toEqual(plain(wanted));
			undo(page);
			expect([page.kept.all, pageOn(storage).kept.all]).toEqual([before, before]);
		},
	);
	test.each(['result', 'team', 'sitting', 'preferences'] as const)('a %s that is not here, alone', (kind) => {
		const page = pageOn();
		const before = page.kept.all;
		page.kept.take(changes(theirs, page).filter((change) => change.kind === kind));
		expect([page.kept.all.results.length, page.kept.all.teams.length]).toEqual([
			Number(kind === 'result'),
			Number(kind === 'team'),
		]);
		expect([page.sitting.current !== null, page.me.name]).toEqual([
			kind === 'sitting',
			kind === 'preferences' ? 'Grace' : null,
		]);
		undo(page);
		expect(page.kept.all).toEqual(before);
	});
	test('the undo is told to whoever asked, once it is done', () => {
		const page = pageOn();
		const seen: number[] = [];
		page.kept.take(changes(theirs, page), () => seen.push(page.results.list.length));
		expect(seen).toEqual([]);
		undo(page);
		expect(seen).toEqual([0]);
	});
	test('undone, a quiz that was begun since is not thrown away; the rest is taken back', () => {
		const page = pageOn();
		page.kept.take(changes(theirs, page));
		page.sitting.start('full');
		page.sitting.answer(1, 1);
		const current = page.sitting.current;
		undo(page);
		expect([page.sitting.current, page.results.list, page.me.name]).toEqual([current, [], null]);
	});
	test('undone after the quiz from the file was finished, the one from before is back', () => {
		const page = fullPage();
		const before = page.sitting.current;
		page.kept.take(changes(theirs, page).filter(({ kind }) => kind === 'sitting'));
		page.sitting.finish();
		undo(page);
		expect(page.sitting.current).toEqual(before);
	});
	test('where nothing can be written it stands for the visit, and it is told that it is not kept', () => {
		const page = pageOn(brokenStorage());
		page.kept.take(changes(theirs, page));
		expect(plain(page.kept.all)).toEqual(plain(theirs));
		expect(new Set(page.told())).toEqual(new Set(['notKept', 'restored']));
	});
	test('another open tab hears of it, and of the undo', () => {
		const { one, other, settle } = twoTabs();
		one.kept.take(changes(theirs, one));
		expect([settle(), plain(other.kept.all)]).toEqual([true, plain(theirs)]);
		undo(one);
		expect([settle(), other.kept.all]).toEqual([true, pageOn().kept.all]);
	});
});

describe('backing up', () => {
	test('counts the members that came since', () => {
		const { kept, teams, me } = pageOn();
		teams.put(leads);
		expect(kept.unsaved).toBe(10);
		kept.saved();
		expect([kept.unsaved, me.backedUp]).toEqual([0, 10]);
		teams.put(others);
		expect(kept.unsaved).toBe(2);
		teams.remove('leads');
		expect(kept.unsaved).toBe(0);
		kept.saved();
		expect(me.backedUp).toBe(2);
	});
	test('is remembered with the next visit', () => {
		const storage = fakeStorage();
		fullPage(storage).kept.saved();
		expect(pageOn(storage).kept.unsaved).toBe(0);
	});
	test.each([
		['without a team', null],
		['with a team of nobody', emptyTeam('t', 'T')],
	])('%s there is nothing to remember', (_, team) => {
		const { kept, teams, me } = pageOn();
		if (team) teams.put(team);
		kept.saved();
		expect([me.backedUp, kept.size('me')]).toEqual([null, 0]);
	});
	test('once all members are gone there are none to miss', () => {
		const { kept, teams, me } = pageOn();
		teams.put(leads);
		kept.saved();
		teams.remove('leads');
		kept.saved();
		expect(me.backedUp).toBe(0);
	});
});

describe('what was set aside', () => {
	const damaged = () => {
		const storage = fakeStorage({ 'fulcrum:result:x': 'garbage', 'fulcrum:sitting': 'rubbish' });
		return { storage, page: pageOn(storage) };
	};
	test('is listed by what it was, as it stood', () => {
		expect(damaged().page.kept.asides).toEqual([
			{ key: 'aside:result:x', what: 'result:x', text: 'garbage' },
			{ key: 'aside:sitting', what: 'sitting', text: 'rubbish' },
		]);
	});
	test('deleted it is gone; undone it is back; each is seen', () => {
		const { page, storage } = damaged();
		const seen: number[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push(page.kept.asides.length));
		});
		flushSync();
		page.kept.removeAside(page.kept.asides[0]!);
		flushSync();
		expect([storage.getItem('fulcrum:aside:result:x'), page.told().at(-1)]).toEqual([null, 'asideRemoved']);
		page.notices.list.at(-1)!.undo!();
		flushSync();
		stop();
		expect([seen, storage.getItem('fulcrum:aside:result:x')]).toEqual([[2, 1, 2], 'garbage']);
	});
	test('erased in another tab it is gone here', () => {
		const { one, other, settle } = twoTabs({ 'fulcrum:result:x': 'garbage' });
		const seen: number[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push(other.kept.asides.length));
		});
		flushSync();
		one.kept.erase();
		settle();
		flushSync();
		stop();
		expect(seen).toEqual([1, 0]);
	});
});

describe('erasing', () => {
	const empty = pageOn().kept.all;
	test('takes everything away, what was set aside and every earlier offer to undo too', () => {
		const storage = fakeStorage({ 'fulcrum:result:x': 'garbage', 'other:key': 'theirs' });
		const page = fullPage(storage);
		page.results.remove('spring');
		expect(page.told()).toContain('resultRemoved');
		page.kept.erase();
		expect([page.kept.all, page.kept.asides, page.told()]).toEqual([empty, [], ['erased']]);
		const left = Array.from({ length: storage.length }, (_, i) => storage.key(i)!).sort();
		expect(left).toEqual(['fulcrum:gone', 'other:key']);
		expect([pageOn(storage).kept.all, pageOn(storage).told()]).toEqual([empty, []]);
	});
	test('in every open tab', () => {
		const { one, other, settle } = twoTabs();
		one.results.put(spring);
		one.teams.put(leads);
		one.sitting.start('quick');
		one.me.rename('Grace');
		settle();
		expect(other.kept.all).toEqual(one.kept.all);
		one.kept.erase();
		expect([settle(), other.kept.all, one.kept.all]).toEqual([true, empty, empty]);
	});
	test('what could not be written is erased too', () => {
		const page = fullPage(brokenStorage());
		expect(page.kept.all.results).toHaveLength(2);
		page.kept.erase();
		expect([page.kept.all, page.told()]).toEqual([empty, ['erased']]);
	});
	test('where the browser holds on to it, that is told instead', () => {
		const storage = fakeStorage();
		const page = fullPage(storage);
		storage.removeItem = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		page.kept.erase();
		expect(page.told()).toEqual(['notErased']);
	});
	test('what is kept afterwards stays', () => {
		const storage = fakeStorage();
		const page = fullPage(storage);
		page.kept.erase();
		page.results.put(spring);
		page.me.rename('Ada');
		expect(pageOn(storage).kept.all).toEqual(page.kept.all);
		expect([page.results.list, page.me.person]).toEqual([[spring], null]);
	});
});
