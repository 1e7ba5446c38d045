/** Nothing answered is ever lost: reload, back and forward, a closed tab, a crash; skipping, discarding, starting anew. */
import type { Page } from '@playwright/test';
import {
	answersFor,
	asStored,
	askedIn,
	atQuestion,
	button,
	checkedPlace,
	expect,
	focused,
	heading,
	fault,
	way,
} from './app';
import {
	open,
	questionTitle,
	resultOf,
	say,
	shown,
	sittingOf,
	start,
	storage,
	storedSitting,
	test,
	words,
} from './app';
import { sittingKey, startOf } from './app';

const { ui } = words;
const carryOn = (page: Page) => way(page, ui.welcome.carryOn);

/** All that a person sees of where they are. */
const scene = async (page: Page) => ({
	heading: await heading(page).textContent(),
	words: await shown(page),
	chosen: await checkedPlace(page),
});

test.describe('where one was', () => {
	test(
		'a reload in the middle of the quick form: the same question, order and sides, answers kept',
		fault(
			'the page loaded anew at every third question, and once more at the end',
			'the same question, in its order and with its sides',
			'every answer',
		),
		async ({ page }) => {
			await open(page);
			await start(page, 'quick');
			const places: number[] = [];
			for (let n = 1; n <= 16; n += 1) {
				await atQuestion(page, n, 16);
				// Pairs and ratings, the first and the last.
				if (n % 3 === 1) {
					const before = await scene(page);
					await page.reload();
					await atQuestion(page, n, 16);
					expect(await scene(page)).toEqual(before);
				}
				await expect(focused(page)).toHaveCount(1);
				places.push(n % 4);
				await page.keyboard.press(String((n % 4) + 1));
			}
			await expect(heading(page)).toHaveText(ui.about.heading);
			await page.reload();
			await expect(heading(page)).toHaveText(ui.about.heading);
			const sitting = (await storedSitting(page))!;
			expect(sitting.answers).toEqual(answersFor(sitting, places));
			// What was chosen shows again on the way back.
			for (let n = 16; n >= 1; n -= 1) {
				await page.goBack();
				await atQuestion(page, n, 16);
				expect(await checkedPlace(page)).toBe(places[n - 1]);
			}
		},
	);

	test(
		'browser back and forward lead through the questions and answers',
		fault(
			'Back through four answered questions to Welcome, and Forward again',
			'each question with its answer chosen',
			'every answer',
		),
		async ({ page }) => {
			await open(page);
			await start(page, 'quick');
			for (let n = 1; n <= 4; n += 1) await page.keyboard.press(String(n));
			await atQuestion(page, 5, 16);
			for (let n = 4; n >= 1; n -= 1) {
				await page.goBack();
				await atQuestion(page, n, 16);
				expect(await checkedPlace(page)).toBe(n - 1);
				await expect(focused(page)).toBeChecked();
			}
			await page.goBack();
			await expect(heading(page)).toHaveText(ui.welcome.heading);
			for (let n = 1; n <= 5; n += 1) {
				await page.goForward();
				await atQuestion(page, n, 16);
				expect(await checkedPlace(page)).toBe(n < 5 ? n - 1 : -1);
			}
			const sitting = (await storedSitting(page))!;
			expect(sitting.answers).toEqual(answersFor(sitting, [0, 1, 2, 3]));
		},
	);

	test('an answer changed on the way back replaces the first one, and no other', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		for (let n = 1; n <= 3; n += 1) await page.keyboard.press('1');
		await button(page, ui.question.back).click();
		await atQuestion(page, 3, 16);
		await button(page, ui.question.back).click();
		await atQuestion(page, 2, 16);
		await focused(page).press('4');
		await atQuestion(page, 3, 16);
		const sitting = (await storedSitting(page))!;
		expect(sitting.answers).toEqual(answersFor(sitting, [0, 3, 0]));
	});

	const ways: [string, (page: Page) => Promise<void>][] = [
		['the page is closed', (page) => page.close()],
		['the page crashes', crash],
		[
			'the reader stops',
			async (page) => {
				await button(page, ui.question.stop).click();
				await expect(heading(page)).toHaveText(ui.welcome.heading);
				await page.close();
			},
		],
		[
			'another site is opened in the tab',
			async (page) => {
				await page.goto('about:blank');
				await page.close();
			},
		],
	];
	test(
		'however one leaves, Welcome offers to carry on, at the same question with every answer',
		fault('the tab closed, its page crashed, another site opened in it', 'Welcome offers to carry on', 'every answer'),
		async ({ page, context }) => {
			await open(page);
			await start(page, 'quick');
			for (const key of ['3', '1', '4', '2', '1']) await page.keyboard.press(key);
			await atQuestion(page, 6, 16);
			const before = await scene(page);
			const stored = await storedSitting(page);
			expect(stored!.answers).toEqual(answersFor(stored!, [2, 0, 3, 1, 0]));
			let now = page;
			for (const [what, leave] of ways)
				await test.step(what, async () => {
					await leave(now);
					now = await context.newPage();
					await open(now);
					await expect(now.getByRole('heading', { name: ui.welcome.carryOnQuick })).toBeVisible();
					await expect(now.getByText(stopped(6, 16))).toBeVisible();
					await carryOn(now).click();
					await atQuestion(now, 6, 16);
					expect(await scene(now)).toEqual(before);
					expect(await storedSitting(now)).toEqual(stored);
				});
		},
	);

	test('closed at about you: carrying on leads back there', async ({ page }) => {
		await open(page, '#/', asStored({ sitting: sittingOf('people', 'quick', 16) }));
		await expect(page.getByText(say(ui.welcome.stoppedAtEnd, { count: 16 }))).toBeVisible();
		await carryOn(page).click();
		await expect(heading(page)).toHaveText(ui.about.heading);
	});

	test('two tabs show the same sitting', async ({ page, context }) => {
		await open(page, '#/quiz/5', asStored({ sitting: sittingOf('people', 'full', 4) }));
		await atQuestion(page, 5, 46);
		const second = await context.newPage();
		await open(second, '#/quiz/5');
		await atQuestion(second, 5, 46);
		expect(await shown(second)).toEqual(await shown(page));
	});
});

