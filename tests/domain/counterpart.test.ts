import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { counterpart, type Counterpart } from '../../src/domain/counterpart';
import { read } from '../../src/domain/reading';
import { businesses, noContext, roles, stages, type Context } from '../../src/domain/result';
import { zoneOf, type Role } from '../../src/domain/stage';
import { gamma, red, shot } from './shots';

const reading = (A: number, P: number, change = {}) => read(shot({ A, P, ...change }), gamma);
const architecture = reading(75, 35);
const people = reading(35, 75);
const level = reading(52, 48);
const found = (of: ReturnType<typeof reading>, change: Partial<Context> = {}): Counterpart =>
	counterpart(of, { ...noContext, ...change });
const nobody = { wanted: false, ends: [], role: null, zone: null, above: false };

describe('the end that is sought', () => {
	test.each<[string, ReturnType<typeof reading>, Counterpart]>([
		['the place lies towards architecture', architecture, { ...nobody, seek: 'architecture', wanted: true, ends: ['people'] }],
		['the place lies towards people', people, { ...nobody, seek: 'people', wanted: true, ends: ['architecture'] }],
		['the band crosses the fulcrum', level, { ...nobody, seek: 'level' }],
		['both ends, clearly', reading(92, 92), { ...nobody, seek: 'both' }],
		['both ends, and a place towards one of them', reading(105, 85), { ...nobody, seek: 'both' }],
		['both ends, not clearly', reading(67, 67), { ...nobody, seek: 'level' }],
		['both ends, by the quick form', reading(92, 92, { level: 'quick' }), { ...nobody, seek: 'level' }],
		['elsewhere, clearly', reading(8, 8), { ...nobody, seek: 'elsewhere' }],
		['answers that contradict each other', reading(90, 20, { quality: red }), { ...nobody, seek: 'level' }],
		['the same with a role', reading(92, 92, { quality: red }), { ...nobody, seek: 'level' }],
	])('%s', (_, of, wanted) => expect(found(of)).toEqual(wanted)); // prettier-ignore
	test('a name is stronger than a side', () => expect(reading(105, 85).place.towards).toBe('architecture'));
});

describe('the seat that balances', () => {
	test.each<[Role, Role, Role]>([
		['cto', 'vp', 'staff'],
		['vp', 'director', 'cto'],
		['director', 'manager', 'staff'],
		['manager', 'director', 'tech-lead'],
		['tech-lead', 'manager', 'staff'],
		['staff', 'manager', 'tech-lead'],
	])('%s: people are carried by the %s, architecture by the %s', (role, forPeople, forArchitecture) => {
		expect(found(architecture, { role })).toMatchObject({ role: forPeople, zone: null });
		expect(found(people, { role })).toMatchObject({ role: forArchitecture, zone: null });
		expect(found(level, { role }).role).toBeNull();
	});
	test.each<[string, typeof architecture, Partial<Context>, Counterpart['zone']]>([
		['its zone at this stage', architecture, { role: 'cto', stage: 'series-b' }, { low: 20, high: 45 }],
		['moved by the business', architecture, { role: 'cto', stage: 'series-b', business: 'sales-led' }, { low: 10, high: 35 }],
		['on the side of architecture', people, { role: 'vp', stage: 'mature' }, { low: 55, high: 85 }],
		['none where the source has no such seat', architecture, { role: 'cto', stage: 'seed' }, null],
		['none without a stage', people, { role: 'vp', business: 'technical' }, null],
		['none where neither end is sought', level, { role: 'cto', stage: 'series-b' }, null],
	])('zone: %s', (_, of, change, zone) => expect(found(of, change).zone).toEqual(zone)); // prettier-ignore
});

test('a partner is wanted only at the other end of a place that is decided', () =>
	fc.assert(
		fc.property(
			fc.integer({ min: -60, max: 260 }),
			fc.integer({ min: -60, max: 260 }),
			fc.constantFrom('green', 'amber', 'red'),
			fc.constantFrom(...roles, null),
			fc.constantFrom(...stages, null),
			fc.constantFrom(...businesses, null),
			(A, P, quality, role, stage, business) => {
				const of = reading(A / 2, P / 2, { quality: { ...red, level: quality } });
				const context = { ...noContext, role, stage, business };
				const got = counterpart(of, context);
				const sides = { architecture: 'people', people: 'architecture' } as const;
				const end = got.seek === 'architecture' || got.seek === 'people' ? sides[got.seek] : null;
				expect(got.wanted).toBe(end !== null);
				expect(got.ends).toEqual(end ? [end] : []);
				if (end) expect(of.place.towards).toBe(sides[end]);
				expect(got.role === null).toBe(end === null || role === null);
				expect(got.role === role && role !== null).toBe(false);
				if (got.zone) expect(got.zone).toEqual(zoneOf({ ...context, role: got.role }));
				if (quality === 'red') expect(got).toEqual({ ...nobody, seek: 'level' });
			},
		),
		{ seed: 42, numRuns: 200 },
	));
