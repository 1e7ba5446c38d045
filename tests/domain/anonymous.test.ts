import { describe, expect, test } from 'vitest';
import { anonymous, readAnonymous } from '../../src/domain/anonymous';
import { categories } from '../../src/domain/instrument';
import { noContext, type Result } from '../../src/domain/result';
import { instrument } from '../fake';

const result: Result = {
	id: '2b1c8a0e-0000-4000-8000-000000000001',
	takenAt: '2026-11-22T09:30:00.000Z',
	instrument: { id: instrument.id, version: instrument.version },
	form: 'full',
	language: 'de',
	name: 'Ada Lovelace',
	person: '9f3a61c07b',
	context: { ...noContext, role: 'cto', stage: 'series-b', size: '26-100', founder: true },
	answers: { O1: 3, X1: 0, 'A1d+': 4 },
	seed: 123456,
	seconds: 310,
	paceRating: 4.2,
	week: [1, 2, 3, 4, 5, 6, 7, 8],
};
const whole = anonymous(instrument, result);

describe('what is handed over', () => {
	test('is form, version, answers, role and stage, and nothing else', () =>
		expect(whole).toEqual({
			format: 'fulcrum-answers',
			version: 1,
			instrument: { id: 'fulcrum', version: instrument.version },
			form: 'full',
			answers: { 'A1d+': 4, X1: 0, O1: 3 },
			role: 'cto',
			stage: 'series-b',
		}));
	test('holds no id, name, time, seed, language or week of the result', () => {
		const text = JSON.stringify(whole);
		for (const told of [
			result.id,
			result.takenAt,
			'Ada',
			'9f3a61c07b',
			'123456',
			'310',
			'4.2',
			'"de"',
			'26-100',
			'7,8',
		])
			expect(text).not.toContain(told);
	});
	test('has its answers in the order of the instrument, not of the sitting', () =>
		expect(Object.keys(whole.answers)).toEqual(['A1d+', 'X1', 'O1']));
	test('keeps the version that the result was taken with', () =>
		expect(
			anonymous(instrument, { ...result, instrument: { id: 'fulcrum', version: '0.9.0' } }).instrument.version,
		).toBe('0.9.0'));
	test('says nothing of role and stage where nothing was said', () =>
		expect(anonymous(instrument, { ...result, context: noContext })).toMatchObject({ role: null, stage: null }));

	test.each<[string, unknown]>([
		['an unknown question', { B1: 1 }],
		['no category', { 'A2d+': 5 }],
		['a fraction', { 'A2d+': 1.5 }],
		['text', { 'A2d+': 'someone wrote here' }],
	])('leaves out %s', (_, more) =>
		expect(
			anonymous(instrument, { ...result, answers: { ...result.answers, ...(more as Result['answers']) } }).answers,
		).toEqual(whole.answers),
	);
	test('leaves out what an object inherits', () =>
		expect(anonymous(instrument, { ...result, answers: Object.create({ 'A2d+': 4 }) }).answers).toEqual({}));
});

describe('read back', () => {
	test('it is the same, for every category of every item', () => {
		for (const last of [true, false]) {
			const answers = Object.fromEntries(instrument.items.map((item) => [item.id, last ? categories(item) - 1 : 0]));
			const file = anonymous(instrument, { ...result, answers });
			expect(readAnonymous(instrument, JSON.parse(JSON.stringify(file)))).toEqual({ value: file });
		}
	});
	test('role and stage may be left unsaid', () =>
		expect(readAnonymous(instrument, { ...whole, role: null, stage: null })).toHaveProperty('value'));
	test('unknown fields are not taken over', () =>
		expect(readAnonymous(instrument, { ...whole, name: 'Ada', answers: whole.answers })).toEqual({ value: whole }));
	test('unknown fields of the instrument are not taken over', () =>
		expect(readAnonymous(instrument, { ...whole, instrument: { ...whole.instrument, by: 'Ada' } })).toEqual({
			value: whole,
		}));
});

