import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet, fromBase64url, lengthFor, toBase64url } from '../../src/domain/base64url';
import { bitReader, bitWriter } from '../../src/domain/bits';
import { crc32 } from '../../src/domain/crc';
import { fromUtf8, toUtf8 } from '../../src/domain/utf8';

const bytesOf = (text: string): number[] => [...new TextEncoder().encode(text)];
const wholes = fc.array(
	fc.integer({ min: 1, max: 2 ** 30 }).chain((count) => fc.tuple(fc.nat(count - 1), fc.constant(count))),
);

describe('bits', () => {
	test('what was put is taken, in as many bits as the counts need', () =>
		fc.assert(
			fc.property(wholes, (pairs) => {
				const bits = bitWriter();
				for (const [value, count] of pairs) bits.put(value, count);
				const reader = bitReader(bits.bytes());
				expect(pairs.map(([, count]) => reader.take(count))).toEqual(pairs.map(([value]) => value));
				expect([reader.sound(), reader.done()]).toEqual([true, true]);
			}),
		));
	test('several at once too', () =>
		fc.assert(
			fc.property(fc.array(fc.tuple(fc.nat(320), fc.constant(321)), { maxLength: 3 }), (pairs) => {
				const bits = bitWriter();
				const counts = pairs.map(([, count]) => count);
				bits.putAll(
					pairs.map(([value]) => value),
					counts,
				);
				expect(bitReader(bits.bytes()).takeAll(counts)).toEqual(pairs.map(([value]) => value));
			}),
		));
	test.each([
		['too small', -3, 0],
		['too large', 99, 9],
		['between', 4.6, 5],
		['no number', NaN, 0],
		['endless', Infinity, 9],
	])('a number that is %s is clamped', (_, value, wanted) => {
		const bits = bitWriter();
		bits.put(value, 10);
		expect(bitReader(bits.bytes()).take(10)).toBe(wanted);
	});
	test.each([
		['out of range', [0xf0], 10],
		['beyond the end', [0xf0], 512],
		['in nothing', [], 2],
	])('a number %s reads as 0 and is not sound', (_, bytes, count) => {
		const reader = bitReader(bytes);
		expect([reader.take(count), reader.sound()]).toEqual([0, false]);
	});
	test.each([
		['zeros that fill a byte', [0b10100000], true],
		['a bit among them', [0b10100001], false],
		['another byte', [0b10100000, 0], false],
	])('after three bits: %s', (_, bytes, done) => {
		const reader = bitReader(bytes);
		reader.take(8);
		expect(reader.done()).toBe(done);
	});
});

describe('base64url', () => {
	test('as Node writes it, and back', () =>
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
				const text = toBase64url(bytes);
				expect(text).toBe(Buffer.from(bytes).toString('base64url'));
				expect(text).toHaveLength(lengthFor(bytes.length));
				expect([...fromBase64url(text)!]).toEqual([...bytes]);
			}),
		));
	test('the alphabet has 64', () => expect(new Set(alphabet).size).toBe(64));
	test.each([
		['one character alone', 'A'],
		['five', 'AAAAA'],
		['fill bits of one byte', 'AB'],
		['fill bits of two bytes', 'AAB'],
		['padding', 'AA=='],
		['plain base64', 'ab+/'],
		['white space', 'AA A'],
		['half of a pair', 'AAA\ud83d'],
		['no Latin letter', 'АААА'],
	])('refuses %s', (_, text) => expect(fromBase64url(text)).toBeNull());
});

describe('UTF-8', () => {
	test('as TextEncoder writes it, and back; half a pair becomes U+FFFD', () =>
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string({ unit: 'binary' }),
					fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units)),
				),
				(text) => {
					expect(toUtf8(text)).toEqual(bytesOf(text));
					expect(fromUtf8(toUtf8(text))).toBe(
						new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytesOf(text))),
					);
				},
			),
		));
	test('any bytes are read as TextDecoder reads them, or refused as it does', () =>
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						0,
						0x41,
						0x7f,
						0x80,
						0x9f,
						0xa0,
						0xbf,
						0xc0,
						0xc2,
						0xdf,
						0xe0,
						0xed,
						0xef,
						0xf0,
						0xf4,
						0xf5,
						0xf8,
						0xff,
					),
					{ maxLength: 5 },
				),
				(bytes) => {
					let wanted: string | null = null;
					try {
						wanted = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes));
					} catch {
						// Stays null.
					}
					expect(fromUtf8(bytes)).toBe(wanted);
				},
			),
			{ numRuns: 2000 },
		));
});

test('CRC-32 has the known check value', () => expect(crc32(bytesOf('123456789'))).toBe(0xfc891918));
