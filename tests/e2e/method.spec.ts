/** The method page: the figures are those of the run that the build made, with its seed and its date. */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FormPerformance, Performance } from '../../src/domain/performance';
import { day, expect, heading, number, open, percent, say, test, words } from './app';

const { method, ui } = words;
type Measure = keyof FormPerformance;
const measures = Object.keys(method.figures.rows) as Measure[];

/** Correlations, points of the scale, shares. */
const written = (measure: Measure, value: number): string => {
	if (['rS', 'rA', 'rB'].includes(measure)) return number(value, 2);
	if (['rmseS', 'halfWidthS', 'halfWidthA'].includes(measure)) return number(value, 1);
	return percent(100 * value, measure === 'falseRed' ? 1 : 0);
};

/** The run that came with the build, as a file of its own. */
const built = async (): Promise<Performance> => {
	const folder = resolve(process.env.FULCRUM_OUT ?? 'dist', 'assets');
	const [file, ...others] = readdirSync(folder).filter((name) => /^performance-.*\.js$/.test(name));
	expect(others).toEqual([]);
	const module = (await import(pathToFileURL(resolve(folder, file!)).href)) as Record<string, Performance>;
	return Object.values(module)[0]!;
};

test('shows every figure of the simulation, its seed and its date', async ({ page }) => {
	const performance = await built();
	await open(page, '#/');
	await page.getByRole('link', { name: ui.page.method, exact: true }).click();
	await expect(heading(page)).toHaveText(method.heading);
	await expect(heading(page)).toBeFocused();
	const run = { n: number(performance.n), seed: String(performance.seed), date: day(performance.date) };
	await expect(page.getByText(say(method.figures.p1, run))).toBeVisible();
	await expect(page.getByRole('table')).toHaveAccessibleName(say(method.figures.caption, run));
	const cells = await page
		.locator('tbody tr')
		.evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.textContent!.trim())));
	expect(cells).toEqual(
		measures.map((measure) => [
			method.figures.rows[measure],
			written(measure, performance.quick[measure]),
			written(measure, performance.full[measure]),
		]),
	);
});
