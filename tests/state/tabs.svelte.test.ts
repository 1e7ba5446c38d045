/** Two tabs of one browser over the same states, and what is written nowhere. */
import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { removed, renamed } from '../../src/domain/team';
import { teamOf } from '../domain/teams';
import { brokenStorage, fakeStorage } from '../fake';
import { browser, journal, turn } from '../tabs';
import { full, quick } from '../views/people';
import { pageOver, twoTabs } from './kept';

const spring = { ...quick, id: 'spring', name: 'Spring', takenAt: '2026-04-01T12:00:00.000Z' };
const autumn = { ...full, id: 'autumn', name: 'Autumn' };
const leads = { ...teamOf(3), id: 'leads', name: 'Leads' };
type Page = ReturnType<typeof pageOver>;
type Tabs = ReturnType<typeof twoTabs>;
const names = ({ results }: Page) => results.list.map(({ name }) => name);
const members = ({ teams }: Page) => teams.find('leads')?.members.map(({ key, label }) => label ?? key) ?? null;
const everywhere = ({ one, other, reload }: Tabs) => [one, other, reload()];

describe('results in two tabs', () => {
	const both = (): Tabs => {
		const tabs = twoTabs();
		tabs.one.results.put(spring);
		tabs.settle();
		return tabs;
	};
	test.each<[string, (tabs: Tabs) => void, (string | null)[]]>([
		['one added in the other shows here', ({ other }) => other.results.put(autumn), ['Autumn', 'Spring']],
		['one renamed in the other is called so here', ({ other }) => other.results.put({ ...spring, name: 'May' }), ['May']],
		['one deleted in the other is gone here', ({ other }) => other.results.remove('spring'), []],
		['deleted and undone in the other it is here', ({ other }) => {
			other.results.remove('spring');
			other.notices.list[0]!.undo!();
		}, ['Spring']],
		['each adds one at once: both have both', ({ one, other }) => {
			one.results.put(autumn);
			other.results.put({ ...spring, id: 'winter', name: 'Winter', takenAt: '2026-12-24T12:00:00.000Z' });
		}, ['Winter', 'Autumn', 'Spring']],
		['deleted here, a change in one that had not heard of it does not bring it back', ({ one, other }) => {
			one.results.remove('spring');
			other.results.put({ ...spring, name: 'May' });
		}, []],
		['one renames, one deletes the next: both happen', ({ one, other, settle }) => {
			one.results.put(autumn);
			settle();
			one.results.put({ ...spring, name: 'May' });
			other.results.remove('autumn');
		}, ['May']],
	])('%s', (_, act, wanted) => {
		const tabs = both();
		act(tabs);
		expect(tabs.settle()).toBe(true);
		for (const page of everywhere(tabs)) expect(names(page)).toEqual(wanted);
		expect(tabs.one.told().filter((key) => key !== 'resultRemoved')).toEqual([]);
	}); // prettier-ignore
	test('whoever looks on sees what the other did', () => {
		const { one, other, settle } = both();
		const seen: unknown[] = [];
		const stop = $effect.root(() => {
			$effect(() => void seen.push(names(one).join()));
		});
		flushSync();
		other.results.put(autumn);
		settle();
		flushSync();
		other.results.remove('spring');
		settle();
		flushSync();
		stop();
		expect(seen).toEqual(['Spring', 'Autumn,Spring', 'Autumn']);
	});
});

