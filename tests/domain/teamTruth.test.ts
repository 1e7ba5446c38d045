/** Over teams with known truth: what the page says with a chance holds as often as it says. */
import { describe, expect, test } from 'vitest';
import { sameItems, twoPeople } from '../../src/domain/compare';
import { coverage, facetCarriers, type Carriers } from '../../src/domain/coverage';
import { below, estimateOf } from '../../src/domain/errors';
import { facetIds } from '../../src/domain/instrument';
import { pairing } from '../../src/domain/pairing';
import { asMembers, carries, leanings, settled } from '../../src/domain/teamReading';
import { drawnTeams, type Truth } from './drawnTeams';
import { gamma } from './shots';

const cut = 60;
/** One thing that was said, and whether it is so. */
interface Claim {
	readonly chance: number;
	readonly holds: boolean;
}
const drawn = drawnTeams(2000).map(({ team, truths }) => {
	const members = asMembers(team.members);
	return { team, members, truths, covered: coverage(members, gamma) };
});
const placeOf = ({ A, P }: Truth): number => 50 + (A - P) / 2;
/** Of what was said, the share that is so lies between these, give or take the noise that a share of the bound has. */
const holds = (said: readonly boolean[], low: number, high: number): void => {
	expect(said.length).toBeGreaterThan(100);
	const share = said.filter(Boolean).length / said.length;
	const noise = (bound: number) => most * Math.sqrt(Math.max(0.01, bound * (1 - bound)) / said.length);
	expect(share).toBeGreaterThan(low - noise(low));
	expect(share).toBeLessThan(high + noise(high));
};
/** The same of those too that were only just said. */
const holdsToTheEdge = (claims: readonly Claim[], low: number, high: number): void => {
	const sorted = [...claims].sort((one, two) => one.chance - two.chance).map((claim) => claim.holds);
	const some = Math.ceil(sorted.length / 6);
	for (const part of [sorted, sorted.slice(0, some), sorted.slice(-some)]) holds(part, low, high);
};
const reach = (truths: readonly Truth[], end: 'A' | 'P'): number => truths.filter((one) => one[end] >= cut).length;
const ends = [['architecture', 'A'], ['people', 'P']] as const; // prettier-ignore

/** Distances of what came from what was said, in standard errors: one of all, one for each tenth with 30 claims or more. */
const distances = (claims: readonly Claim[]): number[] => {
	const bins = [claims, ...Array.from({ length: 10 }, (_, i) => claims.filter(({ chance }) => Math.min(9, Math.floor(10 * chance)) === i))]; // prettier-ignore
	return bins
		.filter(({ length }) => length >= 30)
		.map((bin) => {
			const said = bin.reduce((sum, { chance }) => sum + chance, 0);
			const noise = Math.sqrt(bin.reduce((sum, { chance }) => sum + chance * (1 - chance), 0));
			// Half a case for what is all but certain.
			return Math.abs(bin.filter(({ holds }) => holds).length - said) / Math.max(0.5, noise);
		});
};
/** One distance in 5,000 lies beyond. */
const most = 3.72;
const all: Record<string, () => Claim[]> = {
	'somebody carries architecture': () =>
		drawn.map(({ covered, truths }) => ({ chance: covered.ends.architecture.any, holds: reach(truths, 'A') >= 1 })),
	'somebody carries people': () =>
		drawn.map(({ covered, truths }) => ({ chance: covered.ends.people.any, holds: reach(truths, 'P') >= 1 })),
	'two carry architecture': () =>
		drawn.map(({ covered, truths }) => ({ chance: covered.ends.architecture.two, holds: reach(truths, 'A') >= 2 })),
	'two carry people': () =>
		drawn.map(({ covered, truths }) => ({ chance: covered.ends.people.two, holds: reach(truths, 'P') >= 2 })),
	'both ends are covered': () =>
		drawn.map(({ covered, truths }) => ({
			chance: covered.both,
			holds: reach(truths, 'A') >= 1 && reach(truths, 'P') >= 1,
		})),
	'the first pair covers both ends': () =>
		drawn.flatMap(({ members, truths }) => {
			// Any pair will do that was not chosen by its truth: the first one of the list.
			const [pair] = members.length > 1 ? pairing(members.slice(0, 2), gamma).pairs : [];
			if (!pair) return [];
			const two = [truths[pair.one]!, truths[pair.two]!];
			return [{ chance: pair.cover, holds: reach(two, 'A') >= 1 && reach(two, 'P') >= 1 }];
		}),
	'the pair that is named first covers both ends': () =>
		drawn.slice(0, 600).flatMap(({ members, truths }) => {
			const pair = pairing(members, gamma).pairs.find(({ call }) => call === 'complementary');
			if (!pair) return [];
			const two = [truths[pair.one]!, truths[pair.two]!];
			return [{ chance: pair.cover, holds: reach(two, 'A') >= 1 && reach(two, 'P') >= 1 }];
		}),
	...Object.fromEntries(
		facetIds.map((id) => [
			`somebody carries ${id}`,
			() =>
				drawn.map(({ members, truths }) => ({
					chance: facetCarriers(members, gamma)[id].any,
					holds: truths.some(({ facets }) => facets[id] >= cut),
				})),
		]),
	),
};

