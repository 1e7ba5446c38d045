/**
 * Every screen and state: axe finds nothing in light or dark; nothing runs off at any width, at twice the text size, or in
 * a longer language written the other way; every target is large enough.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { asStored, expect, resultOf, sittingOf, test } from './app';
import { screens, show, type Screen } from './screens';

// A beam that swings in would be measured on its way.
test.use({ contextOptions: { reducedMotion: 'reduce' } });

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const widths = [1280, 390, 320];

/** Run in the page itself: the wrapper for Playwright loads a second page each time. */
const require = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const engine = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** All rules in light; in dark only those that look at colours, as nothing else has changed. */
const axe = async (page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> => {
	await page.emulateMedia({ colorScheme });
	const light = colorScheme === 'light';
	if (light) await page.evaluate(engine);
	const options: RunOptions = {
		runOnly: light ? tags : { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
		resultTypes: ['violations'],
	};
	const found = await page.evaluate(
		(run) => (globalThis as unknown as { axe: { run: (o: RunOptions) => Promise<AxeResults> } }).axe.run(run),
		options,
	);
	expect(found.passes.length).toBeGreaterThan(light ? 10 : 0);
	return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(', ')}`);
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
				const buttons = await page.locator('.forms .btn').all();
				expect(buttons).toHaveLength('fulcrum:sitting' in stored ? 3 : 2);
				for (const one of buttons) {
					const box = (await one.boundingBox())!;
					const where = `${what}: ${(await one.textContent())!} at ${width} x ${height}`;
					expect(box.y + box.height, where).toBeLessThanOrEqual(height);
				}
			}
		});
});
