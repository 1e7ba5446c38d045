/**
 * Result codes: `F1`, then base64url of a header (10 bits the length in bytes, 8 the instrument, 6 the format's version), the
 * body, and a checksum over all of it. Mark, header and checksum stay where they are in every later version, so damage,
 * another instrument and a newer version can always be told apart (formats.md, Codes).
 */
import { fromBase64url, toBase64url } from './base64url';
import { bitReader, bitWriter } from './bits';
import { readSent, writeSent } from './body';
import { crc32 } from './crc';
import type { Sent } from './sent';
import { toUtf8 } from './utf8';

/** `foreign`: no Fulcrum code at all. `damaged`: changed or cut short. `newer`: whole, of a format that is not known here. */
export type Fault = 'foreign' | 'damaged' | 'newer' | 'other-instrument';
export type Decoded = { readonly sent: Sent } | { readonly fault: Fault };

export const mark = 'F1';
const formatVersion = 1;
const headerBytes = 3;
const checkBytes = 4;
/** Counts of the header's numbers; of a whole code the length counts every byte after the mark. */
const [lengths, prints, versions] = [1024, 256, 64];

/** A code is for one instrument; eight bits of its id are enough to notice that it is another's. */
const printOf = (instrumentId: string): number => crc32(toUtf8(instrumentId)) % prints;
const checkOf = (bytes: ArrayLike<number>): number[] => {
	const sum = crc32(bytes);
	return [24, 16, 8, 0].map((shift) => (sum >>> shift) & 0xff);
};

/**
 * A result as text: 102 characters with a name of 20 Latin letters, 430 at most. Never throws; what is out of range is
 * treated as `writeSent` says.
 */
export const encodeSent = (sent: Sent, instrumentId = 'fulcrum'): string => {
	const body = bitWriter();
	writeSent(body, sent);
	const bytes = body.bytes();
	const header = bitWriter();
	header.put(headerBytes + bytes.length + checkBytes, lengths);
	header.put(printOf(instrumentId), prints);
	header.put(formatVersion, versions);
	const all = [...header.bytes(), ...bytes];
	return mark + toBase64url([...all, ...checkOf(all)]);
};

/** One code as `encodeSent` wrote it, nothing around it and nothing inside, or what is wrong with it. Total. */
export const decodeSent = (code: string, instrumentId = 'fulcrum'): Decoded => {
	if (!code.startsWith(mark)) return { fault: 'foreign' };
	const bytes = fromBase64url(code.slice(mark.length));
	if (!bytes || bytes.length < headerBytes + checkBytes) return { fault: 'damaged' };
	const all = bytes.subarray(0, -checkBytes);
	const header = bitReader(bytes);
	const length = header.take(lengths);
	if (length !== bytes.length || checkOf(all).some((byte, i) => byte !== bytes[all.length + i]))
		return { fault: 'damaged' };
	if (header.take(prints) !== printOf(instrumentId)) return { fault: 'other-instrument' };
	const version = header.take(versions);
	if (version > formatVersion) return { fault: 'newer' };
	const body = bitReader(all.subarray(headerBytes));
	const sent = version === formatVersion ? readSent(body) : null;
	return sent && body.done() ? { sent } : { fault: 'damaged' };
};
