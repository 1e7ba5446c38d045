/** A leadership team: its members' results as they were sent, in an order, and what whoever keeps the team said of them. */
import { facetIds, type FacetId } from './instrument';
import { sentName } from './name';
import { noContext, type Context } from './result';
import type { Sent } from './sent';

export interface TeamMember {
	/** Stable within a team. */
	readonly key: string;
	/** What the person sent, or a ghost's. */
	readonly sent: Sent;
	/** The name given by whoever keeps the team; null: the one that was sent. */
	readonly label: string | null;
	/** The role given here; null: the one that was sent. */
	readonly role: Context['role'];
	/** Kept, but not part of any figure or reading. */
	readonly hidden: boolean;
	/** A hire that was thought of, not a person. */
	readonly ghost: boolean;
}

export interface Team {
	readonly id: string;
	/** At most 60 characters; empty where none was given. */
	readonly name: string;
	readonly stage: Context['stage'];
	/** Names are hidden, as for a projector: letters stand for them. */
	readonly letters: boolean;
	readonly members: readonly TeamMember[];
}

/** The role given here, else the one that was sent; null: not said. */
export const roleOf = ({ role, sent }: Pick<TeamMember, 'role' | 'sent'>): Context['role'] => role ?? sent.context.role;

/** The name given here, else the one that was sent; null where there is none. */
export const nameOf = ({ label, sent }: Pick<TeamMember, 'label' | 'sent'>): string | null => label ?? sent.name;

/** A team's name as it is kept: without control characters and spaces around it, at most 60 characters, perhaps empty. */
export const teamName = (name: string): string => (sentName(name) ?? '').trim();

/** A member's label as it is kept: as a team's name, null for nothing. */
export const labelFor = (label: string | null): string | null => teamName(label ?? '') || null;

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const lettersAt = (place: number): string =>
	(place < 26 ? '' : lettersAt(Math.floor(place / 26) - 1)) + alphabet[place % 26]!;

/** A, B, .., Z, AA, .. by key, in the order of the members; hidden ones have theirs too, so that hiding shifts nobody's. */
export const lettersOf = (members: readonly Pick<TeamMember, 'key'>[]): ReadonlyMap<string, string> =>
	new Map(members.map(({ key }, i) => [key, lettersAt(i)]));

/** Which of those that are called alike a member is, from 1 in their order, by key; who has a name alone is not among them. */
export const namesakes = (
	members: readonly TeamMember[],
	called: (member: TeamMember) => string,
): ReadonlyMap<string, number> => {
	const groups = new Map<string, string[]>();
	for (const member of members) {
		const name = called(member);
		const keys = groups.get(name);
		if (keys) keys.push(member.key);
		else groups.set(name, [member.key]);
	}
	return new Map([...groups.values()].flatMap((keys) => (keys.length > 1 ? keys.map((key, i) => [key, i + 1]) : [])));
};

/** A team without members. */
export const emptyTeam = (id: string, name: string): Team => ({
	id,
	name: teamName(name),
	stage: null,
	letters: false,
	members: [],
});

/** The member with these changes; without such a member the team as it was. */
const changed = (team: Team, key: string, of: (member: TeamMember) => Partial<TeamMember>): Team =>
	team.members.some((member) => member.key === key)
		? { ...team, members: team.members.map((one) => (one.key === key ? { ...one, ...of(one) } : one)) }
		: team;

/** A member under another name; null or nothing but spaces brings back the one that was sent. */
export const renamed = (team: Team, key: string, label: string | null): Team =>
	changed(team, key, () => ({ label: labelFor(label) }));

/** A member in another role; null brings back the one that was sent. */
export const withRole = (team: Team, key: string, role: Context['role']): Team => changed(team, key, () => ({ role }));

/** A member hidden, or shown again. */
export const toggled = (team: Team, key: string): Team => changed(team, key, ({ hidden }) => ({ hidden: !hidden }));

export const removed = (team: Team, key: string): Team => ({
	...team,
	members: team.members.filter((member) => member.key !== key),
});

/** A member at another place, counted from 0 in the new order; what lies beyond an end is that end. */
export const moved = (team: Team, key: string, to: number): Team => {
	const member = team.members.find((one) => one.key === key);
	if (!member) return team;
	const others = removed(team, key).members;
	const place = Math.min(others.length, Math.max(0, Math.round(to) || 0));
	return { ...team, members: [...others.slice(0, place), member, ...others.slice(place)] };
};

/** The same members, keys included, as another team. */
export const duplicated = (team: Team, id: string, name: string): Team => ({ ...team, id, name: teamName(name) });

/** A hire that was thought of (`ghostAt`) as the last member. */
export const withGhost = (team: Team, key: string, sent: Sent, label: string | null): Team => ({
	...team,
	members: [...team.members, { key, sent, label: labelFor(label), role: null, hidden: false, ghost: true }],
});

/** The errors of A and P after the full form, and before the first answer (measurement 4.6). */
const known = 5.7;
const unknown = 20;
const half = (score: number): number => Math.min(130, Math.max(-30, Math.round(score * 2) / 2)) || 0;
const perFacet = <T>(value: T): Record<FacetId, T> =>
	Object.fromEntries(facetIds.map((id) => [id, value])) as Record<FacetId, T>;

/**
 * A hire thought of at `A` and `P` (points, -30 to 130, kept to .5) in the shape of a result: seen as surely as after the full form
 * (A and P wrong independently), and nothing known of facets, drive and practice. `day`: `2026-11-22`; `version` of the instrument.
 */
export const ghostAt = (A: number, P: number, role: Context['role'], day: string, version: string): Sent => {
	const at = { A: half(A), P: half(P) };
	const S = half(50 + (at.A - at.P) / 2);
	const se0 = { A: known, P: known, S: Math.round(Math.hypot(known, known) * 5) / 10 };
	return {
		version,
		form: 'full',
		asked: 0,
		day,
		language: 'en',
		name: null,
		person: null,
		context: { ...noContext, role },
		snapshot: {
			level: 'full',
			...at,
			drive: S,
			practice: S,
			facets: perFacet(50),
			facetCalls: perFacet<-1 | 0 | 1>(0),
			se0: { ...se0, drive: unknown, practice: unknown, gap: unknown, ...perFacet(unknown) },
			se0rel: se0,
			posture: null,
			counts: { ratings: 0, pairs: 0, posture: 0, ratingsA: 0, ratingsP: 0 },
			quality: { level: 'green', reasons: [], tension: false },
			most: 0,
		},
	};
};
