/** Results to send: drawn at random, and from the golden sittings. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { facetIds, type Answers } from '../../src/domain/instrument';
import { sentName } from '../../src/domain/name';
import { reasonIds, type Reason } from '../../src/domain/quality';
import { businesses, noContext, roles, sizes, stages, superiors, type Result } from '../../src/domain/result';
import { sentForms, sentOf, type Sent } from '../../src/domain/sent';
import { evaluate } from '../../src/domain/snapshot';
import { instrument } from '../fake';

const score = fc.integer({ min: -60, max: 260 }).map((n) => n / 2);
const error = fc.nat(255).map((n) => n / 10);
const each = <K extends string, T>(keys: readonly K[], of: fc.Arbitrary<T>): fc.Arbitrary<Record<K, T>> =>
	fc.tuple(...keys.map(() => of)).map((values) => Object.fromEntries(keys.map((key, i) => [key, values[i]]))) as never;
const said = <T>(list: readonly T[]): fc.Arbitrary<T | null> => fc.constantFrom(null, ...list);
const letters = (least: number, most: number, of: string): fc.Arbitrary<string> =>
	fc.string({ minLength: least, maxLength: most, unit: fc.constantFrom(...of) });

/** Names of any script, with their combining marks, joiners and emoji, as they are kept. */
const anyName = fc.string({ minLength: 1, maxLength: 60, unit: 'binary' }).map(sentName);
const latinName = letters(1, 60, 'abcxyzABCXYZ019 -');
const day = fc
	.date({ min: new Date('2020-01-01'), max: new Date('2064-11-08'), noInvalidDate: true })
	.map((date) => date.toISOString().slice(0, 10));
const part = fc.oneof(fc.nat(15), fc.nat(1031));
const language = fc
	.tuple(letters(2, 3, 'abdemnptz'), fc.option(letters(2, 2, 'ABRTZ')))
	.map(([own, region]) => (region ? `${own}-${region}` : own));
const quality = fc
	.tuple(each(reasonIds, said(['amber', 'red'] as const)), fc.boolean())
	.map(([found, tension]): Sent['snapshot']['quality'] => {
		const reasons = reasonIds.flatMap((id): Reason[] => (found[id] ? [{ id, level: found[id] }] : []));
		const levels = reasons.map(({ level }) => level);
		return { level: levels.includes('red') ? 'red' : levels.includes('amber') ? 'amber' : 'green', reasons, tension };
	});
const snapshot: fc.Arbitrary<Sent['snapshot']> = fc
	.record({
		level: fc.constantFrom('quick', 'full'),
		A: score,
		P: score,
		drive: score,
		practice: score,
		facets: each(facetIds, score),
		facetCalls: each(facetIds, fc.constantFrom(-1, 0, 1)),
		se0: each(['A', 'P', 'S', 'drive', 'practice', 'gap', ...facetIds], error),
		se0rel: each(['A', 'P', 'S'], error),
		posture: fc.option(fc.record({ value: score, se0: error, count: fc.integer({ min: 1, max: 15 }) })),
		counts: fc.record({ pairs: fc.nat(31), ratingsA: fc.nat(63), ratingsP: fc.nat(63) }),
		quality,
		most: fc.nat(511).map((n) => n / 10),
	})
	.map((shot) => {
		const { counts, posture } = shot;
		const ratings = counts.ratingsA + counts.ratingsP;
		return { ...shot, counts: { ...counts, ratings, posture: posture?.count ?? 0 } } as Sent['snapshot'];
	});

/** Every valid result to send. */
export const anySent: fc.Arbitrary<Sent> = fc.record({
	version: fc.tuple(part, part, part).map((parts) => parts.join('.')),
	form: fc.constantFrom(...sentForms),
	asked: fc.nat(63),
	day,
	language,
	name: fc.oneof(fc.constant(null), latinName, anyName),
	person: fc.option(letters(10, 10, '0123456789abcdef')),
	context: fc.record({
		role: said(roles),
		stage: said(stages),
		size: said(sizes),
		founder: said([true, false]),
		reportsTo: said(superiors),
		business: said(businesses),
	}),
	snapshot,
});

const result = (answers: Answers): Result => ({
	id: 'one',
	takenAt: '2026-11-22T09:30:00.000Z',
	instrument: { id: instrument.id, version: instrument.version },
	form: 'full',
	language: 'en',
	name: 'Margaret A Hamilton',
	person: '00ff9a3b1c',
	context: { ...noContext, role: 'cto', stage: 'series-b', size: '26-100', founder: true, reportsTo: 'ceo' },
	answers,
	seed: 7,
	seconds: 640,
	paceRating: 4.2,
	week: null,
});

/** The result of these answers, as it is sent. */
export const sentFrom = (answers: Answers, change: Partial<Result> = {}): Sent => {
	const made = { ...result(answers), ...change };
	return sentOf(instrument, made, evaluate(instrument, made).snapshot, made.takenAt.slice(0, 10));
};

/** The sittings that the scoring is held to. */
export const golden = JSON.parse(readFileSync('tests/domain/golden.json', 'utf8')) as readonly {
	readonly name: string;
	readonly answers: Answers;
}[];
