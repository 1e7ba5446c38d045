import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	counterpart,
	hearing,
	history,
	passing,
	seatWords,
	seekWords,
	type Counterpart,
} from '../../src/domain/counterpart';
import { read } from '../../src/domain/reading';
import { businesses, noContext, roles, stages, type Context } from '../../src/domain/result';
import { zoneOf, type Role } from '../../src/domain/stage';
import { gamma, perFacet, red, shot } from './shots';

const reading = (A: number, P: number, change = {}) => read(shot({ A, P, ...change }), gamma);
const architecture = reading(75, 35);
const people = reading(35, 75);
const level = reading(52, 48);
const found = (of: ReturnType<typeof reading>, change: Partial<Context> = {}): Counterpart =>
	counterpart(of, { ...noContext, ...change });
const nobody = { wanted: false, ask: null, role: null, zone: null, above: false };

describe('the end that is sought', () => {
	test.each<[string, ReturnType<typeof reading>, Counterpart]>([
		['the place lies towards architecture', architecture, { ...nobody, seek: 'architecture', wanted: true, ask: 'interview' }],
		['the place lies towards people', people, { ...nobody, seek: 'people', wanted: true, ask: 'interview' }],
		['the band crosses the fulcrum', level, { ...nobody, seek: 'level' }],
		['both ends, clearly', reading(92, 92), { ...nobody, seek: 'both' }],
		['both ends, and a place towards one of them', reading(105, 85), { ...nobody, seek: 'both' }],
		['both ends, not clearly', reading(67, 67), { ...nobody, seek: 'level' }],
		['both ends, by the quick form', reading(92, 92, { level: 'quick' }), { ...nobody, seek: 'level' }],
		['elsewhere, clearly', reading(8, 8), { ...nobody, seek: 'elsewhere' }],
		['energy and month pull opposite ways', reading(50, 50, { drive: 76, practice: 24 }), { ...nobody, seek: 'torn' }],
		['both ends, energy and month apart', reading(92, 92, { drive: 76, practice: 24 }), { ...nobody, seek: 'both' }],
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
		['none of a seat that seldom exists at seed', people, { role: 'cto', stage: 'seed' }, null],
		['the same seat once there are teams', people, { role: 'cto', stage: 'series-a' }, { low: 65, high: 90 }],
		['none beside words that name a senior engineer', architecture, { role: 'director', stage: 'series-a' }, null],
		['none beside the teammate with the difficult code', people, { role: 'tech-lead', stage: 'series-a', size: '11-25' }, null],
		['drawn beside words that name the seat', people, { role: 'tech-lead', stage: 'series-a' }, { low: 65, high: 90 }],
		['none where the size is unusual for the stage', people, { role: 'tech-lead', stage: 'series-a', size: '26-100' }, null],
		['none beside a teammate whose designs others borrow', people, { role: 'staff', stage: 'seed' }, null],
		['none beside the most experienced engineer', people, { role: 'manager', stage: 'seed' }, null],
		['none beside the person reported to', architecture, { role: 'manager', stage: 'series-b' }, null],
		['none beside the most senior engineer of a VP under a director', people, { role: 'vp', stage: 'series-b', reportsTo: 'director' }, null],
		['none without a stage', people, { role: 'vp', business: 'technical' }, null],
		['none where neither end is sought', level, { role: 'cto', stage: 'series-b' }, null],
	])('zone: %s', (_, of, change, zone) => expect(found(of, change).zone).toEqual(zone)); // prettier-ignore
});

