/** Which screen stands at which address, and that looking at one changes nothing. */
import { textOf } from '../ui/words';
import { configure, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { encodeSent } from '../../src/domain/code';
import { readBackup } from '../../src/domain/backup';
import { noContext, type Result } from '../../src/domain/result';
import { t } from '../../src/i18n/i18n';
import { facts } from '../../src/instrument';
import Pages from '../../src/Pages.svelte';
import { MeState } from '../../src/state/me.svelte';
import { Notices } from '../../src/state/notices.svelte';
import { paths, Route } from '../../src/state/route.svelte';
import { TeamsState } from '../../src/state/teams.svelte';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { sent } from '../domain/shots';
import { teamOf } from '../domain/teams';
import { fakeStorage, instrument } from '../fake';
import AsFile from '../../src/views/AsFile.svelte';
import { downloads } from './files';
import { browser, browserOver, full, quick } from './people';

vi.mock('../../src/charts/canvas.svelte', () => import('./drawn'));

// Each screen is fetched when it is first shown: a busy machine takes its time.
const patient = { timeout: 20_000 };
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: patient.timeout });
const handed = downloads();
beforeEach(() => {
	window.history.replaceState(null, '', '#/');
	document.title = '';
});
afterEach(() => window.history.replaceState(null, '', '#/'));

const showOn = (storage: Storage, path: string, page = browserOver(storage)) => {
	const route = new Route();
	route.replace(path);
	const before = storage.length;
	const ledger = new Stored(slots(() => storage));
	render(Pages, {
		props: {
			instrument,
			facts,
			route,
			results: page.results,
			sitting: page.sitting,
			notices: page.notices,
			ledger,
			settled: true,
			begin: (act) => act(),
			go: () => undefined,
		},
	});
	return { ...page, route, ledger, untouched: () => storage.length === before };
};
const show = (path: string, ...kept: Result[]) => {
	const page = browser(...kept);
	return showOn(page.storage, path, page);
};
const heading = async () => textOf(await screen.findByRole('heading', { level: 1 }));
const titled = (what: string) => vi.waitFor(() => expect(document.title).toBe(t('ui.page.titled', { what })), patient);
const code = encodeSent(sent({ A: 80, P: 40 }, { name: 'Ada', context: { ...noContext, role: 'cto', stage: 'series-b' } })); // prettier-ignore

