import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestName } from '../../src/domain/name';
import { recordVersion, restoreContext, restoreResult, restoreSitting } from '../../src/domain/restore';
import { noContext, type Context, type Result } from '../../src/domain/result';
import { begin, type Sitting } from '../../src/domain/sitting';
import { instrument } from '../fake';

type Change = Record<string, unknown>;

const context: Context = {
	role: 'cto',
	stage: 'series-b',
	size: '26-100',
	founder: true,
	reportsTo: 'ceo',
	business: 'technical',
};
const result: Result = {
	id: '9f3a61c0-7b00-4000-8000-000000000000',
	takenAt: '2026-11-22T09:30:00.000Z',
	instrument: { id: 'fulcrum', version: instrument.version },
	form: 'full',
	language: 'en',
	name: 'Autumn',
	person: '9f3a61c07b',
	context,
	answers: { X1: 3, 'A1d+': 4, O1: 0 },
	seed: 123456,
	seconds: 310,
	paceRating: 4.2,
	week: [1, 2, 3, 4, 5, 6, 7, 8],
};
const sitting: Sitting = {
	...begin(instrument, 'quick', 7, '2026-11-22T09:30:00.000Z'),
	at: 3,
	answers: { X1: 3, 'A1d+': 4 },
	pace: { median: 4.5, count: 2 },
	seconds: 33,
	sharpens: 'r',
	mending: true,
};
/** What a record that came through JSON looks like; a field that is undefined is missing. */
const file = (record: object, change: Change = {}): unknown =>
	JSON.parse(JSON.stringify({ version: recordVersion, ...record, ...change }));
const readResult = (change: Change) => restoreResult(instrument, file(result, change));
const readSitting = (change: Change) => restoreSitting(instrument, file(sitting, change));

describe('a whole record', () => {
	test('a result comes back as it was', () =>
		expect(restoreResult(instrument, file(result))).toEqual({ value: result, dropped: [] }));
	test('a sitting comes back as it was', () =>
		expect(restoreSitting(instrument, file(sitting))).toEqual({ value: sitting, dropped: [] }));
	test('what came back comes back again', () => {
		const once = readResult({ name: 7, week: 'x', answers: { X1: 3, Z1: 1 } });
		expect(restoreResult(instrument, file(once.value!))).toEqual({ value: once.value, dropped: [] });
	});
	test('fields that nobody knows are left out', () =>
		expect(readResult({ scores: { S: 1 }, admin: true })).toEqual({ value: result, dropped: [] }));
});

describe('no record at all', () => {
	test.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a text', 'hello'],
		['a number', 1],
		['a list', [file(result)]],
		['an empty object', {}],
		['a function', () => file(result)],
		['an object that inherits everything', Object.create(file(result) as object)],
	])('%s is unreadable', (_, input) => {
		expect(restoreResult(instrument, input)).toEqual({ value: null, refusal: 'unreadable' });
		expect(restoreSitting(instrument, input)).toEqual({ value: null, refusal: 'unreadable' });
	});
});

describe('which version, which instrument', () => {
	test.each<[string, Change, string]>([
		['no version', { version: undefined }, 'unreadable'],
		['version 0', { version: 0 }, 'unreadable'],
		['version 1.5', { version: 1.5 }, 'unreadable'],
		['a version in words', { version: '1' }, 'unreadable'],
		['a newer version', { version: recordVersion + 1 }, 'newer'],
		['a newer version of another shape', { version: 99, instrument: 7, form: {} }, 'newer'],
		['another instrument', { instrument: { id: 'other', version: '1.0.0' } }, 'other-instrument'],
		['__proto__ for an instrument', { instrument: { id: '__proto__', version: '1.0.0' } }, 'other-instrument'],
		['no instrument', { instrument: undefined }, 'unreadable'],
		['an instrument in words', { instrument: 'fulcrum' }, 'unreadable'],
		['an instrument without id', { instrument: { version: '1.0.0' } }, 'unreadable'],
		['an instrument with an empty id', { instrument: { id: '', version: '1.0.0' } }, 'unreadable'],
		['an instrument without version', { instrument: { id: 'fulcrum' } }, 'unreadable'],
		['an instrument with a number for a version', { instrument: { id: 'fulcrum', version: 1 } }, 'unreadable'],
	])('%s', (_, change, refusal) => {
		expect(readResult(change)).toEqual({ value: null, refusal });
		expect(readSitting(change)).toEqual({ value: null, refusal });
	});
	test('a result of another version of the questions is read and says so; a sitting is not resumed', () => {
		const older = { instrument: { id: 'fulcrum', version: '0.9.0' } };
		expect(readResult(older)).toEqual({ value: { ...result, ...older }, dropped: [] });
		expect(readSitting(older)).toEqual({ value: null, refusal: 'other-instrument' });
	});
});

