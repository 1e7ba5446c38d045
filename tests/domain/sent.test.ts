import { describe, expect, test } from 'vitest';
import type { Answers } from '../../src/domain/instrument';
import { noContext, type Context, type Result } from '../../src/domain/result';
import { answeredOf, sentForms, sentOf, type Sent } from '../../src/domain/sent';
import { evaluate } from '../../src/domain/snapshot';
import { instrument } from '../fake';
import { shot } from './shots';

/** The second category for every question of these blocks. */
const all = (...blocks: string[]): Answers =>
	Object.fromEntries(
		instrument.blocks.filter(({ id }) => blocks.includes(id)).flatMap(({ items }) => items.map((item) => [item, 1])),
	);
const context: Context = { ...noContext, role: 'vp', stage: 'series-b', founder: false };
const result = (change: Partial<Result> = {}): Result => ({
	id: 'r-1',
	takenAt: '2026-11-22T23:30:00.000Z',
	instrument: { id: 'fulcrum', version: '0.9.1' },
	form: 'quick',
	language: 'pt-BR',
	name: null,
	person: null,
	context,
	answers: all('pairs', 'block0'),
	seed: 7,
	seconds: 150,
	paceRating: 4,
	week: [1, 2, 3, 4, 5, 6, 7, 8],
	...change,
});
const sent = (change: Partial<Result> = {}, day = '2026-11-22') => sentOf(instrument, result(change), shot(), day);

describe('the form that was taken, and how many questions were shown', () => {
	const full = instrument.forms.full;
	test.each<[string, Result['form'], Answers, Sent['form'], number]>([
		['quick', 'quick', all('pairs', 'block0'), 'quick', 16],
		['quick, most of it skipped', 'quick', { X1: 0 }, 'quick', 16],
		['quick, nothing answered', 'quick', {}, 'quick', 16],
		['sharpened by a block', 'quick', all('pairs', 'block0', 'block1'), 'sharpened', 24],
		['sharpened, one answer of the block given', 'quick', { ...all('pairs', 'block0'), 'A4d+': 2 }, 'sharpened', 24],
		['sharpened by two', 'quick', all('pairs', 'block0', 'block1', 'block2'), 'sharpened', 32],
		['sharpened up to posture', 'quick', all('pairs', 'block0', 'block1', 'block2', 'block3'), 'sharpened', 40],
		['with posture alone', 'quick', all('pairs', 'block0', 'posture'), 'sharpened', 22],
		['answers to questions that are not known add none', 'quick', { Z1: 1 }, 'quick', 16],
		['full', 'full', all(...full), 'full', 46],
		['full, most of it skipped', 'full', { X1: 0 }, 'full', 46],
	])('%s', (_, form, answers, wanted, asked) => {
		const got = sent({ form, answers });
		expect([got.form, got.asked]).toEqual([wanted, asked]);
		expect(sentForms).toContain(got.form);
	});
});

describe('what goes along', () => {
	test('version, language, context, name and person of the result, the day as given, the scores; nothing else', () =>
		expect(sent({ name: 'Ada', person: '9f3a61c07b' }, '2026-11-23')).toEqual({
			version: '0.9.1',
			form: 'quick',
			asked: 16,
			day: '2026-11-23',
			language: 'pt-BR',
			name: 'Ada',
			person: '9f3a61c07b',
			context,
			snapshot: shot(),
		}));
	test('no name and no person where there are none', () =>
		expect(sent()).toMatchObject({ name: null, person: null, day: '2026-11-22' }));
	test('no answer, time, seed, id or week is in it', () => {
		const text = JSON.stringify(sent());
		for (const name of ['answers', 'takenAt', 'seed', 'seconds', 'paceRating', 'week', '"id"', 'X1', 'A1d+'])
			expect(text).not.toContain(name);
	});
});

describe('questions answered', () => {
	test.each<[string, { ratings: number; pairs: number; posture: number }, number]>([
		['none', { ratings: 0, pairs: 0, posture: 0 }, 0],
		['ratings, pairs and posture together', { ratings: 31, pairs: 7, posture: 5 }, 43],
		['all', { ratings: 32, pairs: 8, posture: 6 }, 46],
	])('%s', (_, counts, answered) =>
		expect(answeredOf({ snapshot: shot({ counts: { ...counts, ratingsA: 0, ratingsP: 0 } }) })).toBe(answered),
	);
	test.each<[string, Answers]>([
		['half of the quick form', all('block0')],
		['everything', all(...instrument.forms.full)],
		['posture alone', { O1: 0, O6: 3 }],
	])('as many as were given: %s', (_, answers) => {
		const own = result({ form: 'full', answers });
		const got = sentOf(instrument, own, evaluate(instrument, own).snapshot, '2026-11-22');
		expect(answeredOf(got)).toBe(Object.keys(answers).length);
		expect(answeredOf(got)).toBeLessThanOrEqual(got.asked);
	});
});
