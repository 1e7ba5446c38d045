import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { z90 } from '../../src/domain/normal';
import { placeOf } from '../../src/domain/reading';
import { noContext, type Result } from '../../src/domain/result';
import { date, t } from '../../src/i18n/i18n';
import Later from '../../src/ui/Later.svelte';
import Masthead from '../../src/ui/Masthead.svelte';
import { halves, minutesWords } from '../../src/ui/minutes';
import Notices from '../../src/ui/Notices.svelte';
import Progress from '../../src/ui/Progress.svelte';
import QuestionFoot from '../../src/ui/QuestionFoot.svelte';
import Replace from '../../src/ui/Replace.svelte';
import ResultRow from '../../src/ui/ResultRow.svelte';
import SkipLink from '../../src/ui/SkipLink.svelte';
import { textOf } from './words';

const user = userEvent.setup();
const button = (name: string) => screen.getByRole('button', { name });

describe('a view that is fetched', () => {
	const view = createRawSnippet((module: () => string) => ({ render: () => `<p>${module()}</p>` }));
	test('says that it comes, then shows it', async () => {
		let come: (module: string) => void = () => undefined;
		render(Later<string>, { load: () => new Promise((resolve) => (come = resolve)), view });
		expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('true');
		expect(screen.getByText(t('ui.page.loading'))).toBeTruthy();
		come('here it is');
		expect(await screen.findByText('here it is')).toBeTruthy();
		expect(screen.queryByText(t('ui.page.loading'))).toBeNull();
	});
	test('where it cannot be fetched: says so, and offers to try again', async () => {
		render(Later<string>, { load: () => Promise.reject(new Error('offline')), view });
		expect((await screen.findByRole('heading', { level: 1 })).textContent).toBe(t('ui.page.loadFailed'));
		expect(button(t('ui.page.tryAgain'))).toBeTruthy();
		expect(screen.getByRole('main').getAttribute('aria-busy')).toBeNull();
	});
	test('tried again without a connection: the page stays, the part is asked for once more, the focus is kept', async () => {
		const fetch = vi.fn(() => Promise.reject(new TypeError('offline')));
		vi.stubGlobal('fetch', fetch);
		const load = vi.fn<() => Promise<string>>();
		load.mockRejectedValueOnce(new Error('offline')).mockRejectedValueOnce(new Error('offline'));
		load.mockResolvedValueOnce('here it is');
		render(Later<string>, { load, view });
		await user.click(await screen.findByRole('button', { name: t('ui.page.tryAgain') }));
		await vi.waitFor(() => expect(load).toHaveBeenCalledTimes(2));
		await vi.waitFor(() => expect(document.activeElement).toBe(button(t('ui.page.tryAgain'))));
		await user.click(button(t('ui.page.tryAgain')));
		expect(await screen.findByText('here it is')).toBeTruthy();
		expect(fetch).toHaveBeenCalledTimes(2);
		vi.unstubAllGlobals();
	});
});

describe('notices', () => {
	const show = () => {
		const [close, undo] = [vi.fn(), vi.fn()];
		const notices = [
			{ id: 'a', text: 'It will not be kept.' },
			{ id: 'b', text: 'It was deleted.', undo },
		];
		return { close, undo, notices, ...render(Notices, { notices, close }) };
	};
	const row = (text: string) => within(screen.getByText(text).parentElement!);

	test('stand where they are read out when they come, also before there are any', async () => {
		const { rerender, notices } = show();
		const status = screen.getByRole('status', { name: t('ui.page.messages') });
		expect(textOf(status)).toContain('It will not be kept.');
		await rerender({ notices: [] });
		expect(screen.getByRole('status')).toBe(status);
		expect(textOf(status)).toBe('');
		await rerender({ notices });
		expect(screen.getByRole('status')).toBe(status);
	});
	test('what can be undone takes the focus, so that it is at hand', () => {
		show();
		expect(document.activeElement).toBe(button(t('ui.page.undo')));
	});
	test('each can be put away', async () => {
		const { close, undo } = show();
		await user.click(row('It will not be kept.').getByRole('button', { name: t('ui.page.close') }));
		await user.click(row('It was deleted.').getByRole('button', { name: t('ui.page.close') }));
		expect([close.mock.calls, undo.mock.calls]).toEqual([[['a'], ['b']], []]);
	});
	test('what is better loaded anew offers that, and takes no focus', async () => {
		const reload = vi.fn();
		render(Notices, { notices: [{ id: 'newer', text: 'A newer version is ready.', reload }], close: vi.fn() });
		expect(document.activeElement).toBe(document.body);
		await user.click(button(t('ui.page.load')));
		expect(reload).toHaveBeenCalledOnce();
	});
	test('only what can be undone offers it; undone, it is put away', async () => {
		const { close, undo } = show();
		expect(row('It will not be kept.').queryByRole('button', { name: t('ui.page.undo') })).toBeNull();
		await user.click(row('It was deleted.').getByRole('button', { name: t('ui.page.undo') }));
		expect([undo.mock.calls.length, close.mock.calls]).toEqual([1, [['b']]]);
	});
});