describe('over 2,000 teams of 1 to 12', () => {
	test.each(Object.keys(all))('%s as often as it is said', (what) => {
		const far = distances(all[what]!());
		expect(far.length).toBeGreaterThan(2);
		expect(Math.max(...far)).toBeLessThan(most);
	});
	test.each(ends)('the best at %s is where it is expected', (id, end) => {
		const off = drawn.map(({ covered, truths }) => Math.max(...truths.map((one) => one[end])) - covered.ends[id].best!);
		const mean = off.reduce((sum, value) => sum + value, 0) / off.length;
		const sd = Math.sqrt(off.reduce((sum, value) => sum + (value - mean) ** 2, 0) / off.length);
		expect(Math.abs(mean) / (sd / Math.sqrt(off.length))).toBeLessThan(most);
	});
	test.each<[Carriers['call'], number, number, number]>([
		['covered', 0.8, 1, 1],
		['one', 0.8, 1, 1],
		['open', 0, 0.5, 1],
		['unsure', 0.5, 0.8, 1],
		['covered', 0.5, 1, 2],
		['one', 0, 0.5, 2],
	])('“%s” is so in a share of %f to %f, for %d', (call, low, high, many) => {
		const said = drawn.flatMap(({ covered, truths }) =>
			ends.flatMap(([id, end]) => (covered.ends[id].call === call ? [reach(truths, end) >= many] : [])),
		);
		const share = said.filter(Boolean).length / said.length;
		const noise = (most * 0.5) / Math.sqrt(said.length);
		expect(said.length).toBeGreaterThan(100);
		expect(share).toBeGreaterThan(low - noise);
		expect(share).toBeLessThan(high + noise);
	});
	test('where an end is called the weaker one it is carried more rarely', () => {
		for (const [weak, [own, other]] of [['architecture', ['A', 'P']], ['people', ['P', 'A']]] as const) {
			const teams = drawn.filter(({ covered }) => covered.weak === weak);
			const share = (end: 'A' | 'P') => teams.filter(({ truths }) => reach(truths, end) > 0).length / teams.length;
			expect(teams.length).toBeGreaterThan(100);
			expect(share(other) - share(own)).toBeGreaterThan(0.2);
		}
	}); // prettier-ignore

	/** Everybody, with the truth about them. */
	const everybody = drawn.flatMap(({ team, truths }) =>
		team.members.map((member, i) => ({ member, shot: member.sent.snapshot, truth: truths[i]! })),
	);
	test.each<['sure' | 'maybe' | 'no', number, number]>([
		['sure', 0.8, 1],
		['maybe', 0.5, 0.8],
		['no', 0, 0.5],
	])('a cell of who carries what that says “%s” is so in a share of %f to %f', (kind, low, high) => {
		const cells = everybody.flatMap(({ shot, truth }) =>
			facetIds
				.filter((id) => carries(shot, id, gamma) === kind)
				.map((id) => ({
					chance: 1 - below(cut, estimateOf(shot, id, gamma)),
					holds: truth.facets[id] >= cut,
				})),
		);
		holdsToTheEdge(cells, low, high);
		expect(Math.max(...distances(cells))).toBeLessThan(most);
	});
	test('who is said to lean to an end lies on its side nineteen times in twenty', () => {
		const side = (member: (typeof everybody)[number]['member']) => {
			const { architecture, people } = leanings([member], gamma);
			return architecture - people;
		};
		const leaning = everybody.map((one) => ({ ...one, lean: side(one.member) })).filter(({ lean }) => lean !== 0);
		holds(
			leaning.map(({ truth, lean }) => Math.sign(placeOf(truth) - 50) === lean),
			0.95,
			1,
		);
	});
	test.each<['reliably' | 'probably', number, number]>([
		['reliably', 0.95, 1],
		['probably', 0.8, 0.95],
	])('who lies “%s” further does in a share of %f to %f', (call, low, high) => {
		const values = { S: placeOf, A: ({ A }: Truth) => A, P: ({ P }: Truth) => P };
		// The truths here are drawn person by person: what two of the same form share is not among their errors.
		const pairs = everybody.slice(1).flatMap((one, i) => {
			const two = everybody[i]!;
			if (sameItems(one.member.sent, two.member.sent)) return [];
			const found = twoPeople(one.member.sent, two.member.sent, gamma);
			return (['S', 'A', 'P'] as const)
				.filter((id) => found[id].call === call)
				.map((id) => ({
					chance: Math.max(found[id].p, 1 - found[id].p),
					holds: (found[id].further === 'one') === values[id](one.truth) > values[id](two.truth),
				}));
		});
		holdsToTheEdge(pairs, low, high);
	});
	test('of two who are not worth arguing over either may lie further', () => {
		const pairs = drawn.flatMap(({ team, truths }) =>
			settled(team.members, gamma, 3).map(([one, two]) => {
				const [first, second] = [one, two].map((member) => placeOf(truths[team.members.indexOf(member)]!));
				return first! > second!;
			}),
		);
		// The first is named because their point lies further.
		holds(pairs, 0.5, 0.8);
	});
});