describe('what is asked of a partner', () => {
	test.each<[string, typeof architecture, Partial<Context>, Counterpart['ask']]>([
		['a CTO at series A interviews a VP', architecture, { role: 'cto', stage: 'series-a' }, 'interview'],
		['later the VP is there, or is still looked for', architecture, { role: 'cto', stage: 'series-b' }, 'either'],
		['a CTO has the staff engineer', people, { role: 'cto', stage: 'series-c' }, 'either'],
		['a VP under the CEO has the CTO', people, { role: 'vp', stage: 'series-c', reportsTo: 'ceo' }, 'either'],
		['nobody said', architecture, {}, 'interview'],
		['a director has the staff engineer', people, { role: 'director' }, 'work'],
		['a manager has the tech lead of the team already', people, { role: 'manager' }, 'work'],
		['a manager towards architecture hires nobody for people either', architecture, { role: 'manager' }, 'work'],
		['a tech lead works with the manager', architecture, { role: 'tech-lead' }, 'work'],
		['a staff engineer with a tech lead', people, { role: 'staff' }, 'work'],
		['at seed a CTO asks a colleague', architecture, { role: 'cto', stage: 'seed' }, 'work'],
		['and the most experienced engineer', people, { role: 'cto', stage: 'seed' }, 'work'],
		['a director at series A asks the senior engineer', architecture, { role: 'director', stage: 'series-a' }, 'work'],
		['so does a VP', architecture, { role: 'vp', stage: 'series-a' }, 'work'],
		['and a VP below a director', people, { role: 'vp', stage: 'series-c', reportsTo: 'director' }, 'work'],
		['a director at B has the manager', architecture, { role: 'director', stage: 'series-b' }, 'work'],
		['at seed nobody interviews, whatever the seat', architecture, { stage: 'seed' }, 'work'],
		['a VP under the CTO asks: it may be the CTO', architecture, { role: 'vp', stage: 'series-c', reportsTo: 'cto' }, 'work'],
		['a manager has an engineer to ask beside the director above', architecture, { role: 'manager', stage: 'mature', reportsTo: 'director' }, 'work'],
		['a CTO of ten engineers at maturity interviews nobody', architecture, { role: 'cto', stage: 'mature', size: '1-10' }, 'work'],
		['nobody is asked who stands above', people, { role: 'vp', reportsTo: 'cto' }, null],
		['nobody where neither end is sought', level, { role: 'cto' }, null],
	])('%s', (_, of, change, ask) => expect(found(of, change).ask).toBe(ask)); // prettier-ignore
	test.each<[string, typeof architecture, Partial<Context>, Role | null]>([
		['at seed no manager is named', architecture, { role: 'tech-lead', stage: 'seed' }, null],
		['nor a staff engineer', people, { role: 'director', stage: 'seed' }, null],
		['a tech lead is', people, { role: 'staff', stage: 'seed' }, 'tech-lead'],
		['a VP under a VP does not look to the CTO', people, { role: 'vp', reportsTo: 'vp' }, null],
	])('%s', (_, of, change, role) => expect(found(of, change).role).toBe(role));
});

describe('the words about the seat', () => {
	test.each<[string, Partial<Context>, 'architecture' | 'people', string]>([
		['nobody said', {}, 'architecture', 'none-architecture'],
		['a CTO before there is a VP', { role: 'cto', stage: 'seed' }, 'architecture', 'cto-architecture-early'],
		['a CTO while a VP may be near', { role: 'cto', stage: 'series-a', size: '1-10' }, 'architecture', 'cto-a'],
		['a CTO of ten engineers at maturity', { role: 'cto', stage: 'mature', size: '1-10' }, 'architecture', 'cto-architecture-early'],
		['a CTO long after', { role: 'cto', stage: 'series-b' }, 'architecture', 'cto-architecture-later'],
		['a CTO in a small group', { role: 'cto', size: '11-25' }, 'people', 'cto-people-early'],
		['a CTO in a larger one', { role: 'cto', stage: 'series-a', size: '26-100' }, 'people', 'cto-people-later'],
		['a VP at B, whose CTO has a Monday', { role: 'vp', stage: 'series-b', reportsTo: 'ceo' }, 'people', 'vp-b'],
		['a CTO at B, whose question it is', { role: 'cto', stage: 'series-b' }, 'people', 'cto-people-b'],
		['a CTO at C', { role: 'cto', stage: 'series-c' }, 'people', 'cto-people-later'],
		['a VP under the CTO who looks for people', { role: 'vp', stage: 'series-b', reportsTo: 'cto' }, 'architecture', 'vp-cto-later'],
		['the same at A', { role: 'vp', stage: 'series-a', reportsTo: 'cto' }, 'architecture', 'vp-cto-early'],
		['a VP under the CEO', { role: 'vp', stage: 'series-b', reportsTo: 'ceo' }, 'architecture', 'vp-architecture-later'],
		['a VP at C', { role: 'vp', stage: 'series-c', reportsTo: 'ceo' }, 'people', 'vp-people-later'],
		['a VP under the CTO', { role: 'vp', stage: 'series-b', reportsTo: 'cto' }, 'people', 'own-cto'],
		['a VP under a VP', { role: 'vp', stage: 'series-b', reportsTo: 'vp' }, 'people', 'vp-below'],
		['a VP before there are directors', { role: 'vp', stage: 'series-a' }, 'architecture', 'vp-architecture-early'],
		['a VP of ten engineers at maturity', { role: 'vp', stage: 'mature', size: '1-10' }, 'architecture', 'vp-architecture-early'],
		['a director before B', { role: 'director', stage: 'series-a' }, 'architecture', 'director-architecture-early'],
		['a director at B', { role: 'director', stage: 'series-b', size: '1-10' }, 'architecture', 'director-architecture-later'],
		['a manager at seed', { role: 'manager', stage: 'seed' }, 'people', 'manager-people-early'],
		['a tech lead under a manager', { role: 'tech-lead', stage: 'series-a', reportsTo: 'manager' }, 'architecture', 'own-manager'],
		['at seed, before there are one-to-ones', { role: 'tech-lead', stage: 'seed', reportsTo: 'manager' }, 'architecture', 'tech-lead-architecture-early'],
		['a tech lead in a small group', { role: 'tech-lead', size: '1-10' }, 'architecture', 'tech-lead-architecture-early'],
		['a staff engineer at C', { role: 'staff', stage: 'series-c', size: '101-1000' }, 'architecture', 'staff-architecture-later'],
	])('%s', (_, change, towards, words) => expect(seatWords({ ...noContext, ...change }, towards)).toBe(words)); // prettier-ignore
});

