/**
 * Every screen and state: axe finds nothing in light or dark; nothing runs off at any width, at twice the text size, or in
 * a longer language written the other way; every target is large enough.
 */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { asStored, expect, resultOf, sittingOf, test } from './app';
import { screens, show } from './screens';

// A beam that swings in would be measured on its way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [1280, 390, 320];

/** All rules; in the second colour scheme only those that look at colours, as nothing else has changed. */
const colourRules = ['color-contrast', 'link-in-text-block'];
const axe = async (page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> => {
	const builder = new AxeBuilder({ page });
	const { violations, passes } = await (
		colorScheme === 'light' ? builder.withTags(tags) : builder.withRules(colourRules)
	).analyze();
	expect(passes.length).toBeGreaterThan(colorScheme === 'light' ? 10 : 0);
	return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
};

/** How far one could scroll sideways, and whose fault it is. */
const sideways = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const root = document.documentElement;
		const over = root.scrollWidth - root.clientWidth;
		if (over <= 0) return [];
		const clipped = (node: Element | null): boolean =>
			node !== null && (getComputedStyle(node).overflowX !== 'visible' || clipped(node.parentElement));
		const range = document.createRange();
		const out = [...document.querySelectorAll('body *')].filter((node) => {
			if (!node.checkVisibility() || clipped(node.parentElement)) return false;
			// The words may reach further than their box.
			range.selectNodeContents(node);
			const boxes = [
				node.getBoundingClientRect(),
				...(node.children.length === 0 && !clipped(node) ? [range.getBoundingClientRect()] : []),
			];
			return boxes.some(({ left, right }) => right > root.clientWidth + 0.5 || left < -0.5);
		});
		const names = out.map(
			(node) => `${node.tagName.toLowerCase()}.${(node.getAttribute('class') ?? '').split(' ')[0]!}`,
		);
		return [`${over} px: ${[...new Set(names)].join(' ')}`];
	});

/** Words that do not fit their box: they would stand on top of what is beside them, or be cut. */
const cut = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('h1, h2, h3, p, .btn, label, summary, a, td, th, dt, dd, legend')]
			.filter((node) => node.checkVisibility() && !node.closest('.vh, .numbers'))
			.filter(({ scrollWidth, clientWidth }) => clientWidth > 0 && scrollWidth > clientWidth + 1)
			.map(
				(node) =>
					`${node.tagName.toLowerCase()}.${node.className.replace(/ ?svelte-\w+/, '')}: ${node.textContent.trim().slice(0, 40)}`,
			),
	);

/** Controls that a finger would miss. A link inside a sentence may be as high as its line. */
const small = (page: Page): Promise<string[]> =>
	page.evaluate(() =>
		[...document.querySelectorAll<HTMLElement>('button, select, input, summary, a')]
			.filter((node) => node.checkVisibility() && !node.closest('.skip'))
			.filter((node) => !(node.tagName === 'A' && getComputedStyle(node).display === 'inline' && node.closest('p')))
			.map((node) => [node, (node.closest('label') ?? node).getBoundingClientRect()] as const)
			.filter(([, { width, height }]) => width < 43.99 || height < 43.99)
			.map(([node, { width, height }]) => {
				const name = node.textContent.trim() || node.getAttribute('name');
				return `${node.tagName.toLowerCase()} ${String(name)}: ${width.toFixed(0)} x ${height.toFixed(0)}`;
			}),
	);

const fits = async (page: Page, where: string): Promise<void> => {
	// A chart follows its figure a frame later.
	await expect.soft.poll(() => sideways(page), { message: `${where}: sideways`, timeout: 1500 }).toEqual([]);
	expect.soft(await cut(page), `${where}: words that do not fit`).toEqual([]);
};

for (const screen of screens)
	test(screen.name, async ({ page }) => {
		await show(page, screen);
		for (const colorScheme of ['light', 'dark'] as const) {
			await page.emulateMedia({ colorScheme });
			expect.soft(await axe(page, colorScheme), `axe, ${colorScheme}`).toEqual([]);
		}
		for (const width of widths) {
			await page.setViewportSize({ width, height: 800 });
			await fits(page, `${width} px`);
			expect.soft(await small(page), `${width} px: targets below 44 px`).toEqual([]);
		}
		await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
		for (const width of widths) {
			await page.setViewportSize({ width, height: 800 });
			await fits(page, `${width} px, text at 200 %`);
		}
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
	for (const screen of screens)
		test(screen.name, async ({ page, pseudoURL }) => {
			await show(page, screen, pseudoURL);
			await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
			for (const width of widths) {
				await page.setViewportSize({ width, height: 800 });
				await fits(page, `${width} px`);
			}
			// A name that somebody gave is theirs, and dates are written by the browser.
			const names = Object.values(screen.stored ?? {}).flatMap((text) => /"name":"([^"]+)"/.exec(text)?.[1] ?? []);
			const left = (await plain(page))
				.map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text))
				.map((text) => text.replace(new RegExp(`\\b\\d+ (${months}) \\d{4}`, 'g'), ''))
				.filter((text) => english.test(text));
			expect.soft(left, 'English left').toEqual([]);
		});
});

test.describe('the ways to start stand on the first screen', () => {
	const results = [resultOf('people', 'quick')];
	for (const [what, stored] of [
		['empty', {}],
		['with a quick sitting', asStored({ sitting: sittingOf('people', 'quick', 3) })],
		['with a full sitting', asStored({ sitting: sittingOf('people', 'full', 7) })],
		['with a result', asStored({ results })],
		['with both', asStored({ sitting: sittingOf('people', 'full', 7), results })],
	] as const)
		test(what, async ({ page }) => {
			await show(page, { name: what, hash: '#/', stored });
			for (const [width, height] of [
				[390, 844],
				[1280, 800],
			] as const) {
				await page.setViewportSize({ width, height });
				const buttons = await page.locator('.forms .btn').all();
				expect(buttons).toHaveLength('fulcrum:sitting' in stored ? 4 : 2);
				for (const one of buttons) {
					const box = (await one.boundingBox())!;
					const where = `${(await one.textContent())!} at ${width} x ${height}`;
					expect(box.y + box.height, where).toBeLessThanOrEqual(height);
				}
			}
		});
});
