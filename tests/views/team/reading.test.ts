/** Over teams with known truth: every sentence of the reading agrees with the numbers, and with the pictures beside it. */
import { textOf } from '../../ui/words';
import { cleanup, render } from '@testing-library/svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sameItems, twoPeople } from '../../../src/domain/compare';
import { coverage, facetCarriers, type Carriers } from '../../../src/domain/coverage';
import { estimateOf, type Estimate } from '../../../src/domain/errors';
import { facetIds } from '../../../src/domain/instrument';
import { pairing } from '../../../src/domain/pairing';
import { askedPosture } from '../../../src/domain/stage';
import type { Team, TeamMember } from '../../../src/domain/team';
import {
	agendaOf,
	asMembers,
	carries,
	leanings,
	settled,
	type AgendaRow,
	type Standpoint,
} from '../../../src/domain/teamReading';
import { z90 } from '../../../src/domain/normal';
import { placeOf } from '../../../src/domain/reading';
import { stages } from '../../../src/domain/result';
import { number, t, type Key } from '../../../src/i18n/i18n';
import { chanceInWords } from '../../../src/ui/chanceWords';
import { shortPlace } from '../../../src/ui/placeWords';
import TeamView from '../../../src/views/team/Team.svelte';
import { drawnTeams, names } from '../../domain/drawnTeams';
import { gamma } from '../../domain/shots';
import { instrument } from '../../fake';
import { lettersIn } from '../drawn';
import { ada, grace, memberOf, plain, said, section, sentBy, showTeam, teamOf, tight } from './screen';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));
afterEach(cleanup);

const all = drawnTeams(240);
/** Of every size as many. */
const rendered = all.slice(0, 24);
const show = (team: Team) =>
	render(TeamView, { instrument, team, section: null, path: (id) => `#${id}`, imagine: null, more: [] });
const nameOf = (member: TeamMember) => member.sent.name!;
const join = (list: readonly string[]) => plain(list.join(' '));
const facetName = (id: (typeof facetIds)[number]) => t(`report.facets.names.${id}`);

const pairsOf = (members: readonly TeamMember[]) =>
	pairing(asMembers(members), gamma, (one, two) => sameItems(members[one]!.sent, members[two]!.sent));

/** .90 points of chi-square with 1 to 11 degrees of freedom, from a printed table. */
const chi = [2.706, 4.605, 6.251, 7.779, 9.236, 10.645, 12.017, 13.362, 14.684, 15.987, 17.275];
const spreadBy = (scores: readonly Estimate[]): number => {
	const weight = (se: number) => 1 / se ** 2;
	const sum = scores.reduce((total, { se }) => total + weight(se), 0);
	const mean = scores.reduce((total, { value, se }) => total + weight(se) * value, 0) / sum;
	return scores.reduce((total, { value, se }) => total + weight(se) * (value - mean) ** 2, 0);
};

describe('over 240 teams', () => {
	test('a named pair covers both ends and stands apart; no other does', () => {
		let named = 0;
		for (const { team } of all) {
			const { pairs } = pairsOf(team.members);
			for (const { one, two, cover, call, gain, solo } of pairs) {
				const { points, half } = twoPeople(team.members[one]!.sent, team.members[two]!.sent, gamma).S;
				const apart = Math.abs(points) > half;
				expect(call === 'complementary').toBe(cover >= 0.8 && apart);
				expect(gain).toBeCloseTo(Math.max(0, cover - Math.max(...solo)), 9);
				if (call === 'complementary') named += 1;
			}
		}
		expect(named).toBeGreaterThan(100);
	});
	test('a settled pair is not told apart', () => {
		const pairs = all.flatMap(({ team }) => settled(team.members, gamma, 3));
		expect(pairs.length).toBeGreaterThan(200);
		for (const [one, two] of pairs) expect(twoPeople(one.sent, two.sent, gamma).S.call).toBe('untold');
	});
	test('a topic differs where its spread is beyond its noise, and is agreed in only where it is seen surely', () => {
		for (const { team } of all)
			for (const { id, call, low, high } of agendaOf(team.members, gamma)) {
				if (id === 'posture') continue;
				const scores = team.members.map(({ sent }) => estimateOf(sent.snapshot, id, gamma));
				const [distance, bound] = [spreadBy(scores), chi[scores.length - 2]!];
				// Too close to the bound for a table of three digits.
				if (Math.abs(distance - bound) < 0.01) continue;
				const differs = distance > bound;
				const sure = Math.max(...scores.map(({ se }) => se)) <= 12;
				expect(call).toBe(differs ? 'differ' : sure ? 'agree' : 'unsure');
				const values = scores.map(({ value }) => Math.min(100, Math.max(0, value)));
				expect([low.value, high.value]).toEqual([Math.min(...values), Math.max(...values)]);
			}
	});
});

