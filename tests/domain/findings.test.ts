import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findingOf, findings, type Finding } from '../../src/domain/findings';
import { facetIds } from '../../src/domain/instrument';
import { read } from '../../src/domain/reading';
import { businesses, noContext, roles, stages, type Context } from '../../src/domain/result';
import type { Snapshot } from '../../src/domain/snapshot';
import { fit, postureFit, zoneSource, type Fit } from '../../src/domain/stage';
import { gamma, perFacet, quick, red, shot } from './shots';

const found = (change: Partial<Snapshot> = {}, context: Partial<Context> = {}) =>
	findings(read(shot(change), gamma), { ...noContext, ...context });
const close = (value: number) => expect.closeTo(value, 3) as number;

/** 20 points towards architecture: S 70, its error hypot(3.633, 3) = 4.7116, the half-width 7.7500. */
const architecture = { A: 80, P: 40 };
const people = { A: 40, P: 80 };
const offence = { value: 75, se0: 10.64, count: 6 };
const defence = { value: 25, se0: 10.64, count: 6 };

describe('each finding with its numbers', () => {
	type Row = [string, Partial<Snapshot>, Partial<Context>, Finding];
	test.each<Row>([
		['the whole band towards architecture', architecture, {}, { id: 'place', section: 'where', source: '17:34', towards: 'architecture', points: 20, half: close(7.75) }],
		['the whole band towards people', people, {}, { id: 'place', section: 'where', source: '18:29', towards: 'people', points: -20, half: close(7.75) }],
		['close to the centre', { A: 52, P: 48 }, {}, { id: 'level', section: 'where', source: null, word: 'centre' }],
		// S 58 by the quick form: 8.51 to each side, from 49.5 to 66.5.
		['not decided', { ...quick, A: 58, P: 42 }, {}, { id: 'level', section: 'where', source: null, word: 'undecided' }],
		// The half-width of the gap is 1.644854 hypot(5.229, 1.8) = 9.0964.
		['energy further towards architecture', { drive: 62 }, {}, { id: 'gap', section: 'gap', source: '13:10', towards: 'architecture', points: 12, half: close(9.096) }],
		['energy further towards people', { practice: 62 }, {}, { id: 'gap', section: 'gap', source: '13:10', towards: 'people', points: -12, half: close(9.096) }],
		// A CTO at seed, 60 to 90: Phi(20 / 4.7116) - Phi(-10 / 4.7116) = .99999 - .01690.
		['inside the zone', architecture, { role: 'cto', stage: 'seed' }, { id: 'inside', section: 'stage', source: '12:24', zone: expect.objectContaining({ low: 60, high: 90, chance: close(0.983) }) as Fit }],
		['outside, the zone lies towards people', architecture, { role: 'vp', stage: 'mature' }, { id: 'outside', section: 'stage', source: '21:01', zoneTowards: 'people', zone: expect.objectContaining({ low: 10, high: 35, chance: close(0) }) as Fit }],
		['outside, the zone lies towards architecture', people, { role: 'tech-lead', stage: 'mature' }, { id: 'outside', section: 'stage', source: '06:31', zoneTowards: 'architecture', zone: expect.objectContaining({ low: 50, high: 75, chance: close(0) }) as Fit }],
		['a posture that the stage asks for', { posture: offence }, { stage: 'seed' }, { id: 'posture', section: 'stage', source: '35:29', kind: 'with', word: 'offence' }],
		['another one', { posture: defence }, { stage: 'series-c' }, { id: 'posture', section: 'stage', source: '35:29', kind: 'with', word: 'defence' }],
		['torn, the energy inside the zone', { drive: 76, practice: 24 }, { role: 'cto', stage: 'seed' }, { id: 'halves', section: 'stage', source: '12:24', lie: 'inside-outside', zone: { low: 60, high: 90 } }],
		['torn, the month inside the zone', { drive: 76, practice: 24 }, { role: 'vp', stage: 'mature' }, { id: 'halves', section: 'stage', source: '21:01', lie: 'outside-inside', zone: { low: 10, high: 35 } }],
		['torn, each across an edge', { drive: 59, practice: 41 }, { role: 'manager', stage: 'seed' }, { id: 'halves', section: 'stage', source: '26:24', lie: 'edge-edge', zone: { low: 35, high: 60 } }],
		['torn, both below it', { drive: 59, practice: 41 }, { role: 'staff', stage: 'series-a', business: 'technical' }, { id: 'halves', section: 'stage', source: '06:31', lie: 'drive-nearer', zone: { low: 75, high: 100 } }],
		['torn, both above it', { drive: 59, practice: 41 }, { role: 'vp', stage: 'mature', business: 'sales-led' }, { id: 'halves', section: 'stage', source: '21:01', lie: 'practice-nearer', zone: { low: 0, high: 25 } }],
		['torn, the month across its edge', { drive: 59, practice: 41 }, { role: 'vp', stage: 'mature' }, { id: 'halves', section: 'stage', source: '21:01', lie: 'outside-edge', zone: { low: 10, high: 35 } }],
		['torn, the energy across it', { drive: 59, practice: 41 }, { role: 'staff', stage: 'series-a' }, { id: 'halves', section: 'stage', source: '06:31', lie: 'edge-outside', zone: { low: 65, high: 90 } }],
		['torn, one beyond each edge', { drive: 76, practice: 24 }, { role: 'manager', stage: 'seed' }, { id: 'halves', section: 'stage', source: '26:24', lie: 'astride', zone: { low: 35, high: 60 } }],
		// S 56.5, its error hypot(3.633, .975) = 3.7616: Phi(-3.5 / 3.7616) lies between .10 and .30.
		['probably outside', { A: 57, P: 44 }, { role: 'cto', stage: 'seed' }, { id: 'outside', section: 'stage', source: '12:24', zoneTowards: 'architecture', zone: expect.objectContaining({ call: 'unlikely', chance: close(0.176) }) as Fit }],
		['a posture against what the stage asks', { posture: defence }, { stage: 'series-a' }, { id: 'posture', section: 'stage', source: '35:29', kind: 'against', word: 'defence' }],
		['a posture that is half of what the stage asks', { posture: defence }, { stage: 'series-b' }, { id: 'posture', section: 'stage', source: '35:29', kind: 'half', word: 'defence' }],
		['a CTO before the moment in the middle', {}, { role: 'cto', stage: 'seed' }, { id: 'moment', section: 'stage', source: '45:24', at: 'before' }],
		['still before it', {}, { role: 'cto', stage: 'series-b' }, { id: 'moment', section: 'stage', source: '45:24', at: 'before' }],
		['in it', {}, { role: 'cto', stage: 'series-c' }, { id: 'moment', section: 'stage', source: '39:17', at: 'in' }],
		['after it', {}, { role: 'cto', stage: 'mature' }, { id: 'moment', section: 'stage', source: '39:17', at: 'after' }],
		['both ends, clearly', { A: 92, P: 92 }, {}, { id: 'both', section: 'where', source: '19:06', percent: read(shot({ A: 92, P: 92 }), gamma).percents.UNICORN }],
		['elsewhere, clearly', { A: 8, P: 8 }, {}, { id: 'elsewhere', section: 'where', source: '39:17', percent: read(shot({ A: 8, P: 8 }), gamma).percents.ELSEWHERE }],
		['a facet that stands above its own', { facetCalls: { ...perFacet<-1 | 0 | 1>(0), P3: 1 } }, {}, { id: 'facet', section: 'facets', source: null, facet: 'P3', call: 1 }],
		['a facet that stands below', { facetCalls: { ...perFacet<-1 | 0 | 1>(0), A2: -1 } }, {}, { id: 'facet', section: 'facets', source: null, facet: 'A2', call: -1 }],
	])('%s', (_, change, context, finding) => expect(found(change, context)).toContainEqual(finding)); // prettier-ignore
});

