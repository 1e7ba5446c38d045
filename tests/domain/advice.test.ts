import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { knownSignals } from '../../scripts/questions/book';
import {
	advise,
	experimentSlots,
	questionSlots,
	signals,
	type Book,
	type Choice,
	type Entry,
	type Slot,
} from '../../src/domain/advice';
import { focus } from '../../src/domain/focus';
import { architectureFacets, facetIds, peopleFacets, type FacetId } from '../../src/domain/instrument';
import { breadthOf } from '../../src/domain/profile';
import { read, type Reading } from '../../src/domain/reading';
import { businesses, noContext, roles, sizes, stages, superiors, type Context } from '../../src/domain/result';
import type { Snapshot } from '../../src/domain/snapshot';
import { gamma, perFacet, red, shot } from './shots';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const real = readJson('questions/advice.json') as Book;
const context = (change: Partial<Context> = {}): Context => ({ ...noContext, ...change });
const ids = (choices: readonly Choice[]): string[] => choices.map(({ entry }) => entry.id);
const values = (change: Partial<Record<FacetId, number>>) => ({ ...perFacet(50), ...change });
const perFacetFrom = (base: number, change: Partial<Record<FacetId, number>>) => ({ ...perFacet(base), ...change });
const calls = (change: Partial<Record<FacetId, -1 | 1>>) => ({ ...perFacet<-1 | 0 | 1>(0), ...change });
const architecture: Partial<Snapshot> = { A: 80, P: 40 };
const people: Partial<Snapshot> = { A: 40, P: 80 };
const offence = { value: 80, se0: 10.6, count: 6 };
const defence = { value: 20, se0: 10.6, count: 6 };

describe('the facet to stretch and the one to share', () => {
	const facets = values({ A1: 40, A3: 70, P2: 35, P4: 66 });
	type Row = [string, Partial<Snapshot>, Partial<Context>, [FacetId, string], [FacetId, string]];
	test.each<Row>([
		['lowest of the end that is reached less, highest of the other', { ...architecture, facets }, {}, ['P2', 'lower'], ['A3', 'higher']],
		['the other way', { ...people, facets }, {}, ['A1', 'lower'], ['P4', 'higher']],
		['on the fulcrum it is architecture', { facets }, {}, ['A1', 'equal'], ['P4', 'higher']],
		['outside the zone: the end that the zone lies towards', { ...architecture, facets }, { role: 'vp', stage: 'mature' }, ['P2', 'stage'], ['A3', 'higher']],
		// S 60 lies towards architecture; the zone is 75 to 100.
		['even where the place lies on that side already, and then nothing of that side is shared', { A: 58, P: 38, facets }, { role: 'staff', stage: 'mature', business: 'technical' }, ['A1', 'stage'], ['P4', 'higher']],
		// A place of 56.5 below 60 to 90, with a chance between .10 and .30.
		['probably outside: too', { A: 57, P: 44, facets }, { role: 'cto', stage: 'seed' }, ['A1', 'stage'], ['P4', 'higher']],
		['where the size is unusual for the stage, none', { ...architecture, facets }, { role: 'staff', stage: 'mature', size: '1-10', business: 'technical' }, ['P2', 'lower'], ['A3', 'higher']],
		['inside the zone it is as without one', { ...architecture, facets }, { role: 'cto', stage: 'seed' }, ['P2', 'lower'], ['A3', 'higher']],
		['one that stands below comes first', { ...architecture, facets, facetCalls: calls({ P3: -1 }) }, {}, ['P3', 'called'], ['A3', 'higher']],
		['of two the lower one', { ...architecture, facets, facetCalls: calls({ P3: -1, P2: -1 }) }, {}, ['P2', 'called'], ['A3', 'higher']],
		['one that stands above is the one to share', { ...architecture, facets, facetCalls: calls({ A1: 1 }) }, {}, ['P2', 'lower'], ['A1', 'called']],
		['of two the higher one', { ...architecture, facets, facetCalls: calls({ A1: 1, A3: 1 }) }, {}, ['P2', 'lower'], ['A3', 'called']],
		['calls the other way round count for neither', { ...architecture, facets, facetCalls: calls({ P4: 1, A1: -1 }) }, {}, ['P2', 'lower'], ['A3', 'higher']],
		['a call is stronger than the stage', { ...architecture, facets, facetCalls: calls({ P4: -1 }) }, { role: 'vp', stage: 'mature' }, ['P4', 'called'], ['A3', 'higher']],
		['the lower end, its band overlapping', { A: 54, P: 48, facets }, {}, ['P2', 'close'], ['A3', 'higher']],
		['who is torn is sent towards no zone', { A: 51, P: 49, drive: 76, practice: 24, facets }, { role: 'vp', stage: 'mature' }, ['A1', 'drawn'], ['A3', 'higher']],
		['torn, energy towards architecture: that end, where the two tie', { A: 48, P: 54, drive: 76, practice: 24, facets }, { role: 'director', stage: 'series-b' }, ['A1', 'drawn'], ['P4', 'higher']],
		['even where architecture scores a little higher', { A: 54, P: 48, drive: 76, practice: 24, facets }, {}, ['A1', 'drawn'], ['A3', 'higher']],
		['torn, energy towards people', { A: 50, P: 50, drive: 24, practice: 76, facets }, {}, ['P2', 'drawn'], ['P4', 'higher']],
		['who reaches neither end is sent towards no zone', { A: 9, P: 8, facets }, { role: 'vp', stage: 'seed' }, ['P2', 'equal'], ['A3', 'higher']],
		['two points apart', { A: 51, P: 49, facets }, {}, ['P2', 'close'], ['A3', 'higher']],
		['at seed nobody is sent to protect', { ...people, facets: values({ A4: 30, A1: 40 }) }, { stage: 'seed' }, ['A1', 'lower'], ['P4', 'higher']],
		['nor at series A, not even where it stands below', { ...people, facets: values({ A4: 30, A1: 40 }), facetCalls: calls({ A4: -1 }) }, { stage: 'series-a' }, ['A1', 'lower'], ['P4', 'higher']],
		['later it is', { ...people, facets: values({ A4: 30, A1: 40 }) }, { stage: 'series-b' }, ['A4', 'lower'], ['P4', 'higher']],
		['all alike: the first to stretch, the last to share', architecture, {}, ['P1', 'lower'], ['A4', 'higher']],
	])('%s', (_, change, where, stretch, strong) => {
		const got = focus(read(shot(change), gamma), context(where));
		expect([got.stretch.facet, got.stretch.why]).toEqual(stretch);
		expect([got.strong.facet, got.strong.why]).toEqual(strong);
	}); // prettier-ignore
});

