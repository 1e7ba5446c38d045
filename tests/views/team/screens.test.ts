/** All teams, an invite, a team that was sent, and teams of nobody, of one and of very many. */
import { textOf } from '../../ui/words';
import { fireEvent, render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { coverage } from '../../../src/domain/coverage';
import { teamName } from '../../../src/domain/team';
import { asMembers } from '../../../src/domain/teamReading';
import { date, t } from '../../../src/i18n/i18n';
import { Notices } from '../../../src/state/notices.svelte';
import { parseRoute } from '../../../src/state/route.svelte';
import { TeamsState } from '../../../src/state/teams.svelte';
import { Stored } from '../../../src/state/stored';
import { slots } from '../../../src/storage/slots';
import Join from '../../../src/views/team/Join.svelte';
import SentTeam from '../../../src/views/team/SentTeam.svelte';
import Teams from '../../../src/views/team/Teams.svelte';
import { fakeStorage, instrument } from '../../fake';
import { drawnIn } from '../drawn';
import { full } from '../people';
import {
	ada,
	button,
	buttons,
	grace,
	headings,
	linus,
	memberOf,
	plain,
	says,
	section,
	sentBy,
	showTeam,
	teamOf,
} from './screen';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

const user = userEvent.setup({ pointerEventsCheck: 0 });
const three = teamOf([ada, grace, linus]);
const h1 = () => textOf(screen.getByRole('heading', { level: 1 }));

describe('all teams', () => {
	const show = (...kept: ReturnType<typeof teamOf>[]) => {
		const [storage, notices] = [fakeStorage(), new Notices()];
		const teams = new TeamsState(new Stored(slots(() => storage)), notices); // prettier-ignore
		for (const team of kept) teams.put(team);
		let ids = 0;
		const open = vi.fn();
		render(Teams, { teams, newId: () => `id-${(ids += 1)}`, path: (id: string) => `#/team/${id}`, open });
		return { teams, notices, open };
	};
	const rows = () => screen.queryAllByRole('listitem').map((row) => textOf(row.querySelector('.called')!));
	const row = (name: string, n: number) => plain(`${name} ${t('team.list.members', { n, count: String(n) })}`);
	const make = async (name: string) => {
		await fireEvent.input(screen.getByLabelText(t('team.list.name')), { target: { value: name } });
		await fireEvent.submit(document.querySelector('form')!);
	};

	test('none yet: it says so', () => {
		show();
		expect([says(t('team.list.empty')), rows(), h1()]).toEqual([true, [], t('team.list.title')]);
	});
	test('each with its members and its address', () => {
		show(three, teamOf([], { id: 'x', name: 'Empty' }));
		expect(rows()).toEqual([row('Empty', 0), row('Leads', 3)]);
		expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['#/team/x', `#/team/${three.id}`]); // prettier-ignore
	});
	test.each(['Leads', '  Leads  ', 'x'.repeat(80)])('made: “%s”', async (name) => {
		const { teams, open } = show();
		await make(name);
		expect(teams.heads).toEqual([{ id: 'id-1', name: teamName(name), count: 0 }]);
		expect(open).toHaveBeenCalledWith('id-1');
	});
	test.each(['', '   '])('without a name none is made: “%s”', async (name) => {
		const { teams, open } = show();
		await make(name);
		expect([teams.heads, open.mock.calls]).toEqual([[], []]);
	});
	test('duplicated it is another team with the same members', async () => {
		const { teams } = show(three);
		await user.click(button(t('team.list.duplicateNamed', { name: 'Leads' })));
		const name = t('team.list.copyOf', { name: 'Leads' });
		expect(rows()).toEqual([row('Leads', 3), row(name, 3)]);
		expect(teams.find('id-1')).toEqual({ ...three, id: 'id-1', name });
		expect(teams.find(three.id)).toEqual(three);
	});
	test('deleted and brought back', async () => {
		const { teams, notices } = show(three);
		await user.click(button(t('team.list.removeNamed', { name: 'Leads' })));
		expect([rows(), notices.list.map(({ key, name }) => [key, name])]).toEqual([[], [['teamRemoved', 'Leads']]]);
		notices.list[0]!.undo!();
		await vi.waitFor(() => expect(rows()).toEqual([row('Leads', 3)]));
		expect(teams.find(three.id)).toEqual(three);
	});
	test('two of the same name are two', async () => {
		show(three, { ...three, id: 'other' });
		await user.click(buttons(t('team.list.removeNamed', { name: 'Leads' }))[0]!);
		expect(rows()).toEqual([row('Leads', 3)]);
	});
});

