/** What every record that is read may be, field by field, as the README's tables say. */
import { categories, facetIds } from '../../src/domain/instrument';
import { reasonIds } from '../../src/domain/quality';
import { businesses, roles, sizes, stages, superiors } from '../../src/domain/result';
import { sentForms } from '../../src/domain/sent';
import { instrument } from '../fake';
import { either, exactly, list, number, optional, some, text, type Rule } from './rules';

const moment = text(/^[+-]?\d{4,6}-\d\d-\d\d/);
/** Characters of any kind. */
const upTo = (most: number): Rule => text(new RegExp(`^[^]{1,${most}}$`, 'u'));
/** What travels in a code: no control characters, no halves of characters. */
const name = text(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{1,60}$/u);
const nameOrNothing = text(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]{0,60}$/u);
const yesNo = either(true, false);
const each = (keys: readonly string[], rule: Rule): Record<string, Rule> =>
	Object.fromEntries(keys.map((key) => [key, rule]));

const context = exactly({
	role: either(null, ...roles),
	stage: either(null, ...stages),
	size: either(null, ...sizes),
	founder: either(null, true, false),
	reportsTo: either(null, ...superiors),
	business: either(null, ...businesses),
});
const score = number(-30, 130, 0.5);
const error = number(0, 25.5, 0.1);
const call = either(-1, 0, 1);

const snapshot = exactly({
	level: either('quick', 'full'),
	...each(['A', 'P', 'drive', 'practice'], score),
	facets: exactly(each(facetIds, score)),
	facetCalls: exactly(each(facetIds, call)),
	se0: exactly(each(['A', 'P', 'S', 'drive', 'practice', 'gap', ...facetIds], error)),
	se0rel: exactly(each(['A', 'P', 'S'], error)),
	posture: optional(exactly({ value: score, se0: error, count: number(1, 15, 1) })),
	counts: exactly({
		ratings: number(0, 126, 1),
		pairs: number(0, 31, 1),
		posture: number(0, 15, 1),
		ratingsA: number(0, 63, 1),
		ratingsP: number(0, 63, 1),
	}),
	quality: exactly({
		level: either('green', 'amber', 'red'),
		reasons: list(exactly({ id: either(...reasonIds), level: either('amber', 'red') }), 0, reasonIds.length),
		tension: yesNo,
	}),
	most: number(0, 51.1, 0.1),
});

/** One result in a code. */
export const sentRule = exactly({
	version: text(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
	form: either(...sentForms),
	asked: number(0, 63, 1),
	day: text(/^20[2-6]\d-\d\d-\d\d$/),
	language: text(/^[a-z]{2,3}(-[A-Z]{2})?$/),
	name: optional(name),
	person: optional(text(/^[\da-f]{10}$/)),
	context,
	snapshot,
});

/** A team, from a code or a file; in a code the id may be missing. */
export const teamRule = exactly({
	id: nameOrNothing,
	name: nameOrNothing,
	stage: either(null, ...stages),
	letters: yesNo,
	members: list(
		exactly({
			key: text(/^m[1-9]\d*$/),
			sent: sentRule,
			label: optional(name),
			role: either(null, ...roles),
			hidden: yesNo,
			ghost: yesNo,
		}),
	),
});

export const inviteRule = exactly({
	team: optional(name),
	name: nameOrNothing,
	from: optional(name),
	form: either('quick', 'full'),
});

const made = exactly({ id: either(instrument.id), version: upTo(20) });
const answers = some(new Map(instrument.items.map((item) => [item.id, number(0, categories(item) - 1, 1)])));
const seconds = number(0, 1e7);

/** A result of a file or of storage. */
export const resultRule = exactly({
	id: upTo(64),
	takenAt: moment,
	instrument: made,
	form: either('quick', 'full'),
	language: upTo(20),
	name: optional(upTo(60)),
	person: optional(upTo(20)),
	context,
	answers,
	seed: number(0, 0xffffffff, 1),
	seconds,
	paceRating: optional(seconds),
	week: optional(list(number(0, 168), 8, 8)),
});

/** A sitting of storage. */
export const sittingRule = exactly({
	instrument: exactly({ id: either(instrument.id), version: either(instrument.version) }),
	form: either('quick', 'full'),
	blocks: list(either(...instrument.forms.full), 1, instrument.forms.full.length),
	seed: number(0, 0xffffffff, 1),
	startedAt: moment,
	at: number(1, instrument.items.length + 1, 1),
	answers,
	pace: exactly({ median: optional(seconds), count: number(0, 1000, 1) }),
	seconds,
	sharpens: optional(upTo(64)),
	mending: yesNo,
});

/** Preferences of a backup. */
export const preferencesRule = exactly({
	name: optional(name),
	person: optional(text(/^[\da-f]{10}$/)),
	invite: optional(text(/^[^]{1,1999}$/)),
	backedUp: optional(number(0, Number.MAX_SAFE_INTEGER, 1)),
});

/** Why a code, a file or a stored record is refused. Each of the first two kinds has its words for the reader. */
export const codeFaults = ['foreign', 'damaged', 'newer', 'other-instrument'] as const;
export const fileFaults = [...codeFaults, 'not-json', 'unreadable', 'too-large'] as const;
export const refusals = ['unreadable', 'newer', 'other-instrument'] as const;