describe('the page of a team', () => {
	const endKey = ({ call, two }: Carriers): Key =>
		`team.reading.end.${call === 'covered' && two < 0.8 ? 'coveredOne' : call}`;
	/** How many weights lie on each side: a beam that no band decides is level. */
	const inStrip = () => {
		const tilts = [...document.querySelectorAll('.strip g[transform]')].map((g) => Number(/-?[\d.]+/.exec(g.getAttribute('transform')!)![0])); // prettier-ignore
		return {
			architecture: tilts.filter((tilt) => tilt < 0).length,
			people: tilts.filter((tilt) => tilt > 0).length,
			level: tilts.filter((tilt) => tilt === 0).length,
		};
	};
	/** A section, by its address: roles are too slow for so many pages. */
	const part = (id: string) => document.getElementById(id)!.closest('section')!;
	const lede = () => textOf(document.querySelector('.lede')!);

	test.each(rendered.map(({ team }, i) => [i, team.members.length, team] as const))('%d, of %d: reading, headline, lede and figures say the same', (_, size, team) => {
		show(team);
		const members = asMembers(team.members);
		const { ends, both, weak } = coverage(members, gamma);
		const found = said();
		for (const [id, words] of [['architecture', 'report.map.architecture'], ['people', 'report.map.people']] as const) {
			const { any, two, best } = ends[id];
			expect(found.get(t(words))).toBe(join([
				t(endKey(ends[id]), { any: chanceInWords(any), two: chanceInWords(two) }),
				t('team.reading.best', { best: number(Math.min(100, best!)) }),
			]));
		}
		expect(found.get(t('team.reading.both'))).toBe(join([
			t('team.reading.bothIs', { percent: chanceInWords(both) }),
			weak ? t(`team.reading.weakIs.${weak}`) : t('team.reading.weakNone'),
		]));

		const carriers = facetCarriers(members, gamma);
		const by = (call: Carriers['call']) => facetIds.filter((id) => carriers[id].call === call).map(facetName);
		expect(found.has(t('team.reading.open'))).toBe(by('open').length > 0);
		if (by('open').length > 0) expect(found.get(t('team.reading.open'))).toBe(plain(t('team.reading.openIs', { list: by('open').join(', ') })));
		expect(found.has(t('team.reading.unsureFacets'))).toBe(by('unsure').length > 0);
		if (by('unsure').length > 0) expect(found.get(t('team.reading.unsureFacets'))).toContain(by('unsure').join(', '));
		const resting = found.get(t('team.reading.one')) ?? '';
		expect(facetIds.map(facetName).filter((name) => resting.includes(`${name}:`))).toEqual(by('one'));

		const heat = part('carries').querySelector('table')!;
		facetIds.forEach((id, i) => {
			const kinds = team.members.map(({ sent }) => carries(sent.snapshot, id, gamma));
			const [sure, maybe] = [kinds.filter((kind) => kind === 'sure').length, kinds.filter((kind) => kind === 'maybe').length];
			const columns = [...heat.querySelectorAll('tbody tr')].map((row) => textOf(row.querySelectorAll('td')[i]!));
			expect(columns.filter((cell) => cell.endsWith(`, ${t('team.heat.sure')}`))).toHaveLength(sure);
			expect(columns.filter((cell) => cell.endsWith(`, ${t('team.heat.maybe')}`))).toHaveLength(maybe);
			const foot = textOf(heat.querySelectorAll('tfoot td')[i]!);
			expect(foot).toBe(join([number(sure), maybe ? t('team.heat.maybeCount', { count: number(maybe) }) : '']));
		});

		const strip = inStrip();
		const { architecture, people, level } = leanings(team.members, gamma);
		expect(strip).toEqual({ architecture, people, level });
		expect(part('map').querySelector('[role=img]')!.getAttribute('aria-label')).toBe(t('team.map.alt', { n: size, count: number(size) }));
		const heading = textOf(document.querySelector('h1')!);
		if (size === 1) {
			expect(heading).toBe(t('team.head.alone'));
			expect(found.has(t('team.reading.pairs'))).toBe(false);
			return;
		}
		expect(heading).toBe(plain(t(`team.head.${ends.architecture.call}.${ends.people.call}`)));
		expect(lede()).toBe(join([
			t('team.lede', { architecture, architectureCount: number(architecture), people, peopleCount: number(people), level, levelCount: number(level) }),
			by('one').length > 0 ? t('team.alone', { n: by('one').length, list: by('one').join(', ') }) : '',
		]));

		const complementary = pairsOf(team.members).pairs.filter(({ call, topTwo, gain }) => call === 'complementary' && (topTwo || gain >= 0.02));
		const pairs = complementary.slice(0, 3).map(({ one, two, cover, solo }) => t('team.reading.pairIs', {
			one: nameOf(team.members[one]!), two: nameOf(team.members[two]!), cover: chanceInWords(cover), alone: chanceInWords(Math.max(...solo)),
		}));
		expect(tight(found.get(t('team.reading.pairs'))!)).toBe(tight(join(pairs.length > 0 ? pairs : [t('team.reading.pairsNone')])));
		const close = settled(team.members, gamma, 3).map(([one, two]) => t('team.reading.settledIs', { one: nameOf(one), two: nameOf(two) }));
		expect(tight(found.get(t('team.reading.settled'))!)).toBe(tight(close.length > 0 ? join(close) : t('team.reading.settledAll')));

		const topics = [...part('agenda').querySelectorAll('li')].map(textOf);
		const differing = agendaOf(team.members, gamma).filter(({ call }) => call === 'differ');
		const wanted = differing.slice(0, 6);
		const called = ({ id }: AgendaRow) => (id === 'drive' || id === 'practice' || id === 'posture' ? t(`team.agenda.names.${id}`) : facetName(id));
		const more = differing.slice(6).map(called).join(', ');
		expect(textOf(part('agenda')).includes(t('team.agenda.more'))).toBe(more !== '');
		expect(textOf(part('agenda'))).toContain(more && plain(`${t('team.agenda.more')}. ${more}.`));
		expect(topics).toHaveLength(wanted.length);
		const valueOf = (id: string, { value, half }: Standpoint) => (['drive', 'practice'].includes(id) ? shortPlace(placeOf(value, half / z90)) : t('team.agenda.within', { value: number(value), half: number(half) }));
		wanted.forEach(({ id, low, high }, i) => expect(topics[i]).toContain(plain(t('team.agenda.between', {
			low: nameOf(low.member), lowValue: valueOf(id, low), high: nameOf(high.member), highValue: valueOf(id, high),
		}))));
	}); // prettier-ignore

	test.each(stages)('at %s it says what that asks, and how they lean', (stage) => {
		const { team } = all[11]!;
		show({ ...team, stage });
		const { offence, defence, untold } = leanings(team.members, gamma);
		const text = said().get(plain(`${t('team.reading.stage')}: ${t(`ui.about.stages.${stage}`)}`));
		expect(text).toBe(join([
			t(`team.stage.asks.${stage}`),
			t(`team.stage.posture.${askedPosture[stage]}`, { n: offence, count: number(offence), d: defence, defence: number(defence), u: untold, unknown: number(untold) }),
		])); // prettier-ignore
	});
	test('without a stage it asks for it', () => {
		show(all[11]!.team);
		expect(said().get(t('team.reading.stage'))).toBe(plain(t('team.reading.stageNone')));
	});
	test('who answered a shorter form or another version is told', () => {
		const other = { ...grace, sent: { ...grace.sent, version: '2.0.0', form: 'quick' as const } };
		show(teamOf([ada, other]));
		for (const version of ['1.0.0', '2.0.0'])
			expect(textOf(document.body)).toContain(plain(t('team.version', { version, count: '1' })));
	});
	test('hidden ones are counted as hidden and are part of nothing', () => {
		show(teamOf([ada, { ...grace, hidden: true }]));
		expect(textOf(document.body)).toContain(plain(t('team.meta', { n: 1, count: '1', full: 1, fullCount: '1', imagined: 0, imaginedCount: '0', hidden: 1, hiddenCount: '1' }))); // prettier-ignore
		expect(document.body.innerHTML).not.toContain('Grace');
	});
	test('two without a name and two of the same name are four', () => {
		const nobody = sentBy(null, 60, 45);
		const members = ['a', 'b'].flatMap((key) => [memberOf(key, nobody), memberOf(`${key}2`, ada.sent)]);
		show(teamOf(members));
		expect(document.querySelectorAll('.strip li')).toHaveLength(4);
		expect(section(t('team.map.heading')).getAllByRole('row', { hidden: true })).toHaveLength(5);
		const called = [...document.querySelectorAll('.strip li b')].map(textOf);
		expect(called.sort()).toEqual([1, 2].flatMap((n) => [ada.sent.name!, t('team.nameless')].map((name) => t('team.namesake', { name, n: String(n) }))).sort()); // prettier-ignore
	});
});

describe('where names are hidden', () => {
	test.each([1, 2, 4, 7, 11].map((i) => rendered[i]!).map(({ team }, i) => [i, team] as const))('%d: none is anywhere on the page, nor in a figure', (_, team) => {
		const roles = team.members.map((member, i) => ({ ...member, label: i % 3 === 0 ? `${names[i]}label` : null }));
		const { container } = showTeam({ ...team, letters: true, members: roles });
		const texts = [
			container.outerHTML,
			document.title,
			...[...container.querySelectorAll<HTMLInputElement>('input, select, textarea')].filter((field) => !field.readOnly).map(({ value }) => value),
			...[...container.querySelectorAll('[role=img]')].filter((picture) => picture.querySelector('canvas')).flatMap(lettersIn),
		].join('\n');
		for (const name of names) expect(texts).not.toContain(name);
		expect(texts).toContain(t('team.letter', { letter: 'A' }));
	}); // prettier-ignore
});