describe('an address that was sent', () => {
	test('opens the result, and stores nothing', async () => {
		const { untouched } = show(paths.sent(code), full);
		await titled(t('report.titledOf', { name: 'Ada' }));
		expect(textOf(screen.getByRole('complementary'))).toContain(t('report.sent.of', { name: 'Ada' }));
		expect(untouched()).toBe(true);
	});
	test('opens at the section that it names', async () => {
		show(paths.sent(code, 'stage'));
		await titled(t('report.titledOf', { name: 'Ada' }));
		await vi.waitFor(() => expect(document.activeElement).toBe(document.getElementById('stage')), patient);
	});
	test('its contents lead to the same result', async () => {
		show(paths.sent(code));
		await titled(t('report.titledOf', { name: 'Ada' }));
		const links = [...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'));
		expect(links[0]).toBe(paths.sent(code, 'beside'));
	});
	test.each<[string, string, 'damaged' | 'foreign' | 'other-instrument']>([
		['damaged', `${code.slice(0, 30)}${code[30] === 'A' ? 'B' : 'A'}${code.slice(31)}`, 'damaged'],
		['cut short', code.slice(0, 40), 'damaged'],
		['none of ours', 'hello-there', 'foreign'],
		['of other questions', encodeSent(sent(), 'lever'), 'other-instrument'],
	])('%s: says which fault it is, and stores nothing', async (_, given, fault) => {
		const { untouched } = show(paths.sent(given), full);
		expect(await heading()).toBe(t('report.refused.heading'));
		expect(screen.getByText(t(`report.faults.${fault}`))).toBeTruthy();
		expect(screen.getByRole('link', { name: t('report.refused.open') }).getAttribute('href')).toBe(paths.open);
		expect(untouched()).toBe(true);
	});
	test('another code in the same tab is another result', async () => {
		const { route } = show(paths.sent(code));
		await titled(t('report.titledOf', { name: 'Ada' }));
		document.querySelector<HTMLElement>('nav a')!.focus();
		route.go(paths.sent(encodeSent(sent({}, { name: 'Grace' }))));
		flushSync();
		await titled(t('report.titledOf', { name: 'Grace' }));
		expect(textOf(screen.getByRole('complementary'))).toContain('Grace');
		// As on every other screen the reader is at its heading, not where the one before was left.
		expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
	});
});

describe('other addresses', () => {
	const keepTeam = (storage: Storage, members: number) =>
		new TeamsState(new Stored(slots(() => storage)), new Notices()).put({
			...teamOf(members),
			id: 'leads',
			name: 'Leads',
		});
	test('links, codes and files are opened at one of their own', async () => {
		const { untouched } = show(paths.open, full);
		expect(await heading()).toBe(t('report.open.heading'));
		expect(untouched()).toBe(true);
	});
	test('the page for the person they work for', async () => {
		show(paths.result(full.id, 'other'), full);
		expect(await heading()).toBe(t('report.other.titled', { name: t('report.other.nobody') }));
		expect(screen.getByRole('link', { name: t('report.other.back') }).getAttribute('href')).toBe(paths.result(full.id));
	});
	test('what is kept in this browser; what is downloaded there counts as backed up, in the file itself too', async () => {
		const storage = fakeStorage();
		keepTeam(storage, 6);
		const page = showOn(storage, paths.data);
		expect(await heading()).toBe(t('ui.data.title'));
		expect(page.untouched()).toBe(true);
		await userEvent.click(screen.getByRole('button', { name: t('ui.data.save') }));
		const { teams, preferences } = readBackup(instrument, await handed[0]!.blob.text());
		expect([teams.length, preferences?.backedUp]).toEqual([1, 6]);
		expect(new MeState(page.ledger, () => '').backedUp).toBe(6);
	});
	test('a team that cannot be read in full opens with who is left, and that is told', async () => {
		const storage = fakeStorage();
		keepTeam(storage, 3);
		storage.setItem('fulcrum:team:leads', storage.getItem('fulcrum:team:leads')!.slice(0, -5));
		const { notices } = showOn(storage, paths.team('leads'));
		await vi.waitFor(() => expect(document.title).toContain('Leads'), patient);
		await vi.waitFor(() => expect(notices.list.map(({ key }) => key)).toEqual(['resultsAside']), patient);
	});
	test('all results, with a way to open others', async () => {
		show(paths.history, full, { ...quick, id: 'r-2' });
		expect(await heading()).toBe(t('ui.history.title'));
		expect(screen.getByRole('link', { name: t('ui.history.open') }).getAttribute('href')).toBe(paths.open);
		expect(screen.getByRole('heading', { name: t('report.change.heading') })).toBeTruthy();
	});
	test.each<[string, string, 'noResult' | 'unknown']>([
		['a result that is not here', paths.result('gone'), 'noResult'],
		['below the page for links', '#/open/F1a', 'unknown'],
		['no code at all', '#/r/', 'unknown'],
	])('%s leads nowhere, and says so', async (_, path, what) => {
		show(path, full);
		expect(await heading()).toBe(t(`ui.lost.${what}`));
	});
});

describe('a page that was opened as a file says what it cannot do', () => {
	test.each([
		['from a disk', 'file:', true],
		['from a mail on a phone', 'content:', true],
		['put on a site', 'https:', false],
		['put on a site of one’s own', 'http:', false],
	])('%s', (_, protocol, says) => {
		render(AsFile, { open: paths.open, protocol });
		expect(screen.queryByText(t('ui.file.text')) !== null).toBe(says);
		expect(screen.queryByRole('link', { name: t('ui.welcome.open') })?.getAttribute('href')).toBe(
			says ? paths.open : undefined,
		);
	});
});
