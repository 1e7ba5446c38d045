/** What comes from elsewhere and from earlier: links, codes and files; faults; results over time. */
import { textOf } from '../ui/words';
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test, vi } from 'vitest';
import { encodeSent, type Fault } from '../../src/domain/code';
import { change } from '../../src/domain/compare';
import { longestFile, resultFile } from '../../src/domain/file';
import { facetIds } from '../../src/domain/instrument';
import { encodeInvite } from '../../src/domain/inviteCode';
import { noContext, type Context, type Result } from '../../src/domain/result';
import { sentOf, type Sent } from '../../src/domain/sent';
import { evaluate } from '../../src/domain/snapshot';
import { emptyTeam } from '../../src/domain/team';
import { encodeTeam } from '../../src/domain/teamCode';
import { date, dayInWords, t } from '../../src/i18n/i18n';
import { contextInWords } from '../../src/ui/contextWords';
import { pointsInWords } from '../../src/ui/placeWords';
import Changes from '../../src/views/Changes.svelte';
import Open from '../../src/views/Open.svelte';
import Refused from '../../src/views/Refused.svelte';
import { sent } from '../domain/shots';
import { instrument } from '../fake';
import { drawnIn } from './drawn';
import { fileOf, hugeFile } from './files';
import { answersTo, browser, full, quick, readingOf, resultOf } from './people';

vi.mock('../../src/charts/canvas.svelte', () => import('./drawn'));

const user = userEvent.setup();
const plain = (text: string) => text.replace(/\s+/g, ' ');
const says = (text: string): boolean => textOf(document.body).includes(plain(text));
const button = (name: string) => screen.getByRole('button', { name });

