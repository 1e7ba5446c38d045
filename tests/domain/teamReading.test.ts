import { describe, expect, test } from 'vitest';
import { twoPeople } from '../../src/domain/compare';
import { coverage, facetCarriers } from '../../src/domain/coverage';
import { below, estimateOf } from '../../src/domain/errors';
import { facetIds } from '../../src/domain/instrument';
import { regionOf } from '../../src/domain/profile';
import { read } from '../../src/domain/reading';
import type { Sent } from '../../src/domain/sent';
import type { Snapshot } from '../../src/domain/snapshot';
import { chiSquare90 } from '../../src/domain/spread';
import { emptyTeam, ghostAt, type TeamMember } from '../../src/domain/team';
import { z90 } from '../../src/domain/normal';
import { agendaOf, asMembers, carries, facetRows, leanings, rowOf, settled, shown } from '../../src/domain/teamReading';
import { gamma, perFacet, quick, red, sent, shot } from './shots';

const of = (key: string, change: Partial<Snapshot> = {}, sending: Partial<Sent> = {}): TeamMember => ({
	key,
	sent: sent(change, sending),
	label: null,
	role: null,
	hidden: false,
	ghost: false,
});
const facets = (change: Partial<Snapshot['facets']>) => ({ ...perFacet(50), ...change });
const posture = (value: number) => ({ value, se0: 10.6, count: 6 });
const keys = (members: readonly TeamMember[]) => members.map(({ key }) => key);

/** Of so many members, from one end of the map to the other. */
const crowdOf = (size: number): TeamMember[] =>
	Array.from({ length: size }, (_, i) => {
		const A = 30 + (40 * i) / Math.max(1, size - 1);
		return of(`m${i}`, { A, P: 100 - A, facets: facets({ A1: A, P1: 100 - A }) });
	});
const sizes = [0, 1, 2, 12];

describe('who is shown', () => {
	test('hidden ones are not, in the order of the team', () => {
		const members = [of('a'), { ...of('b'), hidden: true }, { ...of('c'), ghost: true }];
		expect(keys(shown({ ...emptyTeam('t', 'Leads'), members }))).toEqual(['a', 'c']);
	});
	test('the role given here goes before the one that was sent', () => {
		const context = { ...sent().context, role: 'vp' as const };
		const members = [of('a', {}, { context }), { ...of('b', {}, { context }), role: 'cto' as const }, of('c')];
		expect(asMembers(members).map(({ role }) => role)).toEqual(['vp', 'cto', null]);
	});
});

describe('a row', () => {
	test.each<[string, Partial<Snapshot>]>([
		['at the centre', {}],
		['architectural', { A: 82, P: 35 }],
		['at people', { A: 31, P: 77.5 }],
		['both ends', { A: 84, P: 83 }],
		['elsewhere', { A: 15, P: 18 }],
		['beyond the scale', { A: 128, P: -28 }],
		['after the quick form', { ...quick, A: 71, P: 55 }],
		['of answers that contradict each other', { A: 71, P: 55, quality: red }],
	])('%s: the same numbers as the page of that person', (_, change) => {
		const wanted = read(shot(change), gamma);
		const row = rowOf(of('a', change), gamma, true);
		expect(row.place).toEqual(wanted.place);
		for (const id of ['A', 'P'] as const)
			for (const part of ['value', 'low', 'high', 'half'] as const)
				expect(row[id][part]).toBeCloseTo(wanted[id][part], 9);
		expect(wanted.chances[row.region]).toBe(Math.max(...Object.values(wanted.chances)));
	});
	test.each([[true, 'MIDDLE'], [false, 'UNICORN']] as const)('likeliest or where the point lies: %s', (exact, region) => {
		const change = { ...quick, A: 65, P: 65 };
		expect(regionOf(65, 65)).toBe('UNICORN');
		expect(rowOf(of('a', change), gamma, exact).region).toBe(region);
	}); // prettier-ignore
	test.each(sizes)('for each of %d', (size) =>
		expect(crowdOf(size).map((one) => rowOf(one, gamma, false).member.key)).toEqual(keys(crowdOf(size))),
	);
});

describe('carrying a facet', () => {
	// The error of a facet here is hypot(9, .15 (value - 50)): .80 lies between 67.5 and 68.
	test.each<[string, number, Partial<Snapshot>, 'sure' | 'maybe' | 'no']>([
		['at the cut', 60, {}, 'maybe'],
		['just below the cut', 59.5, {}, 'no'],
		['just below .80', 67.5, {}, 'maybe'],
		['from .80', 68, {}, 'sure'],
		['the same of answers that contradict each other', 68, { quality: red }, 'maybe'],
		['far above', 110, {}, 'sure'],
		['far below', -20, {}, 'no'],
		['without an error, at the cut', 60, { se0: { ...shot().se0, A1: 0 } }, 'maybe'],
	])('%s', (_, value, change, wanted) => {
		const member = shot({ ...change, facets: facets({ A1: value }) });
		expect(carries(member, 'A1', gamma)).toBe(wanted);
	});
	test('without an error the score alone decides', () => {
		const exact = { ...shot().se0, A1: 0 };
		expect(carries(shot({ se0: exact, facets: facets({ A1: 60 }) }), 'A1', 0)).toBe('sure');
		expect(carries(shot({ se0: exact, facets: facets({ A1: 59.5 }) }), 'A1', 0)).toBe('no');
	});
});

