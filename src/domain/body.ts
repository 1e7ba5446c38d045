/**
 * A result in bits: the body of a personal code, and one member of a team's. Every field has its range, and one outside
 * it refuses the whole (formats.md, Codes). The order and the counts here are the format: a change is a new version.
 */
import type { BitReader, BitWriter } from './bits';
import { facetIds } from './instrument';
import { readDay, readLanguage, readVersion, writeDay, writeLanguage, writeVersion } from './labels';
import { readName, writeName } from './name';
import { reasonIds, type Quality } from './quality';
import { businesses, roles, sizes, stages, superiors, type Context } from './result';
import { sentForms, type Sent } from './sent';
import type { Snapshot } from './snapshot';

/** -30 to 130 by .5. */
const halves = 321;
/** 0 to 25.5 by .1; before the first answer the largest standard error is 20. */
const tenths = 256;
/** 0 to 51.1 by .1; a single answer alone moves the place by up to 23.5. */
const moves = 512;
const scored = ['A', 'P', 'drive', 'practice', ...facetIds] as const;
const errors = ['A', 'P', 'S', 'drive', 'practice', 'gap', ...facetIds] as const;
const related = ['A', 'P', 'S'] as const;
const noYes = [false, true] as const;
/** Each list after "not said". */
const said = { role: roles, stage: stages, size: sizes, founder: noYes, reportsTo: superiors, business: businesses };
const saidCounts = Object.values(said).map((list) => list.length + 1);
const saidKeys = Object.keys(said) as (keyof Context)[];
const reasonLevels = ['amber', 'red'] as const;
const answered = { ratingsA: 64, ratingsP: 64, pairs: 32, posture: 16 };

const toHalf = (score: number): number => (score + 30) * 2;
const fromHalf = (steps: number): number => steps / 2 - 30;
const same = (count: number, times: number): number[] => Array.from({ length: times }, () => count);
/** Three scores fit into 25 bits, where each alone takes 9. */
const triples = same(halves, 3);
const record = <K extends string, T>(keys: readonly K[], values: readonly T[]): Record<K, T> =>
	Object.fromEntries(keys.map((key, i) => [key, values[i]])) as Record<K, T>;

/**
 * Writes a result. Never throws: a number outside its range is clamped (scores -30 to 130, standard errors 0 to 25.5, the
 * most one answer moves 0 to 51.1, 63 questions, 63 ratings a domain, 31 pairs, 15 of posture, days 2020-01-01 to
 * 2064-11-08), a person that is no 10 hex digits is left out, an unknown language becomes English, a name is as `sentName`.
 */
export const writeSent = (bits: BitWriter, sent: Sent): void => {
	const { snapshot: shot, person } = sent;
	writeVersion(bits, sent.version);
	bits.put(sentForms.indexOf(sent.form), sentForms.length);
	bits.put(sent.asked, 64);
	bits.put(shot.level === 'full' ? 1 : 0, 2);
	const known = person !== null && /^[0-9a-f]{10}$/.test(person);
	bits.put(known ? 1 : 0, 2);
	if (known) for (const digit of person) bits.put(parseInt(digit, 16), 16);
	writeDay(bits, sent.day);
	bits.putAll(
		saidKeys.map((key) => 1 + (said[key] as readonly unknown[]).indexOf(sent.context[key])),
		saidCounts,
	);
	const scores = { ...shot.facets, ...shot };
	const raw = scored.map((key) => toHalf(scores[key]));
	for (let i = 0; i < raw.length; i += 3) bits.putAll(raw.slice(i, i + 3), triples);
	for (const key of errors) bits.put(shot.se0[key] * 10, tenths);
	for (const key of related) bits.put(shot.se0rel[key] * 10, tenths);
	bits.putAll(
		facetIds.map((id) => shot.facetCalls[id] + 1),
		same(3, facetIds.length),
	);
	const { counts, posture, quality } = shot;
	bits.put(counts.ratingsA, answered.ratingsA);
	bits.put(counts.ratingsP, answered.ratingsP);
	bits.put(counts.pairs, answered.pairs);
	bits.put(posture?.count ?? 0, answered.posture);
	if (posture && posture.count > 0) {
		bits.put(toHalf(posture.value), halves);
		bits.put(posture.se0 * 10, tenths);
	}
	const found = reasonIds.map((id) => quality.reasons.find((reason) => reason.id === id)?.level);
	bits.putAll(
		found.map((level) => (level ? 1 + reasonLevels.indexOf(level) : 0)),
		same(3, reasonIds.length),
	);
	bits.put(quality.tension ? 1 : 0, 2);
	bits.put(shot.most * 10, moves);
	writeLanguage(bits, sent.language);
	writeName(bits, sent.name);
};

/** Reads what `writeSent` wrote, or null: cut short, or a value outside its range. Total; leaves the reader behind the name. */
export const readSent = (bits: BitReader): Sent | null => {
	const version = readVersion(bits);
	const form = sentForms[bits.take(sentForms.length)]!;
	const asked = bits.take(64);
	const level = bits.take(2) === 1 ? 'full' : 'quick';
	const known = bits.take(2) === 1;
	const person = known
		? same(16, 10)
				.map((count) => bits.take(count).toString(16))
				.join('')
		: null;
	const day = readDay(bits);
	const context = record(
		saidKeys,
		bits.takeAll(saidCounts).map((value, i) => said[saidKeys[i]!][value - 1] ?? null),
	) as unknown as Context;
	const raw = record(
		scored,
		same(0, scored.length / 3).flatMap(() => bits.takeAll(triples).map(fromHalf)),
	);
	const { A, P, drive, practice, ...facets } = raw;
	const se0 = record(
		errors,
		errors.map(() => bits.take(tenths) / 10),
	);
	const se0rel = record(
		related,
		related.map(() => bits.take(tenths) / 10),
	);
	const facetCalls = record(
		facetIds,
		bits.takeAll(same(3, facetIds.length)).map((value) => (value - 1) as -1 | 0 | 1),
	);
	const ratingsA = bits.take(answered.ratingsA);
	const ratingsP = bits.take(answered.ratingsP);
	const pairs = bits.take(answered.pairs);
	const count = bits.take(answered.posture);
	const posture = count > 0 ? { value: fromHalf(bits.take(halves)), se0: bits.take(tenths) / 10, count } : null;
	const counts = { ratings: ratingsA + ratingsP, pairs, posture: count, ratingsA, ratingsP };
	const quality = readQuality(bits);
	const most = bits.take(moves) / 10;
	const language = readLanguage(bits);
	const name = readName(bits);
	const scores = { A, P, drive, practice, facets, facetCalls, se0, se0rel, posture };
	const snapshot: Snapshot = { level, ...scores, counts, quality, most };
	return bits.sound() ? { version, form, asked, day, language, name, person, context, snapshot } : null;
};

/** The level is the worst of the reasons, so it needs no bits. */
const readQuality = (bits: BitReader): Pick<Quality, 'level' | 'reasons' | 'tension'> => {
	const found = bits.takeAll(same(3, reasonIds.length));
	const reasons = reasonIds.flatMap((id, i) => {
		const level = reasonLevels[found[i]! - 1];
		return level ? [{ id, level }] : [];
	});
	const level = found.includes(2) ? 'red' : found.includes(1) ? 'amber' : 'green';
	return { level, reasons, tension: bits.take(2) === 1 };
};
