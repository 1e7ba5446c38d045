import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { t } from '../../src/i18n/i18n';
import Choices from '../../src/ui/Choices.svelte';
import { textOf } from './words';

const rating = ['Very unlike me', 'Somewhat unlike me', 'Neither', 'Somewhat like me', 'Very like me'];
const pair = ['Much more the first', 'A bit more the first', 'A bit more the second', 'Much more the second'];
const base = { legend: 'I like it.', statements: [] as string[], labels: rating, described: 'where', movesOn: false };

/** A question on screen, the acts it called in their order, and its radios. */
const show = (change: Partial<typeof base> & { place?: number | null } = {}) => {
	const acts: (number | 'on')[] = [];
	const choose = vi.fn((place: number) => {
		acts.push(place);
		return view.rerender({ place });
	});
	const props = { ...base, place: null, ...change, choose, confirm: () => void acts.push('on') };
	const view = render(Choices, props);
	const radios = screen.getAllByRole<HTMLInputElement>('radio');
	return { acts, radios, user: userEvent.setup(), view, chosen: () => radios.findIndex(({ checked }) => checked) };
};
const press = (target: Element, key: string, more: KeyboardEventInit = {}) =>
	fireEvent.keyDown(target, { key, ...more });

describe('what is asked', () => {
	test('a rating: the statement is the legend, and how to answer stands below it', () => {
		show();
		const group = screen.getByRole('group', { name: 'I like it.' });
		expect(textOf(group)).toContain(t('ui.question.ratingHint'));
		expect(screen.queryByText(t('ui.question.first'))).toBeNull();
		expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.querySelector('span')?.textContent)).toEqual(rating); // prettier-ignore
	});
	test('a pair: the scene is the legend, and both sides stand in the order given', () => {
		show({ legend: 'On a free day', statements: ['Draw the parts', 'Meet the team'], labels: pair });
		expect(textOf(screen.getByRole('group'))).toMatch(/On a free day.*Draw the parts.*Meet the team/);
		expect(textOf(screen.getByText(/Draw the parts/))).toBe(`${t('ui.question.first')} Draw the parts`);
		expect(textOf(screen.getByText(/Meet the team/))).toBe(`${t('ui.question.second')} Meet the team`);
		expect(screen.getAllByRole('radio')).toHaveLength(4);
		expect(textOf(screen.getByRole('group'))).not.toContain(t('ui.question.ratingHint'));
	});
	test.each([
		['a rating', {}],
		['a pair', { statements: ['a', 'b'], labels: pair }],
	])('%s: that an answer moves on is said where asked for, and only there', async (_, change) => {
		const { view } = show({ ...change, movesOn: true });
		const keys = String(screen.getAllByRole('radio').length);
		const words = [t('ui.question.movesOn'), t('ui.question.movesOnKeys', { n: keys })];
		const said = () => words.map((text) => textOf(screen.getByRole('group')).includes(text));
		expect(said()).toEqual([true, true]);
		await view.rerender({ movesOn: false });
		expect(said()).toEqual([false, false]);
	});
	test('the digit of its key stands beside each answer, for the eye only', () => {
		show();
		const keys = screen.getAllByText(/^[1-9]$/);
		expect(keys.map((key) => [key.textContent, key.getAttribute('aria-hidden')])).toEqual(
			['1', '2', '3', '4', '5'].map((digit) => [digit, 'true']),
		);
	});
	test('which question it is is read with the answer that has the focus, once', () => {
		expect(show().radios.map((radio) => radio.getAttribute('aria-describedby'))).toEqual(['where', ...Array(4).fill(null)]); // prettier-ignore
	});
	test('so too with the chosen one', () => {
		expect(show({ place: 2 }).radios.map((radio) => radio.getAttribute('aria-describedby'))).toEqual([null, null, 'where', null, null]); // prettier-ignore
	});
});

describe('the focus', () => {
	test('goes to the first answer of a new question', () => {
		const { radios, chosen } = show();
		expect(document.activeElement).toBe(radios[0]);
		expect(chosen()).toBe(-1);
	});
	test('goes to the chosen answer of one that was answered', () => {
		const { radios, chosen } = show({ place: 3 });
		expect(document.activeElement).toBe(radios[3]);
		expect(chosen()).toBe(3);
	});
});

