/** What the owner of a result may do with it: lay out a week, send it, take it along. */
import { textOf } from '../../ui/words';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { decodeSent } from '../../../src/domain/code';
import { csv, resultRows } from '../../../src/domain/csv';
import { readFile, resultFile } from '../../../src/domain/file';
import { facetIds } from '../../../src/domain/instrument';
import { placeOf, read, type Reading } from '../../../src/domain/reading';
import type { Result } from '../../../src/domain/result';
import { sentOf, type Sent } from '../../../src/domain/sent';
import { evaluate, type Snapshot } from '../../../src/domain/snapshot';
import { calendar, energyGap, exampleWeeks } from '../../../src/domain/week';
import { dayInWords, t } from '../../../src/i18n/i18n';
import { MeState } from '../../../src/state/me.svelte';
import { Stored } from '../../../src/state/stored';
import { slots } from '../../../src/storage/slots';
import { contextInWords } from '../../../src/ui/contextWords';
import { picture } from '../../../src/ui/picture';
import { placeInWords, pointsInWords } from '../../../src/ui/placeWords';
import Send from '../../../src/views/result/Send.svelte';
import Take from '../../../src/views/result/Take.svelte';
import Week from '../../../src/views/result/Week.svelte';
import { gamma, red, shot } from '../../domain/shots';
import { fakeStorage, instrument } from '../../fake';
import { downloads } from '../files';
import { full, quick } from '../people';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));
vi.mock('../../../src/ui/picture', () => ({ picture: vi.fn() }));

const user = userEvent.setup();
const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });
const plain = (text: string) => text.replace(/\s+/g, ' ');
const says = (text: string): boolean => textOf(document.body).includes(plain(text));
const readingOf = (change: Partial<Snapshot> = {}) => read(shot(change), gamma);

