/** What any version ever stored opens for ever. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Kept } from '../../src/domain/backup';
import { recordVersion } from '../../src/domain/restore';
import { renamed } from '../../src/domain/team';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { fakeStorage, instrument } from '../fake';
import { journal, turn } from '../tabs';
import { pageOver } from './kept';

interface Sample {
	/** Texts by slot, as they stood in localStorage. */
	readonly stored: Readonly<Record<string, string>>;
	readonly kept: Kept;
}
/** The questions of that day: a sitting goes on with the very ones it was begun with. */
const then = { ...instrument, version: '1.0.0' };
const open = (storage: Storage) => pageOver(new Stored(slots(() => storage)), 7, then);
const storageOf = ({ stored }: Sample): Storage =>
	fakeStorage(Object.fromEntries(Object.entries(stored).map(([slot, text]) => [`fulcrum:${slot}`, text])));

describe.each([
	['1: lines without write numbers, preferences in one head', 1],
	['2: write numbers, what was taken away, preferences in records', 2],
])('version %s', (_, version) => {
	const sample = JSON.parse(readFileSync(`tests/samples/stored-${version}.json`, 'utf8')) as Sample;

	test('opens whole, and nothing is told, written or set aside', () => {
		const storage = storageOf(sample);
		const page = open(storage);
		expect(page.kept.all).toEqual(sample.kept);
		expect([page.told(), page.kept.asides]).toEqual([[], []]);
		for (const slot of page.ledger.keys(''))
			expect(page.ledger.text(slot)).toBe((sample.stored as Record<string, string>)[slot]);
		expect(storage.length).toBe(Object.keys(sample.stored).length);
	});
	test('opens from the journal alone', async () => {
		const page = open(fakeStorage());
		await page.ledger.join(Promise.resolve(journal({ ...sample.stored }).kept));
		expect(page.kept.all).toEqual(sample.kept);
	});
	test('goes on: what is changed stays changed, also against a copy of before in the journal', async () => {
		const storage = storageOf(sample);
		const page = open(storage);
		const [result, team] = [page.results.find('autumn')!, page.teams.find('leads')!];
		page.results.put({ ...result, name: 'Mine' });
		page.results.remove('spring');
		page.teams.put(renamed(team, 'm2', null));
		const { answers } = page.sitting.current!;
		page.sitting.answer(1 + page.sitting.asked.findIndex(({ item }) => !(item.id in answers)), 1);
		page.me.rename('Grace');
		page.me.answer(null);
		const wanted = page.kept.all;
		const again = open(storage);
		await again.ledger.join(Promise.resolve(journal({ ...sample.stored }).kept));
		await turn();
		expect([again.kept.all, again.told()]).toEqual([wanted, []]);
		expect(wanted.results.map(({ name }) => name)).toEqual(['Mine']);
		expect(Object.keys(wanted.sitting!.answers)).toHaveLength(Object.keys(sample.kept.sitting!.answers).length + 1);
		expect(wanted.preferences).toEqual({ ...sample.kept.preferences, name: 'Grace', invite: null });
	});
});
test('a new version of what is stored needs a sample of its own', () => expect(recordVersion).toBe(1));