describe('whether the facet is alone', () => {
	test.each<[string, Partial<Record<FacetId, number>>, Partial<Context>, string, string]>([
		['alone', { A1: 40, P4: 66 }, {}, 'alone', 'alone'],
		['beside others that show the same', { A1: 40, A2: 40.4, P4: 66, P3: 65.6 }, {}, 'tied', 'tied'],
		['half a point apart on paper', { A1: 40, A2: 41, P4: 66, P3: 65 }, {}, 'alone', 'alone'],
		['the lowest does not fit the stage', { A4: 30, A1: 40, P4: 66 }, { stage: 'seed' }, 'fitting', 'alone'],
		['two of those that fit', { A4: 30, A1: 40, A2: 40, P4: 66 }, { stage: 'seed' }, 'tied', 'alone'],
	])('%s', (_, facets, where, stretch, strong) => {
		const got = focus(read(shot({ ...people, facets: values(facets) }), gamma), context(where));
		expect([got.stretch.rank, got.strong.rank]).toEqual([stretch, strong]);
	}); // prettier-ignore
});

describe('what holds', () => {
	test.each<[string, Partial<Snapshot>, Partial<Context>, string[]]>([
		['nothing known', {}, {}, ['place:level']],
		['a CTO', {}, { role: 'cto' }, ['role:cto', 'seat:top', 'side:architecture', 'place:level']],
		['a VP', {}, { role: 'vp' }, ['role:vp', 'seat:top', 'side:people', 'place:level']],
		['a director', {}, { role: 'director' }, ['role:director', 'seat:middle', 'side:people', 'place:level']],
		['a manager', {}, { role: 'manager' }, ['role:manager', 'seat:middle', 'side:people', 'place:level']],
		['a tech lead', {}, { role: 'tech-lead' }, ['role:tech-lead', 'seat:hands', 'side:architecture', 'place:level']],
		['a staff engineer', {}, { role: 'staff' }, ['role:staff', 'seat:hands', 'side:architecture', 'place:level']],
		['the rest of the context', {}, { stage: 'series-a', founder: true, business: 'other', reportsTo: 'ceo', size: '1-10' }, ['stage:series-a', 'size:1-10', 'founder', 'business:other', 'reports:ceo', 'place:level']],
		['not a founder', {}, { founder: false }, ['hired', 'place:level']],
		['a place towards architecture', architecture, {}, ['place:architecture']],
		['towards people', people, {}, ['place:people']],
		['a gap towards architecture', { drive: 65 }, {}, ['place:level', 'gap:architecture']],
		['towards people', { practice: 65 }, {}, ['place:level', 'gap:people']],
		['a gap that may not be stated', { drive: 65, level: 'quick' }, {}, ['place:level']],
		['offence', { posture: offence }, {}, ['place:level', 'posture:offence']],
		['defence', { posture: defence }, {}, ['place:level', 'posture:defence']],
		['a posture that is open', { posture: { ...offence, value: 55 } }, {}, ['place:level']],
		['both ends, clearly', { A: 92, P: 92 }, {}, ['place:level', 'call:both']],
		['elsewhere, clearly', { A: 8, P: 8 }, {}, ['place:level', 'call:elsewhere']],
		['both ends, not clearly', { A: 66, P: 66 }, {}, ['place:level']],
	])('%s', (_, change, where, wanted) =>
		expect([...signals(read(shot(change), gamma), context(where))].sort()).toEqual([...wanted].sort()),
	); // prettier-ignore
});

