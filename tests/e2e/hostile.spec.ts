/** What comes from others is text and no more, on every screen that shows it; and files of every size say what they are. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { resultFile } from '../../src/domain/file';
import { encodeInvite } from '../../src/domain/inviteCode';
import { emptyTeam } from '../../src/domain/team';
import { encodeTeam } from '../../src/domain/teamCode';
import { encode } from '../../src/storage/records';
import { aboutSomebody, asStored, button, codeOf, expect, go, instrument, open, resultOf, say, storage } from './app';
import { test, words, type Stored } from './app';
import type team from '../../questions/en/team.json';

const { report, ui } = words;
const told = JSON.parse(readFileSync('questions/en/team.json', 'utf8')) as typeof team;

/** Each would set `hit`, load something or change the page, were it taken for more than text. */
const evil = {
	image: '<img src=x onerror="hit=1">',
	drawing: '"><svg/onload=hit=1><b id=b>',
	title: '</title><script>hit=1</script>',
	address: 'javascript:hit=1//" href=javascript:hit=1',
	template: "{{hit=1}}${hit=1}{n, plural, other {x}}'\\",
	frame: "'><iframe srcdoc='<script>top.hit=1</script>'>",
} as const;

const [mine, second] = [
	resultOf('architect', 'quick', { name: evil.image, context: aboutSomebody }),
	resultOf('people', 'full', { name: evil.title, takenAt: '2026-06-02T10:00:00.000Z' }),
];
const code = (name: string, person: string): string => codeOf(resultOf('both', 'quick'), { name, person });
const sent = code(evil.drawing, '0123456789');
const crew = { ...emptyTeam('crew', evil.frame), stage: 'series-b' as const };
const teamCode = encodeTeam(crew);
const invite = encodeInvite({ team: 'crew', name: evil.frame, from: evil.address, form: 'quick' });
const stored: Stored = {
	...asStored({ results: [mine, second] }),
	'fulcrum:me': encode([{ version: 1, name: evil.template, person: '00000000aa', invite: null }]),
	'fulcrum:team:crew': encode([
		{ version: 1, ...crew, members: undefined },
		['k1', code(evil.image, '0000000001'), null, null, false, false],
		['k2', code(evil.title, '0000000002'), evil.address, 'cto', false, false],
		['k3', code(evil.frame, '0000000003'), evil.template, null, true, false],
	]),
};

/** What markup from elsewhere would have left behind. */
const intruders = (page: Page): Promise<string[]> =>
	page.evaluate(() => [
		...('hit' in window ? ['a script ran'] : []),
		...[...document.querySelectorAll('img, iframe, object, embed, base, form[action], #b, body script:not([src])')].map(
			({ outerHTML }) => outerHTML.slice(0, 80),
		),
		...[...document.querySelectorAll('*')].flatMap(({ attributes }) =>
			[...attributes].filter(({ name, value }) => /^on|^srcdoc$/.test(name) || /^\s*javascript:/i.test(value)).map(({ name }) => name), // prettier-ignore
		),
	]); // prettier-ignore

