import { textOf } from '../ui/words';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { t } from '../../src/i18n/i18n';
import History from '../../src/views/History.svelte';
import Lost from '../../src/views/Lost.svelte';
import { instrument } from '../fake';
import { browser, full, quick } from './people';

vi.mock('../../src/charts/canvas.svelte', () => import('./drawn'));

const user = userEvent.setup();
const button = (name: string) => screen.getByRole('button', { name });

describe('all results', () => {
	const show = (...kept: Parameters<typeof browser>) => {
		const page = browser(...kept);
		render(History, {
			instrument,
			results: page.results,
			path: (id) => `#/to/${id}`,
			home: '#/',
			open: '#/open',
			data: '#/data',
			seconds: 150.4,
		});
		return page;
	};
	const list = () => within(screen.getAllByRole('list')[0]!);
	const names = () => list().getAllByRole('link').map(textOf); // prettier-ignore
	const spring = { ...quick, id: 's', name: 'Spring', takenAt: '2026-04-01T12:00:00.000Z' };
	const autumn = { ...full, id: 'a', name: 'Autumn', takenAt: '2026-10-01T12:00:00.000Z' };

	test('none yet: says so, how long one takes, and leads home', () => {
		show();
		expect(screen.getByText(t('ui.history.empty', { minutes: '2½' }))).toBeTruthy();
		expect(screen.getByRole('link', { name: t('ui.lost.home') }).getAttribute('href')).toBe('#/');
		expect(screen.queryByRole('list')).toBeNull();
	});
	test('the newest first, each with its beam', () => {
		show(spring, autumn);
		expect(names()).toEqual(['Autumn', 'Spring']);
		expect(list().getAllByRole('img')).toHaveLength(2);
		expect(
			list()
				.getAllByRole('link')
				.map((link) => link.getAttribute('href')),
		).toEqual(['#/to/a', '#/to/s']);
		expect(document.title).toBe(t('ui.page.titled', { what: t('ui.history.title') }));
	});
	test.each([
		['all kept', 'ui.history.text', true],
		['one that storage did not take', 'ui.history.textUnkept', false],
	] as const)('%s: the page says so', async (_, key, kept) => {
		const { results } = show(spring);
		expect(screen.getByText(t('ui.history.text'))).toBeTruthy();
		vi.spyOn(results, 'isKept').mockReturnValue(kept);
		results.put(autumn);
		await tick();
		expect(screen.getByText(t(key))).toBeTruthy();
	});
	test('all of them, however many', () => {
		show(...Array.from({ length: 9 }, (_, i) => ({ ...spring, id: `s${i}` })));
		expect(list().getAllByRole('listitem')).toHaveLength(9);
	});
	test.each([
		[[], false],
		[[spring], false],
		[[spring, autumn], true],
	])('over time from the second on: %#', (kept, shown) => {
		show(...kept);
		expect(screen.queryByRole('heading', { name: t('report.change.place') }) !== null).toBe(shown);
	});
	test.each([[[]], [[spring]]])('a link, a code or a file can be opened here: %#', (kept) => {
		show(...kept);
		expect(screen.getByRole('link', { name: t('ui.history.open') }).getAttribute('href')).toBe('#/open');
	});
	test('one of the two deleted, there is nothing left to compare', async () => {
		show(spring, autumn);
		await user.click(button(t('ui.history.deleteNamed', { name: 'Autumn' })));
		expect(screen.queryByRole('heading', { name: t('report.change.place') })).toBeNull();
	});
	test('deleted, it is gone; undone, it is back', async () => {
		const { notices, results } = show(spring, autumn);
		await user.click(button(t('ui.history.deleteNamed', { name: 'Autumn' })));
		expect(names()).toEqual(['Spring']);
		expect(results.find('a')).toBeNull();
		notices.list[0]!.undo!();
		await tick();
		expect(names()).toEqual(['Autumn', 'Spring']);
	});
	test('renamed, it is called so, here and when the page is opened again', async () => {
		const { results } = show(spring, autumn);
		await user.click(button(t('ui.history.renameNamed', { name: 'Spring' })));
		await user.clear(screen.getByRole('textbox'));
		await user.type(screen.getByRole('textbox'), 'May{Enter}');
		expect(names()).toEqual(['Autumn', 'May']);
		expect(results.find('s')?.name).toBe('May');
	});
	test('an empty name takes the name away', async () => {
		const { results } = show(spring);
		await user.click(button(t('ui.history.renameNamed', { name: 'Spring' })));
		await user.clear(screen.getByRole('textbox'));
		await user.click(button(t('ui.history.save')));
		expect(results.find('s')?.name).toBeNull();
	});
	test('the last one deleted, it says that there is none', async () => {
		show(spring);
		await user.click(button(t('ui.history.deleteNamed', { name: 'Spring' })));
		expect(screen.getByText(t('ui.history.empty', { minutes: '2½' }))).toBeTruthy();
	});
});

describe('an address that leads nowhere', () => {
	test.each(['unknown', 'noSitting', 'noResult'] as const)('%s: says what, and leads home', (what) => {
		render(Lost, { what, home: '#/', latest: null });
		expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe(t(`ui.lost.${what}`));
		expect(screen.getByText(t(`ui.lost.${what}Text`))).toBeTruthy();
		expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#/']);
		expect(document.title).toBe(t('ui.page.titled', { what: t(`ui.lost.${what}`) }));
	});
	test('with a result there is a second way', () => {
		render(Lost, { what: 'noResult', home: '#/', latest: '#/result/a' });
		expect(screen.getByRole('link', { name: t('ui.lost.latest') }).getAttribute('href')).toBe('#/result/a');
	});
});
