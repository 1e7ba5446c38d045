/**
 * What happens to a browser while answers stand in it: it is killed, its storage is cleared, two tabs write at once. With the
 * other tests tagged as faults this is the table that `npm run faults` prints.
 */
import type { Page } from '@playwright/test';
import { ownBrowser } from './chromium';
import {
	answersFor,
	asStored,
	atQuestion,
	button,
	checkedPlace,
	codeOf,
	expect,
	expectPainted,
	fault,
	way,
} from './app';
import { heading, nowhere, number, open, put, resultKey, resultOf, say, sittingOf, start, storage, storedSitting, test, words } from './app'; // prettier-ignore
import { readFileSync } from 'node:fs';
import type data from '../../questions/en/team.json';

const { ui } = words;
const told = JSON.parse(readFileSync('questions/en/team.json', 'utf8')) as typeof data;
const carryOn = (page: Page) => way(page, ui.welcome.carryOn);
/** Answers of the unfinished quiz that stand in the journal. */
const journalled = (page: Page): Promise<number> =>
	page.evaluate(
		() =>
			new Promise<number>((resolve, reject) => {
				const opening = indexedDB.open('fulcrum');
				opening.onerror = () => reject(opening.error);
				opening.onsuccess = () => {
					const asking = opening.result.transaction('slots').objectStore('slots').get('sitting');
					asking.onerror = () => reject(asking.error);
					asking.onsuccess = () => {
						opening.result.close();
						resolve(String(asking.result ?? '').split('\n').length - 1);
					};
				};
			}),
	);
const rows = (page: Page) => page.locator('main li:has(> .who)');
const notice = (page: Page, text: string) => page.getByRole('status').getByText(text);

test.describe('the browser is killed', () => {
	test(
		'SIGKILL at once and 200 ms after an answer',
		fault(
			'answered by keyboard; the browser process and all its children killed at once, and again 200 ms after an answer',
			'Welcome offers to carry on where it stopped',
			'every answer but at most the one being written',
		),
		async ({ baseURL }) => {
			const own = ownBrowser();
			try {
				let page = await (await own.start()).newPage();
				await page.goto(baseURL!);
				await start(page, 'quick');
				for (let n = 1; n <= 5; n++) {
					await atQuestion(page, n, 16);
					// A person takes longer over an answer than the journal; this robot does not.
					if (n === 5) await expect.poll(() => journalled(page)).toBe(4);
					await page.keyboard.press(String((n % 4) + 1));
				}
				await own.kill();
				page = await (await own.start()).newPage();
				await page.goto(baseURL!);
				await carryOn(page).click();
				const first = (await storedSitting(page))!;
				const answers = answersFor(first, [1, 2, 3, 0, 1]);
				const known = Object.keys(first.answers).length;
				expect([4, 5]).toContain(known);
				expect(answers).toMatchObject(first.answers);
				// Where the reader was is written after the answer: it may be one behind.
				await page.goto(`${baseURL}#/quiz/${known + 1}`);
				await atQuestion(page, known + 1, 16);
				await page.keyboard.press('2');
				await atQuestion(page, known + 2, 16);
				await page.keyboard.press('3');
				// The delay is the fault itself: a kill while the browser still holds its writes back.
				await page.waitForTimeout(200);
				await own.kill();
				page = await (await own.start()).newPage();
				await page.goto(baseURL!);
				await carryOn(page).click();
				const second = (await storedSitting(page))!;
				expect(second.seed).toBe(first.seed);
				expect(second.answers).toMatchObject(first.answers);
				expect(Object.keys(second.answers).length).toBeGreaterThanOrEqual(known + 1);
				// A page that is put away and comes back by Back hears what happened meanwhile.
				const at = Object.keys(second.answers).length + 1;
				await page.goto(`${baseURL}#/quiz/${at}`);
				await atQuestion(page, at, 16);
				await page.evaluate(() => ((window as { stays?: boolean }).stays = true));
				await page.goto('about:blank');
				const other = await page.context().newPage();
				await other.goto(`${baseURL}#/quiz/${at}`);
				await atQuestion(other, at, 16);
				await other.keyboard.press('4');
				await atQuestion(other, at + 1, 16);
				await page.goBack({ waitUntil: 'commit' });
				await atQuestion(page, at, 16);
				test.info().annotations.push({
					type: 'figure',
					description: `put away whole and brought back: ${await page.evaluate(() => 'stays' in window)}`,
				});
				await expect.poll(() => checkedPlace(page)).toBe(3);
			} finally {
				await own.end();
			}
		},
	);
});

