/**
 * From anything to today's shapes. Total: nothing throws; a bad part is dropped, the rest is kept, and what was dropped
 * is reported. Serves storage and files. Over 150 lines because records share these readers and nobody else needs them.
 */
import { categories, type Answers, type Form, type Instrument } from './instrument';
import { longestName, sentName } from './name';
import type { Pace } from './pace';
import {
	businesses,
	noContext,
	recordVersion,
	roles,
	sizes,
	stages,
	superiors,
	type Context,
	type Result,
} from './result';
import { questions, type Sitting } from './sitting';

export { recordVersion };

/** Why a record as a whole could not be read: `newer` must be left as it is for a newer Fulcrum. */
export type Refusal = 'unreadable' | 'newer' | 'other-instrument';
export type Restored<T> =
	{ readonly value: T; readonly dropped: readonly string[] } | { readonly value: null; readonly refusal: Refusal };

type Fields = Readonly<Record<string, unknown>>;
const fields = (input: unknown): Fields | null =>
	typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Fields) : null;
/** Own properties only: a record may come from anywhere. */
const own = (from: Fields, key: string): unknown => (Object.hasOwn(from, key) ? from[key] : undefined);

/** Cut in units first, two a character at the most: a name may be as long as a whole file. */
const text = (value: unknown, most: number): string | null =>
	typeof value === 'string' && value.length > 0 ? [...value.slice(0, 2 * most)].slice(0, most).join('') : null;
const amount = (value: unknown, least: number, most: number): number | null =>
	// A zero with a minus, which JSON can hold, would differ from itself once it is written.
	typeof value === 'number' && value >= least && value <= most ? value + 0 : null;
const whole = (value: unknown, least: number, most: number): number | null =>
	Number.isInteger(value) ? amount(value, least, most) : null;
const oneOf = <T extends string>(value: unknown, list: readonly T[]): T | null => list.find((v) => v === value) ?? null;
/** ISO 8601 as every browser reads it: left to themselves they take `%00` for a day too, each others. */
const iso = /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/;
const moment = (value: unknown): string | null =>
	typeof value === 'string' && iso.test(value) && !Number.isNaN(Date.parse(value)) ? value : null;

const maxSeed = 0xffffffff;
const maxSeconds = 1e7;
/** A file may name millions of questions that do not exist; the list of what was dropped ends here. */
const mostDropped = 1000;

const restoreAnswers = (instrument: Instrument, input: unknown, dropped: string[]): Answers => {
	const given = fields(input);
	if (!given) {
		dropped.push('answers');
		return {};
	}
	const items = new Map(instrument.items.map((item) => [item.id, item]));
	const kept: [string, number][] = [];
	for (const id of Object.keys(given)) {
		const item = items.get(id);
		const category = item ? whole(given[id], 0, categories(item) - 1) : null;
		if (category !== null) kept.push([id, category]);
		else if (dropped.length < mostDropped) dropped.push(`answers.${id.slice(0, 20)}`);
	}
	return Object.fromEntries(kept);
};

/** Reads optional fields: null where nothing usable stands; what does stand there and cannot be kept whole is told. */
const optional =
	(from: Fields, dropped: string[], path = '') =>
	<T>(key: string, read: (value: unknown) => T | null): T | null => {
		const value = own(from, key);
		const kept = read(value);
		const said = value !== undefined && value !== null && value !== '';
		if (said && (kept === null || (typeof value === 'string' && kept !== value))) dropped.push(path + key);
		return kept;
	};

/** Anything as a context; fields that say nothing known are null, and told in `dropped` unless they are null or absent. */
export const restoreContext = (input: unknown, dropped: string[] = []): Context => {
	const from = fields(input);
	if (!from) {
		if (input !== undefined && input !== null) dropped.push('context');
		return noContext;
	}
	const take = optional(from, dropped, 'context.');
	return {
		role: take('role', (value) => oneOf(value, roles)),
		stage: take('stage', (value) => oneOf(value, stages)),
		size: take('size', (value) => oneOf(value, sizes)),
		founder: take('founder', (value) => (typeof value === 'boolean' ? value : null)),
		reportsTo: take('reportsTo', (value) => oneOf(value, superiors)),
		business: take('business', (value) => oneOf(value, businesses)),
	};
};