describe('a choice from a small book', () => {
	const entry = (id: string, slot: Slot, needs: string[] = [], idea = id): Entry => ({ id, slot, idea, needs });
	const choose = (book: Partial<Book>, change: Partial<Snapshot> = {}, where: Partial<Context> = {}) => {
		const of = shot(change);
		return advise({ experiments: [], questions: [], ...book }, read(of, gamma), context(where), of);
	};
	const plain = ['stretch', 'strong', 'gap', 'stage'].map((slot) => entry(`any-${slot}`, slot as Slot, slot === 'gap' ? ['gap:people'] : [])); // prettier-ignore

	test('a facet to stretch, one to share, the stage', () => {
		const { experiments } = choose({ experiments: [...plain].reverse() }, architecture);
		expect(ids(experiments)).toEqual(['any-stretch', 'any-strong', 'any-stage']);
		expect(experiments.map(({ focus: about }) => about?.facet ?? null)).toEqual(['P1', 'A4', null]);
	});
	test('a gap takes the place of the facet to share, where an entry for it fits', () => {
		expect(ids(choose({ experiments: plain }, { practice: 65 }).experiments)).toEqual(['any-stretch', 'any-gap', 'any-stage']); // prettier-ignore
		expect(ids(choose({ experiments: plain }, { drive: 65 }).experiments)).toEqual(['any-stretch', 'any-strong', 'any-stage']); // prettier-ignore
	});
	test('of those that fit the most specific, a role before a seat or a side', () => {
		const experiments = [
			entry('none', 'stage'),
			entry('stage', 'stage', ['stage:seed']),
			entry('side', 'stage', ['stage:seed', 'side:architecture']),
			entry('role', 'stage', ['stage:seed', 'role:cto']),
			entry('other', 'stage', ['stage:seed', 'side:people', 'founder']),
		];
		const got = (where: Partial<Context>) => ids(choose({ experiments }, {}, where).experiments);
		expect(got({})).toEqual(['none']);
		expect(got({ stage: 'seed' })).toEqual(['stage']);
		expect(got({ stage: 'seed', role: 'staff' })).toEqual(['side']);
		expect(got({ stage: 'seed', role: 'cto' })).toEqual(['role']);
		expect(got({ stage: 'seed', role: 'vp', founder: true })).toEqual(['other']);
	});
	test('a facet is needed only where the slot is about it', () => {
		const experiments = [entry('p1', 'stretch', ['facet:P1']), entry('a4', 'strong', ['facet:A4']), entry('s', 'stage', ['facet:P1'])]; // prettier-ignore
		expect(ids(choose({ experiments }, architecture).experiments)).toEqual(['p1', 'a4']);
		expect(ids(choose({ experiments }, people).experiments)).toEqual([]);
	});
	test('an idea that is taken makes room for another, even a less specific one', () => {
		const experiments = [
			entry('a', 'stretch', ['facet:P1'], 'walk'),
			entry('b', 'strong', ['facet:A4'], 'walk'),
			entry('c', 'strong'),
			entry('d', 'stage', [], 'walk'),
		];
		expect(ids(choose({ experiments }, architecture).experiments)).toEqual(['a', 'c']);
	});
	test('answers that contradict each other: one experiment and one question that rest on stage and role', () => {
		const got = choose(
			{
				experiments: [...plain, entry('leaning', 'stage', ['posture:offence']), entry('seat', 'stage', ['seat:top'])],
				questions: [
					entry('above', 'above'),
					entry('gap', 'above', ['gap:people', 'place:people']),
					entry('beside', 'beside'),
					entry('team', 'team'),
				],
			},
			{ ...people, posture: { ...offence, value: 100 }, practice: 95, quality: red },
			{ role: 'vp' },
		);
		expect([ids(got.experiments), ids(got.questions)]).toEqual([['seat'], ['above']]);
		expect([...got.experiments, ...got.questions].every(({ focus: about }) => about === null)).toBe(true);
	});
	test('among equals the result’s own number picks, and each comes up', () => {
		const experiments = ['one', 'two', 'three'].map((id) => entry(id, 'stage'));
		const seen = new Set(
			Array.from({ length: 40 }, (_, i) => ids(choose({ experiments }, { drive: 50 + i / 2, level: 'quick' }).experiments)[0]),
		); // prettier-ignore
		expect([...seen].sort()).toEqual(['one', 'three', 'two']);
	});

	const slots = [...experimentSlots, ...questionSlots];
	const needs = ['place:level', 'place:people', 'role:cto', 'seat:top', 'stage:seed', 'gap:people', 'facet:A1', 'facet:P4', 'posture:offence']; // prettier-ignore
	const entries = (of: readonly Slot[]) =>
		fc
			.array(
				fc.record({
					slot: fc.constantFrom(...of),
					idea: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
					needs: fc.subarray(needs, { maxLength: 3 }),
				}),
				{ maxLength: 25 },
			)
			.map((list) => list.map((one, i): Entry => ({ ...one, id: `${one.slot}-${i}` })));
	const any = fc.record({
		book: fc.record({ experiments: entries(experimentSlots), questions: entries(questionSlots) }),
		of: fc
			.record({
				A: fc.integer({ min: 0, max: 200 }).map((steps) => steps / 2),
				P: fc.integer({ min: 0, max: 200 }).map((steps) => steps / 2),
				practice: fc.constantFrom(50, 65),
				posture: fc.constantFrom(null, offence),
				quality: fc.constantFrom('green', 'red').map((level) => ({ ...red, level })),
			})
			.map((change) => shot(change)),
		where: fc.record({ role: fc.constantFrom('cto', 'staff', null), stage: fc.constantFrom('seed', 'mature', null) }),
	});
	test('of any book and result: one entry a slot in order, no idea twice, every need holds', () =>
		fc.assert(
			fc.property(any, ({ book, of, where }) => {
				const reading = read(of, gamma);
				const got = advise(book, reading, context(where), of);
				for (const choices of [got.experiments, got.questions]) {
					sound(choices, reading, context(where));
					// Where neither end is reached the facet comes last.
					const last = breadthOf(reading.call) === 'elsewhere' && choices === got.experiments;
					const order: readonly Slot[] = last ? ['energy', 'stage', 'stretch', 'gap'] : slots;
					const at = choices.map(({ entry: { slot } }) => order.indexOf(slot));
					expect(at).not.toContain(-1);
					expect(at).toEqual([...new Set(at)].sort((one, two) => one - two));
				}
			}),
			{ seed: 42, numRuns: 200 },
		));
	test('the same result gets the same choice, whatever was chosen in between', () =>
		fc.assert(
			fc.property(any, ({ book, of, where }) => {
				const first = advise(book, read(of, gamma), context(where), of);
				advise(real, read(of, gamma), context({ role: 'vp', stage: 'series-b' }), shot({ A: 61 }));
				const copy = structuredClone(of);
				expect(advise(structuredClone(book), read(copy, gamma), context(where), copy)).toEqual(first);
			}),
			{ seed: 43, numRuns: 100 },
		));
});

