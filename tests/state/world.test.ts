import { describe, expect, test } from 'vitest';
import { newId, world } from '../../src/state/world';

describe('the real world', () => {
	test('ids are random UUIDs of version 4, and addresses of results take them', () => {
		const ids = Array.from({ length: 200 }, newId);
		for (const id of ids) expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
		expect(new Set(ids).size).toBe(200);
	});
	test('seeds are whole numbers of 32 bits, hardly ever the same', () => {
		const seeds = Array.from({ length: 50 }, () => world.seed());
		for (const seed of seeds) expect(seed === seed >>> 0).toBe(true);
		expect(new Set(seeds).size).toBeGreaterThan(45);
	});
	test('the clock counts milliseconds forwards, and dates are ISO 8601 of today', () => {
		const before = world.now();
		expect(world.now()).toBeGreaterThanOrEqual(before);
		const today = world.today();
		expect(new Date(today).toISOString()).toBe(today);
		expect(Math.abs(Date.parse(today) - Date.now())).toBeLessThan(60_000);
	});
});
