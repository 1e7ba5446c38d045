/**
 * Chooses experiments and questions for a result. An entry needs signals: all of them must hold, and none that it excludes. In
 * each slot the most specific are taken, the result's own number picks among equals, and no idea or theme comes twice on a
 * page. The same result, the same choice.
 */
import { passing, seekWords } from './counterpart';
import { focus, type Focus } from './focus';
import { domainOf } from './instrument';
import { breadthOf } from './profile';
import type { End, Reading } from './reading';
import type { Context } from './result';
import { monthShort, monthWords } from './seat';
import type { Snapshot } from './snapshot';
import type { Stage } from './stage';

export const experimentSlots = ['stretch', 'handover', 'strong', 'energy', 'gap', 'stage'] as const;
export const questionSlots = ['above', 'beside', 'team'] as const;
export type Slot = (typeof experimentSlots)[number] | (typeof questionSlots)[number];

/** One experiment or question; its words have the same id. */
export interface Entry {
	readonly id: string;
	readonly slot: Slot;
	/** Two entries with the same idea are never chosen together. */
	readonly idea: string;
	/** What several ideas turn on: of two entries with the same theme only one stands on a page. */
	readonly theme?: string;
	readonly needs: readonly string[];
	/** Signals that must not hold. */
	readonly never?: readonly string[];
}
export interface Book {
	readonly experiments: readonly Entry[];
	readonly questions: readonly Entry[];
}

const seats = { cto: 'top', vp: 'top', director: 'middle', manager: 'middle', 'tech-lead': 'hands', staff: 'hands' };
const sides = {
	cto: 'architecture',
	'tech-lead': 'architecture',
	staff: 'architecture',
	vp: 'people',
	director: 'people',
	manager: 'people',
} as const;

/** What holds for this result, as names that an entry may need; facets come with the slot. */
export const signals = (reading: Reading, context: Context): ReadonlySet<string> => {
	const { role, stage, size, founder, business, reportsTo } = context;
	const { place, gap, posture, call } = reading;
	const named = breadthOf(call);
	const all = [
		role && `role:${role}`,
		role && `seat:${seats[role]}`,
		role && `side:${sides[role]}`,
		stage && `stage:${stage}`,
		size && `size:${size}`,
		founder === null ? null : founder ? 'founder' : 'hired',
		business && `business:${business}`,
		reportsTo && `reports:${reportsTo}`,
		`place:${place.towards ?? 'level'}`,
		named && `call:${named}`,
		gap && `gap:${gap.points > 0 ? 'architecture' : 'people'}`,
		posture && posture.word !== 'both' ? `posture:${posture.word}` : null,
	];
	return new Set(all.filter((signal): signal is string => Boolean(signal)));
};

/** A whole number of this result, the same wherever it is read; picks among entries that fit equally well. */
const turn = ({ A, P, drive, practice, facets }: Snapshot): number =>
	[A, P, drive, practice, ...Object.values(facets)].reduce((sum, value) => (sum * 31 + 2 * value + 260) % 1_000_003, 7);

export interface Choice {
	readonly entry: Entry;
	/** The facet that the slot is about, where it is about one. */
	readonly focus: Focus | null;
}

/** How closely an entry fits: its needs, of which a single role says more than a seat, and a name that may be given most. */
const specific = ({ needs }: Entry): number =>
	needs.reduce((sum, need) => sum + (need.startsWith('call:') ? 5 : need.startsWith('role:') ? 2 : 1), 0);

/** Themes that the question of a stage turns on, as it is put to a side: no entry beside it may ask for the same. */
const asked: Partial<Readonly<Record<Stage, Readonly<Record<End, readonly string[]>>>>> = {
	'series-a': { architecture: ['slow-code'], people: [] },
	'series-b': { architecture: ['limits'], people: ['first-weeks', 'doubling'] },
	'series-c': { architecture: ['rehearsal'], people: ['unclear-priority'] },
};
const askedOf = ({ role, stage }: Context): readonly string[] => (role && stage && asked[stage]?.[sides[role]]) || [];