describe('what a record cannot be read without', () => {
	const both: [string, Change][] = [
		['no form', { form: undefined }],
		['an unknown form', { form: 'long' }],
		['a form named like a prototype property', { form: 'constructor' }],
		['a list for a form', { form: ['quick'] }],
		['no seed', { seed: undefined }],
		['a seed in words', { seed: '7' }],
		['half a seed', { seed: 0.5 }],
		['a seed below 0', { seed: -1 }],
		['a seed beyond 32 bits', { seed: 2 ** 32 }],
	];
	test.each(both)('%s', (_, change) => {
		expect(readResult(change)).toEqual({ value: null, refusal: 'unreadable' });
		expect(readSitting(change)).toEqual({ value: null, refusal: 'unreadable' });
	});
	test.each<[string, Change]>([
		['no id', { id: undefined }],
		['an empty id', { id: '' }],
		['a number for an id', { id: 7 }],
		['no date', { takenAt: undefined }],
		['a date that is none', { takenAt: 'yesterday' }],
		['a number for a date', { takenAt: 1764000000000 }],
		['a date that only one browser reads', { takenAt: '22 Nov 2026' }],
		['what a browser takes for a date all the same', { takenAt: '%00' }],
		['a number in words for a date', { takenAt: '2026' }],
		['a day that no month has', { takenAt: '2026-13-41' }],
		['a date that never ends', { takenAt: `2026-11-22T09:30:00.000Z${' '.repeat(40)}` }],
	])('a result with %s', (_, change) => expect(readResult(change)).toEqual({ value: null, refusal: 'unreadable' }));
	test.each(['2026-11-22', '2026-11-22T09:30Z', '2026-11-22T09:30:00+05:30', '+012026-11-22T09:30:00.000Z'])(
		'%s is a date',
		(takenAt) => expect(readResult({ takenAt }).value?.takenAt).toBe(takenAt),
	);
	test('a zero with a minus is zero', () => {
		const text = JSON.stringify({ version: recordVersion, ...result }).replace(/"(seed|seconds)":\d+/g, '"$1":-0');
		expect(restoreResult(instrument, JSON.parse(text)).value).toEqual({ ...result, seed: 0, seconds: 0 });
	});
	test.each([0, 1, 0xffffffff])('the seed %d is a seed', (seed) => {
		expect(readResult({ seed }).value?.seed).toBe(seed);
		expect(readSitting({ seed }).value?.seed).toBe(seed);
	});
});

