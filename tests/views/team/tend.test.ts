/** Members one by one, and the team as a whole: its name, its stage, its letters. */
import { textOf } from '../../ui/words';
import { fireEvent, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { t } from '../../../src/i18n/i18n';
import { ada, button, buttons, grace, linus, memberOf, namesOf, section, sentBy, showTeam, teamOf } from './screen';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

const user = userEvent.setup({ pointerEventsCheck: 0 });
const three = teamOf([ada, grace, linus]);
const part = () => section(t('team.tend.heading'));
const rows = () => part().getAllByRole('listitem');
const press = (key: 'up' | 'down' | 'hide' | 'show' | 'remove', name: string) => user.click(button(key === 'up' || key === 'down' ? t(`team.tend.${key}`, { name }) : `${t(`team.tend.${key}`)} ${name}`)); // prettier-ignore
const undo = () => user.click(button(t('ui.page.undo')));
const rename = async (i: number, to: string) => {
	await fireEvent.change(within(rows()[i]!).getByLabelText(t('team.tend.label')), { target: { value: to } });
	await tick();
};
const inStrip = () => [...document.querySelectorAll('.strip .who b')].map(textOf);

describe('a member', () => {
	test.each([
		['another name', 'Countess', 'Countess'],
		['spaces around it', '  Countess ', 'Countess'],
		['nothing brings back the one that was sent', '', null],
		['nothing but spaces', '   ', null],
	])('under another name: %s', async (_, given, label) => {
		const { team } = showTeam(teamOf([{ ...ada, label: 'First' }, grace]));
		await rename(0, given);
		expect(team().members[0]!.label).toBe(label);
		expect(team().members[0]!.sent).toBe(ada.sent);
		expect(inStrip()).toContain(label ?? 'Ada');
	});
	test('in another role, and back to the one that was sent', async () => {
		const { team } = showTeam(three);
		const role = () => within(rows()[1]!).getByLabelText<HTMLSelectElement>(t('team.tend.role'));
		await user.selectOptions(role(), 'vp');
		expect([team().members[1]!.role, textOf(document.querySelector('.strip')!)]).toEqual(['vp', expect.stringContaining(t('ui.about.roles.vp'))]); // prettier-ignore
		await user.selectOptions(role(), '');
		expect(team().members[1]!.role).toBeNull();
	});
	test('up and down, to the ends and no further', async () => {
		const { team } = showTeam(three);
		await press('down', 'Ada');
		expect(namesOf(team())).toEqual(['Grace', 'Ada', 'Linus']);
		await press('up', 'Linus');
		expect(namesOf(team())).toEqual(['Grace', 'Linus', 'Ada']);
		const disabled = (key: 'up' | 'down', name: string) => button(t(`team.tend.${key}`, { name })).disabled;
		expect([disabled('up', 'Grace'), disabled('down', 'Grace'), disabled('up', 'Ada'), disabled('down', 'Ada')]).toEqual([true, false, false, true]); // prettier-ignore
	});
	test('hidden it is in no figure, shown it is back', async () => {
		const { team } = showTeam(three);
		await press('hide', 'Grace');
		expect([team().members[1]!.hidden, inStrip()]).toEqual([true, ['Ada', 'Linus']]);
		await press('show', 'Grace');
		expect(inStrip()).toEqual(['Ada', 'Linus', 'Grace']);
	});
	test.each([0, 1, 2])('removed and brought back: %d', async (i) => {
		const { team } = showTeam(three);
		const name = namesOf(three)[i]!;
		await press('remove', name);
		expect(namesOf(team())).not.toContain(name);
		expect(part().getByText(t('team.tend.removed', { name }))).toBeTruthy();
		await undo();
		expect(team()).toEqual(three);
		expect(buttons(t('ui.page.undo'))).toEqual([]);
	});
	test('what was done since the removal stays when it is taken back', async () => {
		const { team } = showTeam(three);
		await press('remove', 'Grace');
		await rename(0, 'Countess');
		await undo();
		expect(
			team()
				.members.map(({ key }) => key)
				.sort(),
		).toEqual(['a', 'g', 'l']);
		expect(namesOf(team())).toContain('Countess');
	});
	test('the last one can be brought back too', async () => {
		const { team } = showTeam(teamOf([ada]));
		await press('remove', 'Ada');
		expect(team().members).toEqual([]);
		await user.click(button(t('ui.page.undo')));
		expect(namesOf(team())).toEqual(['Ada']);
	});
	test('has a page of its own, an imagined one has none', () => {
		showTeam(teamOf([ada, { ...grace, ghost: true }]));
		const links = part().getAllByRole('link');
		expect(links.map((link) => [textOf(link), link.getAttribute('href')])).toEqual([[`${t('team.tend.page')} Ada`, '#/of/a']]); // prettier-ignore
	});
	test('what is done to whom is said with a space between', () => {
		showTeam(teamOf([ada, { ...grace, hidden: true }]));
		const names = part().getAllByRole('button').map((one) => one.getAttribute('aria-label') ?? textOf(one)); // prettier-ignore
		const wanted = [['hide', 'Ada'], ['remove', 'Ada'], ['show', 'Grace'], ['remove', 'Grace']] as const; // prettier-ignore
		for (const [key, name] of wanted) expect(names).toContain(`${t(`team.tend.${key}`)} ${name}`);
	});
	test('two of the same name are tended apart', async () => {
		const { team } = showTeam(teamOf([memberOf('1', ada.sent), memberOf('2', sentBy('Ada', 40, 70))]));
		await rename(1, 'Other');
		expect(namesOf(team())).toEqual(['Ada', 'Other']);
	});
});

describe('the team', () => {
	test.each([['Heads', 'Heads'], ['  Heads  ', 'Heads'], ['', 'Leads'], ['   ', 'Leads']])('named “%s” it is called “%s”', async (given, wanted) => {
		const { team } = showTeam(three);
		const field = screen.getByLabelText<HTMLInputElement>(t('team.tend.rename'));
		await fireEvent.change(field, { target: { value: given } });
		await tick();
		expect([team().name, textOf(document.querySelector('.opening .name')!)]).toEqual([wanted, wanted]);
		expect(screen.getByLabelText<HTMLInputElement>(t('team.tend.rename')).value).toBe(wanted);
	}); // prettier-ignore
	test('at a stage, and at none again', async () => {
		const { team } = showTeam(three);
		const select = screen.getByLabelText(t('team.stage.label'));
		await user.selectOptions(select, 'series-b');
		expect([team().stage, textOf(document.querySelector('dl')!).includes(t('team.stage.asks.series-b'))]).toEqual(['series-b', true]); // prettier-ignore
		await user.selectOptions(select, '');
		expect(team().stage).toBeNull();
	});
	test('names are hidden and shown again', async () => {
		const { team } = showTeam(three);
		await user.click(button(t('team.tend.letters')));
		expect(team().letters).toBe(true);
		expect(inStrip().sort()).toEqual(['A', 'B', 'C'].map((letter) => t('team.letter', { letter })));
		await user.click(button(t('team.tend.names')));
		expect([team(), inStrip()]).toEqual([three, ['Ada', 'Linus', 'Grace']]);
	});
	test('letters stay with whom they belong to when somebody is hidden', async () => {
		showTeam({ ...three, letters: true });
		await press('hide', t('team.letter', { letter: 'B' }));
		expect(inStrip()).toEqual(['A', 'C'].map((letter) => t('team.letter', { letter })));
	});
	test('with names hidden nobody is named in what can be done', () => {
		showTeam({ ...three, letters: true });
		expect(part().queryByLabelText(t('team.tend.label'))).toBeNull();
		for (const name of ['Ada', 'Grace', 'Linus']) expect(rows().map(textOf).join()).not.toContain(name);
	});
});