describe('an invite', () => {
	const facts = { quick: { seconds: 150 }, full: { seconds: 600 } } as never;
	const show = (invite: { name: string; from: string | null; form: 'quick' | 'full' }, mine = [full]) => {
		const [start, answer] = [vi.fn(), vi.fn()];
		render(Join, { invite, facts, start, mine, answer, send: (id: string) => `#/result/${id}/send` });
		return { start, answer };
	};
	test.each<[string, string | null, 'quick' | 'full', string, string]>([
		['by somebody', 'Ada', 'full', t('team.join.asks', { by: 'Ada', name: 'Leads' }), '10'],
		['by nobody', null, 'quick', t('team.join.asksNobody', { name: 'Leads' }), '2½'],
	])('%s: who asks, for what, how long, what goes along', (_, from, form, wanted, minutes) => {
		show({ name: 'Leads', from, form });
		expect([h1(), says(t('team.join.text', { minutes }))]).toEqual([plain(wanted), true]);
		expect(document.title).toBe(t('ui.page.titled', { what: t('team.join.titled', { name: 'Leads' }) }));
	});
	test.each(['quick', 'full'] as const)('starts the %s form where that is asked for', async (form) => {
		const { start, answer } = show({ name: 'Leads', from: null, form });
		await user.click(button(t('team.join.start')));
		expect([start.mock.calls, answer.mock.calls]).toEqual([[[form]], []]);
	});
	test('a result that is here already can be sent instead', async () => {
		const { start, answer } = show({ name: 'Leads', from: null, form: 'full' }, [{ ...full, id: 'n' }, full]);
		const link = screen.getByRole('link', { name: t('team.join.use') });
		expect([link.getAttribute('href'), says(date(full.takenAt))]).toEqual(['#/result/n/send', true]);
		await user.click(link);
		expect([answer.mock.calls.length, start.mock.calls]).toEqual([1, []]);
	});
	test('without one there is nothing to send', () => {
		show({ name: 'Leads', from: null, form: 'full' }, []);
		expect([says(t('team.join.have')), screen.queryByRole('link')]).toEqual([false, null]);
	});
});

