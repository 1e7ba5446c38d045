import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { noContext, type Context } from '../../src/domain/result';
import { valueAt } from '../../src/domain/sitting';
import { itemText, t } from '../../src/i18n/i18n';
import { facts } from '../../src/instrument';
import AboutYou from '../../src/views/AboutYou.svelte';
import Question from '../../src/views/Question.svelte';
import Skipped from '../../src/views/Skipped.svelte';
import Welcome from '../../src/views/Welcome.svelte';
import { instrument } from '../fake';
import { textOf } from '../ui/words';
import { browser, full, quick } from './people';

const user = userEvent.setup();
const button = (name: string) => screen.getByRole('button', { name });
const link = (name: string) => screen.getByRole('link', { name });
const heading = () => textOf(screen.getByRole('heading', { level: 1 }));

describe('welcome', () => {
	const show = (page = browser(), earlier = () => import('../../src/views/Earlier.svelte')) => {
		const acts: string[] = [];
		render(Welcome, {
			sitting: page.sitting,
			results: page.results,
			facts,
			start: (form) => void acts.push(form),
			startAt: (form) => `#/begin/${form}`,
			carryOn: () => void acts.push('carry on'),
			carryOnAt: (n) => `#/at/${n}`,
			discard: () => page.sitting.discard(),
			path: (id) => `#/to/${id}`,
			history: '#/all',
			open: '#/open',
			earlier,
			instrument,
		});
		return acts;
	};
	/** The row of one way to begin. */
	const way = (name: string) => within(screen.getByRole('heading', { level: 3, name }).closest('li')!);
	const quickWay = () => way(t('ui.welcome.quick', { minutes: '2½' }));
	const fullWay = () => way(t('ui.welcome.full', { minutes: '5½' }));

	test('says what this is, and shows an empty beam', () => {
		show();
		expect(heading()).toBe(t('ui.welcome.heading'));
		expect(screen.getByRole('img', { name: t('ui.ends.beam') })).toBeTruthy();
		expect(document.title).toBe(t('ui.page.title'));
	});
	test('what was sent can be opened from here', () => {
		show();
		expect(screen.getByRole('link', { name: t('ui.welcome.open') }).getAttribute('href')).toBe('#/open');
	});
	test('each form says its questions, minutes and points, as computed', () => {
		show();
		expect(quickWay().getByText(t('ui.welcome.quickIs', { count: '16', points: '9' }))).toBeTruthy();
		expect(fullWay().getByText(t('ui.welcome.fullIs', { count: '46', points: '7' }))).toBeTruthy();
	});
	test('each form starts with one tap', async () => {
		const acts = show();
		await user.click(quickWay().getByRole('link', { name: t('ui.welcome.startQuick') }));
		await user.click(fullWay().getByRole('link', { name: t('ui.welcome.startFull') }));
		expect(acts).toEqual(['quick', 'full']);
	});
	test('without a sitting there is nothing to carry on, without results none are listed', () => {
		show();
		expect(screen.queryByRole('link', { name: t('ui.welcome.carryOn') })).toBeNull();
		expect(screen.queryByRole('heading', { name: t('ui.welcome.earlier') })).toBeNull();
	});

	const stopped = (at: number, minutes: string) =>
		t('ui.welcome.stoppedAt', {
			n: String(at),
			count: '16',
			minutes: t('ui.welcome.minutesLeft', { n: Number(minutes.replace('½', '.5')), minutes }),
		});
	test.each<[string, (page: ReturnType<typeof browser>) => void, 'carryOnQuick' | 'carryOnFull' | 'carryOnSharpen', () => string]>([
		['quick', ({ sitting }) => sitting.start('quick'), 'carryOnQuick', () => stopped(1, '2½')],
		['quick, half way', ({ sitting }) => { sitting.start('quick'); sitting.show(9); }, 'carryOnQuick', () => stopped(9, '1')],
		['full', ({ sitting }) => sitting.start('full'), 'carryOnFull', () => t('ui.welcome.stoppedAt', { n: '1', count: '46', minutes: t('ui.welcome.minutesLeft', { n: 5.5, minutes: '5½' }) })],
		['a sharpened one', ({ sitting }) => sitting.sharpen(quick), 'carryOnSharpen', () => t('ui.welcome.stoppedAt', { n: '17', count: '24', minutes: t('ui.welcome.minutesLeft', { n: 1, minutes: '1' }) })],
		['one past its last question', ({ sitting }) => { sitting.start('quick'); sitting.show(17); }, 'carryOnQuick', () => t('ui.welcome.stoppedAtEnd', { count: '16' })],
	])('a sitting that was stopped: %s', async (_, stop, words, text) => {
		const page = browser();
		stop(page);
		const acts = show(page);
		const row = way(t(`ui.welcome.${words}`));
		expect(row.getByText(text())).toBeTruthy();
		await user.click(row.getByRole('link', { name: t('ui.welcome.carryOn') }));
		expect(acts).toEqual(['carry on']);
	}); // prettier-ignore
	test('discarded, its row is gone; undone, it is back', async () => {
		const page = browser();
		page.sitting.start('quick');
		show(page);
		await user.click(button(t('ui.welcome.discard')));
		expect(screen.queryByRole('link', { name: t('ui.welcome.carryOn') })).toBeNull();
		page.notices.list[0]!.undo!();
		await tick();
		expect(link(t('ui.welcome.carryOn'))).toBeTruthy();
	});
	test('results are listed, five at most, the newest first', async () => {
		const kept = Array.from({ length: 7 }, (_, i) => ({ ...quick, id: `r${i}`, name: `Result ${i}`, takenAt: `2026-0${i + 1}-01T12:00:00.000Z` })); // prettier-ignore
		show(browser(...kept));
		const links = await screen.findAllByRole('link', { name: /^Result/ });
		expect(links.map(textOf)).toEqual(['Result 6', 'Result 5', 'Result 4', 'Result 3', 'Result 2']);
		expect(links[0]!.getAttribute('href')).toBe('#/to/r6');
		expect(screen.getByRole('link', { name: t('ui.welcome.allEarlier') }).getAttribute('href')).toBe('#/all');
	});
	test('five are all: nothing leads to more', async () => {
		show(browser(...Array.from({ length: 5 }, (_, i) => ({ ...quick, id: `r${i}` }))));
		const results = () => [...document.querySelectorAll('a[href^="#/to/"]')];
		await vi.waitFor(() => expect(results()).toHaveLength(5));
		expect(screen.queryByRole('link', { name: t('ui.welcome.allEarlier') })).toBeNull();
	});
	test('a list that cannot be fetched says so, and the ways to start stay', async () => {
		show(browser(quick), () => Promise.reject(new Error('offline')));
		expect(await screen.findByText(t('ui.page.loadFailed'))).toBeTruthy();
		expect(link(t('ui.welcome.startQuick'))).toBeTruthy();
	});
});

