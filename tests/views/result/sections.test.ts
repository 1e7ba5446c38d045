import { textOf } from '../../ui/words';
import { render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { anonymous, readAnonymous } from '../../../src/domain/anonymous';
import { readFile } from '../../../src/domain/file';
import { architectureFacets, facetIds, peopleFacets } from '../../../src/domain/instrument';
import type { Call, Region } from '../../../src/domain/profile';
import { read, type Reading } from '../../../src/domain/reading';
import { noContext, type Context } from '../../../src/domain/result';
import { evaluate, type Snapshot } from '../../../src/domain/snapshot';
import { t } from '../../../src/i18n/i18n';
import { bandInWords, distanceInWords, pointsInWords } from '../../../src/ui/placeWords';
import About from '../../../src/views/result/About.svelte';
import CallWords from '../../../src/views/result/CallWords.svelte';
import ResultMap from '../../../src/views/result/Map.svelte';
import Facets from '../../../src/views/result/Facets.svelte';
import Gap from '../../../src/views/result/Gap.svelte';
import Keep from '../../../src/views/result/Keep.svelte';
import Sharpen from '../../../src/views/result/Sharpen.svelte';
import Sure from '../../../src/views/result/Sure.svelte';
import Where from '../../../src/views/result/Where.svelte';
import { gamma, shot } from '../../domain/shots';
import { instrument } from '../../fake';
import { downloads } from '../files';
import { lettersIn } from '../drawn';
import { answersTo, full, quick, readingOf, resultOf } from '../people';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

const user = userEvent.setup();
const button = (name: string) => screen.getByRole('button', { name });
const plain = (text: string) => text.replace(/\s+/g, ' ');
const [quickBlocks, fullBlocks] = [instrument.forms.quick, instrument.forms.full];

describe('the profile in a sentence', () => {
	const none = { ARCHITECT: 0, PEOPLE: 0, UNICORN: 0, ELSEWHERE: 0, MIDDLE: 0 };
	const said = (
		call: Partial<Call>,
		percents: Partial<Record<Region, number>> = {},
		pulls = {},
		towards: 'people' | null = 'people',
	): string => {
		const whole = { ...none, ...percents };
		const chances = Object.fromEntries(Object.entries(whole).map(([id, count]) => [id, count / 100]));
		const reading = {
			call: { kind: 'open', first: null, second: null, note: null, inviteFull: false, ...call },
			percents: whole,
			chances,
			pulls: { architecture: 'above', people: 'neutral', ...pulls },
			place: { towards },
		} as Reading;
		const { container } = render(CallWords, { reading });
		return textOf(container);
	};
	const named = (region: Region, percent: string) =>
		t('report.named.chance', { name: t(`report.named.${region}`), percent });
	const pull = () => t('report.pulls.above.neutral');
	const over = () => t('report.named.over', { percent: '99%' });

	test('clear: the name with its chance, then the next', () =>
		expect(said({ kind: 'clear', first: 'ARCHITECT' }, { ARCHITECT: 84, MIDDLE: 15, UNICORN: 1 })).toBe(
			`${t('report.call.clear')} ${named('ARCHITECT', '84%')}; ${t('report.call.next')} ${named('MIDDLE', '15%')}. ${pull()}`,
		));
	test('clear with all of the chance: said as over 99 %, and nothing comes next', () => {
		expect(said({ kind: 'clear', first: 'PEOPLE' }, { PEOPLE: 100 })).toBe(
			`${t('report.call.clear')} ${named('PEOPLE', over())}. ${pull()}`,
		);
		expect(over()).toContain('99%');
	});
	test.each([
		[5, true],
		[4, false],
	])('a runner-up of %d %% is worth saying: %s', (percent, worth) => {
		const text = said({ kind: 'clear', first: 'PEOPLE' }, { PEOPLE: 100 - percent, MIDDLE: percent });
		expect(text.includes(t('report.named.MIDDLE'))).toBe(worth);
		expect(text).toContain(`${named('PEOPLE', `${100 - percent}%`)}${worth ? ';' : '.'}`);
	});
	test('likely: the name, and what it possibly is', () =>
		expect(
			said({ kind: 'likely', first: 'MIDDLE', second: 'ARCHITECT' }, { MIDDLE: 64, ARCHITECT: 33, UNICORN: 3 }),
		).toBe(
			`${t('report.call.likely')} ${named('MIDDLE', '64%')}; ${t('report.call.possibly')} ${named('ARCHITECT', '33%')}. ${pull()}`,
		));
	test('between: both names, too close to call', () =>
		expect(said({ kind: 'between', first: 'MIDDLE', second: 'PEOPLE' }, { MIDDLE: 48, PEOPLE: 47, UNICORN: 5 })).toBe(
			`${t('report.call.between')} ${named('MIDDLE', '48%')} ${t('report.call.and')} ${named('PEOPLE', '47%')}. ${t('report.call.tooClose')} ${pull()}`,
		));
	test('open: no name, and no chance', () => {
		const text = said({ kind: 'open' }, { MIDDLE: 40, PEOPLE: 30, ARCHITECT: 30 });
		expect(text).toBe(`${t('report.call.open')} ${pull()}`);
		expect(text).not.toContain('%');
	});
	test.each<[Call['note'] & string, 'UNICORN' | 'ELSEWHERE', 'fullWouldTell' | 'elsewhereFull' | 'reachNotSurely' | 'elsewhereNotSurely']>([
		['full-would-tell', 'UNICORN', 'fullWouldTell'],
		['full-would-tell', 'ELSEWHERE', 'elsewhereFull'],
		['reach-not-surely', 'UNICORN', 'reachNotSurely'],
		['reach-not-surely', 'ELSEWHERE', 'elsewhereNotSurely'],
	])('open with a note (%s, %s): that note alone', (note, second, key) =>
		expect(said({ kind: 'open', note, second }, { [second]: 70, MIDDLE: 30 })).toBe(`${t(`report.call.${key}`)} ${pull()}`),
	); // prettier-ignore
	test('none: no name, no chance, and nothing of the pulls', () => {
		const text = said({ kind: 'none' }, { ARCHITECT: 90, MIDDLE: 10 });
		expect(text).toBe(t('report.call.none'));
	});
	test('both ends are named, and said to be the reader’s own account', () => {
		const text = said({ kind: 'clear', first: 'UNICORN' }, { UNICORN: 90, MIDDLE: 10 }, { people: 'above' });
		expect(text).toContain(named('UNICORN', '90%'));
		expect(text).toContain(t('report.pulls.above.above'));
	});
	test.each([
		[null, 'centre'],
		['people', 'side'],
	] as const)('low at both ends, the place towards %s: why it rests there, and what the name is', (towards, key) => {
		const pulls = { architecture: 'below', people: 'below' };
		const text = said({ kind: 'clear', first: 'ELSEWHERE' }, { ELSEWHERE: 90, MIDDLE: 10 }, pulls, towards);
		const words = [t(`report.call.elsewhere.${key}`), `${named('ELSEWHERE', '90%')};`, t('report.call.next'), `${named('MIDDLE', '10%')}.`, t('report.call.elsewhere.then')]; // prettier-ignore
		expect(text).toBe(words.join(' '));
	});
	test('energy and month that pull opposite ways: an average, and of what', () => {
		const reading = read(shot({ drive: 76, practice: 24 }), gamma);
		expect(reading.torn).toBe(true);
		render(CallWords, { reading });
		const words = { energy: distanceInWords(reading.drive), month: distanceInWords(reading.practice) };
		expect(textOf(document.body)).toContain(plain(t('report.pulls.torn', words)));
	});
	describe.each(['above', 'neutral', 'below'] as const)('pulls: architecture %s', (architecture) => {
		test.each(['above', 'neutral', 'below'] as const)('people %s: a sentence of its own', (people) =>
			expect(said({ kind: 'open' }, {}, { architecture, people })).toBe(
				`${t('report.call.open')} ${t(`report.pulls.${architecture}.${people}`)}`,
			),
		);
		test.each(['above', 'neutral', 'below'] as const)('people %s, the beam level: told apart only if alike', (people) =>
			expect(said({ kind: 'open' }, {}, { architecture, people }, null)).toBe(
				`${t('report.call.open')} ${architecture === people ? t(`report.pulls.${architecture}.${people}`) : t('report.pulls.close')}`,
			),
		);
	});
});

describe('the opening of a result', () => {
	const show = (reading: Reading, more = {}) =>
		render(Where, {
			reading,
			name: null,
			meta: 'Today',
			otherVersion: null,
			found: [],
			arriving: false,
			children: (() => undefined) as never,
			...more,
		});
	const heading = () => textOf(screen.getByRole('heading', { level: 1 }));
	const place = (points: number, half: number, word: string, towards: string | null): Reading => ({
		...readingOf(full),
		place: {
			value: 50 + points,
			low: 50 + points - half,
			high: 50 + points + half,
			half,
			points,
			pointsLow: points - half,
			pointsHigh: points + half,
			towards,
			word,
		} as Reading['place'],
	});
	test.each([
		['strongly', 'architecture', 24],
		['leans', 'people', -14],
		['points', 'architecture', 8],
	] as const)('%s towards %s, with its band', (word, towards, points) => {
		show(place(points, 7, word, towards));
		expect(heading()).toBe(t(`report.where.${word}.${towards}`, { points: pointsInWords(points), half: '7' }));
		expect(textOf(screen.getByRole('figure'))).toContain(plain(t('report.where.caption')));
	});
	test.each([
		['centre', 2, 7],
		['undecided', -6, 12],
	] as const)('%s: both sides of the band, a level beam, and no side', (word, points, half) => {
		show(place(points, half, word, null));
		expect(heading()).toBe(t(`report.where.${word}`, { people: pointsInWords(half - points), architecture: String(half + points) })); // prettier-ignore
		expect(textOf(screen.getByRole('figure'))).toContain(plain(t('report.where.captionLevel')));
	});
	test('a centre whose name is not settled is probable', () => {
		const reading = place(2, 7, 'centre', null);
		show({ ...reading, call: { ...reading.call, kind: 'likely' } });
		expect(heading()).toBe(t('report.where.probably', { people: pointsInWords(5), architecture: '9' }));
	});
	test.each([
		['UNICORN', 'both'],
		['ELSEWHERE', 'elsewhere'],
	] as const)('%s at the centre is said in place of a side', (first, key) => {
		const reading = place(1, 7, 'centre', null);
		show({ ...reading, call: { ...reading.call, kind: 'clear', first } });
		expect(heading()).toBe(t(`report.where.${key}`));
	});
	test('energy and month that pull opposite ways are said in place of the centre', () => {
		show({ ...place(2, 7, 'centre', null), torn: true });
		expect(heading()).toBe(t('report.where.torn', { people: pointsInWords(5), architecture: '9' }));
	});
	test('a side that is decided is said whatever the name', () => {
		const reading = place(14, 7, 'leans', 'architecture');
		show({ ...reading, call: { ...reading.call, kind: 'clear', first: 'UNICORN' } });
		expect(heading()).toBe(t('report.where.leans.architecture', { points: pointsInWords(14), half: '7' }));
	});
	test('answers that do not hold together place nobody; their range stands below', () => {
		const reading = place(24, 9, 'strongly', 'architecture');
		show({ ...reading, call: { ...reading.call, kind: 'none', first: null } });
		expect(heading()).toBe(t('report.where.careless'));
		expect(screen.getByText(t('report.where.carelessRange', { band: bandInWords(reading.place) }))).toBeTruthy();
	});
	test.each([
		['none', 'an outline on a level beam, without a distance', 'captionCareless', true],
		['clear', 'a weight on a beam that tilts, with its distance', 'caption', false],
	] as const)('where the call is %s the figure is %s', (kind, _, caption, open) => {
		const reading = place(24, 9, 'strongly', 'architecture');
		show({ ...reading, call: { ...reading.call, kind } });
		const beam = screen.getByRole('img');
		expect(beam.querySelectorAll('.weight-open')).toHaveLength(open ? 1 : 0);
		expect(beam.querySelectorAll('.weight')).toHaveLength(open ? 0 : 1);
		expect(beam.querySelectorAll('.distance')).toHaveLength(open ? 0 : 1);
		expect(beam.querySelector('g[transform]')!.getAttribute('transform') === 'rotate(0)').toBe(open);
		expect(textOf(screen.getByRole('figure'))).toContain(plain(t(`report.where.${caption}`)));
	});
	test.each([
		['place nobody', 'none', () => t('report.where.carelessRange', { band: bandInWords(place(24, 9, 'strongly', 'architecture').place) })],
		['are read with care', 'clear', () => t('report.sure.amber')],
	] as const)('why answers %s is said', (_, kind, words) => {
		const reading = place(24, 9, 'strongly', 'architecture');
		const found = [t('report.sure.reasons.speed'), t('report.sure.reasons.misfit')];
		show({ ...reading, call: { ...reading.call, kind } }, { found });
		const text = found.join(' ');
		expect(screen.getByText(kind === 'none' ? `${text} ${words()}` : `${words()} ${text}`)).toBeTruthy();
	}); // prettier-ignore
	test('where nothing was found, nothing is said of care', () => {
		show(readingOf(full));
		expect(screen.queryByText(t('report.sure.amber'), { exact: false })).toBeNull();
	});
	test('a name that is markup is text', () => {
		show(readingOf(full), { name: '<b>May</b>' });
		expect(screen.getByText('<b>May</b>')).toBeTruthy();
	});
	test('another version of the questions is told', () => {
		show(readingOf(full), { otherVersion: 'Of another version' });
		expect(screen.getByText('Of another version')).toBeTruthy();
	});
	test('the beam says where it rests', () => {
		show(place(0, 7, 'centre', null));
		expect(screen.getByText(t('report.where.weightCentre'))).toBeTruthy();
		expect(screen.getByRole('img').getAttribute('aria-label')).toContain(plain(t('report.where.beam', { place: '' })).trim()); // prettier-ignore
	});
});

describe('the map', () => {
	const torn = { drive: 76, practice: 24 };
	test.each<[string, Partial<Snapshot>, 'own.MIDDLE' | 'torn.even' | 'torn.people' | 'torn.architecture']>([
		['the middle', {}, 'own.MIDDLE'],
		['torn: on average as much of one as of the other', { ...torn, A: 53, P: 46 }, 'torn.even'],
		['torn, a little more of people', { ...torn, A: 46, P: 54 }, 'torn.people'],
		['torn, a little more of architecture', { ...torn, A: 54, P: 46 }, 'torn.architecture'],
	])('%s: where the mark is found', (_, change, key) => {
		render(ResultMap, { reading: read(shot(change), gamma), section: null });
		const all = (['own.MIDDLE', 'torn.even', 'torn.people', 'torn.architecture'] as const).filter((one) => textOf(document.body).includes(plain(t(`report.map.${one}`)))); // prettier-ignore
		expect(all).toEqual([key]);
	});
});

describe('drive beside practice', () => {
	const show = (reading: Reading, level: 'quick' | 'full' = 'full', said: Partial<Context> = {}) =>
		render(Gap, { props: { reading, context: { ...noContext, ...said }, level } });
	const apart = readingOf(resultOf('full', answersTo(fullBlocks, 2, -1)));

	test('the quick form says that it cannot tell', () => {
		show(readingOf(quick), 'quick');
		expect(screen.getByText(t('report.gap.quick'))).toBeTruthy();
		expect(screen.queryByRole('img')).toBeNull();
	});
	test('within the noise: one line', () => {
		show(readingOf(full));
		expect(screen.getByText(t('report.gap.together'))).toBeTruthy();
		expect([screen.queryByRole('img'), screen.queryByRole('table', { hidden: true })]).toEqual([null, null]);
	});
	test('beyond it: which way, by how much, two beams and their numbers', () => {
		show(apart);
		const { points, half } = apart.gap!;
		expect(screen.getByRole('heading', { name: t('report.gap.furtherArchitecture') })).toBeTruthy();
		expect(
			screen.getByText(t('report.gap.text', { points: pointsInWords(points), half: half.toFixed(0) })),
		).toBeTruthy();
		expect(screen.getByText(t('report.gap.soWhat.architecture'))).toBeTruthy();
		expect(screen.getByRole('figure').dataset.figure).toBe('4');
		expect(screen.getAllByRole('img')).toHaveLength(2);
		const rows = within(screen.getByRole('table', { name: t('report.gap.tableTitle') })).getAllByRole('rowheader');
		expect(rows.map(textOf)).toEqual([t('report.gap.energy'), t('report.gap.month')]);
		// Markdown takes all but what is for the screen alone.
		expect(rows[0]!.closest('.noprint')).toBeNull();
	});
	test('the other way', () => {
		show(readingOf(resultOf('full', answersTo(fullBlocks, -1, 2))));
		expect(screen.getByRole('heading', { name: t('report.gap.furtherPeople') })).toBeTruthy();
		expect(screen.getByText(t('report.gap.soWhat.people'))).toBeTruthy();
	});
	test('just beyond it, two numbers that would look alike are not set side by side', () => {
		show({ ...apart, gap: { points: 9, half: 8.9 } });
		expect(screen.getByText(t('report.gap.close', { points: pointsInWords(9) }))).toBeTruthy();
	});
	test('a seat that asks for what last month lacked', () => {
		show(apart, 'full', { role: 'staff', stage: 'series-b' });
		expect(screen.getByText(t('report.gap.soWhat.asked-architecture'))).toBeTruthy();
	});
	test('a seat whose work the month was, and a founding CTO, of whom the source speaks', () => {
		show(apart, 'full', { role: 'vp', stage: 'series-a' });
		expect(screen.getByText(t('report.gap.soWhat.architecture-seat'))).toBeTruthy();
		show(apart, 'full', { role: 'cto', founder: true });
		expect(screen.getByText(t('report.gap.soWhat.architecture-founder'))).toBeTruthy();
	});
	test.each([
		['towards an end: how far, give or take', apart.drive, () => t('report.gap.giveOrTake', { place: distanceInWords(apart.drive), half: apart.drive.half.toFixed(0) })],
		['across the centre: that it lies there', { ...apart.drive, points: 0.2, towards: null, word: 'centre' } as Reading['drive'], () => `${t('report.where.weightCentre')}; ${t('report.gap.crosses')}`],
	] as const)('a beam %s', (_, drive, words) => {
		show({ ...apart, drive });
		expect(screen.getByText(words())).toBeTruthy();
	}); // prettier-ignore
});

describe('what it is made of', () => {
	const show = (calls: Partial<Reading['facets']>, result = full) => {
		const reading = readingOf(result);
		const facets = { ...reading.facets, ...calls };
		const standing = facetIds.filter((id) => facets[id].call !== 0);
		render(Facets, {
			props: { reading: { ...reading, facets, standing }, context: noContext, section: null, level: result.form },
		});
		return { ...reading, facets };
	};
	const { facets } = readingOf(full);
	const name = (id: (typeof facetIds)[number]) => ({ facet: t(`report.facets.names.${id}`) });
	const words = () => textOf(screen.getByRole('heading', { level: 2 }).nextElementSibling!);

	test('none stands apart: one shape', () => {
		show({});
		expect(words()).toBe(plain(t('report.facets.none')));
	});
	test('those that stand apart are named, each with its side', () => {
		show({ A2: { ...facets.A2, call: 1 }, P3: { ...facets.P3, call: -1 } });
		expect(words()).toBe(
			plain([t('report.facets.some'), t('report.facets.above', name('A2')), t('report.facets.below', name('P3'))].join(' ')), // prettier-ignore
		);
	});
	test('a picture of each end, with its facets', () => {
		show({});
		const pictures = within(screen.getByRole('figure')).getAllByRole('img');
		expect(pictures.map((one) => one.getAttribute('aria-label'))).toEqual([t('report.facets.alt.A'), t('report.facets.alt.P')]); // prettier-ignore
		const names = pictures.map((one) =>
			lettersIn(one).filter((text) => facetIds.some((id) => name(id).facet === text)),
		);
		expect(names).toEqual([architectureFacets, peopleFacets].map((ids) => ids.map((id) => name(id).facet)));
	});
	test('all eight in numbers, with their bands', () => {
		const reading = show({});
		const rows = within(screen.getByRole('table', { name: t('report.facets.tableTitle') })).getAllByRole('row');
		expect(rows.slice(1).map((row) => [...row.children].map(textOf))).toEqual(
			facetIds.map((id) => {
				const [value, low, high] = (['value', 'low', 'high'] as const).map((key) => reading.facets[id][key].toFixed(0));
				return [name(id).facet, value, t('report.map.range', { low: low!, high: high! })];
			}),
		);
		expect(rows[0]!.closest('.noprint')).toBeNull();
	});
	test.each([
		['quick', quick, 'quick'],
		['full', full, 'together'],
	] as const)('the %s form: with what can be said of drive and practice', (_, result, key) => {
		show({}, result);
		expect(screen.getByText(t(`report.gap.${key}`))).toBeTruthy();
	});
});

describe('a surer result', () => {
	const show = (result: typeof quick, invite = false) => {
		const sharpen = vi.fn();
		render(Sharpen, { instrument, result, invite, sharpen });
		return sharpen;
	};
	const eight = { n: 8, count: '8' };
	const sharpened = (...blocks: string[]) => resultOf('quick', answersTo([...quickBlocks, ...blocks], 1));

	test('a quick one offers eight more answers', async () => {
		const sharpen = show(quick);
		expect(screen.getByRole('heading', { level: 2, name: t('report.sharpen.heading') })).toBeTruthy();
		expect(screen.getByText(t('report.sharpen.text', eight))).toBeTruthy();
		expect(screen.queryByText(t('report.sharpen.full'))).toBeNull();
		await user.click(button(t('report.sharpen.button', eight)));
		expect(sharpen).toHaveBeenCalledTimes(1);
	});
	test('where both ends are likely it says what the full form would tell', () => {
		show(quick, true);
		expect(screen.getByText(t('report.sharpen.full'))).toBeTruthy();
	});
	test('sharpened, it shows how the band narrowed', () => {
		show(sharpened('block1', 'block2'));
		expect(screen.getByRole('heading', { level: 3, name: t('report.sharpen.narrowed') })).toBeTruthy();
		const steps = screen.getAllByRole('listitem');
		expect(steps.map((step) => textOf(step).match(/±.([\d.]+)/)![1]).map(Number)).toSatisfy((halves: number[]) =>
			halves.every((half, i) => i === 0 || half < halves[i - 1]!),
		);
		for (const answers of ['16', '24', '32'])
			expect(screen.getByText(t('report.sharpen.step', { answers }))).toBeTruthy();
	});
	test('posture comes last, in words of its own', () => {
		show(sharpened('block1', 'block2', 'block3'));
		expect(screen.getByText(t('report.sharpen.posture'))).toBeTruthy();
		expect(button(t('report.sharpen.button', { n: 6, count: '6' }))).toBeTruthy();
	});
	test('a full one offers nothing more, and shows how its band came about', () => {
		show(full);
		expect(screen.getByRole('heading').textContent).toBe(t('report.sharpen.narrowed'));
		expect(screen.queryByRole('button')).toBeNull();
	});
});

describe('how sure it is', () => {
	const show = (result: typeof quick, change: Partial<Snapshot> = {}, more = {}) => {
		const shot = { ...evaluate(instrument, result).snapshot, ...change };
		const reading = readingOf(result);
		render(Sure, {
			reading,
			shot,
			section: null,
			asked: 46,
			answered: 46,
			figure: 6,
			version: '1.0.0',
			calibrated: false,
			...more,
		});
		return { reading, shot };
	};
	/** What is said about a name. */
	const about = (name: string) => textOf(screen.getByText(name, { selector: 'dt' }).nextElementSibling!);

	test('the chances of a hundred people, likeliest first, and nobody where there is no chance', () => {
		const { reading } = show(quick);
		const label = screen.getByRole('img').getAttribute('aria-label')!;
		const told = [...label.matchAll(/ (\d+)(?= of 100[,.])/g)].map(([, count]) => Number(count));
		expect(told.reduce((sum, count) => sum + count, 0)).toBe(100);
		expect(told).toEqual([...told].sort((a, b) => b - a));
		for (const [region, count] of Object.entries(reading.percents))
			expect(label.includes(t(`report.regions.${region as Region}`))).toBe(count > 0);
	});
	test.each([
		['quick', quick, 'levelQuick'],
		['full', full, 'levelFull'],
	] as const)('the form: %s', (_, result, key) => {
		show(result);
		expect(about(t('report.sure.level'))).toBe(t(`report.sure.${key}`));
	});
	test('how many were answered', () => {
		show(full);
		expect(about(t('report.sure.answers'))).toBe(t('report.sure.answersAll', { answered: '46', count: '46' }));
	});
	test('and how many of them were not', () => {
		show(full, {}, { answered: 40 });
		expect(about(t('report.sure.answers'))).toBe(t('report.sure.answersOf', { answered: '40', count: '46' }));
	});
	test('the most that one answer moves, as computed', () => {
		const { shot } = show(full);
		expect(shot.most).toBeGreaterThan(0);
		expect(about(t('report.sure.weight'))).toBe(t('report.sure.weightIs', { points: shot.most.toFixed(1) }));
	});
	test('quality: every reason is told, and a tension beside them', () => {
		const reasons = (['misfit', 'long-string', 'acquiescence', 'contradictions', 'speed', 'missing'] as const).map(
			(id) => ({ id, level: 'amber' as const }),
		);
		show(full, { quality: { level: 'amber', reasons, tension: true } });
		expect(about(t('report.sure.quality'))).toBe(
			[t('report.sure.amber'), ...reasons.map(({ id }) => t(`report.sure.reasons.${id}`)), t('report.sure.tension')].join(' '), // prettier-ignore
		);
	});
	test.each(['green', 'red'] as const)('quality %s', (level) => {
		show(full, { quality: { level, reasons: [], tension: false } });
		expect(about(t('report.sure.quality'))).toBe(t(`report.sure.${level}`));
	});
	test('questions that are not calibrated say so, calibrated ones do not', () => {
		show(full);
		expect(about(t('report.sure.version'))).toBe(t('report.sure.versionIs', { version: '1.0.0' }));
	});
	test('once they are calibrated there is nothing to say', () => {
		show(full, {}, { calibrated: true });
		expect(screen.queryByText(t('report.sure.version'), { selector: 'dt' })).toBeNull();
		expect(about(t('report.sure.notClaimed'))).toBe(t('report.sure.notClaimedIs'));
	});
	test('answers that contradict each other fill no glyph: none of the names is said', () => {
		const reading = { ...readingOf(full), call: { ...readingOf(full).call, kind: 'none' as const } };
		const shot = evaluate(instrument, full).snapshot;
		render(Sure, { reading, shot, section: null, asked: 46, answered: 46, figure: 7, version: '1.0.0', calibrated: false }); // prettier-ignore
		expect(screen.getByRole('figure').querySelectorAll('.end')).toHaveLength(0);
		expect(screen.getByRole('figure').dataset.figure).toBe('7');
	});
});

describe('who it is read for', () => {
	const known: Context = { ...noContext, role: 'cto', stage: 'series-b', size: '26-100', founder: true };
	const show = (context: Context) => {
		const save = vi.fn();
		render(About, { props: { context, save } });
		return save;
	};
	const summary = () => textOf(document.querySelector('summary')!);
	const details = () => document.querySelector('details')!;

	test('nobody has said', () => {
		show(noContext);
		expect(summary()).toBe(`${t('report.about.nobody')} ${t('report.about.change')}`);
	});
	test('what was said, in one line', () => {
		show(known);
		const parts = [
			t('ui.about.roles.cto'),
			t('report.about.founder'),
			t('ui.about.stages.series-b'),
			t('report.about.engineers.26-100'),
		];
		expect(summary()).toBe(`${t('report.about.heading')}: ${parts.join(', ')} ${t('report.about.change')}`);
	});
	test('somebody else says nothing of the line', () => {
		show({ ...known, reportsTo: 'other' });
		expect(summary()).not.toContain(t('report.about.reportsTo.other'));
	});
	test('hired later is said too', () => {
		show({ ...noContext, founder: false });
		expect(summary()).toContain(t('report.about.hired'));
	});
	test('changed and saved, it closes', async () => {
		const save = show(known);
		await user.click(document.querySelector('summary')!);
		await vi.waitFor(() => expect(details().open).toBe(true));
		await user.selectOptions(screen.getByLabelText(t('ui.about.role')), t('ui.about.roles.vp'));
		await user.click(button(t('ui.about.save')));
		expect(save.mock.calls).toEqual([[{ ...known, role: 'vp' }]]);
		expect(details().open).toBe(false);
	});
});

describe('what can be done with it', () => {
	const handed = downloads();
	const show = (kept: boolean, result = full) => {
		const acts: string[] = [];
		render(Keep, {
			instrument,
			result,
			section: null,
			kept,
			history: '#/history',
			other: '#/result/r-1/other',
			again: (form) => void acts.push(form),
			remove: () => void acts.push('remove'),
		});
		return acts;
	};
	test.each([
		[true, 'kept'],
		[false, 'notKept'],
	] as const)('kept: %s', (kept, key) => {
		show(kept);
		expect(screen.getByText(t(`report.keep.${key}`))).toBeTruthy();
	});
	test('where nothing is kept the result file stands first; what is kept needs none here', async () => {
		show(true);
		expect(screen.queryByRole('button', { name: t('report.take.json') })).toBeNull();
		show(false);
		await user.click(button(t('report.take.json')));
		expect(readFile(instrument, await handed[0]!.blob.text())).toMatchObject({ results: [{ id: full.id }] });
	});
	test('print, again, delete', async () => {
		const print = vi.fn();
		window.print = print;
		const acts = show(true);
		await user.click(button(t('report.keep.print')));
		await user.click(button(t('report.keep.again')));
		await user.click(button(t('report.keep.delete')));
		expect([print.mock.calls.length, acts]).toEqual([1, ['full', 'remove']]);
	});
	test.each([
		['all results', 'report.keep.all', '#/history'],
		['the page for the person they work for', 'report.keep.other', '#/result/r-1/other'],
	] as const)('leads to %s', (_, key, path) => {
		show(true);
		expect(screen.getByRole('link', { name: t(key) }).getAttribute('href')).toBe(path);
	});
	test('the answers without the person, for whoever calibrates', async () => {
		show(true, { ...full, name: 'Margaret', person: '00ff9a3b1c' });
		await user.click(screen.getByText(t('report.keep.anonymousButton')));
		expect(handed.map(({ name }) => name)).toEqual(['fulcrum-answers.json']);
		const text = await handed[0]!.blob.text();
		expect(readAnonymous(instrument, JSON.parse(text))).toEqual({ value: anonymous(instrument, full) });
		for (const secret of ['Margaret', '00ff9a3b1c', full.id, '2026']) expect(text).not.toContain(secret);
	});
});