describe('opening what came', () => {
	const show = (...kept: Result[]) => {
		const page = browser(...kept);
		const props = {
			instrument,
			results: page.results,
			sent: (code: string) => `#/r/${code}`,
			teamSent: (code: string) => `#/t/${code}`,
			join: (code: string) => `#/join/${code}`,
			path: (id: string) => `#/result/${id}`,
		};
		const stored = () => [...Array(page.storage.length).keys()].map((i) => page.storage.key(i)).sort();
		return { ...page, ...render(Open, { props }), stored };
	};
	const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: t('report.open.paste') });
	const look = async (text: string) => {
		await fireEvent.input(field(), { target: { value: text } });
		await user.click(button(t('report.open.look')));
	};
	const picker = () => screen.getByLabelText<HTMLInputElement>(t('report.open.file'));
	const choose = async (...files: File[]) => {
		await user.upload(picker(), files);
		await screen.findByRole('heading', { name: t('report.open.found') });
	};
	const rows = () => screen.queryAllByRole('listitem');
	/** What each row says, without its buttons. */
	const told = () => rows().map((row) => textOf(row.querySelector('p')!));
	const link = (of: Sent) => `https://example.org/app/#/r/${encodeSent(of)}`;
	const ada = sent({ A: 80, P: 40 }, { name: 'Ada', day: '2026-05-01' });
	const grace = sent({ A: 40, P: 80 }, { name: 'Grace', day: '2026-05-02' });
	const nobody = sent({}, { day: '2026-05-03' });
	const codeRow = (name: string, day: string) => plain(t('report.open.codeRow', { name, day: dayInWords(day) }));
	const fileRow = (result: Result) => plain(t('report.open.fileRow', { name: result.name ?? t('report.open.nameless'), day: date(result.takenAt) })); // prettier-ignore
	const refused = (what: string, why: string) => plain(t('report.open.refused', { what, why }));

	describe('a message', () => {
		const broken = `${encodeSent(ada).slice(0, 40)}x${encodeSent(ada).slice(41)}`;
		const message = `Hi,\nhere are ours: ${link(ada)} and ${link(grace)}.\n> ${encodeSent(nobody)}\nThe last: https://example.org/#/r/${broken}`;

		test('three links and a damaged one: each by name and day, the last with what is wrong', async () => {
			const { stored } = show();
			await look(message);
			expect(told()).toEqual([
				codeRow('Ada', '2026-05-01'),
				codeRow('Grace', '2026-05-02'),
				codeRow(t('report.open.nameless'), '2026-05-03'),
				refused(broken.slice(0, 24), t('report.faults.damaged')),
			]);
			const links = screen.getAllByRole('link', { name: t('report.open.show') });
			expect(links.map((one) => one.getAttribute('href'))).toEqual([ada, grace, nobody].map((of) => `#/r/${encodeSent(of)}`)); // prettier-ignore
			expect(stored()).toEqual([]);
		});
		test('pasted, it is looked at without being asked', async () => {
			show();
			await user.click(field());
			await user.paste(message);
			await vi.waitFor(() => expect(rows()).toHaveLength(4));
		});
		test('sent off with the key that sends a form', async () => {
			show();
			await fireEvent.input(field(), { target: { value: link(ada) } });
			await fireEvent.submit(field().form!);
			expect(told()).toEqual([codeRow('Ada', '2026-05-01')]);
		});
		test('a team and an invite lead to their own pages', async () => {
			show();
			const team = encodeTeam({ ...emptyTeam('0b0f3a52-93a6-4f0e-9d4c-0a2f7e8d9c11', 'Leads'), members: [] });
			const invite = encodeInvite({ team: null, name: 'Leads', from: 'Ada', form: 'full' });
			await look(`${team} ${invite}`);
			expect(told()).toEqual([
				plain(t('report.open.teamRow', { name: 'Leads', n: 0, count: '0' })),
				plain(t('report.open.inviteRow', { name: 'Leads' })),
			]);
			expect(screen.getAllByRole('link').map((one) => one.getAttribute('href'))).toEqual([`#/t/${team}`, `#/join/${invite}`]); // prettier-ignore
		});
		test.each(['', 'Hello, see you on Monday'])('nothing of ours in “%s”: it says so', async (text) => {
			show();
			await look(text);
			expect(screen.getByText(t('report.open.nothing'))).toBeTruthy();
			expect(rows()).toEqual([]);
		});
		test('before anything is looked at, nothing is said to be found', () => {
			show();
			expect(screen.queryByRole('heading', { name: t('report.open.found') })).toBeNull();
		});
		test('a name that is markup is text', async () => {
			show();
			await look(link({ ...ada, name: '<b>May</b>' }));
			expect(told()).toEqual([codeRow('<b>May</b>', '2026-05-01')]);
		});
	});

	describe('a file', () => {
		const named: Result = { ...full, id: 'r-9', name: 'Spring', week: [1, 2, 3, 4, 5, 6, 7, 8] };
		const file = (result: Result = named) => fileOf(resultFile(instrument, result), 'spring.json');

		test('is told, and kept only when that is asked for', async () => {
			const { results, stored } = show();
			await choose(file());
			expect([told(), results.find('r-9'), stored()]).toEqual([[fileRow(named)], null, []]);
			await user.click(button(t('report.open.keep')));
			expect(results.find('r-9')).toEqual(named);
			expect(stored()).toEqual(['fulcrum:result:r-9']);
		});
		test('kept, it can be opened', async () => {
			show();
			await choose(file());
			await user.click(button(t('report.open.keep')));
			expect(screen.getByText(t('report.open.same'))).toBeTruthy();
			expect(screen.getByRole('link', { name: t('report.open.show') }).getAttribute('href')).toBe('#/result/r-9');
			expect(screen.queryByRole('button', { name: t('report.open.keep') })).toBeNull();
		});
		test('another state of one that is kept here replaces it only when that is asked for', async () => {
			const { results } = show({ ...named, name: 'May' });
			await choose(file());
			expect(screen.queryByRole('button', { name: t('report.open.keep') })).toBeNull();
			expect(results.find('r-9')?.name).toBe('May');
			await user.click(button(t('report.open.replace')));
			expect(results.find('r-9')).toEqual(named);
			expect(screen.getByText(t('report.open.same'))).toBeTruthy();
		});
		test('the very one that is kept here is there already', async () => {
			const { results } = show(named, quick);
			await choose(file());
			expect(screen.getByText(t('report.open.same'))).toBeTruthy();
			expect(screen.queryByRole('button', { name: t('report.open.replace') })).toBeNull();
			expect(results.list).toHaveLength(2);
		});
		test('its scores are not believed: they are worked out from the answers', async () => {
			const { results } = show();
			const forged = JSON.parse(resultFile(instrument, named)) as { scores: { S: { value: number } } };
			forged.scores.S.value = 99;
			await choose(fileOf(JSON.stringify(forged)));
			await user.click(button(t('report.open.keep')));
			expect(results.find('r-9')).toEqual(named);
		});
		test('what of it cannot be read is left out, and told', async () => {
			const { results } = show();
			const record = JSON.parse(resultFile(instrument, named)) as Record<string, unknown>;
			await choose(fileOf(JSON.stringify({ ...record, week: 'all of it', context: { role: 'king' } })));
			expect(told()[0]).toBe(`${fileRow(named)} ${plain(t('report.open.dropped', { list: 'context.role, week' }))}`);
			await user.click(button(t('report.open.keep')));
			expect(results.find('r-9')).toMatchObject({ week: null, context: noContext, answers: named.answers });
		});
		test.each<[string, () => File, string, () => string]>([
			['of another program', () => fileOf('{"format":"notes"}', 'notes.json'), 'notes.json', () => t('report.faults.foreignFile')],
			['that is no data', () => fileOf('# Notes', 'notes.md'), 'notes.md', () => t('report.faults.not-json')],
			['that is too large', () => hugeFile(longestFile + 1), 'huge.json', () => t('report.faults.too-large')],
			['of a newer Fulcrum', () => fileOf(JSON.stringify({ ...JSON.parse(resultFile(instrument, full)), version: 99 }), 'new.json'), 'new.json', () => t('report.faults.newer')],
			['of which too much is missing', () => fileOf('{"format":"fulcrum-result","version":1}', 'half.json'), 'half.json', () => t('report.faults.unreadable')],
			['with other questions', () => fileOf(resultFile(instrument, { ...full, instrument: { id: 'lever', version: '1.0.0' } }), 'lever.json'), 'lever.json', () => t('report.faults.other-instrument')],
		])('%s is refused by name', async (_, given, what, why) => {
			const { results } = show();
			await userEvent.setup({ applyAccept: false }).upload(picker(), given());
			await vi.waitFor(() => expect(told()).toEqual([refused(what, why())]));
			expect([results.list, screen.queryByRole('button', { name: t('report.open.keep') })]).toEqual([[], null]);
		}); // prettier-ignore
		test('just as large as may be, it is read', async () => {
			show();
			await choose(hugeFile(longestFile));
			expect(told()).toEqual([refused('huge.json', t('report.faults.foreignFile'))]);
		});
		test('several at once, each for itself', async () => {
			const { results } = show();
			await choose(file(), fileOf('{}', 'other.json'), file({ ...named, id: 'r-8', name: 'May' }));
			expect(told()).toEqual([
				fileRow(named),
				refused('other.json', t('report.faults.foreignFile')),
				fileRow({ ...named, name: 'May' }),
			]);
			await user.click(within(rows()[2]!).getByRole('button', { name: t('report.open.keep') }));
			expect(results.list.map(({ id }) => id)).toEqual(['r-8']);
		});
		test('text with codes in it is looked through for them', async () => {
			show();
			await choose(new File([`Ours:\n${link(ada)}`], 'chat.txt', { type: 'text/plain' }));
			expect(told()).toEqual([codeRow('Ada', '2026-05-01')]);
		});
		test('a list of results: what one of them lost is told with that one alone', async () => {
			show();
			const records = [named, { ...named, id: 'r-8', name: 'May' }].map((one) => JSON.parse(resultFile(instrument, one)) as Record<string, unknown>); // prettier-ignore
			await choose(fileOf(JSON.stringify([records[0], { ...records[1], week: 'none' }])));
			expect(told()[0]).toBe(fileRow(named));
			expect(told()[1]).toContain('week');
		});
		test('of very many a thousand are listed, and the rest is counted', async () => {
			const { container } = show();
			await choose(fileOf(`[${Array<string>(1203).fill('{"format":"fulcrum-result"}').join()}]`));
			expect(container.querySelectorAll('li')).toHaveLength(1000);
			expect(screen.getByText(plain(t('report.open.more', { n: 203, count: '203' })))).toBeTruthy();
		}, 20_000);
		test('dropped anywhere on the page, and the page stays', async () => {
			show();
			const dropped = await fireEvent.drop(window, { dataTransfer: { files: [file()] } });
			expect([dropped, await fireEvent.dragOver(window)]).toEqual([false, false]);
			await vi.waitFor(() => expect(told()).toEqual([fileRow(named)]));
		});
		test.each([
			['text', {}],
			['nothing', { dataTransfer: { files: [] } }],
		])('%s dropped finds nothing', async (_, event) => {
			show();
			await fireEvent.drop(window, event);
			expect(screen.queryByRole('heading', { name: t('report.open.found') })).toBeNull();
		});
		test('where the browser keeps nothing, it stands for this visit', async () => {
			const { results, notices, storage } = show();
			storage.setItem = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
			await choose(file());
			await user.click(button(t('report.open.keep')));
			expect([results.find('r-9') !== null, notices.list.map(({ key }) => key)]).toEqual([true, ['notKept']]);
		});
	});
});

