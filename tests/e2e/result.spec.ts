/** A result says what its answers say, and nothing else: every number is computed here again from what is stored. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { architectureFacets, facetIds } from '../../src/domain/instrument';
import { regions, type Region } from '../../src/domain/profile';
import { read, type Band, type Place } from '../../src/domain/reading';
import type { Result } from '../../src/domain/result';
import { score } from '../../src/domain/scoring';
import { evaluate } from '../../src/domain/snapshot';
import { aboutSomebody, asStored, button, escaped, expect, expectPainted, heading, instrument, open } from './app';
import { drawings, people, resultKey, resultOf, say, storage, test, unpack, words, type Person } from './app';

const { report, ui } = words;
const number = (value: number, digits = 0): string =>
	new Intl.NumberFormat('en', {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		signDisplay: 'negative',
	}).format(value);
const range = ({ low, high }: Band): string => say(report.map.range, { low: number(low), high: number(high) });
const cells = ({ value, ...band }: Band): string[] => [number(value), range({ value, ...band })];

const sentence = (place: Place): string => {
	const sides = {
		people: number(Math.abs(Math.min(0, place.pointsLow))),
		architecture: number(Math.max(0, place.pointsHigh)),
	};
	if (place.word === 'centre' || place.word === 'undecided') return say(report.where[place.word], sides);
	return say(report.where[place.word][place.towards!], {
		points: number(Math.abs(place.points)),
		half: number(place.half),
	});
};

/** The rows of each table, as a screen reader finds them. */
const tables = (page: Page): Promise<string[][][]> =>
	page
		.locator('.numbers table')
		.evaluateAll((all) =>
			all.map((table) =>
				[...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent!.trim())),
			),
		);

const showResult = async (page: Page, result: Result): Promise<void> => {
	await open(page, `#/result/${result.id}`, asStored({ results: [result] }));
	await expectPainted(page);
};

for (const form of ['quick', 'full'] as const)
	for (const person of Object.keys(people) as Person[])
		test(`${person}, ${form}: heading, call, tables and weight are those of the answers`, async ({ page }) => {
			const result = resultOf(person, form);
			await showResult(page, result);
			const { snapshot, scores } = evaluate(instrument, result);
			const reading = read(snapshot, instrument.gamma);
			await expect(heading(page)).toHaveText(sentence(reading.place));

			const expected = [
				[
					[report.map.place, ...cells(reading.place)],
					[report.map.architecture, ...cells(reading.A)],
					[report.map.people, ...cells(reading.P)],
					[report.map.breadth, ...cells(reading.B)],
				],
				facetIds.map((id) => [report.facets.names[id], ...cells(reading.facets[id])]),
				...(reading.gap
					? [
							[
								[report.gap.energy, ...cells(reading.drive)],
								[report.gap.month, ...cells(reading.practice)],
							],
						]
					: []),
			];
			expect(await tables(page)).toEqual(expected);
			// The shown score is the raw one, rounded once to the half and cut at the ends.
			const raw = score(instrument, result.answers);
			for (const [label, value] of [
				[report.map.architecture, raw.A.raw],
				[report.map.people, raw.P.raw],
				...architectureFacets.map((id) => [report.facets.names[id], raw.facets[id].raw] as const),
			] as const) {
				const row = expected.flat().find(([name]) => name === label)!;
				expect(Math.abs(Number(row[1]) - Math.min(100, Math.max(0, value))), label).toBeLessThanOrEqual(1);
			}

			await expect(
				page.getByText(say(report.sure.weightIs, { points: number(snapshot.most, 1) }), { exact: true }),
			).toBeVisible();
			expect(snapshot.most).toBeGreaterThanOrEqual(scores.mostOneAnswerMoves - 1e-9);

			const call = page.locator('.opening .lede');
			const { first, kind } = reading.call;
			const second =
				reading.call.second ??
				regions.filter((id) => id !== first).sort((a, b) => reading.chances[b] - reading.chances[a])[0]!;
			const named = (region: Region) => {
				const chance = reading.percents[region];
				return `${report.named[region]}, ${chance === 100 ? say(report.named.over, { percent: '99%' }) : `${chance}%`}`;
			};
			const calls: Record<typeof kind, () => string> = {
				none: () => report.call.none,
				open: () => '',
				clear: () => `${report.call.clear} ${named(first!)}`,
				likely: () => `${report.call.likely} ${named(first!)}`,
				between: () => `${named(first!)} ${report.call.and} ${named(second)}`,
			};
			await expect(call).toContainText(calls[kind]());
			// What is not decided is not stated: no region is named with a chance but those of the call.
			const may = kind === 'none' || kind === 'open' ? [] : [first, second];
			for (const region of regions)
				if (!may.includes(region)) await expect(call).not.toContainText(`${report.named[region]}, `);
			await expect(page.getByText(report.sure[snapshot.quality.level])).toBeVisible();
			await expect(page.locator('#posture')).toHaveCount(reading.posture ? 1 : 0);
			await expect(page.locator('figure')).toHaveCount(reading.gap ? 5 : 4);
		});