describe('a tap', () => {
	test('answers and moves on', async () => {
		const { acts, radios, user } = show();
		await user.click(radios[2]!);
		expect(acts).toEqual([2, 'on']);
	});
	test('on the words of an answer does the same, once', async () => {
		const { acts, user } = show();
		await user.click(screen.getByText('Very like me'));
		expect(acts).toEqual([4, 'on']);
	});
	test('on the chosen answer moves on', async () => {
		const { acts, radios, user } = show({ place: 1 });
		await user.click(radios[1]!);
		expect(acts.at(-1)).toBe('on');
		expect(acts.filter((act) => act === 'on')).toHaveLength(1);
	});
	test('on another answer changes it and moves on', async () => {
		const { acts, radios, user } = show({ place: 1 });
		await user.click(radios[0]!);
		expect(acts).toEqual([0, 'on']);
	});
	test('twice in a row counts once', async () => {
		const { acts, radios, user } = show();
		await user.dblClick(radios[2]!);
		expect(acts).toEqual([2, 'on']);
	});
});

describe('a digit', () => {
	test.each([1, 2, 3, 4, 5])('%d answers and moves on', async (digit) => {
		const { acts, user } = show();
		await user.keyboard(String(digit));
		expect(acts).toEqual([digit - 1, 'on']);
	});
	test.each(['5', '6', '9', '0', 'a', '٣'])('%s is none of a pair’s keys', async (key) => {
		const { acts, user } = show({ statements: ['a', 'b'], labels: pair });
		await user.keyboard(key);
		expect(acts).toEqual([]);
	});
	test('of the chosen answer moves on', async () => {
		const { acts, user } = show({ place: 2 });
		await user.keyboard('3');
		expect(acts.filter((act) => act === 'on')).toHaveLength(1);
		expect(acts.every((act) => act === 2 || act === 'on')).toBe(true);
	});
	test.each([
		['with control', { ctrlKey: true }],
		['with command', { metaKey: true }],
		['with alt', { altKey: true }],
		['held down', { repeat: true }],
	])('%s does nothing, and is left to the browser', async (_, more) => {
		const { acts, radios } = show({ place: 1 });
		for (const key of ['1', '5', 'Enter']) expect(await press(radios[0]!, key, more)).toBe(true);
		expect(acts).toEqual([]);
	});
	test('outside of the answers does nothing', async () => {
		const { acts } = show();
		await press(document.body, '3');
		expect(acts).toEqual([]);
	});
	test('is not typed elsewhere as well', async () => {
		const { radios } = show();
		expect(await press(radios[0]!, '2')).toBe(false);
		expect(await press(radios[0]!, 'Enter')).toBe(false);
		expect(await press(radios[0]!, 'Tab')).toBe(true);
	});
});

describe('arrow keys', () => {
	test('choose without moving on; Enter moves on', async () => {
		const { acts, user, chosen } = show();
		await user.keyboard('{ArrowDown}');
		expect(acts).toEqual([1]);
		await user.keyboard('{ArrowDown}');
		expect(acts).toEqual([1, 2]);
		expect(chosen()).toBe(2);
		await user.keyboard('{ArrowUp}');
		expect(acts).toEqual([1, 2, 1]);
		await user.keyboard('{Enter}');
		expect(acts).toEqual([1, 2, 1, 'on']);
	});
	test('sideways too', async () => {
		const { acts, user } = show({ place: 1 });
		await user.keyboard('{ArrowRight}{ArrowLeft}');
		expect(acts).toEqual([2, 1]);
	});
	test('a tap after an arrow key moves on again', async () => {
		const { acts, radios, user } = show();
		await user.keyboard('{ArrowDown}');
		await user.click(radios[4]!);
		expect(acts).toEqual([1, 4, 'on']);
	});
	test('a digit after an arrow key answers and moves on', async () => {
		const { acts, user } = show();
		await user.keyboard('{ArrowDown}5');
		expect(acts).toEqual([1, 4, 'on']);
	});
});

describe('Enter', () => {
	test('on an answer that is not chosen yet answers and moves on', async () => {
		const { acts, radios } = show();
		await press(radios[0]!, 'Enter');
		expect(acts).toEqual([0, 'on']);
	});
	test('on the chosen one moves on and changes nothing', async () => {
		const { acts, user } = show({ place: 3 });
		await user.keyboard('{Enter}');
		expect(acts).toEqual(['on']);
	});
});

test('the form is never sent', async () => {
	const { view } = show();
	expect(await fireEvent.submit(view.container.querySelector('form')!)).toBe(false);
});