describe('a code that cannot be read', () => {
	const show = (fault: Fault, code = 'F1abc') => render(Refused, { fault, code, home: '#/', open: '#/open' });
	test.each<Fault>(['foreign', 'damaged', 'newer', 'other-instrument'])('%s: what is wrong and what to do', (fault) => {
		show(fault);
		expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe(t('report.refused.heading'));
		expect(screen.getByText(t(`report.faults.${fault}`))).toBeTruthy();
		expect(screen.getByText(t('report.refused.safe'))).toBeTruthy();
		expect(document.title).toBe(t('ui.page.titled', { what: t('report.refused.heading') }));
	});
	test('four faults, four texts', () => {
		const texts = (['foreign', 'damaged', 'newer', 'other-instrument'] as const).map((fault) => t(`report.faults.${fault}`)); // prettier-ignore
		expect(new Set(texts).size).toBe(4);
	});
	test('leads to another try and home', () => {
		show('damaged');
		expect(screen.getByRole('link', { name: t('report.refused.open') }).getAttribute('href')).toBe('#/open');
		expect(screen.getByRole('link', { name: t('ui.lost.home') }).getAttribute('href')).toBe('#/');
	});
	test.each([
		['a short one whole', 'F1abc', 'F1abc'],
		['a long one by its beginning', `F1${'a'.repeat(98)}`, `F1${'a'.repeat(22)}…`],
		['by whole characters', '😀'.repeat(30), `${'😀'.repeat(24)}…`],
		['as text', '<img src=x>', '<img src=x>'],
	])('shows enough to know it again: %s', (_, code, shown) => {
		show('foreign', code);
		expect(document.querySelector('code')!.textContent).toBe(shown);
		expect(document.querySelector('img')).toBeNull();
	});
});

