/** What is said of a team (measurement 6): each part apart, so that a large one is read bit by bit. */
import { differ, sameItems } from './compare';
import type { Carriers, Member } from './coverage';
import { below, estimateOf, valueOf, widening, type Estimate } from './errors';
import { facetIds, type FacetId } from './instrument';
import { carriesFrom } from './lacks';
import { z90 } from './normal';
import { regionOf, type Region } from './profile';
import { placeOf, read, type Band, type Place } from './reading';
import type { Snapshot } from './snapshot';
import { spreadOf, type Spread } from './spread';
import { roleOf, type Team, type TeamMember } from './team';

/** One member as the figures show them. */
export interface Row {
	readonly member: TeamMember;
	readonly place: Place;
	readonly A: Band;
	readonly P: Band;
	/** Likeliest region; of a large team the one that the point lies in. */
	readonly region: Region;
}

/** Up to so many members each has a row, a cross and every pair is looked at; beyond, figures show distributions. */
export const fewUpTo = 40;

/** Who is part of figures and reading. */
export const shown = (team: Team): readonly TeamMember[] => team.members.filter(({ hidden }) => !hidden);
/** As the formulas take them. */
export const asMembers = (members: readonly TeamMember[]): readonly Member[] =>
	members.map((member) => ({ snapshot: member.sent.snapshot, role: roleOf(member) }));

const bandOf = (score: Estimate): Band => {
	const { value, low, high, half, exact } = placeOf(score.value, score.se);
	return { value, low, high, half, exact };
};

/** A member's row; `exact`: the likeliest region by its chances, which costs a grid. */
export const rowOf = (member: TeamMember, gamma: number, exact: boolean): Row => {
	const shot = member.sent.snapshot;
	const [S, A, P] = (['S', 'A', 'P'] as const).map((id) => estimateOf(shot, id, gamma)) as [
		Estimate,
		Estimate,
		Estimate,
	];
	const chances = exact ? read(shot, gamma).chances : null;
	return {
		member,
		place: placeOf(S.value, S.se),
		A: bandOf(A),
		P: bandOf(P),
		region: chances
			? (Object.keys(chances) as Region[]).reduce((best, id) => (chances[id] > chances[best] ? id : best))
			: regionOf(shot.A, shot.P),
	};
};

/** Whether somebody carries a facet: from 60 with a chance of .80, or of .50. */
export const carries = (shot: Snapshot, facet: FacetId, gamma: number): 'sure' | 'maybe' | 'no' => {
	const chance = 1 - below(carriesFrom, estimateOf(shot, facet, gamma));
	return chance >= 0.8 ? 'sure' : chance >= 0.5 ? 'maybe' : 'no';
};

/** A facet with who carries it, the surest first. */
export interface FacetRow extends Carriers {
	readonly facet: FacetId;
	readonly sure: readonly TeamMember[];
	readonly maybe: readonly TeamMember[];
	/** Who most likely carries it; null in an empty team. */
	readonly likeliest: TeamMember | null;
}
/** Surest first; of many in the order of the team, since only their number is read. */
const inOrder = (list: { member: TeamMember; chance: number }[]): TeamMember[] =>
	(list.length > fewUpTo ? list : list.sort((a, b) => b.chance - a.chance)).map(({ member }) => member);
export const facetRows = (
	members: readonly TeamMember[],
	carriers: Readonly<Record<FacetId, Carriers>>,
	gamma: number,
): readonly FacetRow[] =>
	facetIds.map((facet) => {
		const ranked = members.map((member) => ({
			member,
			chance: 1 - below(carriesFrom, estimateOf(member.sent.snapshot, facet, gamma)),
		}));
		const of = (least: number, most: number) => ranked.filter(({ chance }) => chance >= least && chance < most);
		const best = ranked.reduce<(typeof ranked)[number] | null>(
			(top, one) => (top === null || one.chance > top.chance ? one : top),
			null,
		);
		return {
			facet,
			...carriers[facet],
			sure: inOrder(of(0.8, Infinity)),
			maybe: inOrder(of(0.5, 0.8)),
			likeliest: best?.member ?? null,
		};
	});

