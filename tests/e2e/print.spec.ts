/** The result on paper: from any screen at most three pages, everything on them, charts as vectors, no control. */
import type { Page } from '@playwright/test';
import type { Result } from '../../src/domain/result';
import {
	aboutSomebody,
	aboutTheMoment,
	asStored,
	button,
	day,
	expect,
	expectPainted,
	go,
	heading,
	instrument,
} from './app';
import { open, resultOf, say, test, words } from './app';
import { readPdf, tight, type Paper } from './pdf';

const { report, ui } = words;
/** Letters that the page's own font has: other scripts depend on the machine. */
const name = 'Zoë Ångström-Peña';
const director = { ...aboutSomebody, role: 'director', reportsTo: 'vp', founder: false } as const;
const results: readonly Result[] = [
	resultOf('torn', 'full', { name, context: aboutTheMoment, week: [9, 4, 6, 2, 5, 0, 6, 3] }),
	resultOf('people', 'full', { id: 'director', name, context: director }),
	resultOf('architect', 'quick', { name }),
	// The longest of all: a partner to look for, the moment in the middle, the usual range.
	resultOf('architect', 'full', { id: 'long', name, context: aboutTheMoment, week: [9, 4, 6, 2, 5, 0, 6, 3] }), // prettier-ignore
	resultOf('careless', 'full', { name, context: aboutTheMoment, week: [9, 4, 6, 2, 5, 0, 6, 3] }),
];
const screens = [
	{ colorScheme: 'dark', width: 390, height: 844 },
	{ colorScheme: 'light', width: 1280, height: 800 },
] as const;
/** Points. */
const sizes = { A4: [595, 842], Letter: [612, 792] } as const;
type Format = keyof typeof sizes;

const print = async (page: Page, format: Format, printBackground: boolean): Promise<Paper> => {
	const paper = readPdf(await page.pdf({ format, printBackground }));
	for (const { width, height } of paper.sheets) {
		expect(Math.abs(width - sizes[format][0])).toBeLessThan(2);
		expect(Math.abs(height - sizes[format][1])).toBeLessThan(2);
	}
	return paper;
};

/** What print leaves visible: controls, and every block of words that holds no other. */
const left = async (page: Page): Promise<{ controls: string[]; blocks: string[] }> => {
	await page.emulateMedia({ media: 'print' });
	const found = await page.evaluate(() => {
		const seen = <Kind extends Element>(selector: string) =>
			[...document.querySelectorAll<Kind & HTMLElement>(selector)].filter((node) => node.checkVisibility());
		const blocks = 'p, li, h1, h2, h3, th, td, dt, dd, figcaption, caption';
		return {
			controls: seen('button, input, select, textarea, nav').map((node) => node.outerHTML.slice(0, 90)),
			blocks: seen(blocks)
				.filter((node) => !node.querySelector(blocks) && !node.closest('.vh'))
				.map((node) => node.textContent!),
		};
	});
	await page.emulateMedia({ media: null });
	return found;
};

/** Of these words, what is not on paper; the end of a paragraph may stand in the next column or on the next page. */
const missing = ({ text }: Paper, blocks: readonly string[]): string[] =>
	blocks.map(tight).filter((words) => {
		let most = words.length;
		while (most > 0 && !text.includes(words.slice(0, most))) most -= 1;
		return !text.includes(words.slice(most));
	});

/** Headings below which nothing stands on their page, in their column. */
const orphans = (paper: Paper, headings: readonly string[]): string[] =>
	paper.sheets.flatMap(({ texts }) => {
		const lines = texts.map((piece, i) => ({
			...piece,
			rest: tight(
				texts
					.slice(i, i + 40)
					.map(({ text }) => text)
					.join(''),
			),
		}));
		return headings.filter((words) => {
			const start = lines.find(({ rest }) => rest.startsWith(words));
			return (
				start && !texts.some(({ x, y }) => y > start.y + start.size && y < start.y + 140 && Math.abs(x - start.x) < 60)
			);
		});
	});

