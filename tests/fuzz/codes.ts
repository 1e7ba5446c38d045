/** Codes: at random, damaged, glued, and forged with a checksum that fits. */
import fc from 'fast-check';
import { alphabet, fromBase64url, toBase64url } from '../../src/domain/base64url';
import { decodeSent, encodeSent } from '../../src/domain/code';
import { crc32 } from '../../src/domain/crc';
import { findings } from '../../src/domain/findings';
import { decodeInvite, encodeInvite } from '../../src/domain/inviteCode';
import { read } from '../../src/domain/reading';
import type { Sent } from '../../src/domain/sent';
import type { Team } from '../../src/domain/team';
import { decodeTeam, encodeTeam } from '../../src/domain/teamCode';
import { rowOf } from '../../src/domain/teamReading';
import { instrument } from '../fake';
import { editedBy, edits } from './edits';
import { family, type Outcome } from './family';
import { codeFaults, inviteRule, sentRule, teamRule } from './ranges';
import { alike, either, finite, hold } from './rules';
import { codes } from './samples';

const real = fc.constantFrom(...codes);

/** Bytes as a code of this mark: the length and the checksum say what they should. */
const sealed = (mark: string, bytes: readonly number[]): string => {
	const all = [...bytes];
	const [length, at] = [all.length + 4, mark === 'F2' ? 3 : 1];
	if (mark === 'F2') [all[0], all[1]] = [(length >> 18) & 255, (length >> 10) & 255];
	all[at - 1] = (length >> 2) & 255;
	all[at] = ((all[at] ?? 0) & 63) | ((length & 3) << 6);
	const sum = crc32(all);
	return mark + toBase64url([...all, ...[24, 16, 8, 0].map((shift) => (sum >>> shift) & 255)]);
};
const bytesOf = (code: string): number[] => [...fromBase64url(code.slice(2))!.subarray(0, -4)];

const changes = fc.array(fc.tuple(fc.nat(1 << 12), fc.nat(255)), { minLength: 1, maxLength: 5 });
/** Nobody's accident: whoever forges a code computes its checksum too. */
const stretch = fc.record({
	from: fc.nat(80),
	count: fc.constantFrom(0, 0, 0, 1, 6, 20),
	byte: fc.constantFrom(0, 255),
});
const forged = fc
	.tuple(real, changes, stretch, fc.constantFrom(0, 0, 0, -1, 1, 9))
	.map(([code, list, wiped, longer]) => {
		const bytes = bytesOf(code);
		for (const [at, byte] of list) bytes[at % bytes.length] = byte;
		bytes.fill(wiped.byte, 4 + wiped.from, 4 + wiped.from + wiped.count);
		const cut = longer < 0 ? bytes.slice(0, 5 + (list[0]![0] % bytes.length)) : bytes;
		return sealed(code.slice(0, 2), [...cut, ...Array.from({ length: Math.max(0, longer) }, () => list[0]![1])]);
	});
/** The header of a real code before a body at random. */
const dreamt = fc.tuple(real, fc.uint8Array({ maxLength: 120 })).map(([code, body]) => {
	const mark = code.slice(0, 2);
	return sealed(mark, [...bytesOf(code).slice(0, mark === 'F2' ? 5 : 3), ...body]);
});
const noise = fc
	.tuple(
		fc.constantFrom('', 'F1', 'F2', 'F3', 'F4', 'f1'),
		fc.string({ unit: fc.constantFrom(...alphabet), maxLength: 150 }),
	)
	.map(([mark, rest]) => mark + rest);

export const anyCode: fc.Arbitrary<string> = fc.oneof(
	{ weight: 4, arbitrary: fc.tuple(real, edits).map(([code, list]) => editedBy(code, list)) },
	{ weight: 4, arbitrary: forged },
	{ weight: 2, arbitrary: dreamt },
	{ weight: 1, arbitrary: fc.tuple(real, real, edits).map(([one, two, list]) => editedBy(one + two, list)) },
	{ weight: 1, arbitrary: noise },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
	{ weight: 1, arbitrary: real },
);

/** In range, the same when sent on, and fit for every screen that would show it. */
export const soundSent = (sent: Sent): void => {
	hold('sent', sent, sentRule);
	const again = decodeSent(encodeSent(sent));
	alike('a result', again, { sent });
	const reading = read(sent.snapshot, instrument.gamma);
	finite('reading', reading);
	finite('finding', findings(reading, sent.context));
	const whole = Object.values(reading.percents).reduce((sum, value) => sum + value, 0);
	if (whole !== 100) throw new Error(`chances add up to ${whole} per cent`);
};

export const soundTeam = (team: Team): void => {
	hold('team', team, teamRule);
	alike('a team', decodeTeam(encodeTeam(team)), { team });
	for (const member of team.members.slice(0, 3)) {
		soundSent(member.sent);
		finite('row', { ...rowOf(member, instrument.gamma, true), member: null });
	}
};

const attempt = (code: string): readonly Outcome[] => {
	const [sent, team, invite] = [decodeSent(code), decodeTeam(code), decodeInvite(code)];
	if ('sent' in sent) soundSent(sent.sent);
	if ('team' in team) soundTeam(team.team);
	if ('invite' in invite) {
		hold('invite', invite.invite, inviteRule);
		alike('an invite', decodeInvite(encodeInvite(invite.invite)), invite);
	}
	const faults = [sent, team, invite].flatMap((one) => ('fault' in one ? [one.fault] : []));
	for (const fault of faults) hold('fault', fault, either(...codeFaults));
	if (faults.length < 2) throw new Error('is read as two kinds');
	// For what it is not, every code is foreign: what counts is what its own kind says.
	return faults.length < 3 ? ['accepted'] : [faults.find((fault) => fault !== 'foreign') ?? 'foreign'];
};

export const codeFamily = family('codes', 0.36, 100, anyCode, attempt);
