/** How long each part of a team's page takes to work out, from a dozen members to ten thousand, and how that grows. */
import { coverage, facetCarriers } from '../../src/domain/coverage';
import { sameItems } from '../../src/domain/compare';
import { facetIds, type FacetId, type Instrument } from '../../src/domain/instrument';
import { pairing } from '../../src/domain/pairing';
import { noContext, roles } from '../../src/domain/result';
import type { Sent } from '../../src/domain/sent';
import { emptyTeam, type Team, type TeamMember } from '../../src/domain/team';
import { decodeTeam, encodeTeam } from '../../src/domain/teamCode';
import { agendaOf, asMembers, facetRows, fewUpTo, rowOf } from '../../src/domain/teamReading';

export const teamSizes = [12, 100, 1000, 10_000] as const;

/** Seeded, so that every run has the same teams: everybody somewhere on the map, after the full form. */
export const teamOf = (size: number, { version }: Instrument): Team => {
	let state = 20261122;
	const random = (): number => (state = (state * 48271) % 2147483647) / 2147483647;
	const score = (): number => Math.round(2 * (50 + 40 * (random() + random() - 1))) / 2;
	const perFacet = <T>(of: () => T): Record<FacetId, T> =>
		Object.fromEntries(facetIds.map((id) => [id, of()])) as Record<FacetId, T>;
	const sent = (i: number): Sent => ({
		version,
		form: 'full',
		asked: 46,
		day: '2026-11-22',
		language: 'en',
		name: `Ada King of Lovelace ${i}`,
		person: i.toString(16).padStart(10, '0'),
		context: { ...noContext, role: roles[i % roles.length]! },
		snapshot: {
			level: 'full',
			A: score(),
			P: score(),
			drive: score(),
			practice: score(),
			facets: perFacet(score),
			facetCalls: perFacet<-1 | 0 | 1>(() => 0),
			se0: { A: 5.7, P: 5.7, S: 3.6, drive: 4.4, practice: 4.4, gap: 5.2, ...perFacet(() => 9) },
			se0rel: { A: 5.2, P: 5.2, S: 3.3 },
			posture: { value: score(), se0: 10.6, count: 6 },
			counts: { ratings: 32, pairs: 8, posture: 6, ratingsA: 16, ratingsP: 16 },
			quality: { level: 'green', reasons: [], tension: false },
			most: 2.6,
		},
	});
	const member = (_: unknown, i: number): TeamMember => ({
		key: `m${i + 1}`,
		sent: sent(i),
		label: null,
		role: null,
		hidden: false,
		ghost: false,
	});
	return {
		...emptyTeam('9f3a61c0-7b00-4d2e-9a51-3c1d5e8f7a20', 'Leads'),
		members: Array.from({ length: size }, member),
	};
};

/** The parts that the page works out one after the other, each of a team of this size. */
const partsOf = (size: number, instrument: Instrument): Record<string, () => unknown> => {
	const { gamma } = instrument;
	const team = teamOf(size, instrument);
	// The page reads a stored team in turns of so many members.
	const code = encodeTeam({ ...team, members: team.members.slice(0, 500) });
	const { members } = team;
	const maths = asMembers(members);
	return {
		'decode a slice': () => decodeTeam(code),
		rows: () => members.map((member) => rowOf(member, gamma, size <= fewUpTo)),
		coverage: () => coverage(maths, gamma),
		carriers: () => facetRows(members, facetCarriers(maths, gamma), gamma),
		pairing: () => pairing(maths, gamma, (one, two) => sameItems(members[one]!.sent, members[two]!.sent)),
		agenda: () => agendaOf(members, gamma),
	};
};

/** The median of a few runs, in milliseconds; quick parts are run more often. */
const time = (act: () => unknown): number => {
	act();
	const timings: number[] = [];
	const end = performance.now() + 150;
	do {
		const start = performance.now();
		act();
		timings.push(performance.now() - start);
	} while (timings.length < 3 || (performance.now() < end && timings.length < 50));
	return timings.sort((one, two) => one - two)[Math.floor(timings.length / 2)]!;
};

export interface TeamTiming {
	readonly part: string;
	/** Milliseconds for each of `teamSizes`. */
	readonly ms: readonly number[];
	/** Of the size, from 1,000 to 10,000 members: 1 grows as the team does. */
	readonly exponent: number;
}

/** Each part's times, and last all of them together. */
export const measureTeams = (instrument: Instrument): readonly TeamTiming[] => {
	const measured = teamSizes.map((size) =>
		Object.entries(partsOf(size, instrument)).map(([part, act]) => ({ part, ms: time(act) })),
	);
	const rowOfTimes = (part: string, ms: readonly number[]): TeamTiming => ({
		part,
		ms,
		exponent: Math.log10(ms.at(-1)! / ms.at(-2)!),
	});
	const names = measured[0]!.map(({ part }) => part);
	return [
		...names.map((part, i) => rowOfTimes(part, measured.map((parts) => parts[i]!.ms))),
		rowOfTimes('all', measured.map((parts) => parts.reduce((sum, { ms }) => sum + ms, 0))),
	]; // prettier-ignore
};

/** A line a part: its times, its growth. */
export const teamTable = (timings: readonly TeamTiming[]): string => {
	const cell = (text: string): string => text.padStart(10);
	const head = [
		'ms for a team of'.padEnd(18),
		...teamSizes.map((size) => cell(size.toLocaleString('en'))),
		cell('growth'),
	];
	const lines = timings.map(({ part, ms, exponent }) =>
		[part.padEnd(18), ...ms.map((one) => cell(one.toFixed(2))), cell(`n^${exponent.toFixed(2)}`)].join(''),
	);
	return [head.join(''), ...lines].join('\n');
};