describe('a question', () => {
	const show = (n: number, form: 'quick' | 'full' = 'quick', page = browser()) => {
		if (!page.sitting.current) page.sitting.start(form);
		page.sitting.show(n);
		const [go, stop] = [vi.fn(), vi.fn()];
		const view = render(Question, { sitting: page.sitting, n, go, stop });
		const asked = page.sitting.asked[n - 1]!;
		return { ...page, ...view, go, stop, asked, answer: () => page.sitting.current?.answers[asked.item.id] };
	};
	const folder = { pair: 'pairs', posture: 'postures', rating: 'ratings' } as const;

	test('says which it is: to the eye, to the ear and in the title', () => {
		show(3);
		expect(heading()).toBe(t('ui.question.title', { n: '3', count: '16' }));
		expect(document.title).toBe(t('ui.page.titled', { what: t('ui.question.title', { n: '3', count: '16' }) }));
		expect(textOf(document.getElementById('where')!)).toBe(
			`${t('ui.question.heading', { n: '3' })} ${t('ui.question.of', { count: '16' })}`,
		);
	});
	test.each([1, 9, 41])('number %d of full: its words, from the instrument', (n) => {
		const { asked } = show(n, 'full');
		const { id, format } = asked.item;
		const group = textOf(screen.getByRole('group'));
		if (format === 'rating') {
			expect(group).toContain(itemText(`items.ratings.${id}.text`));
			expect(screen.getAllByRole('radio')).toHaveLength(5);
			return;
		}
		const sides = (format === 'pair' ? ['a', 'p'] : ['offence', 'defence']).map((side) =>
			itemText(`items.${folder[format]}.${id}.${side}`),
		);
		expect(group).toContain(itemText(`items.${folder[format]}.${id}.scene`));
		const order = sides.map((side) => group.indexOf(side));
		expect(order.every((at) => at >= 0)).toBe(true);
		expect(order[0]! > order[1]!).toBe(asked.flipped);
		expect(screen.getAllByRole('radio')).toHaveLength(4);
	});
	test('an answer is stored as its category, whichever side stands first, and leads on', async () => {
		const page = browser();
		page.sitting.start('quick');
		const flips = page.sitting.asked.slice(0, 8).map(({ flipped }) => flipped);
		for (const n of [flips.indexOf(true) + 1, flips.indexOf(false) + 1]) {
			const { asked, answer, go, unmount } = show(n, 'quick', page);
			await user.click(screen.getAllByRole('radio')[0]!);
			expect(answer()).toBe(asked.flipped ? 0 : 3);
			expect(go.mock.calls).toEqual([[n + 1]]);
			unmount();
		}
	});
	test('an answer given before is shown as chosen, and a key changes it', async () => {
		const page = browser();
		page.sitting.start('quick');
		page.sitting.answer(2, valueAt(page.sitting.asked[1]!, 2));
		const { answer, asked } = show(2, 'quick', page);
		const chosen = () => screen.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked);
		expect(chosen()).toEqual([false, false, true, false]);
		await user.keyboard('1');
		expect(answer()).toBe(valueAt(asked, 0));
		expect(chosen()).toEqual([true, false, false, false]);
	});
	test('the progress counts answers, and the minutes follow', async () => {
		const { sitting } = show(1);
		const bar = () => screen.getByRole<HTMLProgressElement>('progressbar');
		expect([bar().value, bar().max]).toEqual([0, 16]);
		expect(screen.getByText(t('ui.question.minutesLeft', { n: 2.5, minutes: '2½' }))).toBeTruthy();
		await user.keyboard('2');
		expect(bar().value).toBe(1);
		sitting.show(14);
		await tick();
		expect(screen.getByText(t('ui.question.minutesLeft', { n: 1, minutes: '1' }))).toBeTruthy();
	});
	test('the first says that an answer moves on; the second does not', () => {
		const { unmount } = show(1);
		const said = () => textOf(screen.getByRole('group')).includes(t('ui.question.movesOn'));
		expect(said()).toBe(true);
		unmount();
		show(2);
		expect(said()).toBe(false);
	});
	test('skipping answers nothing; an answered one is passed', async () => {
		const { go, answer, unmount, ...page } = show(4);
		await user.click(button(t('ui.question.skip')));
		expect([go.mock.calls, answer()]).toEqual([[[5]], undefined]);
		unmount();
		page.sitting.answer(4, 1);
		show(4, 'quick', page);
		expect(screen.queryByRole('button', { name: t('ui.question.skip') })).toBeNull();
		expect(button(t('ui.question.next'))).toBeTruthy();
	});
	test('back leads to the one before, from the first to the first page; stop always does', async () => {
		const third = show(3);
		await user.click(button(t('ui.question.back')));
		await user.click(button(t('ui.question.stop')));
		expect([third.go.mock.calls, third.stop.mock.calls.length]).toEqual([[[2]], 1]);
		third.unmount();
		const first = show(1);
		await user.click(button(t('ui.question.back')));
		expect([first.go.mock.calls, first.stop.mock.calls.length]).toEqual([[], 1]);
	});
	test('the last one leads past the end', async () => {
		const { go } = show(16);
		await user.keyboard('3');
		expect(go.mock.calls).toEqual([[17]]);
	});
	test('while mending, an answer leads to the next one that was skipped', async () => {
		const page = browser();
		page.sitting.start('quick');
		for (let n = 1; n <= 16; n++) if (n !== 3 && n !== 12) page.sitting.answer(n, 1);
		page.sitting.mend();
		const { go } = show(3, 'quick', page);
		await user.keyboard('1');
		expect(go.mock.calls).toEqual([[12]]);
	});
	test('the next question takes the focus', async () => {
		const { rerender } = show(1);
		const [before] = screen.getAllByRole('radio');
		expect(document.activeElement).toBe(before);
		await rerender({ n: 2 });
		const [after] = screen.getAllByRole('radio');
		expect(after).not.toBe(before);
		expect(document.activeElement).toBe(after);
	});
	test('nothing of the score is shown: no picture, no name of an end', () => {
		show(9);
		expect(screen.queryByRole('img')).toBeNull();
		expect(screen.queryByText(t('ui.ends.people'))).toBeNull();
	});
});