test.describe('about you', () => {
	test('changing it changes no score and is kept', async ({ page }) => {
		const result = resultOf('architect', 'quick');
		await showResult(page, result);
		const before = await tables(page);
		const title = await heading(page).textContent();
		await page.locator('.opening summary').click();
		const choices = {
			role: 'cto',
			stage: 'series-b',
			size: '26-100',
			founder: 'true',
			reportsTo: 'ceo',
			business: 'technical',
		};
		for (const [name, value] of Object.entries(choices)) await page.locator(`select[name=${name}]`).selectOption(value);
		await button(page, ui.about.save).click();
		await expect(page.locator('.opening summary')).toContainText(`${report.about.heading}: ${ui.about.roles.cto}`);
		expect(await tables(page)).toEqual(before);
		await expect(heading(page)).toHaveText(title!);
		const stored = async () => unpack<Result>((await storage(page))[resultKey(result.id)]!);
		expect(await stored()).toMatchObject({ context: aboutSomebody, answers: result.answers });
		await page.reload();
		await expect(page.locator('.opening summary')).toContainText(ui.about.stages['series-b']);
		expect(await tables(page)).toEqual(before);
		// And back again: nothing said is nothing said.
		await page.locator('.opening summary').click();
		for (const name of Object.keys(choices)) await page.locator(`select[name=${name}]`).selectOption('');
		await button(page, ui.about.save).click();
		await expect(page.locator('.opening summary')).toContainText(report.about.nobody);
		expect((await stored()).context).toEqual(result.context);
	});
});

test.describe('sections', () => {
	const ids = ['map', 'facets', 'posture', 'sure', 'why', 'keep'];
	const top = (page: Page, id: string) => page.locator(`#${id}`).evaluate((node) => node.getBoundingClientRect().top);

	test('each link leads to its section, changes the address and survives a reload', async ({ page }) => {
		const result = resultOf('architect', 'full');
		await showResult(page, result);
		for (const id of ids)
			await test.step(id, async () => {
				await page.locator(`nav a[href="#/result/${result.id}/${id}"]`).click();
				await expect(page).toHaveURL(new RegExp(`/${id}$`));
				await expect(page.locator(`#${id}`)).toBeFocused();
				await expect(page.locator(`#${id}`)).toBeInViewport();
				await page.reload();
				await expectPainted(page);
				await expect(page.locator(`#${id}`)).toBeFocused();
				await expect(page.locator(`#${id}`)).toBeInViewport();
			});
	});

	test('the same link twice leads there twice', async ({ page }) => {
		const result = resultOf('architect', 'full');
		await showResult(page, result);
		const link = page.locator(`nav a[href="#/result/${result.id}/sure"]`);
		await link.click();
		await expect(page.locator('#sure')).toBeFocused();
		await page.evaluate(() => scrollTo(0, 0));
		await link.click();
		await expect.poll(() => top(page, 'sure')).toBeLessThan(200);
	});

	test('an unknown section shows the result', async ({ page }) => {
		const result = resultOf('architect', 'quick');
		await open(page, `#/result/${result.id}/nonsense`, asStored({ results: [result] }));
		await expectPainted(page);
	});
});

test('each chart has its numbers in a table that opens', async ({ page }) => {
	await showResult(page, resultOf('torn', 'full'));
	const boxes = page.locator('.numbers input');
	await expect(boxes).toHaveCount(3);
	for (const box of await boxes.all()) {
		const table = box.locator('xpath=ancestor::*[contains(@class,"numbers")]//table');
		const height = () => table.evaluate((node) => node.parentElement!.getBoundingClientRect().height);
		expect(await height()).toBeLessThanOrEqual(1);
		await box.check();
		expect(await height()).toBeGreaterThan(60);
	}
});

