import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { recordVersion } from '../../src/domain/restore';
import { noContext, type Result } from '../../src/domain/result';
import { Notices } from '../../src/state/notices.svelte';
import { ResultsState } from '../../src/state/results.svelte';
import { parseRoute, paths } from '../../src/state/route.svelte';
import { toText } from '../../src/storage/lines';
import { encode } from '../../src/storage/records';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { brokenStorage, fakeStorage, instrument } from '../fake';

const result = (id: string, day: number, change: Partial<Result> = {}): Result => ({
	id,
	takenAt: `2026-11-${String(day).padStart(2, '0')}T09:30:00.000Z`,
	instrument: { id: 'fulcrum', version: instrument.version },
	form: 'quick',
	language: 'en',
	name: null,
	person: null,
	context: noContext,
	answers: { X1: 3, 'A1d+': 4 },
	seed: 7,
	seconds: 150,
	paceRating: 4.5,
	week: null,
	...change,
});
const written = (record: Result, change: object = {}) => toText({ version: recordVersion, ...record, ...change });
const storageWith = (...records: Result[]) =>
	fakeStorage(Object.fromEntries(records.map((record) => [`fulcrum:result:${record.id}`, written(record)])));

/** A page that was opened on this storage. */
const open = (storage: Storage = fakeStorage()) => {
	const notices = new Notices();
	const results = new ResultsState(instrument, new Stored(slots(() => storage)), notices); // prettier-ignore
	return {
		storage,
		notices,
		results,
		ids: () => results.list.map(({ id }) => id),
		told: () => notices.list.map(({ key }) => key),
	};
};

describe('keeping results', () => {
	test('none at first', () => {
		const page = open();
		expect([page.ids(), page.results.find('a'), page.told()]).toEqual([[], null, []]);
	});
	test('they come back as they were', () => {
		const page = open();
		const full = result('a', 22, {
			form: 'full',
			name: 'Autumn \\n “x”',
			person: '9f3a61c07b',
			context: {
				role: 'cto',
				stage: 'series-b',
				size: '26-100',
				founder: true,
				reportsTo: 'ceo',
				business: 'technical',
			},
			week: [1, 2, 3, 4, 5, 6, 7, 8],
		});
		page.results.put(full);
		const again = open(page.storage);
		expect(again.results.list).toEqual([full]);
		expect(again.told()).toEqual([]);
	});
	test('each under a key of its own', () => {
		const page = open();
		page.results.put(result('a', 1));
		page.results.put(result('b', 2));
		expect([page.storage.key(0), page.storage.key(1)]).toEqual(['fulcrum:result:a', 'fulcrum:result:b']);
	});
	test('the newest first, however they came', () => {
		const page = open();
		for (const [id, day] of [['b', 2], ['d', 4], ['a', 1], ['c', 3]] as const) page.results.put(result(id, day)); // prettier-ignore
		expect(page.ids()).toEqual(['d', 'c', 'b', 'a']);
		expect(open(page.storage).ids()).toEqual(['d', 'c', 'b', 'a']);
	});
	test('dates of different zones are compared as moments', () => {
		const page = open();
		page.results.put(result('late', 1, { takenAt: '2026-11-01T23:00:00-08:00' }));
		page.results.put(result('early', 1, { takenAt: '2026-11-02T01:00:00Z' }));
		expect(page.ids()).toEqual(['late', 'early']);
	});
	test('one with the same id is replaced, here and in storage', () => {
		const page = open(storageWith(result('a', 1), result('b', 2)));
		page.results.put(result('a', 1, { name: 'Ours' }));
		expect(page.ids()).toEqual(['b', 'a']);
		expect(page.results.find('a')?.name).toBe('Ours');
		expect(open(page.storage).results.find('a')?.name).toBe('Ours');
		expect(page.storage.length).toBe(2);
	});
	test('found by id, and prototype names are none', () => {
		const page = open(storageWith(result('a', 1)));
		expect(page.results.find('a')?.id).toBe('a');
		for (const id of ['', 'b', '__proto__', 'constructor']) expect(page.results.find(id)).toBeNull();
	});
	test('the list is seen to change', () => {
		const page = open();
		const seen: string[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push(page.ids().join());
			});
		});
		flushSync();
		page.results.put(result('a', 1));
		flushSync();
		page.results.put(result('b', 2));
		flushSync();
		page.results.remove('a');
		flushSync();
		stop();
		expect(seen).toEqual(['', 'a', 'b,a', 'b']);
	});
});

