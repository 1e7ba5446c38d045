/** The service worker: every screen without a network, a new version under an open page, half a deployment, no worker at all. */

import type { Page } from '@playwright/test';
import { askedIn, atQuestion, button, expect, go, heading, open, start, fault } from './app';
import { storedSitting, test as base, words } from './app';
import { built, host, other, type Host } from './host';
import { finish, visit } from './visit';

const { ui } = words;
const below = '/some/sub-path/';
const test = base.extend<{ site: Host; below: string }>({
	below: ['/', { option: true }],
	site: async ({ below }, use) => {
		const site = await host(below);
		await use(site);
		await site.close();
	},
	origins: async ({ site }, use) => use([new URL(site.home).origin]),
});
test.use({ serviceWorkers: 'allow' });

/** The page has a worker, and with it everything that the worker keeps. */
const kept = (page: Page): Promise<void> =>
	expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
const caches = (page: Page): Promise<string[]> => page.evaluate(() => globalThis.caches.keys());
/** As if an hour had gone by and the reader came back to the page. Null where nothing newer could be had. */
const look = (page: Page): Promise<void> =>
	page.evaluate(async () => {
		const registration = await navigator.serviceWorker.ready;
		await registration.update();
		const worker = registration.installing;
		// Either it takes over or, where a file is missing, it is given up.
		const over = () => !worker || worker.state === 'activated' || worker.state === 'redundant';
		if (!over())
			await new Promise<void>((resolve) => worker!.addEventListener('statechange', () => over() && resolve()));
	});
const offer = (page: Page) => page.locator('.notice').filter({ hasText: ui.notices.newer });
const rightToLeft = (page: Page) => expect(page.locator('html')).toHaveAttribute('dir', 'rtl');

test.describe('in a sub-path', () => {
	test.use({ below });
	test('one visit, then no network: a quiz, a result, a team, prints, and every page', async ({ page, site }) => {
		await open(page, '#/', {}, site.home);
		await kept(page);
		const browser = await page.context().newCDPSession(page);
		expect((await browser.send('Page.getAppManifest')).errors).toEqual([]);
		// The windows of these tests are private ones, which alone stands against installing it.
		const { installabilityErrors } = await browser.send('Page.getInstallabilityErrors');
		expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito']);
		await site.close();
		await page.reload();
		await visit(page);
		await page.reload();
		await expect(page.locator('.s-send')).toBeVisible();
		// A second page, from the address alone.
		const second = await page.context().newPage();
		await open(second, '#/method', {}, site.home);
		await expect(heading(second)).toHaveText(words.method.heading);
		expect(await caches(page)).toHaveLength(1);
		expect((await caches(page))[0]).toContain(below);
		expect(site.missing).toEqual([]);
	});
});

test(
	'a new version under open pages: never half of it, nothing lost or missed, offered when no question is open',
	fault(
		'a new version put on the server under open tabs',
		'the old one goes on whole; the new one is offered where no question is open',
		'every answer; no part is missing',
	),
	async ({ page, site, faults }) => {
		await open(page, '#/', {}, site.home);
		await kept(page);
		await start(page, 'quick');
		for (const key of ['2', '1', '2', '2']) await page.keyboard.press(key);
		await atQuestion(page, 5, 16);
		const second = await page.context().newPage();
		await open(second, '#/', {}, site.home);

		await test.step('half of a deployment changes nothing', async () => {
			site.serve((path) => (path.startsWith('assets/') ? built : other));
			await look(page);
			await second.reload();
			await expect(heading(second)).toHaveText(ui.welcome.heading);
			expect(site.missing.length).toBeGreaterThan(0);
		});
		await test.step('all of it: open pages go on with what they were loaded with', async () => {
			site.serve(() => other);
			await look(page);
			expect(await caches(page)).toHaveLength(2);
			await atQuestion(page, 5, 16);
			await expect(offer(page)).toHaveCount(0);
			const before = site.missing.length;
			await finish(page, 5);
			await expect(page.locator('canvas').first()).toBeVisible();
			await go(page, '#/method');
			await expect(heading(page)).toHaveText(words.method.heading);
			expect(site.missing.slice(before), 'nothing of the old version was asked for').toEqual([]);
		});
		await test.step('the offer loads it, and all that was kept is there', async () => {
			await expect(offer(page)).toHaveCount(1);
			await go(page, '#/history');
			await button(page, ui.page.load).click();
			await rightToLeft(page);
			await expect(page.locator('main li a[href^="#/result/"]')).toHaveCount(1);
			await expect(offer(second)).toHaveCount(1);
			await expect(heading(second)).toHaveText(ui.welcome.heading);
		});
		await test.step('the old version stays until no page is of it', async () => {
			expect(await caches(page)).toHaveLength(2);
			await button(second, ui.page.load).click();
			await rightToLeft(second);
			await expect.poll(() => caches(page)).toHaveLength(1);
		});
		// The half deployment, as the browser sees it.
		expect(faults.splice(0).filter((fault) => !/\/assets\/.*404|status of 404/.test(fault))).toEqual([]);
	},
);

test(
	'a browser that holds an older version shows that one whole, then offers the new one',
	fault(
		'a service worker of an older version in the browser',
		'the older version, whole; the newer one is offered',
		'everything',
	),
	async ({ page, site }) => {
		await open(page, '#/', {}, site.home);
		await kept(page);
		await page.close();
		site.serve(() => other);
		const back = await page.context().newPage();
		await open(back, '#/method', {}, site.home);
		await expect(heading(back)).toHaveText(words.method.heading);
		await expect(offer(back)).toHaveCount(1);
		await button(back, ui.page.load).click();
		await rightToLeft(back);
		await expect.poll(() => caches(back)).toHaveLength(1);
		expect(site.missing).toEqual([]);
	},
);

test.describe('without a worker', () => {
	test.use({ serviceWorkers: 'block' });
	test('a part that went with its version: said, and loading the new version keeps every answer', async ({
		page,
		site,
		faults,
	}) => {
		await open(page, '#/', {}, site.home);
		site.serve(() => other);
		await start(page, 'quick');
		const count = askedIn('quick').length;
		for (let n = 1; n <= count; n += 1) {
			await atQuestion(page, n, count);
			await page.keyboard.press('1');
		}
		await expect(heading(page)).toHaveText(ui.page.loadFailed);
		expect(site.missing.length).toBeGreaterThan(0);
		await button(page, ui.page.tryAgain).click();
		await rightToLeft(page);
		expect(Object.keys((await storedSitting(page))!.answers)).toHaveLength(count);
		await page.locator('main form button').last().click();
		await expect(page).toHaveURL(/#\/result\//);
		expect(faults.splice(0).filter((fault) => !fault.includes('status of 404'))).toEqual([]);
	});
});
