import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Ledger } from '../../src/storage/ledger';
import { lineOf, parseLines } from '../../src/storage/lines';
import { encode } from '../../src/storage/records';
import { slots } from '../../src/storage/slots';
import { brokenStorage, fakeStorage } from '../fake';
import { browser, journal, turn } from '../tabs';

const head = { version: 1 };
const keyOf = (slot: string) => `fulcrum:${slot}`;

describe('a slot', () => {
	test('comes back as it was written, in its order, from the same ledger and from a new one', () => {
		const { open } = browser();
		const [one, records] = [open(), [head, ['b', 1], ['a', 'é\n']]];
		expect(one.ledger.write('x', records)).toBe(true);
		expect([one.values('x'), open().values('x')]).toEqual([records, records]);
		expect(one.ledger.keys('')).toEqual(['x']);
	});
	test('a record is written anew only where it changed', () => {
		const { open, inner } = browser();
		const { ledger } = open();
		ledger.write('x', [head, ['a', 1], ['b', 1]]);
		const before = inner.getItem(keyOf('x'))!.split('\n');
		ledger.write('x', [head, ['a', 2], ['b', 1]]);
		const after = inner.getItem(keyOf('x'))!.split('\n');
		expect([after[0], after[1] === before[1], after[2]]).toEqual([before[0], false, before[2]]);
	});
	test('of the first version of the format is read, and stays under way', () => {
		const { open, settle } = browser({ [keyOf('x')]: encode([head, ['a', 1]]) });
		const one = open();
		expect(one.values('x')).toEqual([head, ['a', 1]]);
		one.ledger.write('x', [head, ['a', 2]]);
		expect([settle(), open().values('x')]).toEqual([true, [head, ['a', 2]]]);
	});
	test('taken away is gone, and stays gone for a copy that did not hear of it', async () => {
		const { open } = browser();
		const { ledger } = open();
		const { kept, texts } = journal();
		await ledger.join(Promise.resolve(kept));
		ledger.write('x', [head, ['a', 1]]);
		const old = texts.get('x')!;
		expect(ledger.remove('x')).toBe(true);
		expect([ledger.read('x'), ledger.keys(''), texts.has('x')]).toEqual([null, [], false]);
		texts.set('x', old);
		const again = open();
		await again.ledger.join(Promise.resolve(kept));
		expect([again.values('x'), texts.has('x')]).toEqual([null, false]);
	});
	test('taken away and written again is there', () => {
		const { open } = browser();
		const one = open();
		one.ledger.write('x', [head, ['a', 1]]);
		one.ledger.remove('x');
		one.ledger.write('x', [head, ['a', 1]]);
		expect(open().values('x')).toEqual([head, ['a', 1]]);
	});
	test('damaged loses the lines that were touched, and is set aside before it is written', () => {
		const text = encode([head, ['a', 1], ['b', 2]]).replace('["a",1]', '["a",7]');
		const { open, inner } = browser({ [keyOf('x')]: text });
		const one = open();
		expect(one.ledger.read('x')).toEqual({ records: [head, ['b', 2]], damaged: true });
		one.ledger.write('x', [head, ['b', 3]]);
		expect(inner.getItem('fulcrum:aside:x')).toBe(text);
	});
	test('that cannot be set aside is not written over, nor taken away', () => {
		const inner = fakeStorage({ [keyOf('x')]: 'garbage' });
		const { setItem } = inner;
		inner.setItem = (key, value) => {
			if (key.includes('aside')) throw new DOMException('full', 'QuotaExceededError');
			setItem(key, value);
		};
		const ledger = new Ledger(slots(() => inner));
		expect([ledger.setAside('x'), ledger.write('x', [head])]).toEqual([true, false]);
		ledger.remove('x');
		expect(inner.getItem(keyOf('x'))).toBe('garbage');
	});
	test('only so many records that were taken away are remembered', () => {
		const { open, inner } = browser();
		const { ledger } = open();
		ledger.write('x', [head, ...Array.from({ length: 300 }, (_, i) => [`k${i}`, 1])]);
		ledger.write('x', [head]);
		expect(ledger.read('x')!.records).toEqual([head]);
		expect(inner.getItem(keyOf('x'))!.split('\n')).toHaveLength(201);
	});
});