test.describe('two tabs', () => {
	test(
		'answering one quiz in two tabs',
		fault(
			'questions 1 and 2 answered in one tab, 3 in another, 1 changed in the other, both at once',
			'each tab shows the answers of the other, and stays at its own question',
			'every answer, the last word of each',
		),
		async ({ page, context }) => {
			await open(page);
			await start(page, 'quick');
			const other = await context.newPage();
			await other.goto('./#/quiz/3');
			await atQuestion(other, 3, 16);
			await page.keyboard.press('1');
			await atQuestion(page, 2, 16);
			await Promise.all([page.keyboard.press('2'), other.keyboard.press('3')]);
			await atQuestion(page, 3, 16);
			await atQuestion(other, 4, 16);
			await expect.poll(() => checkedPlace(page)).toBe(2);
			await other.goto('./#/quiz/1');
			await expect.poll(() => checkedPlace(other)).toBe(0);
			await other.keyboard.press('4');
			await atQuestion(other, 2, 16);
			await expect.poll(() => checkedPlace(other)).toBe(1);
			await expect
				.poll(async () => (await storedSitting(page))!.answers)
				.toEqual(answersFor((await storedSitting(page))!, [3, 1, 2]));
			await atQuestion(page, 3, 16);
			// Finished in one, it is finished in the other.
			await page.bringToFront();
			await page.goto('./#/about-you');
			await button(page, ui.about.skip).click();
			await expectPainted(page);
			await other.bringToFront();
			await expect(heading(other)).toHaveText(ui.lost.noSitting);
			await other.goto('./#/history');
			await expect(rows(other)).toHaveCount(1);
			// Deleted in one, it is gone in the other; undone, it is back.
			await other.locator('.tend button').last().click();
			await expect(rows(other)).toHaveCount(0);
			await expect(heading(page)).toHaveText(ui.lost.noResult);
			await button(other, ui.page.undo).click();
			await page.bringToFront();
			await expectPainted(page);
		},
	);

	test(
		'adding to one team in two tabs',
		fault('a member added in each of two tabs', 'both tabs show both', 'both members'),
		async ({ page, context }) => {
			const members = (['architect', 'people'] as const).map((person) => codeOf(resultOf(person, 'quick'), { name: person, person: null })); // prettier-ignore
			await open(page, '#/teams');
			await page.getByLabel(told.list.name).fill('Leads');
			await button(page, told.list.make).click();
			const other = await context.newPage();
			await other.goto(page.url());
			for (const [i, tab] of [page, other].entries()) {
				await tab.locator('.s-add textarea').fill(members[i]!);
				await button(tab, told.gather.look).click();
			}
			await Promise.all([page, other].map((tab) => button(tab, say(told.gather.apply, { n: 1, count: 1 })).click()));
			for (const tab of [page, other]) await expect(tab.locator('.strip li')).toHaveCount(2);
			await page.reload();
			await expect(page.locator('.strip li')).toHaveCount(2);
		},
	);
});

test(
	'localStorage cleared by the console or another page',
	fault(
		'localStorage.clear() in another tab in the middle of a quiz; then all of it while no page is open',
		'nothing: the quiz goes on, the next visit offers to carry on',
		'answers and results, from memory and from the journal',
	),
	async ({ page, context }) => {
		const kept = resultOf('architect', 'quick');
		await open(page, '#/', asStored({ results: [kept] }));
		await start(page, 'quick');
		await page.keyboard.press('1');
		await atQuestion(page, 2, 16);
		const other = await context.newPage();
		await nowhere(other);
		await other.evaluate(() => localStorage.clear());
		await expect.poll(async () => Object.keys(await storage(page))).toContain(resultKey(kept.id));
		await page.keyboard.press('2');
		await atQuestion(page, 3, 16);
		// A page that is left at once may take its last write to the journal with it.
		await page.goto('./#/method');
		await expect(heading(page)).not.toHaveText(ui.welcome.heading);
		await page.goto('about:blank');
		await other.evaluate(() => localStorage.clear());
		await page.goto('./');
		await carryOn(page).click();
		await atQuestion(page, 3, 16);
		expect((await storedSitting(page))!.answers).toEqual(answersFor((await storedSitting(page))!, [0, 1]));
		await page.goto('./#/history');
		await expect(rows(page)).toHaveCount(1);
	},
);

test(
	'everything erased in one tab',
	fault(
		'“erase” typed on the page of what is kept, while a quiz is open in another tab; both loaded anew',
		'both tabs say so: nothing is kept, there is no quiz',
		'nothing, as was asked: not in localStorage, not in the journal',
	),
	async ({ page, context }) => {
		await open(
			page,
			'#/quiz/6',
			asStored({ sitting: sittingOf('people', 'quick', 5), results: [resultOf('both', 'full')] }),
		);
		await atQuestion(page, 6, 16);
		const other = await context.newPage();
		await other.goto('./#/data');
		const eraser = button(other, ui.data.eraseAct);
		await expect(eraser).toBeDisabled();
		await other.getByLabel(say(ui.data.type, { word: ui.data.word })).fill(ui.data.word);
		await eraser.click();
		await expect(notice(other, ui.notices.erased)).toBeVisible();
		await expect(other.getByText(ui.data.nothing)).toBeVisible();
		await expect(heading(page)).toHaveText(ui.lost.noSitting);
		for (const tab of [page, other]) {
			await tab.goto('./');
			await expect(way(tab, ui.welcome.startQuick)).toBeVisible();
			await expect(carryOn(tab)).toHaveCount(0);
		}
		expect(await storage(page)).toEqual({});
	},
);