describe('a week', () => {
	const hours = (...given: number[]): number[] => facetIds.map((_, i) => given[i] ?? 0);
	/** With a parent that takes what is saved, as the page does. */
	const show = (week: readonly number[] | null, reading: Reading = readingOf(), level: 'quick' | 'full' = 'full') => {
		const saved: (readonly number[] | null)[] = [];
		const save = (changed: readonly number[] | null) => {
			saved.push(changed);
			void view.rerender({ week: changed });
		};
		const view = render(Week, { props: { week, reading, level, section: null, save } });
		return saved;
	};
	const open = async (week: readonly number[] | null, reading?: Reading) => {
		const saved = show(week, reading);
		await user.click(button(t(week && calendar(week).rest < 40 ? 'report.week.change' : 'report.week.open')));
		return saved;
	};
	const name = (id: (typeof facetIds)[number]) => ({ facet: t(`report.facets.names.${id}`) });
	const more = (id: (typeof facetIds)[number]) => button(t('report.week.more', name(id)));
	const less = (id: (typeof facetIds)[number]) => button(t('report.week.less', name(id)));
	const slider = (id: (typeof facetIds)[number]) => screen.getByRole<HTMLInputElement>('slider', { name: name(id).facet }); // prettier-ignore
	const left = (n: number) => t('report.week.left', { n, hours: String(n), total: '40' });
	const sum = (architecture: number, people: number) =>
		t('report.week.sum', { architecture: String(architecture), people: String(people), rest: String(40 - architecture - people) }); // prettier-ignore
	const slide = async (id: (typeof facetIds)[number], to: number) => {
		await fireEvent.input(slider(id), { target: { value: String(to) } });
		await tick();
	};

	test('is offered, and nothing is laid out before it is asked for', () => {
		show(null);
		expect(button(t('report.week.open'))).toBeTruthy();
		expect([screen.queryByRole('group'), screen.queryByRole('img'), screen.queryByRole('table', { hidden: true })]).toEqual([null, null, null]); // prettier-ignore
	});
	test('none of it goes on paper before it is laid out', () => {
		const { container } = render(Week, {
			props: { week: null, reading: readingOf(), level: 'full', section: null, save: vi.fn() },
		});
		expect(container.querySelector('section')!.classList.contains('noprint')).toBe(true);
	});
	test('eight buckets, in the order of the facets, and what is left', async () => {
		await open(null);
		expect(screen.getByRole('group', { name: t('report.week.legend', { total: '40' }) })).toBeTruthy();
		expect(screen.getAllByRole('slider')).toEqual(facetIds.map(slider));
		expect(screen.getByText(left(40))).toBeTruthy();
	});
	test('hours come and go one by one, and add up', async () => {
		const saved = await open(null);
		await user.click(more('A1'));
		await user.click(more('A1'));
		await user.click(more('P4'));
		await user.click(less('A1'));
		expect(saved).toEqual([hours(1), hours(2), [2, 0, 0, 0, 0, 0, 0, 1], [1, 0, 0, 0, 0, 0, 0, 1]]);
		expect([slider('A1').value, slider('P4').value]).toEqual(['1', '1']);
		expect(textOf(screen.getAllByRole('status')[0]!)).toBe('1');
		expect(screen.getByText(left(38))).toBeTruthy();
		expect(says(sum(1, 1))).toBe(true);
	});
	test('a slider takes as many as it is moved to', async () => {
		const saved = await open(null);
		await slide('P1', 12);
		await slide('P1', 9);
		expect(saved).toEqual([hours(0, 0, 0, 0, 12), hours(0, 0, 0, 0, 9)]);
		expect(slider('P1').getAttribute('aria-valuetext')).toBe('9');
	});
	test('there are never more than 40: a slider goes back to what is left', async () => {
		const saved = await open(hours(30));
		await slide('P1', 25);
		expect(saved.at(-1)).toEqual(hours(30, 0, 0, 0, 10));
		expect(slider('P1').value).toBe('10');
		await slide('A2', 3);
		expect([saved.at(-1), slider('A2').value]).toEqual([hours(30, 0, 0, 0, 10), '0']);
	});
	test('when all are given out there is nothing to add, and only what stands can go', async () => {
		await open(hours(39));
		expect(screen.getByText(left(1))).toBeTruthy();
		expect([more('A1').disabled, less('A1').disabled, less('P1').disabled]).toEqual([false, false, true]);
		await user.click(more('P1'));
		expect(screen.getByText(left(0))).toBeTruthy();
		expect(facetIds.map((id) => more(id).disabled)).toEqual(Array(8).fill(true));
		expect(facetIds.filter((id) => !less(id).disabled)).toEqual(['A1', 'P1']);
	});
	test('done, it closes and stays', async () => {
		const saved = await open(hours(8, 0, 0, 0, 8));
		await user.click(button(t('report.week.done')));
		expect([screen.queryByRole('group'), saved]).toEqual([null, []]);
		expect(button(t('report.week.change'))).toBeTruthy();
		expect(says(sum(8, 8))).toBe(true);
	});
	test('taken away, nothing of it is left', async () => {
		const saved = await open(hours(8, 0, 0, 0, 8));
		await user.click(button(t('report.week.remove')));
		expect(saved).toEqual([null]);
		expect(button(t('report.week.open'))).toBeTruthy();
		expect(screen.queryByRole('img')).toBeNull();
	});
	test('what was never laid out cannot be taken away', async () => {
		await open(null);
		expect(screen.queryByRole('button', { name: t('report.week.remove') })).toBeNull();
	});

	describe('beside what gives energy', () => {
		/** Half and half: the calendar is 50. The half-width of the gap to a drive of 64 is hypot(7.97, 9.87) = 12.7. */
		const even = hours(8, 0, 0, 0, 8);
		type Row = [string, readonly number[], number, 'stated.architecture' | 'stated.people' | 'unstated' | 'small'];
		test.each<Row>([
			['far towards architecture', even, 80, 'stated.architecture'],
			['far towards people', even, 20, 'stated.people'],
			['the calendar on the other side', hours(20), 30, 'stated.people'],
			['within the noise', even, 55, 'unstated'],
			['just as the week is', hours(12, 0, 0, 0, 12), 50, 'unstated'],
			['more than the noise, but less than 15 points', even, 64, 'small'],
		])('%s', (_, week, drive, key) => {
			const reading = readingOf({ drive });
			show(week, reading);
			const { E, half } = energyGap(week, reading.drive);
			const words = { points: pointsInWords(E), half: half.toFixed(0) };
			const all = (['stated.architecture', 'stated.people', 'unstated', 'small'] as const).filter((id) => says(t(`report.week.${id}`, words))); // prettier-ignore
			expect(all).toEqual([key]);
			expect(screen.getAllByRole('img').map((beam) => beam.getAttribute('aria-label'))).toEqual([
				t('report.gap.driveAlt', { place: placeInWords(reading.drive) }),
				t('report.week.weekAlt', { place: placeInWords(placeOf(calendar(week).C, 0)) }),
			]);
		});
		type Against = [
			string,
			readonly number[],
			Partial<Snapshot>,
			'quick' | 'full',
			'unlikeMonth' | 'monthApart' | null,
		];
		test.each<Against>([
			['apart from both', even, { drive: 80, practice: 40 }, 'full', null],
			['apart from energy, as the month is not', even, { drive: 80, practice: 80 }, 'full', 'unlikeMonth'],
			['the same, of a form that says too little of the month', even, { drive: 80, practice: 80 }, 'quick', null],
			['apart the other way than the month', hours(20), { drive: 50, practice: 10 }, 'full', 'unlikeMonth'],
			['where energy is, as the month is not', even, { drive: 55, practice: 15 }, 'full', 'monthApart'],
			['near both', even, { drive: 50, practice: 50 }, 'full', null],
		])('a week %s', (_, week, change, level, key) => {
			show(week, readingOf(change), level);
			expect((['unlikeMonth', 'monthApart'] as const).filter((id) => says(t(`report.week.${id}`)))).toEqual(key ? [key] : []);
		}); // prettier-ignore
		test('who is drawn elsewhere reads that the two ends share alike, not that the week agrees with energy', () => {
			const reading = readingOf({ A: 8, P: 8, drive: 50 });
			show(even, reading);
			const words = { points: pointsInWords(0), half: energyGap(even, reading.drive).half.toFixed(0) };
			expect(says(t('report.week.unstatedElsewhere', words))).toBe(true);
			expect(says(t('report.week.unstated', words))).toBe(false);
		});
		test('answers that contradict each other are held against no week', () => {
			show(even, readingOf({ drive: 90, quality: red }));
			expect(says(t('report.week.red'))).toBe(true);
			expect(screen.queryByRole('img')).toBeNull();
			expect(says(sum(8, 8))).toBe(true);
		});
	});
	test('in a table beside two example weeks, with everything else', () => {
		const week = hours(1, 2, 3, 4, 5, 6, 7, 8);
		show(week);
		const rows = within(screen.getByRole('table', { name: t('report.week.tableTitle') }))
			.getAllByRole('row')
			.map((row) => [...row.children].map(textOf));
		const rest = [week, exampleWeeks.cto, exampleWeeks.vp].map((one) => String(calendar(one).rest));
		expect(rows).toEqual([
			[t('report.week.bucketHead'), t('report.week.yours'), t('ui.about.roles.cto'), t('ui.about.roles.vp')],
			...facetIds.map((id, i) => [name(id).facet, ...[week, exampleWeeks.cto, exampleWeeks.vp].map((one) => String(one[i]))]),
			[t('report.week.else'), ...rest],
		]); // prettier-ignore
	});
});

