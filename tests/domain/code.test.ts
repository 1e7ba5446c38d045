import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bitReader, bitWriter } from '../../src/domain/bits';
import { readSent, writeSent } from '../../src/domain/body';
import { decodeSent, encodeSent } from '../../src/domain/code';
import { readDay, writeDay } from '../../src/domain/labels';
import { noContext } from '../../src/domain/result';
import type { Sent } from '../../src/domain/sent';
import { anySent, golden, sentFrom } from './sents';

const samples = JSON.parse(readFileSync('tests/samples/code-1.json', 'utf8')) as {
	readonly what: string;
	readonly code: string;
	readonly sent: Sent;
}[];
const full = samples[0]!;
const through = (sent: Sent): Sent | string => {
	const result = decodeSent(encodeSent(sent));
	return 'sent' in result ? result.sent : result.fault;
};
describe.each(samples)('for ever: $what', ({ code, sent }) => {
	test('reads as it was sent', () => expect(decodeSent(code)).toEqual({ sent }));
	test('is written the same again', () => expect(encodeSent(sent)).toBe(code));
});

describe('there and back', () => {
	test('any valid result', () =>
		fc.assert(
			fc.property(anySent, (sent) => {
				expect(through(sent)).toEqual(sent);
			}),
			{ numRuns: 1000, seed: 42 },
		));
	test.each(golden)('$name', ({ answers }) => {
		const sent = sentFrom(answers);
		expect(through(sent)).toEqual(sent);
	});
	test('sharpened, with posture', () => {
		const sent = sentFrom({ 'A1d+': 4, X1: 3, O1: 3, O2: 0 }, { form: 'quick' });
		expect(sent.snapshot.posture).not.toBeNull();
		expect(through(sent)).toEqual(sent);
	});
	test('several in one stream of bits, as members of a team', () =>
		fc.assert(
			fc.property(fc.array(anySent, { maxLength: 12 }), (sents) => {
				const bits = bitWriter();
				for (const sent of sents) writeSent(bits, sent);
				const reader = bitReader(bits.bytes());
				expect(sents.map(() => readSent(reader))).toEqual(sents);
				expect(reader.done()).toBe(true);
			}),
			{ numRuns: 30 },
		));
	test('every day there is', () => {
		const read = [];
		const wanted = [];
		for (let at = Date.UTC(2020, 0, 1); at <= Date.UTC(2064, 10, 8); at += 864e5) {
			const bits = bitWriter();
			const day = new Date(at).toISOString().slice(0, 10);
			writeDay(bits, day);
			read.push(readDay(bitReader(bits.bytes())));
			wanted.push(day);
		}
		expect(read).toEqual(wanted);
	});
});

describe('length', () => {
	const named = (name: string): number => encodeSent({ ...full.sent, name }).length;
	test('102 characters with everything known and a name of 20 Latin letters', () =>
		expect(named('Ada King of Lovelace')).toBe(102));
	test('at most 120 with 20 Latin letters of which six have accents', () =>
		expect(named('Zoë Łukaszéwicz-Müñö')).toBeLessThanOrEqual(120));
	test('the longest name of the largest characters fits', () => {
		const name = '👩🏽‍💻'.repeat(15);
		expect([...name]).toHaveLength(60);
		expect(through({ ...full.sent, name })).toEqual({ ...full.sent, name });
		expect(named('𠮷'.repeat(60))).toBeLessThanOrEqual(430);
	});
});

describe('names', () => {
	test.each([
		['Latin', 'Ada Lovelace'],
		['with accents', 'Zoë Ångström-Łukasz'],
		['apart from its accents', 'Zoe\u0308'],
		['Japanese', '林 美咲'],
		['Hebrew', 'ליאת כהן'],
		['Arabic', 'مريم العجلية'],
		['Devanagari', 'प्रियंका'],
		['emoji joined', '👩🏽‍💻🏳️‍🌈'],
		['spaces', '  '],
		['an underscore', 'a_b'],
		['one letter', 'x'],
	])('%s', (_, name) => expect(through({ ...full.sent, name })).toMatchObject({ name }));
	test.each([
		['none', '', null],
		['control characters only', '\u0000\n\u0085', null],
		['a turn of direction', 'abc\u202edef\u202c', 'abcdef'],
		['control characters inside', 'A\tB\u0000C\u2028D', 'ABCD'],
		['half a pair', 'A\ud83dB\udc00', 'AB'],
		['half a pair only', '\udc00', null],
		['61 characters', 'é'.repeat(61), 'é'.repeat(60)],
		['61 characters beyond the first plane', '𠮷'.repeat(61), '𠮷'.repeat(60)],
		['a megabyte', 'a'.repeat(1e6), 'a'.repeat(60)],
	])('of odd ones what can be sent: %s', (_, name, wanted) =>
		expect(through({ ...full.sent, name })).toMatchObject({ name: wanted }),
	);
});

describe('what is out of range is clamped', () => {
	const shot = full.sent.snapshot;
	test.each<[string, Partial<Sent>, object]>([
		['questions', { asked: 99 }, { asked: 63 }],
		['an early day', { day: '1999-12-31' }, { day: '2020-01-01' }],
		['a late day', { day: '2065-01-01' }, { day: '2064-11-08' }],
		['no day', { day: 'today' }, { day: '2020-01-01' }],
		['a day that is not', { day: '2021-02-29' }, { day: '2021-03-01' }],
		['a person in words', { person: 'me' }, { person: null }],
		['a person in capitals', { person: '00FF9A3B1C' }, { person: null }],
		['a language in words', { language: 'English' }, { language: 'en' }],
		['a version beyond', { version: '1.2.5000' }, { version: '1.2.1031' }],
		['no version', { version: '' }, { version: '0.0.0' }],
		['an unknown role', { context: { ...noContext, role: 'chief' as never } }, { context: noContext }],
		['a high score', { snapshot: { ...shot, A: 200 } }, { snapshot: { A: 130 } }],
		['no score', { snapshot: { ...shot, A: NaN } }, { snapshot: { A: -30 } }],
		['a large error', { snapshot: { ...shot, se0: { ...shot.se0, S: 90 } } }, { snapshot: { se0: { S: 25.5 } } }],
		['a large move', { snapshot: { ...shot, most: 90 } }, { snapshot: { most: 51.1 } }],
	])('%s', (_, change, wanted) => expect(through({ ...full.sent, ...change })).toMatchObject(wanted));
});