describe('a team that was sent', () => {
	const show = (known: boolean, team = three) => {
		const [keep, keepBoth] = [vi.fn(), vi.fn()];
		const write = vi.spyOn(Storage.prototype, 'setItem');
		render(SentTeam, { instrument, team, known, path: '#/t/F2code', keep, keepBoth });
		return { keep, keepBoth, write };
	};
	test.each([[false, 'team.sent.keep'], [true, 'team.sent.replace']] as const)('known here %s: stored only when that is asked for', async (known, verb) => {
		const { keep, keepBoth, write } = show(known);
		expect([says(t('team.sent.text')), says(t('team.sent.kept')), keep.mock.calls, write.mock.calls]).toEqual([true, known, [], []]);
		await user.click(button(t(verb)));
		expect([keep.mock.calls.length, keepBoth.mock.calls.length]).toEqual([1, 0]);
		expect(buttons(t('team.sent.both'))).toHaveLength(known ? 1 : 0);
		if (known) await user.click(button(t('team.sent.both')));
		expect([keep.mock.calls.length, keepBoth.mock.calls.length]).toEqual([1, known ? 1 : 0]);
		write.mockRestore();
	}); // prettier-ignore
	test('is read as at home, and not tended', () => {
		const { write } = show(false);
		const { ends } = coverage(asMembers(three.members), instrument.gamma);
		expect(h1()).toBe(plain(t(`team.head.${ends.architecture.call}.${ends.people.call}`)));
		for (const heading of ['team.gather.heading', 'team.tend.heading', 'team.invite.heading', 'team.send.heading'] as const) expect(headings()).not.toContain(t(heading)); // prettier-ignore
		expect(buttons(t('team.hire.save'))).toEqual([]);
		write.mockRestore();
	});
	test('what leads to its sections does not lead away from it', () => {
		const { write } = show(false);
		const links = [...document.querySelectorAll<HTMLAnchorElement>('nav a')];
		expect(links.length).toBeGreaterThan(3);
		for (const link of links) {
			expect(parseRoute(link.getAttribute('href')!)).toEqual({ view: 'team-sent', code: 'F2code' });
			link.click();
			expect(textOf(document.activeElement!)).toBe(textOf(link));
		}
		write.mockRestore();
	});
	test('names are hidden where its sender hid them', () => {
		const { write } = show(false, { ...three, letters: true });
		for (const name of ['Ada', 'Grace', 'Linus']) expect(document.body.innerHTML).not.toContain(name);
		write.mockRestore();
	});
});

describe('a team of nobody', () => {
	test('says so, and offers to add, to invite and to send', () => {
		showTeam(teamOf([]));
		expect([h1(), says(t('team.head.emptyText'))]).toEqual([t('team.head.empty'), true]);
		expect(headings()).toEqual(['gather', 'invite', 'send'].map((id) => t(`team.${id as 'send'}.heading`)));
	});
	test('of hidden ones too, and they can be shown again', async () => {
		showTeam(teamOf([{ ...ada, hidden: true }]));
		expect(h1()).toBe(t('team.head.empty'));
		await user.click(button(`${t('team.tend.show')} Ada`));
		expect(h1()).toBe(t('team.head.alone'));
	});
});

describe('a team of one', () => {
	test('says what a second would show, and nothing about two', () => {
		showTeam(teamOf([ada]));
		expect([h1(), says(t('team.head.aloneText'))]).toEqual([t('team.head.alone'), true]);
		expect(headings()).not.toContain(t('team.two.heading'));
		expect(headings()).not.toContain(t('team.agenda.heading'));
		expect(headings()).toContain(t('team.hire.heading'));
	});
	test('everything that leads to a section leads to one', () => {
		const { container } = showTeam(teamOf([ada]));
		for (const link of container.querySelectorAll('nav a')) expect(container.querySelector(`h2#${link.getAttribute('href')!.split('/').at(-1)!}`)).toBeTruthy(); // prettier-ignore
	});
});

