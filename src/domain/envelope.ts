/**
 * What every code has around its body: a mark, then base64url of a header (the length in bytes, 8 bits the instrument, 6 the
 * format's version), the body, and a checksum over all of it. Mark, header and checksum stay where they are in every later
 * version, so damage, another instrument and a newer version can always be told apart (formats.md, Codes).
 */
import { alphabet, fromBase64url, lengthFor, toBase64url } from './base64url';
import { bitReader, bitWriter, type BitReader } from './bits';
import { crc32 } from './crc';
import { toUtf8 } from './utf8';

/** `foreign`: no Fulcrum code at all. `damaged`: changed or cut short. `newer`: whole, of a format that is not known here. */
export type Fault = 'foreign' | 'damaged' | 'newer' | 'other-instrument';

export interface Envelope {
	/** The first two characters. */
	readonly mark: string;
	/** Bits of the length, which counts every byte after the mark; with 14 more they fill whole bytes. */
	readonly bits: 10 | 26;
	/** The version that is written, and the latest that is read. */
	readonly version: number;
}

/** Results F1, teams F2, invites F3. */
export const envelopes = {
	result: { mark: 'F1', bits: 10, version: 1 },
	team: { mark: 'F2', bits: 26, version: 1 },
	invite: { mark: 'F3', bits: 10, version: 1 },
} as const satisfies Readonly<Record<string, Envelope>>;

const checkBytes = 4;
const [prints, versions] = [256, 64];
const headerBytes = ({ bits }: Envelope): number => (bits + 14) / 8;

/** A code is for one instrument; eight bits of its id are enough to notice that it is another's. */
const printOf = (instrumentId: string): number => crc32(toUtf8(instrumentId)) % prints;
const checkOf = (bytes: ArrayLike<number>): number[] => {
	const sum = crc32(bytes);
	return [24, 16, 8, 0].map((shift) => (sum >>> shift) & 0xff);
};

/** The body's bytes as a code. The whole must be shorter than 2 ** bits of the length. */
export const seal = (envelope: Envelope, body: readonly number[], instrumentId: string): string => {
	const header = bitWriter();
	header.put(headerBytes(envelope) + body.length + checkBytes, 2 ** envelope.bits);
	header.put(printOf(instrumentId), prints);
	header.put(envelope.version, versions);
	const all = [...header.bytes(), ...body];
	return envelope.mark + toBase64url([...all, ...checkOf(all)]);
};

/** The body of a code with nothing around it and nothing inside, or what is wrong with it. Total. */
export const unseal = (
	envelope: Envelope,
	code: string,
	instrumentId: string,
): { readonly body: BitReader } | { readonly fault: Fault } => {
	if (!code.startsWith(envelope.mark)) return { fault: 'foreign' };
	const bytes = fromBase64url(code.slice(envelope.mark.length));
	const begin = headerBytes(envelope);
	if (!bytes || bytes.length < begin + checkBytes) return { fault: 'damaged' };
	const all = bytes.subarray(0, -checkBytes);
	const header = bitReader(bytes);
	const length = header.take(2 ** envelope.bits);
	if (length !== bytes.length || checkOf(all).some((byte, i) => byte !== bytes[all.length + i]))
		return { fault: 'damaged' };
	if (header.take(prints) !== printOf(instrumentId)) return { fault: 'other-instrument' };
	const version = header.take(versions);
	if (version > envelope.version) return { fault: 'newer' };
	return version === envelope.version ? { body: bitReader(all.subarray(begin)) } : { fault: 'damaged' };
};

/** Characters, mark included, that a code says it has by its beginning; null while too little of it is there to say. */
export const lengthOf = ({ mark, bits }: Envelope, code: string): number | null => {
	const needed = Math.ceil(bits / 6);
	const head = code.slice(mark.length, mark.length + needed);
	if (head.length < needed) return null;
	const value = [...head].reduce((sum, character) => sum * 64 + Math.max(0, alphabet.indexOf(character)), 0);
	return mark.length + lengthFor(Math.floor(value / 2 ** (6 * needed - bits)));
};
