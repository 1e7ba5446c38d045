/**
 * Every screen and state: axe finds nothing in light or dark; nothing runs off at any width, at twice the text size, or in
 * a longer language written the other way; every target is large enough.
 */
import type { Page } from '@playwright/test';
import { asStored, expect, resultOf, sittingOf, test } from './app';
import { axe, cut, sideways, small } from './looks';
import { screens, show, type Screen } from './screens';

// A beam that swings in would be measured on its way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const widths = [1280, 390, 320];

const fits = async (page: Page, where: string): Promise<void> => {
	// A chart follows its figure a frame later.
	await expect.soft.poll(() => sideways(page), { message: `${where}: sideways`, timeout: 1500 }).toEqual([]);
	expect.soft(await cut(page), `${where}: words that do not fit`).toEqual([]);
};

/** One page shows a few screens, one after the other: a page of its own for each costs more than the looking. */
const few = 4;
const groups = Array.from({ length: Math.ceil(screens.length / few) }, (_, i) => screens.slice(i * few, (i + 1) * few));
const names = (group: readonly Screen[]): string => group.map(({ name }) => name).join('; ');

for (const group of groups)
	test(names(group), async ({ page }) => {
		for (const screen of group)
			await test.step(screen.name, async () => {
				const { name } = screen;
				await page.setViewportSize({ width: 1280, height: 800 });
				await show(page, screen);
				for (const scheme of ['light', 'dark'] as const)
					if (scheme === 'light' || screen.dark)
						expect.soft(await axe(page, scheme), `${name}: axe, ${scheme}`).toEqual([]);
				for (const width of widths) {
					await page.setViewportSize({ width, height: 800 });
					await fits(page, `${name}, ${width} px`);
					expect.soft(await small(page), `${name}, ${width} px: targets below 44 px`).toEqual([]);
				}
				await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
				for (const width of [...widths].reverse()) {
					await page.setViewportSize({ width, height: 800 });
					await fits(page, `${name}, ${width} px, text at 200 %`);
				}
			});
	});

/** Words on screen, and for a screen reader only, that are not in disguise. */
const plain = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const found: string[] = [document.title];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		for (let node = walker.nextNode(); node; node = walker.nextNode())
			if (!node.parentElement?.closest('script, style, noscript')) found.push(node.textContent ?? '');
		for (const name of ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'alt', 'placeholder'])
			for (const node of document.querySelectorAll(`[${name}]`)) found.push(node.getAttribute(name)!);
		return found.map((text) => text.trim());
	});
const english = /[A-Za-z]{3}/;
const months = 'January|February|March|April|May|June|July|August|September|October|November|December';

test.describe('in the pseudo-language, right to left', () => {
	for (const group of groups)
		test(names(group), async ({ page, pseudoURL }) => {
			for (const screen of group)
				await test.step(screen.name, async () => {
					const { name } = screen;
					await page.setViewportSize({ width: 1280, height: 800 });
					await show(page, screen, pseudoURL);
					await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
					for (const width of widths) {
						await page.setViewportSize({ width, height: 800 });
						await fits(page, `${name}, ${width} px`);
					}
					// A name that somebody gave is theirs, and dates are written by the browser.
					const given = Object.values(screen.stored ?? {}).flatMap((text) => /"name":"([^"]+)"/.exec(text)?.[1] ?? []);
					const left = (await plain(page))
						.map((text) => [...given, ...(screen.foreign ?? [])].reduce((rest, one) => rest.replaceAll(one, ''), text))
						.map((text) => text.replace(new RegExp(`\\b\\d+ (${months}) \\d{4}`, 'g'), ''))
						.filter((text) => english.test(text));
					expect.soft(left, `${name}: English left`).toEqual([]);
				});
		});
});

test('the ways to start stand on the first screen', async ({ page }) => {
	const results = [resultOf('people', 'quick')];
	for (const [what, stored] of [
		['empty', {}],
		['with a quick sitting', asStored({ sitting: sittingOf('people', 'quick', 3) })],
		['with a full sitting', asStored({ sitting: sittingOf('people', 'full', 7) })],
		['with a result', asStored({ results })],
		['with both', asStored({ sitting: sittingOf('people', 'full', 7), results })],
	] as const)
		await test.step(what, async () => {
			await show(page, { name: what, hash: '#/', stored });
			for (const [width, height] of [
				[390, 844],
				[1280, 800],
			] as const) {
				await page.setViewportSize({ width, height });
				const buttons = page.locator('.forms .btn');
				await expect(buttons).toHaveCount('fulcrum:sitting' in stored ? 3 : 2);
				for (const one of await buttons.all()) {
					const box = (await one.boundingBox())!;
					const where = `${what}: ${(await one.textContent())!} at ${width} x ${height}`;
					expect(box.y + box.height, where).toBeLessThanOrEqual(height);
				}
			}
		});
});
