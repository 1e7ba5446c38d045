/** Results that come into a team: who is new, whose newer sitting replaces an older one, and what is refused (formats.md, Codes). */
import { facetIds } from './instrument';
import { answeredOf, type Sent } from './sent';
import type { Team, TeamMember } from './team';

/**
 * What became of one result; `key`: the member it is about. `replaced`: a newer sitting of the same person, and the day of
 * the earlier one. `older`: refused, a newer sitting of `newer` is there. `duplicate`: refused, it is there already.
 */
export type Outcome =
	| { readonly kind: 'added'; readonly key: string }
	| { readonly kind: 'replaced'; readonly key: string; readonly earlier: string }
	| { readonly kind: 'older'; readonly key: string; readonly newer: string }
	| { readonly kind: 'duplicate'; readonly key: string };

const said = ['role', 'stage', 'size', 'founder', 'reportsTo', 'business'] as const;
const errors = ['A', 'P', 'S', 'drive', 'practice', 'gap', ...facetIds] as const;
/** The same text for the same record, person apart, in whatever order its fields were put together. */
const recordOf = ({ context, snapshot: shot, ...sent }: Sent): string =>
	JSON.stringify([
		[sent.version, sent.form, sent.asked, sent.day, sent.language, sent.name, ...said.map((key) => context[key])],
		[shot.level, shot.A, shot.P, shot.drive, shot.practice, shot.most],
		facetIds.map((id) => [shot.facets[id], shot.facetCalls[id]]),
		errors.map((key) => shot.se0[key]),
		[shot.se0rel.A, shot.se0rel.P, shot.se0rel.S],
		shot.posture && [shot.posture.value, shot.posture.se0, shot.posture.count],
		[shot.counts.ratingsA, shot.counts.ratingsP, shot.counts.pairs, shot.counts.posture],
		[shot.quality.level, shot.quality.tension, shot.quality.reasons.map(({ id, level }) => [id, level])],
	]);

/**
 * The team with these results, added at its end in their order, and an outcome for each. One with a person id meets the member of
 * that id: a newer day replaces the record (label, role, hidden and key stay), the same day is a duplicate, an older one is
 * refused. One without is a duplicate of exactly the same record without, else new. Names never count, and a ghost is never
 * met. `newKey` gives keys that are not in use. Time grows as the number of members and results.
 */
export const addTo = (
	team: Team,
	incoming: readonly Sent[],
	newKey: () => string,
): { readonly team: Team; readonly outcomes: readonly Outcome[] } => {
	const members = [...team.members];
	const byPerson = new Map<string, number>();
	const byRecord = new Map<string, number>();
	const nameless = incoming.some(({ person }) => person === null);
	const index = ({ sent, ghost }: TeamMember, at: number, record?: string): void => {
		if (ghost) return;
		if (sent.person === null) {
			if (nameless) byRecord.set(record ?? recordOf(sent), at);
			return;
		}
		const there = byPerson.get(sent.person);
		if (there === undefined || members[there]!.sent.day < sent.day) byPerson.set(sent.person, at);
	};
	members.forEach((member, at) => index(member, at));
	const outcomes = incoming.map((sent): Outcome => {
		const record = sent.person === null ? recordOf(sent) : '';
		const at = sent.person === null ? byRecord.get(record) : byPerson.get(sent.person);
		if (at === undefined) {
			const member = { key: newKey(), sent, label: null, role: null, hidden: false, ghost: false };
			index(member, members.push(member) - 1, record);
			return { kind: 'added', key: member.key };
		}
		const there = members[at]!;
		const [earlier, key] = [there.sent.day, there.key];
		// Sharpened on the same day: the one with more answers is the newer.
		const more = sent.day === earlier && answeredOf(sent) > answeredOf(there.sent);
		if (sent.person === null || (sent.day === earlier && !more)) return { kind: 'duplicate', key };
		if (sent.day < earlier) return { kind: 'older', key, newer: earlier };
		members[at] = { ...there, sent };
		return { kind: 'replaced', key, earlier };
	});
	const changes = outcomes.some(({ kind }) => kind === 'added' || kind === 'replaced');
	return { team: changes ? { ...team, members } : team, outcomes };
};
