/** Every screen and state worth looking at, with what must be in storage for it. No English: the pseudo-language shares them. */
import { expect, type Page } from '@playwright/test';
import type { Sitting } from '../../src/domain/sitting';
import { encode } from '../../src/storage/records';
import { aboutSomebody, aboutTheMoment, afresh, asStored, askedIn, codeOf, expectPainted, resultOf } from './app';
import { sittingOf, type Stored } from './app';

export interface Screen {
	readonly name: string;
	readonly hash: string;
	readonly stored?: Stored;
	/** From the address to the state. */
	readonly act?: (page: Page) => Promise<void>;
	readonly charts?: boolean;
	/** Holds colours that no screen before it holds: looked at in dark, too. */
	readonly dark?: boolean;
	/** Words on it that are nobody's to translate. */
	readonly foreign?: readonly string[];
}

const named = 'Before the summer, when everything was on fire';
const quick = resultOf('architect', 'quick', { name: named, context: aboutSomebody });
const full = resultOf('people', 'full', { takenAt: '2026-06-02T10:00:00.000Z' });
const results = [quick, full];
const atC = resultOf('torn', 'full', { context: aboutTheMoment, week: [9, 4, 6, 2, 5, 0, 6, 3] });
const vp = resultOf('middle', 'quick', { context: { ...aboutSomebody, role: 'vp', founder: false, size: '11-25' } });
const careless = resultOf('careless', 'full');
const both = resultOf('both', 'quick');
const three = [
	...results,
	resultOf('architect', 'full', { takenAt: '2025-12-24T10:00:00.000Z', context: aboutTheMoment }),
];
/** Somebody else's; without a Latin letter. */
const sent = codeOf(atC, { name: '\u0416\u0430\u043d\u043d\u0430 \u65e5\u672c \ud83c\udf3f', person: '0123456789' });
const me = { 'fulcrum:me': encode([{ version: 1, name: null, person: '0123456789' }]) };

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
		dark: true,
		hash: '#/',
		stored: { ...asStored({ sitting: sittingOf('people', 'quick', 5), results }), 'fulcrum:result:bad': 'x' },
		act: async (page) => {
			await page.locator('.forms .btn.bare').click();
			await expect(page.locator('.notice')).toHaveCount(2);
		},
	},
	{ name: 'the first pair', hash: '#/quiz/1', stored: at(0) },
	{ name: 'a pair, answered', hash: '#/quiz/4', stored: at(6), dark: true },
	{ name: 'a rating', hash: '#/quiz/20', stored: at(19) },
	{ name: 'a rating, answered', hash: '#/quiz/20', stored: at(30), dark: true },
	{ name: 'a posture pair', hash: '#/quiz/43', stored: at(42) },
	{ name: 'questions skipped', hash: '#/quiz/end', stored: asStored({ sitting: skipping() }) },
	{ name: 'nothing answered', hash: '#/quiz/end', stored: asStored({ sitting: sittingOf('people', 'quick', 0) }) },
	{
		name: 'about you',
		hash: '#/about-you',
		stored: asStored({ sitting: sittingOf('people', 'quick', 16) }),
		dark: true,
	},
	{
		name: 'a quick result of a VP',
		hash: `#/result/${vp.id}`,
		stored: asStored({ results: [vp] }),
		charts: true,
	},
	{ name: 'a full result of nobody', hash: `#/result/${full.id}`, stored: asStored({ results }), charts: true },
	{
		name: 'a CTO at series C with a gap and a week, all tables open',
		hash: `#/result/${atC.id}`,
		stored: asStored({ results: [atC] }),
		act: tables,
		charts: true,
		dark: true,
	},
	{
		name: 'a result of red quality',
		hash: `#/result/${careless.id}`,
		stored: asStored({ results: [careless] }),
		charts: true,
	},
	{
		name: 'a result at both ends with all open: seat, week, answers, link, QR',
		hash: `#/result/${both.id}`,
		stored: { ...asStored({ results: [both] }), ...me },
		act: async (page) => {
			await page.locator('.s-week button').first().click();
			await page.locator('.s-why .acts button').first().click();
			const choice = page.locator('.s-why select').first();
			await choice.selectOption({
				index: (await choice.evaluate((node: HTMLSelectElement) => node.selectedIndex)) ? 0 : 1,
			});
			await expect(page.locator('.s-why .acts button')).toHaveCount(3);
			await page.locator('.s-send button').first().click();
			for (const summary of await page.locator('summary').all()) await summary.click();
			await expect(page.locator('svg.qr')).toBeVisible();
		},
		charts: true,
		dark: true,
	},
	{ name: 'for the person they work for', hash: `#/result/${atC.id}/other`, stored: asStored({ results: [atC] }) },
	{ name: 'received, with mine', hash: `#/r/${sent}`, stored: asStored({ results }), charts: true, dark: true },
	{ name: 'received, without mine', hash: `#/r/${sent}`, charts: true },
	{ name: 'a code that is damaged', hash: '#/r/F1123', foreign: ['F1123'] },
	{
		name: 'opened: a code, a damaged one, a file',
		hash: '#/open',
		act: async (page) => {
			await page.locator('textarea').fill(`${sent} #/r/F1${'0'.repeat(30)}`);
			await page.locator('form button').click();
			await expect(page.locator('main li')).toHaveCount(2);
		},
		foreign: [`F1${'0'.repeat(22)}`],
	},
	{ name: 'three results over time', hash: '#/history', stored: asStored({ results: three }), dark: true },
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
	{ name: 'the method', hash: '#/method', dark: true },
	{ name: 'an unknown page', hash: '#/nowhere', stored: asStored({ results }) },
	{ name: 'a result that is not here', hash: '#/result/nobody' },
	{ name: 'a question without a quiz', hash: '#/quiz/5' },
	{
		name: 'asking before starting anew',
		dark: true,
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
	await afresh(page, hash, stored, home);
	if (charts) await expectPainted(page);
	await act?.(page);
	if (hash === '#/' && Object.keys(stored).some((key) => key.startsWith('fulcrum:result:')))
		await expect(page.locator('.kept li').first()).toBeVisible();
	await page.evaluate(() => document.fonts.ready.then(() => undefined));
};