test('names, labels, teams, invites, codes and names of files are text on every screen', async ({ page }) => {
	await open(page, '#/', stored);
	const main = page.locator('main');
	const shows = async (...texts: readonly string[]): Promise<void> => {
		for (const text of texts) await expect(page.locator('body')).toContainText(text);
		expect(await intruders(page)).toEqual([]);
	};
	await shows(evil.image, evil.title);
	await go(page, `#/result/${mine.id}`);
	await shows(evil.image);
	await expect(page).toHaveTitle(say(ui.page.titled, { what: evil.image }));
	await button(page, report.send.prepare).click();
	await page.getByText(report.send.qr).click();
	await expect(page.getByLabel(report.send.name)).toHaveValue(evil.template);
	await shows(say(report.send.items.name, { name: evil.template }));
	for (const [hash, ...texts] of [
		[`#/result/${mine.id}/other`, evil.image],
		['#/teams', evil.frame],
		['#/team/crew', evil.frame, evil.image, evil.address],
		[`#/r/${sent}`, evil.drawing],
		[`#/r/${sent}/beside`, evil.drawing],
		[`#/t/${teamCode}`, evil.frame],
		[`#/join/${invite}`, evil.frame, evil.address],
		['#/r/%3Cimg%20src=x%20onerror=hit=1%3E', '%3Cimg%20src=x'],
		['#/result/%3Cimg%20src=x%20onerror=hit=1%3E', ui.lost.noResult],
		['#/history', evil.image, evil.title],
	] as const)
		await test.step(hash.slice(0, 30), async () => {
			await go(page, hash);
			await shows(...texts);
		});
	// A message names what it is about.
	await page.locator('.tend button').nth(1).click();
	await expect(page.locator('.notice')).toHaveCount(1);
	await shows(evil.title);

	const files = [evil.image, evil.address].map((name) => ({ name, mimeType: 'text/plain', buffer: Buffer.from('x') }));
	const named = {
		name: `${evil.drawing}.json`,
		mimeType: 'application/json',
		buffer: Buffer.from(resultFile(instrument, { ...second, id: 'javascript:hit=1', name: evil.frame })),
	};
	await go(page, '#/open');
	await page.locator('input[type=file]').setInputFiles([...files, named]);
	await expect(main.locator('li')).toHaveCount(3);
	await shows(evil.image, evil.address, evil.frame);
	await page.getByLabel(report.open.paste).fill(`${sent} ${teamCode} ${invite} ${sent.slice(0, -1)}`);
	await button(page, report.open.look).click();
	await expect(main.locator('li')).toHaveCount(4);
	await shows(evil.drawing, evil.frame);
	await go(page, '#/team/crew/add');
	await page.locator('input[type=file]').setInputFiles([...files, named]);
	await shows(evil.image, evil.address, evil.frame);
	await page.getByRole('button', { name: say(told.gather.apply, { n: 1, count: 1 }), exact: true }).click();
	await go(page, '#/teams');
	await go(page, '#/team/crew');
	await shows(evil.frame, evil.image);
	// What looks for intruders would see one.
	await page.evaluate(() => document.body.append(Object.assign(document.createElement('b'), { id: 'b' })));
	expect(await intruders(page)).toEqual(['<b id="b"></b>']);
});

test('fifty megabytes of nothing, and a thousand results of which every tenth is bad', async ({ page }) => {
	await open(page, '#/open');
	const rows = page.locator('main li');
	const drop = (text: string | null): Promise<void> =>
		page.evaluate((given) => {
			const dataTransfer = new DataTransfer();
			dataTransfer.items.add(new File([given ?? new Uint8Array(50 << 20)], given === null ? 'zeros' : 'all.json'));
			document.querySelector('main')!.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true })); // prettier-ignore
		}, text);
	await drop(null);
	await expect(rows).toHaveText([say(report.open.refused, { what: 'zeros', why: report.faults['not-json'] })]);
	const one = JSON.parse(resultFile(instrument, mine)) as object;
	const many = Array.from({ length: 1000 }, (_, i) => ({ ...one, ...(i % 10 === 3 ? { seed: -1 } : { id: `r${i}` }) }));
	await drop(JSON.stringify(many));
	await expect(rows).toHaveCount(1000);
	await expect(page.getByRole('button', { name: report.open.keep })).toHaveCount(900);
	// What is read stands first.
	await expect(rows.nth(901)).toHaveText(say(report.open.refused, { what: '[13]', why: report.faults.unreadable }));
	await rows.nth(899).getByRole('button').click();
	await expect(rows.nth(899)).toContainText(report.open.same);
	expect(Object.keys(await storage(page)).filter((key) => key.includes(':result:'))).toEqual(['fulcrum:result:r999']);
});