describe('before answers are replaced', () => {
	const show = (answers: number) => {
		const [anew, keep] = [vi.fn(), vi.fn()];
		render(Replace, { answers, anew, keep });
		return { anew, keep, dialog: screen.getByRole<HTMLDialogElement>('dialog', { name: t('ui.replace.heading') }) };
	};
	test.each([1, 5])('says how many: %d', (answers) => {
		const { dialog } = show(answers);
		expect(dialog.open).toBe(true);
		expect(textOf(dialog)).toContain(t('ui.replace.text', { n: answers, count: String(answers) }));
	});
	test('one answer is told in words of its own', () =>
		expect(t('ui.replace.text', { n: 1, count: '1' })).not.toBe(t('ui.replace.text', { n: 2, count: '1' })));
	test('they are kept unless that is wanted', async () => {
		const { anew, keep } = show(5);
		await user.click(button(t('ui.replace.keep')));
		expect([anew.mock.calls.length, keep.mock.calls.length]).toEqual([0, 1]);
	});
	test('starting anew', async () => {
		const { anew, keep } = show(5);
		await user.click(button(t('ui.replace.anew')));
		expect([anew.mock.calls.length, keep.mock.calls.length]).toEqual([1, 0]);
	});
	test('closed by the browser, as with Escape, they are kept', () => {
		const { anew, keep, dialog } = show(5);
		dialog.dispatchEvent(new Event('close'));
		expect([anew.mock.calls.length, keep.mock.calls.length]).toEqual([0, 1]);
	});
});

describe('a result in a list', () => {
	const result: Result = {
		id: 'r-1',
		takenAt: '2026-11-22T12:00:00.000Z',
		instrument: { id: 'fulcrum', version: '1.0.0' },
		form: 'quick',
		language: 'en',
		name: null,
		person: null,
		context: noContext,
		answers: {},
		seed: 7,
		seconds: 0,
		paceRating: null,
		week: null,
	};
	const day = date(result.takenAt);
	const show = (change: Partial<Result> = {}, value = 64, tended = true) => {
		const [rename, remove] = [vi.fn(), vi.fn()];
		const place = placeOf(value, 8 / z90);
		render(ResultRow, { result: { ...result, ...change }, path: '#/result/r-1', place, named: null, tend: tended ? { rename, remove } : null }); // prettier-ignore
		return { rename, remove };
	};

	test('is called by its day, and leads to itself', () => {
		show();
		expect(screen.getByRole('link', { name: day }).getAttribute('href')).toBe('#/result/r-1');
		expect(textOf(screen.getByRole('listitem'))).toContain(t('ui.history.formQuick'));
	});
	test('with a name it is called by that, and its day stands beside', () => {
		show({ name: 'Autumn', form: 'full' });
		expect(screen.getByRole('link', { name: 'Autumn' })).toBeTruthy();
		expect(textOf(screen.getByRole('listitem'))).toContain(day);
		expect(textOf(screen.getByRole('listitem'))).toContain(t('ui.history.formFull'));
	});
	test('a name that is markup is text', () => {
		show({ name: '<img src=x>' });
		expect(screen.getByRole('link', { name: '<img src=x>' })).toBeTruthy();
	});
	test.each([
		[64, () => t('ui.place.short', { points: '14', half: '8', end: t('ui.place.shortArchitecture') })],
		[36, () => t('ui.place.short', { points: '14', half: '8', end: t('ui.place.shortPeople') })],
		[50.3, () => t('ui.place.shortCentre', { half: '8' })],
	])('a place of %d in figures, and in words for its beam', (value, words) => {
		show({}, value);
		expect(textOf(screen.getByRole('listitem'))).toContain(words().replace(/\s+/g, ' '));
		expect(screen.getByRole('img').getAttribute('aria-label')).toMatch(/./);
	});
	test('is deleted with its own button', async () => {
		const { remove } = show({ name: 'Autumn' });
		await user.click(button(t('ui.history.deleteNamed', { name: 'Autumn' })));
		expect(remove).toHaveBeenCalledTimes(1);
	});
	test('is renamed in place', async () => {
		const { rename } = show();
		await user.click(button(t('ui.history.renameNamed', { name: day })));
		await user.type(screen.getByRole('textbox'), 'Spring{Enter}');
		expect(rename.mock.calls).toEqual([['Spring']]);
		expect(screen.queryByRole('textbox')).toBeNull();
	});
	test.each(['{Enter}', '{Escape}'])('after renaming (%s) the focus goes back to what opened it', async (key) => {
		show();
		await user.click(button(t('ui.history.renameNamed', { name: day })));
		await user.keyboard(key);
		expect(document.activeElement).toBe(button(t('ui.history.renameNamed', { name: day })));
	});
	test('renaming can be left', async () => {
		const { rename } = show();
		await user.click(button(t('ui.history.renameNamed', { name: day })));
		await user.keyboard('{Escape}');
		expect(screen.queryByRole('textbox')).toBeNull();
		expect(rename).not.toHaveBeenCalled();
	});
	test('in a short list there is nothing to change', () => {
		show({}, 64, false);
		expect(screen.queryAllByRole('button')).toEqual([]);
	});
});