describe('what a result can do without', () => {
	const long = 'n'.repeat(500);
	const sixty = '\u{1f9ed}'.repeat(longestName);
	type Row = [string, Change, Partial<Result>, string[]];
	const rows: Row[] = [
		['no language', { language: undefined }, { language: 'en' }, []],
		['null for a language', { language: null }, { language: 'en' }, []],
		['a number for a language', { language: 7 }, { language: 'en' }, ['language']],
		['no name', { name: undefined }, { name: null }, []],
		['null for a name', { name: null }, { name: null }, []],
		['an empty name', { name: '' }, { name: null }, []],
		['a list for a name', { name: ['x'] }, { name: null }, ['name']],
		['false for a name', { name: false }, { name: null }, ['name']],
		['60 characters of a name, each two units long', { name: sixty }, { name: sixty }, []],
		['a name that never ends', { name: long }, { name: long.slice(0, longestName) }, ['name']],
		['a name that is markup stays text', { name: '<img onerror=x>' }, { name: '<img onerror=x>' }, []],
		['an id that never ends', { id: long }, { id: long.slice(0, 64) }, []],
		['no person', { person: undefined }, { person: null }, []],
		['null for a person', { person: null }, { person: null }, []],
		['an object for a person', { person: {} }, { person: null }, ['person']],
		['a person that never ends', { person: long }, { person: long.slice(0, 20) }, ['person']],
		['no seconds', { seconds: undefined }, { seconds: 0 }, []],
		['null for seconds', { seconds: null }, { seconds: 0 }, []],
		['0 seconds', { seconds: 0 }, { seconds: 0 }, []],
		['seconds below 0', { seconds: -1 }, { seconds: 0 }, ['seconds']],
		['more seconds than a life', { seconds: 1e12 }, { seconds: 0 }, ['seconds']],
		['seconds in words', { seconds: '310' }, { seconds: 0 }, ['seconds']],
		['no pace', { paceRating: undefined }, { paceRating: null }, []],
		['null for a pace', { paceRating: null }, { paceRating: null }, []],
		['a pace below 0', { paceRating: -0.1 }, { paceRating: null }, ['paceRating']],
		['a pace of 0', { paceRating: 0 }, { paceRating: 0 }, []],
		['a pace in words', { paceRating: 'slow' }, { paceRating: null }, ['paceRating']],
		['no week', { week: undefined }, { week: null }, []],
		['null for a week', { week: null }, { week: null }, []],
		['a week of seven', { week: [1, 2, 3, 4, 5, 6, 7] }, { week: null }, ['week']],
		['a week of nine', { week: [1, 2, 3, 4, 5, 6, 7, 8, 9] }, { week: null }, ['week']],
		['a week with a text in it', { week: [1, 2, 3, 4, 5, 6, 7, '8'] }, { week: null }, ['week']],
		['a week with hours below 0', { week: [1, 2, 3, 4, 5, 6, 7, -8] }, { week: null }, ['week']],
		['a week with more hours than it has', { week: [169, 0, 0, 0, 0, 0, 0, 0] }, { week: null }, ['week']],
		['a week of nothing', { week: [0, 0, 0, 0, 0, 0, 0, 0] }, { week: [0, 0, 0, 0, 0, 0, 0, 0] }, []],
		['an object for a week', { week: { length: 8 } }, { week: null }, ['week']],
		['no context', { context: undefined }, { context: noContext }, []],
		['null for a context', { context: null }, { context: noContext }, []],
		['an empty context', { context: {} }, { context: noContext }, []],
		['a list for a context', { context: ['cto'] }, { context: noContext }, ['context']],
		['a text for a context', { context: 'cto' }, { context: noContext }, ['context']],
		['an unknown role', { context: { ...context, role: 'king' } }, { context: { ...context, role: null } }, ['context.role']],
		['several at once', { name: 7, person: 7, answers: { X1: 9 }, week: 7 }, { name: null, person: null, answers: {}, week: null }, ['name', 'person', 'answers.X1', 'week']],
	]; // prettier-ignore
	test.each(rows)('%s', (_, change, wanted, dropped) =>
		expect(readResult(change)).toEqual({ value: { ...result, ...wanted }, dropped }),
	);
});

describe('context', () => {
	const fields = Object.keys(noContext) as (keyof Context)[];
	test('comes back as it was', () => expect(restoreContext(file(context))).toEqual(context));
	test.each(fields)('%s: missing, wrong or unknown is not said, and the others stay', (field) => {
		for (const bad of [undefined, null, '', 0, 7, {}, ['cto'], 'none', 'constructor', '__proto__'])
			expect(restoreContext({ ...context, [field]: bad }), JSON.stringify(bad)).toEqual({ ...context, [field]: null });
	});
	test.each(fields)('%s: what was there and is not kept is told; what says nothing is not', (field) => {
		const droppedOf = (value: unknown): string[] => {
			const dropped: string[] = [];
			restoreContext({ ...context, [field]: value }, dropped);
			return dropped;
		};
		for (const bad of [0, 7, {}, ['cto'], 'none', 'constructor', '__proto__'])
			expect(droppedOf(bad), JSON.stringify(bad)).toEqual([`context.${field}`]);
		for (const nothing of [undefined, null, '', context[field]]) expect(droppedOf(nothing)).toEqual([]);
	});
	test('hired later is said, and is not the same as not said', () =>
		expect(restoreContext({ founder: false })).toEqual({ ...noContext, founder: false }));
	test.each<[string, unknown]>([
		['nothing', undefined],
		['null', null],
		['a list', []],
		['a text', 'cto'],
		['what is inherited', Object.create(context)],
	])('%s is no context', (_, input) => expect(restoreContext(input)).toEqual(noContext));
});

