import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet, fromBase64url, toBase64url } from '../../src/domain/base64url';
import { decodeSent, encodeSent } from '../../src/domain/code';
import { crc32 } from '../../src/domain/crc';
import type { Sent } from '../../src/domain/sent';

const samples = JSON.parse(readFileSync('tests/samples/code-1.json', 'utf8')) as { code: string; sent: Sent }[];
const full = samples[0]!;
/** A code of these bytes with a checksum that fits. */
const sealed = (bytes: readonly number[]): string => {
	const sum = crc32(bytes);
	return `F1${toBase64url([...bytes, ...[24, 16, 8, 0].map((shift) => (sum >>> shift) & 0xff)])}`;
};
const unsealed = (code: string): number[] => [...fromBase64url(code.slice(2))!.subarray(0, -4)];
const faultOf = (code: string): string => {
	const result = decodeSent(code);
	return 'fault' in result ? result.fault : 'none';
};

describe('damage', () => {
	const codes = samples.map(({ code }) => code);
	/** What does not fail is told in words: an assertion for each of so many would take long. */
	const passing = (changed: Iterable<string>, code: string): string[] =>
		[...changed].filter((one) => one !== code && faultOf(one) === 'none');
	test.each(codes)('every character changed to every other: %s', (code) => {
		const changed = [...code].flatMap((_, i) =>
			[...alphabet].map((other) => code.slice(0, i) + other + code.slice(i + 1)),
		);
		expect(changed).toHaveLength(64 * code.length);
		expect(passing(changed, code)).toEqual([]);
	});
	test.each(codes)('every character dropped, doubled and put in: %s', (code) => {
		const places = [...code, ''].map((_, i) => i);
		expect(
			passing(
				places.slice(1).map((i) => code.slice(0, i - 1) + code.slice(i)),
				code,
			),
		).toEqual([]);
		expect(
			passing(
				places.flatMap((i) => [...alphabet].map((c) => code.slice(0, i) + c + code.slice(i))),
				code,
			),
		).toEqual([]);
	});
	test.each(codes)('every two neighbours swapped, every case changed, every end cut: %s', (code) => {
		const places = [...code].map((_, i) => i);
		const swapped = places.slice(1).map((i) => code.slice(0, i - 1) + code[i] + code[i - 1] + code.slice(i + 1));
		const cased = places.map((i) => {
			const lower = code[i]!.toLowerCase();
			return code.slice(0, i) + (lower === code[i] ? lower.toUpperCase() : lower) + code.slice(i + 1);
		});
		expect(passing([...swapped, ...cased, ...places.map((i) => code.slice(0, i))], code)).toEqual([]);
		expect(
			passing([code.toLowerCase(), code.toUpperCase(), code.slice(2), `F1${code}`, ` ${code}`, `${code}\n`], code),
		).toEqual([]);
	});
	test('any text gives a fault and throws nothing', () =>
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...alphabet) })), (text) => {
				expect(faultOf(text)).toBe(text.startsWith('F1') ? 'damaged' : 'foreign');
				expect(faultOf(`F1${text}`)).toBe('damaged');
			}),
			{ numRuns: 1000 },
		));
});

describe('faults that are none of damage', () => {
	const bytes = unsealed(full.code);
	const altered = (change: Readonly<Record<number, number>>): string =>
		sealed(bytes.map((byte, i) => change[i] ?? byte));
	const later = (bytes[2]! & 0xc0) | 2;
	test.each([
		['untouched', altered({}), 'none'],
		['of the next version', altered({ 2: later }), 'newer'],
		[
			'of the next version, with a body that is not understood',
			altered({ 2: later, 5: 255, 6: 255, 40: 255 }),
			'newer',
		],
		['of the next version, and damaged', `${altered({ 2: later }).slice(0, -1)}_`, 'damaged'],
		['of version 0', altered({ 2: bytes[2]! & 0xc0 }), 'damaged'],
		['with a wrong length', altered({ 0: bytes[0]! + 1 }), 'damaged'],
		['with a byte more at the end', sealed([...bytes, 0]), 'damaged'],
		['for another instrument', encodeSent(full.sent, 'lever'), 'other-instrument'],
		['a link', `https://x.y/#/r/${full.code}`, 'foreign'],
		['nothing', '', 'foreign'],
		['the mark alone', 'F1', 'damaged'],
		['the mark in small', full.code.replace('F', 'f'), 'foreign'],
	])('%s', (_, code, fault) => expect(faultOf(code)).toBe(fault));
	test('read by the instrument it is for', () =>
		expect(decodeSent(encodeSent(full.sent, 'lever'), 'lever')).toEqual({ sent: full.sent }));
	test('with bytes at random under a checksum that fits: what is read is in range and would be written the same', () => {
		const counts = { same: 0, cleaned: 0 };
		fc.assert(
			fc.property(
				fc.constantFrom(...samples),
				fc.array(fc.tuple(fc.integer({ min: 3, max: 70 }), fc.nat(255)), { minLength: 1, maxLength: 4 }),
				({ code }, changes) => {
					const body = unsealed(code);
					for (const [at, byte] of changes) if (at < body.length) body[at] = byte;
					const forged = sealed(body);
					const result = decodeSent(forged);
					if ('sent' in result) {
						// A byte of a name may have become one that is cleaned away: then it is written clean.
						const written = encodeSent(result.sent);
						if (written !== forged) expect(decodeSent(written)).toEqual(result);
						counts[written === forged ? 'same' : 'cleaned'] += 1;
					} else expect(result.fault).toBe('damaged');
				},
			),
			{ numRuns: 3000, seed: 42 },
		);
		expect(counts.same).toBeGreaterThan(50);
		expect(counts.cleaned).toBeLessThan(counts.same / 10);
	});
});