describe('a quiz in two tabs', () => {
	const answered = (): Tabs & { ids: readonly string[] } => {
		const tabs = twoTabs();
		tabs.one.sitting.start('quick');
		tabs.one.sitting.answer(1, 1);
		tabs.one.sitting.show(2);
		tabs.settle();
		return { ...tabs, ids: tabs.one.sitting.asked.map(({ item }) => item.id) };
	};
	test('one begun in the other is here, where the other is', () => {
		const { other, ids } = answered();
		expect(other.sitting.current).toMatchObject({ form: 'quick', at: 2, answers: { [ids[0]!]: 1 } });
		expect(other.sitting.asked.map(({ item }) => item.id)).toEqual(ids);
	});
	test('an answer given in the other joins mine, and my place stays', () => {
		const { one, other, settle, ids } = answered();
		one.sitting.answer(2, 0);
		one.sitting.show(3);
		other.sitting.show(9);
		other.sitting.answer(9, 3);
		expect(settle()).toBe(true);
		const answers = { [ids[0]!]: 1, [ids[1]!]: 0, [ids[8]!]: 3 };
		for (const page of [one, other]) expect(page.sitting.current?.answers).toEqual(answers);
		expect([one.sitting.current?.at, other.sitting.current?.at, one.sitting.answered]).toEqual([3, 9, 3]);
	});
	test('both answer all of it by turns: none is lost, with the next visit neither', () => {
		const { one, other, settle, reload, ids } = answered();
		for (let n = 2; n <= 16; n++) {
			const page = n % 2 ? one : other;
			page.sitting.show(n);
			page.sitting.answer(n, 1);
			// Every third time they hear of each other.
			if (n % 3 === 0) settle();
		}
		expect(settle()).toBe(true);
		for (const page of [one, other, reload()]) expect(Object.keys(page.sitting.current!.answers).sort()).toEqual([...ids].sort()); // prettier-ignore
	});
	test('both answer the same question: they agree on one of the two', () => {
		const { one, other, settle, reload, ids } = answered();
		one.sitting.answer(3, 0);
		other.sitting.answer(3, 3);
		settle();
		const kept = one.sitting.current!.answers[ids[2]!]!;
		expect([0, 3]).toContain(kept);
		expect([other, reload()].map(({ sitting }) => sitting.current!.answers[ids[2]!])).toEqual([kept, kept]);
	});
	test('finished in the other it is over here, and its result is here', () => {
		const { one, other, settle } = answered();
		other.sitting.finish(other.results.put(spring));
		expect([settle(), one.sitting.current, one.sitting.asked, names(one)]).toEqual([true, null, [], ['Spring']]);
	});
	test('discarded in the other it is gone here; undone it is back', () => {
		const { one, other, settle } = answered();
		const before = one.sitting.current;
		other.sitting.discard();
		expect([settle(), one.sitting.current, one.told()]).toEqual([true, null, []]);
		other.notices.list[0]!.undo!();
		expect([settle(), one.sitting.current, other.sitting.current]).toEqual([true, before, before]);
	});
	test('discarded in the other, an answer given here before that was heard brings nothing back', () => {
		const { one, other, settle, reload } = answered();
		other.sitting.discard();
		one.sitting.answer(5, 1);
		expect(settle()).toBe(true);
		for (const page of [one, other, reload()]) expect(page.sitting.current).toBeNull();
	});
	test('begun anew in the other it is the new one here, with none of the answers of the old', () => {
		const { one, other, settle, reload } = answered();
		other.sitting.start('full');
		other.sitting.answer(1, 2);
		expect(settle()).toBe(true);
		for (const page of [one, other, reload()])
			expect(page.sitting.current).toEqual({ ...other.sitting.current, form: 'full', seed: 8 });
		expect(one.sitting.answered).toBe(1);
	});
	test('begun anew in the other, the pace of the old is no part of it', () => {
		const { one, other, settle } = answered();
		for (const n of [9, 10, 11]) {
			one.sitting.show(n);
			one.world.wait(50_000);
			one.sitting.answer(n, 1);
		}
		settle();
		expect(one.sitting.current?.pace).toEqual({ median: 50, count: 3 });
		other.sitting.start('quick');
		settle();
		expect([one.sitting.current?.pace, one.sitting.minutes]).toEqual([{ median: null, count: 0 }, 2.5]);
	});
});

