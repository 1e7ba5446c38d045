/** Members come from messages and files, or are oneself: told before it happens, and taken back as a whole. */
import { textOf } from '../../ui/words';
import { fireEvent, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import { encodeSent } from '../../../src/domain/code';
import { longestFile, resultFile } from '../../../src/domain/file';
import { encodeInvite } from '../../../src/domain/inviteCode';
import type { Sent } from '../../../src/domain/sent';
import { encodeTeam } from '../../../src/domain/teamCode';
import { teamFile } from '../../../src/domain/teamFile';
import { date, dayInWords, t, type Key } from '../../../src/i18n/i18n';
import { instrument } from '../../fake';
import { fileOf, hugeFile } from '../files';
import { full, quick } from '../people';
import {
	ada,
	button,
	buttons,
	grace,
	linus,
	memberOf,
	namesOf,
	plain,
	says,
	section,
	sentBy,
	showTeam,
	teamOf,
} from './screen';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

const user = userEvent.setup({ pointerEventsCheck: 0 });
const link = (of: Sent) => `https://example.org/app/#/r/${encodeSent(of)}`;
const broken = `${encodeSent(ada.sent).slice(0, 40)}x${encodeSent(ada.sent).slice(41)}`;
const part = () => section(t('team.gather.heading'));
const paste = async (text: string) => {
	await fireEvent.input(screen.getByLabelText(t('team.gather.paste')), { target: { value: text } });
	await user.click(button(t('team.gather.look')));
};
const choose = async (...files: File[]) => {
	await userEvent.setup({ applyAccept: false }).upload(screen.getByLabelText(t('team.gather.file')), files);
	await vi.waitFor(() => expect(part().queryAllByRole('listitem').length + (says(t('report.open.nothing')) ? 1 : 0)).toBeGreaterThan(0)); // prettier-ignore
};
const told = () => part().queryAllByRole('listitem').map(textOf); // prettier-ignore
const row = (kind: 'added' | 'replaced' | 'older' | 'duplicate', name: string, day = '2026-11-22', before = '') =>
	plain(t(`team.gather.${kind}`, { name, day: dayInWords(day), before: before && dayInWords(before) }));
const refused = (what: string, why: Key) => plain(t('team.gather.refused', { what, why: t(why) }));
const refusedAt = (n: number, what: string, why: Key) =>
	plain(t('team.gather.refusedAt', { n: String(n), what: what.slice(0, 12), why: t(why) }));
const apply = (n: number) => user.click(button(t('team.gather.apply', { n, count: String(n) })));
const done = (added: number, replaced = 0, off = 0) =>
	plain(t('team.gather.done', { added, addedCount: String(added), replaced, replacedCount: String(replaced), refused: off, refusedCount: String(off) })); // prettier-ignore
const undo = () => user.click(button(t('team.gather.undo')));

describe('a message', () => {
	const people = ['May', 'Noor', 'Olu', 'Pia'].map((name, i) =>
		sentBy(name, 50 + i, 50 - i, { person: `000000000${i}` }),
	);
	const invite = encodeInvite({ team: null, name: 'Others', from: 'Ada', form: 'full' });
	const message = [
		`Hi, ours: ${people.slice(0, 2).map(link).join(' and ')}.`,
		`> ${encodeSent(people[2]!)}`,
		`https://example.org/#/r/${broken}`,
		encodeTeam(teamOf([memberOf('x', people[3]!), { ...linus, ghost: true }])),
		invite,
	].join('\n');

	test('links, a damaged one and a team: told one by one, and nothing is changed before it is said', async () => {
		const { puts } = showTeam(teamOf([ada]));
		await paste(message);
		expect(told()).toEqual([
			...['May', 'Noor', 'Olu', 'Pia'].map((name) => row('added', name)),
			refusedAt(4, broken, 'report.faults.damaged'),
			refusedAt(6, invite, 'team.gather.isInvite'),
		]);
		expect(puts).toEqual([]);
	});
	test('done, they stand at the end in their order; one undo takes all of them back', async () => {
		const { team } = showTeam(teamOf([ada]));
		const before = team();
		await paste(message);
		await apply(4);
		expect(namesOf(team())).toEqual(['Ada', 'May', 'Noor', 'Olu', 'Pia']);
		expect(new Set(team().members.map(({ key }) => key)).size).toBe(5);
		expect(says(done(4, 0, 2))).toBe(true);
		expect(screen.getByLabelText<HTMLTextAreaElement>(t('team.gather.paste')).value).toBe('');
		await undo();
		expect(team()).toEqual(before);
		expect(buttons(t('team.gather.undo'))).toEqual([]);
	});
	test('twenty links, one of them damaged: nineteen and one that is named', async () => {
		const { team } = showTeam(teamOf([]));
		const many = Array.from({ length: 20 }, (_, i) => sentBy(`N${i}`, 40 + i, 50, { person: `0000000${100 + i}` }));
		await paste(many.map((one, i) => (i === 7 ? `https://example.org/#/r/${broken}` : link(one))).join(' '));
		expect(told()).toHaveLength(20);
		expect(told()[19]).toBe(refusedAt(8, broken, 'report.faults.damaged'));
		await apply(19);
		expect([team().members.length, says(done(19, 0, 1))]).toEqual([19, true]);
	});
	test.each([
		['', 'report.open.nothing'],
		['See you on Monday', 'report.open.nothing'],
	] as const)('nothing of use in “%s”: it says so', async (text, why) => {
		const { puts } = showTeam(teamOf([ada]));
		await paste(text);
		expect([says(t(why)), told(), puts]).toEqual([true, [], []]);
	});
	test('somebody of another team comes under the name and in the role that they have there', async () => {
		const { team } = showTeam(teamOf([]));
		await paste(
			encodeTeam(
				teamOf([
					{ ...ada, label: 'Countess', role: 'cto' },
					{ ...linus, ghost: true },
				]),
			),
		);
		expect(told()).toEqual([row('added', 'Countess')]);
		await apply(1);
		expect(team().members).toMatchObject([{ label: null, role: null, ghost: false, sent: { name: 'Countess', context: { role: 'cto' } } }]); // prettier-ignore
	});
	test('a name that is markup is text', async () => {
		showTeam(teamOf([]));
		await paste(link(sentBy('<b>May</b>', 50, 50)));
		expect(told()).toEqual([row('added', '<b>May</b>')]);
	});
});

describe('somebody who is there', () => {
	const person = { person: '00000000aa' };
	const there = teamOf([{ ...ada, label: 'Our Ada', role: 'cto', hidden: true }, grace]);

	test.each<[string, Sent, string, boolean]>([
		['a newer sitting replaces', sentBy('Ada', 60, 60, { ...person, day: '2026-12-24' }), row('replaced', 'Ada', '2026-12-24', '2026-11-22'), true],
		['an older one does not', sentBy('Ada', 60, 60, { ...person, day: '2026-01-24' }), row('older', 'Ada', '2026-01-24'), false],
		['sharpened on the same day', sentBy('Ada', 60, 60, person, { posture: { value: 50, se0: 10.6, count: 6 }, counts: { ...ada.sent.snapshot.counts, posture: 6 } }), row('replaced', 'Ada', '2026-11-22', '2026-11-22'), true],
		['the same is there already', ada.sent, row('duplicate', 'Ada'), false],
		['the same person under another name', sentBy('Countess', 60, 60, { ...person, day: '2026-12-24' }), row('replaced', 'Countess', '2026-12-24', '2026-11-22'), true],
	])('%s', async (_, given, wanted, changes) => {
		const { team } = showTeam(there);
		await paste(link(given));
		expect(told()).toEqual([wanted]);
		expect(says(t('team.gather.nothing'))).toBe(!changes);
		expect(buttons(t('team.gather.apply', { n: 1, count: '1' }))).toHaveLength(changes ? 1 : 0);
		if (!changes) return;
		await apply(1);
		expect(team().members).toEqual([{ ...there.members[0]!, sent: given }, grace]);
		expect(says(done(0, 1))).toBe(true);
		await undo();
		expect(team()).toEqual(there);
	}); // prettier-ignore
	test('two with the same name are two', async () => {
		const { team } = showTeam(teamOf([ada]));
		await paste([link(sentBy('Sam', 60, 40, { person: '0000000001' })), link(sentBy('Sam', 40, 60, { person: '0000000002' }))].join(' ')); // prettier-ignore
		expect(told()).toEqual([row('added', 'Sam'), row('added', 'Sam')]);
		await apply(2);
		expect(namesOf(team())).toEqual(['Ada', 'Sam', 'Sam']);
	});
	test('two without a name are two', async () => {
		const { team } = showTeam(teamOf([]));
		await paste([link(sentBy(null, 60, 40)), link(sentBy(null, 40, 60))].join(' '));
		expect(told()).toEqual([row('added', t('team.nameless')), row('added', t('team.nameless'))]);
		await apply(2);
		expect(team().members).toHaveLength(2);
	});
	test('a second look takes the place of the first', async () => {
		showTeam(teamOf([]));
		await paste(link(ada.sent));
		await paste(link(grace.sent));
		expect(told()).toEqual([row('added', 'Grace')]);
	});
	test('an addition that is taken back costs nothing that was done since', async () => {
		const { team } = showTeam(teamOf([ada]));
		await paste(link(grace.sent));
		await apply(1);
		const field = screen.getAllByLabelText<HTMLInputElement>(t('team.tend.label'))[0]!;
		await fireEvent.change(field, { target: { value: 'Countess' } });
		if (buttons(t('team.gather.undo')).length > 0) await undo();
		expect(team().members[0]!.label).toBe('Countess');
	});
});

describe('files', () => {
	const named = { ...full, id: 'r-9', name: 'Spring', person: '0000000009' };
	const other = { ...quick, id: 'r-8', name: 'May', person: '0000000008' };
	const backup = JSON.stringify({
		format: 'fulcrum-backup',
		version: 1,
		results: [named, other].map((result) => JSON.parse(resultFile(instrument, result)) as unknown),
		teams: [],
	});
	test.each<[string, () => File[], () => string[]]>([
		['a result', () => [fileOf(resultFile(instrument, named))], () => [row('added', 'Spring')]],
		['several at once', () => [fileOf(resultFile(instrument, named)), fileOf(resultFile(instrument, other), 'b.json')], () => [row('added', 'Spring'), row('added', 'May')]],
		['a team without its imagined hires', () => [fileOf(teamFile(instrument, teamOf([ada, { ...linus, ghost: true }, grace])))], () => [row('added', 'Ada'), row('added', 'Grace')]],
		['a backup', () => [fileOf(backup)], () => [row('added', 'Spring'), row('added', 'May')]],
		['a text with links in it', () => [fileOf(`Hello ${link(ada.sent)}`, 'chat.txt')], () => [row('added', 'Ada')]],
		['a good one beside one of another program', () => [fileOf(resultFile(instrument, named)), fileOf('{"format":"notes"}', 'notes.json')], () => [row('added', 'Spring'), refused('notes.json', 'report.faults.foreignFile')]],
		['no data', () => [fileOf('# Notes', 'notes.md')], () => [refused('notes.md', 'report.faults.not-json')]],
		['too large a one', () => [hugeFile(longestFile + 1)], () => [refused('huge.json', 'report.faults.too-large')]],
		['a team of a newer Fulcrum', () => [fileOf(JSON.stringify({ ...JSON.parse(teamFile(instrument, teamOf([ada]))), version: 99 }), 'new.json')], () => [refused('new.json', 'report.faults.newer')]],
	])('%s', async (_, files, wanted) => {
		const { puts } = showTeam(teamOf([]));
		await choose(...files());
		expect(told()).toEqual(wanted());
		expect(puts).toEqual([]);
	}); // prettier-ignore
	test('dropped on the page', async () => {
		const { team } = showTeam(teamOf([]));
		await fireEvent.drop(window, { dataTransfer: { files: [fileOf(resultFile(instrument, named))] } });
		await vi.waitFor(() => expect(told()).toEqual([row('added', 'Spring')]));
		await apply(1);
		expect(namesOf(team())).toEqual(['Spring']);
	});
});

describe('oneself', () => {
	const [newer, older] = [{ ...full, id: 'n' }, { ...quick, id: 'o', name: 'Spring', takenAt: '2026-04-01T12:00:00.000Z' }]; // prettier-ignore
	test('without a result there is nothing to add', () => {
		showTeam(teamOf([]));
		expect(buttons(t('team.gather.self'))).toEqual([]);
	});
	test('the newest, under the name given last, with the number of this browser', async () => {
		const { team } = showTeam(teamOf([]), { mine: [newer, older] });
		await user.click(button(t('team.gather.self')));
		await apply(1);
		expect(team().members[0]!.sent).toMatchObject({
			name: 'Me',
			person: '00000000ff',
			form: 'full',
			day: '2026-11-22',
		});
	});
	test('another one that is chosen', async () => {
		const { team } = showTeam(teamOf([]), { mine: [newer, older], name: null });
		const select = screen.getByLabelText<HTMLSelectElement>(t('team.gather.selfWhich'));
		expect([...select.options].map(({ text }) => text)).toEqual([date(newer.takenAt), 'Spring']);
		await user.selectOptions(select, 'o');
		await user.click(button(t('team.gather.self')));
		await apply(1);
		expect(team().members[0]!.sent).toMatchObject({ name: 'Spring', form: 'quick', day: '2026-04-01' });
	});
	test('twice is once', async () => {
		const { team } = showTeam(teamOf([]), { mine: [newer] });
		for (const n of [1, 0]) {
			await user.click(button(t('team.gather.self')));
			if (n) await apply(n);
		}
		expect(told()).toEqual([row('duplicate', 'Me')]);
		expect(team().members).toHaveLength(1);
	});
});

describe('room', () => {
	test.each([[true, 0.4, false, false], [true, 0.62, true, false], [false, 0.62, false, true]])('kept %s, %f used: told %s, told that it is full %s', async (kept, room, used, isFull) => {
		showTeam(teamOf([ada]), { kept, room });
		await tick();
		expect(says(t('team.gather.room', { percent: '62%' }))).toBe(used);
		expect(says(t('team.gather.full'))).toBe(isFull);
	}); // prettier-ignore
});

describe('backing up', () => {
	test.each([
		[true, 5, true],
		[true, 12, true],
		[true, 4, false],
		[true, 0, false],
		[false, 12, false],
	])('kept %s, %i members since the last one: reminded %s', (kept, unsaved, wanted) => {
		showTeam(teamOf([ada]), { kept, unsaved });
		const link = screen.queryByRole('link', { name: t('team.gather.backUpLink') });
		expect(says(t('team.gather.backUp', { n: unsaved, count: String(unsaved) }))).toBe(wanted);
		expect(link?.getAttribute('href') ?? null).toBe(wanted ? '#/data' : null);
	});
});
