/** The first page stands before any script, and the script takes it over as it is. */
import type { Page } from '@playwright/test';
import { asStored, askedIn, atQuestion, expect, heading, open, put, questionTitle, resultOf, sittingOf, startOf, test, way, words } from './app'; // prettier-ignore

/** Keeps every script of the app back until told. */
const holdScripts = async (page: Page): Promise<() => void> => {
	let release = (): void => {};
	const told = new Promise<void>((resolve) => (release = resolve));
	await page.route('**/assets/*.js', async (route) => {
		await told;
		await route.continue();
	});
	return release;
};

/** Every shift of what was seen, and the elements that stood there before the script. */
const watchPage = async (page: Page): Promise<void> => {
	await page.addInitScript(() => {
		const seen = { shifts: [] as number[], written: [] as Element[] };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
				if (!entry.hadRecentInput) seen.shifts.push(entry.value);
		}).observe({ type: 'layout-shift', buffered: true });
		new MutationObserver(() => {
			if (seen.written.length === 0 && document.querySelector('.foot'))
				seen.written = [...document.querySelectorAll('#app *')];
		}).observe(document, { childList: true, subtree: true });
	});
};
const seen = (page: Page) =>
	page.evaluate(() => {
		const { shifts, written } = (window as unknown as { seen: { shifts: number[]; written: Element[] } }).seen;
		return { shifts, written: written.length, kept: written.filter((element) => element.isConnected).length };
	});

test('without script: the page, its policy, and a sentence that says what is needed', async ({ browser, baseURL }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto(baseURL!);
	await expect(heading(page)).toHaveText(words.ui.welcome.heading);
	await expect(way(page, startOf.full)).toBeVisible();
	// As text: a browser that is told to run no script still reads the element as if it did.
	expect(await page.content()).toContain(words.ui.page.noscript);
	// The styles are inline: what the policy's hash allows is what stands there.
	await expect(page.locator('body')).not.toHaveCSS('margin', '8px');
	await context.close();
});

test('the page is taken over as it stands, and nothing seen moves, whatever is stored', async ({ page }) => {
	await watchPage(page);
	const results = [resultOf('architect', 'full'), resultOf('people', 'quick')];
	for (const [what, stored] of [
		['nothing', {}],
		['a sitting and two results', asStored({ sitting: sittingOf('both', 'full', 9), results })],
		['a damaged sitting', { 'fulcrum:sitting': 'damaged' }],
	] as const)
		for (const viewport of [
			{ width: 412, height: 823 },
			{ width: 1280, height: 800 },
		])
			await test.step(`${what}, ${viewport.width}`, async () => {
				await page.setViewportSize(viewport);
				await put(page, stored, './', true);
				await page.goto('./');
				await page.waitForLoadState('networkidle');
				if (what.includes('results')) await expect(page.locator('a[href^="#/result/"]')).toHaveCount(2);
				if (what.includes('sitting and')) await expect(way(page, words.ui.welcome.carryOn)).toBeVisible();
				const { shifts, written, kept } = await seen(page);
				expect(shifts).toEqual([]);
				expect(written).toBeGreaterThan(50);
				expect(kept).toBe(written);
			});
});

test('a start clicked before the script has come is honoured; going back does not begin anew', async ({ page }) => {
	const release = await holdScripts(page);
	await page.goto('./', { waitUntil: 'commit' });
	await way(page, startOf.quick).click();
	await expect(page).toHaveURL(/#\/start\/quick$/);
	await expect(heading(page)).toHaveText(words.ui.welcome.heading);
	release();
	await atQuestion(page, 1, askedIn('quick').length);
	await expect(page).toHaveURL(/#\/quiz\/1$/);
	await page.goBack();
	await expect(heading(page)).toHaveText(words.ui.welcome.heading);
});

test('the address of a start asks before it takes the place of answers', async ({ page }) => {
	const stored = asStored({ sitting: sittingOf('architect', 'quick', 3) });
	await open(page, '#/start/full', stored);
	await page.getByRole('button', { name: words.ui.replace.keep }).click();
	await expect(page).toHaveURL(/#\/$/);
	await expect(way(page, words.ui.welcome.carryOn)).toBeVisible();
	await page.evaluate(() => (location.hash = '#/start/full'));
	await page.getByRole('button', { name: words.ui.replace.anew }).click();
	await atQuestion(page, 1, askedIn('full').length);
});

test('opened elsewhere, the script shows that place and not the first page', async ({ page }) => {
	const stored = asStored({ sitting: sittingOf('architect', 'quick', 3) });
	await open(page, '#/quiz/4', stored);
	await expect(heading(page)).toHaveText(questionTitle(4, 16));
	await expect(page.locator('h1')).toHaveCount(1);
});
