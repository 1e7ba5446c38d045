/** Invites: `F3`, then what a colleague who is asked to take part needs to know (formats.md, Codes). */
import { bitWriter } from './bits';
import { envelopes, seal, unseal, type Fault } from './envelope';
import type { Form } from './instrument';
import { readName, sentName, writeName } from './name';
import { teamName } from './team';
import { readId, writeId } from './teamId';

export interface Invite {
	/** The team's id, by which its keeper knows it; null: left out. */
	readonly team: string | null;
	/** The team's name, at most 60 characters; empty where it has none. */
	readonly name: string;
	/** Name of whoever invites, at most 60 characters. */
	readonly from: string | null;
	/** The form asked for. */
	readonly form: Form;
}
export type DecodedInvite = { readonly invite: Invite } | { readonly fault: Fault };

const forms = ['quick', 'full'] as const satisfies readonly Form[];

/** An invite as text: 76 characters with a UUID and two names of 20 Latin letters. Never throws; names are cleaned as everywhere. */
export const encodeInvite = (invite: Invite, instrumentId = 'fulcrum'): string => {
	const bits = bitWriter();
	writeId(bits, invite.team ?? '');
	writeName(bits, teamName(invite.name));
	writeName(bits, sentName(invite.from));
	bits.put(forms.indexOf(invite.form), forms.length);
	return seal(envelopes.invite, bits.bytes(), instrumentId);
};

/** One code as `encodeInvite` wrote it, nothing around it and nothing inside, or what is wrong with it. Total. */
export const decodeInvite = (code: string, instrumentId = 'fulcrum'): DecodedInvite => {
	const opened = unseal(envelopes.invite, code, instrumentId);
	if ('fault' in opened) return opened;
	const bits = opened.body;
	const team = readId(bits) || null;
	const name = readName(bits) ?? '';
	const from = readName(bits);
	const form = forms[bits.take(forms.length)]!;
	return bits.sound() && bits.done() && teamName(name) === name
		? { invite: { team, name, from, form } }
		: { fault: 'damaged' };
};
