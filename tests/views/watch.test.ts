/** The watch over errors: what nobody foresaw shows a page of its own, and loses nothing. */
import { textOf } from '../ui/words';
import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import App from '../../src/App.svelte';
import { readBackup } from '../../src/domain/backup';
import { t } from '../../src/i18n/i18n';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { instrument } from '../fake';
import { pageOver } from '../state/kept';
import { downloads } from './files';
import { quick } from './people';

const user = userEvent.setup();
const handed = downloads();
vi.setConfig({ testTimeout: 30_000 });
beforeEach(() => {
	localStorage.clear();
	window.history.replaceState(null, '', '#/');
});

const heading = () => textOf(screen.getByRole('heading', { level: 1 }));
const broken = () => heading() === t('ui.broken.heading');
const thrown = (error: unknown, filename: string) => window.dispatchEvent(new ErrorEvent('error', { error, filename }));
const rejected = (reason: unknown) => window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason }));
const show = async (act: () => unknown) => {
	pageOver(new Stored(slots())).results.put({ ...quick, id: 'spring', name: 'Spring' });
	const listens = vi.spyOn(window, 'addEventListener');
	listens.mockClear();
	render(App, { stored: new Stored(slots()) });
	await vi.waitFor(() => expect(listens).toHaveBeenCalledWith('unhandledrejection', expect.anything()), 20_000);
	expect(broken()).toBe(false);
	act();
	await tick();
};

describe('an error', () => {
	test.each<[string, () => unknown, boolean]>([
		['of a script of ours', () => thrown(new Error('no'), `${location.origin}/assets/x.js`), true],
		['of no script', () => thrown(new TypeError('no'), ''), true],
		['of a promise', () => rejected(new Error('no')), true],
		['of a script of another origin, an extension say', () => thrown(new Error('no'), 'chrome-extension://x/y.js'), false],
		['that the browser hides', () => thrown(null, ''), false],
		['that is none, as a loop of resizes tells', () => thrown('ResizeObserver loop', location.href), false],
		['of a promise that was given up', () => rejected(undefined), false],
	])('%s', async (_, act, wanted) => {
		await show(act);
		if (wanted) await vi.waitFor(() => expect(broken()).toBe(true), 20_000);
		else expect(broken()).toBe(false);
	}); // prettier-ignore
	test('everything can be downloaded then, in the format of a backup, and stays where it is', async () => {
		await show(() => rejected(new Error('no')));
		const before = localStorage.getItem('fulcrum:result:spring');
		await user.click(await screen.findByRole('button', { name: t('ui.broken.save') }, { timeout: 20_000 }));
		await vi.waitFor(() => expect(handed).toHaveLength(1), 20_000);
		const { results, kind } = readBackup(instrument, await handed[0]!.blob.text());
		expect([kind, results.map(({ name }) => name)]).toEqual(['backup', ['Spring']]);
		expect(handed[0]!.name).toMatch(/^fulcrum-backup-\d{4}-\d\d-\d\d\.json$/);
		expect([localStorage.getItem('fulcrum:result:spring'), broken()]).toEqual([before, true]);
	});
});