test.describe('the charts', () => {
	test('redraw on resize and fit their place', async ({ page }) => {
		await showResult(page, resultOf('architect', 'full'));
		const before = await drawings(page);
		await page.setViewportSize({ width: 360, height: 700 });
		await expect.poll(async () => (await drawings(page)).every(({ width }, i) => width < before[i]!.width)).toBe(true);
		await expectPainted(page);
		for (const canvas of await page.locator('canvas').all()) {
			const box = (await canvas.boundingBox())!;
			const parent = (await canvas.locator('..').boundingBox())!;
			expect(Math.abs(box.width - parent.width)).toBeLessThanOrEqual(1);
			expect(Math.abs(box.height - parent.height)).toBeLessThanOrEqual(1);
		}
	});

	test('redraw when the colour scheme changes, and back', async ({ page }) => {
		await page.emulateMedia({ colorScheme: 'light' });
		await showResult(page, resultOf('architect', 'full'));
		const light = await drawings(page);
		await page.emulateMedia({ colorScheme: 'dark' });
		const away = async () => (await drawings(page)).map(({ shade }, i) => Math.abs(shade - light[i]!.shade) > 2);
		await expect.poll(away).toEqual([true, true, true]);
		await expectPainted(page);
		await page.emulateMedia({ colorScheme: 'light' });
		await expect.poll(away).toEqual([false, false, false]);
	});
});

test.describe('on paper', () => {
	for (const colorScheme of ['light', 'dark'] as const)
		test(`from ${colorScheme}: the heading and every table are there, nothing is dark`, async ({ page }, info) => {
			await page.emulateMedia({ colorScheme });
			const result = resultOf('torn', 'full', { name: 'Printed' });
			await showResult(page, result);
			const title = (await heading(page).textContent())!;
			const path = info.outputPath('result.pdf');
			await page.pdf({ path, format: 'A4', printBackground: true });
			const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
			const flat = text.replace(/\s+/g, ' ');
			for (const word of title.split(' ')) expect(flat).toContain(word);
			expect(execFileSync('pdftotext', [path, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' ')).toContain(title);
			for (const name of Object.values(report.facets.names)) expect(flat).toContain(name);
			expect(flat).toContain('Printed');
			expect(flat).not.toContain(report.keep.againWhen);
			const pages = text.split('\f').length - 1;
			expect(pages).toBeGreaterThan(0);
			expect(pages, 'pages').toBeLessThanOrEqual(3);
			// Rendered, the darkest page is still mostly paper, and the charts are on it.
			const image = info.outputPath('page');
			execFileSync('pdftoppm', ['-r', '40', '-gray', path, image]);
			for (const shade of shades(info.outputDir)) expect(shade, 'mean brightness of a page').toBeGreaterThan(200);
			// And the screen is as it was.
			await expectPainted(page);
			expect(await page.evaluate(() => document.documentElement.dataset.theme ?? null)).toBeNull();
		});

	test('the button prints', async ({ page }) => {
		await page.addInitScript(() => {
			window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
		});
		await showResult(page, resultOf('architect', 'quick'));
		await button(page, report.keep.print).click();
		await expect(page.locator('html')).toHaveAttribute('data-printed', 'yes');
	});
});

test('the title names the result, the masthead leads to all of them', async ({ page }) => {
	const result = resultOf('architect', 'quick', { name: 'Mine' });
	await showResult(page, result);
	await expect(page).toHaveTitle(new RegExp(escaped('Mine')));
	await page.locator('#keep ~ .acts a').click();
	await expect(heading(page)).toHaveText(ui.history.title);
	await expect(page.locator('canvas')).toHaveCount(0);
});

/** Mean brightness, 0 to 255, of the pages that pdftoppm wrote as PGM. */
function shades(folder: string): number[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.pgm'))
		.map((name) => {
			const file = readFileSync(join(folder, name));
			// P5, width, height, greatest value: four fields, then a byte a pixel.
			let at = 0;
			for (let fields = 0; fields < 4; at += 1) if (/\s/.test(String.fromCharCode(file[at]!))) fields += 1;
			return file.subarray(at).reduce((sum, byte) => sum + byte, 0) / (file.length - at);
		});
}