test(
	'a backup, everything erased, the backup read back',
	fault(
		'everything downloaded, erased, and restored from the file; then undone',
		'a preview of what is not here; one undo',
		'results with their answers, the team, the unfinished quiz, the name',
	),
	async ({ page }) => {
		const result = resultOf('torn', 'full', { name: 'Ada' });
		await open(page, '#/data', asStored({ sitting: sittingOf('people', 'quick', 5), results: [result] }));
		const before = await storage(page);
		const saving = page.waitForEvent('download');
		await button(page, ui.data.save).click();
		const path = (await (await saving).path())!;
		await page.getByLabel(say(ui.data.type, { word: ui.data.word })).fill(ui.data.word);
		await button(page, ui.data.eraseAct).click();
		await expect(page.getByText(ui.data.nothing)).toBeVisible();
		await page.locator('input[type=file]').setInputFiles(path);
		await expect(page.getByText(ui.data.steps.add)).toHaveCount(2);
		await button(page, say(ui.data.apply, { n: 2, count: number(2) })).click();
		await expect(notice(page, ui.notices.restored)).toBeVisible();
		const { 'fulcrum:me': _, ...after } = await storage(page);
		expect(after).toEqual(before);
		await button(page, ui.page.undo).click();
		await expect(page.getByText(ui.data.nothing)).toBeVisible();
	},
);

test(
	'the clock set back',
	fault('a result kept, the clock set back a year, a second result', 'both are listed, by their days', 'both results'),
	async ({ page }) => {
		const kept = resultOf('architect', 'quick', { takenAt: '2026-11-20T10:00:00.000Z' });
		await page.addInitScript(() => {
			const Real = Date;
			window.Date = class extends Real {
				constructor(...given: []) {
					super(...((given.length > 0 ? given : [Real.now() - 366 * 86_400_000]) as []));
				}
			} as DateConstructor;
		});
		await open(page, '#/about-you', asStored({ sitting: sittingOf('people', 'quick', 16), results: [kept] }));
		await button(page, ui.about.skip).click();
		await expectPainted(page);
		await page.goto('./#/history');
		await expect(rows(page)).toHaveCount(2);
		await page.reload();
		await expect(rows(page)).toHaveCount(2);
	},
);

test(
	'an error that nobody foresaw',
	fault(
		'an exception thrown in the middle of a quiz, and a promise rejected',
		'a page that says so, with a download and the way home',
		'every answer: the download holds them, and Welcome offers to carry on',
	),
	async ({ page, faults }) => {
		for (const fail of [
			() =>
				void setTimeout(() => {
					throw new Error('unforeseen');
				}),
			() => void Promise.reject(new Error('unforeseen')),
		]) {
			// prettier-ignore
			await put(page, asStored({ sitting: sittingOf('people', 'quick', 5) }), './', true);
			await open(page, '#/quiz/6');
			await atQuestion(page, 6, 16);
			await page.evaluate(fail);
			await expect(heading(page)).toHaveText(ui.broken.heading);
			await expect(heading(page)).toBeFocused();
			const saving = page.waitForEvent('download');
			await button(page, ui.broken.save).click();
			const saved = JSON.parse(readFileSync((await (await saving).path())!, 'utf8')) as {
				sitting: { answers: object };
			};
			expect(Object.keys(saved.sitting.answers)).toHaveLength(5);
			await button(page, ui.broken.home).click();
			await carryOn(page).click();
			await atQuestion(page, 6, 16);
		}
		expect(faults.splice(0).every((text) => text.includes('unforeseen'))).toBe(true);
	},
);

test(
	'a journal that another program fills with garbage',
	fault(
		'texts that are none of ours in IndexedDB, under the names of real ones',
		'nothing: localStorage has them whole',
		'everything; nothing executed, nothing polluted',
	),
	async ({ page }) => {
		const kept = resultOf('people', 'quick');
		await put(page, asStored({ results: [kept] }));
		await page.evaluate(
			(id) =>
				new Promise<void>((resolve, reject) => {
					const opening = indexedDB.open('fulcrum', 1);
					opening.onupgradeneeded = () => opening.result.createObjectStore('slots');
					opening.onerror = () => reject(opening.error);
					opening.onsuccess = () => {
						const write = opening.result.transaction('slots', 'readwrite');
						for (const [key, value] of [
							[`result:${id}`, 'x'.repeat(100_000)],
							['result:__proto__', '{"a":1}'],
							['sitting', 'zzz {"version":1}'],
							['gone', '\0'],
							['number', 7],
						] as const)
							write.objectStore('slots').put(value, key);
						write.oncomplete = () => {
							opening.result.close();
							resolve();
						};
					};
				}),
			kept.id,
		);
		await open(page, '#/history');
		await expect(rows(page)).toHaveCount(1);
		await page.goto('./');
		await start(page, 'quick');
		expect(await page.evaluate(() => 'a' in {})).toBe(false);
	},
);