describe('an answer that is not written down yet, when another tab is heard of', () => {
	/** Both at question 2 with the first answered; what one has to say from now on waits for `write`. */
	const waiting = () => {
		const tabs = twoTabs();
		const held: (() => void)[] = [];
		tabs.one.sitting.start('quick');
		tabs.one.sitting.answer(1, 1);
		tabs.settle();
		tabs.one.world.soon = (act) => void held.push(act);
		const ids = tabs.one.sitting.asked.map(({ item }) => item.id);
		const write = () => held.splice(0).forEach((act) => act());
		const answers = () => everywhere(tabs).map(({ sitting }) => sitting.current?.answers ?? null);
		return { ...tabs, ids, write, answers };
	};
	type Waiting = ReturnType<typeof waiting>;
	const rows: readonly [what: string, act: (tabs: Waiting) => void, answers: (tabs: Waiting) => unknown][] = [
		[
			'another question answered there: both stay',
			({ one, other }) => (one.sitting.answer(2, 0), other.sitting.answer(9, 3)),
			({ ids }) => ({ [ids[0]!]: 1, [ids[1]!]: 0, [ids[8]!]: 3 }),
		],
		[
			'the same question answered there: the one written last',
			({ one, other }) => (one.sitting.answer(2, 0), other.sitting.answer(2, 3)),
			({ ids }) => ({ [ids[0]!]: 1, [ids[1]!]: 0 }),
		],
		[
			'discarded there: it stays away',
			({ one, other }) => (one.sitting.answer(2, 0), other.sitting.discard()),
			() => null,
		],
		[
			'begun anew there: it belongs to none of the answers',
			({ one, other }) => (one.sitting.answer(2, 0), other.sitting.start('full'), other.sitting.answer(1, 2)),
			({ other }) => ({ [other.sitting.asked[0]!.item.id]: 2 }),
		],
	];
	test.each(rows)('%s', (_, act, expected) => {
		const tabs = waiting();
		act(tabs);
		tabs.settle();
		tabs.write();
		expect(tabs.settle()).toBe(true);
		for (const answers of tabs.answers()) expect(answers).toEqual(expected(tabs));
	});
	test('a quiz begun here a moment ago is not taken away by one that was there before', () => {
		const { one, other, settle, write } = waiting();
		one.sitting.start('full');
		other.sitting.answer(2, 1);
		settle();
		expect(one.sitting.current).toMatchObject({ form: 'full', answers: {} });
		write();
		expect(settle()).toBe(true);
		for (const page of [one, other]) expect(page.sitting.current).toMatchObject({ form: 'full', answers: {} });
	});
	test('hidden, the page writes it down at once', () => {
		const { one, other, settle, ids } = waiting();
		one.sitting.answer(2, 0);
		expect(settle() && other.sitting.current!.answers).toEqual({ [ids[0]!]: 1 });
		one.sitting.flush();
		expect(settle() && other.sitting.current!.answers).toEqual({ [ids[0]!]: 1, [ids[1]!]: 0 });
	});
});

describe('teams in two tabs', () => {
	const both = (): Tabs => {
		const tabs = twoTabs();
		tabs.one.teams.put(leads);
		tabs.settle();
		expect(members(tabs.other)).toEqual(['m1', 'm2', 'm3']);
		return tabs;
	};
	const added = (key: string) => ({ ...leads.members[0]!, key });
	test.each<[string, (tabs: Tabs) => void, string[] | null]>([
		['a member renamed in the other is called so here', ({ other }) => other.teams.put(renamed(leads, 'm2', 'Bea')), ['m1', 'Bea', 'm3']],
		['a member taken out in the other is out here', ({ other }) => other.teams.put(removed(leads, 'm1')), ['m2', 'm3']],
		['each adds a member at once: nobody is lost', ({ one, other }) => {
			one.teams.put({ ...leads, members: [...leads.members, added('n1')] });
			other.teams.put({ ...leads, members: [...leads.members, added('n2')] });
		}, ['m1', 'm2', 'm3', 'n1', 'n2']],
		['one renames, one takes another out: both happen', ({ one, other }) => {
			one.teams.put(renamed(leads, 'm2', 'Bea'));
			other.teams.put(removed(leads, 'm3'));
		}, ['m1', 'Bea']],
		['deleted in the other it is gone here', ({ other }) => other.teams.remove('leads'), null],
		['deleted in the other, a change made here before that was heard brings nothing back', ({ one, other }) => {
			other.teams.remove('leads');
			one.teams.put(renamed(leads, 'm2', 'Bea'));
		}, null],
		['deleted and undone in the other it is here', ({ other }) => {
			other.teams.remove('leads');
			other.notices.list[0]!.undo!();
		}, ['m1', 'm2', 'm3']],
	])('%s', (_, act, wanted) => {
		const tabs = both();
		act(tabs);
		expect(tabs.settle()).toBe(true);
		for (const page of everywhere(tabs)) expect(new Set(members(page))).toEqual(new Set(wanted));
		for (const page of everywhere(tabs)) expect(page.teams.heads).toHaveLength(wanted ? 1 : 0);
	}); // prettier-ignore
	test('name and count in the list follow, and whoever looks on sees it', () => {
		const { one, other, settle } = both();
		const seen: unknown[] = [];
		const stop = $effect.root(() => {
			$effect(
				() => void seen.push([one.teams.heads[0]?.name, one.teams.heads[0]?.count, one.teams.find('leads')?.name]),
			);
		});
		flushSync();
		other.teams.put({ ...removed(leads, 'm1'), name: 'Board' });
		settle();
		flushSync();
		stop();
		expect(seen).toEqual([['Leads', 3, 'Leads'], ['Board', 2, 'Board']]); // prettier-ignore
	});
	test('another team made in the other is listed here', () => {
		const { one, other, settle } = both();
		other.teams.put({ ...leads, id: 'board', name: 'Board' });
		settle();
		expect(one.teams.heads.map(({ name }) => name)).toEqual(['Board', 'Leads']);
		expect(one.teams.find('board')?.members).toHaveLength(3);
	});
});