const dayOf = (result: Result) => result.takenAt.slice(0, 10);
const sentFrom = (result: Result): Sent => sentOf(instrument, result, evaluate(instrument, result).snapshot, dayOf(result)); // prettier-ignore
const said: Result = { ...full, week: [1, 2, 3, 4, 5, 6, 7, 8], context: { ...full.context, role: 'cto', stage: 'series-b', founder: true } }; // prettier-ignore

describe('sending it', () => {
	const show = (
		result: Result = said,
		name: string | null = null,
		asked: { from: string | null } | null = null,
		linked = true,
	) => {
		// prettier-ignore
		const storage = fakeStorage();
		const answered = vi.fn();
		const draw = vi.fn(() => '00ff9a3b1c');
		const me = new MeState(new Stored(slots(() => storage)), draw);
		render(Send, {
			props: {
				instrument: instrument.id,
				sent: sentFrom(result),
				get name() {
					return me.name ?? name;
				},
				claim: () => me.claim(),
				rename: (to) => me.rename(to),
				section: null,
				asked,
				answered,
				address: linked ? (code) => `https://example.org/#/r/${code}` : null,
			},
		});
		return { storage, draw, me, answered };
	};
	const prepare = async (...given: Parameters<typeof show>) => {
		const shown = show(...given);
		await user.click(button(t(given[3] === false ? 'report.sendCode.prepare' : 'report.send.prepare')));
		return shown;
	};
	const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: t('report.send.name') });
	const link = () => screen.getByRole<HTMLInputElement>('textbox', { name: t('report.send.link') }).value;
	const tick = () => screen.getByRole('checkbox', { name: t('report.send.person') });
	const inLink = (): Sent => {
		const read = decodeSent(link().replace('https://example.org/#/r/', ''));
		if (!('sent' in read)) throw new Error(read.fault);
		return read.sent;
	};
	/** What stands under a heading of the preview. */
	const listed = (key: 'goes' | 'stays') =>
		within(screen.getByRole('heading', { level: 3, name: t(`report.send.${key}`) }).nextElementSibling as HTMLElement)
			.getAllByRole('listitem')
			.map(textOf);
	interface Along {
		readonly name?: string | null;
		readonly person?: string | null;
	}
	/** What of this result goes along, in the order of the preview. */
	const goes = (result: Result, { name = null, person = null }: Along): string[] => {
		const context = contextInWords(result.context);
		return [
			name ? t('report.send.items.name', { name }) : t('report.send.items.noName'),
			t('report.send.items.place'),
			...(result.form === 'full' ? [t('report.send.items.posture')] : []),
			t('report.send.items.quality'),
			t('report.send.items.day', { day: dayInWords(dayOf(result)) }),
			t('report.send.items.form'),
			context ? t('report.send.items.context', { context }) : t('report.send.items.noContext'),
			...(person ? [t('report.send.items.person', { person })] : []),
		].map(plain);
	};
	const person = '00ff9a3b1c';

	test('nothing is made before it is asked for: no number, no link, nothing kept', () => {
		const { storage, draw, me } = show(said, 'Margaret');
		expect(draw).not.toHaveBeenCalled();
		expect([me.person, storage.length, says('F1')]).toEqual([null, 0, false]);
		expect(screen.queryByRole('textbox')).toBeNull();
		expect(screen.getByText(t('report.send.text'))).toBeTruthy();
	});
	test('prepared, the number stands for this browser and stays the same', async () => {
		const { storage, draw, me } = await prepare();
		expect([draw.mock.calls.length, me.person, storage.length]).toEqual([1, person, 1]);
		await user.click(tick());
		await user.click(tick());
		expect(draw).toHaveBeenCalledTimes(1);
		expect(document.activeElement === field() || document.activeElement === tick()).toBe(true);
	});
	test('the name given last stands there, ready to be changed', async () => {
		await prepare(said, 'Margaret');
		expect(field().value).toBe('Margaret');
		expect(document.activeElement).toBe(field());
		expect(field().maxLength).toBe(60);
	});

	describe('the preview lists exactly what goes', () => {
		type Row = [string, Result, string | null, boolean];
		test.each<Row>([
			['everything', said, 'Margaret', true],
			['the name left out', said, null, true],
			['the person left out', said, 'Margaret', false],
			['both left out', said, null, false],
			['nothing said of the seat', full, null, true],
			['the quick form, which asks for no posture', { ...quick, context: said.context }, null, true],
		])('%s', async (_, result, name, withPerson) => {
			await prepare(result, name);
			if (!withPerson) await user.click(tick());
			expect(listed('goes')).toEqual(goes(result, { name, person: withPerson ? person : null }));
			expect(listed('stays')).toEqual((['answers', 'week', 'pace'] as const).map((id) => t(`report.send.items.${id}`)));
			expect(inLink()).toEqual({ ...sentFrom(result), name, person: withPerson ? person : null });
		}); // prettier-ignore
		test('typed, the name is in the preview and in the link at once', async () => {
			await prepare();
			await user.type(field(), ' Grace Hopper ');
			expect(listed('goes')).toEqual(goes(said, { name: 'Grace Hopper', person }));
			expect(inLink().name).toBe('Grace Hopper');
		});
		test('taken away, nobody is named', async () => {
			await prepare(said, 'Margaret');
			await user.clear(field());
			expect(listed('goes')).toEqual(goes(said, { person }));
			expect(inLink().name).toBeNull();
		});
		test('the link reads as this page does, and holds no answers', async () => {
			await prepare();
			expect(read(inLink().snapshot, instrument.gamma)).toEqual(read(sentFrom(said).snapshot, instrument.gamma));
			expect(Object.keys(inLink())).not.toContain('answers');
		});
	});

	describe('copying', () => {
		const status = () => textOf(screen.getByRole('status'));
		test('the link', async () => {
			const { me } = await prepare();
			await user.type(field(), 'Grace');
			expect([me.name, status()]).toEqual([null, '']);
			await user.click(button(t('report.send.copy')));
			expect(await navigator.clipboard.readText()).toBe(link());
			expect([status(), me.name]).toEqual([t('report.send.copied'), 'Grace']);
		});
		test('the bare code', async () => {
			await prepare();
			await user.click(button(t('report.sendCode.copy')));
			const code = await navigator.clipboard.readText();
			expect(link().endsWith(`/${code}`)).toBe(true);
			expect('sent' in decodeSent(code)).toBe(true);
			expect(status()).toBe(t('report.sendCode.copied'));
		});
		test('where no address leads others here: the code itself, and nothing speaks of a link', async () => {
			const { answered } = show(said, null, { from: 'Ada' }, false);
			expect(screen.getByText(plain(t('report.sendCode.back', { by: 'Ada' })))).toBeTruthy();
			await user.click(button(t('report.sendCode.copy')));
			const code = await navigator.clipboard.readText();
			expect('sent' in decodeSent(code)).toBe(true);
			const shown = screen.getByRole<HTMLInputElement>('textbox', { name: t('report.sendCode.link') });
			expect([shown.value, status()]).toEqual([code, t('report.sendCode.copied')]);
			expect(answered).toHaveBeenCalledOnce();
			expect([says(t('report.send.copy')), says(t('report.send.qr')), says(t('report.send.text'))]).toEqual([false, false, false]); // prettier-ignore
		});
		test('where the browser does not let the page, it says so and the link can be marked', async () => {
			await prepare();
			const refuse = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('denied'));
			await user.click(button(t('report.send.copy')));
			await vi.waitFor(() => expect(status()).toBe(t('report.send.copyFailed')));
			refuse.mockRestore();
			const input = screen.getByRole<HTMLInputElement>('textbox', { name: t('report.send.link') });
			await user.click(input);
			expect([input.readOnly, input.selectionStart, input.selectionEnd]).toEqual([true, 0, link().length]);
		});
		test('copied after a copy that failed, it says the latter', async () => {
			await prepare();
			const refuse = vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValueOnce(new Error('denied'));
			await user.click(button(t('report.send.copy')));
			await vi.waitFor(() => expect(status()).toBe(t('report.send.copyFailed')));
			await user.click(button(t('report.send.copy')));
			await vi.waitFor(() => expect(status()).toBe(t('report.send.copied')));
			refuse.mockRestore();
		});
	});

	describe('sharing', () => {
		afterEach(() => void delete (navigator as { share?: unknown }).share);
		const sharing = (act: () => Promise<void>) => {
			const share = vi.fn(act);
			Object.assign(navigator, { share });
			return share;
		};
		test('is offered only where the browser can', async () => {
			await prepare();
			expect(screen.queryByRole('button', { name: t('report.send.share') })).toBeNull();
		});
		test('hands over the link and keeps the name', async () => {
			const share = sharing(() => Promise.resolve());
			const { me } = await prepare(said, 'Margaret');
			await user.click(button(t('report.send.share')));
			expect(share.mock.calls).toEqual([[{ title: t('report.send.shareText'), url: link() }]]);
			expect(me.name).toBe('Margaret');
		});
		test('turned back, nothing is said', async () => {
			sharing(() => Promise.reject(new DOMException('no', 'AbortError')));
			await prepare();
			await user.click(button(t('report.send.share')));
			expect(textOf(screen.getByRole('status'))).toBe('');
		});
	});
	describe('where somebody asked for it', () => {
		const asked = (from: string | null) => show(said, null, { from });
		const back = (by: string | null) => plain(by ? t('report.send.back', { by }) : t('report.send.backNobody'));
		test.each([
			['by name', 'Ada'],
			['without a name', null],
		])('it says so, and the link is there to be copied: %s', async (_, from) => {
			asked(from);
			expect(screen.getByText(back(from))).toBeTruthy();
			expect(button(t('report.send.copy'))).toBeTruthy();
			expect(document.activeElement).toBe(document.body);
		});
		test('nobody asked: nothing is said', async () => {
			await prepare();
			expect(says(back(null))).toBe(false);
		});
		test('copied, it is answered', async () => {
			const { answered } = asked('Ada');
			expect(answered).not.toHaveBeenCalled();
			await user.click(button(t('report.send.copy')));
			expect(answered).toHaveBeenCalledTimes(1);
		});
	});
	test('the link as a picture to point a camera at', async () => {
		await prepare();
		expect(await screen.findByRole('img', { name: t('report.send.qrAlt'), hidden: true })).toBeTruthy();
	});
	test('a name that is markup is text', async () => {
		await prepare(said, '<b>May</b>');
		expect(document.querySelector('li b')).toBeNull();
		expect(inLink().name).toBe('<b>May</b>');
	});
});

