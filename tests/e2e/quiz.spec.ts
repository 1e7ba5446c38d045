/** The quiz by keyboard, mouse and touch; where the focus goes; what a screen reader hears. */
import type { Page } from '@playwright/test';
import { facts } from '../../src/domain/forms';
import { minutesLeft } from '../../src/domain/pace';
import {
	answersFor,
	askedIn,
	atQuestion,
	button,
	checkedPlace,
	escaped,
	expect,
	expectPainted,
	focused,
	go,
	halves,
	heading,
	instrument,
	open,
	questionTitle,
	resultOf,
	say,
	shown,
	sittingOf,
	asStored,
	start,
	startOf,
	storage,
	storedSitting,
	test,
	unpack,
	words,
	way,
} from './app';

const { ui } = words;
const hint = (page: Page) => page.locator('fieldset .hint');

test.describe('by keyboard alone, one key a question', () => {
	for (const [form, tabs] of [
		['full', 1],
		['quick', 2],
	] as const) {
		const count = askedIn(form).length;
		test(`the ${form} form: ${count} questions, ${count} keys, a charted result`, async ({ page }) => {
			await open(page);
			let keys = 0;
			const press = async (key: string) => {
				keys += 1;
				await page.keyboard.press(key);
			};
			// From the top of the page to the button, past whatever links stand before it.
			const target = way(page, startOf[form]);
			for (let tries = 0; tries < 12; tries += 1) {
				await press('Tab');
				if (await target.evaluate((node) => node === document.activeElement)) break;
			}
			await expect(target).toBeFocused();
			expect(keys, 'tabs to the start').toBeLessThanOrEqual(5 + tabs);
			await press('Enter');
			// No waiting between keys: each finds the next question.
			keys = 0;
			const places = askedIn(form).map(({ item }, i) => (i * 7 + 3) % (item.tau.length + 1));
			for (const place of places) await press(String(place + 1));
			expect(keys).toBe(count);
			await expect(heading(page)).toHaveText(ui.about.heading);
			const sitting = (await storedSitting(page))!;
			expect(sitting.answers, 'no key lost').toEqual(answersFor(sitting, places));

			// About you: the focus is on the heading, and Tab leads through the fields to the buttons.
			await expect(heading(page)).toBeFocused();
			keys = 0;
			const show = button(page, ui.about.show);
			for (let tries = 0; tries < 10; tries += 1) {
				await press('Tab');
				if (await show.evaluate((node) => node === document.activeElement)) break;
			}
			await expect(show).toBeFocused();
			await press('Enter');
			await expect(page).toHaveURL(/#\/result\//);
			await expect(heading(page)).toBeFocused();
			expect(keys).toBe(8);
			await expectPainted(page);
			const stored = await storage(page);
			const [key] = Object.keys(stored).filter((one) => one.startsWith('fulcrum:result:'));
			expect(unpack(stored[key!]!).answers).toEqual(sitting.answers);
			expect(Object.keys(stored).sort()).toEqual([key]);
		});
	}
});

test.describe('answering', () => {
	test('arrow keys choose without leaving, Enter confirms', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await page.keyboard.press('ArrowDown');
		await page.keyboard.press('ArrowDown');
		await atQuestion(page, 1, 16);
		expect(await checkedPlace(page)).toBe(2);
		await page.keyboard.press('ArrowUp');
		expect(await checkedPlace(page)).toBe(1);
		await atQuestion(page, 1, 16);
		const sitting = (await storedSitting(page))!;
		expect(sitting.answers).toEqual(answersFor(sitting, [1]));
		await page.keyboard.press('Enter');
		await atQuestion(page, 2, 16);
		expect(await checkedPlace(page)).toBe(-1);
	});

	test('arrow keys choose in a rating too, and a digit still answers', async ({ page }) => {
		await open(page, '#/quiz/9', asStored({ sitting: sittingOf('architect', 'quick', 8) }));
		await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowRight');
		await expect.poll(() => checkedPlace(page)).toBe(2);
		await atQuestion(page, 9, 16);
		await page.keyboard.press('5');
		await atQuestion(page, 10, 16);
		await button(page, ui.question.back).click();
		await atQuestion(page, 9, 16);
		expect(await checkedPlace(page)).toBe(4);
	});

	test('Enter or Space on an answer that is not chosen yet answers with it', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await page.keyboard.press('Enter');
		await atQuestion(page, 2, 16);
		await page.keyboard.press('Space');
		await atQuestion(page, 3, 16);
		const sitting = (await storedSitting(page))!;
		expect(sitting.answers).toEqual(answersFor(sitting, [0, 0]));
	});

	test('a click on the answer already chosen moves on and keeps it', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await page.locator('.scale label').nth(2).click();
		await atQuestion(page, 2, 16);
		await button(page, ui.question.back).click();
		await atQuestion(page, 1, 16);
		await page.locator('.scale label').nth(2).click();
		await atQuestion(page, 2, 16);
		const sitting = (await storedSitting(page))!;
		expect(sitting.answers).toEqual(answersFor(sitting, [2]));
	});

	test('a double click answers one question only', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await page.locator('.scale label').nth(1).dblclick();
		await atQuestion(page, 2, 16);
		const sitting = (await storedSitting(page))!;
		expect(sitting.answers).toEqual(answersFor(sitting, [1]));
	});

	test('two separate clicks answer two questions', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await page.locator('.scale label').nth(1).click();
		await atQuestion(page, 2, 16);
		await page.locator('.scale label').nth(3).click();
		await atQuestion(page, 3, 16);
		const sitting = (await storedSitting(page))!;
		expect(sitting.answers).toEqual(answersFor(sitting, [1, 3]));
	});

	const keys: [string, string, string | null][] = [
		['a digit while Back has the focus', '2', ui.question.back],
		['a digit while Skip has the focus', '2', ui.question.skip],
		['a digit while Stop has the focus', '2', ui.question.stop],
		['Control and a digit', 'Control+2', null],
		['Alt and a digit', 'Alt+2', null],
		['Meta and a digit', 'Meta+2', null],
		['a digit beyond the answers', '5', null],
		['nought', '0', null],
		['a letter', 'q', null],
		['Escape', 'Escape', null],
	];
	test('keys that mean nothing here do nothing', async ({ page }) => {
		await open(page, '#/quiz/2', asStored({ sitting: sittingOf('architect', 'quick', 1) }));
		await atQuestion(page, 2, 16);
		for (const [what, key, on] of keys)
			await test.step(what, async () => {
				await (on ? button(page, on) : page.locator('input[type=radio]').first()).focus();
				await page.keyboard.press(key);
				await atQuestion(page, 2, 16);
				expect(await checkedPlace(page)).toBe(-1);
				expect(Object.keys((await storedSitting(page))!.answers)).toHaveLength(1);
			});
		// One that does count shows that the others have all been heard.
		await page.locator('input[type=radio]').first().focus();
		await page.keyboard.press('1');
		await atQuestion(page, 3, 16);
		expect(Object.keys((await storedSitting(page))!.answers)).toHaveLength(2);
	});

	test('a key held down answers one question only', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await page.keyboard.down('1');
		for (let i = 0; i < 5; i += 1) await page.keyboard.down('1');
		await page.keyboard.up('1');
		await atQuestion(page, 2, 16);
		expect(Object.keys((await storedSitting(page))!.answers)).toHaveLength(1);
	});

	test.describe('by touch', () => {
		test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
		test('a tap answers and moves on', async ({ page }) => {
			await open(page);
			await way(page, startOf.quick).tap();
			await atQuestion(page, 1, 16);
			await expect(hint(page)).toHaveText(ui.question.movesOn, { useInnerText: true });
			await page.locator('.scale label').nth(3).tap();
			await atQuestion(page, 2, 16);
			await page.locator('.scale label').nth(0).tap();
			await atQuestion(page, 3, 16);
			const sitting = (await storedSitting(page))!;
			expect(sitting.answers).toEqual(answersFor(sitting, [3, 0]));
		});
	});
});

