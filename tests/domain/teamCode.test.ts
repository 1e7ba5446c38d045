import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet, fromBase64url, toBase64url } from '../../src/domain/base64url';
import { crc32 } from '../../src/domain/crc';
import { decodeTeam, encodeTeam } from '../../src/domain/teamCode';
import { emptyTeam, type Team } from '../../src/domain/team';
import { anyTeam, costOf, teamOf } from './teams';

const samples = JSON.parse(readFileSync('tests/samples/team-code-1.json', 'utf8')) as {
	readonly what: string;
	readonly code: string;
	readonly team: Team;
}[];
const [full] = samples.map(({ code }) => code) as [string];
/** A code of these bytes with a checksum that fits. */
const sealed = (bytes: readonly number[]): string => {
	const sum = crc32(bytes);
	return `F2${toBase64url([...bytes, ...[24, 16, 8, 0].map((shift) => (sum >>> shift) & 0xff)])}`;
};
const unsealed = (code: string): number[] => [...fromBase64url(code.slice(2))!.subarray(0, -4)];
const faultOf = (code: string): string => {
	const result = decodeTeam(code);
	return 'fault' in result ? result.fault : 'none';
};
const through = (team: Team): Team | null => {
	const result = decodeTeam(encodeTeam(team));
	return 'team' in result ? result.team : null;
};

describe.each(samples)('for ever: $what', ({ code, team }) => {
	test('reads as it was sent', () => expect(decodeTeam(code)).toEqual({ team }));
	test('is written the same again', () => expect(encodeTeam(team)).toBe(code));
});

describe('there and back', () => {
	test('any team', () =>
		fc.assert(
			fc.property(anyTeam, (team) => {
				expect(through(team)).toEqual(team);
			}),
			{ numRuns: 200, seed: 42 },
		));
	test('keys are given anew, in the order of the members', () => {
		const team = teamOf(3);
		const mixed = { ...team, members: team.members.map((member, i) => ({ ...member, key: `x${9 - i}` })) };
		expect(through(mixed)).toEqual(team);
	});
	test.each([
		['none', '', ''],
		['in capitals', '9F3A61C0-7B00-4D2E-9A51-3C1D5E8F7A20', '9F3A61C0-7B00-4D2E-9A51-3C1D5E8F7A20'],
		['with a control character', 'a\u0000b', 'ab'],
		['too long', 'a'.repeat(80), 'a'.repeat(60)],
	])('an id: %s', (_, id, wanted) => expect(through(emptyTeam(id, ''))?.id).toBe(wanted));
	test('names are cut and cleaned as they are kept', () => {
		const [member] = teamOf(1).members;
		const odd = { ...emptyTeam('t', ''), name: ` a\n${'b'.repeat(60)}`, members: [{ ...member!, label: ' \u0000 ' }] };
		expect(through(odd)).toMatchObject({ name: `a${'b'.repeat(58)}`, members: [{ label: null }] });
	});
});

describe('length', () => {
	test.each([
		[0, 61],
		[1, 152],
		[10, 966],
		[1000, 90_561],
	])('of %i members with names of 20 Latin letters: %i characters', (count, length) =>
		expect(encodeTeam(teamOf(count))).toHaveLength(length),
	);
	test('ten with labels of 20 letters beside their names stay below 2,000', () => {
		const team = teamOf(10);
		const named = { ...team, members: team.members.map((one) => ({ ...one, label: 'Grace Brewster Murra' })) };
		expect(encodeTeam(named).length).toBeLessThanOrEqual(2000);
	});
});

test('10,000 members are written and read in less than a second each', () => {
	const team = teamOf(10_000);
	const code = encodeTeam(team);
	const read = through(team)!;
	expect(read.members.at(-1)).toEqual(team.members.at(-1));
	expect(encodeTeam(read) === code).toBe(true);
	expect(costOf(() => encodeTeam(team))).toBeLessThan(1000);
	expect(costOf(() => decodeTeam(code))).toBeLessThan(1000);
}, 60_000);

describe('faults', () => {
	const bytes = unsealed(full);
	const altered = (change: Readonly<Record<number, number>>): string =>
		sealed(bytes.map((byte, i) => change[i] ?? byte));
	const later = (bytes[4]! & 0xc0) | 2;
	test.each([
		['untouched', altered({}), 'none'],
		['of the next version', altered({ 4: later }), 'newer'],
		['of the next version, with a body that is not understood', altered({ 4: later, 9: 255, 40: 255 }), 'newer'],
		['of version 0', altered({ 4: bytes[4]! & 0xc0 }), 'damaged'],
		['with a wrong length', altered({ 2: bytes[2]! + 1 }), 'damaged'],
		['with a byte more at the end', sealed([...bytes, 0]), 'damaged'],
		['for another instrument', encodeTeam(samples[0]!.team, 'lever'), 'other-instrument'],
		['a personal code', full.replace('F2', 'F1'), 'foreign'],
		['nothing', '', 'foreign'],
		['the mark alone', 'F2', 'damaged'],
	])('%s', (_, code, fault) => expect(faultOf(code)).toBe(fault));
	test('every character changed, dropped, doubled, swapped, and every end cut', () => {
		const places = [...full].map((_, i) => i).slice(2);
		const changed = places.flatMap((i) => {
			const [before, one, after] = [full.slice(0, i), full[i]!, full.slice(i + 1)];
			const other = alphabet[(alphabet.indexOf(one) + 1 + (i % 63)) % 64]!;
			return [before + other + after, before + after, before + one + one + after, before + after[0] + one + after.slice(1), before]; // prettier-ignore
		});
		expect(changed.filter((code) => code !== full && faultOf(code) !== 'damaged')).toEqual([]);
	});
	test('bytes at random under a checksum that fits: what is read would be written the same', () => {
		const counts = { same: 0, cleaned: 0 };
		fc.assert(
			fc.property(
				fc.constantFrom(...samples),
				fc.array(fc.tuple(fc.integer({ min: 5, max: 300 }), fc.nat(255)), { minLength: 1, maxLength: 4 }),
				({ code }, changes) => {
					const body = unsealed(code);
					for (const [at, byte] of changes) if (at < body.length) body[at] = byte;
					const forged = sealed(body);
					const result = decodeTeam(forged);
					if ('team' in result) {
						// A byte of a name may have become one that is cleaned away: then it is written clean.
						const written = encodeTeam(result.team);
						if (written !== forged) expect(decodeTeam(written)).toEqual(result);
						counts[written === forged ? 'same' : 'cleaned'] += 1;
					} else expect(result.fault).toBe('damaged');
				},
			),
			{ numRuns: 1500, seed: 42 },
		);
		expect(counts.same).toBeGreaterThan(50);
		expect(counts.cleaned).toBeLessThan(counts.same / 10);
	});
	test('any text gives a fault and throws nothing', () =>
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...alphabet) })), (text) => {
				expect(faultOf(`F2${text}`)).toBe('damaged');
			}),
			{ numRuns: 500 },
		));
});