/** What is wrong, the file, words that the fault must hold. */
const damaged: readonly [string, unknown, RegExp][] = [
	['nothing', undefined, /^is not a file of anonymous answers/],
	['null', null, /^is not a file of anonymous answers/],
	['a number', 7, /^is not a file of anonymous answers/],
	['a list', [whole], /^is not a file of anonymous answers/],
	['an empty object', {}, /^is not a file of anonymous answers/],
	['a result file', { ...whole, format: 'fulcrum-result' }, /^is not a file of anonymous answers/],
	['an inherited format', Object.create(whole), /^is not a file of anonymous answers/],
	['a newer file', { ...whole, version: 2 }, /newer Fulcrum \(file version 2\)/],
	['no version', { ...whole, version: undefined }, /^version: must be 1 \(it is missing\)/],
	['version 0', { ...whole, version: 0 }, /^version: must be 1 \(found 0\)/],
	['a version in words', { ...whole, version: 'one' }, /^version: must be 1 \(found "one"\)/],
	['no instrument', { ...whole, instrument: undefined }, /^instrument\.id: .*it is missing/],
	['another instrument', { ...whole, instrument: { id: 'other', version: '1.0.0' } }, /^instrument\.id: .*"other"/],
	[
		'another version',
		{ ...whole, instrument: { id: 'fulcrum', version: '0.9.0' } },
		/^instrument\.version: .*"0\.9\.0"/,
	],
	[
		'a version that is a number',
		{ ...whole, instrument: { id: 'fulcrum', version: 1 } },
		/^instrument\.version: .*found 1/,
	],
	['an unknown form', { ...whole, form: 'medium' }, /^form: .*"medium"/],
	['a form that is an object', { ...whole, form: {} }, /^form: .*found an object/],
	['an unknown role', { ...whole, role: 'ceo' }, /^role: .*"ceo"/],
	['no role', { ...whole, role: undefined }, /^role: .*it is missing/],
	['an unknown stage', { ...whole, stage: 'x'.repeat(99) }, /^stage: .*"x{40}…"/],
	['a stage that is false', { ...whole, stage: false }, /^stage: .*found false/],
	['no answers', { ...whole, answers: undefined }, /^answers: must be an object \(it is missing\)/],
	['answers in a list', { ...whole, answers: [1] }, /^answers: must be an object \(found an object\)/],
	['empty answers', { ...whole, answers: {} }, /^answers: holds none/],
	['an unknown question', { ...whole, answers: { B1: 1 } }, /^answers\["B1"\]: is no question/],
	['a question with a long name', { ...whole, answers: { ['B'.repeat(99)]: 1 } }, /^answers\["B{20}"\]/],
	['a prototype', { ...whole, answers: JSON.parse('{"__proto__":1}') }, /^answers\["__proto__"\]: is no question/],
	['a category too high', { ...whole, answers: { X1: 4 } }, /^answers\["X1"\]: .* 0 to 3 \(found 4\)/],
	['a category too low', { ...whole, answers: { 'A1d+': -1 } }, /^answers\["A1d\+"\]: .* 0 to 4 \(found -1\)/],
	['a fraction', { ...whole, answers: { 'A1d+': 0.5 } }, /found 0\.5/],
	['no number', { ...whole, answers: { 'A1d+': NaN } }, /found NaN/],
	['text for an answer', { ...whole, answers: { 'A1d+': '3' } }, /found "3"/],
	['null for an answer', { ...whole, answers: { 'A1d+': null } }, /found null/],
	['a number that JSON does not know', { ...whole, answers: { 'A1d+': 3n } }, /found 3/],
];
describe('a faulty file', () => {
	test.each(damaged)('%s is named', (_, input, words) => {
		const read = readAnonymous(instrument, input);
		expect(read).not.toHaveProperty('value');
		expect((read as { fault: string }).fault).toMatch(words);
	});
});