test.describe('focus and what is read out', () => {
	test('each new question has the focus; its answer says the question and which one it is', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		const asked = askedIn('quick', undefined, (await storedSitting(page))!.seed);
		for (const [i, { item }] of asked.entries()) {
			await atQuestion(page, i + 1, 16);
			await expect(focused(page)).toHaveCount(1);
			await expect(focused(page)).toHaveAccessibleDescription(
				new RegExp(`${say(ui.question.heading, { n: i + 1 })}.*16`),
			);
			const scene =
				item.format === 'rating'
					? (words.items.ratings as Record<string, { text: string }>)[item.id]!.text
					: (words.items.pairs as Record<string, { scene: string }>)[item.id]!.scene;
			await expect(page.getByRole('group')).toHaveAccessibleName(new RegExp(`^${escaped(scene)}`));
			const anchors = words.items.anchors[item.format === 'rating' ? 'rating' : 'pair'];
			await expect(focused(page)).toHaveAccessibleName(anchors[0]!);
			// The first question alone says that keys answer, a rating what its ends mean.
			if (i > 0) {
				if (item.format === 'rating') await expect(hint(page)).toHaveText(ui.question.ratingHint);
				else await expect(hint(page)).toHaveCount(0);
			}
			await page.keyboard.press(String((i % 4) + 1));
		}
	});

	test('the first question says that keys answer and move on, in one line', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await expect(hint(page)).toHaveText(say(ui.question.movesOnKeys, { n: 4 }), { useInnerText: true });
		const { height, line } = await hint(page)
			.locator('.keys')
			.evaluate((node) => ({
				height: node.getBoundingClientRect().height,
				line: parseFloat(getComputedStyle(node).lineHeight),
			}));
		expect(height).toBeLessThan(1.5 * line);
	});

	test('before an answer the ring is around the whole scale, then around the answer', async ({ page }) => {
		await open(page, '#/quiz/2', asStored({ sitting: sittingOf('architect', 'quick', 1) }));
		await page.keyboard.press('Tab');
		await page.keyboard.press('Shift+Tab');
		await expect(focused(page)).toHaveCount(1);
		const ringed = () =>
			page
				.locator('.scale, .scale label, .scale input')
				.evaluateAll((nodes) =>
					nodes.flatMap((node) => (getComputedStyle(node).outlineStyle === 'none' ? [] : [node.tagName])),
				);
		expect(await ringed()).toEqual(['DIV']);
		await page.keyboard.press('ArrowDown');
		expect(await ringed()).toEqual(['LABEL']);
	});

	test('minutes are said to the half', async ({ page }) => {
		await open(page);
		for (const [form, message] of [
			['quick', ui.welcome.quick],
			['full', ui.welcome.full],
		] as const) {
			const minutes = halves(Math.round(facts(instrument)[form].seconds / 30) / 2);
			await expect(page.getByRole('heading', { name: say(message, { minutes }), exact: true })).toBeVisible();
		}
		await start(page, 'quick');
		for (let n = 1; n <= 2; n += 1) {
			await atQuestion(page, n, 16);
			const minutes = minutesLeft(
				askedIn('quick', undefined, (await storedSitting(page))!.seed)
					.slice(n - 1)
					.map(({ item }) => item),
				1,
			);
			const left = say(ui.question.minutesLeft, { n: minutes, minutes: halves(minutes) });
			await expect(page.getByText(left, { exact: true })).toBeVisible();
			await page.keyboard.press('1');
		}
	});

	test('the focus stands on the chosen answer when coming back', async ({ page }) => {
		await open(page);
		await start(page, 'quick');
		await page.keyboard.press('3');
		await atQuestion(page, 2, 16);
		await button(page, ui.question.back).click();
		await atQuestion(page, 1, 16);
		await expect(focused(page)).toHaveValue('2');
		await expect(focused(page)).toBeChecked();
	});

	const result = '#/result/architect-quick';
	const ways: [string, string, string][] = [
		['from Welcome to the results', '#/', 'nav a[href="#/history"]'],
		['from the results to Welcome', '#/history', '.mast .mark'],
		['from the results to a result', '#/history', `a[href="${result}"]`],
		['from a result to the results', result, 'nav a[href="#/history"]'],
		['from an unknown page to Welcome', '#/nowhere', 'main a.btn'],
		['from the end to about you', '#/quiz/end', 'main .btn.quiet'],
		['from a question to Welcome', '#/quiz/3', 'nav .last'],
	];
	test('after each move the heading has the focus and the page is at its top', async ({ page }) => {
		const stored = asStored({ sitting: sittingOf('people', 'quick', 3), results: [resultOf('architect', 'quick')] });
		await open(page, '#/', stored);
		for (const [what, from, click] of ways)
			await test.step(what, async () => {
				await go(page, from);
				await page.locator(click).first().click();
				await expect(page).not.toHaveURL(new RegExp(`${escaped(from)}$`));
				await expect(heading(page)).toBeFocused();
				expect(await page.evaluate(() => scrollY)).toBe(0);
			});
	});

	test('the skip link leads past the masthead and leaves the address alone', async ({ page }) => {
		await open(page, '#/history');
		await page.keyboard.press('Tab');
		await expect(page.getByRole('link', { name: ui.page.skipLink })).toBeFocused();
		await page.keyboard.press('Enter');
		await expect(page.locator('main')).toBeFocused();
		await expect(page).toHaveURL(/#\/history$/);
	});

	test('the title names the question', async ({ page }) => {
		await open(page, '#/quiz/3', asStored({ sitting: sittingOf('people', 'quick', 3) }));
		await expect(page).toHaveTitle(say(ui.page.titled, { what: questionTitle(3, 16) }));
		expect((await shown(page)).length).toBe(1 + 2 + 4);
	});
});
