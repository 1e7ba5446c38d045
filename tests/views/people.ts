/** Made-up people: their answers, their results, and the states of a page that they sit at. */
import type { Answers, Form } from '../../src/domain/instrument';
import { read, type Reading } from '../../src/domain/reading';
import { noContext, type Result } from '../../src/domain/result';
import { evaluate } from '../../src/domain/snapshot';
import { Notices } from '../../src/state/notices.svelte';
import { ResultsState } from '../../src/state/results.svelte';
import { SittingState } from '../../src/state/sitting.svelte';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { fakeStorage, fakeWorld, instrument } from '../fake';

/** Everything of these blocks answered, `drive` and `practice` categories towards architecture (0 is neutral). */
export const answersTo = (blocks: readonly string[], drive: number, practice = drive, posture = 2): Answers => {
	const asked = instrument.blocks.filter(({ id }) => blocks.includes(id)).flatMap(({ items }) => items);
	return Object.fromEntries(
		instrument.items
			.filter(({ id }) => asked.includes(id))
			.map((item) => {
				if (item.format === 'posture') return [item.id, posture];
				const lean = item.mode === 'drive' ? drive : practice;
				if (item.format === 'pair')
					return [item.id, lean > 0 ? 2 : lean < 0 ? 1 : Number(item.id.slice(1)) % 2 ? 2 : 1];
				return [item.id, 2 + lean * item.key * (item.facet.startsWith('A') ? 1 : -1)];
			}),
	);
};

export const resultOf = (form: Form, answers: Answers, change: Partial<Result> = {}): Result => ({
	id: 'r-1',
	takenAt: '2026-11-22T12:00:00.000Z',
	instrument: { id: 'fulcrum', version: instrument.version },
	form,
	language: 'en',
	name: null,
	person: null,
	context: noContext,
	answers,
	seed: 7,
	seconds: 150,
	paceRating: 4,
	week: null,
	...change,
});
export const quick = resultOf('quick', answersTo(instrument.forms.quick, 1));
export const full = resultOf('full', answersTo(instrument.forms.full, 1));

export const readingOf = (result: Result): Reading => read(evaluate(instrument, result).snapshot, instrument.gamma);

/** A browser on this storage. */
export const browserOver = (storage: Storage) => {
	const notices = new Notices();
	const world = fakeWorld();
	const store = new Stored(slots(() => storage));
	const results = new ResultsState(instrument, store, notices);
	return { storage, notices, world, results, sitting: new SittingState(instrument, store, notices, world) };
};
/** A browser with these results in it, and nothing under way. */
export const browser = (...kept: Result[]) => {
	const page = browserOver(fakeStorage());
	for (const result of kept) page.results.put(result);
	return page;
};