describe('preferences in two tabs', () => {
	test.each<[string, (tabs: Tabs) => void, object]>([
		['a name given in the other is mine', ({ other }) => other.me.rename('Grace'), { name: 'Grace' }],
		['taken away in the other it is gone', ({ one, other, settle }) => {
			one.me.rename('Grace');
			settle();
			other.me.rename(null);
		}, { name: null }],
		['each changes one at once: both stand', ({ one, other }) => {
			one.me.rename('Grace');
			other.me.answer('F3abc');
		}, { name: 'Grace', invite: 'F3abc' }],
		['a backup in the other counts here', ({ other }) => other.me.backUp(7), { backedUp: 7 }],
	])('%s', (_, act, wanted) => {
		const tabs = twoTabs();
		act(tabs);
		expect(tabs.settle()).toBe(true);
		const none = { name: null, person: null, invite: null, backedUp: null };
		for (const page of everywhere(tabs)) expect(page.me.preferences).toEqual({ ...none, ...wanted });
	}); // prettier-ignore
	test('there is one number for the browser, whoever claims it first', () => {
		const tabs = twoTabs();
		const number = tabs.one.me.claim();
		tabs.settle();
		expect([tabs.other.me.claim(), tabs.reload().me.claim()]).toEqual([number, number]);
	});
});

describe('where localStorage takes nothing', () => {
	const fullStorage = () =>
		Object.assign(fakeStorage(), {
			setItem: () => {
				throw new DOMException('full', 'QuotaExceededError');
			},
		});
	const storages: [string, () => Storage][] = [
		['blocked', brokenStorage],
		['full', fullStorage],
	];
	const use = (page: Page) => {
		page.results.put(spring);
		page.teams.put(leads);
		page.sitting.start('quick');
		page.me.rename('Grace');
	};
	const isKept = ({ results, teams }: Page) => [results.isKept('spring'), teams.isKept('leads')];
	const opened = async (storage: Storage, opening: ReturnType<typeof journal> | null) => {
		const page = pageOver(browser().open(storage).ledger);
		const joined = page.ledger.join(opening ? Promise.resolve(opening.kept) : Promise.reject(new Error('blocked')));
		return { page, joined };
	};

	describe.each(storages)('%s', (_, make) => {
		test('but the journal does, it is kept, nothing is told, and it is there with the next visit', async () => {
			const held = journal();
			const { page, joined } = await opened(make(), held);
			await joined;
			use(page);
			await turn();
			expect([isKept(page), page.told()]).toEqual([[true, true], []]);
			const again = await opened(make(), held);
			await again.joined;
			expect(again.page.kept.all).toEqual(page.kept.all);
			expect(names(again.page)).toEqual(['Spring']);
		});
		test.each([
			['there is no journal', () => null],
			['the journal takes nothing either', () => journal({}, true)],
		])('and %s: it stands for the visit, is not kept, and that is told once', async (__, opening) => {
			const { page, joined } = await opened(make(), opening());
			use(page);
			await joined;
			await turn();
			expect([isKept(page), page.told()]).toEqual([[false, false], ['notKept']]);
			expect([names(page), members(page)?.length, page.sitting.asked.length, page.me.name]).toEqual([['Spring'], 3, 16, 'Grace']); // prettier-ignore
			page.notices.close('notKept');
			page.sitting.answer(1, 1);
			page.results.put(autumn);
			await turn();
			expect([page.told(), page.results.isKept('autumn')]).toEqual([[], false]);
		});
	});
	test('while the journal is being opened nothing is said to be lost yet', async () => {
		const held = journal();
		let arrive = (_: typeof held.kept): void => undefined;
		const page = pageOver(browser().open(brokenStorage()).ledger);
		const joined = page.ledger.join(new Promise((resolve) => (arrive = resolve)));
		use(page);
		await turn();
		expect([isKept(page), page.told()]).toEqual([[true, true], []]);
		arrive(held.kept);
		await joined;
		await turn();
		expect([page.told(), [...held.texts.keys()].sort()]).toEqual([
			[],
			['me', 'result:spring', 'sitting', 'team:leads'],
		]);
	});
	test('what the journal knows comes into every state when it is open', async () => {
		const held = journal();
		const first = await opened(fakeStorage(), held);
		await first.joined;
		use(first.page);
		await turn();
		const { page, joined } = await opened(fakeStorage(), held);
		expect(page.kept.all.results).toEqual([]);
		await joined;
		expect(page.kept.all).toEqual(first.page.kept.all);
		expect(page.sitting.current?.form).toBe('quick');
	});
});
