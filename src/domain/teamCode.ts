/** Team codes: `F2`, then the team with its members' results (formats.md, Codes). The order here is the format. */
import { bitWriter, type BitReader, type BitWriter } from './bits';
import { readSent, writeSent } from './body';
import { envelopes, seal, unseal, type Fault } from './envelope';
import { readName, writeName } from './name';
import { roles, stages } from './result';
import { labelFor, teamName, type Team, type TeamMember } from './team';
import { readId, writeId } from './teamId';

export type DecodedTeam = { readonly team: Team } | { readonly fault: Fault };

/** Members beyond this are left out of a code and refused in a file. */
export const mostMembers = 100_000;
/** Role after "as it was sent", hidden, ghost, whether a label follows. */
const flags = [roles.length + 1, 2, 2, 2];

const writeMember = (bits: BitWriter, { sent, label, role, hidden, ghost }: TeamMember): void => {
	const given = labelFor(label);
	bits.putAll([role ? 1 + roles.indexOf(role) : 0, Number(hidden), Number(ghost), given === null ? 0 : 1], flags);
	if (given !== null) writeName(bits, given);
	writeSent(bits, sent);
};

const readMember = (bits: BitReader, key: string): TeamMember | null => {
	const [role = 0, hidden, ghost, labelled] = bits.takeAll(flags);
	const label = labelled === 1 ? readName(bits, true) : null;
	if (labelFor(label) !== label) bits.refuse();
	const sent = readSent(bits);
	return sent && { key, sent, label, role: roles[role - 1] ?? null, hidden: hidden === 1, ghost: ghost === 1 };
};

/**
 * A team as text: about 91 characters a member with a name of 20 Latin letters, 61 for the rest; names hidden by `letters` are in
 * it. Keys stay behind, an id that is no UUID travels as a name does. Never throws; what is out of range is treated as
 * `writeSent` says.
 */
export const encodeTeam = (team: Team, instrumentId = 'fulcrum'): string => {
	const bits = bitWriter();
	const members = team.members.slice(0, mostMembers);
	writeId(bits, team.id);
	writeName(bits, teamName(team.name));
	bits.put(team.stage ? 1 + stages.indexOf(team.stage) : 0, stages.length + 1);
	bits.put(team.letters ? 1 : 0, 2);
	bits.put(members.length, mostMembers + 1);
	for (const member of members) writeMember(bits, member);
	return seal(envelopes.team, bits.bytes(), instrumentId);
};

/**
 * One code as `encodeTeam` wrote it, nothing around it and nothing inside, or what is wrong with it: a team is read whole or
 * not at all. The members' keys are `m1`, `m2`, .. in their order; an id that was not sent is empty. Total.
 */
export const decodeTeam = (code: string, instrumentId = 'fulcrum'): DecodedTeam => {
	const opened = unseal(envelopes.team, code, instrumentId);
	if ('fault' in opened) return opened;
	const bits = opened.body;
	const id = readId(bits);
	const name = readName(bits) ?? '';
	const stage = stages[bits.take(stages.length + 1) - 1] ?? null;
	const letters = bits.take(2) === 1;
	const count = bits.take(mostMembers + 1);
	const members: TeamMember[] = [];
	while (members.length < count) {
		const member = readMember(bits, `m${members.length + 1}`);
		if (!member) return { fault: 'damaged' };
		members.push(member);
	}
	return bits.sound() && bits.done() && teamName(name) === name
		? { team: { id, name, stage, letters, members } }
		: { fault: 'damaged' };
};
