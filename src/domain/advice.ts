/**
 * Chooses experiments and questions for a result. An entry needs signals; all of them must hold. In each slot the most
 * specific are taken, the result's own number picks among equals, and no idea comes twice. The same result, the same choice.
 */
import { architectureFacets, peopleFacets, type FacetId } from './instrument';
import type { End, Reading } from './reading';
import type { Context } from './result';
import type { Snapshot } from './snapshot';
import { reachesBoth } from './findings';
import { fit } from './stage';

export const experimentSlots = ['stretch', 'strong', 'gap', 'stage'] as const;
export const questionSlots = ['above', 'beside', 'team'] as const;
export type Slot = (typeof experimentSlots)[number] | (typeof questionSlots)[number];

/** One experiment or question; its words have the same id. */
export interface Entry {
	readonly id: string;
	readonly slot: Slot;
	/** Two entries with the same idea are never chosen together. */
	readonly idea: string;
	readonly needs: readonly string[];
}
export interface Book {
	readonly experiments: readonly Entry[];
	readonly questions: readonly Entry[];
}

/** Which facet is worked on, and why that one. */
export interface Focus {
	readonly facet: FacetId;
	/** `called`: it stands apart; `stage`: the zone lies towards its end; `lower`, `higher`: by its estimate alone. */
	readonly why: 'called' | 'stage' | 'lower' | 'higher';
}

const facetsOf: Readonly<Record<End, readonly FacetId[]>> = { architecture: architectureFacets, people: peopleFacets };

/** The end that more is asked of: where the zone lies if the place is outside it, else the one that answers reach less. */
const asked = (reading: Reading, context: Context): { end: End; byStage: boolean } => {
	const towards = reachesBoth(reading.call) ? null : (fit(reading.place, context)?.zoneTowards ?? null);
	return { end: towards ?? (reading.place.points > 0 ? 'people' : 'architecture'), byStage: towards !== null };
};

/**
 * The facet to stretch, the one to share, and the one to ask the team about: at the end of the first, so that it is another.
 * A facet that stands apart comes first, else the estimates decide.
 */
export const focus = (reading: Reading, context: Context): { stretch: Focus; strong: Focus; ask: Focus } => {
	const { end, byStage } = asked(reading, context);
	/** The end that answers reach more. */
	const own: End = reading.place.points > 0 ? 'architecture' : 'people';
	const sorted = (of: End): readonly FacetId[] =>
		[...facetsOf[of]].sort((a, b) => reading.facets[a].value - reading.facets[b].value);
	const below = sorted(end).find((id) => reading.facets[id].call < 0);
	const above = sorted(own).findLast((id) => reading.facets[id].call > 0);
	const why = byStage ? 'stage' : 'lower';
	const stretch: Focus = below ? { facet: below, why: 'called' } : { facet: sorted(end)[0]!, why };
	return {
		stretch,
		strong: above ? { facet: above, why: 'called' } : { facet: sorted(own).at(-1)!, why: 'higher' },
		ask: { facet: sorted(end).find((id) => id !== stretch.facet)!, why },
	};
};

const seats = { cto: 'top', vp: 'top', director: 'middle', manager: 'middle', 'tech-lead': 'hands', staff: 'hands' };
const sides = {
	cto: 'architecture',
	'tech-lead': 'architecture',
	staff: 'architecture',
	vp: 'people',
	director: 'people',
	manager: 'people',
};

/** What holds for this result, as names that an entry may need; facets come with the slot. */
export const signals = (reading: Reading, context: Context): ReadonlySet<string> => {
	const { role, stage, founder, business, reportsTo } = context;
	const { place, gap, posture, call } = reading;
	const named = call.kind === 'clear' ? call.first : null;
	const all = [
		role && `role:${role}`,
		role && `seat:${seats[role]}`,
		role && `side:${sides[role]}`,
		stage && `stage:${stage}`,
		founder === null ? null : founder ? 'founder' : 'hired',
		business && `business:${business}`,
		reportsTo && `reports:${reportsTo}`,
		`place:${place.towards ?? 'level'}`,
		named === 'UNICORN' ? 'call:both' : named === 'ELSEWHERE' ? 'call:elsewhere' : null,
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
	needs.reduce((sum, need) => sum + (need.startsWith('call:') ? 3 : need.startsWith('role:') ? 2 : 1), 0);

/** One entry a slot, in the order of the slots; a slot for which nothing fits is left out. */
const pick = (
	entries: readonly Entry[],
	slots: readonly (readonly [slot: Slot, about: Focus | null])[],
	held: ReadonlySet<string>,
	start: number,
): readonly Choice[] => {
	const chosen: Choice[] = [];
	for (const [slot, about] of slots) {
		const fits = entries.filter(
			({ slot: own, idea, needs }) =>
				own === slot &&
				needs.every((need) => held.has(need) || (about !== null && need === `facet:${about.facet}`)) &&
				!chosen.some(({ entry }) => entry.idea === idea),
		);
		const most = Math.max(...fits.map(specific));
		const best = fits.filter((entry) => specific(entry) === most);
		if (best.length > 0) chosen.push({ entry: best[start % best.length]!, focus: about });
	}
	return chosen;
};

/**
 * Three experiments and three questions. Answers that contradict each other choose nothing about facets or place: then only
 * what rests on stage and role is left.
 */
export const advise = (
	book: Book,
	reading: Reading,
	context: Context,
	snapshot: Snapshot,
): { readonly experiments: readonly Choice[]; readonly questions: readonly Choice[] } => {
	const start = turn(snapshot);
	const careless = reading.call.kind === 'none';
	const all = signals(reading, context);
	const held = careless ? new Set([...all].filter((signal) => !/^(place|call|gap|posture):/.test(signal))) : all;
	const { stretch, strong, ask } = focus(reading, context);
	const gapFits =
		reading.gap !== null &&
		book.experiments.some(({ slot, needs }) => slot === 'gap' && needs.every((need) => held.has(need)));
	const second: readonly [Slot, Focus | null] = gapFits ? ['gap', null] : ['strong', strong];
	return {
		experiments: pick(
			book.experiments,
			careless ? [['stage', null]] : [['stretch', stretch], second, ['stage', null]],
			held,
			start,
		),
		questions: pick(
			book.questions,
			careless
				? [['above', null]]
				: [
						['above', null],
						['beside', null],
						['team', ask],
					],
			held,
			start,
		),
	};
};
