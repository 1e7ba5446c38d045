import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { businesses, noContext, roles, sizes, stages, superiors, type Context } from '../../src/domain/result';
import { t } from '../../src/i18n/i18n';
import ContextForm from '../../src/ui/ContextForm.svelte';
import RenameForm from '../../src/ui/RenameForm.svelte';
import './words';

const user = userEvent.setup();

describe('about you', () => {
	const known: Context = {
		role: 'vp',
		stage: 'series-b',
		size: '1000+',
		founder: false,
		reportsTo: 'other',
		business: 'sales-led',
	};
	const show = (context: Context, skip: (() => void) | null = null) => {
		const save = vi.fn();
		render(ContextForm, { props: { context, button: 'Show', save, skip: skip && { words: 'Skip', act: skip } } });
		return save;
	};
	const field = (name: 'role' | 'stage' | 'size' | 'founder' | 'reportsTo' | 'business') =>
		screen.getByLabelText<HTMLSelectElement>(t(`ui.about.${name}`));
	const send = () => user.click(screen.getByRole('button', { name: 'Show' }));

	test('nothing is said unless the reader says it', async () => {
		const save = show(noContext);
		for (const select of screen.getAllByRole<HTMLSelectElement>('combobox'))
			expect(select.selectedOptions[0]?.textContent).toBe(t('ui.about.notSaid'));
		await send();
		expect(save.mock.calls).toEqual([[noContext]]);
	});
	test('what was said before is offered again, and saved as it is', async () => {
		const save = show(known);
		expect(field('role').selectedOptions[0]?.textContent).toBe(t('ui.about.roles.vp'));
		expect(field('founder').selectedOptions[0]?.textContent).toBe(t('ui.about.founders.false'));
		await send();
		expect(save.mock.calls).toEqual([[known]]);
	});
	test.each([
		['role', roles, 'roles'],
		['stage', stages, 'stages'],
		['size', sizes, 'sizes'],
		['reportsTo', superiors, 'superiors'],
		['business', businesses, 'businesses'],
	] as const)('every %s can be said', async (name, values, words) => {
		const save = show(noContext);
		expect(field(name).options).toHaveLength(values.length + 1);
		for (const value of values) {
			await user.selectOptions(field(name), t(`ui.about.${words}.${value}` as 'ui.about.roles.cto'));
			await send();
			expect(save).toHaveBeenLastCalledWith({ ...noContext, [name]: value });
		}
	});
	test.each([
		['true', true],
		['false', false],
	] as const)('a founder or not: %s', async (option, founder) => {
		const save = show(noContext);
		await user.selectOptions(field('founder'), t(`ui.about.founders.${option}`));
		await send();
		expect(save.mock.calls).toEqual([[{ ...noContext, founder }]]);
	});
	test('what was said can be taken back', async () => {
		const save = show(known);
		for (const select of screen.getAllByRole('combobox')) await user.selectOptions(select, t('ui.about.notSaid'));
		await send();
		expect(save.mock.calls).toEqual([[noContext]]);
	});
	test('skipping saves nothing', async () => {
		const skip = vi.fn();
		const save = show(known, skip);
		await user.click(screen.getByRole('button', { name: 'Skip' }));
		expect([skip.mock.calls.length, save.mock.calls.length]).toEqual([1, 0]);
	});
	test('where there is nothing to skip, nothing offers it', () => {
		show(noContext);
		expect(screen.getAllByRole('button')).toHaveLength(1);
	});
});

describe('a name for a result', () => {
	const show = (name: string | null) => {
		const [save, cancel] = [vi.fn(), vi.fn()];
		render(RenameForm, { name, save, cancel });
		return {
			save,
			cancel,
			input: screen.getByRole<HTMLInputElement>('textbox', { name: t('ui.history.renameLabel') }),
		};
	};
	test('the field has the focus and the name so far', () => {
		const { input } = show('Autumn');
		expect([document.activeElement, input.value, input.maxLength]).toEqual([input, 'Autumn', 60]);
	});
	test.each<[string, string, string | null]>([
		['a name', 'Spring', 'Spring'],
		['a name with blanks around it', '  Spring ', 'Spring'],
		['nothing takes the name away', '', null],
		['blanks alone take the name away', '   ', null],
		['markup stays text', '<b>x</b>', '<b>x</b>'],
		['any script', '名前 שם', '名前 שם'],
	])('%s', async (_, typed, wanted) => {
		const { save, cancel, input } = show('Autumn');
		await user.clear(input);
		if (typed) await user.type(input, typed);
		await user.click(screen.getByRole('button', { name: t('ui.history.save') }));
		expect([save.mock.calls, cancel.mock.calls]).toEqual([[[wanted]], []]);
	});
	test('Enter saves', async () => {
		const { save, input } = show(null);
		await user.type(input, 'Spring{Enter}');
		expect(save.mock.calls).toEqual([['Spring']]);
	});
	test('Escape leaves it as it was', async () => {
		const { save, cancel, input } = show('Autumn');
		await user.type(input, 'x{Escape}');
		expect([save.mock.calls.length, cancel.mock.calls.length]).toEqual([0, 1]);
	});
	test('Cancel leaves it as it was', async () => {
		const { save, cancel } = show('Autumn');
		await user.click(screen.getByRole('button', { name: t('ui.history.cancel') }));
		expect([save.mock.calls.length, cancel.mock.calls.length]).toEqual([0, 1]);
	});
	test('other keys do not leave', async () => {
		const { cancel, input } = show(null);
		await user.type(input, 'abc{Tab}');
		expect(cancel).not.toHaveBeenCalled();
	});
});