describe('what is not carried is not said', () => {
	test.each<[string, Partial<Snapshot>, Partial<Context>, Finding['id'][]]>([
		['nothing known, everything neutral', {}, {}, ['level']],
		['a gap within the noise', { drive: 58 }, {}, ['level']],
		['a gap of the quick form', { ...quick, drive: 80 }, {}, ['level']],
		['a role without a stage', { ...architecture, posture: offence }, { role: 'cto' }, ['place']],
		['a stage without a role', architecture, { stage: 'seed' }, ['place']],
		['a seat that the source does not have', architecture, { role: 'vp', stage: 'seed' }, ['place']],
		// S 60 at the very edge of 60 to 90: .5.
		['a place at the edge of its zone', { A: 60, P: 40 }, { role: 'cto', stage: 'seed' }, ['moment', 'place']],
		['a posture that its band leaves open', { posture: { ...offence, value: 60 } }, { stage: 'seed' }, ['level']],
		['a posture without a stage', { posture: offence }, {}, ['level']],
		['both ends, not clearly', { A: 66, P: 66 }, {}, ['level']],
		['both ends by the quick form', { ...quick, A: 95, P: 95 }, {}, ['level']],
		['the moment of a VP', {}, { role: 'vp', stage: 'series-c' }, ['outside', 'level']],
		// S 66: .90 is not reached, Phi(6 / 4.33) = .917 minus what lies beyond 90.
		[
			'a place that is only probably in its zone',
			{ A: 64, P: 36 },
			{ role: 'cto', stage: 'seed' },
			['moment', 'place'],
		],
		['torn: the place is held against no zone', { drive: 76, practice: 24 }, {}, ['gap', 'level']],
		[
			'torn, both halves as near the zone',
			{ drive: 64, practice: 36 },
			{ role: 'cto', stage: 'series-c' },
			['gap', 'moment', 'halves', 'level'],
		],
		['both ends: held against no zone', { A: 92, P: 92 }, { role: 'vp', stage: 'mature' }, ['both', 'level']],
		['elsewhere: held against no zone', { A: 8, P: 8 }, { role: 'vp', stage: 'mature' }, ['elsewhere', 'level']],
	])('%s', (_, change, context, ids) => expect(found(change, context).map(({ id }) => id)).toEqual(ids));

	const loud: Partial<Snapshot> = {
		...architecture,
		drive: 95,
		practice: 40,
		posture: { ...offence, value: 100 },
		facetCalls: { ...perFacet<-1 | 0 | 1>(0), A1: 1 },
	};
	test('answers that contradict each other: nothing but the moment, which rests on role and stage', () => {
		expect(found({ ...loud, quality: red }, { role: 'vp', stage: 'series-b' })).toEqual([]);
		expect(found({ ...loud, quality: red }, { role: 'cto', stage: 'series-c' })).toEqual([
			{ id: 'moment', section: 'stage', source: '39:17', at: 'in' },
		]);
	});
	test('what can be acted on comes first', () => {
		const calls = { ...perFacet<-1 | 0 | 1>(0), P2: -1, A4: 1 } as const;
		const all = found({ ...loud, facetCalls: calls }, { role: 'cto', stage: 'series-c', business: 'sales-led' });
		expect(all.map(({ id }) => id)).toEqual(['gap', 'moment', 'posture', 'facet', 'facet', 'place']);
		expect(all.flatMap((one) => (one.id === 'facet' ? [one.facet] : []))).toEqual(['A4', 'P2']);
		const both = found({ ...loud, A: 110, P: 90 }, { role: 'vp', stage: 'mature' });
		expect(both.map(({ id }) => id)).toEqual(['gap', 'posture', 'both', 'facet', 'place']);
	});
	test('one is found by its id, of facets the first', () => {
		const all = found({ ...loud, facetCalls: { ...perFacet<-1 | 0 | 1>(0), P2: -1, A4: 1 } });
		expect(findingOf(all, 'facet')).toMatchObject({ facet: 'A4', call: 1 });
		expect(findingOf(all, 'gap')?.points).toBe(55);
		expect(findingOf(all, 'outside')).toBeNull();
	});
});

