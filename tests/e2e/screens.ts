/** Every screen and state worth looking at, with what must be in storage for it. No English: the pseudo-language shares them. */
import { expect, type Page } from '@playwright/test';
import type { Sitting } from '../../src/domain/sitting';
import { aboutSomebody, asStored, askedIn, open, resultOf, sittingOf, type Stored } from './app';

export interface Screen {
	readonly name: string;
	readonly hash: string;
	readonly stored?: Stored;
	/** From the address to the state. */
	readonly act?: (page: Page) => Promise<void>;
	readonly charts?: boolean;
}

const named = 'Before the summer, when everything was on fire';
const quick = resultOf('architect', 'quick', { name: named, context: aboutSomebody });
const full = resultOf('people', 'full', { takenAt: '2026-06-02T10:00:00.000Z' });
const results = [quick, full];
const torn = resultOf('torn', 'full');
const careless = resultOf('careless', 'full');
const both = resultOf('both', 'quick');

/** All shown, every third one skipped. */
const skipping = (): Sitting => {
	const sitting = sittingOf('people', 'quick', 16, { at: 17 });
	const out = askedIn('quick').flatMap(({ item }, i) => (i % 3 === 0 ? [item.id] : []));
	return {
		...sitting,
		answers: Object.fromEntries(Object.entries(sitting.answers).filter(([id]) => !out.includes(id))),
	};
};
const at = (count: number) => asStored({ sitting: sittingOf('people', 'full', count) });
const tables = async (page: Page) => {
	for (const box of await page.locator('.numbers input').all()) await box.check();
};

export const screens: readonly Screen[] = [
	{ name: 'Welcome, empty', hash: '#/' },
	{ name: 'Welcome, with a sitting', hash: '#/', stored: at(7) },
	{ name: 'Welcome, with results', hash: '#/', stored: asStored({ results }) },
	{
		name: 'Welcome, with a sitting, results and a message',
		hash: '#/',
		stored: { ...asStored({ sitting: sittingOf('people', 'quick', 5), results }), 'fulcrum:result:bad': 'x' },
		act: async (page) => {
			await page.locator('.forms .btn.bare').click();
			await expect(page.locator('.notice')).toHaveCount(2);
		},
	},
	{ name: 'the first pair', hash: '#/quiz/1', stored: at(0) },
	{ name: 'a pair, answered', hash: '#/quiz/4', stored: at(6) },
	{ name: 'a rating', hash: '#/quiz/20', stored: at(19) },
	{ name: 'a rating, answered', hash: '#/quiz/20', stored: at(30) },
	{ name: 'a posture pair', hash: '#/quiz/43', stored: at(42) },
	{ name: 'questions skipped', hash: '#/quiz/end', stored: asStored({ sitting: skipping() }) },
	{ name: 'nothing answered', hash: '#/quiz/end', stored: asStored({ sitting: sittingOf('people', 'quick', 0) }) },
	{ name: 'about you', hash: '#/about-you', stored: asStored({ sitting: sittingOf('people', 'quick', 16) }) },
	{ name: 'a quick result', hash: `#/result/${quick.id}`, stored: asStored({ results }), charts: true },
	{ name: 'a full result', hash: `#/result/${full.id}`, stored: asStored({ results }), charts: true },
	{
		name: 'a result with a gap, all tables open',
		hash: `#/result/${torn.id}`,
		stored: asStored({ results: [torn] }),
		act: tables,
		charts: true,
	},
	{
		name: 'a result of red quality',
		hash: `#/result/${careless.id}`,
		stored: asStored({ results: [careless] }),
		charts: true,
	},
	{
		name: 'a result at both ends, with everything open',
		hash: `#/result/${both.id}`,
		stored: asStored({ results: [both] }),
		act: async (page) => {
			for (const summary of await page.locator('summary').all()) await summary.click();
		},
		charts: true,
	},
	{
		name: 'a result with an answer tried and all answers shown',
		hash: `#/result/${full.id}/why`,
		stored: asStored({ results }),
		act: async (page) => {
			await page.locator('.s-why .acts button').first().click();
			const choice = page.locator('.s-why select').first();
			await choice.selectOption({
				index: (await choice.evaluate((node: HTMLSelectElement) => node.selectedIndex)) ? 0 : 1,
			});
			await expect(page.locator('.s-why .acts button')).toHaveCount(3);
		},
		charts: true,
	},
	{ name: 'a section of a result', hash: `#/result/${full.id}/sure`, stored: asStored({ results }), charts: true },
	{ name: 'results', hash: '#/history', stored: asStored({ results }) },
	{ name: 'results, empty', hash: '#/history' },
	{
		name: 'results, one being renamed',
		hash: '#/history',
		stored: asStored({ results }),
		act: async (page) => {
			await page.locator('.tend button').first().click();
			await expect(page.locator('main form input')).toBeFocused();
		},
	},
	{
		name: 'results, one deleted',
		hash: '#/history',
		stored: asStored({ results }),
		act: async (page) => {
			await page.locator('.tend button').nth(1).click();
			await expect(page.locator('.notice')).toHaveCount(1);
		},
	},
	{ name: 'the method', hash: '#/method' },
	{ name: 'an unknown page', hash: '#/nowhere', stored: asStored({ results }) },
	{ name: 'a result that is not here', hash: '#/result/nobody' },
	{ name: 'a question without a quiz', hash: '#/quiz/5' },
	{
		name: 'asking before starting anew',
		hash: '#/',
		stored: at(7),
		act: async (page) => {
			await page.locator('.forms .btn').last().click();
			await expect(page.locator('dialog')).toBeVisible();
		},
	},
];

/** Brings `page` to a screen, drawn in full. */
export const show = async (page: Page, { hash, stored = {}, act, charts }: Screen, home?: string): Promise<void> => {
	await open(page, hash, stored, home);
	await act?.(page);
	if (charts) await expect(page.locator('canvas[width][style]')).toHaveCount(3);
	if (hash === '#/' && Object.keys(stored).some((key) => key.startsWith('fulcrum:result:')))
		await expect(page.locator('.kept li').first()).toBeVisible();
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
};