describe('whom to look for', () => {
	const both = reading(92, 92);
	const torn = reading(50, 50, { drive: 76, practice: 24 });
	test.each<[string, typeof both, Partial<Context>, string]>([
		['both: a CTO from B on hands over a subject, never an end', both, { role: 'cto', stage: 'series-b' }, 'both'],
		['both: a VP has somebody lead one area', both, { role: 'vp', stage: 'mature' }, 'both-vp'],
		['both: a CTO before hands over a subject', both, { role: 'cto', stage: 'series-a' }, 'both'],
		['both: a VP whose stage is unknown', both, { role: 'vp' }, 'both'],
		['both: a director', both, { role: 'director', stage: 'series-c' }, 'both'],
		['both: a manager', both, { role: 'manager', stage: 'mature' }, 'both'],
		['both: a staff engineer', both, { role: 'staff', stage: 'series-b' }, 'both'],
		['torn: a director', torn, { role: 'director' }, 'torn-architecture'],
		['torn: nobody said', torn, {}, 'torn-architecture'],
		['torn the other way', reading(50, 50, { drive: 24, practice: 76 }), { role: 'manager' }, 'torn-people'],
		['level: one who shapes a group', level, { role: 'director', stage: 'series-b' }, 'level'],
		['level: a VP of ten engineers at maturity', level, { role: 'vp', stage: 'mature', size: '1-10' }, 'level-early'],
		['level: before there is one', level, { role: 'director', stage: 'series-a' }, 'level-early'],
		['elsewhere: who builds', reading(8, 8), { role: 'staff' }, 'elsewhere-hands'],
		['elsewhere: a tech lead', reading(8, 8), { role: 'tech-lead' }, 'elsewhere-hands'],
		['elsewhere: a manager', reading(8, 8), { role: 'manager' }, 'elsewhere'],
		['elsewhere: a director below another, told to agree who does what', reading(8, 8), { role: 'director', stage: 'seed', reportsTo: 'director' }, 'elsewhere-agreed'],
		['elsewhere: a CTO told to agree who supplies the depth', reading(8, 8), { role: 'cto', stage: 'series-a', business: 'technical' }, 'elsewhere-agreed'],
		['elsewhere: a VP where sales decides, who is told no such thing', reading(8, 8), { role: 'vp', stage: 'mature', business: 'sales-led' }, 'elsewhere'],
		['elsewhere: a VP below another', reading(8, 8), { role: 'vp', stage: 'mature', reportsTo: 'vp' }, 'elsewhere-agreed'],
		['elsewhere', reading(8, 8), { role: 'cto', stage: 'seed' }, 'elsewhere'],
		['a side', architecture, { role: 'cto', stage: 'seed' }, 'architecture'],
	])('%s', (_, of, change, words) => expect(seekWords(of, { ...noContext, ...change })).toBe(words)); // prettier-ignore
});

