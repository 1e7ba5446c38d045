/** What is fetched, when, and how much of it. */
import { readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Page } from '@playwright/test';
import {
	askedIn,
	atQuestion,
	button,
	expect,
	expectPainted,
	heading,
	open,
	start,
	startOf,
	test,
	words,
	way,
} from './app';

/** Scripts fetched so far, by path below the site. */
const scripts = (page: Page): string[] => {
	const found: string[] = [];
	page.on('request', (request) => {
		if (request.resourceType() === 'script' || request.url().endsWith('.js'))
			found.push(new URL(request.url()).pathname.slice(1));
	});
	return found;
};
const built = (path: string): Buffer => readFileSync(`${process.env.FULCRUM_OUT ?? 'dist'}/${path}`);
const packed = (path: string): number =>
	brotliCompressSync(built(path), {
		params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: built(path).length },
	}).length;
/** Chart.js says this. */
const charts = (path: string): boolean => built(path).includes('is not a registered');

test('script before the first question is answerable: 32 KB, as the budgets count it', async ({ page }) => {
	const found = scripts(page);
	await open(page);
	await way(page, startOf.quick).click();
	await atQuestion(page, 1, 16);
	await expect(page.locator('input[type=radio]:focus')).toHaveCount(1);
	const sizes = [...new Set(found)].map((path) => [path, packed(path)] as const);
	const total = sizes.reduce((sum, [, size]) => sum + size, 0);
	const line = `script before the first question: ${(total / 1024).toFixed(1)} KB brotli in ${sizes.length} files`;
	test.info().annotations.push({ type: 'figure', description: line });
	console.log(line);
	expect(found.length).toBe(sizes.length);
	expect(total).toBeGreaterThan(10_000);
	expect(total, JSON.stringify(sizes)).toBeLessThanOrEqual(32 * 1024);
});

test('the charts are fetched while answering: not before the first answer, and before the last', async ({ page }) => {
	const found = scripts(page);
	await open(page);
	await start(page, 'quick');
	await page.waitForLoadState('networkidle');
	expect(found.filter(charts), 'before the first answer').toEqual([]);
	const asked = askedIn('quick').length;
	for (let n = 1; n < asked; n += 1) {
		await atQuestion(page, n, asked);
		await page.keyboard.press('2');
	}
	await atQuestion(page, asked, asked);
	await expect.poll(() => found.filter(charts).length, 'before the last answer').toBe(1);
	// The last step has been asked for: its files come together.
	await page.waitForFunction(() => performance.getEntriesByType('resource').some(({ name }) => /\/Result-/.test(name)));
	const before = found.length;
	await page.keyboard.press('3');
	await expect(heading(page)).toHaveText(words.ui.about.heading);
	await button(page, words.ui.about.skip).click();
	await expectPainted(page);
	// The worker is registered a moment after the page, whatever the reader does.
	const more = found.slice(before).filter((path) => !path.includes('/offline-'));
	expect(more, 'nothing more is needed for the result').toEqual([]);
	expect(new Set(found).size, 'nothing is fetched twice').toBe(found.length);
});

test('opening Welcome without results fetches neither charts nor report', async ({ page }) => {
	const found = scripts(page);
	await open(page);
	await page.waitForLoadState('networkidle');
	const report = readFileSync('questions/en/report.json', 'utf8');
	const sentence = (JSON.parse(report) as { map: { text: string } }).map.text;
	expect(found.filter((path) => charts(path) || built(path).includes(sentence))).toEqual([]);
});

test('a part that cannot be fetched is said, and trying again helps', async ({ page, faults }) => {
	await open(page);
	await page.route('**/assets/History-*.js', (route) => route.abort());
	await page.locator('nav a[href="#/history"]').click();
	await expect(heading(page)).toHaveText(words.ui.page.loadFailed);
	await page.unroute('**/assets/History-*.js');
	await button(page, words.ui.page.tryAgain).click();
	await expect(heading(page)).toHaveText(words.ui.history.title);
	expect(faults.splice(0).every((fault) => fault.includes('ERR_FAILED'))).toBe(true);
});