/** Neighbours on the beam that the answers do not tell apart, the closest first; at most `most`. */
export const settled = (
	members: readonly TeamMember[],
	gamma: number,
	most: number,
): readonly (readonly [TeamMember, TeamMember])[] => {
	const sorted = [...members].sort((a, b) => valueOf(b.sent.snapshot, 'S') - valueOf(a.sent.snapshot, 'S'));
	return sorted
		.slice(1)
		.map((two, i) => {
			const one = sorted[i]!;
			const relative = sameItems(one.sent, two.sent);
			const of = ({ sent }: TeamMember): Estimate => estimateOf(sent.snapshot, 'S', gamma, relative);
			return { pair: [one, two] as const, difference: differ(of(one), of(two)) };
		})
		.filter(({ difference }) => difference.call === 'untold')
		.sort((a, b) => Math.abs(a.difference.points) - Math.abs(b.difference.points))
		.slice(0, most)
		.map(({ pair }) => pair);
};

/** Of the place itself nothing is asked: drive and practice say what it is made of. */
export type AgendaId = FacetId | 'drive' | 'practice' | 'posture';
export interface Standpoint {
	readonly member: TeamMember;
	readonly value: number;
	readonly half: number;
}
export interface AgendaRow extends Spread<AgendaId> {
	/** Who stands lowest and highest, with their values, 0 to 100, and half of their 90 % bands. */
	readonly low: Standpoint;
	readonly high: Standpoint;
}

const topics: readonly AgendaId[] = ['drive', 'practice', ...facetIds, 'posture'];
const clip = (value: number): number => Math.min(100, Math.max(0, value));

/** Posture with its error, widened where answers contradict each other; null where it was not asked. */
const postureOf = (shot: Snapshot, gamma: number): Estimate | null =>
	shot.posture && {
		value: shot.posture.value,
		se: widening(shot) * Math.hypot(shot.posture.se0, gamma * (shot.posture.value - 50)),
	};

/** What the team differs in, what it agrees in, and what cannot be said; widest against its noise first. */
export const agendaOf = (members: readonly TeamMember[], gamma: number): readonly AgendaRow[] =>
	topics
		.flatMap((id): AgendaRow[] => {
			const scores = members.flatMap((member) => {
				const shot = member.sent.snapshot;
				const score = id === 'posture' ? postureOf(shot, gamma) : estimateOf(shot, id, gamma);
				return score ? [{ member, score }] : [];
			});
			const found = spreadOf(
				scores.map(({ score }) => score),
				id,
			);
			if (!found) return [];
			const end = (least: boolean) => {
				const one = scores.reduce((best, other) =>
					other.score.value < best.score.value === least && other.score.value !== best.score.value ? other : best,
				);
				return { member: one.member, value: clip(one.score.value), half: z90 * one.score.se };
			};
			return [{ ...found, low: end(true), high: end(false) }];
		})
		.sort((a, b) => b.ratio - a.ratio);

/** How many lean to each end, and how many to offence and defence, by bands that decide it; the rest are `level`, and `untold`. */
export const leanings = (
	members: readonly TeamMember[],
	gamma: number,
): Readonly<Record<'architecture' | 'people' | 'level' | 'offence' | 'defence' | 'untold', number>> => {
	const counts = { architecture: 0, people: 0, level: 0, offence: 0, defence: 0, untold: 0 };
	for (const { sent } of members) {
		const S = estimateOf(sent.snapshot, 'S', gamma);
		counts[placeOf(S.value, S.se).towards ?? 'level'] += 1;
		const posture = postureOf(sent.snapshot, gamma);
		const side = posture && placeOf(posture.value, posture.se).towards;
		// On this scale the upper side is offence.
		counts[side ? (side === 'architecture' ? 'offence' : 'defence') : 'untold'] += 1;
	}
	return counts;
};