describe('results over time', () => {
	const lean = (drive: number, practice = drive) => answersTo(instrument.forms.full, drive, practice);
	const spring = resultOf('full', lean(0), { id: 's', name: 'Spring', takenAt: '2026-04-01T12:00:00.000Z' });
	const summer = resultOf('full', lean(0), { id: 'm', takenAt: '2026-07-01T12:00:00.000Z' });
	const autumn = resultOf('full', lean(2), { id: 'a', name: 'Autumn', takenAt: '2026-10-01T12:00:00.000Z' });
	const winter = resultOf('full', lean(-1), { id: 'w', name: 'Winter', takenAt: '2026-12-01T12:00:00.000Z' });
	const sentFrom = (result: Result): Sent => sentOf(instrument, result, evaluate(instrument, result).snapshot, result.takenAt.slice(0, 10)); // prettier-ignore
	/** As results are kept: the newest first. */
	const show = (...results: Result[]) => render(Changes, { instrument, results });
	const changed = () => screen.getByRole('region', { name: t('report.change.heading') });
	const lines = () => within(changed()).queryAllByRole('listitem').map(textOf); // prettier-ignore
	const select = (which: 'from' | 'to') => screen.getByRole<HTMLSelectElement>('combobox', { name: t(`report.change.${which}`) }); // prettier-ignore
	const wanted = (before: Result, after: Result): string[] => {
		const { scores } = change(sentFrom(before), sentFrom(after));
		const up = (points: number) => (points > 0 ? 'up' : 'down');
		const [then, now] = [readingOf(before), readingOf(after)];
		const ends = (['S', 'drive', 'practice'] as const).flatMap((id) => {
			const { changed } = scores[id];
			const at = id === 'S' ? 'place' : id;
			const points = now[at].value - then[at].value;
			return changed ? [t(`report.change.${id}.${up(points)}`, { points: pointsInWords(points) })] : [];
		});
		const names = { A: t('report.map.architecture'), P: t('report.map.people') };
		const others = (['A', 'P', ...facetIds] as const).flatMap((id) => {
			const { changed } = scores[id];
			const of = ({ A, P, facets }: typeof then) => (id === 'A' ? A : id === 'P' ? P : facets[id]).value;
			const points = of(now) - of(then);
			const score = id === 'A' || id === 'P' ? names[id] : t(`report.facets.names.${id}`);
			return changed ? [t(`report.change.${up(points)}`, { score, points: pointsInWords(points) })] : [];
		});
		return [...ends, ...others].map(plain);
	};

	test('drawn from the oldest to the newest, and told how many', () => {
		show(autumn, summer, spring);
		const picture = screen.getByRole('img', { name: t('report.change.alt', { n: 3, count: '3' }) });
		const [dataset] = drawnIn(picture).data.datasets;
		const places = [spring, summer, autumn].map((one) => -readingOf(one).place.points);
		expect((dataset!.data as { x: number }[]).map(({ x }) => +x.toFixed(6) + 0)).toEqual(places.map((x) => x + 0));
	});
	test('the last two are compared until others are asked for', () => {
		show(autumn, summer, spring);
		expect([select('from').value, select('to').value]).toEqual(['m', 'a']);
		const names = [`Spring, ${date(spring.takenAt)}`, date(summer.takenAt), `Autumn, ${date(autumn.takenAt)}`];
		for (const which of ['from', 'to'] as const)
			expect([...select(which).options].map(({ text }) => text)).toEqual(names);
	});
	test('no change: says so, and what it would have taken', () => {
		show(summer, spring);
		expect(screen.getByText(t('report.change.none'))).toBeTruthy();
		const { needed } = change(sentFrom(spring), sentFrom(summer)).scores.S;
		expect(says(t('report.change.noneText', { points: pointsInWords(needed) }))).toBe(true);
		expect(lines()).toEqual([]);
	});
	test.each<[string, Result, Result]>([
		['towards architecture', spring, autumn],
		['towards people', autumn, winter],
		['energy alone', spring, { ...summer, answers: lean(1, 0) }],
	])('a change %s: every score beyond the noise, and none within', (_, before, after) => {
		show({ ...after, takenAt: '2027-01-01T12:00:00.000Z' }, before);
		expect(lines()).toEqual(wanted(before, after));
		expect(lines().length).toBeGreaterThan(0);
		expect(screen.getByText(t('report.change.some'))).toBeTruthy();
		expect(screen.queryByText(t('report.change.none'))).toBeNull();
	});
	test('other two, asked for', async () => {
		show(winter, autumn, summer, spring);
		await user.selectOptions(select('from'), select('from').options[0]!);
		await user.selectOptions(select('to'), select('to').options[2]!);
		expect(lines()).toEqual(wanted(spring, autumn));
	});
	test('the same twice is not compared', async () => {
		show(autumn, spring);
		await user.selectOptions(select('from'), 'a');
		expect(screen.getByText(t('report.change.same'))).toBeTruthy();
		expect([lines(), screen.queryByText(t('report.change.none'))]).toEqual([[], null]);
	});
	test('other versions of the questions: shown, not compared', () => {
		show(autumn, { ...spring, instrument: { id: 'fulcrum', version: '0.9.0' } });
		expect(screen.getByText(t('report.change.version'))).toBeTruthy();
		expect([lines(), screen.queryByText(t('report.change.none'))]).toEqual([[], null]);
	});
	test('answers that contradict each other are compared with wider bands, and it says so', () => {
		const same = Object.fromEntries(Object.keys(spring.answers).map((id) => [id, 0]));
		const careless = { ...autumn, answers: same };
		expect(evaluate(instrument, careless).quality.level).toBe('red');
		show(careless, spring);
		expect(screen.getByText(t('report.change.careless'))).toBeTruthy();
		expect(lines()).toEqual(wanted(spring, careless));
	});

	describe('what was said about the reader', () => {
		const cto: Context = { ...noContext, role: 'cto', stage: 'series-b' };
		const vp: Context = { ...noContext, role: 'vp', stage: 'series-c' };
		const nothing = () => t('report.change.nothingSaid');
		test.each<[string, Context, Context, () => string]>([
			['the same both times', cto, cto, () => t('report.change.sameContext', { context: contextInWords(cto) })],
			['something else', cto, vp, () => t('report.change.context', { before: contextInWords(cto), after: contextInWords(vp) })],
			['nothing before', noContext, vp, () => t('report.change.context', { before: nothing(), after: contextInWords(vp) })],
			['nothing now', cto, noContext, () => t('report.change.context', { before: contextInWords(cto), after: nothing() })],
		])('%s', (_, before, after, words) => {
			show({ ...autumn, context: after }, { ...spring, context: before });
			expect(screen.getByText(plain(words()))).toBeTruthy();
		}); // prettier-ignore
		test('nothing either time: nothing', () => {
			show(autumn, spring);
			expect(says(nothing())).toBe(false);
		});
	});
});