describe('taking it along', () => {
	const handed = downloads();
	beforeEach(() => vi.mocked(picture).mockReset());
	const show = (result: Result = said, figures = 3) =>
		render(Take, {
			props: {
				instrument,
				result,
				sent: sentFrom(result),
				figures,
				section: null,
				address: 'https://example.org/#/result/r-1',
				now: () => '2026-11-23T08:15:30.123Z',
			},
		});
	/** A page around it, as the app has one. */
	const page = (content: string) => {
		const main = document.body.appendChild(Object.assign(document.createElement('main'), { id: 'main' }));
		main.innerHTML = content;
		return main;
	};
	afterEach(() => document.querySelectorAll('#main').forEach((main) => main.remove()));
	const names = () => handed.map(({ name }) => name);

	test('the result file: everything, and read back the same', async () => {
		show();
		await user.click(button(t('report.take.json')));
		expect([names(), handed[0]!.type]).toEqual([['fulcrum-2026-11-22.json'], 'application/json']);
		const text = await handed[0]!.blob.text();
		expect(text).toBe(resultFile(instrument, said));
		expect(readFile(instrument, text)).toMatchObject({ results: [said], refused: [], dropped: [] });
	});
	test('the table', async () => {
		show();
		await user.click(button(t('report.take.csv')));
		expect([names(), handed[0]!.type]).toEqual([['fulcrum-2026-11-22.csv'], 'text/csv']);
		// A blob read as text has lost its byte order mark.
		const bytes = new Uint8Array(await handed[0]!.blob.arrayBuffer());
		const wanted = csv(resultRows([{ id: said.id, sent: sentFrom(said), gamma: instrument.gamma }]));
		expect(Buffer.from(bytes).toString('utf8')).toBe(wanted);
		expect(wanted.split('\r\n')).toHaveLength(3);
	});
	test('the words of the page', async () => {
		page('<h1>Your answers lean</h1><p>Two words</p>');
		show();
		await user.click(button(t('report.take.markdown')));
		await vi.waitFor(() => expect(names()).toEqual(['fulcrum-2026-11-22.md']));
		expect(handed[0]!.type).toBe('text/markdown');
		expect(await handed[0]!.blob.text()).toBe('# Your answers lean\n\nTwo words\n');
	});
	test('a date to come back, half a year after the day it was taken', async () => {
		show();
		await user.click(button(t('report.take.reminder')));
		expect([names(), handed[0]!.type]).toEqual([['fulcrum.ics'], 'text/calendar']);
		const lines = (await handed[0]!.blob.text()).replaceAll('\r\n ', '').split('\r\n');
		for (const line of [
			'UID:r-1@fulcrum',
			'DTSTAMP:20261123T081530Z',
			'DTSTART;VALUE=DATE:20270522',
			'URL:https://example.org/#/result/r-1',
			`SUMMARY:${t('report.take.reminderTitle').replaceAll(',', '\\,')}`,
		])
			expect(lines).toContain(line);
		expect(screen.getByText(t('report.take.reminderIs', { day: dayInWords('2027-05-22') }))).toBeTruthy();
	});
	test.each([
		['a name', 'Spring, after the move', 'fulcrum-Spring-after-the-move.json'],
		['a name that no file system takes', '../..', 'fulcrum-2026-11-22.json'],
	])('is called by its name: %s', async (_, name, file) => {
		show({ ...said, name });
		await user.click(button(t('report.take.json')));
		expect(names()).toEqual([file]);
	});

	describe('pictures', () => {
		const figures = () =>
			page('<figure data-figure="1">A</figure><figure>none</figure><figure data-figure="2">B</figure>');
		const nth = (n: number) => button(t('report.take.figure', { n: String(n) }));

		test.each([2, 7])('as many as there are figures: %d', (count) => {
			show(said, count);
			const offered = screen.getAllByRole('button').filter((one) => Array.from({ length: count }, (_, i) => t('report.take.figure', { n: String(i + 1) })).includes(textOf(one))); // prettier-ignore
			expect(offered).toHaveLength(count);
		});
		test('the figure of that number', async () => {
			const main = figures();
			const drawn = new Blob(['png'], { type: 'image/png' });
			vi.mocked(picture).mockResolvedValue(drawn);
			show(said, 2);
			await user.click(nth(2));
			await vi.waitFor(() => expect(names()).toEqual(['fulcrum-2026-11-22.2.png']));
			expect(vi.mocked(picture).mock.calls).toEqual([[main.querySelectorAll('figure')[2]]]);
			expect(handed[0]!.blob).toBe(drawn);
			expect(screen.queryByRole('alert')).toBeNull();
		});
		test('where it cannot be made it says so, until another can', async () => {
			figures();
			vi.mocked(picture)
				.mockRejectedValueOnce(new Error('tainted'))
				.mockResolvedValueOnce(new Blob(['png']));
			show(said, 2);
			await user.click(nth(1));
			expect((await screen.findByRole('alert')).textContent).toBe(t('report.take.failed'));
			expect(names()).toEqual([]);
			await user.click(nth(1));
			await vi.waitFor(() => expect(names()).toEqual(['fulcrum-2026-11-22.1.png']));
			expect(screen.queryByRole('alert')).toBeNull();
		});
	});
});
