/** The results kept in this browser: open, rename, delete, undo; each change outlives a reload. */
import type { Locator, Page } from '@playwright/test';
import { change } from '../../src/domain/compare';
import { facetIds } from '../../src/domain/instrument';
import type { Result } from '../../src/domain/result';
import { sentOf } from '../../src/domain/sent';
import { evaluate } from '../../src/domain/snapshot';
import {
	afresh,
	asStored,
	button,
	expect,
	expectPainted,
	heading,
	instrument,
	open,
	points,
	resultKey,
	resultOf,
	way,
} from './app';
import { aboutSomebody, day, listed, readingOf, say, sittingOf, startOf, storage, test, unpack, words } from './app';

const { ui, report } = words;
const older = resultOf('people', 'full', { takenAt: '2025-05-04T12:00:00.000Z' });
const newer = resultOf('architect', 'quick', { takenAt: '2026-11-02T12:00:00.000Z', name: 'Autumn' });
const both = asStored({ results: [older, newer] });
const rows = (page: Page) => page.locator('main li:has(> .who)');
const rename = (page: Page, name: string) => button(page, say(ui.history.renameNamed, { name }));
const remove = (page: Page, name: string) => button(page, say(ui.history.deleteNamed, { name }));
const olderDay = day(older.takenAt);

test('newest first, each with its date or name, its form and its place with its band', async ({ page }) => {
	await open(page, '#/history', both);
	await expect(rows(page)).toHaveCount(2);
	await expect(page.locator('a.name')).toHaveText(['Autumn', olderDay]);
	await expect(page.locator('.at')).toHaveText([newer, older].map((result) => listed(readingOf(result))));
	await expect(rows(page).nth(0)).toContainText(`${day(newer.takenAt)}, ${ui.history.formQuick}`);
	await expect(rows(page).nth(1)).toContainText(ui.history.formFull);
	await rows(page).nth(1).getByRole('link').click();
	await expect(page).toHaveURL(new RegExp(`#/result/${older.id}$`));
	await expectPainted(page);
	await page.goBack();
	await expect(heading(page)).toHaveText(ui.history.title);
});

test('both ends and elsewhere, which rest at the centre like the middle, are named', async ({ page }) => {
	const all = (['both', 'neither', 'middle'] as const).map((person) => resultOf(person, 'full'));
	const readings = all.map(readingOf);
	expect(readings.map(({ call }) => call.first).slice(0, 2)).toEqual(['UNICORN', 'ELSEWHERE']);
	await open(page, '#/history', asStored({ results: all }));
	for (const [i, { id }] of all.entries())
		await expect(
			rows(page)
				.filter({ has: page.locator(`a[href="#/result/${id}"]`) })
				.locator('.at'),
		).toHaveText(listed(readings[i]!));
});

