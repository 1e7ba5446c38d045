import { describe, expect, test } from 'vitest';
import { noContext, stages, type Context } from '../../src/domain/result';
import {
	businessWords,
	directorReadings,
	fewAtMaturity,
	monthWords,
	nextStage,
	passingOn,
	sizeWords,
	unusualLine,
	vpAtSeed,
} from '../../src/domain/seat';

const context = (change: Partial<Context>): Context => ({ ...noContext, ...change });

test('the stage after each, and none after the last', () =>
	expect(stages.map(nextStage)).toEqual(['series-a', 'series-b', 'series-c', 'mature', null]));

describe('what energy that lies elsewhere than the month may mean', () => {
	test.each<[string, Partial<Context>, 'architecture' | 'people', string]>([
		['nobody said', {}, 'architecture', 'architecture'],
		['a founding CTO, of whom the source speaks', { role: 'cto', founder: true }, 'architecture', 'architecture-founder'],
		['a hired CTO', { role: 'cto', founder: false }, 'architecture', 'architecture'],
		['a founder in another seat', { role: 'staff', founder: true }, 'architecture', 'architecture'],
		['a VP, whose seat people work is', { role: 'vp', founder: true }, 'architecture', 'architecture-seat'],
		['a director', { role: 'director' }, 'architecture', 'architecture-seat'],
		['a manager', { role: 'manager' }, 'architecture', 'architecture-seat'],
		['a VP drawn to people', { role: 'vp' }, 'people', 'people'],
		['a tech lead drawn to people', { role: 'tech-lead' }, 'people', 'people-seat'],
		['a staff engineer drawn to people', { role: 'staff' }, 'people', 'people-seat'],
		['a CTO drawn to people', { role: 'cto', founder: true }, 'people', 'people'],
	])('%s', (_, change, towards, words) => expect(monthWords(context(change), towards)).toBe(words)); // prettier-ignore
});

describe('a VP at seed', () => {
	test.each<[string, Partial<Context>, string]>([
		['hired', { founder: false }, 'hired'],
		['nothing said', {}, 'hired'],
		['a founder', { founder: true }, 'founder'],
		['under another VP', { reportsTo: 'vp' }, 'second'],
		['a founder under another VP', { founder: true, reportsTo: 'vp' }, 'second'],
	])('%s', (_, change, words) => expect(vpAtSeed(context(change))).toBe(words));
});

describe('a size that is unusual for the stage', () => {
	test.each<[string, Partial<Context>, 'ahead' | 'behind', string]>([
		['more at seed', { stage: 'seed', size: '26-100' }, 'ahead', 'small'],
		['more at A', { stage: 'series-a', size: '26-100' }, 'ahead', 'small'],
		['more at B is no small group', { stage: 'series-b', size: '1000+' }, 'ahead', 'growing'],
		['more at C', { stage: 'series-c', size: '1000+' }, 'ahead', 'growing'],
		['fewer at C', { stage: 'series-c', size: '1-10' }, 'behind', 'behind'],
		['ten at maturity', { stage: 'mature', size: '1-10' }, 'behind', 'few'],
		['twenty at maturity', { stage: 'mature', size: '11-25' }, 'behind', 'behind'],
	])('%s', (_, change, kind, words) => expect(sizeWords(context(change), kind)).toBe(words));
	test('ten engineers at maturity, and nobody else', () => {
		expect(fewAtMaturity(context({ stage: 'mature', size: '1-10' }))).toBe(true);
		for (const change of [{ stage: 'mature' }, { size: '1-10' }, { stage: 'series-c', size: '1-10' }] as const)
			expect(fewAtMaturity(context(change))).toBe(false);
	});
});

test.each<[Context['stage'], boolean]>([
	[null, true],
	['seed', false],
	['series-a', false],
	['series-b', true],
	['mature', true],
])('the two readings of Director at %s: %s', (stage, both) => expect(directorReadings(context({ stage }))).toBe(both));

describe('what is said about news on its way', () => {
	test.each<[string, Partial<Context>, ReturnType<typeof passingOn>]>([
		['a VP under the CEO', { role: 'vp', reportsTo: 'ceo' }, 'vp-ceo'],
		['a VP under the CTO', { role: 'vp', reportsTo: 'cto', founder: true }, 'vp-cto'],
		['a CTO under the CEO', { role: 'cto', reportsTo: 'ceo' }, 'cto-ceo'],
		['a manager under a director at B', { role: 'manager', reportsTo: 'director', stage: 'series-b' }, 'other'],
		['the same at A', { role: 'manager', reportsTo: 'director', stage: 'series-a' }, null],
		['the same without a stage', { role: 'manager', reportsTo: 'director' }, null],
		['a founder hears it at first hand', { role: 'manager', reportsTo: 'director', stage: 'mature', founder: true }, null],
		['a manager under the CEO', { role: 'manager', reportsTo: 'ceo', stage: 'mature' }, null],
		['no line said', { role: 'manager', stage: 'mature' }, null],
	])('%s', (_, change, words) => expect(passingOn(context(change))).toBe(words)); // prettier-ignore
});

test.each<[string, Partial<Context>, string]>([
	['a CTO', { role: 'cto', reportsTo: 'vp' }, 'cto'],
	['a VP', { role: 'vp', reportsTo: 'vp' }, 'vp'],
	['a director under a VP', { role: 'director', reportsTo: 'vp' }, 'below'],
	['a director under the CTO', { role: 'director', reportsTo: 'cto' }, 'other'],
	['nobody said', {}, 'other'],
])('a company that lives by sales, for %s', (_, change, words) => expect(businessWords(context(change))).toBe(words));

describe('a reporting line to check', () => {
	test.each<[string, Partial<Context>, boolean]>([
		['a director under a director at seed', { role: 'director', reportsTo: 'director', stage: 'seed' }, true],
		['at maturity there are layers', { role: 'director', reportsTo: 'director', stage: 'mature' }, false],
		['without a stage nobody knows', { role: 'director', reportsTo: 'director' }, false],
		['a manager under a manager at A', { role: 'manager', reportsTo: 'manager', stage: 'series-a' }, true],
		['a VP under a manager', { role: 'vp', reportsTo: 'manager', stage: 'mature' }, true],
		['a CTO under a VP', { role: 'cto', reportsTo: 'vp' }, true],
		['a manager under a VP', { role: 'manager', reportsTo: 'vp', stage: 'seed' }, false],
		['a founder under a manager', { role: 'tech-lead', founder: true, reportsTo: 'manager' }, true],
		['a founder under a VP', { role: 'tech-lead', founder: true, reportsTo: 'vp' }, false],
		['a tech lead under a manager', { role: 'tech-lead', reportsTo: 'manager', stage: 'seed' }, false],
		['under the CEO', { role: 'staff', founder: true, reportsTo: 'ceo', stage: 'seed' }, false],
		['nothing said', {}, false],
	])('%s', (_, change, unusual) => expect(unusualLine(context(change))).toBe(unusual));
});
