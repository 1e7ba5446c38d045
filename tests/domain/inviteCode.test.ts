import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphabet } from '../../src/domain/base64url';
import { decodeInvite, encodeInvite, type Invite } from '../../src/domain/inviteCode';
import { sentName } from '../../src/domain/name';
import { teamName } from '../../src/domain/team';

const samples = JSON.parse(readFileSync('tests/samples/invite-1.json', 'utf8')) as {
	readonly what: string;
	readonly code: string;
	readonly invite: Invite;
}[];
const words = fc.string({ unit: 'binary', maxLength: 70 });
const anyInvite: fc.Arbitrary<Invite> = fc.record({
	team: fc.oneof(fc.constant(null), fc.uuid(), fc.string({ minLength: 1, maxLength: 60 })),
	name: words.map(teamName),
	from: words.map(sentName),
	form: fc.constantFrom('quick', 'full'),
});
const faultOf = (code: string): string => {
	const result = decodeInvite(code);
	return 'fault' in result ? result.fault : 'none';
};

describe.each(samples)('for ever: $what', ({ code, invite }) => {
	test('reads as it was sent', () => expect(decodeInvite(code)).toEqual({ invite }));
	test('is written the same again', () => expect(encodeInvite(invite)).toBe(code));
});

test('any invite, there and back', () =>
	fc.assert(
		fc.property(anyInvite, (invite) => {
			expect(decodeInvite(encodeInvite(invite))).toEqual({ invite });
		}),
		{ numRuns: 500, seed: 42 },
	));

const plain: Invite = {
	team: '9f3a61c0-7b00-4d2e-9a51-3c1d5e8f7a20',
	name: 'Leads of Engineering',
	from: 'Ada King of Lovelace',
	form: 'full',
};
test('76 characters with an id and two names of 20 Latin letters, 16 with nothing', () => {
	expect(encodeInvite(plain)).toHaveLength(76);
	expect(encodeInvite({ team: null, name: '', from: null, form: 'quick' })).toHaveLength(16);
});
test('the longest of everything fits', () => {
	const invite: Invite = { team: '林'.repeat(60), name: '𠮷'.repeat(60), from: '𠮷'.repeat(60), form: 'full' };
	expect(decodeInvite(encodeInvite(invite))).toEqual({ invite });
});

describe('faults', () => {
	const code = encodeInvite(plain);
	test.each([
		['another instrument', encodeInvite(plain, 'lever'), 'other-instrument'],
		['a team', code.replace('F3', 'F2'), 'foreign'],
		['nothing', '', 'foreign'],
		['the mark alone', 'F3', 'damaged'],
		['cut short', code.slice(0, 40), 'damaged'],
	])('%s', (_, text, fault) => expect(faultOf(text)).toBe(fault));
	test('every character changed to every other', () => {
		const changed = [...code].flatMap((_, i) =>
			i < 2 ? [] : [...alphabet].map((other) => code.slice(0, i) + other + code.slice(i + 1)),
		);
		expect(changed.filter((one) => one !== code && faultOf(one) !== 'damaged')).toEqual([]);
	});
	test('any text gives a fault and throws nothing', () =>
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...alphabet) }), (text) => faultOf(`F3${text}`) === 'damaged'),
		));
});
