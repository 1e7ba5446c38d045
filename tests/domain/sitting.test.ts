import { describe, expect, test } from 'vitest';
import { begin, following, nextBlock, nextSkipped, questions, unanswered, valueAt } from '../../src/domain/sitting';
import { instrument } from '../fake';

const quick = begin(instrument, 'quick', 7, '2026-11-22T09:30:00.000Z');
const asked = questions(instrument, quick);
const all = (value: number) => Object.fromEntries(asked.map(({ item }) => [item.id, value]));

describe('a sitting', () => {
	test('quick asks 8 pairs, then 8 ratings', () => {
		expect(asked.map(({ item }) => item.format)).toEqual([...Array(8).fill('pair'), ...Array(8).fill('rating')]);
	});
	test('full asks 8 pairs, 32 ratings, 6 posture pairs', () => {
		const full = questions(instrument, begin(instrument, 'full', 7, ''));
		expect(full.map(({ item }) => item.format)).toEqual([
			...Array(8).fill('pair'),
			...Array(32).fill('rating'),
			...Array(6).fill('posture'),
		]);
	});
	test('the same seed asks the same; the quick one begins the full one', () => {
		const full = questions(instrument, begin(instrument, 'full', 7, ''));
		expect(full.slice(0, 16)).toEqual(asked);
		expect(questions(instrument, quick)).toEqual(asked);
	});
	test('sharpening begins at the first question of the new block and keeps every answer', () => {
		const sharper = begin(instrument, 'quick', 7, '', {
			blocks: [...quick.blocks, 'block1'],
			answers: all(1),
			pace: { median: 3, count: 8 },
			seconds: 60,
			sharpens: 'r',
		});
		expect(sharper.at).toBe(17);
		expect(sharper.answers).toEqual(all(1));
		expect(questions(instrument, sharper).slice(0, 16)).toEqual(asked);
	});
});

describe('what comes next', () => {
	const some = { [asked[0]!.item.id]: 1, [asked[2]!.item.id]: 1 };
	const rows: [string, number, boolean, number][] = [
		['after the first, the second', 1, false, 2],
		['after the last, the end', 16, false, 17],
		['while mending, the next that was skipped', 2, true, 4],
		['while mending, the end after the last skipped', 16, true, 17],
	];
	test.each(rows)('%s', (_, at, mending, next) => {
		expect(following(asked, { ...quick, answers: some, mending }, at)).toBe(next);
	});
	test('the first skipped, and none', () => {
		expect(nextSkipped(asked, some, 0)).toBe(2);
		expect(nextSkipped(asked, all(0), 0)).toBe(17);
		expect(unanswered(asked, some)).toHaveLength(14);
	});
	test('the blocks that sharpen come in order, posture last, then none', () => {
		const blocks = [...instrument.forms.quick];
		const seen = [];
		for (let next = nextBlock(instrument, blocks); next; next = nextBlock(instrument, blocks)) {
			seen.push(next);
			blocks.push(next);
		}
		expect(seen).toEqual(['block1', 'block2', 'block3', 'posture']);
	});
});

describe('sides and values', () => {
	const [pair] = asked;
	test('a rating is stored as it is shown', () => {
		expect([0, 1, 2, 3, 4].map((place) => valueAt(asked[8]!, place))).toEqual([0, 1, 2, 3, 4]);
	});
	test('a pair is stored with 3 for the architectural side, wherever it stands', () => {
		expect([0, 1, 2, 3].map((place) => valueAt({ ...pair!, flipped: false }, place))).toEqual([3, 2, 1, 0]);
		expect([0, 1, 2, 3].map((place) => valueAt({ ...pair!, flipped: true }, place))).toEqual([0, 1, 2, 3]);
	});
});
