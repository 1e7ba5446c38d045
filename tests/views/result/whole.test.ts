/** A whole result: its owner's, one that was sent, and the page for the person a leader works for. */
import { textOf } from '../../ui/words';
import { cleanup, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { twoPeople } from '../../../src/domain/compare';
import { counterpart } from '../../../src/domain/counterpart';
import { findings } from '../../../src/domain/findings';
import { read, type Place } from '../../../src/domain/reading';
import { noContext, roles, type Context, type Result as Kept } from '../../../src/domain/result';
import { sentOf, type Sent } from '../../../src/domain/sent';
import { evaluate, type Snapshot } from '../../../src/domain/snapshot';
import { fit, type Stage } from '../../../src/domain/stage';
import { talkAbout } from '../../../src/domain/talk';
import { date, dayInWords, itemText, number, t, type Key } from '../../../src/i18n/i18n';
import { loadAdvice } from '../../../src/instrument';
import { MeState } from '../../../src/state/me.svelte';
import { Stored } from '../../../src/state/stored';
import { slots } from '../../../src/storage/slots';
import { chanceInWords } from '../../../src/ui/chanceWords';
import { contextInWords } from '../../../src/ui/contextWords';
import { bandInWords, distanceInWords, placeInWords, pointsInWords, rangeInWords } from '../../../src/ui/placeWords';
import Beside from '../../../src/views/result/Beside.svelte';
import Other from '../../../src/views/result/Other.svelte';
import Received from '../../../src/views/result/Received.svelte';
import Result from '../../../src/views/result/Result.svelte';
import { perFacet, quick as quickShot, red, sent as sentWith } from '../../domain/shots';
import { fakeStorage, instrument } from '../../fake';
import { drawnIn, lettersIn } from '../drawn';
import { answersTo, full, quick, resultOf } from '../people';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

const user = userEvent.setup();
const book = await loadAdvice();
const plain = (text: string) => text.replace(/\s+/g, ' ');
const says = (text: string): boolean => textOf(document.body).includes(plain(text));
const sentFrom = (result: Kept): Sent => sentOf(instrument, result, evaluate(instrument, result).snapshot, result.takenAt.slice(0, 10)); // prettier-ignore
const leaning = (value: number): Partial<Snapshot> => ({ posture: { value, se0: 10.6, count: 6 } });
const architecture = { A: 80, P: 40 };
const people = { A: 40, P: 80 };
const both = { A: 92, P: 92 };
const torn = { drive: 76, practice: 24 };
const careless = { ...architecture, quality: red };

const showReceived = (sent: Sent, mine: readonly Kept[] = [], teams: readonly { id: string; name: string }[] = []) => {
	const add = vi.fn();
	const path = (name: string) => `#/r/F1x/${name}`;
	render(Received, { props: { instrument, book, sent, section: null, path, mine, home: '#/', teams, teamsAt: '#/teams', add } }); // prettier-ignore
	return add;
};
const showResult = (result: Kept, section: string | null = null) => {
	const storage = fakeStorage();
	const me = new MeState(new Stored(slots(() => storage)), () => '00ff9a3b1c'); // prettier-ignore
	const change = vi.fn();
	render(Result, {
		props: {
			instrument,
			book,
			result,
			section,
			kept: true,
			path: (name) => `#/result/r-1/${name}`,
			history: '#/history',
			me,
			now: () => '2026-11-23T08:00:00.000Z',
			address: (path) => `https://example.org/${path}`,
			linked: true,
			sent: (code) => `#/r/${code}`,
			change,
			sharpen: vi.fn(),
			again: vi.fn(),
			remove: vi.fn(),
		},
	});
	return { change, me };
};
const numbered = () => [...document.querySelectorAll<HTMLElement>('main figure[data-figure]')];
/** A section of the page: to ask a whole page for roles takes long. */
const section = (id: string) => within(document.getElementById(id)!.parentElement!);
/** Where each of the contents leads, and what stands there. */
const contents = () => [...document.querySelectorAll(`nav[aria-label="${t('report.contents')}"] a`)];

test('a VP is told once to hear of the company at first hand: by a question to ask, else by a line', () => {
	const said = { ...noContext, role: 'vp', stage: 'series-c', reportsTo: 'cto' } as const;
	const seen = [0, 1, 2, 3, 4, 5].map((turn) => {
		showReceived(sentWith({ ...architecture, practice: 50 + turn / 2, drive: 50 + turn / 2 }, { context: said }));
		const page = textOf(document.body);
		cleanup();
		const says = (words: string) => page.includes(plain(words));
		const [line, question] = [says(t('balance.lines.yours.vp-cto')), says(itemText('advice.questions.above-vp-reports-cto'))]; // prettier-ignore
		expect(line).toBe(!question);
		return question;
	});
	expect(new Set(seen).size).toBe(2);
});
test.each([
	['near neutral at both ends', { A: 46, P: 54 }, 'report.facets.caption'],
	['further out at one', { A: 45, P: 51 }, 'report.facets.captionNearer'],
] as const)('facets that lie nearer 50 than their end: %s', (_, change, key) => {
	showReceived(sentWith(change));
	expect(textOf(numbered()[2]!).endsWith(plain(t(key)))).toBe(true);
});

describe('the figures of a result are numbered as they stand', () => {
	const cto = { role: 'cto', stage: 'series-b' } as const;
	test.each<[string, Partial<Snapshot>, Partial<Context>, number]>([
		['a level beam, nothing said', {}, {}, 4],
		['a place that is decided', architecture, {}, 5],
		['energy and month apart', { drive: 70 }, {}, 5],
		['with a stage', {}, { stage: 'seed' }, 5],
		['with a posture', leaning(80), {}, 5],
		['with a seat', {}, cto, 6],
		['with all of them', { ...architecture, drive: 90, ...leaning(80) }, cto, 8],
		['a seat that has no range', {}, { role: 'vp', stage: 'seed' }, 5],
		['both ends', both, cto, 5],
		['both ends, leaning to one', { A: 110, P: 90 }, cto, 5],
		['answers that contradict each other', careless, cto, 5],
	])('%s', (_, change, said, count) => {
		showReceived(sentWith(change, { context: { ...noContext, ...said } }));
		expect(numbered().map(({ dataset }) => Number(dataset.figure))).toEqual(Array.from({ length: count }, (_, i) => i + 1));
	}); // prettier-ignore
	test.each<[string, Kept]>([
		['the quick form', quick],
		['the full form', full],
		['energy and month apart', resultOf('full', answersTo(instrument.forms.full, 2, -1))],
		['both ends, as far as answers go', { ...full, answers: Object.fromEntries(Object.entries(full.answers).map(([id, value]) => [id, instrument.items.find((item) => item.id === id)!.format === 'rating' && (instrument.items.find((item) => item.id === id) as { key: number }).key > 0 ? 4 : instrument.items.find((item) => item.id === id)!.format === 'rating' ? 0 : value])) }],
	])('and each of them can be taken along: %s', (_, result) => {
		showResult(result);
		const offered = section('take').getAllByRole('button').map(textOf);
		const figures = numbered().map(({ dataset }) => t('report.take.figure', { n: dataset.figure! }));
		expect(offered.filter((name) => /\d/.test(name))).toEqual(figures);
	}); // prettier-ignore
});

describe('the owner’s own', () => {
	const headings = ['map', 'facets', 'week', 'stage', 'balance', 'try', 'sure', 'why', 'send', 'take', 'keep'] as const;
	test('the contents name every section of it, and lead there', () => {
		showResult(full);
		expect(contents().map((link) => link.getAttribute('href'))).toEqual(headings.map((id) => `#/result/r-1/${id}`));
		for (const link of contents()) {
			const heading = document.getElementById(link.getAttribute('href')!.split('/').at(-1)!)!;
			expect([heading.tagName, textOf(heading)]).toEqual(['H2', textOf(link)]);
		}
		expect(document.title).toBe(t('ui.page.titled', { what: t('report.titled', { date: date(full.takenAt) }) }));
	});
	test.each(['map', 'stage', 'week', 'keep'])('the address of a section brings the reader there: %s', (id) => {
		showResult(full, id);
		expect(document.activeElement).toBe(document.getElementById(id));
	});
	test('answers that contradict each other have no balance to look for, and no link to one', () => {
		const same = Object.fromEntries(instrument.items.filter(({ id }) => id in full.answers).map(({ id }) => [id, 0]));
		showResult({ ...full, answers: same });
		expect(document.getElementById('balance')).toBeNull();
		expect(contents().map((link) => link.getAttribute('href'))).not.toContain('#/result/r-1/balance');
	});
	test('a week that is laid out is kept with the result, and nothing else of it changes', async () => {
		const { change } = showResult(full);
		await user.click(section('week').getByRole('button', { name: t('report.week.open') }));
		await user.click(
			screen.getByRole('button', { name: t('report.week.more', { facet: t('report.facets.names.A1') }) }),
		);
		expect(change.mock.calls).toEqual([[{ ...full, week: [1, 0, 0, 0, 0, 0, 0, 0] }]]);
	});
	test('sent under the name that was given last, else under that of the result', async () => {
		const { me } = showResult({ ...full, name: 'Spring' });
		await user.click(section('send').getByRole('button', { name: t('report.send.prepare') }));
		const field = () => section('send').getByRole<HTMLInputElement>('textbox', { name: t('report.send.name') });
		expect(field().value).toBe('Spring');
		me.rename('Margaret');
		await vi.waitFor(() => expect(field().value).toBe('Margaret'));
	});
	test('the page for the person they work for stands alone', () => {
		showResult(full, 'other');
		expect(screen.getAllByRole('main')).toHaveLength(1);
		expect(document.getElementById('map')).toBeNull();
		expect(screen.getByRole('link', { name: t('report.other.back') }).getAttribute('href')).toBe('#/result/r-1/');
	});
});

describe('a result that was sent', () => {
	const theirs = (change: Partial<Snapshot> = architecture, more: Partial<Sent> = {}) => sentWith(change, more);
	const beside = () => section('beside');

	describe('who it is from', () => {
		test.each<[string | null, () => string, () => string]>([
			['Margaret', () => t('report.sent.of', { name: 'Margaret' }), () => t('report.titledOf', { name: 'Margaret' })],
			['<b>May</b>', () => t('report.sent.of', { name: '<b>May</b>' }), () => t('report.titledOf', { name: '<b>May</b>' })],
			[null, () => t('report.sent.ofNobody'), () => t('report.sent.heading')],
		])('%s', (name, words, title) => {
			showReceived(theirs(architecture, { name }));
			const banner = textOf(screen.getByRole('complementary'));
			expect(banner).toBe(plain(`${t('report.sent.heading')} ${words()} ${t('report.sent.nothing')}`));
			expect(document.title).toBe(plain(t('ui.page.titled', { what: title() })));
			expect(document.querySelector('aside b, h1 b')).toBeNull();
		}); // prettier-ignore
		test('what they said about themselves, the day and the form', () => {
			const context: Context = { ...noContext, role: 'vp', stage: 'series-c', founder: false };
			showReceived(theirs(architecture, { context, day: '2026-05-01' }));
			expect(screen.getByText(contextInWords(context))).toBeTruthy();
			expect(says(t('report.meta', { date: dayInWords('2026-05-01'), form: t('report.forms.full'), answered: '46', count: '46' }))).toBe(true); // prettier-ignore
		});
	});
	test('it reads as its sender sees it', () => {
		const sent = sentFrom({ ...full, context: { ...noContext, role: 'cto', stage: 'series-b' } });
		/** The sections that both have, in words. */
		const shown = () =>
			['map', 'facets', 'stage', 'balance', 'try', 'sure'].map((id) =>
				textOf(document.getElementById(id)!.parentElement!),
			);
		showReceived(sent);
		const received = shown();
		document.body.replaceChildren();
		showResult({ ...full, context: sent.context });
		expect(shown()).toEqual(received);
	});
	test('what only its owner may do is not there', () => {
		showReceived(theirs(), [full]);
		for (const id of ['week', 'why', 'send', 'take', 'keep', 'sharpen']) expect(document.getElementById(id)).toBeNull();
		expect(contents().map((link) => link.getAttribute('href'))).toEqual(['beside', 'map', 'facets', 'stage', 'balance', 'try', 'sure', 'team'].map((id) => `#/r/F1x/${id}`)); // prettier-ignore
	});
	test('nothing is stored by opening it', () => {
		localStorage.clear();
		showReceived(theirs(architecture, { name: 'Margaret', person: '00ff9a3b1c' }), [full]);
		expect([localStorage.length, sessionStorage.length, document.cookie]).toEqual([0, 0, '']);
	});
	const ownWords = () => t('report.otherVersion', { version: '0.9.0' });
	const sentWords = () => t('report.sent.version', { version: '0.9.0', own: instrument.version });
	test('made with another version of the questions, its numbers are as they were sent', () => {
		showReceived(theirs(architecture, { version: '0.9.0' }));
		expect([says(sentWords()), says(ownWords())]).toEqual([true, false]);
	});
	test('while one’s own is read with today’s', () => {
		showResult({ ...full, instrument: { id: 'fulcrum', version: '0.9.0' } });
		expect([says(sentWords()), says(ownWords())]).toEqual([false, true]);
	});
	test('of today’s version there is nothing to say', () => {
		showReceived(theirs(architecture, { version: instrument.version }));
		expect(says(t('report.sent.version', { version: instrument.version, own: instrument.version }))).toBe(false);
	});

	describe('adding it to a team', () => {
		const teams = [
			{ id: 't-1', name: 'Leads' },
			{ id: 't-2', name: 'Board' },
		];
		const select = () => section('team').getByRole<HTMLSelectElement>('combobox', { name: t('report.sent.teamWhich') });
		const press = () => user.click(section('team').getByRole('button', { name: t('report.sent.teamAdd') }));
		test('without a team it leads to where one is made', () => {
			showReceived(theirs());
			expect(screen.getByText(t('report.sent.teamNone'))).toBeTruthy();
			expect(
				section('team')
					.getByRole('link', { name: t('report.sent.teamMake') })
					.getAttribute('href'),
			).toBe('#/teams');
			expect(section('team').queryByRole('button')).toBeNull();
		});
		test('nothing is added before it is asked for; then to the one that is shown', async () => {
			const add = showReceived(theirs(), [], teams);
			expect([...select().options].map(({ text }) => text)).toEqual(['Leads', 'Board']);
			expect([add.mock.calls, select().value]).toEqual([[], 't-1']);
			await press();
			expect(add.mock.calls).toEqual([['t-1']]);
		});
		test('or to another', async () => {
			const add = showReceived(theirs(), [], teams);
			await user.selectOptions(select(), 'Board');
			await press();
			expect(add.mock.calls).toEqual([['t-2']]);
		});
	});

	describe('beside mine', () => {
		const show = (sent: Sent, own: Sent | null) =>
			render(Beside, { props: { instrument, theirs: sent, mine: own, section: null, home: '#/', options: own ? [full] : [], chosen: own && full.id, choose: vi.fn() } }); // prettier-ignore

		test('without one of mine it says how to come to one', () => {
			show(theirs(), null);
			expect(screen.getByText(t('report.sent.noMine'))).toBeTruthy();
			expect(screen.getByRole('link', { name: t('report.sent.take') }).getAttribute('href')).toBe('#/');
			expect(beside().queryByRole('img')).toBeNull();
			expect(screen.getByText(t('report.sent.keepTheirs'))).toBeTruthy();
		});
		/** Mine is `full`: as told in rows of place, architecture and people. */
		const rows = () => beside().getAllByRole('listitem').map(textOf); // prettier-ignore
		const mine = sentFrom(full);
		test.each<[string, Partial<Snapshot>]>([
			['far towards people', { A: 20, P: 90 }],
			['somewhat towards people', { A: mine.snapshot.A - 9, P: mine.snapshot.P + 9 }],
			['further towards architecture', { A: 120, P: -20 }],
			['just as mine', { A: mine.snapshot.A, P: mine.snapshot.P }],
		])('%s: place, architecture and people in words', (_, change) => {
			const sent = theirs(change, { name: 'Margaret' });
			show(sent, mine);
			const differences = twoPeople(mine, sent, instrument.gamma);
			const wanted = (['S', 'A', 'P'] as const).map((id) => {
				const { call, further, half } = differences[id];
				const [mineAt, theirsAt] = [mine, sent].map(
					(of) => read(of.snapshot, instrument.gamma)[id === 'S' ? 'place' : id].value,
				);
				const points = mineAt! - theirsAt!;
				const what = call === 'untold' ? t('report.sent.difference.untold') : t(`report.sent.difference.${call}.${id}.${further === 'one' ? 'mine' : 'theirs'}`); // prettier-ignore
				return plain(t('report.sent.row', { score: t(`report.sent.scores.${id}`), what, points: pointsInWords(points), half: half.toFixed(0) })); // prettier-ignore
			});
			expect(rows()).toEqual(wanted);
		});
		test('those rows know all three: reliably, probably, not told apart', () => {
			const calls = [{ A: 20, P: 90 }, { A: mine.snapshot.A - 9, P: mine.snapshot.P + 9 }, mine.snapshot].map((change) => twoPeople(mine, theirs(change), instrument.gamma).S.call); // prettier-ignore
			expect(calls).toEqual(['reliably', 'probably', 'untold']);
		});
		test('both on one beam and one map, told in words', () => {
			const sent = theirs(people, { name: 'Margaret' });
			show(sent, mine);
			const [my, their] = [mine, sent].map(({ snapshot }) => read(snapshot, instrument.gamma)) as [ReturnType<typeof read>, ReturnType<typeof read>]; // prettier-ignore
			const [beam, map] = beside().getAllByRole('img');
			expect(beam!.getAttribute('aria-label')).toBe(t('report.sent.compareAlt', { mine: placeInWords(my.place), theirs: placeInWords(their.place) })); // prettier-ignore
			for (const name of ['Margaret', t('report.sent.mine')]) expect(textOf(beam!)).toContain(name);
			const points = { mineA: my.A, mineP: my.P, theirsA: their.A, theirsP: their.P };
			const rounded = Object.fromEntries(Object.entries(points).map(([key, { value }]) => [key, value.toFixed(0)]));
			expect(map!.getAttribute('aria-label')).toBe(t('report.sent.mapAlt', rounded));
			expect(drawnIn(map!).data.datasets).toHaveLength(2);
			for (const name of ['Margaret', t('report.sent.mine')]) expect(lettersIn(map!)).toContain(name);
		});
		test('both in numbers', () => {
			show(theirs(people), mine);
			const table = beside().getByRole('table', { name: t('report.sent.tableTitle') });
			const names = within(table).getAllByRole('rowheader').map(textOf);
			expect(names).toEqual([t('report.map.place'), t('report.map.architecture'), t('report.map.people')].map(plain));
			expect(within(table).getAllByRole('cell')).toHaveLength(6);
		});
		test('the newest of mine, and another where I ask for it', async () => {
			const spring = { ...quick, id: 's', name: 'Spring', takenAt: '2026-04-01T12:00:00.000Z' };
			showReceived(theirs(people), [full, spring]);
			const select = beside().getByRole<HTMLSelectElement>('combobox', { name: plain(t('report.sent.which')) });
			expect([...select.options].map(({ text }) => text)).toEqual([date(full.takenAt), 'Spring']);
			const before = rows();
			await user.selectOptions(select, 'Spring');
			expect(rows()).not.toEqual(before);
			const at = (of: Sent) => read(of.snapshot, instrument.gamma).place.value;
			expect(rows()[0]).toContain(pointsInWords(at(sentFrom(spring)) - at(theirs(people))));
		});
		test('with one of mine there is nothing to choose', () => {
			show(theirs(people), mine);
			expect(screen.queryByRole('combobox')).toBeNull();
		});
	});
});

describe('for the person they work for', () => {
	const show = (change: Partial<Snapshot> = {}, said: Partial<Context> = {}, more: Partial<Sent> = {}) => {
		const sent = sentWith(change, { context: { ...noContext, ...said }, ...more });
		render(Other, { props: { instrument, sent, back: '#/result/r-1' } });
		const reading = read(sent.snapshot, instrument.gamma);
		return { reading, found: findings(reading, sent.context), kind: counterpart(reading, sent.context).seek, sent };
	};
	const under = (key: Key) =>
		[...document.querySelectorAll('h2')].find((one) => textOf(one) === plain(t(key)))?.parentElement ?? null;
	const items = (key: Key) => [...(under(key)?.querySelectorAll('li') ?? [])].map(textOf);

	test.each([
		['Margaret', 'Margaret'],
		[null, null],
	])('is headed by the name: %s', (_, name) => {
		show({}, {}, { name });
		const title = t('report.other.titled', { name: name ?? t('report.other.nobody') });
		expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe(title);
	});
	test('is read first by the leader, then printed', async () => {
		const print = vi.fn();
		window.print = print;
		show();
		expect(screen.getByText(t('report.other.first'))).toBeTruthy();
		await user.click(screen.getByRole('button', { name: t('report.other.print') }));
		expect(print).toHaveBeenCalledTimes(1);
	});
	test('the day and the seat', () => {
		const { sent } = show({}, { role: 'cto', stage: 'series-c' }, { day: '2026-05-01' });
		expect(screen.getByText(`${dayInWords('2026-05-01')}. ${contextInWords(sent.context)}.`)).toBeTruthy();
	});

	test('that they report to somebody else is not said to that somebody', () => {
		const { sent } = show({}, { role: 'cto', reportsTo: 'other' }, { day: '2026-05-01' });
		expect(says(t('report.about.reportsTo.other'))).toBe(false);
		const said = contextInWords({ ...sent.context, reportsTo: null });
		expect(screen.getByText(`${dayInWords('2026-05-01')}. ${said}.`)).toBeTruthy();
	});

	test.each<[string, Partial<Snapshot>, boolean]>([
		['a place that is decided', architecture, false],
		['a place that is not, whose band is said already', { ...quickShot, A: 58, P: 42 }, false],
		['answers that contradict each other', careless, false],
		['close to the centre', { A: 52, P: 48 }, true],
		['both ends', both, true],
		['energy and month opposite ways', torn, true],
	])('the scale of the figure: %s', (_, change, level) => {
		const { reading } = show(change);
		const words = level ? t('report.other.scaleLevel', { band: bandInWords(reading.place) }) : t('report.other.scale');
		expect(textOf(screen.getByRole('figure'))).toContain(plain(words));
	});

	type Row = [string, Partial<Snapshot>, (place: ReturnType<typeof read>['place']) => string];
	test.each<Row>([
		['towards architecture', architecture, ({ points, half }) => t('report.other.place.architecture', { points: String(points), half: half.toFixed(0) })],
		['towards people', people, ({ points, half }) => t('report.other.place.people', { points: String(-points), half: half.toFixed(0) })],
		['close to the centre', { A: 50, P: 50 }, () => t('report.other.place.centre')],
		['most likely close to it', { A: 52, P: 48, quality: { ...red, level: 'amber' } }, () => t('report.other.place.probably')],
		['not decided', { A: 56, P: 44, se0: { ...sentWith().snapshot.se0, S: 12 } }, ({ pointsLow, pointsHigh }) => t('report.other.place.undecided', { people: pointsInWords(pointsLow), architecture: pointsHigh.toFixed(0) })],
		['both ends, not the centre', both, () => t('report.other.place.both')],
		['energy and month opposite ways', torn, () => t('report.other.place.torn')],
		['answers that contradict each other', careless, () => t('report.other.place.careless')],
	])('the place, of somebody else: %s', (_, change, words) => {
		const { reading } = show(change);
		expect(textOf(screen.getByRole('figure'))).toContain(plain(words(reading.place)));
	}); // prettier-ignore

	test('who is drawn elsewhere has no beam: it would say the middle', () => {
		show({ A: 8, P: 8 });
		expect(screen.queryByRole('figure')).toBeNull();
	});

	describe('what they bring', () => {
		test('energy and month that pull opposite ways come first, and only once', () => {
			const { reading } = show(torn);
			const put = (place: Place) =>
				t('report.gap.giveOrTake', { place: distanceInWords(place), half: number(place.half) });
			const words = { energy: put(reading.drive), month: put(reading.practice) };
			const text = `${t('balance.other.brings.torn', words)} ${t('balance.other.brings.torn-architecture')}`;
			expect(textOf(under('report.other.bring')!)).toBe(plain(`${t('report.other.bring')} ${text}`));
			expect(textOf(under('report.other.inform')!)).toContain(plain(t('balance.other.inform.torn-architecture')));
		});
		test.each([
			['whose work is people, the month is the seat’s', { role: 'manager', stage: 'mature' }, 'torn-architecture-seat'],
			['whose work is technical, it may be an exception', { role: 'staff', stage: 'mature' }, 'torn-architecture-exception'],
		] as const)('torn in a seat %s', (_, said, key) => {
			show(torn, said);
			expect(textOf(under('report.other.bring')!)).toContain(plain(t(`balance.other.brings.${key}`)));
		}); // prettier-ignore
		test('at seed promises rest on stand-ins', () => {
			show(architecture, { stage: 'seed' });
			expect(says(t('balance.other.brings.architecture-seed'))).toBe(true);
			expect(says(t('balance.other.brings.architecture'))).toBe(false);
		});
		test.each<[string, Partial<Snapshot>, 'architecture' | 'people' | 'both' | 'elsewhere' | 'level']>([
			['towards architecture', architecture, 'architecture'],
			['towards people', people, 'people'],
			['both ends', both, 'both'],
			['elsewhere', { A: 8, P: 8 }, 'elsewhere'],
			['level', {}, 'level'],
		])('%s, and how to bring information to them', (_, change, kind) => {
			show(change);
			const heading = kind === 'elsewhere' ? 'report.other.bringElsewhere' : 'report.other.bring';
			expect(textOf(under(heading)!)).toContain(plain(t(`balance.other.brings.${kind}`)));
			expect(textOf(under('report.other.inform')!)).toContain(plain(t(`balance.other.inform.${kind}`)));
		});
		const standing = { facetCalls: { ...perFacet<-1 | 0 | 1>(0), A4: 1, P2: -1 } } as const;
		const facet = (id: 'A4' | 'P2') => ({ facet: t(`report.facets.names.${id}`) });
		type Said = [string, Partial<Snapshot>, Partial<Context>, (found: ReturnType<typeof show>) => string[]];
		test.each<Said>([
			['nothing found', {}, {}, () => []],
			['energy further towards architecture', { drive: 70 }, {}, () => [t('report.other.gap.architecture', { points: pointsInWords(20) })]],
			['energy further towards people', { practice: 70 }, {}, () => [t('report.other.gap.people', { points: pointsInWords(20) })]],
			['a posture towards offence', leaning(80), { stage: 'seed' }, () => [t('report.other.posture.offence')]],
			['a posture towards defence', leaning(20), { stage: 'seed' }, () => [t('report.other.posture.defence')]],
			['both ends: the paragraph says it', both, {}, () => []],
			['elsewhere: the paragraph says it', { A: 8, P: 8 }, {}, () => []],
			['facets that stand apart', standing, {}, () => [t('report.other.facet.above', facet('A4')), t('report.other.facet.below', facet('P2'))]],
		])('%s: in the third person', (_, change, said, words) => {
			const found = show(change, said);
			expect(items('report.other.bring')).toEqual(words(found).map(plain));
		}); // prettier-ignore
		/** Under the small heading, without where the range runs and whose opinion that is. */
		const range = () => {
			const heading = [...document.querySelectorAll('h3')].find(
				(one) => textOf(one) === t('report.other.range.heading'),
			);
			return heading ? textOf(heading.nextElementSibling!) : null;
		};
		type Ranged = [string, Partial<Snapshot>, Partial<Context>, (percent: { percent: string }) => string];
		test.each<Ranged>([
			['inside', architecture, { role: 'cto', stage: 'seed' }, (p) => t('report.other.range.inside', p)],
			['probably inside', { A: 63, P: 36 }, { role: 'cto', stage: 'seed' }, (p) => t('report.other.range.probably', p)],
			['not decided', { A: 60, P: 40 }, { role: 'cto', stage: 'seed' }, (p) => t('report.other.range.unsure', p)],
			['probably outside', { A: 57, P: 44 }, { role: 'cto', stage: 'seed' }, (p) => t('report.other.range.unlikely', p)],
			['outside with a chance that is worth telling', { A: 54, P: 46 }, { role: 'cto', stage: 'seed' }, (p) => `${t('report.other.range.further.architecture')} ${t('report.other.range.chance', p)}`],
			['on the other side', architecture, { role: 'manager', stage: 'mature' }, (p) => `${t('report.other.range.across.people')} ${t('report.other.range.chance', p)}`],
			['nearer the centre', { A: 110, P: 10 }, { role: 'tech-lead', stage: 'mature' }, (p) => `${t('report.other.range.nearer')} ${t('report.other.range.chance', p)}`],
			['mostly on the other side, moved by the company', architecture, { role: 'vp', stage: 'series-b', business: 'technical' }, (p) => `${t('report.other.range.mostly.people')} ${t('report.other.range.chance', p)}`],
			['energy inside, month outside', torn, { role: 'cto', stage: 'seed' }, () => t('report.other.range.halves.inside-outside')],
			['one beyond each edge', torn, { role: 'manager', stage: 'seed' }, () => t('report.other.range.halves.astride')],
		])('the usual range under a heading of its own: %s', (_, change, said, words) => {
			const { reading } = show(change, said);
			const zone = fit(reading.place, { ...noContext, ...said })!;
			const band = { band: rangeInWords(zone) };
			const runs = zone.moved ? t(`report.stage.rangeMoved.${zone.moved}`, band) : t('report.stage.rangeText', band);
			expect(range()).toBe(plain(`${runs} ${words({ percent: chanceInWords(zone.chance) })} ${t('report.other.range.opinion')}`));
			expect(items('report.other.bring').join(' ')).not.toContain(plain(runs));
		}); // prettier-ignore
		test.each<[string, Partial<Snapshot>, Partial<Context>]>([
			['nothing said', architecture, {}],
			['a seat without a range', architecture, { role: 'vp', stage: 'seed' }],
			['both ends', both, { role: 'cto', stage: 'seed' }],
			['a size that is unusual for the stage', architecture, { role: 'cto', stage: 'seed', size: '11-25' }],
		])('no range is held against them: %s', (_, change, said) => {
			show(change, said);
			expect(range()).toBeNull();
		});
		test.each([
			['seed', false],
			['series-a', true],
			['series-c', false],
		] as const)('hired later, at %s: choices that they may not have seen made: %s', (stage, told) => {
			show(architecture, { founder: false, stage });
			expect(says(t('balance.other.hired'))).toBe(told);
		});
		test('answers that contradict each other: nothing is said of what they bring', () => {
			show({ ...careless, drive: 95, ...leaning(95) }, { role: 'cto', stage: 'seed' });
			expect([under('report.other.bring'), under('report.other.inform')]).toEqual([null, null]);
		});
		test.each([
			[true, 'founder'],
			[false, 'hired'],
		] as const)('founder %s: even then, how news reaches them', (founder, key) => {
			show(careless, { founder });
			expect(textOf(under('report.other.inform')!)).toBe(plain(`${t('report.other.inform')} ${t(`balance.other.${key}`)}`)); // prettier-ignore
		});
	});

	test('what comes next in the seat', () => {
		show(architecture, { role: 'vp', stage: 'series-a' });
		const heading = t('report.stage.next', { stage: t('ui.about.stages.series-b') });
		const part = [...document.querySelectorAll('h2')].find((one) => textOf(one) === heading)!.parentElement!;
		const next = textOf(part);
		expect(next).toContain(t('balance.other.next'));
		for (const key of ['more', 'less'] as const) expect(next).toContain(plain(t(`stage.${key}.vp.series-a`)));
	});
	test.each<[string, Stage, Context['size'], 'fewer' | 'more' | null]>([
		['more than is usual', 'series-a', '101-1000', 'fewer'],
		['fewer than is usual', 'mature', '26-100', 'more'],
		['few at maturity, who have lists of their own', 'mature', '1-10', null],
		['as many as is usual', 'mature', '101-1000', null],
		['no number said', 'mature', null, null],
	])('the lists of what comes next, and the number of engineers: %s', (_, stage, size, words) => {
		show(architecture, { role: 'vp', stage, size });
		for (const key of ['fewer', 'more'] as const) expect(says(t(`report.other.size.${key}`))).toBe(key === words);
	});
	test.each<[string, Partial<Context>]>([
		['a role without a stage', { role: 'vp' }],
		['a stage without a role', { stage: 'seed' }],
	])('%s: it cannot say what comes next', (_, said) => {
		show(architecture, said);
		expect(textOf(under('report.other.next')!)).toContain(t('report.other.unsaid'));
	});

	describe('what support means', () => {
		test.each<[Stage, boolean]>([
			['seed', true],
			['series-a', true],
			['series-b', true],
			['series-c', true],
			['mature', false],
		])('for a CTO at %s: %s', (stage, said) => {
			show({}, { role: 'cto', stage });
			expect(under('report.other.support') !== null).toBe(said);
			if (stage !== 'mature') expect(says(t(`balance.other.support.${stage}`))).toBe(said);
		});
		test.each(roles.filter((role) => role !== 'cto'))('for a %s: nothing', (role) => {
			show({}, { role, stage: 'series-b' });
			expect(under('report.other.support')).toBeNull();
		});
		test.each<[Context['reportsTo'], boolean]>([
			[null, true],
			['ceo', true],
			['other', false],
		])('a CTO under %s: %s, for the support is the CEO’s to give', (reportsTo, said) => {
			show({}, { role: 'cto', stage: 'series-b', reportsTo });
			expect(under('report.other.support') !== null).toBe(said);
		});
	});

	describe('three questions to ask them', () => {
		test('what shrinks is asked for under the name that its list has', () => {
			expect(t('balance.other.talk.less')).toContain(`“${t('report.stage.less')}”`);
		});
		test.each<[string, Partial<Snapshot>, Partial<Context>]>([
			['nothing found', {}, {}],
			['much found', { ...architecture, drive: 95, practice: 40, ...leaning(20) }, { role: 'vp', stage: 'series-a' }],
			['energy further towards people', { practice: 90 }, {}],
			['both ends', both, {}],
			['elsewhere', { A: 8, P: 8 }, {}],
			['what rests on six choices', leaning(20), { stage: 'seed' }],
			['in the usual range', architecture, { role: 'staff', stage: 'series-a' }],
			['answers that contradict each other', careless, { role: 'cto', stage: 'seed' }],
		])('%s', (_, change, said) => {
			const { found, reading } = show(change, said);
			const talks = talkAbout(found, reading, { ...noContext, ...said });
			expect(items('report.other.talk')).toEqual(talks.map((id) => plain(t(`balance.other.talk.${id}`))));
			expect(talks).toHaveLength(3);
		});
	});
	test.each<[string, Kept, number]>([
		['quick', quick, 16],
		['full', full, 46],
	])('how far it can be trusted: the %s form', (_, result, count) => {
		const sent = sentFrom(result);
		render(Other, { props: { instrument, sent, back: '#/' } });
		expect(says(t('report.other.caveat', { n: count, count: String(count) }))).toBe(true);
		expect(says(t('report.sure.weightIs', { points: sent.snapshot.most.toFixed(1) }))).toBe(true);
	});
	test.each<[string, Partial<Snapshot>]>([
		['elsewhere', { A: 8, P: 8 }],
		['answers that contradict each other', careless],
	])('no answer moves a place that is not shown: %s', (_, change) => {
		const { sent } = show(change);
		expect(says(t('report.sure.weightIs', { points: sent.snapshot.most.toFixed(1) }))).toBe(false);
	});
});