describe('facets with who carries them', () => {
	const rowsOf = (members: readonly TeamMember[]) =>
		facetRows(members, facetCarriers(asMembers(members), gamma), gamma);
	const find = (members: readonly TeamMember[], id: (typeof facetIds)[number]) => rowsOf(members).find(({ facet }) => facet === id)!; // prettier-ignore

	test.each(sizes)('all eight in their order, of %d members', (size) => {
		const members = crowdOf(size);
		const rows = rowsOf(members);
		expect(rows.map(({ facet }) => facet)).toEqual([...facetIds]);
		for (const { facet, any, two, call, sure, maybe, likeliest } of rows) {
			expect({ any, two, call }).toEqual(facetCarriers(asMembers(members), gamma)[facet]);
			for (const member of members) {
				const kind = carries(member.sent.snapshot, facet, gamma);
				expect([sure.includes(member), maybe.includes(member)]).toEqual([kind === 'sure', kind === 'maybe']);
			}
			expect(likeliest === null).toBe(size === 0);
		}
	});
	test('the surest first', () => {
		const members = [80, 95, 62, 70, 64].map((A2, i) => of(`m${i}`, { facets: facets({ A2 }) }));
		const { sure, maybe, likeliest } = find(members, 'A2');
		expect([keys(sure), keys(maybe), likeliest?.key]).toEqual([['m1', 'm0', 'm3'], ['m4', 'm2'], 'm1']);
	});
	test('who is seen less surely stands behind the same score seen surely', () => {
		const members = [of('a', { facets: facets({ P3: 75 }), quality: red }), of('b', { facets: facets({ P3: 75 }) })];
		expect(find(members, 'P3').likeliest?.key).toBe('b');
	});
	test.each<[string, number[], 'covered' | 'one' | 'open' | 'unsure']>([
		['nobody', [], 'open'],
		['nobody near it', [40, 45], 'open'],
		['one surely', [80, 30], 'one'],
		['two surely', [80, 80], 'covered'],
		['one perhaps', [63, 30], 'unsure'],
	])('%s: %s', (_, scores, wanted) => {
		const members = scores.map((A1, i) => of(`m${i}`, { facets: facets({ A1 }) }));
		expect(find(members, 'A1').call).toBe(wanted);
	});
});

describe('what is not worth arguing', () => {
	const at = (...places: number[]) => places.map((S, i) => of(`m${i}`, { A: S, P: 100 - S }));
	const pairs = (members: readonly TeamMember[], most = 3) => settled(members, gamma, most).map(keys);

	test.each(sizes)('of %d: neighbours that twoPeople does not tell apart', (size) => {
		const members = crowdOf(size);
		const found = settled(members, gamma, 99);
		for (const [one, two] of found) expect(twoPeople(one.sent, two.sent, gamma).S.call).toBe('untold');
		const sorted = [...members].reverse();
		const wanted = sorted.slice(1).filter((two, i) => twoPeople(sorted[i]!.sent, two.sent, gamma).S.call === 'untold');
		expect(found).toHaveLength(wanted.length);
	});
	test('the closest first', () => expect(pairs(at(70, 50, 69.5, 52, 30))).toEqual([['m0', 'm2'], ['m3', 'm1']])); // prettier-ignore
	test('no more than asked for', () => expect(pairs(at(50, 50, 50, 50, 50), 2)).toHaveLength(2));
	test('who stands further towards architecture is named first', () => expect(pairs(at(50, 52))).toEqual([['m1', 'm0']])); // prettier-ignore
	test('who is told apart is not there', () => expect(pairs(at(75, 50, 25))).toEqual([]));
	test('those who answered the same are compared with the smaller error', () => {
		// .80 lies at .842 hypot(s, s): 4.0 points with 3.4, 4.4 with 3.7.
		const [one, two] = at(52.1, 47.9);
		const other = { ...two!, sent: { ...two!.sent, version: '1.0.1' } };
		expect([pairs([one!, two!]), pairs([one!, other])]).toEqual([[], [['m0', 'm1']]]);
	});
});