for (const result of results)
	test(`${result.id}: at most three pages from any screen, nothing cut, nothing to press`, async ({ page }) => {
		const careless = result.id.startsWith('careless');
		let first: readonly string[] | null = null;
		for (const { colorScheme, ...size } of screens) {
			await page.setViewportSize(size);
			await page.emulateMedia({ colorScheme });
			if (first === null) await open(page, `#/result/${result.id}`, asStored({ results: [result] }));
			await expectPainted(page);
			const { controls, blocks } = await left(page);
			expect(controls).toEqual([]);
			// Letter is shorter; the longest result is printed on both.
			for (const format of result === results[0] ? (['A4', 'Letter'] as const) : (['Letter'] as const))
				await test.step(`${format} from ${size.width} px, ${colorScheme}`, async () => {
					const paper = await print(page, format, format === 'A4');
					expect(paper.sheets.length, 'pages').toBeLessThanOrEqual(3);
					expect(paper.images, 'charts are drawn, not pictures').toBe(0);
					const head = tight(say(report.sheet.head, { name, date: day(result.takenAt) }));
					const foot = tight(`${say(report.sheet.version, { version: instrument.version })}${report.sheet.caveat}`);
					for (const [i, { strokes, dark, texts }] of paper.sheets.entries()) {
						const words = tight(texts.map(({ text }) => text).join(''));
						expect(words, 'version and caveat on every sheet').toContain(foot);
						expect(words, 'name on every sheet').toContain(i === 0 ? tight(name) : head);
						expect(words, 'day on every sheet').toContain(tight(day(result.takenAt)));
						// A sheet whose content runs over its side is printed smaller, down to two thirds.
						expect(Math.min(...texts.map(({ size }) => size)), 'points').toBeGreaterThan(7.3);
						expect(texts.length, 'words on every page').toBeGreaterThan(20);
						expect(dark, 'paper stays light').toBeLessThan(0.05);
						expect(strokes).toBeGreaterThan(0);
					}
					expect(missing(paper, blocks), 'not on paper').toEqual([]);
					const must = [
						name,
						day(result.takenAt),
						(await heading(page).textContent())!,
						...[
							report.map,
							report.facets,
							report.stage,
							...(careless ? [] : [report.balance]),
							report.try,
							report.sure,
						].map((part) => part.heading),
						report.map.vertical,
						report.map.horizontal,
						...Object.values(report.facets.names),
						...(careless ? [] : [report.where.you]),
						say(report.sure.versionIs, { version: instrument.version }),
						report.sure.notClaimedIs,
					];
					expect(missing(paper, must)).toEqual([]);
					const not = [report.keep.print, report.week.change, report.send.prepare, report.about.change, ui.page.method];
					expect(not.map(tight).filter((words) => paper.text.includes(words))).toEqual([]);
					const headings = await page.locator('main h2, main h3').allTextContents();
					// Short ones stand elsewhere, too, as the name of an axis.
					const long = headings.map(tight).filter(({ length }) => length > 12);
					expect(orphans(paper, long), 'headings without what they head').toEqual([]);
					// The same from every screen.
					const lines = paper.sheets.flatMap(({ texts }) => texts.map(({ text }) => text));
					if (format === 'Letter') expect(lines.join('')).toBe((first ??= lines).join(''));
				});
			// And the screen is as it was.
			await expectPainted(page);
			expect(await page.evaluate(() => document.documentElement.dataset.theme ?? null)).toBeNull();
		}
	});

test('for the person they work for: one page each; the buttons print', async ({ page }) => {
	await page.addInitScript(() => {
		window.print = () => document.documentElement.setAttribute('data-printed', 'yes');
	});
	await page.setViewportSize(screens[0]);
	await page.emulateMedia({ colorScheme: 'dark' });
	await open(page, '#/history', asStored({ results }));
	for (const result of results)
		await test.step(result.id, async () => {
			await go(page, `#/result/${result.id}/other`);
			await expect(heading(page)).toHaveText(say(report.other.titled, { name }));
			const { controls, blocks } = await left(page);
			expect(controls).toEqual([]);
			for (const format of ['A4', 'Letter'] as const) {
				const paper = await print(page, format, false);
				expect(paper.sheets.length, `${format}, pages`).toBe(1);
				expect(paper.images).toBe(0);
				expect(paper.sheets[0]!.dark).toBeLessThan(0.05);
				expect(missing(paper, blocks), 'not on paper').toEqual([]);
				for (const part of [
					...(result.id.startsWith('careless') ? [] : [report.other.bring]),
					result.context.role && result.context.stage ? report.stage.more : report.other.next,
					report.other.inform,
					report.other.talk,
				])
					expect(paper.text).toContain(tight(part));
				expect(paper.text).not.toContain(tight(report.other.first));
			}
		});
	const printed = page.locator('html[data-printed]');
	await button(page, report.other.print).click();
	await expect(printed).toHaveCount(1);
	await page.evaluate(() => delete document.documentElement.dataset.printed);
	await page.getByRole('link', { name: report.other.back }).click();
	await button(page, report.keep.print).click();
	await expect(printed).toHaveCount(1);
});