describe('around a question', () => {
	test('progress: which question, how long, how many are answered', () => {
		render(Progress, { heading: 'Question 3', of: 'of 16', left: 'about 2 minutes left', done: 2, all: 16 });
		const bar = screen.getByRole<HTMLProgressElement>('progressbar', { name: t('ui.question.answered') });
		expect([bar.value, bar.max]).toEqual([2, 16]);
		expect(screen.getByText('about 2 minutes left')).toBeTruthy();
		expect(textOf(document.getElementById('where')!)).toBe('Question 3 of 16');
	});
	test.each([
		[true, 'next'],
		[false, 'skip'],
	] as const)('the ways on; answered: %s', async (answered, key) => {
		const acts: string[] = [];
		const act = (name: string) => () => void acts.push(name);
		render(QuestionFoot, { back: act('back'), next: act('next'), stop: act('stop'), answered });
		for (const name of ['back', key, 'stop'] as const) await user.click(button(t(`ui.question.${name}`)));
		expect(acts).toEqual(['back', 'next', 'stop']);
		expect(screen.getByRole('navigation', { name: t('ui.question.navigation') })).toBeTruthy();
	});
});

describe('around a page', () => {
	test('the masthead leads home, and says where the reader is', () => {
		render(Masthead, { home: '#/', links: [{ path: '#/history', words: 'Results', here: true }, { path: '#/x', words: 'X', here: false }] }); // prettier-ignore
		expect(screen.getByRole('link', { name: t('ui.page.name') }).getAttribute('href')).toBe('#/');
		expect(screen.getByRole('link', { name: 'Results' }).getAttribute('aria-current')).toBe('page');
		expect(screen.getByRole('link', { name: 'X' }).getAttribute('aria-current')).toBeNull();
	});
	test('the skip link moves the focus, not the address', async () => {
		const main = document.body.appendChild(Object.assign(document.createElement('main'), { id: 'main', tabIndex: -1 }));
		const before = location.href;
		render(SkipLink, {});
		await user.click(screen.getByRole('link', { name: t('ui.page.skipLink') }));
		expect([document.activeElement, location.href]).toEqual([main, before]);
		main.remove();
	});
	test('the skip link survives a page that has nothing to skip to', async () => {
		render(SkipLink, { to: 'nowhere' });
		await user.click(screen.getByRole('link'));
		expect(screen.getByRole('link')).toBeTruthy();
	});
});

describe('minutes as people say them', () => {
	test.each([
		[0, '½'],
		[0.2, '½'],
		[0.5, '½'],
		[1, '1'],
		[1.2, '1'],
		[1.25, '1½'],
		[2.5, '2½'],
		[5.506, '5½'],
		[6, '6'],
	])('%d is %s', (minutes, words) => expect(halves(minutes)).toBe(words));
	test('one minute has a word of its own', () => {
		expect(minutesWords('ui.question.minutesLeft', 1)).toContain('1');
		expect(minutesWords('ui.question.minutesLeft', 1)).not.toBe(
			minutesWords('ui.question.minutesLeft', 2).replace('2', '1'),
		);
	});
});