test('over time: a chart of all, any two compared by what is more than noise', async ({ page }) => {
	const { change: words } = report;
	const far = resultOf('architect', 'full', { takenAt: '2026-11-02T12:00:00.000Z', context: aboutSomebody });
	const again = resultOf('people', 'quick', { takenAt: '2025-12-04T12:00:00.000Z' });
	const three = [far, again, older];
	await open(page, '#/history', asStored({ results: three }));
	await expectPainted(page, 1);
	await expect(page.locator('.time')).toHaveAccessibleName(say(words.alt, { n: 3, count: 3 }));
	const changed = page.locator('section[aria-labelledby=changed]');
	const [from, to] = [words.from, words.to].map((name) => page.getByRole('combobox', { name, exact: true })) as [
		Locator,
		Locator,
	];
	const expectChange = async (before: Result, after: Result) => {
		const [one, two] = [before, after].map((result) => {
			const { snapshot } = evaluate(instrument, result);
			return sentOf(instrument, result, snapshot, result.takenAt.slice(0, 10));
		});
		const { scores } = change(one!, two!);
		const [then, now] = [readingOf(before), readingOf(after)];
		const lines = (['S', 'drive', 'practice'] as const).flatMap((id) => {
			const at = id === 'S' ? 'place' : id;
			const apart = points(now[at].value - then[at].value);
			return scores[id].changed === 0
				? []
				: [say(words[id][scores[id].changed > 0 ? 'up' : 'down'], { points: apart })];
		});
		const all = [scores.A, scores.P, ...facetIds.map((id) => scores[id])].filter((score) => score.changed !== 0);
		await expect(changed.locator('li')).toHaveCount(lines.length + all.length);
		for (const line of lines) await expect(changed).toContainText(line);
		await expect(changed.getByText(words.none)).toHaveCount(lines.length + all.length === 0 ? 1 : 0);
		return { count: lines.length + all.length, needed: points(scores.S.needed) };
	};
	// The two latest, unless others are chosen.
	expect((await expectChange(again, far)).count).toBeGreaterThan(2);
	await expect(changed).toContainText(words.nothingSaid);
	await from.selectOption(older.id);
	await to.selectOption(again.id);
	const { count, needed } = await expectChange(older, again);
	expect(count).toBe(0);
	await expect(changed).toContainText(say(words.noneText, { points: needed }));
	await from.selectOption(again.id);
	await expect(changed).toContainText(words.same);
	// Gone with the last but one.
	await page.locator('.tend button').last().click();
	await expectPainted(page, 1);
	await page.locator('.tend button').last().click();
	await expect(page.locator('canvas')).toHaveCount(0);
});