describe('of any result', () => {
	const point = fc.integer({ min: -60, max: 260 }).map((steps) => steps / 2);
	const call = fc.constantFrom(-1, 0, 1);
	const any = fc.record({
		shot: fc
			.record({
				level: fc.constantFrom('quick', 'full'),
				A: point,
				P: point,
				drive: point,
				practice: point,
				quality: fc.constantFrom('green', 'amber', 'red').map((level) => ({ ...red, level })),
				posture: fc.option(point.map((value) => ({ value, se0: 10.6, count: 6 }))),
				calls: fc.array(call, { minLength: 8, maxLength: 8 }),
			})
			.map(({ calls, ...change }) => {
				const facetCalls = Object.fromEntries(facetIds.map((id, i) => [id, calls[i]!])) as Snapshot['facetCalls'];
				return shot({ ...change, facetCalls });
			}),
		context: fc
			.record({
				role: fc.constantFrom(...roles, null),
				stage: fc.constantFrom(...stages, null),
				business: fc.constantFrom(...businesses, null),
			})
			.map((change): Context => ({ ...noContext, ...change })),
	});

	test('a finding is there exactly where the reading carries it, and with its numbers', () =>
		fc.assert(
			fc.property(any, ({ shot: of, context }) => {
				const reading = read(of, gamma);
				const { place, gap, posture, percents, standing, facets } = reading;
				const got = findings(reading, context);
				const careless = of.quality.level === 'red';
				const one = <Id extends Finding['id']>(id: Id) => findingOf(got, id);
				const called = reading.call.kind === 'clear' ? reading.call.first : null;
				// Who reaches both ends or neither, or is torn, rests at the centre for another reason: no range is held against it.
				const breadth = called === 'UNICORN' || called === 'ELSEWHERE';
				const zone = breadth || reading.torn ? null : fit(place, context);
				const kind = postureFit(reading, context);
				const at = context.role === 'cto' && context.stage;
				const when = { seed: 'before', 'series-a': 'before', 'series-b': 'before', 'series-c': 'in', mature: 'after' } as const; // prettier-ignore
				expect(one('moment')?.at ?? null).toBe(at ? when[at] : null);
				if (careless) {
					expect(got.filter(({ id }) => id !== 'moment')).toEqual([]);
					return;
				}

				const { points, half, towards } = place;
				if (towards) expect(one('place')).toMatchObject({ towards, points, half });
				expect([one('place') !== null, one('level') !== null]).toEqual([towards !== null, towards === null]);
				expect(one('level')?.word === 'centre').toBe(place.word === 'centre');
				expect(one('gap') !== null).toBe(gap !== null);
				if (gap) expect(one('gap')).toMatchObject(gap);
				expect(one('inside')?.zone ?? null).toEqual(zone?.call === 'inside' ? zone : null);
				expect(one('outside')?.zoneTowards ?? null).toBe(zone?.zoneTowards ?? null);
				if (zone?.call === 'outside') expect(zone.chance).toBeLessThanOrEqual(0.1);
				if (one('outside')) expect(zone!.chance).toBeLessThanOrEqual(0.3);
				if (one('halves')) expect([reading.torn, breadth]).toEqual([true, false]);
				const source = context.role && zoneSource[context.role];
				for (const id of ['inside', 'outside', 'halves'] as const) if (one(id)) expect(one(id)?.source).toBe(source);
				expect(one('posture')?.kind ?? null).toBe(kind);
				if (kind) expect(one('posture')?.word).toBe(posture?.word);
				const rare = got.flatMap((finding) => ('percent' in finding ? [[finding.id, finding.percent]] : []));
				expect(rare).toEqual(
					called === 'UNICORN'
						? [['both', percents.UNICORN]]
						: called === 'ELSEWHERE'
							? [['elsewhere', percents.ELSEWHERE]]
							: [],
				);
				const apart = got.flatMap((finding) => (finding.id === 'facet' ? [[finding.facet, finding.call]] : []));
				expect(apart).toEqual(standing.map((id) => [id, facets[id].call]));
			}),
			{ seed: 42, numRuns: 200 },
		));

	test('nothing is said twice, and each is said in a section, with a time or none', () =>
		fc.assert(
			fc.property(any, ({ shot: of, context }) => {
				const got = findings(read(of, gamma), context);
				const keys = got.map((one) => (one.id === 'facet' ? one.facet : one.id));
				expect(new Set(keys).size).toBe(keys.length);
				for (const { section, source } of got) {
					expect(['where', 'facets', 'gap', 'stage']).toContain(section);
					if (source !== null) expect(source).toMatch(/^[0-4]\d:[0-5]\d$/);
				}
			}),
			{ seed: 43, numRuns: 100 },
		));
});