describe('storage that refuses', () => {
	test.each([
		['blocked', brokenStorage()],
		['full', Object.assign(fakeStorage(), { setItem: () => { throw new DOMException('full', 'QuotaExceededError'); } })], // prettier-ignore
	])('%s: memory holds everything, and it is told that it is lost', (_, storage) => {
		const one = browser().open(storage);
		expect(one.ledger.write('x', [head, ['a', 1]])).toBe(false);
		expect([one.values('x'), one.ledger.keys(''), one.told]).toEqual([[head, ['a', 1]], ['x'], [['x', 'lost']]]);
		one.ledger.remove('x');
		expect(one.values('x')).toBeNull();
	});
	test('with a journal nothing is lost: the next visit finds it', async () => {
		const { kept } = journal();
		const one = browser().open(brokenStorage());
		const joining = one.ledger.join(Promise.resolve(kept));
		one.ledger.write('x', [head, ['a', 1]]);
		await joining;
		one.ledger.write('y', [head]);
		await turn();
		expect(one.told).toEqual([]);
		const again = browser().open(brokenStorage());
		await again.ledger.join(Promise.resolve(kept));
		expect([again.values('x'), again.values('y')]).toEqual([[head, ['a', 1]], [head]]);
	});
	test.each([
		['none can be opened', () => Promise.reject(new Error('blocked'))],
		['it cannot be read', () => Promise.resolve({ ...journal().kept, all: () => Promise.reject(new Error('no')) })],
		['it cannot be written', () => Promise.resolve(journal({}, true).kept)],
	])('where %s either, what was written before and after is told as lost', async (_, opening) => {
		const one = browser().open(brokenStorage());
		const joining = one.ledger.join(opening());
		one.ledger.write('x', [head]);
		await joining;
		one.ledger.write('y', [head]);
		await turn();
		expect(one.told).toEqual([['x', 'lost'], ['y', 'lost']]); // prettier-ignore
	});
});

describe('localStorage and journal', () => {
	const text = (...rows: [unknown, number][]): string => rows.map(([record, n]) => lineOf(record, n)!.row).join('\n');
	const rows: [string, string | null, string | null, unknown[] | null][] = [
		['the journal is ahead, as after a kill', text([head, 1], [['a', 1], 1]), text([head, 2], [['a', 1], 1], [['b', 1], 2]), [head, ['a', 1], ['b', 1]]],
		['localStorage is ahead', text([head, 2], [['b', 1], 2]), text([head, 1]), [head, ['b', 1]]],
		['each is ahead in one', text([head, 1], [['a', 2], 3]), text([head, 1], [['a', 1], 1], [['b', 1], 2]), [head, ['a', 2], ['b', 1]]],
		['localStorage was cleared', null, text([head, 1], [['a', 1], 1]), [head, ['a', 1]]],
		['the journal was cleared', text([head, 1]), null, [head]],
		['localStorage is damaged', 'garbage', text([head, 1], [['a', 1], 1]), [head, ['a', 1]]],
		['the journal is damaged', text([head, 1]), 'garbage', [head]],
		['both are empty', null, null, null],
	]; // prettier-ignore
	test.each(rows)('%s: both end up with the newer of each record', async (_, local, copy, wanted) => {
		const { open, inner } = browser(local === null ? {} : { [keyOf('x')]: local });
		const { kept, texts } = journal(copy === null ? {} : { x: copy });
		const one = open();
		await one.ledger.join(Promise.resolve(kept));
		await turn();
		expect(one.values('x')).toEqual(wanted);
		expect(open().values('x')).toEqual(wanted);
		expect(texts.get('x') ?? null).toBe(inner.getItem(keyOf('x')));
		if (local === 'garbage') expect(inner.getItem('fulcrum:aside:x')).toBe(local);
	});
	test('any 1 KB of either copy overwritten or deleted loses nothing: the other has it', async () => {
		const { open, inner } = browser();
		const first = journal();
		const one = open();
		await one.ledger.join(Promise.resolve(first.kept));
		const records = [
			{ version: 1, id: 'r', note: 'x'.repeat(400) },
			...Array.from({ length: 46 }, (_, i) => [`A${i}`, i % 5]),
		];
		one.ledger.write('result:r', records);
		const [local, copy] = [inner.getItem(keyOf('result:r'))!, first.texts.get('result:r')!];
		expect(local.length).toBeGreaterThan(1200);
		for (let at = 0; at < local.length; at += 37)
			for (const put of ['', '#'.repeat(1024)])
				for (const which of ['local', 'copy']) {
					const harm = (whole: string) => whole.slice(0, at) + put + whole.slice(at + 1024);
					const harmed = browser({ [keyOf('result:r')]: which === 'local' ? harm(local) : local }).open();
					await harmed.ledger.join(Promise.resolve(journal({ 'result:r': which === 'copy' ? harm(copy) : copy }).kept));
					expect(new Set(harmed.values('result:r')!.map((record) => JSON.stringify(record)))).toEqual(
						new Set(records.map((record) => JSON.stringify(record))),
					);
				}
	});
	test('what is erased is erased from both, and stays so for copies of before', async () => {
		const { open, inner } = browser();
		const { kept, texts } = journal();
		const one = open();
		await one.ledger.join(Promise.resolve(kept));
		one.ledger.write('x', [head, ['a', 1]]);
		one.ledger.write('y', [head]);
		inner.setItem('fulcrum:aside:z', 'old');
		inner.setItem('other', 'theirs');
		const before = new Map(texts);
		expect(one.ledger.erase()).toBe(true);
		await turn();
		expect([inner.length, inner.getItem('other'), [...texts.keys()]]).toEqual([2, 'theirs', ['gone']]);
		// A journal that did not hear of it, and a localStorage that did not.
		const late = journal(Object.fromEntries(before));
		const again = open();
		await again.ledger.join(Promise.resolve(late.kept));
		expect([again.values('x'), again.values('y'), [...late.texts.keys()]]).toEqual([null, null, ['gone']]);
		const behind = browser({ [keyOf('x')]: before.get('x')! });
		const other = behind.open();
		await other.ledger.join(Promise.resolve(kept));
		expect([other.values('x'), behind.inner.getItem(keyOf('x'))]).toEqual([null, null]);
		// And what is written after it is there.
		one.ledger.write('x', [head, ['b', 1]]);
		expect(open().values('x')).toEqual([head, ['b', 1]]);
	});
});