describe('a team of 41', () => {
	const people = Array.from({ length: 41 }, (_, i) =>
		memberOf(`m${i}`, sentBy(`Person ${String(i).padStart(2, '0')}`, 30 + i, 70 - i, { person: `00000000${String(i).padStart(2, '0')}` })),
	); // prettier-ignore
	const many = teamOf(people);
	const shown = async () => {
		const page = showTeam(many);
		await vi.waitFor(() => expect(document.querySelector('section.s-reading')).toBeTruthy());
		return page;
	};
	const list = () => [...document.querySelectorAll<HTMLInputElement>('section.s-members li input')].map(({ value }) => value); // prettier-ignore
	const find = async (part: string) => fireEvent.input(section(t('team.tend.heading')).getByRole('searchbox'), { target: { value: part } }); // prettier-ignore
	const status = () => textOf(document.querySelector('section.s-members [role=status]')!);

	test('figures are distributions in which everybody is a dot', async () => {
		await shown();
		const [strip, map] = [document.querySelector('.dots-strip')!, document.querySelector('section.s-map [role=img]')!];
		const dots = (picture: Element) => drawnIn(picture).data.datasets.reduce((sum, { data }) => sum + data.length, 0);
		expect([strip, map].map(dots)).toEqual([41, 41]);
		expect(strip.getAttribute('aria-label')).toContain('41');
		expect(document.querySelector('.strip')).toBeNull();
		const heat = [...document.querySelectorAll('section.s-carries tbody tr')];
		expect(heat).toHaveLength(8);
	});
	test('is read once it has been worked out, with the same headline', async () => {
		await shown();
		const { ends } = coverage(asMembers(people), instrument.gamma);
		expect(h1()).toBe(plain(t(`team.head.${ends.architecture.call}.${ends.people.call}`)));
		expect(says(t('team.reading.pairsSome'))).toBe(true);
		expect(says(t('ui.page.loading'))).toBe(false);
	});
	test('who is found beside the figures is shown in both, and given up again', async () => {
		await shown();
		const strip = document.querySelector<HTMLElement>('.opening .find')!;
		const map = () => textOf(document.querySelector('section.s-map .note')!);
		expect(strip.querySelectorAll('button')).toHaveLength(0);
		await fireEvent.input(strip.querySelector('input')!, { target: { value: 'person 0' } });
		expect(textOf(strip.querySelector('[role=status]')!)).toBe(plain(t('team.strip.found', { n: 10, count: '10', all: 0, shown: '8' }))); // prettier-ignore
		await user.click(button('Person 03'));
		expect([map().includes('Person 03'), textOf(strip).includes('Person 03:')]).toEqual([true, true]);
		const [dots] = [...document.querySelectorAll('.dots-strip')].map(
			(picture) => drawnIn(picture).data.datasets[3]!.data,
		);
		expect(dots).toHaveLength(1);
		await user.click(button('Person 03'));
		expect([map().includes('Person 03'), textOf(strip).includes('Person 03:')]).toEqual([false, false]);
	});
	test('any two of so many are chosen by a part of the name', async () => {
		await shown();
		const two = section(t('team.two.heading'));
		await fireEvent.input(two.getByLabelText(t('team.two.other')), { target: { value: '40' } });
		await user.click(two.getByRole('button', { name: 'Person 40' }));
		expect(textOf(document.querySelector('section.s-two')!)).toContain(plain(t('team.two.S.reliably', { name: 'Person 40' }))); // prettier-ignore
		expect(document.querySelectorAll('option').length).toBeLessThan(400);
	});
	test('everybody is found by a part of their name', async () => {
		await shown();
		expect([list().length, status()]).toEqual([
			40,
			plain(t('team.strip.found', { n: 41, count: '41', all: 0, shown: '40' })),
		]);
		await find('person 4');
		expect([list(), status()]).toEqual([
			['Person 40'],
			plain(t('team.strip.found', { n: 1, count: '1', all: 1, shown: '1' })),
		]);
		await find('PERSON 0');
		expect(list()).toHaveLength(10);
		await find('nobody');
		expect([list(), status()]).toEqual([[], plain(t('team.strip.found', { n: 0, count: '0', all: 1, shown: '0' }))]);
		await find('  ');
		expect(list()).toHaveLength(40);
	});
	test('who is looked for stands out in both figures, with their numbers', async () => {
		await shown();
		await find('Person 33');
		await fireEvent.focus(document.querySelector('section.s-members li input')!);
		const [ring] = drawnIn(document.querySelector('section.s-map [role=img]')!).data.datasets.slice(-1);
		expect(ring!.data).toEqual([{ x: 70 - 33, y: 30 + 33 }]);
		expect(textOf(document.querySelector('section.s-map .note')!)).toContain('Person 33');
	});
	test('one of them hidden, there are rows again', async () => {
		await shown();
		await fireEvent.click(button(`${t('team.tend.hide')} Person 00`)); // prettier-ignore
		await vi.waitFor(() => expect(document.querySelectorAll('.strip li')).toHaveLength(40));
	});
});
