/** Result codes: `F1`, then one result as `writeSent` writes it (formats.md, Codes). */
import { bitWriter } from './bits';
import { readSent, writeSent } from './body';
import { envelopes, seal, unseal, type Fault } from './envelope';
import type { Sent } from './sent';

export type { Fault };
export type Decoded = { readonly sent: Sent } | { readonly fault: Fault };

/**
 * A result as text: 102 characters with a name of 20 Latin letters, 430 at most. Never throws; what is out of range is
 * treated as `writeSent` says.
 */
export const encodeSent = (sent: Sent, instrumentId = 'fulcrum'): string => {
	const body = bitWriter();
	writeSent(body, sent);
	return seal(envelopes.result, body.bytes(), instrumentId);
};

/** One code as `encodeSent` wrote it, nothing around it and nothing inside, or what is wrong with it. Total. */
export const decodeSent = (code: string, instrumentId = 'fulcrum'): Decoded => {
	const opened = unseal(envelopes.result, code, instrumentId);
	if ('fault' in opened) return opened;
	const sent = readSent(opened.body);
	return sent && opened.body.done() ? { sent } : { fault: 'damaged' };
};
