import { describe, expect, test } from 'vitest';
import { slots } from '../../src/storage/slots';
import { brokenStorage, fakeStorage } from '../fake';

describe('slots', () => {
	test('keep what is written under our prefix', () => {
		const storage = fakeStorage();
		const kept = slots(() => storage);
		expect(kept.write('sitting', 'text')).toBe(true);
		expect(kept.read('sitting')).toBe('text');
		expect(storage.getItem('fulcrum:sitting')).toBe('text');
	});
	test('list our keys only, sorted, without the prefix', () => {
		const storage = fakeStorage({
			'fulcrum:result:b': '',
			'fulcrum:result:a': '',
			'result:c': '',
			'fulcrum:sitting': '',
		});
		expect(slots(() => storage).keys('result:')).toEqual(['result:a', 'result:b']);
	});
	test('remove', () => {
		const storage = fakeStorage({ 'fulcrum:sitting': 'x' });
		expect(slots(() => storage).remove('sitting')).toBe(true);
		expect(storage.length).toBe(0);
	});
	test.each([
		['storage that throws on everything', brokenStorage],
		[
			'no storage at all',
			() => {
				throw new Error('blocked');
			},
		],
	])('with %s: nothing is read, nothing written, nothing thrown', (_, find) => {
		const blocked = slots(find);
		expect(blocked.read('a')).toBeNull();
		expect(blocked.write('a', 'b')).toBe(false);
		expect(blocked.remove('a')).toBe(false);
		expect(blocked.keys('')).toEqual([]);
	});
	test('a full storage keeps what stood there', () => {
		const storage = fakeStorage({ 'fulcrum:a': 'old' });
		storage.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		const full = slots(() => storage);
		expect(full.write('a', 'new')).toBe(false);
		expect(full.read('a')).toBe('old');
	});
});

describe('a text set aside', () => {
	test('stands under a key of its own, is known again, and pushes out no other', () => {
		const storage = fakeStorage();
		const kept = slots(() => storage);
		expect(kept.isAside('sitting', 'first')).toBe(false);
		expect([kept.setAside('sitting', 'first'), kept.setAside('sitting', 'second')]).toEqual([true, true]);
		expect([kept.isAside('sitting', 'first'), kept.isAside('sitting', 'second')]).toEqual([true, true]);
		expect(kept.keys('aside:')).toEqual(['aside:sitting', 'aside:sitting:2']);
	});
	test('of a key that begins the same is another', () => {
		const kept = slots(() => fakeStorage({ 'fulcrum:aside:result:ab': 'text' }));
		expect(kept.isAside('result:a', 'text')).toBe(false);
	});
});
