import { describe, expect, test } from 'vitest';
import { read } from '../../src/domain/reading';
import { noContext, stages, type Context } from '../../src/domain/result';
import {
	asksFit,
	businessWords,
	depthWords,
	directorReadings,
	fewAtMaturity,
	listsAssume,
	fewVps,
	momentWords,
	monthShort,
	monthWords,
	nextStage,
	opening,
	passingOn,
	sizeWords,
	tornMonth,
	unusualLine,
} from '../../src/domain/seat';
import { gamma, red, shot } from './shots';

const context = (change: Partial<Context>): Context => ({ ...noContext, ...change });

test('the stage after each, and none after the last', () =>
	expect(stages.map(nextStage)).toEqual(['series-a', 'series-b', 'series-c', 'mature', null]));

describe('what energy that lies elsewhere than the month may mean', () => {
	test.each<[string, Partial<Context>, 'architecture' | 'people', string]>([
		['nobody said', {}, 'architecture', 'architecture'],
		['a founding CTO, of whom the source speaks', { role: 'cto', founder: true }, 'architecture', 'architecture-founder'],
		['a hired CTO', { role: 'cto', founder: false }, 'architecture', 'architecture'],
		['a founder in another seat', { role: 'staff', founder: true }, 'architecture', 'architecture'],
		['a VP, whose seat people work is', { role: 'vp', stage: 'series-a', founder: true }, 'architecture', 'architecture-seat'],
		['a director', { role: 'director', stage: 'mature' }, 'architecture', 'architecture-seat'],
		['a manager', { role: 'manager', stage: 'mature' }, 'architecture', 'architecture-seat'],
		['a manager whose range reaches across the centre', { role: 'manager', stage: 'series-a' }, 'architecture', 'architecture'],
		['a VP whose company moves it there', { role: 'vp', stage: 'series-b', business: 'technical' }, 'architecture', 'architecture'],
		['a VP at seed, where there is no range', { role: 'vp', stage: 'seed' }, 'architecture', 'architecture'],
		['a VP of whom no stage is known', { role: 'vp' }, 'architecture', 'architecture'],
		['a VP drawn to people', { role: 'vp' }, 'people', 'people'],
		['a tech lead drawn to people', { role: 'tech-lead' }, 'people', 'people-seat'],
		['a staff engineer drawn to people', { role: 'staff' }, 'people', 'people-seat'],
		['a CTO drawn to people', { role: 'cto', founder: true }, 'people', 'people'],
	])('%s', (_, change, towards, words) => expect(monthWords(context(change), towards)).toBe(words)); // prettier-ignore
});

describe('what to ask about a month opposite to the energy', () => {
	const technical = { drive: 70, practice: 30 };
	const social = { drive: 30, practice: 70 };
	test.each<[string, Parameters<typeof shot>[0], Partial<Context>, ReturnType<typeof tornMonth>]>([
		['nobody said', technical, {}, 'torn-architecture'],
		['a manager whose range reaches across the centre', technical, { role: 'manager', stage: 'series-a' }, 'torn-architecture'],
		['a VP, whose seat such work is', technical, { role: 'vp', stage: 'series-a' }, 'torn-architecture-seat'],
		['a staff engineer, in whose seat it is rare', technical, { role: 'staff', stage: 'series-b' }, 'torn-architecture-exception'],
		['a staff engineer for whom there is no range', technical, { role: 'staff', stage: 'seed' }, 'torn-architecture'],
		['nobody said, the other way', social, {}, 'torn-people'],
		['a CTO', social, { role: 'cto', stage: 'seed' }, 'torn-people'],
		['a tech lead, whose seat such work is', social, { role: 'tech-lead' }, 'torn-people-seat'],
		['a director, in whose seat it is rare', social, { role: 'director', stage: 'mature' }, 'torn-people-exception'],
	])('%s', (_, change, said, words) => {
		const reading = read(shot(change), gamma);
		expect(tornMonth(reading, context(said), reading.drive.towards!)).toBe(words);
	}); // prettier-ignore
});