/**
 * Ideas that the page proposes above what to try: one subject that another decides, a plan that two colleagues look at, a piece
 * of technical work, and to ask how news arrives; and what would hand over work at the end that the stage asks for.
 */
const proposed = (reading: Reading, context: Context, { why, facet }: Focus): readonly string[] => {
	const { gap } = reading;
	const words = seekWords(reading, context);
	const seat =
		monthShort(reading, context) !== 'architecture' && monthWords(context, 'architecture') === 'architecture-seat';
	const piece = gap && gap.points > 0 && seat;
	return [
		...(words === 'both' ? ['subject-decided-by-others'] : []),
		...(words === 'level-early' ? ['plan-read-twice'] : []),
		...(piece ? ['ask-for-a-piece'] : []),
		...(passing(reading, context) ? ['late-news'] : []),
		...(why !== 'stage' ? [] : [domainOf(facet) === 'A' ? 'hand-over-decision' : 'hand-over-coordination']),
	];
};

type Slots = readonly (readonly [slot: Slot, about: Focus | null])[];

/** One entry a slot, in the order of the slots; a slot for which nothing fits is left out. `taken` grows by what is chosen. */
const pick = (
	entries: readonly Entry[],
	slots: Slots,
	held: ReadonlySet<string>,
	start: number,
	taken: Set<string>,
): readonly Choice[] => {
	const chosen: Choice[] = [];
	for (const [slot, about] of slots) {
		const holds = (signal: string): boolean =>
			held.has(signal) || (about !== null && signal === `facet:${about.facet}`);
		const fits = entries.filter(
			({ slot: own, idea, theme, needs, never }) =>
				own === slot &&
				needs.every(holds) &&
				!never?.some(holds) &&
				!taken.has(`idea:${idea}`) &&
				!(theme && taken.has(`theme:${theme}`)),
		);
		const most = Math.max(...fits.map(specific));
		const best = fits.filter((entry) => specific(entry) === most);
		const entry = best[start % best.length];
		if (!entry) continue;
		chosen.push({ entry, focus: about });
		taken.add(`idea:${entry.idea}`);
		if (entry.theme) taken.add(`theme:${entry.theme}`);
	}
	return chosen;
};

export interface Advice {
	readonly experiments: readonly Choice[];
	readonly questions: readonly Choice[];
}

/**
 * Three experiments and three questions. Answers that contradict each other choose nothing about facets or place: then only
 * what rests on stage and role is left.
 */
export const advise = (book: Book, reading: Reading, context: Context, snapshot: Snapshot): Advice => {
	const start = turn(snapshot);
	const careless = reading.call.kind === 'none';
	const all = signals(reading, context);
	const held = careless ? new Set([...all].filter((signal) => !/^(place|call|gap|posture):/.test(signal))) : all;
	const { stretch, strong, ask } = focus(reading, context);
	const gapFits =
		reading.gap !== null &&
		book.experiments.some(({ slot, needs }) => slot === 'gap' && needs.every((need) => held.has(need)));
	// Who reaches both ends has no end to stretch towards; where even the highest facet lies below neutral, energy is looked for,
	// and it comes first where neither end is reached.
	const first: Slots[number] = breadthOf(reading.call) === 'both' ? ['handover', null] : ['stretch', stretch];
	const share: Slots[number] = reading.facets[strong.facet].high < 50 ? ['energy', null] : ['strong', strong];
	const taken = new Set([
		...askedOf(context).map((theme) => `theme:${theme}`),
		...proposed(reading, context, stretch).map((idea) => `idea:${idea}`),
	]);
	const stage: Slots[number] = ['stage', null];
	const tries: Slots =
		breadthOf(reading.call) === 'elsewhere'
			? [['energy', null], stage, gapFits ? ['gap', null] : first]
			: [first, gapFits ? ['gap', null] : share, stage];
	const [experiments, questions]: [Slots, Slots] = careless
		? [[stage], [['above', null]]]
		: [
				tries,
				[
					['above', null],
					['beside', null],
					['team', ask],
				],
			];
	const tried = pick(book.experiments, experiments, held, start, taken);
	return { experiments: tried, questions: pick(book.questions, questions, held, start, taken) };
};