describe('deleting', () => {
	test('takes it away, here and in storage, and offers to undo', () => {
		const page = open(storageWith(result('a', 1), result('b', 2), result('c', 3)));
		page.results.remove('b');
		expect(page.ids()).toEqual(['c', 'a']);
		expect(open(page.storage).ids()).toEqual(['c', 'a']);
		expect(page.told()).toEqual(['resultRemoved']);
	});
	test('undone, it is where it was', () => {
		const page = open(storageWith(result('a', 1), result('b', 2), result('c', 3)));
		const before = page.results.list;
		page.results.remove('b');
		page.notices.list[0]!.undo!();
		expect(page.results.list).toEqual(before);
		expect(open(page.storage).results.list).toEqual(before);
	});
	test('one that is not there: nothing happens', () => {
		const page = open(storageWith(result('a', 1)));
		page.results.remove('b');
		expect([page.ids(), page.told()]).toEqual([['a'], []]);
	});
	test('where the browser refuses, that is told beside it', () => {
		const page = open(storageWith(result('a', 1)));
		page.storage.removeItem = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		page.results.remove('a');
		expect(page.ids()).toEqual([]);
		expect(page.told()).toEqual(['removeFailed', 'resultRemoved']);
	});
});

describe('a stored result that is not as it should be', () => {
	const good = [result('good', 2), result('fine', 1)];
	const text = written(result('bad', 3));
	const page = (left: string) => {
		const storage = storageWith(...good);
		storage.setItem('fulcrum:result:bad', left);
		return open(storage);
	};

	const unreadable: [string, string][] = [
		['garbage', 'hello'],
		['nothing', ''],
		['a damaged head', text.replace('"seed"', '"deed"')],
		['a head that is no record', encode([7])],
		['no version', written(result('bad', 3), { version: null })],
		['a newer version', written(result('bad', 3), { version: recordVersion + 1 })],
		['another instrument', written(result('bad', 3), { instrument: { id: 'other', version: '1.0.0' } })],
		['no date', written(result('bad', 3), { takenAt: 'yesterday' })],
	];
	test.each(unreadable)('%s: it is set aside, told, left as it was, and the others are fine', (_, left) => {
		const { ids, told, storage } = page(left);
		expect(ids()).toEqual(['good', 'fine']);
		expect(told()).toEqual(['resultsAside']);
		expect(storage.getItem('fulcrum:aside:result:bad')).toBe(left);
		expect(storage.getItem('fulcrum:result:bad')).toBe(left);
	});

	const partly: [string, string, object][] = [
		['a damaged line', text.replace('["X1",3]', '["X1",0]'), { 'A1d+': 4 }],
		['a cut end', text.slice(0, -1), { X1: 3 }],
		['an unknown question', written(result('bad', 3, { answers: { X1: 3, Z9: 1 } })), { X1: 3 }],
		['an answer out of range', written(result('bad', 3, { answers: { X1: 4, 'A1d+': 4 } })), { 'A1d+': 4 }],
	];
	test.each(partly)('%s: the rest is read, told, and the whole text kept aside', (_, left, answers) => {
		const { results, ids, told, storage } = page(left);
		expect(ids()).toEqual(['bad', 'good', 'fine']);
		expect(results.find('bad')?.answers).toEqual(answers);
		expect(told()).toEqual(['resultsAside']);
		expect(storage.getItem('fulcrum:aside:result:bad')).toBe(left);
	});

	test('changed later, the text that was set aside stays', () => {
		const left = text.replace('["X1",3]', '["X1",0]');
		const { results, storage } = page(left);
		results.put({ ...results.find('bad')!, name: 'Mended' });
		expect(storage.getItem('fulcrum:aside:result:bad')).toBe(left);
		const again = open(storage);
		expect([again.results.find('bad')?.name, again.told()]).toEqual(['Mended', []]);
	});
	test('three of them are told once', () => {
		const storage = storageWith(...good);
		for (const key of ['x', 'y', 'z']) storage.setItem(`fulcrum:result:${key}`, 'garbage');
		const { ids, told } = open(storage);
		expect(ids()).toEqual(['good', 'fine']);
		expect(told()).toEqual(['resultsAside']);
	});
	test('one of an older version of the questions is read', () => {
		const old = result('old', 9, { instrument: { id: 'fulcrum', version: '0.1.0' } });
		const { results, told } = open(storageWith(old));
		expect(results.list).toEqual([old]);
		expect(told()).toEqual([]);
	});
	test('what stands aside, and keys of others, are no results', () => {
		const storage = fakeStorage({ 'fulcrum:aside:result:a': 'x', 'result:b': 'y', 'other:result:c': 'z' });
		const { ids, told } = open(storage);
		expect([ids(), told()]).toEqual([[], []]);
	});
});