/** No idea and no theme twice, everything that each entry needs holds of this result, and nothing that it excludes. */
const sound = (choices: readonly Choice[], reading: Reading, where: Context): void => {
	const careless = reading.call.kind === 'none';
	const held = signals(reading, where);
	const ideas = choices.map(({ entry }) => entry.idea);
	if (new Set(ideas).size < ideas.length) expect.fail(`an idea comes twice: ${ideas.join()}`);
	const themes = choices.flatMap(({ entry }) => entry.theme ?? []);
	if (new Set(themes).size < themes.length) expect.fail(`a theme comes twice: ${themes.join()}`);
	for (const { entry } of choices)
		for (const signal of entry.never ?? [])
			if (held.has(signal) && !(careless && signal.startsWith('posture:')))
				expect.fail(`${entry.id} excludes ${signal}`);
	for (const { entry, focus: about } of choices)
		for (const need of entry.needs) {
			const holds = held.has(need) && !(careless && /^(place|call|gap|posture):/.test(need));
			if (!holds && need !== `facet:${about?.facet}`) expect.fail(`${entry.id} needs ${need}`);
		}
};

describe('themes', () => {
	const entry = (id: string, slot: Slot, more: Partial<Entry> = {}): Entry => ({
		id,
		slot,
		idea: id,
		needs: [],
		...more,
	});
	const of = (experiments: Entry[], questions: Entry[] = []): Book => ({ experiments, questions });
	test('of two entries with one theme a page shows one, also across experiments and questions', () => {
		const book = of(
			[entry('a', 'stage', { theme: 'waits' })],
			[entry('b', 'above', { theme: 'waits' }), entry('c', 'above', { needs: [] })],
		);
		const got = advise(book, read(shot({ quality: red }), gamma), context(), shot());
		expect([ids(got.experiments), ids(got.questions)]).toEqual([['a'], ['c']]);
	});
	test.each<[string, Partial<Context>, string[]]>([
		['the question of series B asks for first weeks already', { role: 'vp', stage: 'series-b' }, ['plain']],
		['to the other side it does not', { role: 'cto', stage: 'series-b' }, ['first']],
		['nor at another stage', { role: 'vp', stage: 'series-c' }, ['first']],
	])('%s', (_, where, wanted) => {
		const book = of([entry('first', 'stage', { theme: 'first-weeks', needs: ['seat:top'] }), entry('plain', 'stage')]);
		const got = advise(book, read(shot({ quality: red }), gamma), context(where), shot());
		expect(ids(got.experiments)).toEqual(wanted);
	});
	test('what an entry excludes keeps it away', () => {
		const book = of([entry('later', 'stage', { needs: ['seat:top'], never: ['stage:seed'] }), entry('plain', 'stage')]);
		const at = (stage: Context['stage']) =>
			ids(advise(book, read(shot({ quality: red }), gamma), context({ role: 'vp', stage }), shot()).experiments);
		expect([at('seed'), at('series-a')]).toEqual([['plain'], ['later']]);
	});
});

