/** Over teams with known truth: what the page says with a chance holds as often as it says. */
import { describe, expect, test } from 'vitest';
import { coverage, facetCarriers, type Carriers } from '../../src/domain/coverage';
import { facetIds } from '../../src/domain/instrument';
import { pairing } from '../../src/domain/pairing';
import { asMembers } from '../../src/domain/teamReading';
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
	return { members, truths, covered: coverage(members, gamma) };
});
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
});