describe('two tabs', () => {
	const two = (records: readonly unknown[] = [head, ['a', 1]]) => {
		const { open, settle, inner } = browser();
		const [one, other] = [open(), open()];
		one.ledger.write('x', records);
		settle();
		other.ledger.read('x');
		one.told.length = other.told.length = 0;
		return { one, other, open, settle, inner };
	};
	test('a change in one shows in the other, once', () => {
		const { one, other, settle } = two();
		one.ledger.write('x', [head, ['a', 2]]);
		expect([settle(), other.values('x'), other.told]).toEqual([true, [head, ['a', 2]], [['x', 'changed']]]);
	});
	test('both change at once: nothing of either is lost', () => {
		const { one, other, settle } = two();
		one.ledger.write('x', [head, ['a', 1], ['b', 1]]);
		other.ledger.write('x', [head, ['a', 1], ['c', 1]]);
		expect(settle()).toBe(true);
		for (const tab of [one, other]) expect(new Set(tab.has('x'))).toEqual(new Set(['', 'a', 'b', 'c']));
	});
	test('a write that went over another is mended by the tab that knows', () => {
		const { one, other, inner, settle } = two();
		one.ledger.write('x', [head, ['a', 1], ['b', 1]]);
		// As where a tab reads a copy of the storage that is a moment old.
		inner.setItem(keyOf('x'), [lineOf(head, 0)!.row, lineOf(['a', 1], 0)!.row, lineOf(['c', 1], 1)!.row].join('\n'));
		one.wake();
		expect(settle()).toBe(true);
		for (const tab of [one, other]) expect(new Set(tab.has('x'))).toEqual(new Set(['', 'a', 'b', 'c']));
	});
	test('what one takes away is gone in the other', () => {
		const { one, other, settle } = two();
		one.ledger.remove('x');
		expect([settle(), other.values('x'), other.told.at(-1)]).toEqual([true, null, ['x', 'changed']]);
	});
	test('what one takes away is not brought back by a change in one that had not heard of it', () => {
		const { one, other, settle, inner } = two();
		one.ledger.remove('x');
		expect(other.ledger.write('x', [head, ['a', 5]])).toBe(true);
		expect([settle(), other.values('x'), one.values('x'), inner.getItem(keyOf('x'))]).toEqual([true, null, null, null]);
	});
	test('what one takes away and begins anew at once is there in the other, and stays in localStorage all the while', () => {
		const { one, other, settle, inner } = two();
		one.ledger.remove('x');
		one.ledger.write('x', [head, ['b', 1]]);
		const text = inner.getItem(keyOf('x'));
		// The one that began it may be closed by now: nobody but the other hears.
		one.stop();
		expect([settle(), inner.getItem(keyOf('x')), other.values('x')]).toEqual([true, text, [head, ['b', 1]]]);
	});
	test('erased in one, unreadable text is not set aside anew by the other', () => {
		const { open, settle, inner } = browser({ [keyOf('x')]: 'garbage' });
		const [one, other] = [open(), open()];
		expect([one.ledger.setAside('x'), other.ledger.read('x')?.damaged]).toEqual([true, true]);
		one.ledger.erase();
		expect([settle(), other.ledger.read('x'), other.ledger.keys('')]).toEqual([true, null, []]);
		expect([inner.length, inner.getItem('fulcrum:aside:x')]).toEqual([1, null]);
	});
	test('one record taken away stays away', () => {
		const { one, other, settle } = two([head, ['a', 1], ['b', 1]]);
		one.ledger.write('x', [head, ['b', 1]]);
		other.ledger.write('x', [head, ['a', 1], ['b', 1], ['c', 1]]);
		expect(settle()).toBe(true);
		for (const tab of [one, other]) expect(new Set(tab.has('x'))).toEqual(new Set(['', 'b', 'c']));
	});
	test('localStorage cleared by another page or the console: memory is written back', () => {
		const { one, other, settle, inner } = two();
		inner.clear();
		other.wake();
		expect([settle(), inner.getItem(keyOf('x')) !== null, one.values('x')]).toEqual([true, true, [head, ['a', 1]]]);
		inner.removeItem(keyOf('x'));
		one.wake();
		expect(inner.getItem(keyOf('x'))).not.toBeNull();
	});
	test('all erased in one is erased in the other, and in one that wakes later', () => {
		const { one, other, open, settle, inner } = two();
		const asleep = open();
		asleep.ledger.read('x');
		asleep.stop();
		one.ledger.erase();
		expect([settle(), other.values('x'), other.told.at(-1)]).toEqual([true, null, [null, 'changed']]);
		asleep.ledger.write('x', [head, ['a', 9]]);
		expect([settle(), asleep.values('x'), inner.getItem(keyOf('x'))]).toEqual([true, null, null]);
	});
	test('one that stopped listening hears nothing', () => {
		const { one, other, settle } = two();
		other.stop();
		one.ledger.write('x', [head, ['a', 2]]);
		settle();
		expect(other.told).toEqual([]);
	});
	test('a slot never looked at is told, and read when it is', () => {
		const { one, other, settle } = two();
		one.ledger.write('new', [head]);
		expect([settle(), other.told, other.values('new')]).toEqual([true, [['new', 'changed']], [head]]);
	});

	test('whatever two tabs do in whatever order, they agree in the end, and every last word is kept', () => {
		const act = fc.record({
			tab: fc.nat(1),
			what: fc.constantFrom('set', 'set', 'set', 'drop', 'remove', 'hear', 'clear'),
			id: fc.constantFrom('a', 'b', 'c', 'd'),
			value: fc.nat(9),
		});
		fc.assert(
			fc.property(fc.array(act, { maxLength: 30 }), (acts) => {
				const { open, settle, inner, tabs } = browser();
				const pages = [open(), open()];
				let lastWord: { id: string; value: number } | null = null;
				for (const { tab, what, id, value } of acts) {
					const page = pages[tab]!;
					const now = new Map(
						(page.ledger.read('x')?.records ?? []).filter(Array.isArray).map(([key, given]) => [key as string, given]),
					);
					const news = what === 'set' && now.get(id) !== value;
					if (what === 'set') page.ledger.write('x', [head, ...now.set(id, value)]);
					else if (what === 'drop' && now.delete(id)) page.ledger.write('x', [head, ...now]);
					else if (what === 'remove') page.ledger.remove('x');
					else if (what === 'hear') for (const event of tabs[tab]!.events.splice(0)) tabs[tab]!.heard(event);
					else if (what === 'clear') {
						inner.clear();
						for (const each of tabs) each.events.push({ key: null } as StorageEvent);
					}
					// Known to both: nothing is under way, and this is what was said last of all.
					if (news && tabs.every(({ events }) => events.length <= 1)) lastWord = { id, value };
					else if (what !== 'hear') lastWord = null;
				}
				expect(settle()).toBe(true);
				const [one, other] = pages.map((page) => new Set(page.values('x')?.map((record) => JSON.stringify(record))));
				expect(one).toEqual(other);
				const stored = parseLines(inner.getItem(keyOf('x')) ?? '').lines;
				if (one!.size > 0) expect(stored.size).toBeGreaterThan(0);
				if (lastWord && one!.size > 0)
					expect([...one!].some((json) => json === JSON.stringify([lastWord.id, lastWord.value]))).toBe(true);
			}),
			{ numRuns: 2000, seed: 11 },
		);
	});
});
