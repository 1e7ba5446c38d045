import { describe, expect, test } from 'vitest';
import { addTo, type Outcome } from '../../src/domain/gather';
import type { Sent } from '../../src/domain/sent';
import { emptyTeam, ghostAt, withGhost, type Team } from '../../src/domain/team';
import { sent } from './shots';
import { costOf } from './teams';

const of = (person: string | null, day = '2026-11-22', change: Partial<Sent> = {}): Sent =>
	sent({}, { person, day, ...change });
const keys = (): (() => string) => {
	let last = 0;
	return () => `k${(last += 1)}`;
};
const [ada, bo] = ['00000000aa', '00000000bb'];
const start: Team = {
	...emptyTeam('t', 'T'),
	members: [
		{ key: 'a', sent: of(ada), label: 'Ada', role: 'cto', hidden: true, ghost: false },
		{ key: 'n', sent: of(null, '2026-11-22', { name: 'No' }), label: null, role: null, hidden: false, ghost: false },
	],
};
const added = (key: string): Outcome => ({ kind: 'added', key });

test.each<[string, Sent[], Outcome[]]>([
	['nothing', [], []],
	['somebody new', [of(bo)], [added('k1')]],
	['a newer sitting', [of(ada, '2026-12-01')], [{ kind: 'replaced', key: 'a', earlier: '2026-11-22' }]],
	['an older sitting', [of(ada, '2026-11-21')], [{ kind: 'older', key: 'a', newer: '2026-11-22' }]],
	['the same sitting', [of(ada)], [{ kind: 'duplicate', key: 'a' }]],
	['the same day, other scores', [{ ...of(ada), asked: 16 }], [{ kind: 'duplicate', key: 'a' }]],
	['without a person, the same record', [of(null, '2026-11-22', { name: 'No' })], [{ kind: 'duplicate', key: 'n' }]],
	['without a person, another name', [of(null, '2026-11-22', { name: 'Yo' })], [added('k1')]],
	['without a person, another score', [{ ...sent({ A: 51 }, { name: 'No' }) }], [added('k1')]],
	['without a person, a newer day', [of(null, '2026-11-23', { name: 'No' })], [added('k1')]],
	['the same name, another person', [of(bo, '2026-11-22', { name: 'No' })], [added('k1')]],
	['one person twice', [of(bo), of(bo)], [added('k1'), { kind: 'duplicate', key: 'k1' }]],
	['one record twice', [of(null), of(null)], [added('k1'), { kind: 'duplicate', key: 'k1' }]],
	[
		'one person, older then newer then older',
		[of(bo, '2026-01-01'), of(bo, '2026-02-01'), of(bo, '2026-01-15')],
		[
			added('k1'),
			{ kind: 'replaced', key: 'k1', earlier: '2026-01-01' },
			{ kind: 'older', key: 'k1', newer: '2026-02-01' },
		],
	],
])('%s', (_, incoming, wanted) => expect(addTo(start, incoming, keys()).outcomes).toEqual(wanted));

describe('the team', () => {
	test('gets new ones at its end, and a newer record in its place with all that was said of the member', () => {
		const { team } = addTo(start, [of(bo), of(ada, '2026-12-01')], keys());
		expect(team.members).toEqual([
			{ ...start.members[0], sent: of(ada, '2026-12-01') },
			start.members[1],
			{ key: 'k1', sent: of(bo), label: null, role: null, hidden: false, ghost: false },
		]);
	});
	test('is the same one where nothing came in', () => expect(addTo(start, [of(ada)], keys()).team).toBe(start));
	test('is not changed itself', () => {
		const before = structuredClone(start);
		addTo(start, [of(bo), of(ada, '2026-12-01')], keys());
		expect(start).toEqual(before);
	});
	test('the order in which a record was put together makes no other record of it', () => {
		const one = of(null);
		const other = Object.fromEntries(Object.entries(one).reverse()) as unknown as Sent;
		expect(addTo(start, [one, other], keys()).outcomes.map(({ kind }) => kind)).toEqual(['added', 'duplicate']);
	});
	test('a ghost is never met', () => {
		const ghost = ghostAt(60, 40, 'vp', '2026-11-22', '1.0.0');
		const team = withGhost(start, 'g', ghost, null);
		expect(addTo(team, [ghost], keys()).outcomes).toEqual([added('k1')]);
	});
	test('where one person stands twice, the newer one is met', () => {
		const [first] = start.members;
		const team = { ...start, members: [{ ...first!, key: 'b', sent: of(ada, '2026-12-24') }, first!] };
		const { outcomes } = addTo(team, [of(ada, '2026-12-01')], keys());
		expect(outcomes).toEqual([{ kind: 'older', key: 'b', newer: '2026-12-24' }]);
	});
});

test.each([
	['with persons', (i: number) => of(`ff${i.toString(16).padStart(8, '0')}`)],
	['without', (i: number) => sent({ A: (i % 321) / 2 - 30 }, { name: `${i}` })],
])('10,000 at once, %s, and all of them again', (_, make) => {
	const incoming = Array.from({ length: 10_000 }, (_, i) => make(i));
	expect(costOf(() => addTo(start, incoming, keys()))).toBeLessThan(600);
	const first = addTo(start, incoming, keys());
	const again = addTo(first.team, incoming, keys());
	expect(first.team.members).toHaveLength(10_002);
	expect(again.outcomes.every(({ kind }) => kind === 'duplicate')).toBe(true);
});
