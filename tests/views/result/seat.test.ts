/** What a result says for a seat: the stage, who balances it, what to try. */
import { textOf } from '../../ui/words';
import { render, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { advise, type Book, type Entry } from '../../../src/domain/advice';
import { seatWords } from '../../../src/domain/counterpart';
import { focus } from '../../../src/domain/focus';
import { findings } from '../../../src/domain/findings';
import { facetIds } from '../../../src/domain/instrument';
import { read } from '../../../src/domain/reading';
import { noContext, roles, stages, superiors, type Context } from '../../../src/domain/result';
import type { Snapshot } from '../../../src/domain/snapshot';
import { nextStage } from '../../../src/domain/seat';
import { fit, zoneOf, zoneSource, type Role, type Stage as StageId } from '../../../src/domain/stage';
import { itemText, t, type Key } from '../../../src/i18n/i18n';
import { loadAdvice } from '../../../src/instrument';
import { chanceInWords } from '../../../src/ui/chanceWords';
import { distanceInWords, placeInWords, pointsInWords, rangeInWords } from '../../../src/ui/placeWords';
import Balance from '../../../src/views/result/Balance.svelte';
import Stage from '../../../src/views/result/Stage.svelte';
import Try from '../../../src/views/result/Try.svelte';
import { gamma, perFacet, red, shot } from '../../domain/shots';
import { lettersIn } from '../drawn';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

const plain = (text: string) => text.replace(/\s+/g, ' ');
const says = (text: string): boolean => textOf(document.body).includes(plain(text));
/** By tag and text: to ask for the role takes far longer, and there are hundreds of rows here. */
const headingOf = (words: string) => [...document.querySelectorAll('h2, h3')].find((one) => textOf(one) === plain(words)) ?? null; // prettier-ignore
const heading = (key: Key) => headingOf(t(key));
/** What is said about a name in a list of names. */
const about = (name: string) => screen.getAllByText(plain(name), { selector: 'dt' }).map((term) => textOf(term.nextElementSibling!)); // prettier-ignore
const figure = (n: number) => document.querySelector<HTMLElement>(`figure[data-figure="${n}"]`);
const readingFor = (change: Partial<Snapshot>, said: Partial<Context>) => {
	const context = { ...noContext, ...said };
	return { context, reading: read(shot(change), gamma) };
};

const architecture = { A: 80, P: 40 };
const people = { A: 40, P: 80 };
const both = { A: 92, P: 92 };
const elsewhere = { A: 8, P: 8 };
const careless = { ...architecture, quality: red };
const leaning = (value: number): Partial<Snapshot> => ({ posture: { value, se0: 10.6, count: 6 } });
const seats = roles.flatMap((role) => stages.map((stage) => [role, stage] as const));

describe('the stage', () => {
	const show = (change: Partial<Snapshot> = {}, said: Partial<Context> = {}) => {
		const { context, reading } = readingFor(change, said);
		const found = findings(reading, context);
		render(Stage, { props: { reading, context, found, section: null, figures: { range: 4, curve: 5 } } });
		return { context, reading };
	};

	describe('what it asks', () => {
		test.each(seats)('%s at %s: of this seat, and what comes next', (role, stage) => {
			show({}, { role, stage });
			const seat = t('report.stage.seat', { role: t(`ui.about.roles.${role}`), stage: t(`ui.about.stages.${stage}`) });
			const opens = stage === 'seed' ? ({ vp: 'vp-hired', director: 'director' } as const)[role as string] : null;
			const asks = `${opens ? `${t(`stage.opens.${opens}`)} ` : ''}${t(`stage.asks.${role}.${stage}`)}`;
			expect(textOf(headingOf(seat)!.nextElementSibling!)).toBe(plain(asks));
			const next = nextStage(stage);
			const words =
				next === 'mature'
					? t('report.stage.nextMature')
					: next
						? t('report.stage.next', { stage: t(`ui.about.stages.${next}`) })
						: t('report.stage.nextLines');
			expect(headingOf(words)).not.toBeNull();
			expect(about(t('report.stage.more'))).toEqual([t(`stage.more.${role}.${stage}`)]);
			expect(about(t('report.stage.less'))).toEqual([t(`stage.less.${role}.${stage}`)]);
			expect(says(t('report.stage.unsaid'))).toBe(false);
		});
		test.each<[string, Partial<Context>]>([
			['nothing said', {}],
			['the role alone', { role: 'vp' }],
			['the stage alone', { stage: 'seed' }],
		])('%s: asks for both, and says nothing of a seat', (_, said) => {
			show(architecture, said);
			expect(screen.getByText(t('report.stage.unsaid'))).toBeTruthy();
			expect([heading('report.stage.range'), screen.queryByText(t('report.stage.more'))]).toEqual([null, null]);
		});
		test.each<[Context['business'], Role, Key | null]>([
			['technical', 'cto', 'stage.business.technical.cto'],
			['technical', 'vp', 'stage.business.technical.vp'],
			['technical', 'staff', 'stage.business.technical.other'],
			['sales-led', 'cto', 'stage.business.sales-led.cto'],
			['sales-led', 'vp', 'stage.business.sales-led.vp'],
			['sales-led', 'manager', 'stage.business.sales-led.other'],
			['other', 'cto', null],
			[null, 'cto', null],
		])('a company that lives by %s, for a %s', (business, role, key) => {
			show({}, { role, stage: 'series-b', business });
			const all = [...(['technical', 'sales-led'] as const).flatMap((one) => (['cto', 'vp', 'other'] as const).map((of) => `stage.business.${one}.${of}` as const))] as const; // prettier-ignore
			expect(all.filter((one) => says(t(one)))).toEqual(key ? [key] : []);
		});
		test.each<[string, Partial<Snapshot>, 'plan' | 'low' | 'drawn' | 'both']>([
			['neutral', {}, 'plan'],
			['low on architecture', { A: 20, P: 50 }, 'low'],
			['towards architecture', architecture, 'drawn'],
			['both ends', both, 'both'],
			['answers that contradict each other', careless, 'plan'],
		])('a VP of a company that lives by its technology: %s', (_, change, key) => {
			show(change, { role: 'vp', stage: 'series-b', business: 'technical' });
			const all = (['plan', 'low', 'drawn', 'both'] as const).filter((one) => says(`${t('stage.business.technical.vp')} ${t(`stage.business.technical.vp-then.${one}`)}`)); // prettier-ignore
			expect(all).toEqual([key]);
		});
		test('a CTO whom technical work draws little is told to say so where depth is expected', () => {
			show({ A: 20, P: 50 }, { role: 'cto', stage: 'series-a', business: 'technical' });
			expect(says(t('stage.business.technical.cto-low'))).toBe(true);
		});
		test('a founder may know the reasons behind older code', () => {
			show({}, { role: 'tech-lead', stage: 'mature', founder: true });
			expect(says(t('stage.asks.tech-lead.mature-founder'))).toBe(true);
		});
		test('a VP below another reads the tasks first, then that they are shared', () => {
			show({}, { role: 'vp', stage: 'series-c', reportsTo: 'vp' });
			expect(says(`${t('stage.asks.vp.series-c')} ${t('stage.opens.vp-below')}`)).toBe(true);
		});
		test.each<[Context['size'], StageId, 'small' | 'growing' | 'behind' | 'few' | null, StageId]>([
			['1000+', 'seed', 'small', 'mature'],
			['1000+', 'series-b', 'growing', 'mature'],
			['1-10', 'series-c', 'behind', 'seed'],
			['1-10', 'mature', 'few', 'seed'],
			['26-100', 'series-b', null, 'series-b'],
			[null, 'series-b', null, 'series-b'],
		])('%s engineers at %s: said before what the stage asks', (size, stage, kind, neighbour) => {
			show({}, { role: 'cto', stage, size });
			const text = textOf(document.body);
			const asks = text.indexOf(plain(t(`stage.asks.cto.${stage}`)));
			// Of few engineers at maturity it is left out.
			expect(asks < 0).toBe(kind === 'few');
			for (const one of ['small', 'growing', 'behind', 'few'] as const) {
				const words = plain(t(`stage.size.${one}`, { stage: t(`ui.about.stages.${neighbour}`) }));
				expect(text.includes(words)).toBe(one === kind);
				if (one === kind && asks >= 0) expect(text.indexOf(words)).toBeLessThan(asks);
			}
		});
		test.each<[string, Partial<Context>, boolean, boolean]>([
			['as many as is usual', { role: 'vp', stage: 'mature', size: '101-1000' }, true, true],
			['more than the stage assumes', { role: 'cto', stage: 'seed', size: '11-25' }, false, true],
			['fewer', { role: 'vp', stage: 'mature', size: '1-10' }, false, false],
		])('the range and the question of the stage: %s', (_, said, range, question) => {
			show(architecture, said);
			expect([heading('report.stage.range') !== null, figure(4) !== null, heading('report.stage.question') !== null]).toEqual([range, range, question]); // prettier-ignore
			expect(says(t(`stage.asks.${said.role!}.${said.stage!}`))).toBe(question);
		});
		test.each<[string, Partial<Snapshot>, Partial<Context>, 'vp' | 'vp-low' | 'vp-drawn' | null]>([
			['a VP', {}, { role: 'vp', stage: 'series-a' }, 'vp'],
			['a VP low on architecture', { A: 20, P: 50 }, { role: 'vp', stage: 'series-a' }, 'vp-low'],
			['a VP drawn to technical work', { drive: 76, practice: 24 }, { role: 'vp', stage: 'series-a' }, 'vp-drawn'],
			['a manager at series C', {}, { role: 'manager', stage: 'series-c' }, null],
		])('a company that lives by sales: %s', (_, change, said, key) => {
			show(change, { business: 'sales-led', ...said });
			const all = (['vp', 'vp-low', 'vp-drawn', 'other'] as const).filter((one) => says(t(`stage.business.sales-led.${one}`))); // prettier-ignore
			expect(all).toEqual(key ? [key] : []);
		});
		test.each<[string, Partial<Snapshot>, Partial<Context>, 'cto' | 'cto-seed' | 'cto-low']>([
			['low on architecture', { A: 20, P: 80 }, { stage: 'mature' }, 'cto-low'],
			['at seed', architecture, { stage: 'seed' }, 'cto-seed'],
			['later', architecture, { stage: 'mature' }, 'cto'],
			[
				'answers that contradict each other say nothing of it',
				{ A: 10, P: 90, quality: red },
				{ stage: 'mature' },
				'cto',
			],
		])('a CTO of a company that lives by sales: %s', (_, change, said, key) => {
			show(change, { role: 'cto', business: 'sales-led', ...said });
			const all = (['cto', 'cto-seed', 'cto-low'] as const).filter((one) => says(`${t(`stage.business.sales-led.${one}`)} ${t('stage.business.sales-led.cto-then')}`)); // prettier-ignore
			expect(all).toEqual([key]);
		});
		test.each<[Context['reportsTo'], boolean]>([
			['director', true],
			['vp', false],
		])('of two directors in one line, under a %s: %s', (reportsTo, said) => {
			show({}, { role: 'director', stage: 'series-c', reportsTo });
			expect(says(t('balance.director.above'))).toBe(said);
		});
		test('ten engineers at maturity are spared a large company’s list', () => {
			show({}, { role: 'vp', stage: 'mature', size: '1-10' });
			for (const key of ['more', 'less'] as const)
				expect(about(t(`report.stage.${key}`))).toEqual([t(`stage.small.${key}.vp`)]);
		});
	});

	describe('its question', () => {
		test.each<[Role | null, 'architecture' | 'people' | null]>([
			['cto', 'architecture'],
			['tech-lead', 'architecture'],
			['staff', 'architecture'],
			['vp', 'people'],
			['director', 'people'],
			['manager', 'people'],
			[null, null],
		])('for %s: the same, with a side of %s', (role, side) => {
			for (const stage of stages) {
				const { unmount } = render(Stage, { props: { ...readingFor({}, { role, stage }), found: [], section: null, figures: { range: 4, curve: 5 } } }); // prettier-ignore
				expect(heading('report.stage.question')!.nextElementSibling!.textContent).toBe(
					t(`stage.question.${stage}.core`),
				);
				for (const one of ['architecture', 'people'] as const)
					expect(says(t(`stage.question.${stage}.${one}`)), one).toBe(one === side);
				unmount();
			}
		});
		test('none where no stage is known', () => {
			show({}, { role: 'cto' });
			expect(heading('report.stage.question')).toBeNull();
		});
	});

	describe('the usual range', () => {
		const cto = { role: 'cto', stage: 'seed' } as const;
		const beside = ['inside', 'probably', 'unsure', 'unlikely', 'outside.nearer', 'outside.further.people', 'outside.further.architecture', 'outside.across.people', 'outside.across.architecture', 'outside.mostly.people', 'outside.mostly.architecture'] as const; // prettier-ignore
		type Row = [string, Partial<Snapshot>, Partial<Context>, (typeof beside)[number]];
		test.each<Row>([
			['inside', architecture, cto, 'inside'],
			['probably inside', { A: 63, P: 36 }, cto, 'probably'],
			['at its edge, which is not decided', { A: 60, P: 40 }, cto, 'unsure'],
			['probably outside', { A: 57, P: 44 }, cto, 'unlikely'],
			[
				'beyond it, the range nearer the centre',
				{ A: 110, P: 10 },
				{ role: 'tech-lead', stage: 'mature' },
				'outside.nearer',
			],
			[
				'not as far out as the range',
				{ A: 56, P: 44 },
				{ role: 'staff', stage: 'mature' },
				'outside.further.architecture',
			],
			['not as far out towards people', { A: 44, P: 54 }, { role: 'vp', stage: 'mature' }, 'outside.further.people'],
			['the range on the other side', architecture, { role: 'vp', stage: 'mature' }, 'outside.across.people'],
			['the other way', people, cto, 'outside.across.architecture'],
			[
				'most of the range on the other side',
				architecture,
				{ role: 'vp', stage: 'series-b', business: 'technical' },
				'outside.mostly.people',
			],
			['the other way', { A: 20, P: 80 }, { role: 'cto', stage: 'series-c' }, 'outside.mostly.architecture'],
			[
				'a band across the centre has no other side',
				{ A: 52, P: 48 },
				{ role: 'vp', stage: 'mature' },
				'outside.further.people',
			],
		])('%s', (_, change, said, key) => {
			const { reading, context } = show(change, said);
			const fitting = fit(reading.place, context)!;
			const words = { band: rangeInWords(fitting) };
			const runs = t(fitting.moved ? `report.stage.rangeMoved.${fitting.moved}` : 'report.stage.rangeText', words);
			const all = beside.filter((one) =>
				says(`${runs} ${t(`report.stage.${one}`, { percent: chanceInWords(fitting.chance) })}`),
			); // prettier-ignore
			expect(all).toEqual([key]);
			expect(screen.getByText(t('report.stage.editorial', { source: zoneSource[context.role!] }))).toBeTruthy();
			const drawing = within(figure(4)!).getByRole('img', { name: plain(t('report.stage.rangeAlt', { place: placeInWords(reading.place), ...words })) }); // prettier-ignore
			expect(textOf(drawing)).toContain(t('report.stage.rangeName'));
			expect(textOf(drawing)).toContain(t('report.where.you'));
		});
		test.each<[Role, StageId]>([
			['vp', 'seed'],
			['director', 'seed'],
			['director', 'series-a'],
			['staff', 'seed'],
		])('%s at %s: no such seat, no range', (role, stage) => {
			show(architecture, { role, stage });
			expect([heading('report.stage.range'), figure(4)]).toEqual([null, null]);
		});
		test.each<[Partial<Context>, Key]>([
			[{ role: 'manager', stage: 'seed', business: 'technical' }, 'report.stage.rangeMoved.technical'],
			[{ role: 'vp', stage: 'series-b', business: 'sales-led' }, 'report.stage.rangeMoved.sales-led'],
		])('what the company lives by moves the range, and that is said: %o', (said, key) => {
			const { reading, context } = show(architecture, said);
			expect(says(t(key, { band: rangeInWords(fit(reading.place, context)!) }))).toBe(true);
		});
		test.each<[string, Partial<Snapshot>, Partial<Context>, Key]>([
			['the energy lies inside', { drive: 76, practice: 24 }, cto, 'report.stage.halves.inside-outside'],
			[
				'the month lies inside',
				{ drive: 76, practice: 24 },
				{ role: 'vp', stage: 'mature' },
				'report.stage.halves.outside-inside',
			],
			[
				'both at an edge',
				{ drive: 59, practice: 41 },
				{ role: 'manager', stage: 'seed' },
				'report.stage.halves.edge-edge',
			],
			[
				'both beyond one edge, the energy nearer',
				{ drive: 59, practice: 41 },
				{ role: 'staff', stage: 'series-a', business: 'technical' },
				'report.stage.halves.drive-nearer',
			],
			[
				'the month nearer',
				{ drive: 59, practice: 41 },
				{ role: 'vp', stage: 'mature', business: 'sales-led' },
				'report.stage.halves.practice-nearer',
			],
			[
				'one beyond each edge',
				{ drive: 76, practice: 24 },
				{ role: 'manager', stage: 'seed' },
				'report.stage.halves.astride',
			],
		])('who is torn is held against it by halves: %s', (_, change, said, key) => {
			const { reading, context } = show(change, said);
			const band = rangeInWords(fit(reading.place, context)!);
			expect(says(t(key))).toBe(true);
			const label = t('report.stage.halvesAlt', { energy: placeInWords(reading.drive), month: placeInWords(reading.practice), band }); // prettier-ignore
			expect(within(figure(4)!).getByRole('img', { name: plain(label) })).toBeTruthy();
		});
		test.each([
			['both ends', both],
			['neither end', elsewhere],
		])('who reaches %s is held against none', (_, change) => {
			const { context } = show(change, cto);
			expect(zoneOf(context)).not.toBeNull();
			expect([heading('report.stage.range'), figure(4)]).toEqual([null, null]);
		});
		test('answers that contradict each other are held against no range', () => {
			const { context } = show(careless, cto);
			expect(zoneOf(context)).not.toBeNull();
			expect([heading('report.stage.range'), figure(4)]).toEqual([null, null]);
			expect(says(t('stage.asks.cto.seed'))).toBe(true);
		});
	});

	describe('the curve', () => {
		const picture = () => within(figure(5)!).getByRole('img');
		const rows = () =>
			within(screen.getByRole('table', { name: t('report.stage.tableTitle', { n: '5' }) }))
				.getAllByRole('row')
				.slice(1)
				.map((row) => [...row.children].map(textOf));
		const caption = (key: 'captionBoth' | 'captionPosture' | 'captionStage') =>
			`${t(`report.stage.${key}`)}${key === 'captionStage' ? '' : ` ${t('report.stage.captionHint', { n: 6, count: '6' })}`}`;

		test.each<[string, Partial<Snapshot>, Partial<Context>, 'captionBoth' | 'captionPosture' | 'captionStage']>([
			['with a stage', {}, { stage: 'series-b' }, 'captionStage'],
			['with a posture', leaning(80), {}, 'captionPosture'],
			['with both', leaning(80), { stage: 'series-b' }, 'captionBoth'],
		])('%s: its caption, and a picture told in words', (_, change, said, key) => {
			const { reading, context } = show(change, said);
			expect(textOf(figure(5)!)).toContain(plain(caption(key)));
			const { posture } = reading;
			const alt = [
				t('report.stage.alt'),
				...(context.stage ? [t('report.stage.altStage', { stage: t(`ui.about.stages.${context.stage}`) })] : []),
				...(posture ? [t('report.stage.altPosture', { word: t('report.stage.words.offence'), value: '80', low: posture.low.toFixed(0), high: posture.high.toFixed(0) })] : []),
			]; // prettier-ignore
			expect(picture().getAttribute('aria-label')).toBe(alt.join(' '));
		});
		test.each([
			['not where the text says that they do not settle it', 60, false],
			['where they lie in the middle', 55, true],
		] as const)('few choices are called a hint: %s', (_, value, said) => {
			show(leaning(value), { stage: 'series-b' });
			expect(textOf(figure(5)!).includes(plain(t('report.stage.captionHint', { n: 6, count: '6' })))).toBe(said);
		});
		test('neither known: no curve', () => {
			show(architecture);
			expect([heading('report.stage.curve'), figure(5)]).toEqual([null, null]);
		});
		test.each(stages)('what %s asks is said', (stage) => {
			show({}, { stage });
			expect(textOf(heading('report.stage.curve')!.nextElementSibling!)).toBe(plain(t(`stage.curve.${stage}`)));
		});
		test.each<[string, number, StageId | null, Key]>([
			['offence where offence is asked', 80, 'seed', 'report.stage.posture.with.offence'],
			['defence where defence is asked', 20, 'series-c', 'report.stage.posture.with.defence'],
			['offence at maturity, beside a settled business', 80, 'mature', 'report.stage.posture.half.offence'],
			['offence where defence is asked', 80, 'series-c', 'report.stage.posture.against.offence'],
			['defence where offence is asked', 20, 'series-a', 'report.stage.posture.against.defence'],
			['offence where both are asked', 80, 'series-b', 'report.stage.posture.half.offence'],
			['defence where both are asked', 20, 'series-b', 'report.stage.posture.half.defence'],
			['about as often', 55, 'seed', 'report.stage.posture.both'],
			['not settled, more often offence', 62, 'seed', 'report.stage.posture.leans.offence'],
			['not settled, more often defence', 38, 'seed', 'report.stage.posture.leans.defence'],
			['offence without a stage', 80, null, 'report.stage.posture.offence'],
			['defence without a stage', 20, null, 'report.stage.posture.defence'],
		])('%s: in words', (_, value, stage, key) => {
			show(leaning(value), { stage });
			const before = stage ? `${t(`stage.curve.${stage}`)} ` : '';
			expect(textOf(heading('report.stage.curve')!.nextElementSibling!)).toBe(
				plain(before + t(key, { n: 6, count: '6' })),
			);
		});
		test('answers that contradict each other say nothing about the posture', () => {
			show({ ...leaning(95), quality: red }, { stage: 'seed' });
			expect(textOf(heading('report.stage.curve')!.nextElementSibling!)).toBe(plain(t('stage.curve.seed')));
		});
		const asked = (['offence', 'both', 'defence', 'mature', 'offence'] as const).map((id) =>
			t(`report.stage.asked.${id}`),
		);
		const named = (ids: readonly StageId[], here: StageId | null) =>
			ids.map((id) => t(`ui.about.stages.${id}`)).map((stage, i) => (ids[i] === here ? t('report.stage.here', { stage }) : stage)).join(', '); // prettier-ignore
		test.each([null, ...stages])('in a table, the company at %s', (stage) => {
			show(stage ? {} : leaning(80), { stage });
			const heads = (
				[['seed', 'series-a'], ['series-b'], ['series-c'], ['mature']] as const satisfies readonly StageId[][]
			).map((ids) => named(ids, stage));
			expect(rows().slice(0, 5)).toEqual([...heads, t('report.stage.lines')].map((head, i) => [head, asked[i]]));
		});
		test('the table ends with the posture, where it was asked', () => {
			const { reading } = show(leaning(20), { stage: 'mature' });
			const { low, high } = reading.posture!;
			const range = t('report.map.range', { low: low.toFixed(0), high: high.toFixed(0) });
			expect(rows()).toHaveLength(6);
			expect(rows().at(-1)).toEqual([t('report.where.you'), `${t('report.stage.words.defence')}, 20 (${range})`]);
		});
		test('a posture that is not settled has that name in the table', () => {
			show(leaning(62), { stage: 'seed' });
			expect(rows().at(-1)![1]).toContain(t('report.stage.words.unsettled'));
		});
		test('and without it, where it was not', () => {
			show({}, { stage: 'mature' });
			expect(rows()).toHaveLength(5);
		});
		test.each<[string, Partial<Context>, boolean]>([
			['a CTO', { role: 'cto', stage: 'seed' }, true],
			['a VP', { role: 'vp', stage: 'series-c' }, false],
			['nobody said', { stage: 'series-c' }, false],
		])('the moment in the middle is drawn for a CTO alone: %s', (_, said, drawn) => {
			show({}, said);
			expect(lettersIn(picture()).includes(t('report.stage.middle'))).toBe(drawn);
		});
		test('the picture has the names of the words', () => {
			show(leaning(80), { stage: 'series-a' });
			const letters = lettersIn(picture());
			expect(letters).toContain(t('report.stage.you', { word: t('report.stage.words.offence') }));
			expect(letters).toContain(t('report.stage.company'));
			for (const id of [...stages, 'lines'] as const) expect(letters).toContain(t(`report.stage.ticks.${id}`));
		});
	});

	describe('what is said of a single seat', () => {
		const headings = [
			'balance.moment.heading',
			'report.director.heading',
			'report.vp.heading',
			'report.vp.early',
		] as const;
		const shown = () => headings.filter((key) => heading(key) !== null);
		test('a CTO at series C: the moment in the middle, with its ways on', () => {
			show({}, { role: 'cto', stage: 'series-c' });
			expect(shown()).toEqual(['balance.moment.heading']);
			expect(says(`${t('balance.moment.text')} ${t('balance.moment.not')}`)).toBe(true);
			for (const id of ['in', 'out', 'seat', 'ceo'] as const)
				expect(about(t(`report.moment.${id}`))).toEqual([t(`balance.moment.${id}`)]);
		});
		test.each<[StageId, 'before' | 'after']>([
			['seed', 'before'],
			['series-a', 'before'],
			['series-b', 'before'],
			['mature', 'after'],
		])('a CTO at %s: %s it, without its ways on', (stage, when) => {
			show({}, { role: 'cto', stage });
			const words = when === 'after' ? t('balance.moment.after') : t(`balance.moment.before.${stage as 'seed'}`);
			expect(textOf(heading('balance.moment.heading')!.nextElementSibling!)).toBe(plain(words));
			expect(says(t('balance.moment.text'))).toBe(false);
			expect(screen.queryByText(t('report.moment.in'))).toBeNull();
		});
		test.each<[StageId, boolean]>([
			['seed', true],
			['series-b', false],
			['mature', false],
		])('a founding CTO at %s is told to speak of the role first: %s', (stage, said) => {
			show({}, { role: 'cto', stage, founder: true });
			expect(says(t('balance.moment.founder'))).toBe(said);
		});
		test.each<[string, Partial<Snapshot>, () => string, boolean]>([
			['people', people, () => t('balance.moment.inPeople'), false],
			['both', both, () => `${t('balance.moment.inBoth')} ${t('balance.moment.in')}`, true],
		])('a CTO at series C drawn to %s has no gap to grow into', (_, change, words, also) => {
			show(change, { role: 'cto', stage: 'series-c' });
			expect([about(t('report.moment.in')), says(t('balance.moment.drawn'))]).toEqual([[words()], also]);
		});
		test.each(['seed', 'series-a'] as const)('a Director, at %s: one question, no layers yet', (stage) => {
			show({}, { role: 'director', stage });
			expect(shown()).toEqual([]);
			expect(heading('report.director.early')!.nextElementSibling!.textContent).toBe(t('balance.director.early'));
		});
		test('a VP of ten engineers at maturity has no directors', () => {
			show({}, { role: 'vp', stage: 'mature', size: '1-10' });
			expect(heading('report.vp.early')!.nextElementSibling!.textContent).toBe(t('balance.vp.few'));
		});
		test.each([null, 'series-b', 'series-c', 'mature'] as const)(
			'a Director, at %s: both readings and how to settle it',
			(stage) => {
				show({}, { role: 'director', stage });
				expect(shown()).toEqual(['report.director.heading']);
				expect(says(t('balance.director.text'))).toBe(true);
				for (const id of ['plus', 'minus', 'ask'] as const)
					expect(about(t(`report.director.${id}`))).toEqual([t(`balance.director.${id}`)]);
			},
		);
		test.each<[StageId, 'execution' | 'between' | 'communication' | 'mature']>([
			['seed', 'execution'],
			['series-a', 'execution'],
			['series-b', 'between'],
			['series-c', 'communication'],
			['mature', 'mature'],
		])('a VP at %s: %s', (stage, key) => {
			show({}, { role: 'vp', stage });
			const title = key === 'execution' ? 'report.vp.early' : 'report.vp.heading';
			expect(shown()).toEqual([title]);
			expect(heading(title)!.nextElementSibling!.textContent).toBe(t(`balance.vp.${key}`));
		});
		test.each<[string, Partial<Context>]>([
			['a manager', { role: 'manager', stage: 'series-c' }],
			['a Tech Lead', { role: 'tech-lead', stage: 'series-c' }],
			['a Staff Engineer', { role: 'staff', stage: 'series-c' }],
			['a CTO without a stage', { role: 'cto' }],
			['a VP without a stage', { role: 'vp' }],
			['nobody said', { stage: 'series-c' }],
		])('%s: nothing', (_, said) => {
			show({}, said);
			expect(shown()).toEqual([]);
		});
	});
});

describe('who balances it', () => {
	const show = (change: Partial<Snapshot> = {}, said: Partial<Context> = {}) => {
		const { context, reading } = readingFor(change, said);
		render(Balance, { props: { reading, context, section: null, figure: 6 } });
		return { context, reading };
	};
	const letters = ['a', 'b', 'c'] as const;
	/** Ends that somebody is looked for at: all of what to look for and what to ask. */
	const lookedFor = () =>
		(['people', 'architecture'] as const).filter((end) =>
			letters.every((letter) => says(t(`balance.look.${end}.${letter}`)) && says(t(`balance.interview.${end}.${letter}`))),
		); // prettier-ignore

	test.each<[string, Partial<Snapshot>, 'architecture' | 'people' | 'both' | 'elsewhere' | 'level' | 'torn-architecture' | 'torn-people', ('people' | 'architecture')[]]>([
		['towards architecture', architecture, 'architecture', ['people']],
		['towards people', people, 'people', ['architecture']],
		['level', {}, 'level', []],
		['both ends', both, 'both', []],
		['both ends, leaning to one', { A: 110, P: 90 }, 'both', []],
		['elsewhere', elsewhere, 'elsewhere', []],
		['energy towards architecture, the month towards people', { drive: 76, practice: 24 }, 'torn-architecture', []],
		['the other way round', { drive: 24, practice: 76 }, 'torn-people', []],
		['answers that contradict each other', careless, 'level', []],
	])('%s: whom to look for, what to look for, what to ask', (_, change, seek, ends) => {
		show(change);
		const all = (['architecture', 'people', 'both', 'elsewhere', 'level', 'level-early', 'torn-architecture', 'torn-people'] as const).filter((id) => says(t(`balance.seek.${id}`))); // prettier-ignore
		expect(all).toEqual([seek]);
		expect(lookedFor()).toEqual(ends);
		expect(heading('report.balance.look') !== null).toBe(ends.length > 0);
		expect(figure(6) !== null).toBe(ends.length > 0);
	}); // prettier-ignore
	test.each([null, ...roles])('the seat that usually carries it: beside %s', (role) => {
		show(architecture, { role });
		const seat = seatWords({ ...noContext, role }, 'architecture');
		expect(says(`${t('balance.seek.architecture')} ${t(`balance.seat.${seat}`)}`)).toBe(true);
	});
	test('towards people it is another seat', () => {
		show(people, { role: 'vp' });
		expect(says(`${t('balance.seek.people')} ${t('balance.seat.vp-people-later')}`)).toBe(true);
	});
	test.each<[string, Partial<Context>, 'level' | 'level-early']>([
		['a CTO at B shapes a group', { role: 'cto', stage: 'series-b' }, 'level'],
		['a CTO at A hardly', { role: 'cto', stage: 'series-a' }, 'level-early'],
		['a manager works with colleagues', { role: 'manager', stage: 'mature' }, 'level-early'],
		['a staff engineer too', { role: 'staff' }, 'level-early'],
	])('a level beam: %s', (_, said, key) => {
		show({}, said);
		expect((['level', 'level-early'] as const).filter((one) => says(t(`balance.seek.${one}`)))).toEqual([key]);
	});
	test.each<[string, Partial<Snapshot>, Role | null, 'people' | 'architecture' | null]>([
		['a tech lead', architecture, 'tech-lead', 'people'],
		['a manager', people, 'manager', 'architecture'],
		['a director', architecture, 'director', 'people'],
		['a CTO, whose VP is usually there', architecture, 'cto', 'people'],
		['nobody said, who interviews', architecture, null, null],
	])('who has that colleague already is given questions for one: %s', (_, change, role, end) => {
		show(change, { role });
		for (const one of ['people', 'architecture'] as const)
			for (const letter of letters) expect(says(t(`balance.work.${one}.${letter}`))).toBe(one === end);
		expect(heading('report.balance.look') === null).toBe(end !== null);
		// A VP may still be looked for.
		expect(heading('report.balance.lookStill') !== null).toBe(role === 'cto');
	});
	test.each<[string, Partial<Snapshot>, Partial<Context>]>([
		['a VP under the CTO', people, { role: 'vp', reportsTo: 'cto' }],
		['a manager under a director', architecture, { role: 'manager', reportsTo: 'director' }],
	])('nobody is looked for where that seat is the one above: %s', (_, change, said) => {
		const { reading } = show(change, said);
		expect(says(t(`balance.seat.${seatWords({ ...noContext, ...said }, reading.place.towards!)}`))).toBe(true);
		expect([lookedFor(), heading('report.balance.look')]).toEqual([[], null]);
	});
	test('a level beam names no seat', () => {
		show({}, { role: 'cto' });
		for (const end of ['architecture', 'people'] as const) expect(says(t(`balance.seat.cto-${end}-later`))).toBe(false);
	});

	describe('the counterweight', () => {
		test('lies as far out on the other side', () => {
			const { reading } = show(architecture);
			const alt = t('report.balance.alt', { place: distanceInWords(reading.place) });
			const drawing = screen.getByRole('img', { name: alt });
			for (const words of ['report.where.you', 'report.balance.weight'] as const) expect(textOf(drawing)).toContain(t(words)); // prettier-ignore
			expect(textOf(figure(6)!)).toContain(plain(t('report.balance.caption')));
		});
		test('a seat with a range at this stage: the range is drawn and told', () => {
			show(architecture, { role: 'cto', stage: 'series-b' });
			const role = t('ui.about.roles.vp');
			const band = rangeInWords(zoneOf({ ...noContext, role: 'vp', stage: 'series-b' })!);
			expect(screen.getByRole('img').getAttribute('aria-label')).toContain(
				t('report.balance.altRange', { role, band }),
			);
			expect(textOf(figure(6)!)).toContain(plain(t('report.balance.captionRange', { role })));
		});
		test.each<[string, Partial<Context>]>([
			['without a stage', { role: 'cto' }],
			['where the source knows no such seat', { role: 'cto', stage: 'seed' }],
		])('%s there is none', (_, said) => {
			show(architecture, said);
			expect(textOf(figure(6)!)).toContain(plain(t('report.balance.caption')));
			expect(textOf(screen.getByRole('img'))).not.toContain(t('report.stage.rangeName'));
		});
	});

	const told = ['founder.cto', 'founder.other', 'hired.cto', 'hired.other'] as const;
	test.each<[boolean | null, Role | null, (typeof told)[number][]]>([
		[true, 'cto', ['founder.cto']],
		[true, 'vp', ['founder.other']],
		[true, null, ['founder.other']],
		[false, 'cto', ['hired.cto']],
		[false, 'staff', ['hired.other']],
		[null, 'cto', []],
	])('founder %s, %s: how news travels stands under its own heading', (founder, role, keys) => {
		show(architecture, { founder, role });
		expect(told.filter((one) => says(t(`balance.dynamics.${one}`)))).toEqual(keys);
		const under = textOf(heading('report.balance.passing')?.parentElement ?? document.createElement('p'));
		const heard = keys.filter((one) => one !== 'hired.cto');
		expect(told.filter((one) => under.includes(plain(t(`balance.dynamics.${one}`))))).toEqual(heard);
	});

	describe('the reporting line', () => {
		const laidOut = () => screen.queryByRole('table') !== null;
		test.each<[string, Partial<Context>, boolean]>([
			['a CTO', { role: 'cto' }, true],
			['a CTO at series A', { role: 'cto', stage: 'series-a' }, true],
			['a CTO at seed, where there is no VP yet', { role: 'cto', stage: 'seed' }, false],
			['a VP', { role: 'vp' }, true],
			['a VP under the CEO', { role: 'vp', reportsTo: 'ceo' }, true],
			['a VP under the CTO', { role: 'vp', reportsTo: 'cto' }, true],
			['a VP of ten engineers at maturity', { role: 'vp', stage: 'mature', size: '1-10' }, false],
			['a VP under somebody else', { role: 'vp', reportsTo: 'other' }, false],
			['a director', { role: 'director' }, false],
			['a manager', { role: 'manager' }, false],
			['a Tech Lead', { role: 'tech-lead' }, false],
			['a Staff Engineer', { role: 'staff' }, false],
			['nobody said', {}, false],
		])('is laid out for a CTO and a VP alone: %s', (_, said, wanted) => {
			show(architecture, said);
			const early = said.role === 'cto' && said.stage === 'series-a';
			const text = t(early ? 'balance.lines.textEarly' : 'balance.lines.text');
			expect([laidOut(), heading('report.balance.line') !== null, says(text)]).toEqual([wanted, wanted, wanted]);
		});
		test.each<[Role, StageId, boolean, boolean]>([
			['cto', 'series-a', true, true],
			['vp', 'series-a', false, true],
			['cto', 'series-b', false, false],
		])('%s at %s: a VP still to be hired %s, no word of several %s', (role, stage, hiring, few) => {
			show(architecture, { role, stage });
			expect([says(t('balance.lines.textEarly')), says(t('balance.lines.cto.givesEarly'))]).toEqual([hiring, few]);
			expect(says(t('balance.lines.cto.gives'))).toBe(!few);
		});
		test('few engineers at series B: there may be no VP yet', () => {
			show(architecture, { role: 'cto', stage: 'series-b', size: '26-100' });
			expect([says(t('balance.lines.textEarly')), says(t('balance.lines.cto.givesEarly'))]).toEqual([true, true]);
		});
		test.each<[string, Partial<Snapshot>, Role, boolean]>([
			['a CTO towards architecture', architecture, 'cto', true],
			['undecided', {}, 'cto', true],
			['towards people', people, 'cto', false],
			['a VP towards people', people, 'vp', true],
		])('what a very technical CTO leaves out is said to %s: %s', (_, change, role, said) => {
			show(change, { role });
			expect(says(t('balance.lines.cto.costs'))).toBe(said);
			expect(says(t('balance.lines.cto.costsPeople'))).toBe(!said);
		});
		test('each line with what it gives and what it costs', () => {
			show(architecture, { role: 'vp' });
			const table = screen.getByRole('table', { name: t('report.balance.lineCaption') });
			const rows = within(table)
				.getAllByRole('row')
				.map((row) => [...row.children].map(textOf));
			const wanted = [
				[t('report.balance.to'), t('report.balance.gives'), t('report.balance.costs')],
				...(['cto', 'ceo'] as const).map((to) => [t(`report.balance.${to}`), t(`balance.lines.${to}.gives`), t(`balance.lines.${to}.costs`)]),
			]; // prettier-ignore
			expect(rows).toEqual(wanted.map((row) => row.map(plain)));
		});
		test.each<[Role | null, Context['reportsTo'], 'vp-ceo' | 'vp-cto' | 'cto-ceo' | 'other' | null]>([
			['vp', 'ceo', 'vp-ceo'],
			['vp', 'cto', 'vp-cto'],
			['vp', 'other', 'other'],
			['vp', null, null],
			['cto', 'ceo', 'cto-ceo'],
			['cto', 'other', 'other'],
			['cto', null, null],
			['manager', 'cto', 'other'],
			['manager', 'ceo', null],
			['manager', null, null],
			[null, 'vp', 'other'],
			[null, 'ceo', null],
			[null, null, null],
		])('%s under %s: %s', (role, reportsTo, key) => {
			show({ ...architecture, facets: { ...perFacet(50), P3: 40 } }, { role, reportsTo, stage: 'series-b' });
			const all = (['vp-ceo', 'vp-cto', 'cto-ceo', 'other'] as const).filter((one) => says(t(`balance.lines.yours.${one}`))); // prettier-ignore
			expect(all).toEqual(key ? [key] : []);
		});
	});
});

describe('what to try', async () => {
	const book = await loadAdvice();
	const show = (change: Partial<Snapshot> = {}, said: Partial<Context> = {}, of: Book = book) => {
		const { context, reading } = readingFor(change, said);
		render(Try, { props: { advice: advise(of, reading, context, shot(change)), reading, context, section: null } });
		return { context, reading };
	};
	const tries = () => [...document.querySelectorAll<HTMLElement>('ol > li')];
	/** What each experiment is chosen for. */
	const whys = () => tries().map((item) => textOf(item.querySelector('.why')!));
	const questions = () => [...document.querySelectorAll('dl > div')].map((row) => [...row.children].map(textOf));
	const titleOf = (id: string) => itemText(`advice.experiments.${id}.title`);

	test.each(seats)('%s at %s: three experiments and three questions, each once and in words', (role, stage) => {
		show(architecture, { role, stage });
		expect(tries()).toHaveLength(3);
		for (const item of tries()) {
			const title = textOf(item.querySelector('h3')!);
			const known = book.experiments.find(({ id }) => plain(titleOf(id)) === title)!;
			expect(textOf(item)).toContain(plain(itemText(`advice.experiments.${known.id}.text`)));
		}
		expect(new Set(whys().map((why, i) => textOf(tries()[i]!) + why)).size).toBe(3);
		const asked = questions().map(([, question]) => question);
		const words = book.questions.map(({ id }) => plain(itemText(`advice.questions.${id}`)));
		expect([asked.length, new Set(asked).size, asked.every((question) => words.includes(question!))]).toEqual([3, 3, true]); // prettier-ignore
		expect(screen.getByText(t('report.try.text'))).toBeTruthy();
	});
	test('the same result is given the same', () => {
		show(architecture, { role: 'cto', stage: 'series-b' });
		const first = textOf(document.body);
		document.body.replaceChildren();
		show(architecture, { role: 'cto', stage: 'series-b' });
		expect(textOf(document.body)).toBe(first);
	});
	test('answers that contradict each other: only what rests on seat and stage', () => {
		show(careless, { role: 'cto', stage: 'series-b' });
		expect(screen.getByText(t('report.try.textCareless'))).toBeTruthy();
		expect(whys()).toEqual([t('report.try.why.seat')]);
		expect(questions()).toHaveLength(1);
	});

	describe('why each was chosen', () => {
		/** A book with one entry a slot, whose words are those of another. */
		const bookOf = (needs: Partial<Record<Entry['slot'], readonly string[]>> = {}): Book => {
			const made = (slot: Entry['slot'], from: readonly Entry[]): Entry => ({
				...from.find((entry) => entry.slot === slot)!,
				idea: slot,
				never: [],
				needs: needs[slot] ?? (slot === 'gap' ? ['gap:architecture'] : []),
			});
			return {
				experiments: (['stretch', 'handover', 'strong', 'energy', 'gap', 'stage'] as const).map((slot) =>
					made(slot, book.experiments),
				),
				questions: (['above', 'beside', 'team'] as const).map((slot) => made(slot, book.questions)),
			};
		};
		const facet = (id: (typeof facetIds)[number]) => ({ facet: t(`report.facets.names.${id}`) });
		const calls = { ...perFacet<-1 | 0 | 1>(0), P2: -1, A4: 1 } as const;
		type Row = [string, number, Partial<Snapshot>, Partial<Context>, readonly string[], () => string];
		test.each<Row>([
			['a facet that stands below its end', 0, { ...architecture, facetCalls: calls }, {}, [], () => t('report.try.why.called-below', facet('P2'))],
			['a facet that stands above its end', 1, { ...architecture, facetCalls: calls }, {}, [], () => t('report.try.why.called-above', facet('A4'))],
			['the range lies there', 0, people, { role: 'cto', stage: 'seed' }, [], () => t('report.try.why.stage.across.architecture', { rank: t('report.try.why.rank.tied', facet('A1')), lies: 'surely' })],
			['answers reach it less', 0, architecture, {}, [], () => t('report.try.why.lower.people', { rank: t('report.try.why.rank.tied', facet('P1')) })],
			['answers reach it more', 1, architecture, {}, [], () => t('report.try.why.higher.architecture.tied', facet('A4'))],
			['answers reach the other more', 1, people, {}, [], () => t('report.try.why.higher.people.tied', facet('P4'))],
			['the range nearer the centre', 0, { A: 110, P: 10 }, { role: 'tech-lead', stage: 'mature' }, [], () => t('report.try.why.stage.nearer.people', { rank: t('report.try.why.rank.tied', facet('P1')), lies: 'surely' })],
			['the ends alike', 0, { facets: { ...perFacet(50), A2: 40 } }, {}, [], () => t('report.try.why.equal.architecture', { rank: t('report.try.why.rank.alone', facet('A2')) })],
			['the ends not told apart', 0, { A: 54, P: 50, facets: { ...perFacet(50), P2: 40 } }, {}, [], () => t('report.try.why.close.people', { rank: t('report.try.why.rank.alone', facet('P2')) })],
			['the end that energy points to', 0, { A: 48, P: 54, drive: 76, practice: 24 }, {}, [], () => t('report.try.why.drawn.architecture', { rank: t('report.try.why.rank.tied', facet('A1')) })],
			['the lowest does not fit the stage', 0, { ...people, facets: { ...perFacet(50), A4: 30 } }, { stage: 'seed' }, [], () => t('report.try.why.lower.architecture', { rank: t('report.try.why.rank.tied', facet('A1')) })],
			['both ends', 0, both, {}, [], () => t('report.try.why.handover')],
			['neither end', 0, { ...elsewhere, facets: perFacet(10) }, {}, [], () => t('report.try.why.energy')],
			['neither end, a facet', 2, { ...elsewhere, facets: perFacet(10) }, {}, [], () => t('report.try.why.trial')],
			['the range probably lies there', 0, { A: 57, P: 44 }, { role: 'cto', stage: 'seed' }, [], () => t('report.try.why.stage.further.architecture', { rank: t('report.try.why.rank.tied', facet('A1')), lies: 'probably' })],
			['technical work for a VP where sales decides', 0, people, { role: 'vp', business: 'sales-led' }, [], () => `${t('report.try.why.lower.architecture', { rank: t('report.try.why.rank.tied', facet('A1')) })} ${t('report.try.why.judge')}`],
			['the seat, of which the page says nothing', 2, {}, { role: 'staff', stage: 'mature', size: '1-10' }, ['stage:mature'], () => t('report.try.why.byStage')],
			['any seat, though it is known', 2, {}, { role: 'vp', stage: 'seed' }, [], () => t('report.try.why.always')],
			['energy and month apart', 1, { drive: 70 }, {}, [], () => t('report.try.why.gap', { points: pointsInWords(20) })],
			['a posture towards offence', 2, leaning(80), {}, ['posture:offence'], () => t('report.try.why.posture.offence')],
			['a posture towards defence', 2, leaning(20), {}, ['posture:defence'], () => t('report.try.why.posture.defence')],
			['the seat, by its role', 2, {}, { role: 'vp', stage: 'seed' }, ['role:vp', 'stage:seed'], () => t('report.try.why.seat')],
			['the seat, by its side', 2, {}, { role: 'vp', stage: 'seed' }, ['side:people', 'stage:seed'], () => t('report.try.why.seat')],
			['the stage', 2, {}, { stage: 'seed' }, ['stage:seed'], () => t('report.try.why.atStage')],
			['nothing known', 2, {}, {}, [], () => t('report.try.why.any')],
		])('%s', (_, at, change, said, stage, why) => {
			show(change, said, bookOf({ stage }));
			expect(whys()[at]).toBe(plain(why()));
		}); // prettier-ignore
		test.each([[null, null], ...seats] as const)('in the book itself, at %s and %s', (role, stage) => {
			const { context, reading } = show(architecture, { role, stage });
			const { why, rank, facet: id } = focus(reading, context).stretch;
			const rankWords = t(`report.try.why.rank.${rank}`, facet(id));
			const { lies, zoneTowards, call } = fit(reading.place, context) ?? {
				lies: 'nearer',
				zoneTowards: null,
				call: null,
			};
			const end = id.startsWith('A') ? 'architecture' : 'people';
			const key =
				why !== 'stage'
					? (`${why}.${end}` as const)
					: lies === 'nearer'
						? (`stage.nearer.${end}` as const)
						: (`stage.${lies}.${zoneTowards!}` as const);
			const words = { rank: rankWords, lies: call === 'unlikely' ? 'probably' : 'surely' };
			expect(whys()[0]).toBe(plain(t(`report.try.why.${key as 'stage.nearer.people'}`, words)));
			expect(whys().at(-1)).toBe(t(role ? 'report.try.why.seat' : 'report.try.why.any'));
		});
	});

	test.each<[string, Partial<Snapshot>, Context['reportsTo'], Key[], Role?]>([
		['the CEO', architecture, 'ceo', ['report.try.to.ceo', 'report.try.to.beside', 'report.try.to.team']],
		['nobody said', architecture, null, ['report.try.to.above', 'report.try.to.beside', 'report.try.to.team']],
		['a level beam', {}, 'vp', ['report.try.to.vp', 'report.try.to.besideLevel', 'report.try.to.team']],
		['somebody else', {}, 'other', ['report.try.to.above', 'report.try.to.besideLevel', 'report.try.to.team']],
		[
			'a staff engineer, who leads no team',
			{},
			'cto',
			['report.try.to.cto', 'report.try.to.besideLevel', 'report.try.to.engineers'],
			'staff',
		],
		[
			'a tech lead, who leads one',
			{},
			'manager',
			['report.try.to.manager', 'report.try.to.besideLevel', 'report.try.to.team'],
			'tech-lead',
		],
		[
			'a CTO, whose other half is a seat',
			{},
			'ceo',
			['report.try.to.ceo', 'report.try.to.runs', 'report.try.to.team'],
			'cto',
		],
	])('whom to ask: %s', (_, change, reportsTo, keys, role) => {
		show(change, { reportsTo, role: role ?? null });
		expect(questions().map(([to]) => to)).toEqual(keys.map((key) => t(key)));
	});
	test.each<[boolean, Key]>([
		[true, 'report.try.to.later'],
		[false, 'report.try.to.longer'],
	])('founder %s: a peer who knows the company from the other side of its history', (founder, key) => {
		const { context, reading } = readingFor(architecture, { founder });
		const words = ['beside-architecture-founder', 'beside-architecture-hired'][founder ? 0 : 1]!;
		const only = { ...book, questions: book.questions.filter(({ id, slot }) => slot !== 'beside' || id === words) };
		render(Try, {
			props: { advice: advise(only, reading, context, shot(architecture)), reading, context, section: null },
		});
		expect(questions()[1]).toEqual([t(key), plain(itemText(`advice.questions.${words}`))]);
	});
	test('every superior has a name', () => {
		for (const reportsTo of superiors) {
			const { context, reading } = readingFor(architecture, { reportsTo });
			const { unmount } = render(Try, {
				props: { advice: advise(book, reading, context, shot(architecture)), reading, context, section: null },
			});
			expect(questions()[0]![0]).toBe(t(`report.try.to.${reportsTo === 'other' ? 'above' : reportsTo}`));
			unmount();
		}
	});
});
