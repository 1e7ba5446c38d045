/** What is kept, in words and sizes; a backup out and in; what was set aside; and everything erased. */
import { textOf } from '../ui/words';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { backupFile, type Kept } from '../../src/domain/backup';
import { longestFile, resultFile } from '../../src/domain/file';
import { teamFile } from '../../src/domain/teamFile';
import { date, t } from '../../src/i18n/i18n';
import Broken from '../../src/views/Broken.svelte';
import Data from '../../src/views/data/Data.svelte';
import { teamOf } from '../domain/teams';
import { fakeStorage, instrument } from '../fake';
import { pageOn } from '../state/kept';
import { downloads, fileOf, hugeFile } from './files';
import { full, quick } from './people';

const user = userEvent.setup();
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();
const says = (text: string): boolean => textOf(document.body).includes(plain(text));
const button = (name: string) => screen.getByRole('button', { name });
const heading = (name: string) => screen.queryByRole('heading', { name });

const spring = { ...quick, id: 'spring', name: 'Spring', takenAt: '2026-04-01T12:00:00.000Z' };
const autumn = { ...full, id: 'autumn', name: null };
const leads = { ...teamOf(3), id: 'leads', name: 'Leads' };
type Page = ReturnType<typeof pageOn>;
const fill = (page: Page) => {
	page.results.put(spring);
	page.results.put(autumn);
	page.teams.put(leads);
	page.sitting.start('quick');
	for (const n of [1, 2]) page.sitting.answer(n, 1);
	page.me.rename('Margaret');
};
const never = () => Promise.resolve(null);

const show = (page: Page, { room = 0.1, persisted = never as () => Promise<boolean | null>, persist = never as () => Promise<boolean | null> } = {}) => {
	const save = vi.fn();
	const view = render(Data, { props: { instrument, kept: page.kept, room, persisted, persist, save } });
	return { ...page, ...view, save };
}; // prettier-ignore
const open = (storage: Storage = fakeStorage(), how: Parameters<typeof show>[1] = {}) => show(pageOn(storage), how);
const opened = (how: Parameters<typeof show>[1] = {}) => {
	const page = pageOn();
	fill(page);
	return show(page, how);
};

describe('what is kept', () => {
	/** Each row of the table as its cells. */
	const rows = () =>
		within(screen.getByRole('table', { name: t('ui.data.holds') }))
			.getAllByRole('row')
			.slice(1)
			.map((row) => [...row.children].map(textOf));
	const kb = (characters: number) => t('ui.data.kb', { kb: (characters / 1000).toFixed(1) });

	test('nothing: says so, and there is nothing to erase', () => {
		open();
		expect(says(t('ui.data.nothing'))).toBe(true);
		expect([screen.queryByRole('table'), heading(t('ui.data.erase')), heading(t('ui.data.aside'))]).toEqual([null, null, null]); // prettier-ignore
		expect([heading(t('ui.data.backup')), heading(t('ui.data.restore'))]).not.toContain(null);
		expect(document.title).toBe(t('ui.page.titled', { what: t('ui.data.title') }));
	});
	test('everything: what, how many, how large', () => {
		const { kept } = opened();
		expect(rows()).toEqual([
			[t('ui.data.results'), '2', kb(kept.size('result:'))],
			[plain(t('ui.data.teams', { n: 3, count: '3' })), '1', kb(kept.size('team:'))],
			[t('ui.data.sitting'), '2', kb(kept.size('sitting'))],
			[t('ui.data.preferences'), '1', kb(kept.size('me'))],
		]);
	});
	test('only what there is, what was set aside too', () => {
		open(fakeStorage({ 'fulcrum:result:x': 'x'.repeat(2500) }));
		expect(rows().map(([what, count]) => [what, count])).toEqual([
			[t('ui.data.results'), '0'],
			[t('ui.data.aside'), '1'],
		]);
		expect(rows()[1]![2]).toBe(kb(2500));
	});
	test('follows what is done meanwhile', async () => {
		const { results } = opened();
		results.drop('spring');
		await tick();
		expect(rows()[0]!.slice(0, 2)).toEqual([t('ui.data.results'), '1']);
	});
	test('a team that cannot be read in full breaks nothing', async () => {
		const storage = fakeStorage();
		pageOn(storage).teams.put(leads);
		storage.setItem('fulcrum:team:leads', storage.getItem('fulcrum:team:leads')!.slice(0, -5));
		const { told } = open(storage);
		expect(rows()[0]!.slice(0, 2)).toEqual([plain(t('ui.data.teams', { n: 2, count: '2' })), '1']);
		expect(heading(t('ui.data.aside'))).not.toBeNull();
		await tick();
		expect(told()).toEqual(['resultsAside']);
	});
	test.each([[0.0123, '1.2%'], [0.62, '62%']])('room: %f of it is told as %s', (room, percent) => {
		opened({ room });
		expect(says(t('ui.data.room', { percent }))).toBe(true);
	}); // prettier-ignore

	describe('how long', () => {
		const promise = (value: boolean | null) => () => Promise.resolve(value);
		const sentences = ['lasting', 'notLasting', 'refused'] as const;
		const told = () => sentences.filter((key) => says(t(`ui.data.${key}`)));
		test.each<[string, boolean | null, string[]]>([
			['promised', true, ['lasting']],
			['not promised', false, ['notLasting']],
			['the browser does not say', null, []],
		])('%s', async (_, value, wanted) => {
			opened({ persisted: promise(value) });
			await tick();
			await vi.waitFor(() => expect(told()).toEqual(wanted));
		});
		test.each<[string, boolean, string[]]>([
			['agrees', true, ['lasting']],
			['refuses', false, ['refused']],
		])('asked, it %s', async (_, value, wanted) => {
			opened({ persisted: promise(false), persist: promise(value) });
			await user.click(await screen.findByRole('button', { name: t('ui.data.ask') }));
			await vi.waitFor(() => expect(told()).toEqual(wanted));
			expect(screen.queryByRole('button', { name: t('ui.data.ask') })).toBeNull();
		});
	});
});

