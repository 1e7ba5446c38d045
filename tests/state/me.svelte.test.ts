import { flushSync } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { MeState } from '../../src/state/me.svelte';
import { encode } from '../../src/storage/records';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { brokenStorage, fakeStorage } from '../fake';

const person = '00ff9a3b1c';
const open = (storage: Storage = fakeStorage()) => {
	const draw = vi.fn(() => person);
	return { draw, storage, me: new MeState(new Stored(slots(() => storage)), draw) }; // prettier-ignore
};
const again = (storage: Storage) => open(storage).me;
/** Storage in which this record stands. */
const holding = (record: unknown) => fakeStorage({ 'fulcrum:me': encode([record]) });
const kept = { version: 1, name: 'Margaret', person, invite: 'F1abc' };

describe('in a new browser', () => {
	test('nothing is known, and nothing is written', () => {
		const { me, draw, storage } = open();
		expect([me.name, me.person, me.invite, storage.length, draw.mock.calls]).toEqual([null, null, null, 0, []]);
	});
	test('naming makes no number, and a number no name', () => {
		const { me, draw } = open();
		me.rename('Margaret');
		expect([me.name, me.person, draw.mock.calls]).toEqual(['Margaret', null, []]);
	});
});

describe('the number that stands for this browser', () => {
	test('is drawn at the first claim, and stays', () => {
		const { me, draw } = open();
		expect([me.claim(), me.claim(), me.person]).toEqual([person, person, person]);
		expect(draw).toHaveBeenCalledTimes(1);
	});
	test('is the same with the next visit', () => {
		const { me, storage } = open();
		me.claim();
		const later = open(storage);
		expect([later.me.person, later.me.claim(), later.draw.mock.calls]).toEqual([person, person, []]);
	});
	test('where nothing can be kept it holds for this visit', () => {
		const { me, draw } = open(brokenStorage());
		expect([me.claim(), me.claim(), draw.mock.calls.length]).toEqual([person, person, 1]);
	});
});

describe('the name given last', () => {
	test('is there with the next visit', () => {
		const { me, storage } = open();
		me.rename('Margaret');
		me.rename('Grace');
		expect(again(storage).name).toBe('Grace');
	});
	test('taken away, it is gone, and the number stays', () => {
		const { me, storage } = open();
		me.rename('Margaret');
		me.claim();
		me.rename(null);
		expect([again(storage).name, again(storage).person]).toEqual([null, person]);
	});
	test('the same name again writes nothing', () => {
		const { me, storage } = open(holding(kept));
		const write = vi.spyOn(storage, 'setItem');
		me.rename('Margaret');
		me.answer('F1abc');
		me.claim();
		expect(write).not.toHaveBeenCalled();
	});
});

describe('an invite that is being answered', () => {
	test('is there with the next visit, until it is answered', () => {
		const { me, storage } = open();
		me.answer('F1abc');
		expect(again(storage).invite).toBe('F1abc');
		again(storage).answer(null);
		expect([again(storage).invite, again(storage).name]).toEqual([null, null]);
	});
});

test('who looks on is told', () => {
	const { me } = open();
	const seen: unknown[] = [];
	const stop = $effect.root(() => {
		$effect(() => void seen.push([me.name, me.person]));
	});
	flushSync();
	me.rename('Margaret');
	flushSync();
	me.claim();
	flushSync();
	stop();
	expect(seen).toEqual([[null, null], ['Margaret', null], ['Margaret', person]]); // prettier-ignore
});

describe('whatever stands in storage', () => {
	test('what was kept is read', () => {
		const me = again(holding(kept));
		expect([me.name, me.person, me.invite]).toEqual(['Margaret', person, 'F1abc']);
	});
	test.each<[string, Partial<Record<keyof typeof kept, unknown>>, [string | null, string | null, string | null]]>([
		['no name', { name: undefined }, [null, person, 'F1abc']],
		['an empty name', { name: '' }, [null, person, 'F1abc']],
		['a name that is none', { name: 7 }, [null, person, 'F1abc']],
		['a name of 60 characters', { name: '😀'.repeat(60) }, ['😀'.repeat(60), person, 'F1abc']],
		['a name of 61', { name: 'a'.repeat(61) }, ['a'.repeat(60), person, 'F1abc']],
		['a number that is too short', { person: '00ff' }, ['Margaret', null, 'F1abc']],
		['a number in capitals', { person: '00FF9A3B1C' }, ['Margaret', null, 'F1abc']],
		['a number with a line break', { person: `${person}\n` }, ['Margaret', null, 'F1abc']],
		['a number that is none', { person: 10 }, ['Margaret', null, 'F1abc']],
		['an invite that is none', { invite: {} }, ['Margaret', person, null]],
		['an invite that is far too long', { invite: 'F'.repeat(2000) }, ['Margaret', person, null]],
	])('%s', (_, change, wanted) => {
		const me = again(holding({ ...kept, ...change }));
		expect([me.name, me.person, me.invite]).toEqual(wanted);
	});
	test.each([
		['no text of ours', 'hello'],
		['nothing', ''],
		['a list', encode([[1, 2]])],
		['a number', encode([7])],
		['none', encode([null])],
	])('%s: nothing is known, and nothing breaks', (_, text) => {
		const me = again(fakeStorage({ 'fulcrum:me': text }));
		expect([me.name, me.person, me.invite]).toEqual([null, null, null]);
		expect(me.claim()).toBe(person);
	});
	test('the damaged number is drawn anew at the next claim', () => {
		const { me, draw, storage } = open(holding({ ...kept, person: 'damaged' }));
		expect([me.claim(), draw.mock.calls.length, again(storage).name]).toEqual([person, 1, 'Margaret']);
	});
});