describe('a month outside the range of the seat, and energy that reaches into it', () => {
	const technical = { drive: 70, practice: 30 };
	const social = { drive: 30, practice: 70 };
	test.each<[string, Parameters<typeof shot>[0], Partial<Context>, ReturnType<typeof monthShort>]>([
		['a technical seat, a month towards people', technical, { role: 'staff', stage: 'series-b' }, 'architecture'],
		['energy at its edge', { drive: 60, practice: 30 }, { role: 'staff', stage: 'series-b' }, 'architecture'],
		['a seat for people, a month towards architecture', social, { role: 'manager', stage: 'series-b' }, 'people'],
		['energy outside too', technical, { role: 'manager', stage: 'seed' }, null],
		['a month at its edge', { drive: 76, practice: 46 }, { role: 'tech-lead', stage: 'mature' }, null],
		['no range', technical, { role: 'staff', stage: 'seed' }, null],
		['both ends: held against no range', { ...technical, A: 92, P: 92 }, { role: 'staff', stage: 'series-b' }, null],
		['answers that contradict each other', { ...technical, quality: red }, { role: 'staff', stage: 'series-b' }, null],
	])('%s', (_, change, said, end) => expect(monthShort(read(shot(change), gamma), context(said))).toBe(end));
});

describe('what the pulls make of a seat', () => {
	test.each<[string, Parameters<typeof shot>[0], ReturnType<typeof depthWords>, ReturnType<typeof momentWords>]>([
		['neutral', {}, 'plan', null],
		['low on architecture', { A: 20, P: 50 }, 'low', null],
		['towards architecture', { A: 80, P: 40 }, 'drawn', null],
		['both', { A: 92, P: 92 }, 'both', 'both'],
		['towards people', { A: 50, P: 80 }, 'plan', 'people'],
		['answers that contradict each other', { A: 50, P: 80, quality: red }, 'plan', null],
	])('the depth that a VP is expected to have, and the moment of a CTO: %s', (_, change, depth, moment) => {
		const reading = read(shot(change), gamma);
		expect([depthWords(reading.pulls), momentWords(reading)]).toEqual([depth, moment]);
	});
});

test.each<[string, Partial<Context>, boolean]>([
	['series A', { stage: 'series-a' }, true],
	['series B with few engineers', { stage: 'series-b', size: '26-100' }, true],
	['series B with many', { stage: 'series-b', size: '101-1000' }, false],
	['series B, no size said', { stage: 'series-b' }, false],
	['series C with few', { stage: 'series-c', size: '26-100' }, false],
])('hardly several VPs: %s', (_, said, few) => expect(fewVps(context(said))).toBe(few));

describe('how a seat that is unusual this early is opened', () => {
	const seed = { stage: 'seed' } as const;
	test.each<[string, Partial<Context>, ReturnType<typeof opening>]>([
		['a hired VP', { ...seed, role: 'vp', founder: false }, 'vp-hired'],
		['a VP of whom no more is said', { ...seed, role: 'vp' }, 'vp-hired'],
		['a founder', { ...seed, role: 'vp', founder: true }, 'vp-founder'],
		['a VP under another VP', { ...seed, role: 'vp', reportsTo: 'vp' }, 'vp-second'],
		['a founder under another VP', { ...seed, role: 'vp', founder: true, reportsTo: 'vp' }, 'vp-second'],
		['a director', { ...seed, role: 'director', reportsTo: 'cto' }, 'director'],
		['a director under a VP', { ...seed, role: 'director', reportsTo: 'vp' }, 'director'],
		['a founder, whose title comes from nowhere', { ...seed, role: 'director', founder: true }, 'director-founder'],
		['a VP under another at series A', { stage: 'series-a', role: 'vp', reportsTo: 'vp' }, 'vp-second'],
		['at series C', { stage: 'series-c', role: 'vp', reportsTo: 'vp' }, 'vp-below'],
		['a VP under a VP, no stage said', { role: 'vp', reportsTo: 'vp' }, null],
		[
			'a manager of ten under a director',
			{ ...seed, role: 'manager', reportsTo: 'director', size: '1-10' },
			'manager-second',
		],
		['a director under a director', { ...seed, role: 'director', reportsTo: 'director' }, 'director-second'],
		['the same at series A', { stage: 'series-a', role: 'director', reportsTo: 'director' }, 'director-second'],
		['a director under a VP at series A', { stage: 'series-a', role: 'director', reportsTo: 'vp' }, null],
		['a director under a director at series B', { stage: 'series-b', role: 'director', reportsTo: 'director' }, null],
		['a manager under a manager', { ...seed, role: 'manager', reportsTo: 'manager' }, 'manager-second'],
		['a manager under a director', { ...seed, role: 'manager', reportsTo: 'director' }, null],
		['a VP at series A', { stage: 'series-a', role: 'vp' }, null],
		['a CTO', { ...seed, role: 'cto' }, null],
	])('%s', (_, change, words) => expect(opening(context(change))).toBe(words));
});