describe('answers', () => {
	type Row = [string, unknown, Record<string, number>, string[]];
	const rows: Row[] = [
		['none', {}, {}, []],
		['missing', undefined, {}, ['answers']],
		['null', null, {}, ['answers']],
		['a list', [['X1', 1]], {}, ['answers']],
		['the lowest and the highest category', { X1: 0, X2: 3, 'A1d+': 4 }, { X1: 0, X2: 3, 'A1d+': 4 }, []],
		['above the highest of a pair', { X1: 4, X2: 1 }, { X2: 1 }, ['answers.X1']],
		['above the highest of a rating', { 'A1d+': 5 }, {}, ['answers.A1d+']],
		['below 0', { X1: -1 }, {}, ['answers.X1']],
		['half a category', { X1: 1.5 }, {}, ['answers.X1']],
		['a text', { X1: '1' }, {}, ['answers.X1']],
		['null for skipped', { X1: null, X2: 1 }, { X2: 1 }, ['answers.X1']],
		['an unknown question', { Z1: 1, X2: 1 }, { X2: 1 }, ['answers.Z1']],
		['a question that differs in case', { x1: 1 }, {}, ['answers.x1']],
		['an id that never ends', { ['q'.repeat(500)]: 1 }, {}, [`answers.${'q'.repeat(20)}`]],
		['names of prototype properties', { constructor: 1, toString: 1, X1: 1 }, { X1: 1 }, ['answers.constructor', 'answers.toString']],
	]; // prettier-ignore
	test.each(rows)('%s', (_, answers, kept, dropped) => {
		for (const read of [readResult({ answers }), readSitting({ answers })]) {
			if (read.value === null) throw new Error('refused');
			expect([read.value.answers, read.dropped]).toEqual([kept, dropped]);
		}
	});
	test('of very many unknown questions a thousand are told', () => {
		const many = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`Z${i}`, 1]));
		const read = readResult({ answers: { ...many, X1: 2 } });
		expect(read.value?.answers).toEqual({ X1: 2 });
		expect('dropped' in read && read.dropped).toHaveLength(1000);
	});
	test('an answer named __proto__ is dropped, and pollutes nothing', () => {
		const text = JSON.stringify({ version: recordVersion, ...result }).replace('"X1":3', '"__proto__":{"polluted":1}');
		const read = restoreResult(instrument, JSON.parse(text));
		expect(read).toEqual({ value: { ...result, answers: { 'A1d+': 4, O1: 0 } }, dropped: ['answers.__proto__'] });
		expect(({} as Change).polluted).toBeUndefined();
		expect((read.value!.answers as Change).polluted).toBeUndefined();
	});
	test('a record named __proto__ throughout pollutes nothing', () => {
		const evil: unknown = JSON.parse('{"__proto__":{"version":1,"form":"quick","seed":1}}');
		expect(restoreResult(instrument, evil)).toEqual({ value: null, refusal: 'unreadable' });
		expect(({} as Change).version).toBeUndefined();
	});
	test('NaN and infinities, which no file can hold but a caller may, are no categories', () => {
		const read = restoreResult(instrument, { version: 1, ...result, answers: { X1: NaN, X2: Infinity, X3: 1 } });
		expect(read.value?.answers).toEqual({ X3: 1 });
	});
});

