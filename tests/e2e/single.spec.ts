/** The app as one file, opened from a disk: everything it is for, and not one request. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, heading, test, words } from './app';
import { visit } from './visit';

const file = resolve(process.env.FULCRUM_SINGLE_DIR ?? 'node_modules/.cache/fulcrum/single', 'fulcrum.html');

test('the one file, from a disk: a quiz, a result, a team, prints, and every page; it asks for nothing', async ({
	page,
	faults,
}) => {
	const asked: string[] = [];
	page.on('request', (request) => asked.push(request.url()));
	const home = pathToFileURL(file).href;
	await page.goto(home);
	await expect(heading(page)).toHaveText(words.ui.welcome.heading);
	await expect(page.locator('footer')).toContainText(words.ui.file.links);
	expect(await page.evaluate(() => document.fonts.ready.then(() => document.fonts.check('16px "Newsreader Fulcrum"')))).toBe(true); // prettier-ignore
	await visit(page, false);
	// What the browser kept for it is there after it was closed.
	await page.reload();
	await expect(page.locator('.s-send')).toBeVisible();
	const sent = asked.filter((url) => !/^(?:data|blob):/.test(url)).map((url) => url.replace(/#.*$/s, ''));
	expect([...new Set(sent)]).toEqual([home]);
	// The fixture takes the file itself for another origin.
	expect(faults.splice(0).filter((fault) => !fault.startsWith(`request to another origin: ${home}`))).toEqual([]);
});

test('the one file refers to no other', () => {
	const text = readFileSync(file, 'utf8');
	const head = text.slice(0, text.indexOf('<style>'));
	expect([...head.matchAll(/\s(?:src|href)="(?!data:)[^"]*"/g)].map(([found]) => found)).toEqual([]);
	expect(text.match(/<script\b/gi), 'one script, and none in disguise').toHaveLength(1);
	expect(text.match(/<\/script/gi)).toHaveLength(1);
});