describe('the experiments and questions there are', () => {
	/** Five places, three gaps, four postures, each facet of an end lowest and another one highest. */
	const shots = (quality: Snapshot['quality']): Snapshot[] =>
		[architecture, people, {}, { A: 92, P: 92 }, { A: 8, P: 8 }].flatMap((place) =>
			[0, 15, -15].flatMap((gap) =>
				[null, offence, defence, { ...offence, value: 50 }].flatMap((posture) =>
					[0, 1, 2, 3].map((low) => {
						const high = (low + 1) % 4;
						/** Who is drawn elsewhere has low facets too. */
						const base = 'P' in place && place.P === 8 ? 15 : 50;
						const facets = perFacetFrom(
							base,
							Object.fromEntries(
								[architectureFacets, peopleFacets].flatMap((of) => [
									[of[low], base - 10],
									[of[(low + 3) % 4], base - 5],
									[of[high], base + 10],
								]),
							),
						);
						return shot({ ...place, drive: 50 + gap, posture, facets, quality });
					}),
				),
			),
		);
	const contexts = [...roles, null].flatMap((role) => [...stages, null].map((stage) => ({ role, stage })));
	const chosen = new Set<string>();
	/** To whom each was given. */
	const given = new Map<string, Context[]>();
	const held = new Set(facetIds.map((id) => `facet:${id}`));
	/** Walks through every combination; the rest of the context and the result's own number change from step to step. */
	const every = (
		quality: Snapshot['quality'],
		turns: readonly number[],
		of: (shot: Snapshot, reading: Reading, where: Context) => void,
	): void => {
		let step = 0;
		for (const one of shots(quality))
			for (const turn of turns) {
				const moved = { ...one, drive: one.drive + turn / 2, practice: one.practice + turn / 2 };
				const reading = read(moved, gamma);
				for (const where of contexts) {
					step += 1;
					const rest = {
						founder: [null, true, false][step % 3]!,
						size: [...sizes, null][(step + Math.floor(step / 42)) % 6]!,
						reportsTo: [...superiors, null][step % 7]!,
						business: [...businesses, null][step % 4]!,
					};
					of(moved, reading, context({ ...where, ...rest }));
				}
			}
	};

	test('every result gets three experiments and three questions whose needs hold, and no idea twice', () =>
		every({ ...red, level: 'green' }, [0, 1], (of, reading, where) => {
			const { experiments, questions } = advise(real, reading, where, of);
			if (experiments.length !== 3 || questions.length !== 3)
				expect.fail(`${ids(experiments).join()} ${ids(questions).join()} for ${JSON.stringify(where)}`);
			sound([...experiments, ...questions], reading, where);
			for (const id of [...ids(experiments), ...ids(questions)]) {
				chosen.add(id);
				given.set(id, [...(given.get(id) ?? []), where]);
			}
			for (const signal of signals(reading, where)) held.add(signal);
		}));
	test('answers that contradict each other get one of each', () =>
		every(red, [0], (of, reading, where) => {
			const { experiments, questions } = advise(real, reading, where, of);
			if (experiments.length !== 1 || questions.length !== 1) expect.fail(JSON.stringify(where));
			sound([...experiments, ...questions], reading, where);
			for (const id of [...ids(experiments), ...ids(questions)]) chosen.add(id);
		}));
	test.each<[string, string, (where: Context) => boolean]>([
		['twice the users', 'stretch-design-any-twice-the-users', ({ stage }) => stage === 'seed'],
		['why a line is there, of who drew it', 'stretch-design-any-one-boundary', ({ founder }) => founder === true],
		['talks about reviews, of who builds alone', 'stretch-coaching-hands-talk-not-comment', ({ stage }) => stage === 'seed'],
		['a newcomer', 'strong-shape-any-newest-improves', ({ stage }) => stage === 'seed'],
		['duties to exchange', 'strong-shape-hands-duty-swap', ({ stage }) => stage === 'seed'],
		['a group that waits for another', 'gap-people-hands-carry-news', ({ stage, size }) => stage === 'seed' || size === '1-10'],
		['a colleague to coach others', 'strong-coaching-any-second-coach', ({ stage }) => stage === 'seed'],
		['a meeting to swap', 'gap-architecture-middle-meeting-swap', ({ stage }) => stage === 'seed'],
		['discussions of leaders', 'above-vp-reports-cto', ({ stage }) => stage === 'seed'],
		['one request through the parts', 'stretch-design-middle-one-request', ({ stage }) => stage === 'seed'],
		['ten times the load', 'stretch-design-top-ten-times', ({ stage }) => stage === 'seed' || stage === 'series-a'],
		['who hears many customers', 'stretch-news-top-what-returns', ({ stage }) => stage === 'seed'],
		['many checks', 'strong-resilience-hands-protection-price', ({ stage }) => stage === 'seed'],
		['rules on who may choose', 'strong-choices-hands-alone-or-two', ({ stage }) => stage === 'seed'],
		['half an hour of questions', 'strong-depth-hands-guided-search', ({ stage }) => stage === 'seed'],
		['a question to own', 'gap-architecture-middle-ask-for-question', ({ stage }) => stage === 'seed'],
		['customers who notice a fault', 'team-a4', ({ stage }) => stage === 'seed' || stage === 'series-a'],
		['a system to rehearse for', 'team-a4-hands', ({ stage }) => stage === 'seed' || stage === 'series-a'],
		['people outside the team', 'team-p3-hands', ({ stage }) => stage === 'seed'],
		['news as a staff engineer waits for it', 'team-p3', ({ role }) => role === 'staff'],
		['the smallest proof', 'team-defence', ({ stage }) => stage === 'series-c'],
		['what only one of few knows', 'team-one-person', ({ size }) => size === '101-1000' || size === '1000+'],
		['the other half of the top', 'beside-level-top', ({ role, reportsTo }) => role !== 'vp' || reportsTo === 'cto'],
		['days through the layers', 'stage-mature-people-days-to-answer', ({ size }) => size === '1-10'],
	])('%s: only where there is such a thing', (_, id, beyond) => {
		expect(given.get(id)?.length).toBeGreaterThan(0);
		expect(given.get(id)!.filter(beyond)).toEqual([]);
	}); // prettier-ignore
	test('of two experiments that turn on asking, not telling, a page shows one', () => {
		const facets = values({ P1: 30, A3: 80 });
		for (const turn of [0, 1, 2, 3]) {
			const of = shot({ ...architecture, facets, practice: 50 + turn / 2, drive: 50 + turn / 2 });
			const where = context({ role: 'tech-lead', stage: 'series-a' });
			const found = ids(advise(real, read(of, gamma), where, of).experiments);
			expect(found[0]).toBe('stretch-coaching-hands-talk-not-comment');
			expect(found).not.toContain('strong-depth-hands-guided-search');
		}
	});
	test.each<[string, string, string]>([
		['a question that people ask again', 'strong-depth-any-only-you', 'team-p3-hands'],
		['a decision that is waited for', 'stage-series-b-people-where-news-waits', 'team-waiting'],
		['late news', 'stage-mature-people-days-to-answer', 'team-p3'],
		['what is expected', 'stage-any-three-lines', 'beside-level-middle'],
		['where work waits', 'stretch-design-middle-one-request', 'stage-series-a-people-longest-wait'],
		['one repair', 'stretch-resilience-hands-unwelcome', 'stage-series-b-architecture-first-step'],
		['news heard back', 'stretch-news-middle-say-it-back', 'stage-mature-people-days-to-answer'],
		['a protection that waits', 'above-series-b-hands-defence', 'stage-series-b-defence-one-gain'],
	])('%s: one theme', (_, one, other) => {
		const themeOf = (id: string) => [...real.experiments, ...real.questions].find((entry) => entry.id === id)?.theme;
		expect(themeOf(one)).toBeDefined();
		expect(themeOf(one)).toBe(themeOf(other));
	});
	test('what the page proposes above is not tried below', () => {
		for (const turn of [0, 1, 2, 3]) {
			const both = shot({ A: 92, P: 92, practice: 50 + turn / 2, drive: 50 + turn / 2 });
			const tried = (of: Snapshot, where: Partial<Context>) =>
				ids(advise(real, read(of, gamma), context(where), of).experiments);
			expect(tried(both, { role: 'director', stage: 'series-c' })[0]).toBe('handover-any-own-days');
			const torn = shot({ drive: 76, practice: 24 + turn / 2 });
			expect(tried(torn, { role: 'manager', stage: 'series-c' })).toContain('gap-architecture-middle-meeting-swap');
			expect(tried(torn, { role: 'manager', stage: 'seed' })).toContain('gap-architecture-middle-seed-two-hours');
		}
	});
	test('who is sent to two colleagues with the next plan does not read it twice with another', () => {
		const tried = (size: Context['size']) =>
			[0, 1, 2, 3, 4, 5].flatMap((turn) => {
				const of = shot({ practice: 50 + turn / 2, drive: 50 - turn });
				const said = context({ role: 'director', stage: size ? 'mature' : null, size });
				return advise(real, read(of, gamma), said, of).experiments.map(({ entry }) => entry.idea);
			});
		expect(tried('1-10')).not.toContain('plan-read-twice');
		expect(tried(null)).toContain('plan-read-twice');
	});
	test('who leans to defence at series B is not asked what would pause features', () => {
		const asks = (posture: Snapshot['posture']) => {
			const of = shot({ ...architecture, posture });
			return ids(advise(real, read(of, gamma), context({ role: 'staff', stage: 'series-b' }), of).questions)[0];
		};
		expect([asks(null), asks(offence)]).toEqual(['above-series-b-hands', 'above-series-b-hands']);
		expect(['above-series-b-hands-defence', 'above-hands']).toContain(asks(defence));
	});
	test('who reaches neither end: energy first, then the seat, a facet last', () => {
		for (const gap of [0, 15]) {
			const of = shot({ A: 8, P: 8, drive: 50 + gap, facets: perFacetFrom(15, { A1: 5 }) });
			const { experiments } = advise(real, read(of, gamma), context({ role: 'cto', stage: 'series-a' }), of);
			expect(experiments.map(({ entry }) => entry.slot)).toEqual(['energy', 'stage', gap ? 'gap' : 'stretch']);
		}
	});
	test('where the page asks how news arrives, the team is not asked it again', () => {
		const facets = values({ P3: 41, P4: 40 });
		for (const turn of [0, 1, 2, 3]) {
			const of = shot({ ...architecture, facets, practice: 50 + turn / 2, drive: 50 + turn / 2 });
			const asked = (where: Partial<Context>) =>
				ids(advise(real, read(of, gamma), context({ role: 'director', stage: 'mature', ...where }), of).questions);
			expect(asked({ reportsTo: 'vp' })).not.toContain('team-p3');
			expect(asked({ role: 'cto', stage: 'series-a', reportsTo: 'ceo' })).not.toContain('team-p3');
		}
	});
	test('where the range lies further towards architecture, no technical decision is handed over', () => {
		for (const turn of [0, 1, 2, 3]) {
			const of = shot({ A: 40, P: 60, practice: 65 + turn / 2, drive: 50 + turn / 2 });
			const found = (stage: Context['stage']) =>
				ids(advise(real, read(of, gamma), context({ role: 'cto', stage }), of).experiments);
			expect(found('seed')).toContain('gap-people-top-people-inside');
		}
	});
	test('the VP below a CTO is not asked to share out the two', () => {
		const beside = (where: Partial<Context>) =>
			ids(advise(real, read(shot(), gamma), context(where), shot()).questions)[1];
		expect(beside({ role: 'vp', stage: 'series-b', reportsTo: 'cto' })).toBe('beside-level-vp-below');
		expect(beside({ role: 'vp', stage: 'series-b', reportsTo: 'ceo' })).toBe('beside-level-top');
		expect(beside({ role: 'cto', stage: 'series-b', reportsTo: 'ceo' })).toBe('beside-level-cto');
	});
	test('at seed a tech lead lists what is hard to move', () => {
		const of = shot({ ...people, facets: values({ A1: 30 }) });
		const where = context({ role: 'tech-lead', stage: 'seed' });
		expect(ids(advise(real, read(of, gamma), where, of).experiments)[0]).toBe('stretch-design-tech-lead-seed');
	});
	test('a founder at seed whose design is lowest moves a line that somebody drew: their own', () => {
		const of = shot({ ...people, facets: values({ A1: 30 }) });
		for (const role of ['cto', 'vp', 'staff'] as const) {
			const where = context({ role, stage: 'seed', founder: true });
			expect(ids(advise(real, read(of, gamma), where, of).experiments)[0]).toBe('stretch-design-any-moved-line');
		}
	});
	test('the signals that the check of the folder knows are those that can hold', () =>
		expect([...knownSignals].sort()).toEqual([...held].sort()));

	const all = [...real.experiments, ...real.questions];
	test('at least 60 of each, and none without a result that it is chosen for', () => {
		expect(real.experiments.length).toBeGreaterThanOrEqual(60);
		expect(real.questions.length).toBeGreaterThanOrEqual(60);
		expect(all.filter(({ id }) => !chosen.has(id)).map(({ id }) => id)).toEqual([]);
	});
	test('each has an id of its own, a slot of its kind, and needs that can hold', () => {
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		for (const { slot } of real.experiments) expect(experimentSlots).toContain(slot);
		for (const { slot } of real.questions) expect(questionSlots).toContain(slot);
		expect(all.flatMap(({ needs }) => needs).filter((need) => !knownSignals.has(need))).toEqual([]);
	});
	test('each has its words in English, and no words are left over', () => {
		const words = readJson('questions/en/advice.json') as {
			experiments: Record<string, { title: string; text: string }>;
			questions: Record<string, string>;
		};
		expect(Object.keys(words.experiments).sort()).toEqual(real.experiments.map(({ id }) => id).sort());
		expect(Object.keys(words.questions).sort()).toEqual(real.questions.map(({ id }) => id).sort());
		const texts = Object.values(words.experiments).flatMap(({ title, text }) => [title, text]);
		for (const text of [...texts, ...Object.values(words.questions)]) expect(text.trim()).not.toBe('');
		expect(new Set(Object.values(words.experiments).map(({ title }) => title)).size).toBe(real.experiments.length);
		expect(new Set(Object.values(words.questions)).size).toBe(real.questions.length);
	});
});