describe('storage that takes nothing', () => {
	const full = () => {
		const storage = fakeStorage();
		storage.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		return storage;
	};
	test.each([
		['blocked', brokenStorage],
		['full', full],
	])('%s: results stand for the visit, and it is told once', (_, make) => {
		const { results, ids, told, notices } = open(make());
		results.put(result('a', 1));
		results.put(result('b', 2));
		expect(ids()).toEqual(['b', 'a']);
		expect([results.isKept('a'), results.isKept('b')]).toEqual([false, false]);
		expect(told()).toEqual(['notKept']);
		notices.close('notKept');
		results.put(result('c', 3));
		expect(told()).toEqual([]);
	});
	test('a result is kept unless its writing failed, and kept once it succeeds', () => {
		const storage = storageWith(result('a', 1));
		const write = storage.setItem;
		const { results } = open(storage);
		expect([results.isKept('a'), results.isKept('unheard of')]).toEqual([true, true]);
		storage.setItem = full().setItem;
		results.put(result('b', 2));
		expect([results.isKept('a'), results.isKept('b'), results.isAllKept]).toEqual([true, false, false]);
		storage.setItem = write;
		results.put(result('b', 2));
		expect([results.isKept('b'), results.isAllKept]).toEqual([true, true]);
		expect(open(storage).results.find('b')).not.toBeNull();
	});
});

describe('never lost', () => {
	test('two keys that hold the same id are two rows with ids of their own, or one row', () => {
		const storage = storageWith(result('a', 1));
		storage.setItem('fulcrum:result:b', written(result('a', 2)));
		const { ids } = open(storage);
		expect(new Set(ids()).size).toBe(ids().length);
	});
	test('deleting a result whose key is not its id deletes it', () => {
		const storage = fakeStorage({ 'fulcrum:result:b': written(result('a', 1)) });
		const page = open(storage);
		for (const id of page.ids()) page.results.remove(id);
		expect(open(storage).ids()).toEqual([]);
	});
	test('after two deletions each can be undone', () => {
		const page = open(storageWith(result('a', 1), result('b', 2)));
		page.results.remove('a');
		page.results.remove('b');
		for (const { undo } of page.notices.list) undo?.();
		expect(page.ids()).toEqual(['b', 'a']);
	});
	test('a damaged result that could not be set aside is not written over, and is told to be unkept', () => {
		const text = `${written(result('a', 1))}\ndamaged`;
		const storage = fakeStorage({ 'fulcrum:result:a': text });
		const write = storage.setItem;
		storage.setItem = (key, value) => {
			if (key.includes('aside')) throw new DOMException('full', 'QuotaExceededError');
			write(key, value);
		};
		const page = open(storage);
		page.results.put({ ...page.results.find('a')!, name: 'Mine' });
		expect(storage.getItem('fulcrum:result:a')).toBe(text);
		expect([page.results.find('a')?.name, page.results.isKept('a')]).toEqual(['Mine', false]);
	});
	test('a damaged result is told at the first visit only; another damage is told again', () => {
		const storage = fakeStorage({ 'fulcrum:result:a': `${written(result('a', 1))}\ndamaged` });
		expect([open(storage).told(), open(storage).told()]).toEqual([['resultsAside'], []]);
		storage.setItem('fulcrum:result:a', 'garbage');
		expect([open(storage).told(), open(storage).told()]).toEqual([['resultsAside'], []]);
	});
	test('putting says whether it was kept', () => {
		expect(open().results.put(result('a', 1))).toBe(true);
		expect(open(brokenStorage()).results.put(result('a', 1))).toBe(false);
	});
	test('each deletion has a notice of its own, and says what it was about', () => {
		const page = open(storageWith(result('a', 1), result('b', 2)));
		page.results.remove('a');
		page.results.remove('b');
		expect(page.notices.list.map((notice) => notice.result?.id)).toEqual(['a', 'b']);
		page.notices.list[0]!.undo!();
		expect(page.ids()).toEqual(['a']);
	});
	const opens = (id: string) => {
		const { ids } = open(fakeStorage({ [`fulcrum:result:${id}`]: written(result('a', 1)) }));
		for (const listed of ids()) expect(parseRoute(paths.result(listed))).toEqual({ view: 'result', id, section: null });
	};
	test('every result in the list can be opened, whatever its key', () => {
		for (const id of ['a b/c', '%', '..', '__proto__', 'é名', 'x'.repeat(200)]) opens(id);
	});
	test.each([
		['half a sign of two', '\ud800'],
		['nothing', ''],
		['more than an address takes', 'x'.repeat(201)],
	])('or is not listed, where its key is %s', (_, id) => opens(id));
});