test('a backup is handed out at a click', async () => {
	const { save } = opened();
	await user.click(button(t('ui.data.save')));
	expect(save).toHaveBeenCalledTimes(1);
});

describe('a file read back in', () => {
	const choose = async (file: File) => {
		await user.upload(screen.getByLabelText(t('ui.data.choose')), file);
		await screen.findByRole('heading', { name: plain(t('ui.data.found', { name: file.name })) });
	};
	const backupOf = (kept: Kept, name = 'b.json') =>
		fileOf(backupFile(instrument, kept, '2026-11-22T10:00:00.000Z'), name);
	const everything = (): Kept => {
		const page = pageOn();
		fill(page);
		return page.kept.all;
	};
	const list = () => within(screen.getByRole('region', { name: t('ui.data.restore') })).queryAllByRole('listitem');
	/** What each row says, and whether it is ticked, free or fast. */
	const rows = () =>
		list().map((row) => {
			const box = row.querySelector('input');
			return [textOf(row), box ? (box.disabled ? 'fast' : box.checked ? 'ticked' : 'free') : 'told'];
		});
	const step = (what: string, how: 'add' | 'replace' | 'same') => plain(`${what} ${t(`ui.data.steps.${how}`)}`);
	const resultRow = ({ name, takenAt }: typeof quick) => t('ui.data.resultRow', { name: name ?? t('report.open.nameless'), day: date(takenAt) }); // prettier-ignore
	const teamRow = t('ui.data.teamRow', { name: 'Leads', n: 3, count: '3' });
	const sittingRow = t('ui.data.sittingRow', { n: 2, count: '2' });
	const applyName = (n: number) => plain(t('ui.data.apply', { n, count: String(n) }));
	const apply = (n: number) => user.click(button(applyName(n)));
	const done = (n: number) => says(t('ui.data.done', { n, count: String(n) }));
	const stored = (storage: Storage) => storage.length;

	test('everything into an empty browser: each is listed and ticked, and nothing is done yet', async () => {
		const storage = fakeStorage();
		open(storage);
		await choose(backupOf(everything()));
		expect(rows()).toEqual([
			[step(resultRow(autumn), 'add'), 'ticked'],
			[step(resultRow(spring), 'add'), 'ticked'],
			[step(teamRow, 'add'), 'ticked'],
			[step(sittingRow, 'add'), 'ticked'],
			[step(t('ui.data.preferencesRow'), 'add'), 'ticked'],
		]);
		expect(button(applyName(5))).toBeTruthy();
		expect(stored(storage)).toBe(0);
	});
	test('done, all of it is there; undone through the notice, none of it, and no claim is left', async () => {
		const { kept, notices, told } = open();
		await choose(backupOf(everything()));
		await apply(5);
		expect(kept.all.results.map(({ id }) => id)).toEqual(['autumn', 'spring']);
		expect([kept.all.teams.length, kept.all.preferences.name, told(), done(5), list()]).toEqual([1, 'Margaret', ['restored'], true, []]); // prettier-ignore
		notices.list[0]!.undo!();
		await tick();
		expect([kept.all, done(5)]).toEqual([pageOn().kept.all, false]);
	});
	test('what is not ticked is not taken', async () => {
		const { kept } = open();
		await choose(backupOf(everything()));
		for (const name of [step(resultRow(spring), 'add'), step(sittingRow, 'add')])
			await user.click(screen.getByRole('checkbox', { name }));
		await apply(3);
		expect(kept.all).toMatchObject({ results: [{ id: 'autumn' }], sitting: null, teams: [{ id: 'leads' }] });
	});
	test('ticked again it is', async () => {
		open();
		await choose(fileOf(resultFile(instrument, spring)));
		const box = screen.getByRole('checkbox');
		await user.click(box);
		expect([says(t('ui.data.applyNone')), screen.queryByRole('button', { name: applyName(1) })]).toEqual([true, null]);
		await user.click(box);
		expect(button(applyName(1))).toBeTruthy();
	});
	test('where it came from all is there already, and nothing can be ticked', async () => {
		const page = opened();
		await choose(backupOf(page.kept.all));
		expect(rows().map(([, state]) => state)).toEqual(['fast', 'fast', 'fast', 'fast', 'fast']);
		expect([says(t('ui.data.steps.same')), says(t('ui.data.applyNone'))]).toEqual([true, false]);
	});
	test('what would take the place of something here waits to be ticked; a later sitting does not', async () => {
		opened();
		const from = everything();
		const later = { ...spring, name: 'May', takenAt: '2026-05-01T12:00:00.000Z' };
		const sitting = { ...from.sitting!, seed: 5 };
		await choose(backupOf({ ...from, results: [later, { ...autumn, name: 'X' }], teams: [{ ...leads, letters: true }], sitting })); // prettier-ignore
		expect(rows().slice(0, 4)).toEqual([
			[step(resultRow(later), 'replace'), 'ticked'],
			[step(resultRow({ ...autumn, name: 'X' } as typeof quick), 'replace'), 'free'],
			[step(teamRow, 'replace'), 'free'],
			[step(sittingRow, 'replace'), 'free'],
		]);
	});
	test.each<[string, () => File, () => string]>([
		['a result', () => fileOf(resultFile(instrument, spring)), () => step(resultRow(spring), 'add')],
		['a team', () => fileOf(teamFile(instrument, leads)), () => step(teamRow, 'add')],
		['a team without a name', () => fileOf(teamFile(instrument, { ...leads, name: '' })), () => step(t('ui.data.teamRow', { name: t('report.open.nameless'), n: 3, count: '3' }), 'add')],
		['a name that is markup', () => fileOf(resultFile(instrument, { ...spring, name: '<b>May</b>' })), () => step(resultRow({ ...spring, name: '<b>May</b>' }), 'add')],
	])('%s may be restored too', async (_, file, wanted) => {
		open();
		await choose(file());
		expect(rows()).toEqual([[wanted(), 'ticked']]);
	}); // prettier-ignore
	test('dropped on the page', async () => {
		open();
		await fireEvent.drop(window, { dataTransfer: { files: [fileOf(resultFile(instrument, spring))] } });
		await vi.waitFor(() => expect(rows()).toEqual([[step(resultRow(spring), 'add'), 'ticked']]));
	});
	const refused = (what: string, fault: 'foreignFile' | 'not-json' | 'newer' | 'too-large' | 'unreadable' | 'other-instrument') => plain(t('ui.data.refusedRow', { what, why: t(`report.faults.${fault}`) })); // prettier-ignore
	test.each<[string, () => File, () => string]>([
		['no data', () => fileOf('# Notes', 'notes.md'), () => refused('notes.md', 'not-json')],
		['one of another program', () => fileOf('{"format":"notes"}', 'notes.json'), () => refused('notes.json', 'foreignFile')],
		['one of a newer Fulcrum', () => fileOf('{"format":"fulcrum-backup","version":9}', 'new.json'), () => refused('new.json', 'newer')],
		['too large a one', () => hugeFile(longestFile + 1), () => refused('huge.json', 'too-large')],
	])('%s: says why, and nothing can be done with it', async (_, file, wanted) => {
		open();
		// The picker offers ours alone; any file can be dropped.
		await fireEvent.drop(window, { dataTransfer: { files: [file()] } });
		await vi.waitFor(() => expect(rows()).toEqual([[wanted(), 'told']]));
		expect([screen.queryByRole('checkbox'), says(t('ui.data.applyNone'))]).toEqual([null, false]);
	}); // prettier-ignore
	test('one bad part is told beside the good ones; what was left out too', async () => {
		open();
		const backup = JSON.parse(await backupOf(everything()).text()) as { results: object[]; sitting: object };
		backup.results[0] = { ...backup.results[0], week: [1] };
		backup.results[1] = { ...backup.results[1], seed: null };
		backup.sitting = { ...backup.sitting, instrument: { id: 'fulcrum', version: '0.1.0' } };
		await choose(fileOf(JSON.stringify(backup)));
		expect(rows().slice(3)).toEqual([
			[refused('results[1]', 'unreadable'), 'told'],
			[refused('sitting', 'other-instrument'), 'told'],
		]);
		expect(says(t('ui.data.dropped', { list: 'results[0].week' }))).toBe(true);
		expect(button(applyName(3))).toBeTruthy();
	});
	test('a backup with nothing in it says so', async () => {
		open();
		await choose(backupOf(pageOn().kept.all));
		expect([rows(), says(t('ui.data.foundNothing'))]).toEqual([[], true]);
	});
	test('of very many the first hundred are listed, the rest counted, and all are restored', async () => {
		const { kept } = open();
		const many = Array.from({ length: 103 }, (_, i) => ({ ...spring, id: `r${i}` }));
		await choose(backupOf({ ...pageOn().kept.all, results: many }));
		expect([list().length, says(t('ui.data.more', { n: 3, count: '3' }))]).toEqual([100, true]);
		await apply(103);
		expect(kept.all.results).toHaveLength(103);
	});
	test('a second file takes the place of the first', async () => {
		open();
		await choose(fileOf(resultFile(instrument, spring), 'a.json'));
		await choose(fileOf(resultFile(instrument, autumn), 'b.json'));
		expect(rows()).toEqual([[step(resultRow(autumn as typeof quick), 'add'), 'ticked']]);
	});
	test('no file chosen: nothing happens', async () => {
		open();
		await fireEvent.change(screen.getByLabelText(t('ui.data.choose')), { target: { files: [] } });
		await tick();
		expect(list()).toEqual([]);
	});
});