test.describe('discarding', () => {
	test('can be undone, and then leads to the same question', async ({ page }) => {
		const stored = asStored({ sitting: sittingOf('people', 'quick', 5) });
		await open(page, '#/', stored);
		await button(page, ui.welcome.discard).click();
		await expect(page.getByRole('status')).toContainText(ui.notices.sittingDiscarded);
		await expect(carryOn(page)).toHaveCount(0);
		expect(await storage(page)).toEqual({});
		await button(page, ui.page.undo).click();
		await expect(carryOn(page)).toBeVisible();
		await expect(page.getByRole('status')).not.toContainText(ui.notices.sittingDiscarded);
		expect(await storage(page)).toEqual(stored);
		await carryOn(page).click();
		await atQuestion(page, 6, 16);
	});

	test('stays done after a reload', async ({ page }) => {
		await open(page, '#/', asStored({ sitting: sittingOf('people', 'quick', 5) }));
		await button(page, ui.welcome.discard).click();
		await page.reload();
		await expect(way(page, startOf.quick)).toBeVisible();
		await expect(carryOn(page)).toHaveCount(0);
	});
});

test.describe('skipping', () => {
	test('Skip goes on without an answer; it is Next where there is one', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await expect(button(page, ui.question.next)).toHaveCount(0);
		await button(page, ui.question.skip).click();
		await atQuestion(page, 2, 16);
		await page.keyboard.press('2');
		await atQuestion(page, 3, 16);
		await button(page, ui.question.back).click();
		await atQuestion(page, 2, 16);
		await expect(button(page, ui.question.skip)).toHaveCount(0);
		await button(page, ui.question.next).click();
		await atQuestion(page, 3, 16);
		const sitting = (await storedSitting(page))!;
		expect(sitting.answers).toEqual(answersFor(sitting, [null, 1]));
	});

	test('Back from the first question leads to Welcome', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await button(page, ui.question.back).click();
		await expect(heading(page)).toHaveText(ui.welcome.heading);
	});

	/** A quick sitting, all shown, without an answer to questions `gaps`. */
	const withGaps = (gaps: readonly number[]) => {
		const sitting = sittingOf('people', 'quick', 16);
		const out = askedIn('quick').flatMap(({ item }, i) => (gaps.includes(i + 1) ? [item.id] : []));
		const answers = Object.fromEntries(Object.entries(sitting.answers).filter(([id]) => !out.includes(id)));
		return { ...sitting, answers, at: 16 };
	};

	test('the end offers to go back to exactly those, then goes on', async ({ page }) => {
		const gaps = [3, 7, 12];
		await open(page, '#/quiz/16', asStored({ sitting: withGaps(gaps) }));
		await atQuestion(page, 16, 16);
		await button(page, ui.question.next).click();
		await expect(heading(page)).toHaveText(say(ui.skipped.heading, { n: 3, count: 3 }));
		await button(page, ui.skipped.goBack).click();
		for (const n of gaps) {
			await atQuestion(page, n, 16);
			expect(await checkedPlace(page)).toBe(-1);
			await page.keyboard.press('2');
		}
		await expect(heading(page)).toHaveText(ui.about.heading);
		expect(Object.keys((await storedSitting(page))!.answers)).toHaveLength(16);
	});

	test('one skipped is said in the singular, and may stay skipped', async ({ page }) => {
		await open(page, '#/quiz/16', asStored({ sitting: withGaps([5]) }));
		await button(page, ui.question.next).click();
		await expect(heading(page)).toHaveText(say(ui.skipped.heading, { n: 1, count: 1 }));
		await button(page, ui.skipped.goOn).click();
		await expect(heading(page)).toHaveText(ui.about.heading);
		await button(page, ui.about.skip).click();
		await expect(page.getByText(say(words.report.sure.answersOf, { answered: 15, count: 16 }))).toBeVisible();
	});

	test('going back to them survives a reload in the middle', async ({ page }) => {
		await open(page, '#/quiz/16', asStored({ sitting: withGaps([3, 7]) }));
		await button(page, ui.question.next).click();
		await button(page, ui.skipped.goBack).click();
		await atQuestion(page, 3, 16);
		await page.reload();
		await atQuestion(page, 3, 16);
		await page.keyboard.press('1');
		await atQuestion(page, 7, 16);
		// Skipped once more: the end asks again.
		await button(page, ui.question.skip).click();
		await expect(heading(page)).toHaveText(say(ui.skipped.heading, { n: 1, count: 1 }));
	});

	test('nothing answered at all is said, and leads back to the first question', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		for (let n = 1; n <= 16; n += 1) {
			await atQuestion(page, n, 16);
			await button(page, ui.question.skip).click();
		}
		await expect(heading(page)).toHaveText(ui.skipped.none);
		await expect(page.getByText(ui.skipped.noneText)).toBeVisible();
		await expect(button(page, ui.skipped.goOn)).toHaveCount(0);
		await page.goto('./#/about-you');
		await expect(heading(page)).toHaveText(ui.skipped.none);
		await button(page, ui.skipped.goBack).click();
		await atQuestion(page, 1, 16);
	});
});

