/** What a team is used for: two compared, a hire imagined, a meeting prepared, the team and invites sent. */
import { textOf } from '../../ui/words';
import { fireEvent, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { sameItems, twoPeople } from '../../../src/domain/compare';
import { coverage } from '../../../src/domain/coverage';
import { csv, teamRows } from '../../../src/domain/csv';
import { readFile } from '../../../src/domain/file';
import { bestHire, withHire } from '../../../src/domain/hire';
import { facetIds } from '../../../src/domain/instrument';
import { decodeInvite } from '../../../src/domain/inviteCode';
import { pairing } from '../../../src/domain/pairing';
import type { Team, TeamMember } from '../../../src/domain/team';
import { decodeTeam } from '../../../src/domain/teamCode';
import { asMembers } from '../../../src/domain/teamReading';
import { t } from '../../../src/i18n/i18n';
import { chanceInWords } from '../../../src/ui/chanceWords';
import { perFacet } from '../../domain/shots';
import { instrument } from '../../fake';
import { drawnIn } from '../drawn';
import { downloads } from '../files';
import { ada, button, buttons, grace, headings, linus, memberOf, plain, said, says, section, sentBy, showTeam, teamOf, tenths } from './screen'; // prettier-ignore

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

const user = userEvent.setup({ pointerEventsCheck: 0 });
const { gamma } = instrument;
const three = teamOf([ada, grace, linus]);

describe('any two', () => {
	const choose = async (label: 'one' | 'other', key: string) =>
		user.selectOptions(section(t('team.two.heading')).getByLabelText(t(`team.two.${label}`)), key);
	const told = () => section(t('team.two.heading')).queryAllByRole('listitem').map(textOf); // prettier-ignore
	const wanted = (one: TeamMember, two: TeamMember): string[] => {
		const found = twoPeople(one.sent, two.sent, gamma);
		const [pair] = pairing(asMembers([one, two]), gamma, () => sameItems(one.sent, two.sent)).pairs;
		const nameOf = (further: 'one' | 'two' | null) => (further === 'two' ? two : one).sent.name!;
		return [
			...(['S', 'A', 'P'] as const).map((id) => plain(t(`team.two.${id}.${found[id].call}`, { name: nameOf(found[id].further) }))),
			plain([
				t(`team.two.pair.${pair!.call}`, { cover: chanceInWords(pair!.cover) }),
				t('team.two.alone', { alone: chanceInWords(Math.max(...pair!.solo)) }),
			].join(' ')),
		]; // prettier-ignore
	};
	test('the first two at first', () => {
		showTeam(three);
		expect(told()).toEqual(wanted(ada, grace));
	});
	test.each<[string, TeamMember, TeamMember, string]>([
		['who balance each other', ada, grace, 'complementary'],
		['of whom one stands between', ada, linus, 'alike-open'],
		['in the other order', linus, ada, 'alike-open'],
	])('%s', async (_, one, two, call) => {
		showTeam(three);
		await choose('one', one.key);
		await choose('other', two.key);
		expect(told()).toEqual(wanted(one, two));
		expect(pairing(asMembers([one, two]), gamma, () => true).pairs[0]!.call).toBe(call);
	});
	test('one with themselves is asked for two', async () => {
		showTeam(three);
		await choose('other', 'a');
		expect([told(), says(t('team.two.same'))]).toEqual([[], true]);
	});
	test('nobody is said to report to the other', () => {
		showTeam(three);
		expect(says(t('team.two.line'))).toBe(true);
	});
	test('one who was chosen and is removed gives way', async () => {
		showTeam(three);
		await choose('one', 'l');
		await user.click(button(`${t('team.tend.remove')} Linus`));
		expect(told()).toEqual(wanted(ada, grace));
	});
});

describe('a hire', () => {
	const part = () => section(t('team.hire.heading'));
	const slide = async (id: 'A' | 'P', to: number) => {
		await fireEvent.input(part().getAllByRole('slider')[id === 'A' ? 0 : 1]!, { target: { value: String(to) } });
		await tick();
	};
	const table = () => [...document.querySelectorAll('section.s-hire tbody tr')].map((row) => [...row.querySelectorAll('td')].map(textOf)); // prettier-ignore
	const wanted = (team: Team, hire: { A: number; P: number }) => {
		const members = asMembers(team.members);
		const [now, then] = [coverage(members, gamma), withHire(members, { ...hire, se: 5.7 }, gamma)];
		const figures = (of: typeof now) => [of.ends.architecture.any, of.ends.architecture.two, of.ends.people.any, of.ends.people.two, of.both].map(chanceInWords); // prettier-ignore
		return figures(now).map((figure, i) => [figure, figures(then)[i]!]);
	};
	const map = () => drawnIn(document.querySelector('section.s-map [role=img]')!).data.datasets;

	test('stands at neutral at first, and nobody is on the map before it is moved', () => {
		showTeam(three);
		expect(table()).toEqual(wanted(three, { A: 50, P: 50 }).map(([now]) => [now, now]));
		expect(map()).toHaveLength(1);
	});
	test('moved, the table answers at once and the place is told', async () => {
		showTeam(teamOf([ada]));
		await slide('P', 80);
		expect(table()).toEqual(wanted(teamOf([ada]), { A: 50, P: 80 }));
		await slide('A', 30);
		expect(table()).toEqual(wanted(teamOf([ada]), { A: 30, P: 80 }));
		expect([...document.querySelectorAll('.sliders .num')].map(textOf)).toEqual(['30', '80']);
		expect(textOf(document.querySelector('section.s-hire [aria-live]')!)).toContain(
			plain('architecture 30, people 80'),
		);
	});
	test('the best place is named, and one press goes there', async () => {
		const team = teamOf([ada]);
		showTeam(team);
		const best = bestHire(asMembers(team.members), gamma)!;
		await vi.waitFor(() => expect(buttons(t('team.hire.go'))).toHaveLength(1));
		expect(textOf(document.querySelector('section.s-hire')!)).toContain(chanceInWords(best.both));
		expect(textOf(document.querySelector('section.s-hire')!)).toContain(`architecture ${best.A}, people ${best.P}`);
		await user.click(button(t('team.hire.go')));
		expect(part().getAllByRole('slider').map((slider) => (slider as HTMLInputElement).value)).toEqual([best.A, best.P].map(String)); // prettier-ignore
		expect(table()).toEqual(wanted(team, best));
	});
	test('where no place adds anything that is said', async () => {
		showTeam(teamOf([ada, grace, memberOf('b', sentBy('Bea', 85, 85)), memberOf('c', sentBy('Cem', 85, 85))]));
		await vi.waitFor(() => expect(says(t('team.hire.bestNone'))).toBe(true));
	});
	test('kept, it is an imagined member at that place, and no person', async () => {
		const { team } = showTeam(teamOf([ada]));
		await slide('A', 35);
		await slide('P', 75);
		await user.click(button(t('team.hire.save')));
		expect(team().members).toHaveLength(2);
		const [, ghost] = team().members;
		expect(ghost).toMatchObject({ ghost: true, label: t('team.hire.name'), sent: { person: null, day: '2026-11-22' } });
		expect(ghost!.sent.snapshot).toMatchObject({ A: 35, P: 75 });
		expect(map()[0]!.data).toHaveLength(2);
		expect(section(t('team.tend.heading')).queryAllByRole('link')).toHaveLength(1);
	});
	test('an imagined one stands in the conversation for nobody: no agenda, and nothing leads to one', async () => {
		showTeam(teamOf([ada, { ...grace, ghost: true }]));
		await tick();
		expect(headings()).not.toContain(t('team.agenda.heading'));
		expect(screen.queryByRole('link', { name: t('team.agenda.heading') })).toBeNull();
	});
	test('imagined ones carry no facet: what is known of the team does not grow with them', async () => {
		const { team } = showTeam(teamOf([ada, grace]));
		const [open, one] = ['open', 'one'].map((key) => said().get(t(`team.reading.${key}` as 'team.reading.open')));
		for (let i = 0; i < 4; i += 1) await user.click(button(t('team.hire.save')));
		expect(team().members).toHaveLength(6);
		expect(['open', 'one'].map((key) => said().get(t(`team.reading.${key}` as 'team.reading.open')))).toEqual([
			open,
			one,
		]);
	});
});

describe('the meeting', () => {
	const part = () => section(t('team.agenda.heading'));
	const at = (key: string, value: number, change = {}) =>
		memberOf(key, sentBy(key, 50, 50, {}, { facets: { ...perFacet(50), A3: value }, ...change }));
	/** A score with half of its band, worked out here: the errors of `at`, and scale use. */
	const within = (value: number, facet?: 'A3') => {
		const se0 = facet ? (tenths.se0?.A3 ?? 9) : 10.6;
		return t('team.agenda.within', { value: String(value), half: String(Math.round(1.6449 * Math.hypot(se0, gamma * (value - 50)))) }); // prettier-ignore
	};
	test('what differs has its question and who stands furthest apart', () => {
		showTeam(teamOf([at('Low', 15), at('Mid', 50), at('High', 90)]));
		const [topic, ...more] = part().getAllByRole('listitem').map(textOf); // prettier-ignore
		expect(more).toEqual([]);
		expect(topic).toBe(plain(`${t('report.facets.names.A3')}. ${t('team.agenda.between', { low: 'Low', lowValue: within(15, 'A3'), high: 'High', highValue: within(90, 'A3') })} ${t('team.agenda.ask.A3')}`)); // prettier-ignore
		for (const id of facetIds.filter((id) => id !== 'A3')) expect(textOf(document.querySelector('section.s-agenda')!)).toContain(t(`report.facets.names.${id}`)); // prettier-ignore
	});
	test('where nothing differs that is said, and where all agree is listed', () => {
		showTeam(teamOf([at('One', 50), at('Two', 50)]));
		expect(says(t('team.agenda.none'))).toBe(true);
		expect(textOf(document.querySelector('section.s-agenda')!)).toContain(`${t('team.agenda.agree')}. `);
		expect(part().queryAllByRole('listitem')).toEqual([]);
	});
	test('what is seen too roughly is neither', () => {
		const wide = { se0: { ...tenths.se0!, A3: 14 } };
		showTeam(teamOf([at('One', 50, wide), at('Two', 50, wide)]));
		expect(textOf(document.querySelector('section.s-agenda')!)).toContain(plain(`${t('team.agenda.unsure')}. ${t('report.facets.names.A3')}.`)); // prettier-ignore
	});
	test('no more than six topics, the widest first', () => {
		const facets = (value: number) => Object.fromEntries(facetIds.map((id, i) => [id, value < 50 ? value - i : value + i])) as Record<(typeof facetIds)[number], number>; // prettier-ignore
		const [low, high] = [20, 80].map((value) => memberOf(`m${value}`, sentBy(`M${value}`, value, value, {}, { facets: facets(value) }))); // prettier-ignore
		showTeam(teamOf([low!, high!]));
		const topics = part().getAllByRole('listitem').map((item) => textOf(item.querySelector('b')!)); // prettier-ignore
		expect(topics).toEqual(
			['P4', 'P3', 'P2', 'P1', 'A4', 'A3'].map((id) => `${t(`report.facets.names.${id as 'A1'}`)}.`),
		);
	});
	test('posture is a topic of those who were asked', () => {
		const posture = (value: number) => ({ posture: { value, se0: 10.6, count: 6 } });
		showTeam(teamOf([at('Push', 50, posture(95)), at('None', 50), at('Hold', 50, posture(5))]));
		expect(textOf(part().getAllByRole('listitem')[0]!)).toContain(plain(`${t('team.agenda.names.posture')}. ${t('team.agenda.between', { low: 'Hold', lowValue: within(5), high: 'Push', highValue: within(95) })}`)); // prettier-ignore
	});
});

describe('sending', () => {
	const handed = downloads();
	const copied: string[] = [];
	let refuses = false;
	beforeEach(() => {
		copied.length = 0;
		refuses = false;
		const writeText = (text: string) => (refuses ? Promise.reject(new Error('denied')) : Promise.resolve(void copied.push(text)));
		Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
	}); // prettier-ignore
	const codeIn = (link: string) => link.replace(/^.*\/(?:t|join)\//, '');
	const inviteIn = (link: string) => {
		const read = decodeInvite(codeIn(link));
		return 'invite' in read ? read.invite : read.fault;
	};

	test.each<[string, string | null, 'full' | 'quick', string | null]>([
		['a name and the full form', 'Ada', 'full', 'Ada'],
		['a name and the quick form', '  Ada ', 'quick', 'Ada'],
		['no name', '', 'quick', null],
		['the name given last', null, 'full', 'Me'],
	])('an invite holds what was entered: %s', async (_, by, form, from) => {
		const { rename } = showTeam(three);
		const part = section(t('team.invite.heading'));
		const field = part.getByLabelText(t('team.invite.by'));
		if (by !== null) {
			await fireEvent.input(field, { target: { value: by } });
			await fireEvent.change(field);
		}
		await user.selectOptions(part.getByLabelText(t('team.invite.form')), form);
		await fireEvent.click(button(t('team.invite.copy')));
		await vi.waitFor(() => expect(copied).toHaveLength(1));
		expect(copied[0]).toBe(part.getByLabelText<HTMLInputElement>(t('team.send.link')).value);
		expect(copied[0]).toMatch(/^https:\/\/example\.org\/#\/join\/F3/);
		expect(inviteIn(copied[0]!)).toEqual({ team: three.id, name: 'Leads', from, form });
		if (by !== null) expect(rename).toHaveBeenCalledWith(from);
	});
	test('the link holds the team as it stands: names, roles, who is hidden, letters', async () => {
		const team = teamOf([{ ...ada, label: 'Countess', role: 'cto' }, { ...grace, hidden: true }], { stage: 'series-a', letters: true }); // prettier-ignore
		showTeam(team);
		await fireEvent.click(button(t('team.send.copy')));
		await vi.waitFor(() => expect(copied).toHaveLength(1));
		const read = decodeTeam(codeIn(copied[0]!));
		expect(read).toEqual({
			team: { ...team, members: team.members.map((member, i) => ({ ...member, key: `m${i + 1}` })) },
		});
		expect(says(t('team.send.copied'))).toBe(true);
	});
	test('where the browser does not copy, the link stands there to be marked', async () => {
		refuses = true;
		showTeam(three);
		await fireEvent.click(button(t('team.send.copy')));
		await vi.waitFor(() => expect(says(t('team.send.copyFailed'))).toBe(true));
		const field = section(t('team.send.heading')).getByLabelText<HTMLInputElement>(t('team.send.link'));
		expect('team' in decodeTeam(codeIn(field.value))).toBe(true);
	});
	test('ten members take at most 2,000 characters', async () => {
		showTeam(teamOf(Array.from({ length: 10 }, (_, i) => memberOf(`m${i}`, sentBy('Ada King of Lovelace', 50 + i, 50 - i, { person: `000000000${i}` }))))); // prettier-ignore
		await fireEvent.click(button(t('team.send.copy')));
		await vi.waitFor(() => expect(copied).toHaveLength(1));
		expect(copied[0]!.length).toBeLessThanOrEqual(2000);
	});
	test('too large for a link: the file is offered instead', async () => {
		showTeam(teamOf(Array.from({ length: 120 }, (_, i) => memberOf(`m${i}`, sentBy(`Ada ${i}`, 50, 50)))));
		await vi.waitFor(() => expect(document.getElementById('send')).toBeTruthy());
		await fireEvent.click([...document.querySelectorAll('button')].find((one) => textOf(one) === t('team.send.copy'))!);
		await tick();
		expect([says(t('team.send.tooLong')), copied]).toEqual([true, []]);
	});
	test('where no address leads others here, the code itself is sent, and nothing speaks of a link to copy', async () => {
		showTeam(three, { linked: false });
		await fireEvent.click(button(t('team.sendCode.copy')));
		await fireEvent.click(button(t('team.invite.copy')));
		await vi.waitFor(() => expect(copied).toHaveLength(2));
		expect(['team' in decodeTeam(copied[0]!), 'invite' in decodeInvite(copied[1]!)]).toEqual([true, true]);
		expect([says(t('team.sendCode.text')), says(t('team.sendCode.invite'))]).toEqual([true, true]);
		expect([says(t('team.send.text')), says(t('team.invite.text')), says(t('team.send.link'))]).toEqual([false, false, false]); // prettier-ignore
	});
	test('as a file it comes back', async () => {
		showTeam(three);
		await fireEvent.click(button(t('team.send.file')));
		const read = readFile(instrument, await handed[0]!.blob.text());
		expect(handed[0]!.name).toBe('fulcrum-team-Leads.json');
		expect(read.teams.map(({ members }) => members.map(({ sent }) => sent))).toEqual([three.members.map(({ sent }) => sent)]); // prettier-ignore
	});
	test('as a table it has a row a member', async () => {
		showTeam(three);
		await fireEvent.click(button(t('team.send.csv')));
		expect([handed[0]!.name, handed[0]!.type]).toEqual(['fulcrum-team-Leads.csv', 'text/csv']);
		// Reading it as text takes away the mark at its beginning.
		expect((await handed[0]!.blob.text()).replace(/^\ufeff/, '')).toBe(csv(teamRows(three.members, gamma)).replace(/^\ufeff/, '')); // prettier-ignore
	});
	test('printed', async () => {
		const print = vi.fn();
		vi.stubGlobal('print', print);
		showTeam(three);
		await fireEvent.click(button(t('team.send.print')));
		expect(print).toHaveBeenCalledOnce();
		vi.unstubAllGlobals();
	});
});