describe('a size that is unusual for the stage', () => {
	test.each<[string, Partial<Context>, string | undefined]>([
		['more at seed', { stage: 'seed', size: '26-100' }, 'small'],
		['more at A', { stage: 'series-a', size: '26-100' }, 'small'],
		['more at B is no small group', { stage: 'series-b', size: '1000+' }, 'growing'],
		['more at C', { stage: 'series-c', size: '1000+' }, 'growing'],
		['fewer at C', { stage: 'series-c', size: '1-10' }, 'behind'],
		['ten at maturity', { stage: 'mature', size: '1-10' }, 'few'],
		['twenty at maturity', { stage: 'mature', size: '11-25' }, 'few'],
		['fifty at maturity', { stage: 'mature', size: '26-100' }, 'behind'],
		['as many as is usual', { stage: 'mature', size: '1000+' }, undefined],
		['no size said', { stage: 'mature' }, undefined],
	])('%s', (_, change, words) => expect(sizeWords(context(change))?.words).toBe(words));
	test.each<[string, Partial<Context>, boolean, boolean]>([
		['nothing said', {}, true, true],
		['more than the stage assumes', { role: 'vp', stage: 'seed', size: '11-25' }, true, true],
		['fewer: its question is about a larger company', { role: 'vp', stage: 'series-c', size: '11-25' }, true, false],
		['few at maturity: what it asks is too', { role: 'staff', stage: 'mature', size: '11-25' }, false, false],
		['a CTO there has no VPs either', { role: 'cto', stage: 'mature', size: '1-10' }, false, false],
	])('what the stage asks, and its question: %s', (_, change, seat, question) =>
		expect(asksFit(context(change))).toEqual({ seat, question }),
	);
	test.each<[string, Partial<Context>, ReturnType<typeof listsAssume>]>([
		['more than this stage and the next assume', { stage: 'series-a', size: '101-1000' }, 'fewer'],
		['as many as the next stage assumes', { stage: 'series-c', size: '1000+' }, null],
		['fewer than this one assumes', { stage: 'series-c', size: '11-25' }, 'more'],
		['as many as this one assumes', { stage: 'series-a', size: '1-10' }, null],
		['few at maturity have lists of their own', { stage: 'mature', size: '11-25' }, null],
		['nothing said', {}, null],
	])('the lists of what comes next: %s', (_, change, words) => expect(listsAssume(context(change))).toBe(words));
	test('few engineers at maturity, and nobody else', () => {
		expect(fewAtMaturity(context({ stage: 'mature', size: '1-10' }))).toBe(true);
		for (const change of [
			{ stage: 'mature' },
			{ size: '1-10' },
			{ stage: 'series-c', size: '1-10' },
			{ stage: 'mature', size: '26-100' },
		] as const)
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

test('a director of few engineers at maturity: one question', () =>
	expect(directorReadings(context({ stage: 'mature', size: '1-10' }))).toBe(false));

test.each<[string, Partial<Context>, string | null, ('below' | 'neutral')?]>([
	['a CTO', { role: 'cto', reportsTo: 'vp' }, 'cto'],
	['a CTO at seed, where there is no VP', { role: 'cto', stage: 'seed' }, 'cto-seed'],
	['a CTO low on architecture', { role: 'cto', stage: 'mature' }, 'cto-low', 'below'],
	['the same at seed', { role: 'cto', stage: 'seed' }, 'cto-low', 'below'],
	['a VP low on architecture is not warned of it', { role: 'vp' }, 'vp-low', 'below'],
	['a VP', { role: 'vp', reportsTo: 'vp' }, 'vp'],
	['a manager at C, who shows it in figures already', { role: 'manager', stage: 'series-c', reportsTo: 'vp' }, null],
	['a manager at B', { role: 'manager', stage: 'series-b' }, 'other'],
	['a director under a VP', { role: 'director', reportsTo: 'vp' }, 'other'],
	['a director under the CTO', { role: 'director', reportsTo: 'cto' }, 'other'],
	['nobody said', {}, 'other'],
])('a company that lives by sales, for %s', (_, change, words, pull = 'neutral') =>
	expect(businessWords(context(change), pull)).toBe(words),
);

test('a VP drawn further to technical work than the month was is not warned of it', () => {
	const words = (points: number) => businessWords(context({ role: 'vp' }), 'neutral', { points, half: 9 });
	expect([words(12), words(-12)]).toEqual(['vp-drawn', 'vp']);
});

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