test('Welcome lists the five newest', async ({ page }) => {
	const many = Array.from({ length: 7 }, (_, i) =>
		resultOf('people', 'quick', { id: `r${i}`, name: `Result ${i}`, takenAt: `2026-0${i + 1}-01T00:00:00.000Z` }),
	);
	await open(page, '#/', asStored({ results: many }));
	await expect(page.locator('.kept a.name')).toHaveText([6, 5, 4, 3, 2].map((i) => `Result ${i}`));
	await page.locator('.kept a.name').first().click();
	await expect(page).toHaveURL(/#\/result\/r6$/);
});

test('renaming is kept, trimmed, and can be taken back by Escape or an empty name', async ({ page }) => {
	await open(page, '#/history', both);
	await rename(page, 'Autumn').click();
	const field = page.getByLabel(ui.history.renameLabel);
	await expect(field).toBeFocused();
	await expect(field).toHaveValue('Autumn');
	await field.fill('  Spring – “quoted” <b> 日本  ');
	await field.press('Enter');
	await expect(page.locator('a.name').first()).toHaveText('Spring – “quoted” <b> 日本');
	await page.reload();
	await expect(page.locator('a.name').first()).toHaveText('Spring – “quoted” <b> 日本');
	await page.locator('.tend button').first().click();
	await field.fill('never');
	await field.press('Escape');
	await expect(field).toHaveCount(0);
	await expect(page.locator('a.name').first()).toHaveText('Spring – “quoted” <b> 日本');
	await page.locator('.tend button').first().click();
	await button(page, ui.history.cancel).click();
	await page.locator('.tend button').first().click();
	await field.fill('   ');
	await button(page, ui.history.save).click();
	await expect(page.locator('a.name').first()).not.toContainText('Spring');
	const stored = unpack<Result>((await storage(page))[resultKey(newer.id)]!);
	expect(stored).toMatchObject({ name: null, answers: newer.answers, takenAt: newer.takenAt });
	expect((await storage(page))[resultKey(older.id)]).toBe(both[resultKey(older.id)]);
});

test('deleting can be undone, and is done after a reload', async ({ page }) => {
	await open(page, '#/history', both);
	await remove(page, 'Autumn').click();
	await expect(rows(page)).toHaveCount(1);
	await expect(page.getByRole('status')).toContainText(say(ui.notices.resultRemoved, { name: 'Autumn' }));
	expect(Object.keys(await storage(page))).toEqual([resultKey(older.id)]);
	await button(page, ui.page.undo).click();
	await expect(page.locator('a.name')).toHaveText(['Autumn', olderDay]);
	expect(await storage(page)).toEqual(both);
	await remove(page, olderDay).click();
	await expect(page.getByRole('status')).toContainText(say(ui.notices.resultRemoved, { name: olderDay }));
	await page.reload();
	await expect(page.locator('a.name')).toHaveText(['Autumn']);
	await expect(page.locator('.notice')).toHaveCount(0);
	await remove(page, 'Autumn').click();
	await expect(rows(page)).toHaveCount(0);
	await expect(page.locator('main')).toContainText(ui.history.empty.split('{')[0]!.trim());
	await page.locator('main').getByRole('link', { name: ui.lost.home }).click();
	await expect(way(page, startOf.quick)).toBeVisible();
});

test('deleting two: each undo brings its own back', async ({ page }) => {
	await open(page, '#/history', both);
	await remove(page, 'Autumn').click();
	await remove(page, olderDay).click();
	await expect(rows(page)).toHaveCount(0);
	for (let left = await button(page, ui.page.undo).count(); left > 0; left -= 1)
		await button(page, ui.page.undo).first().click();
	await expect(rows(page)).toHaveCount(2);
});

test('deleting from the result leads to the list, with undo', async ({ page }) => {
	await open(page, `#/result/${newer.id}`, both);
	await button(page, report.keep.delete).click();
	await expect(heading(page)).toHaveText(ui.history.title);
	await expect(rows(page)).toHaveCount(1);
	await button(page, ui.page.undo).click();
	await expect(rows(page)).toHaveCount(2);
});

test('a new result offers what the last one said about oneself', async ({ page }) => {
	const said = resultOf('people', 'quick', { context: aboutSomebody });
	await open(page, '#/about-you', asStored({ sitting: sittingOf('people', 'quick', 16), results: [said] }));
	await expect(page.locator('select[name=role]')).toHaveValue('cto');
	await expect(page.locator('select[name=founder]')).toHaveValue('true');
	await button(page, ui.about.skip).click();
	await expectPainted(page);
	await expect(page.locator('.opening summary')).toContainText(report.about.nobody);
	expect(Object.keys(await storage(page))).toHaveLength(2);
});

test('the focus is never lost', async ({ page }) => {
	const sitting = sittingOf('people', 'quick', 5);
	const stored = { ...asStored({ sitting }), ...both };
	const moves: [string, string, (page: Page) => Promise<void>][] = [
		['discarding the sitting', '#/', (page) => button(page, ui.welcome.discard).press('Enter')],
		[
			'undoing that',
			'#/',
			async (page) => {
				await button(page, ui.welcome.discard).press('Enter');
				await button(page, ui.page.undo).press('Enter');
			},
		],
		['deleting a result', '#/history', (page) => remove(page, 'Autumn').press('Enter')],
		[
			'putting a message away',
			'#/history',
			async (page) => {
				await remove(page, 'Autumn').press('Enter');
				await button(page, ui.page.close).press('Enter');
			},
		],
		[
			'saving a name',
			'#/history',
			async (page) => {
				await rename(page, 'Autumn').press('Enter');
				await page.keyboard.press('Enter');
			},
		],
		[
			'cancelling a name',
			'#/history',
			async (page) => {
				await rename(page, 'Autumn').press('Enter');
				await page.keyboard.press('Escape');
			},
		],
		[
			'keeping the answers instead of starting anew',
			'#/',
			async (page) => {
				await way(page, startOf.full).press('Enter');
				await button(page, ui.replace.keep).press('Enter');
			},
		],
		[
			'saying who one is on a result',
			`#/result/${newer.id}`,
			async (page) => {
				await page.locator('.opening summary').press('Enter');
				await button(page, ui.about.save).press('Enter');
			},
		],
	];
	for (const [what, hash, move] of moves)
		await test.step(what, async () => {
			await afresh(page, hash, stored);
			await move(page);
			await expect
				.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'nothing'), { message: what, timeout: 1000 })
				.not.toMatch(/^(BODY|HTML|nothing)$/);
			expect(await page.evaluate(() => (document.activeElement as HTMLElement).checkVisibility()), what).toBe(true);
		});
});
