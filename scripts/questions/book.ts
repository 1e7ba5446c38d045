/** Checks `advice.json`: which experiments and questions there are, and what each needs. */
import { experimentSlots, questionSlots, type Slot } from '../../src/domain/advice';
import { facetIds } from '../../src/domain/instrument';
import { Part } from '../../src/domain/part';
import { businesses, roles, sizes, stages, superiors } from '../../src/domain/result';
import { isRecord, type Tell } from './fault';

const ends = ['architecture', 'people'];
/** What an entry may need, by kind; `src/domain/advice.ts` says when each holds. */
const families: Readonly<Record<string, readonly string[]>> = {
	role: roles,
	seat: ['top', 'middle', 'hands'],
	side: ends,
	stage: stages,
	size: sizes,
	business: businesses,
	reports: superiors,
	place: [...ends, 'level'],
	call: ['both', 'elsewhere'],
	gap: ends,
	posture: ['offence', 'defence'],
	facet: facetIds,
};
const named = (family: string): readonly string[] => (families[family] ?? []).map((name) => `${family}:${name}`);
export const knownSignals: ReadonlySet<string> = new Set([
	'founder',
	'hired',
	...Object.keys(families).flatMap((family) => named(family)),
]);
const familyOf = (need: string): string => (need === 'hired' ? 'founder' : (need.split(':')[0] ?? ''));

/**
 * Of each list one always holds; for each there must be an entry that needs nothing else, or a result is left with a gap in
 * the page. Null: with no needs at all. The slot `gap` may stay empty: then `strong` stands in.
 */
const relied: Readonly<Record<Slot, readonly (string | null)[]>> = {
	stretch: named('facet'),
	handover: [null],
	strong: named('facet'),
	energy: [null],
	gap: [],
	stage: [null],
	above: [null],
	beside: named('place'),
	team: named('facet'),
};

export const kinds = {
	experiments: { one: 'experiment', slots: experimentSlots as readonly Slot[], fields: ['title', 'text'] },
	questions: { one: 'question', slots: questionSlots as readonly Slot[], fields: null },
} as const;
export type Kind = keyof typeof kinds;
export const kindNames = Object.keys(kinds) as Kind[];
export const placeOf = (kind: Kind, id: string): string => `${kind}[${JSON.stringify(id)}]`;

/** Ids as they stand in the file, faulty ones too, so that their words are not told to be too many. */
export type Ids = Readonly<Record<Kind, readonly string[]>>;

/** Tells every fault of a folder's `advice.json`; null where it is too broken to hold words against it. */
export function checkBook(content: unknown, tell: Tell): Ids | null {
	const root = new Part(content, '', kindNames, tell);
	if (!isRecord(content)) return null;
	const seen = new Set<string>();
	const ids = { experiments: [] as string[], questions: [] as string[] };
	for (const kind of kindNames) {
		let sound = true;
		const note: Tell = (address, message) => {
			sound = false;
			tell(address, message);
		};
		const entries = root.list(kind).map((value, at) => readEntry(kind, value, at, note));
		for (const { id } of entries) {
			if (id === null) continue;
			if (seen.has(id)) tell(`${placeOf(kind, id)}.id`, 'stands twice: give each entry an id of its own');
			else ids[kind].push(id);
			seen.add(id);
		}
		// An entry that could not be read might be the very one that is missed.
		if (sound && Array.isArray(root.raw(kind))) tellUncovered(kind, entries, tell);
	}
	return kindNames.every((kind) => Array.isArray(root.raw(kind))) ? ids : null;
}

interface Read {
	readonly id: string | null;
	readonly slot: Slot;
	readonly idea: string;
	readonly theme: string | null;
	readonly needs: readonly string[];
	readonly never: readonly string[];
}
const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const kebabWords = 'words of lower-case letters and digits with hyphens between them';

function readEntry(kind: Kind, value: unknown, at: number, tell: Tell): Read {
	const raw = isRecord(value) && typeof value['id'] === 'string' ? value['id'] : null;
	const part = new Part(
		value,
		raw === null ? `${kind}[${at}]` : placeOf(kind, raw),
		['id', 'slot', 'idea', 'theme', 'needs', 'never'],
		tell,
	);
	part.text('id', kebab, kebabWords);
	const slot = part.oneOf('slot', kinds[kind].slots);
	const needs = part.ids('needs');
	const kindsNeeded = new Set<string>();
	for (const { id: need, address } of needs) {
		const family = familyOf(need);
		if (!knownSignals.has(need)) tell(address, `“${need}” is no signal: ${suggestion(family)}`);
		else if (kindsNeeded.has(family))
			tell(address, `“${need}” cannot hold beside another need of its kind: remove one`);
		else if (family === 'facet' && !relied[slot].includes(need))
			tell(address, `the slot “${slot}” is about no facet, so this never holds: remove it`);
		kindsNeeded.add(family);
	}
	if (slot === 'gap' && !kindsNeeded.has('gap'))
		part.tell('needs', `must hold ${named('gap').join(' or ')}, as the slot is about a gap`);
	const never = part.raw('never') === undefined ? [] : part.ids('never');
	for (const { id: signal, address } of never) {
		if (!knownSignals.has(signal)) tell(address, `“${signal}” is no signal: ${suggestion(familyOf(signal))}`);
		else if (needs.some(({ id }) => id === signal))
			tell(address, `“${signal}” is needed too, so the entry is never chosen: remove one of the two`);
	}
	return {
		id: raw,
		slot,
		idea: part.text('idea', kebab, kebabWords),
		theme: part.raw('theme') === undefined ? null : part.text('theme', kebab, kebabWords),
		needs: needs.map(({ id }) => id),
		never: never.map(({ id }) => id),
	};
}

const suggestion = (family: string): string =>
	families[family]
		? `write one of ${named(family).join(', ')}`
		: `known are founder, hired, and those that begin with ${Object.keys(families).join(', ')}`;

/** Slots that some result would find empty: nothing fits always, or its idea may have been taken by an earlier slot. */
function tellUncovered(kind: Kind, entries: readonly Read[], tell: Tell): void {
	const { slots } = kinds[kind];
	slots.forEach((slot, at) => {
		const earlier = slots.slice(0, at);
		const taken = new Set(entries.filter((entry) => earlier.includes(entry.slot)).map(({ idea }) => idea));
		for (const only of relied[slot]) {
			const fits = entries.filter(
				(entry) => entry.slot === slot && entry.never.length === 0 && entry.needs.every((need) => need === only),
			);
			const what = only === null ? 'without needs' : `that needs ${only} alone or nothing`;
			if (fits.length === 0)
				tell(kind, `has no entry of the slot “${slot}” ${what}: add one, or the slot may stay empty`);
			else if (fits.every(({ idea }) => taken.has(idea)))
				tell(
					kind,
					`of the slot “${slot}”, no entry ${what} has an idea that ${earlier.join(', ')} do not use: add one`,
				);
		}
	});
}