describe('what was skipped', () => {
	const show = (skipped: number, nothing = false) => {
		const [goBack, goOn] = [vi.fn(), vi.fn()];
		render(Skipped, { skipped, nothing, goBack, goOn });
		return { goBack, goOn };
	};
	test.each([1, 3])('says how many: %d', (n) => {
		show(n);
		expect(heading()).toBe(t('ui.skipped.heading', { n, count: String(n) }));
	});
	test('leads back, or on', async () => {
		const { goBack, goOn } = show(3);
		await user.click(button(t('ui.skipped.goBack')));
		expect([goBack.mock.calls.length, goOn.mock.calls.length]).toEqual([1, 0]);
		await user.click(button(t('ui.skipped.goOn')));
		expect([goBack.mock.calls.length, goOn.mock.calls.length]).toEqual([1, 1]);
	});
	test('with nothing answered there is no way on, only back', async () => {
		const { goBack } = show(16, true);
		expect(heading()).toBe(t('ui.skipped.none'));
		expect(screen.queryByRole('button', { name: t('ui.skipped.goOn') })).toBeNull();
		await user.click(button(t('ui.skipped.goBack')));
		expect(goBack).toHaveBeenCalledTimes(1);
	});
});

describe('about you', () => {
	const known: Context = { ...noContext, role: 'cto', founder: true };
	const show = () => {
		const finish = vi.fn();
		render(AboutYou, { known, finish });
		return finish;
	};
	test('what was said with an earlier result is offered again', async () => {
		const finish = show();
		expect(heading()).toBe(t('ui.about.heading'));
		await user.click(button(t('ui.about.show')));
		expect(finish.mock.calls).toEqual([[known]]);
	});
	test('what is chosen now is told', async () => {
		const finish = show();
		await user.selectOptions(screen.getByLabelText(t('ui.about.stage')), t('ui.about.stages.seed'));
		await user.click(button(t('ui.about.show')));
		expect(finish.mock.calls).toEqual([[{ ...known, stage: 'seed' }]]);
	});
	test('skipped, nothing is told, not even what was known', async () => {
		const finish = show();
		await user.click(button(t('ui.about.skip')));
		expect(finish.mock.calls).toEqual([[noContext]]);
	});
});

test('a full result has every question', () => expect(Object.keys(full.answers)).toHaveLength(46));