describe('what a sitting can do without', () => {
	const quick = instrument.forms.quick;
	test.each<[string, Change, Partial<Sitting>]>([
		['no date', { startedAt: undefined }, { startedAt: '1970-01-01T00:00:00.000Z' }],
		['a date that is none', { startedAt: 'x' }, { startedAt: '1970-01-01T00:00:00.000Z' }],
		['no place', { at: undefined }, { at: 1 }],
		['question 0', { at: 0 }, { at: 1 }],
		['the last question', { at: 16 }, { at: 16 }],
		['past the last question', { at: 17 }, { at: 17 }],
		['beyond that', { at: 18 }, { at: 1 }],
		['half a question', { at: 1.5 }, { at: 1 }],
		['a place in words', { at: '3' }, { at: 1 }],
		['no blocks: those of the form', { blocks: undefined }, { blocks: quick }],
		['blocks that are no list', { blocks: 'pairs' }, { blocks: quick }],
		['one block more', { blocks: ['block1'] }, { blocks: [...quick, 'block1'] }],
		['blocks in another order', { blocks: ['block1', 'block0', 'pairs'] }, { blocks: [...quick, 'block1'] }],
		['blocks that do not exist', { blocks: [...quick, 'constructor', 7, null] }, { blocks: quick }],
		['a block twice', { blocks: ['pairs', 'pairs', 'block0'] }, { blocks: quick }],
		['no pace', { pace: undefined }, { pace: { median: null, count: 0 } }],
		['a pace without a median', { pace: { count: 3 } }, { pace: { median: null, count: 0 } }],
		['a pace without a count', { pace: { median: 3 } }, { pace: { median: null, count: 0 } }],
		['a pace of nothing', { pace: { median: 3, count: 0 } }, { pace: { median: null, count: 0 } }],
		['a pace of half an answer', { pace: { median: 3, count: 0.5 } }, { pace: { median: null, count: 0 } }],
		['a pace below 0', { pace: { median: -3, count: 2 } }, { pace: { median: null, count: 0 } }],
		['a pace of a million answers', { pace: { median: 3, count: 1e6 } }, { pace: { median: null, count: 0 } }],
		['a list for a pace', { pace: [3, 2] }, { pace: { median: null, count: 0 } }],
		['no seconds', { seconds: undefined }, { seconds: 0 }],
		['seconds below 0', { seconds: -5 }, { seconds: 0 }],
		['nothing to sharpen', { sharpens: null }, { sharpens: null }],
		['a number to sharpen', { sharpens: 7 }, { sharpens: null }],
		['an id to sharpen that never ends', { sharpens: 'r'.repeat(99) }, { sharpens: 'r'.repeat(64) }],
		['no word of mending', { mending: undefined }, { mending: false }],
		['mending in words', { mending: 'true' }, { mending: false }],
	])('%s', (_, change, wanted) =>
		expect(readSitting(change)).toEqual({ value: { ...sitting, ...wanted }, dropped: [] }),
	);
});

describe('anything', () => {
	const settings = { seed: 42, numRuns: 500 };
	const reads = [restoreResult, restoreSitting] as const;

	test('never throws, and gives a record or a refusal', () => {
		fc.assert(
			fc.property(
				fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true, withMap: true }),
				(input) => {
					for (const read of reads) expect(read(instrument, input).value).toBeNull();
					expect(Object.keys(restoreContext(input))).toEqual(Object.keys(noContext));
				},
			),
			settings,
		);
	});
	test('in place of any field: what is read is sound', () => {
		const field = fc.constantFrom(...Object.keys({ version: 0, ...result, ...sitting }));
		const inner = fc.constantFrom('', ...Object.keys({ id: 0, ...context, ...result.answers, ...sitting.pace }));
		fc.assert(
			fc.property(field, inner, fc.anything(), (name, part, value) => {
				const change = { [name]: part === '' ? value : { [part]: value } };
				const one = restoreResult(instrument, { version: 1, ...result, ...change });
				const two = restoreSitting(instrument, { version: 1, ...sitting, ...change });
				for (const { value: record } of [one, two]) {
					if (record === null) continue;
					expect(record.seed === record.seed >>> 0).toBe(true);
					expect(['quick', 'full']).toContain(record.form);
					for (const [id, x] of Object.entries(record.answers)) {
						const item = instrument.items.find((other) => other.id === id)!;
						expect(Number.isInteger(x) && x >= 0 && x <= item.tau.length).toBe(true);
					}
				}
				if (one.value) expect(Number.isNaN(Date.parse(one.value.takenAt))).toBe(false);
				if (two.value) expect(two.value.at >= 1 && two.value.blocks.length >= 2).toBe(true);
			}),
			settings,
		);
	});
});
