/** One visit that comes by everything the app is for: the quiz, a result, its print, a team of two, its print, every page. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { encodeInvite } from '../../src/domain/inviteCode';
import { askedIn, atQuestion, button, codeOf, expect, expectPainted, go, heading, instrument } from './app';
import { resultOf, say, start, words } from './app';
import { readPdf, tight } from './pdf';
import type team from '../../questions/en/team.json';

const { report, ui } = words;
const told = JSON.parse(readFileSync('questions/en/team.json', 'utf8')) as typeof team;
/** What a colleague sent. */
const sent = codeOf(resultOf('people', 'full', { id: 'colleague' }), { name: 'Noor', person: '0123456789' });
const invite = encodeInvite({ team: 'elsewhere', name: 'Elsewhere', from: null, form: 'quick' }, instrument.id);

const printed = async (page: Page, most: number, ...must: string[]): Promise<void> => {
	const paper = readPdf(await page.pdf({ format: 'A4' }));
	expect(paper.sheets.length).toBeLessThanOrEqual(most);
	expect(must.filter((text) => !paper.text.includes(tight(text)))).toEqual([]);
};

/** Answers the rest of a quick quiz from question `from` on, says nothing about itself, and sees the result. */
export const finish = async (page: Page, from = 1): Promise<void> => {
	const count = askedIn('quick').length;
	for (let n = from; n <= count; n += 1) {
		await atQuestion(page, n, count);
		await page.keyboard.press(n % 3 === 0 ? '1' : '2');
	}
	await expect(heading(page)).toHaveText(ui.about.heading);
	await button(page, ui.about.skip).click();
};

/** Starts on the first page of the app. `linked`: its address leads others to it. */
export const visit = async (page: Page, linked = true): Promise<void> => {
	await start(page, 'quick');
	await finish(page);
	await expectPainted(page);
	const result = new URL(page.url()).hash;
	await printed(page, 3, report.map.heading, report.facets.heading);

	await go(page, '#/teams');
	await page.getByLabel(told.list.name).fill('Engineering leads');
	await button(page, told.list.make).click();
	await expect(heading(page)).toHaveText(told.head.empty);
	await page.getByLabel(told.gather.paste).fill(sent);
	await button(page, told.gather.look).click();
	await button(page, say(told.gather.apply, { n: 1, count: 1 })).click();
	await expect(page.locator('ol.strip li')).toHaveCount(1);
	await button(page, told.gather.self).click();
	await button(page, say(told.gather.apply, { n: 1, count: 1 })).click();
	await expect(page.locator('ol.strip li')).toHaveCount(2);
	await expectPainted(page, 1);
	await printed(page, 2, 'Engineering leads', told.agenda.heading, 'Noor');

	for (const [hash, text] of [
		[`${result}/other`, null],
		[`#/r/${sent}/beside`, null],
		[`#/join/${invite}`, told.join.start],
		['#/open', report.open.look],
		['#/history', ui.history.title],
		['#/method', words.method.heading],
		['#/nowhere', ui.lost.unknown],
		['#/', ui.welcome.heading],
	] as const) {
		await go(page, hash);
		if (text) await expect(page.locator('main')).toContainText(text);
		await expect(heading(page)).not.toHaveText(ui.page.loadFailed);
	}
	// What is fetched for one button alone.
	await go(page, `${result}/send`);
	await button(page, linked ? report.send.prepare : report.sendCode.prepare).click();
	if (linked) await page.locator('.s-send summary').click();
	if (linked) await expect(page.locator('svg.qr')).toBeVisible();
	else await expect(page.getByLabel(report.sendCode.link, { exact: true })).toHaveValue(/^F1/);
};
