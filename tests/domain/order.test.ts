import { describe, expect, test } from 'vitest';
import { domainOf, type Instrument } from '../../src/domain/instrument';
import { presentation } from '../../src/domain/order';
import { instrument } from '../fake';

const seeds = [...Array.from({ length: 400 }, (_, i) => i), -1, 0x7fffffff, 0x80000000, 0xffffffff, 2 ** 32 + 5];
const { quick, full } = instrument.forms;
const byId = new Map(instrument.items.map((item) => [item.id, item]));
const idsOf = (seed: number, blocks: readonly string[]) => presentation(instrument, seed, blocks).map(({ id }) => id);
const kind = (id: string): string | null => {
	const item = byId.get(id)!;
	return item.format === 'rating' ? domainOf(item.facet) + item.key : null;
};

describe('order of the questions', () => {
	test('every item of the blocks once, block after block: pairs, ratings, posture', () => {
		for (const seed of seeds) {
			const ids = idsOf(seed, full);
			let start = 0;
			for (const { items } of instrument.blocks) {
				expect([...ids.slice(start, start + items.length)].sort()).toEqual([...items].sort());
				start += items.length;
			}
			expect(ids).toHaveLength(start);
		}
	});

	test('the same seed gives the same, whatever the order in which the blocks are named', () => {
		for (const seed of seeds) {
			expect(presentation(instrument, seed, full)).toEqual(presentation(instrument, seed, [...full].reverse()));
			expect(presentation(instrument, seed, full)).toEqual(presentation({ ...instrument }, seed, full));
		}
	});

	test('a quick sitting that is sharpened keeps what it has shown', () => {
		for (const seed of seeds)
			for (let blocks = 1; blocks < full.length; blocks += 1) {
				const [fewer, more] = [full.slice(0, blocks), full.slice(0, blocks + 1)];
				const before = presentation(instrument, seed, fewer);
				expect(presentation(instrument, seed, more).slice(0, before.length)).toEqual(before);
			}
	});

	test('no two neighbouring ratings share domain and key, in any choice of blocks', () => {
		const choices = [
			full,
			quick,
			['block0', 'block2'],
			['block1', 'block3'],
			['block0', 'block3', 'posture'],
			['block2'],
		];
		for (const seed of seeds)
			for (const blocks of choices) {
				const kinds = idsOf(seed, blocks).map(kind);
				const clash = kinds.some((one, i) => one !== null && one === kinds[i + 1]);
				expect(clash, `seed ${seed}, ${blocks.join(' ')}`).toBe(false);
			}
	});

	test('different seeds differ, and every item comes first at times', () => {
		// A seed counts by its 32 bits.
		const distinct = new Set(seeds.map((seed) => seed | 0)).size;
		expect(new Set(seeds.map((seed) => idsOf(seed, full).join())).size).toBe(distinct);
		expect(new Set(seeds.map((seed) => idsOf(seed, ['pairs'])[0])).size).toBe(8);
		expect(new Set(seeds.map((seed) => idsOf(seed, ['block1'])[0])).size).toBe(8);
	});

	test('blocks of one seed are shuffled independently', () => {
		const place = (ids: readonly string[], block: string) =>
			ids.map((id) => instrument.blocks.find((one) => one.id === block)!.items.indexOf(id)).join();
		const alike = seeds.filter(
			(seed) => place(idsOf(seed, ['block0']), 'block0') === place(idsOf(seed, ['block1']), 'block1'),
		);
		expect(alike.length).toBeLessThan(10);
	});

	test('unknown blocks are passed over, and none gives none', () => {
		expect(presentation(instrument, 3, ['block9'])).toEqual([]);
		expect(presentation(instrument, 3, [])).toEqual([]);
	});

	test('an instrument that cannot be ordered still gives every item', () => {
		const all = instrument.items.filter(({ id }) => /^A.d\+$/.test(id)).map(({ id }) => id);
		const bent: Instrument = { ...instrument, blocks: [{ id: 'block0', items: [...all, 'none'] }] };
		expect(
			presentation(bent, 1, ['block0'])
				.map(({ id }) => id)
				.sort(),
		).toEqual([...all, 'none'].sort());
	});
});

describe('sides of the pairs', () => {
	const flippedIn = (seed: number, ids: readonly string[]): number =>
		presentation(instrument, seed, full).filter(({ id, flipped }) => flipped && ids.includes(id)).length;
	const groups = [
		['two of the drive pairs', ['X1', 'X2', 'X3', 'X4'], 2],
		['two of the practice pairs', ['X5', 'X6', 'X7', 'X8'], 2],
		['three of the posture pairs', ['O1', 'O2', 'O3', 'O4', 'O5', 'O6'], 3],
	] as const;
	test.each(groups)('%s are flipped', (_, ids, count) => {
		for (const seed of seeds) expect(flippedIn(seed, ids)).toBe(count);
	});

	test('every pair is flipped about half the time, and no rating ever', () => {
		for (const { id, format } of instrument.items) {
			const share = seeds.filter((seed) => flippedIn(seed, [id]) === 1).length / seeds.length;
			if (format === 'rating') expect(share).toBe(0);
			else expect(Math.abs(share - 0.5), id).toBeLessThan(0.1);
		}
	});

	test('being flipped says nothing about when a pair is shown', () => {
		const first = seeds.filter((seed) => presentation(instrument, seed, ['pairs'])[0]!.flipped).length / seeds.length;
		expect(Math.abs(first - 0.5)).toBeLessThan(0.1);
	});
});
