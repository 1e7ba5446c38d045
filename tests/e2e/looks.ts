/** What can be seen to be wrong with a page, whatever page it is: each tells what it found, with its place. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { expect } from './app';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Run in the page itself: the wrapper for Playwright loads a second page each time. */
const require = createRequire(createRequire(import.meta.url).resolve('@axe-core/playwright'));
const engine = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

/** All rules in light; in dark only those that look at colours, as nothing else has changed. */
export const axe = async (page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> => {
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
export const sideways = (page: Page): Promise<string[]> =>
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
export const cut = (page: Page): Promise<string[]> =>
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
export const small = (page: Page): Promise<string[]> =>
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
