import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/domain/instrument';
import { presentation } from '../../src/domain/order';
import {
	askedBlocks,
	conclude,
	noContext,
	sharpenWith,
	shownOrder,
	steps,
	type Context,
	type Result,
} from '../../src/domain/result';
import { begin, questions, type Sitting } from '../../src/domain/sitting';
import { instrument } from '../fake';

/** The second category for every question of these blocks. */
const all = (...blocks: string[]): Answers =>
	Object.fromEntries(
		instrument.blocks.filter(({ id }) => blocks.includes(id)).flatMap(({ items }) => items.map((item) => [item, 1])),
	);
const [quick, full] = [instrument.forms.quick, instrument.forms.full];

describe('the blocks that were asked', () => {
	test.each<[string, 'quick' | 'full', Answers, readonly string[]]>([
		['quick, nothing answered', 'quick', {}, quick],
		['quick, all answered', 'quick', all('pairs', 'block0'), quick],
		['full, nothing answered', 'full', {}, full],
		['quick, with one answer of a further block', 'quick', { 'A4d+': 0 }, [...quick, 'block1']],
		['quick, with posture', 'quick', { O1: 0 }, [...quick, 'posture']],
		['in the order of the instrument, whatever the answers', 'quick', { O1: 1, 'A2d+': 1, 'A4d+': 1 }, [...quick, 'block1', 'block3', 'posture']],
		['ids that are unknown add none', 'quick', { Z1: 1, constructor: 1 }, quick],
	])('%s', (_, form, answers, wanted) => expect(askedBlocks(instrument, { form, answers })).toEqual(wanted)); // prettier-ignore
});

describe('the order in which they were shown', () => {
	test('is that of the sitting with this seed', () => {
		for (const seed of [1, 7, 123456]) {
			const order = shownOrder(instrument, { form: 'quick', answers: all('pairs', 'block0', 'block1'), seed });
			expect(order).toEqual(presentation(instrument, seed, [...quick, 'block1']).map(({ id }) => id));
			expect(order).toHaveLength(24);
		}
	});
	test('holds what was skipped too', () =>
		expect(shownOrder(instrument, { form: 'full', answers: {}, seed: 7 })).toHaveLength(46));
});

describe('what would sharpen a result', () => {
	test.each<[string, 'quick' | 'full', Answers, string | null]>([
		['a quick one', 'quick', all('pairs', 'block0'), 'block1'],
		['once sharpened', 'quick', all('pairs', 'block0', 'block1'), 'block2'],
		['twice', 'quick', all('pairs', 'block0', 'block1', 'block2'), 'block3'],
		['three times', 'quick', all('pairs', 'block0', 'block1', 'block2', 'block3'), 'posture'],
		['all asked', 'quick', all(...full), null],
		['a full one, even with gaps', 'full', {}, null],
		['a block left out is next', 'quick', all('pairs', 'block0', 'block2'), 'block1'],
	])('%s', (_, form, answers, wanted) => expect(sharpenWith(instrument, { form, answers })).toBe(wanted));
});

describe('how a band narrowed', () => {
	const counts = (form: 'quick' | 'full', answers: Answers) =>
		steps(instrument, { form, answers }).map((step) => Object.keys(step).length);
	test.each<[string, 'quick' | 'full', Answers, number[]]>([
		['a quick result is one step', 'quick', all('pairs', 'block0'), [16]],
		['nothing answered is one step without answers', 'quick', {}, [0]],
		['sharpened once', 'quick', all('pairs', 'block0', 'block1'), [16, 24]],
		['sharpened three times', 'quick', all('pairs', 'block0', 'block1', 'block2', 'block3'), [16, 24, 32, 40]],
		['posture is no step and in none', 'quick', all('pairs', 'block0', 'posture'), [16]],
		['a full one has four', 'full', all(...full), [16, 24, 32, 40]],
		['what was skipped is missing in each', 'full', { ...all('pairs', 'block1'), 'A1d+': 2 }, [9, 17, 17, 17]],
	])('%s', (_, form, answers, wanted) => expect(counts(form, answers)).toEqual(wanted));
	test('each step keeps the answers of the one before, and the last has all that count for the place', () => {
		const answers = all(...full);
		const seen = steps(instrument, { form: 'full', answers });
		seen.reduce((before, step) => {
			expect(step).toMatchObject(before);
			return step;
		});
		expect(seen.at(-1)).toEqual(all('pairs', 'block0', 'block1', 'block2', 'block3'));
	});
	test('answers that nobody asked for are in no step', () =>
		expect(steps(instrument, { form: 'quick', answers: { Z1: 1, X1: 2 } })).toEqual([{ X1: 2 }]));
});

describe('a sitting that is finished', () => {
	const now = { id: 'new', takenAt: '2026-11-22T09:40:00.000Z', language: 'de' };
	const sitting: Sitting = {
		...begin(instrument, 'quick', 7, '2026-11-22T09:30:00.000Z'),
		answers: { X1: 2 },
		pace: { median: 4.25, count: 8 },
		seconds: 149.6,
	};
	const context: Context = { ...noContext, role: 'vp', founder: false };
	const earlier: Result = {
		...conclude(instrument, sitting, { ...now, id: 'old', takenAt: '2026-01-01T00:00:00.000Z' }, noContext),
		name: 'Autumn',
		person: '9f3a61c07b',
		week: [1, 2, 3, 4, 5, 6, 7, 8],
	};

	test('is a result with everything that scoring and reading need', () =>
		expect(conclude(instrument, sitting, now, context)).toEqual({
			id: 'new',
			takenAt: '2026-11-22T09:40:00.000Z',
			instrument: { id: 'fulcrum', version: instrument.version },
			form: 'quick',
			language: 'de',
			name: null,
			person: null,
			context,
			answers: { X1: 2 },
			seed: 7,
			seconds: 150,
			paceRating: 4.25,
			week: null,
		}));
	test('sharpened: the id, name, person and week stay, the rest is of today', () => {
		const sharper = conclude(instrument, { ...sitting, answers: { X1: 2, X2: 1 } }, now, context, earlier);
		expect(sharper).toEqual({
			...earlier,
			takenAt: now.takenAt,
			language: 'de',
			context,
			answers: { X1: 2, X2: 1 },
		});
	});
	test.each<[string, 'quick' | 'full', readonly string[], 'quick' | 'full']>([
		['quick', 'quick', quick, 'quick'],
		['quick, sharpened once', 'quick', [...quick, 'block1'], 'quick'],
		['quick, sharpened to the end', 'quick', full, 'full'],
		['full', 'full', full, 'full'],
	])('%s: its form is %s', (_, form, blocks, wanted) =>
		expect(conclude(instrument, { ...sitting, form, blocks }, now, noContext).form).toBe(wanted),
	);
	test('shown in the order of the sitting', () => {
		const full = begin(instrument, 'full', 99, '');
		const result = conclude(instrument, full, now, noContext);
		expect(shownOrder(instrument, result)).toEqual(questions(instrument, full).map(({ item }) => item.id));
	});
});