describe('the agenda', () => {
	const topics = ['drive', 'practice', ...facetIds];
	const find = (members: readonly TeamMember[], id: string) => agendaOf(members, gamma).find((row) => row.id === id);

	test.each([[0, 0], [1, 0], [2, 10], [12, 10]])('of %d: %d topics, each once, the widest against its noise first', (size, count) => {
		const rows = agendaOf(crowdOf(size), gamma);
		expect(rows).toHaveLength(count);
		expect(rows.map(({ id }) => id).sort()).toEqual(count ? [...topics].sort() : []);
		expect(rows.map(({ ratio }) => ratio)).toEqual(rows.map(({ ratio }) => ratio).sort((a, b) => b - a));
		for (const { ratio, distance, call } of rows) {
			expect(ratio).toBeCloseTo(distance / (size - 1), 9);
			expect(call === 'differ').toBe(distance > chiSquare90(size - 1));
		}
	}); // prettier-ignore
	test('names who stands lowest and highest, with values as they are shown', () => {
		const members = [55, 120, 20, -10, 70].map((A1, i) => of(`m${i}`, { facets: facets({ A1 }) }));
		const { low, high, call } = find(members, 'A1')!;
		expect([low.member.key, low.value, high.member.key, high.value, call]).toEqual(['m3', 0, 'm1', 100, 'differ']);
		for (const { member, half } of [low, high])
			expect(half).toBeCloseTo(z90 * estimateOf(member.sent.snapshot, 'A1', gamma).se, 9);
	});
	test('where all are alike the first is named', () => {
		const { low, high, call } = find([of('a'), of('b')], 'P2')!;
		expect([low.member.key, high.member.key, call]).toEqual(['a', 'a', 'agree']);
	});
	test('where the errors are large nobody is said to agree', () => {
		const wide = { se0: { ...shot().se0, P2: 12.5 } };
		expect(find([of('a', wide), of('b', wide)], 'P2')!.call).toBe('unsure');
	});

	describe('posture', () => {
		test.each<[string, (number | null)[], boolean]>([
			['nobody was asked', [null, null, null], false],
			['one was asked', [70, null, null], false],
			['two were', [80, null, 20], true],
			['all were', [80, 50, 20], true],
		])('%s', (_, values, there) => {
			const members = values.map((value, i) => of(`m${i}`, { posture: value === null ? null : posture(value) }));
			const row = find(members, 'posture');
			expect(row !== undefined).toBe(there);
			if (row) expect([row.low.member.key, row.low.value, row.high.member.key, row.high.value]).toEqual(['m2', 20, 'm0', 80]); // prettier-ignore
		});
		test('counts only those who have it', () => {
			const members = [80, null, 20].map((value, i) => of(`m${i}`, { posture: value === null ? null : posture(value) })); // prettier-ignore
			const se = Math.hypot(10.6, gamma * 30);
			expect(find(members, 'posture')!.distance).toBeCloseTo((2 * 30 ** 2) / se ** 2, 6);
		});
		test('is wider where answers contradict each other', () => {
			const members = (change: Partial<Snapshot>) => [80, 20].map((value, i) => of(`m${i}`, { posture: posture(value), ...change })); // prettier-ignore
			const [plain, wide] = [{}, { quality: red }].map((change) => find(members(change), 'posture')!.distance);
			expect(wide).toBeCloseTo(plain! / 1.5 ** 2, 6);
		});
	});
});

describe('how they lean', () => {
	const none = { architecture: 0, people: 0, level: 0, offence: 0, defence: 0, untold: 0 };
	test.each<[string, TeamMember[], Partial<typeof none>]>([
		['nobody', [], {}],
		['one at the centre', [of('a')], { level: 1 }],
		['one at each end and one between', [of('a', { A: 75, P: 30 }), of('b', { A: 30, P: 75 }), of('c')], { architecture: 1, people: 1, level: 1 }],
		['one whose band reaches both sides', [of('a', { A: 55, P: 45 })], { level: 1 }],
		['the same place seen less surely', [of('a', { A: 57, P: 43 }), of('b', { A: 57, P: 43, quality: red })], { architecture: 1, level: 1 }],
		['offence above, defence below', [of('a', { posture: posture(85) }), of('b', { posture: posture(12) })], { level: 2, offence: 1, defence: 1 }],
		['posture whose band reaches both sides', [of('a', { posture: posture(60) })], { level: 1 }],
	])('%s', (_, members, wanted) => expect(leanings(members, gamma)).toEqual({
			...none,
			...wanted,
			untold: members.length - (wanted.offence ?? 0) - (wanted.defence ?? 0),
		})); // prettier-ignore
	test.each(sizes)('everybody of %d is counted once', (size) => {
		const members = crowdOf(size);
		const { architecture, people, level } = leanings(members, gamma);
		expect(architecture + people + level).toBe(size);
		const towards = members.map((member) => rowOf(member, gamma, false).place.towards);
		expect(architecture).toBe(towards.filter((end) => end === 'architecture').length);
		expect(people).toBe(towards.filter((end) => end === 'people').length);
	});
});

describe('an imagined hire', () => {
	const ghost = (A: number, P: number): TeamMember => ({ ...of('g'), sent: ghostAt(A, P, null, '2026-11-22', '1.0.0'), ghost: true }); // prettier-ignore
	test('counts at the ends as somebody after the full form would', () => {
		const { ends } = coverage(asMembers([ghost(80, 40)]), gamma);
		const estimate = estimateOf(ghost(80, 40).sent.snapshot, 'A', gamma);
		expect(ends.architecture.any).toBeCloseTo(1 - below(60, estimate), 9);
	});
	test('carries no facet, so far as is known', () =>
		expect(facetIds.map((id) => carries(ghost(90, 90).sent.snapshot, id, gamma))).toEqual(facetIds.map(() => 'no')));
});