test.describe('starting anew with answers in hand', () => {
	const stored = asStored({ sitting: sittingOf('people', 'quick', 5) });

	test('asks first; keeping keeps, by button and by Escape', async ({ page }) => {
		await open(page, '#/', stored);
		const dialog = page.getByRole('dialog', { name: ui.replace.heading });
		for (const keep of [() => button(page, ui.replace.keep).click(), () => page.keyboard.press('Escape')]) {
			await way(page, startOf.full).click();
			await expect(dialog).toBeVisible();
			await expect(dialog).toContainText(say(ui.replace.text, { n: 5, count: 5 }));
			await expect(button(page, ui.replace.keep)).toBeFocused();
			await keep();
			await expect(dialog).toHaveCount(0);
			expect(await storage(page)).toEqual(stored);
		}
		await carryOn(page).click();
		await atQuestion(page, 6, 16);
	});

	test('starts anew when told to', async ({ page }) => {
		await open(page, '#/', stored);
		await way(page, startOf.full).click();
		await button(page, ui.replace.anew).click();
		await atQuestion(page, 1, 46);
		expect((await storedSitting(page))!.answers).toEqual({});
		await expect(focused(page)).toHaveCount(1);
	});

	test('without answers nothing is asked', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await button(page, ui.question.stop).click();
		await way(page, startOf.full).click();
		await atQuestion(page, 1, 46);
	});

	test('asks as well from a result', async ({ page }) => {
		const both = asStored({ sitting: sittingOf('people', 'quick', 5), results: [resultOf('architect', 'quick')] });
		await open(page, '#/result/architect-quick', both);
		await button(page, words.report.keep.again).click();
		await expect(page.getByRole('dialog')).toContainText(say(ui.replace.text, { n: 5, count: 5 }));
		await button(page, ui.replace.keep).click();
		expect((await storage(page))[sittingKey]).toBe(both[sittingKey]);
	});
});

test('addresses of a sitting lead where they say', async ({ page }) => {
	const sitting = sittingOf('people', 'quick', 5);
	const rows: [string, string][] = [
		['#/quiz/1', questionTitle(1, 16)],
		['#/quiz/16', questionTitle(16, 16)],
		['#/quiz/end', say(ui.skipped.heading, { n: 11, count: 11 })],
		['#/about-you', ui.about.heading],
		['#/quiz/6', questionTitle(6, 16)],
	];
	await open(page, '#/', asStored({ sitting }));
	for (const [hash, title] of rows)
		await test.step(hash, async () => {
			await page.goto(`./${hash}`);
			await expect(heading(page)).toHaveText(title);
			expect(Object.keys((await storedSitting(page))!.answers)).toHaveLength(5);
		});
});

/** "You stopped at question 6 of 16." without the minutes, which depend on the pace. */
function stopped(n: number, count: number): string {
	return say(ui.welcome.stoppedAt, { n, count, minutes: '' }).trim();
}

/** The renderer dies at once, as when the system kills it. */
async function crash(page: Page): Promise<void> {
	const client = await page.context().newCDPSession(page);
	const crashed = page.waitForEvent('crash');
	void client.send('Page.crash').catch(() => undefined);
	await crashed;
	await page.close();
}
