/** A page that writes before the code of what is stored has come, while another tab writes too. */
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Door } from '../../src/state/door';
import { browser, journal, turn } from '../tabs';

afterEach(() => void vi.unstubAllGlobals());

type Answer = [string, number];
const head = { seed: 7 };
const ids = (kept: { records: readonly unknown[] } | null) =>
	kept && kept.records.map((record) => (Array.isArray(record) ? record.join() : 'head')).sort();

/** `early` writes through a door that is not open yet, `other` through its ledger; `opened` gives the door its ledger. */
const early = () => {
	const { open, settle, inner } = browser();
	const page = open();
	page.stop();
	vi.stubGlobal('localStorage', page.own);
	const [door, other] = [new Door(), open()];
	const told: unknown[] = [];
	door.watch((slot) => told.push(slot));
	const opened = () => {
		// The one of this page: what it writes is no news to itself.
		const mine = open(page.own);
		door.open(mine.ledger);
		return mine.ledger;
	};
	return {
		write: (...answers: Answer[]) => void door.write('sitting', [head, ...answers]),
		other: (...answers: Answer[]) => void other.ledger.write('sitting', [head, ...answers]),
		hears: () => void settle(),
		removes: () => void other.ledger.remove('sitting'),
		door,
		opened,
		told,
		inner,
		/** What this page, the other tab and a page opened next read. */
		all: () => [door, other.ledger, open().ledger].map((tab) => ids(tab.read('sitting'))),
	};
};

describe('before it is open', () => {
	test.each<[string, (page: ReturnType<typeof early>) => void, string[] | null]>([
		['nobody else writes', ({ write }) => {
			write(['a', 1]);
			write(['a', 1], ['b', 2]);
		}, ['a,1', 'b,2', 'head']],
		['another tab answers on top of it', ({ write, hears, other }) => {
			write(['a', 1]);
			hears();
			other(['a', 1], ['c', 3]);
		}, ['a,1', 'c,3', 'head']],
		['it writes over what another tab answered, which puts it back', ({ write, hears, other }) => {
			write(['a', 1]);
			hears();
			other(['a', 1], ['c', 3]);
			write(['a', 1], ['b', 2]);
			hears();
		}, ['a,1', 'b,2', 'c,3', 'head']],
		['it writes over what another tab answered, which hears of it later', ({ write, hears, other }) => {
			write(['a', 1]);
			hears();
			other(['a', 1], ['c', 3]);
			write(['a', 1], ['b', 2]);
		}, ['a,1', 'b,2', 'c,3', 'head']],
		['another tab changes an answer of it', ({ write, hears, other }) => {
			write(['a', 1]);
			hears();
			other(['a', 2]);
		}, ['a,2', 'head']],
		['another tab takes it away', ({ write, hears, removes }) => {
			write(['a', 1]);
			hears();
			removes();
		}, null],
	])('%s', (_, act, wanted) => {
		const page = early();
		act(page);
		page.opened();
		page.hears();
		for (const kept of page.all()) expect(kept).toEqual(wanted);
	}); // prettier-ignore

	test('what another tab did is told once it is known', () => {
		const page = early();
		page.write(['a', 1]);
		page.hears();
		page.other(['a', 1], ['c', 3]);
		page.opened();
		expect(page.told).toEqual(['sitting']);
	});

	test('a journal that remembers how an earlier one was taken away does not take this one', async () => {
		const past = journal();
		const before = browser().open();
		await before.ledger.join(Promise.resolve(past.kept));
		for (let n = 0; n < 4; n++) before.ledger.write('sitting', [head, ['z', n]]);
		before.ledger.remove('sitting');
		await turn();
		expect(past.texts.has('gone')).toBe(true);

		const page = early();
		page.write(['a', 1]);
		const mine = page.opened();
		page.write(['a', 1], ['b', 2]);
		await mine.join(Promise.resolve(past.kept));
		page.hears();
		for (const kept of page.all()) expect(kept).toEqual(['a,1', 'b,2', 'head']);
		await turn();
		// And the journal has it now.
		const next = browser().open();
		await next.ledger.join(Promise.resolve(past.kept));
		expect(ids(next.ledger.read('sitting'))).toEqual(['a,1', 'b,2', 'head']);
	});
});