/** Hours, one a facet. */
const restoreWeek = (value: unknown): readonly number[] | null => {
	const hours = Array.isArray(value) && value.length === 8 ? value.map((hour) => amount(hour, 0, 168)) : [null];
	return hours.every((hour) => hour !== null) ? hours : null;
};

const version = (from: Fields): Refusal | null => {
	const given = own(from, 'version');
	if (!Number.isInteger(given) || (given as number) < 1) return 'unreadable';
	return (given as number) > recordVersion ? 'newer' : null;
};

const ofInstrument = (from: Fields): { id: string; version: string } | null => {
	const given = fields(own(from, 'instrument'));
	const id = given && text(own(given, 'id'), 40);
	const number = given && text(own(given, 'version'), 20);
	return id && number ? { id, version: number } : null;
};

const form = (from: Fields): Form | null => oneOf(own(from, 'form'), ['quick', 'full'] as const);

/**
 * A stored result. A result of another version of this instrument is read with the answers that still exist. `dropped`:
 * what was there and is not kept whole, as in `name`, `context.role` or `answers.X1`; null and absent are no faults.
 */
export const restoreResult = (instrument: Instrument, input: unknown): Restored<Result> => {
	const from = fields(input);
	if (!from) return { value: null, refusal: 'unreadable' };
	const refusal = version(from);
	if (refusal) return { value: null, refusal };
	const made = ofInstrument(from);
	const id = text(own(from, 'id'), 64);
	const takenAt = moment(own(from, 'takenAt'));
	const offered = form(from);
	const seed = whole(own(from, 'seed'), 0, maxSeed);
	if (!made || !id || !takenAt || !offered || seed === null) return { value: null, refusal: 'unreadable' };
	if (made.id !== instrument.id) return { value: null, refusal: 'other-instrument' };
	const dropped: string[] = [];
	const take = optional(from, dropped);
	const time = (value: unknown): number | null => amount(value, 0, maxSeconds);
	return {
		value: {
			id,
			takenAt,
			instrument: made,
			form: offered,
			language: take('language', (value) => text(value, 20)) ?? 'en',
			name: sentName(take('name', (value) => text(value, longestName))),
			person: take('person', (value) => text(value, 20)),
			context: restoreContext(own(from, 'context'), dropped),
			answers: restoreAnswers(instrument, own(from, 'answers'), dropped),
			seed,
			seconds: take('seconds', time) ?? 0,
			paceRating: take('paceRating', time),
			week: take('week', restoreWeek),
		},
		dropped,
	};
};

const restorePace = (input: unknown): Pace => {
	const from = fields(input);
	const median = from && amount(own(from, 'median'), 0, maxSeconds);
	const count = from && whole(own(from, 'count'), 1, 1000);
	return median !== null && count ? { median, count } : { median: null, count: 0 };
};

/** An unfinished sitting. One of another version is not resumed: its questions may read differently now. */
export const restoreSitting = (instrument: Instrument, input: unknown): Restored<Sitting> => {
	const from = fields(input);
	if (!from) return { value: null, refusal: 'unreadable' };
	const refusal = version(from);
	if (refusal) return { value: null, refusal };
	const made = ofInstrument(from);
	const offered = form(from);
	const seed = whole(own(from, 'seed'), 0, maxSeed);
	if (!made || !offered || seed === null) return { value: null, refusal: 'unreadable' };
	if (made.id !== instrument.id || made.version !== instrument.version)
		return { value: null, refusal: 'other-instrument' };
	const dropped: string[] = [];
	const given = own(from, 'blocks');
	const blocks = instrument.forms.full.filter(
		(id) => instrument.forms[offered].includes(id) || (Array.isArray(given) && given.includes(id)),
	);
	const last = questions(instrument, { seed, blocks }).length + 1;
	return {
		value: {
			instrument: made,
			form: offered,
			blocks,
			seed,
			startedAt: moment(own(from, 'startedAt')) ?? '1970-01-01T00:00:00.000Z',
			at: whole(own(from, 'at'), 1, last) ?? 1,
			answers: restoreAnswers(instrument, own(from, 'answers'), dropped),
			pace: restorePace(own(from, 'pace')),
			seconds: amount(own(from, 'seconds'), 0, maxSeconds) ?? 0,
			sharpens: text(own(from, 'sharpens'), 64),
			mending: own(from, 'mending') === true,
		},
		dropped,
	};
};