describe('what was set aside', () => {
	const handed = downloads();
	const damaged = () => open(fakeStorage({ 'fulcrum:result:x/1': 'garbage', 'fulcrum:sitting': 'rubbish' }));
	const aside = () => within(screen.getByRole('region', { name: t('ui.data.aside') })).getAllByRole('listitem');

	test('is listed by what it was, and handed out as it stood', async () => {
		damaged();
		expect(aside().map((row) => textOf(row.querySelector('code')!))).toEqual(['result:x/1', 'sitting']);
		await user.click(button(t('ui.data.asideSaveNamed', { what: 'result:x/1' })));
		expect([handed[0]!.name, handed[0]!.type, await handed[0]!.blob.text()]).toEqual(['fulcrum-result-x-1.txt', 'text/plain', 'garbage']); // prettier-ignore
	});
	test('deleted it is gone; undone it is back', async () => {
		const { notices, told } = damaged();
		await user.click(button(t('ui.data.asideRemoveNamed', { what: 'sitting' })));
		expect(aside()).toHaveLength(1);
		expect(told()).toContain('asideRemoved');
		notices.list.find(({ key }) => key === 'asideRemoved')!.undo!();
		await tick();
		expect(aside()).toHaveLength(2);
	});
});

describe('erasing', () => {
	const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: plain(t('ui.data.type', { word: t('ui.data.word') })) }); // prettier-ignore
	const act = () => screen.getByRole<HTMLButtonElement>('button', { name: t('ui.data.eraseAct') });

	test.each(['', 'eras', 'erase everything', 'delete'])('“%s” is not the word: nothing goes', async (typed) => {
		const { kept } = opened();
		await fireEvent.input(field(), { target: { value: typed } });
		expect(act().disabled).toBe(true);
		await fireEvent.submit(field().form!);
		expect(kept.all.results).toHaveLength(2);
	});
	test.each([
		['the word', () => t('ui.data.word')],
		['the word in capitals with a blank, as a phone writes it', () => `${t('ui.data.word').toUpperCase()} `],
	])('after %s everything goes, and the page says that nothing is kept', async (_, typed) => {
		const { kept, told } = opened();
		await user.type(field(), typed());
		expect(act().disabled).toBe(false);
		await user.click(act());
		expect([kept.all, told()]).toEqual([pageOn().kept.all, ['erased']]);
		await tick();
		expect([says(t('ui.data.nothing')), screen.queryByRole('button', { name: t('ui.data.eraseAct') })]).toEqual([true, null]); // prettier-ignore
		expect(document.activeElement).toBe(screen.getByRole('main'));
	});
});

describe('an error that nobody foresaw', () => {
	test('says so, and offers the way home and a copy of everything', async () => {
		const save = vi.fn();
		render(Broken, { save });
		expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe(t('ui.broken.heading'));
		expect(says(t('ui.broken.text'))).toBe(true);
		expect(document.title).toBe(t('ui.page.titled', { what: t('ui.broken.heading') }));
		await user.click(button(t('ui.broken.save')));
		expect(save).toHaveBeenCalledTimes(1);
		expect(button(t('ui.broken.home'))).toBeTruthy();
	});
});