describe('news on its way', () => {
	const flow = (P3: number, other: number) => reading(75, 35, { facets: { ...perFacet(50), P1: other, P3 } });
	const cto = { role: 'cto', reportsTo: 'ceo' } as const;
	const vp = { role: 'vp', reportsTo: 'cto' } as const;
	test.each<[string, typeof architecture, Partial<Context>, ReturnType<typeof passing>]>([
		['a CTO through whom it passes', flow(50, 60), cto, 'cto-ceo'],
		['not where information flow is highest', flow(70, 60), cto, null],
		['nor among the highest, as the page shows it', flow(60, 60.4), cto, null],
		['nor where it stands above the rest', reading(75, 35, { facets: { ...perFacet(50), P1: 61, P3: 60 }, facetCalls: { ...perFacet<-1 | 0 | 1>(0), P3: 1 } }), cto, null],
		['architecture may lie higher still', reading(75, 35, { facets: { ...perFacet(80), P1: 40, P2: 40, P3: 45, P4: 40 } }), cto, null],
		['a VP under the CTO', architecture, { ...vp, stage: 'series-a' }, 'vp-cto'],
		['not one who founded a young company', architecture, { ...vp, stage: 'series-a', founder: true }, null],
		['nor anybody at seed', architecture, { ...vp, stage: 'seed' }, null],
		['later a founder too', architecture, { ...vp, stage: 'series-b', founder: true }, 'vp-cto'],
		['others as before', flow(70, 60), { role: 'manager', reportsTo: 'vp', stage: 'series-b' }, 'other'],
	])('%s', (_, of, change, line) => expect(passing(of, { ...noContext, ...change })).toBe(line)); // prettier-ignore
	test('a VP who asks the CTO for it is not told to ask', () => {
		const context = { ...noContext, ...vp, stage: 'series-b' } as const;
		expect([passing(architecture, context), passing(architecture, context, true)]).toEqual(['vp-cto', null]);
	});
	test.each<[string, Partial<Context>, ReturnType<typeof hearing>, ReturnType<typeof history>]>([
		['a founding CTO', { role: 'cto', founder: true, stage: 'series-a' }, 'cto', 'founder'],
		['at B what is asked says it', { role: 'cto', founder: true, stage: 'series-b' }, 'cto', null],
		['at C the role is spoken of already', { role: 'cto', founder: true, stage: 'series-c' }, 'cto', null],
		['a hired CTO', { role: 'cto', founder: false }, null, 'hired'],
		['hired at seed, before there are early bets of others', { role: 'cto', founder: false, stage: 'seed' }, null, null],
		['another founder', { role: 'staff', founder: true }, 'other', null],
		['a hired director', { role: 'director', founder: false, stage: 'series-c' }, 'other', null],
		['at maturity the stage says it', { role: 'director', founder: false, stage: 'mature' }, null, null],
		['a hired VP at maturity', { role: 'vp', founder: false, stage: 'mature' }, 'other', null],
		['nobody said', { role: 'cto' }, null, null],
	])('%s', (_, change, heard, past) => {
		const context = { ...noContext, ...change };
		expect([hearing(context), history(context)]).toEqual([heard, past]);
	}); // prettier-ignore
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
				expect(got.ask !== null).toBe(end !== null && !got.above);
				if (end) expect(of.place.towards).toBe(sides[end]);
				if (end === null || role === null) expect(got.role).toBeNull();
				else if (stage !== 'seed') expect(got.role).not.toBeNull();
				expect(got.role === role && role !== null).toBe(false);
				if (got.zone) expect(got.zone).toEqual(zoneOf({ ...context, role: got.role }));
				if (quality === 'red') expect(got).toEqual({ ...nobody, seek: 'level' });
			},
		),
		{ seed: 42, numRuns: 200 },
	));
