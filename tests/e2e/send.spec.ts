/** A result leaves the browser and arrives in another: as a link, a code, a file; what cannot be read says so. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { decodeSent, encodeSent } from '../../src/domain/code';
import { crc32 } from '../../src/domain/crc';
import { resultFile } from '../../src/domain/file';
import type { Result } from '../../src/domain/result';
import { aboutSomebody, aboutTheMoment, asStored, atQuestion, button, codeOf, day, expect, fault, way } from './app';
import { expectPainted, go, heading, instrument, open, resultKey, resultOf, say, sittingKey, sittingOf } from './app';
import { storage, test, unpack, watch, words } from './app';

const { report, ui } = words;
const name = 'لُجَين 🌿 Жанна “=1+1”';
const mine = resultOf('architect', 'full', { name: 'Mine', context: aboutSomebody });
const theirs = resultOf('torn', 'full', { id: 'theirs', context: aboutTheMoment, week: [9, 4, 6, 2, 5, 0, 6, 3] });
const stored = asStored({ results: [mine] });

/** All that anybody may read, as it stands on the page. */
const said = async (page: Page) => {
	await expectPainted(page);
	return page
		.locator('h1, .opening > .lede, .s-map, .s-facets, .s-stage, .s-balance, .s-try, .s-sure')
		.evaluateAll((parts) => parts.map((part) => part.textContent!.replace(/\s+/g, ' ').trim()));
};

/** A browser that has never been here; faults in it count as in the first. */
const elsewhere = async (
	browser: Browser,
	baseURL: string,
	origins: readonly string[],
	act: (page: Page, context: BrowserContext) => Promise<void>,
): Promise<void> => {
	const context = await browser.newContext({ baseURL });
	const faults = await watch(context, origins);
	await act(await context.newPage(), context);
	await context.close();
	expect(faults, 'console, uncaught, policy and foreign requests').toEqual([]);
};

test('a link made here opens in a fresh browser: the same numbers and words, nothing stored', async ({
	page,
	browser,
	context,
	baseURL,
	origins,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page, `#/result/${theirs.id}/send`, asStored({ results: [theirs] }));
	await button(page, report.send.prepare).click();
	const field = page.getByLabel(report.send.name);
	await expect(field).toBeFocused();
	await field.fill(name);
	const goes = page.locator('.s-send');
	await expect(goes).toContainText(say(report.send.items.name, { name }));
	for (const stays of [report.send.items.answers, report.send.items.week]) await expect(goes).toContainText(stays);
	await button(page, report.send.copy).click();
	await expect(goes.getByRole('status')).toHaveText(report.send.copied);
	const link = await page.evaluate(() => navigator.clipboard.readText());
	expect(await page.getByLabel(report.send.link, { exact: true }).inputValue()).toBe(link);
	expect(link.startsWith(new URL('#/r/F1', baseURL).href), link).toBe(true);
	// Drawn large, for a projector.
	await page.getByText(report.send.qr).click();
	const drawn = page.getByRole('img', { name: report.send.qrAlt });
	await expect(drawn).toBeVisible();
	expect((await drawn.boundingBox())!.width).toBeGreaterThan(300);
	await button(page, report.sendCode.copy).click();
	await expect(goes.getByRole('status')).toHaveText(report.sendCode.copied);
	await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe(link.split('#/r/')[1]!);

	const sent = decodeSent(link.split('#/r/')[1]!);
	expect(sent).toMatchObject({ sent: { name } });
	expect(sent).toHaveProperty('sent.person', expect.stringMatching(/^[0-9a-f]{10}$/));
	// Left out is left out.
	await field.fill('');
	await page.getByLabel(report.send.person).uncheck();
	await expect(goes).toContainText(report.send.items.noName);
	const bare = await page.getByLabel(report.send.link, { exact: true }).inputValue();
	expect(decodeSent(bare.split('#/r/')[1]!)).toMatchObject({ sent: { name: null, person: null } });

	const here = await said(page);
	await elsewhere(browser, baseURL!, origins, async (other) => {
		await open(other, link.slice(link.indexOf('#')));
		expect(await said(other)).toEqual(here);
		await expect(other.locator('p.name')).toHaveText(name);
		await expect(other.locator('.sent')).toContainText(say(report.sent.of, { name }));
		await expect(other).toHaveTitle(say(ui.page.titled, { what: say(report.titledOf, { name }) }));
		expect(await storage(other)).toEqual({});
		await other.reload();
		expect(await said(other)).toEqual(here);
		for (const only of [report.send.heading, report.keep.heading, report.why.heading])
			await expect(other.getByRole('heading', { name: only, exact: true })).toHaveCount(0);
		await other.getByRole('link', { name: report.sent.take }).click();
		await expect(heading(other)).toHaveText(ui.welcome.heading);
		expect(await storage(other)).toEqual({});
	});
});

test('a link opens beside mine, and changes nothing of mine', async ({ page }) => {
	const older = resultOf('people', 'quick', { takenAt: '2026-02-01T10:00:00.000Z' });
	const both = asStored({ results: [mine, older] });
	await open(page, `#/r/${codeOf(theirs, { name })}/beside`, both);
	await expectPainted(page, 5);
	await expect(page.locator('#beside')).toBeFocused();
	const rows = page.locator('.beside li');
	await expect(rows).toHaveCount(3);
	const before = await rows.allTextContents();
	// A beam has room for eighteen characters; the table has the whole name.
	await expect(page.locator('.beside svg.beam')).toContainText([...name].slice(0, 17).join(''));
	await page.getByLabel(report.sent.which).selectOption(older.id);
	await expect(rows.first()).not.toHaveText(before[0]!);
	await expect(page.locator('.beside table')).toContainText(name);
	expect(await storage(page)).toEqual(both);
	// The same to mine: nothing to tell.
	await page.getByLabel(report.sent.which).selectOption(mine.id);
	await go(page, `#/r/${codeOf(mine)}`);
	await expect(rows).toHaveText([1, 2, 3].map(() => new RegExp(report.sent.difference.untold)));
	expect(await storage(page)).toEqual(both);
});

/** The code with its bytes changed and its checksum made right again. */
const forged = (code: string, change: (bytes: Buffer) => void): string => {
	const bytes = Buffer.from(code.slice(2), 'base64url');
	change(bytes);
	bytes.writeUInt32BE(crc32(bytes.subarray(0, -4)), bytes.length - 4);
	return `F1${bytes.toString('base64url')}`;
};
const code = codeOf(theirs, { name: 'Ada' });
const faulty: [string, string, string][] = [
	['a changed letter', code.slice(0, 40) + (code[40] === 'x' ? 'y' : 'x') + code.slice(41), report.faults.damaged],
	['a cut end', code.slice(0, -5), report.faults.damaged],
	['something behind it', `${code}xyz`, report.faults.damaged],
	['the mark alone', 'F1', report.faults.damaged],
	['a newer format', forged(code, (bytes) => (bytes[2] = (bytes[2]! & 0xc0) | 2)), report.faults.newer],
	['other questions', encodeSent(sentBy(code), 'another'), report.faults['other-instrument']],
	['no code of ours', 'hello-world', report.faults.foreign],
	['markup', '<img src=x onerror=alert(1)>', report.faults.foreign],
	['broken escapes', '%E0%A4%A', report.faults.foreign],
	['ten thousand characters', `F1${'A'.repeat(10_000)}`, report.faults.damaged],
];
function sentBy(from: string) {
	const read = decodeSent(from);
	if (!('sent' in read)) throw new Error(from);
	return read.sent;
}

test(
	'a code that cannot be read says why, on a whole page, and touches nothing',
	fault(
		'links with a damaged, cut, foreign and newer code',
		'a sentence that says which fault, and a way on',
		'everything stored, as it was',
	),
	async ({ page }) => {
		await open(page, '#/history', stored);
		for (const [what, text, sentence] of faulty)
			await test.step(what, async () => {
				await go(page, `#/r/${text}`);
				await expect(heading(page)).toHaveText(report.refused.heading);
				await expect(page.locator('main .lede')).toHaveText(sentence);
				await expect(page.locator('main')).toContainText(report.refused.safe);
				await expect(page.locator('.mast nav a').first()).toBeVisible();
				expect(await storage(page)).toEqual(stored);
			});
		await page.getByRole('link', { name: report.refused.open }).click();
		await expect(heading(page)).toHaveText(report.open.heading);
		// And opened anew, as from a chat.
		await page.goto('about:blank');
		await page.goto(`./#/r/${faulty[0]![1]}`);
		await expect(page.locator('main .lede')).toHaveText(report.faults.damaged);
	},
);

test(
	'a link opened in the middle of a quiz loses nothing',
	fault(
		'a link to somebody’s result opened in the tab of an unfinished quiz',
		'their result; Back leads to the question',
		'every answer, and nothing of theirs',
	),
	async ({ page }) => {
		await open(page, '#/quiz/6', asStored({ sitting: sittingOf('people', 'quick', 5) }));
		await page.keyboard.press('2');
		await atQuestion(page, 7, 16);
		const before = await storage(page);
		await go(page, `#/r/${code}`);
		await expectPainted(page);
		await expect(page.locator('p.name')).toHaveText('Ada');
		expect(await storage(page)).toEqual(before);
		await page.goBack();
		await atQuestion(page, 7, 16);
		await page.keyboard.press('1');
		await atQuestion(page, 8, 16);
		await page.goto(`./#/r/${code}`);
		await page.reload();
		await expectPainted(page);
		await page.locator('.mast .mark').click();
		await way(page, ui.welcome.carryOn).click();
		await atQuestion(page, 8, 16);
		expect(Object.keys(await storage(page))).toEqual([sittingKey]);
	},
);

/** Files dropped on the page, made there: nothing so large has to travel. `pad`: letters put where § stands. */
const drop = (page: Page, files: readonly { name: string; text: string; pad?: number }[]): Promise<void> =>
	page.evaluate((given) => {
		const dataTransfer = new DataTransfer();
		for (const { name: called, text, pad = 0 } of given)
			dataTransfer.items.add(
				new File(
					text.split('§').flatMap((part, i) => (i ? ['x'.repeat(pad), part] : [part])),
					called,
				),
			);
		const event = new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true });
		document.querySelector('main')!.dispatchEvent(event);
		if (!event.defaultPrevented) throw new Error('the browser would open the file');
	}, files);

test(
	'links pasted from a chat, files dropped and chosen, files of others: each says what it is',
	fault(
		'a message with good and bad links; files of ours, of another program, damaged',
		'each by itself: what it is, or why not',
		'everything stored, as it was, until one is kept',
	),
	async ({ page, context, baseURL }) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await open(page, '#/history', stored);
		await page.getByRole('link', { name: ui.history.open }).click();
		await expect(heading(page)).toBeFocused();
		const rows = page.locator('main li');
		const codes = ['Ada', name, null].map((one) => codeOf(theirs, { name: one }));
		const chat = `[22/11, 10:31] Ada: mine is ${baseURL!}#/r/${codes[0]!}
> and this: <${baseURL!}#/r/${codes[1]!}>,
or the code ${codes[2]!.slice(0, 50)}\n${codes[2]!.slice(50)} :)`;
		await page.evaluate((text) => navigator.clipboard.writeText(text), chat);
		await page.getByLabel(report.open.paste).focus();
		await page.keyboard.press('ControlOrMeta+v');
		const row = (who: string) => say(report.open.codeRow, { name: who, day: day(theirs.takenAt) });
		await expect(rows.locator('bdi')).toHaveText([row('Ada'), row(name), row(report.open.nameless)]);
		expect(await storage(page)).toEqual(stored);
		await rows.nth(1).getByRole('link', { name: report.open.show }).click();
		await expect(page.locator('p.name')).toHaveText(name);
		await page.goBack();
		await expect(heading(page)).toHaveText(report.open.heading);

		await page.getByLabel(report.open.paste).fill('no code at all, F1 only');
		await button(page, report.open.look).click();
		await expect(page.locator('main')).toContainText(report.open.nothing);
		await expect(rows).toHaveCount(0);

		const file = resultFile(instrument, { ...theirs, name });
		await drop(page, [
			{ name: 'mine.json', text: file },
			{ name: 'other.json', text: '{"name":"§"}', pad: 50 << 20 },
			{ name: 'text.txt', text: 'hello' },
			{ name: 'huge.bin', text: '§', pad: 61_000_000 },
		]);
		await expect(rows).toHaveCount(4);
		await expect(rows.nth(0)).toContainText(say(report.open.fileRow, { name, day: day(theirs.takenAt) }));
		for (const [i, [what, why]] of [
			['other.json', report.faults.foreignFile],
			['text.txt', report.faults['not-json']],
			['huge.bin', report.faults['too-large']],
		].entries())
			await expect(rows.nth(i + 1)).toContainText(say(report.open.refused, { what: what!, why: why! }));
		expect(await storage(page)).toEqual(stored);
		await button(page, report.open.keep).click();
		await expect(rows.nth(0)).toContainText(report.open.same);
		expect(unpack<Result>((await storage(page))[resultKey(theirs.id)]!)).toEqual({ version: 1, ...theirs, name });
		// A changed one of the same id is offered in its place, and what was left out is said.
		const changed = file.replace('"cto"', '"emperor"').replace('"X1":', '"ZZ":');
		await page
			.locator('input[type=file]')
			.setInputFiles({ name: 'changed.json', mimeType: 'application/json', buffer: Buffer.from(changed) });
		await expect(rows).toHaveCount(1);
		await expect(rows.nth(0)).toContainText('context.role');
		await expect(button(page, report.open.replace)).toBeVisible();
		await drop(page, [{ name: 'empty.json', text: '' }]);
		await expect(rows.nth(0)).toContainText(report.faults['not-json']);
	},
);

test('taken along: file, table, text, pictures, date; the file opens again elsewhere', async ({
	page,
	browser,
	baseURL,
	origins,
}) => {
	const result = { ...theirs, name };
	await open(page, `#/result/${result.id}/take`, asStored({ results: [result] }));
	await expectPainted(page);
	const take = async (called: string): Promise<{ file: Buffer; text: string; name: string }> => {
		const [got] = await Promise.all([page.waitForEvent('download'), button(page, called).click()]);
		const file = readFileSync(await got.path());
		return { file, text: file.toString('utf8'), name: got.suggestedFilename() };
	};
	const json = await take(report.take.json);
	expect(json.name).toBe('fulcrum-لُجَين-Жанна-1-1.json');
	expect(JSON.parse(json.text)).toMatchObject({ format: 'fulcrum-result', name, answers: result.answers });

	const csv = await take(report.take.csv);
	expect(csv.text.startsWith('\uFEFF')).toBe(true);
	expect(csv.text.split('\r\n')).toHaveLength(3);
	expect(csv.text).toContain(name);

	const markdown = await take(report.take.markdown);
	expect(markdown.text).toContain(`# ${(await heading(page).textContent())!}`);
	for (const part of [report.map, report.facets, report.stage, report.balance, report.try, report.sure])
		expect(markdown.text).toContain(`## ${part.heading}`);
	expect(markdown.text).toContain(name);
	for (const control of [report.keep.delete, report.send.prepare, report.take.json])
		expect(markdown.text).not.toContain(control);

	const figures = await page.locator('figure[data-figure]').count();
	expect(figures).toBe(7);
	// One of each kind: Chromium starts at most ten downloads in a row, faster than any hand.
	for (const n of [1, 2, 4, 7]) {
		const { file, name: called } = await take(say(report.take.figure, { n }));
		expect(called).toMatch(new RegExp(`${n}\\.png$`));
		expect(file.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
		// Twice the density of the screen, and with a caption below.
		const [width, height] = [file.readUInt32BE(16), file.readUInt32BE(20)];
		const box = (await page.locator(`figure[data-figure="${n}"]`).boundingBox())!;
		expect(width, `figure ${n}`).toBeGreaterThan(1.9 * box.width);
		expect(width).toBeLessThan(4.5 * box.width);
		expect(height).toBeGreaterThan(1.9 * box.height);
		expect(file.length).toBeGreaterThan(3000);
	}
	await expect(page.locator('.s-take [role=alert]')).toHaveCount(0);

	const date = await take(report.take.reminder);
	expect(date.name).toBe('fulcrum.ics');
	const lines = date.text.split('\r\n');
	expect([lines[0], lines.at(-2), lines.at(-1)]).toEqual(['BEGIN:VCALENDAR', 'END:VCALENDAR', '']);
	expect(lines).toContain('DTSTART;VALUE=DATE:20270502');
	expect(lines.every((line) => Buffer.byteLength(line) <= 75)).toBe(true);

	const here = await said(page);
	await elsewhere(browser, baseURL!, origins, async (other) => {
		await open(other, '#/open');
		await other.locator('input[type=file]').setInputFiles({ name: json.name, mimeType: '', buffer: json.file });
		await button(other, report.open.keep).click();
		await other.locator('main li').getByRole('link', { name: report.open.show }).click();
		await expect(other.locator('p.name')).toHaveText(name);
		expect(await said(other)).toEqual(here);
	});
});

test.describe('a week', () => {
	const week = (page: Page) => page.locator('.s-week');
	const kept = async (page: Page) => unpack<Result>((await storage(page))[resultKey(mine.id)]!).week;
	const left = (hours: number) =>
		hours === 0
			? say('All {total} hours', { total: 40 })
			: say(report.week.left.replace(/=0 \{.*?\} one/, 'one'), { n: hours, hours });
	/** Where the focus is, as a reader would say it. */
	const focus = (page: Page) =>
		page.evaluate(() => {
			const on = document.activeElement as HTMLInputElement;
			return on.labels?.[0]?.textContent ?? on.getAttribute('aria-label') ?? on.textContent.trim();
		});

	const keepsFocus = (page: Page) =>
		expect.soft
			.poll(() => page.evaluate(() => document.activeElement!.tagName), { message: 'the focus is kept', timeout: 1000 })
			.not.toBe('BODY');

	test('is laid out by keyboard alone', async ({ page }) => {
		await open(page, `#/result/${mine.id}/week`, stored);
		const before = await said(page);
		await expect(page.locator('#week')).toBeFocused();
		await page.keyboard.press('Tab');
		await expect(button(page, report.week.open)).toBeFocused();
		await page.keyboard.press('Enter');
		await keepsFocus(page);
		await expect(week(page)).toContainText(left(40));
		const { A1, P1, P4 } = report.facets.names;
		const to = async (where: string) => {
			for (let tries = 0; tries < 40 && (await focus(page)) !== where; tries += 1) await page.keyboard.press('Tab');
			expect(await focus(page)).toBe(where);
		};
		await to(A1);
		for (let i = 0; i < 3; i += 1) await page.keyboard.press('ArrowRight');
		await page.keyboard.press('ArrowLeft');
		await expect.poll(() => kept(page)).toEqual([2, 0, 0, 0, 0, 0, 0, 0]);
		await expect(week(page)).toContainText(left(38));
		await to(say(report.week.more, { facet: P1 }));
		for (let i = 0; i < 5; i += 1) await page.keyboard.press('Enter');
		await expect.poll(() => kept(page)).toEqual([2, 0, 0, 0, 5, 0, 0, 0]);
		// No more than there is.
		await to(P4);
		await page.keyboard.press('End');
		await expect.poll(() => kept(page)).toEqual([2, 0, 0, 0, 5, 0, 0, 33]);
		await expect(week(page)).toContainText(left(0));
		await to(report.week.done);
		await page.keyboard.press('Enter');
		await keepsFocus(page);
		await expect(week(page)).toContainText(say(report.week.sum, { architecture: 2, people: 38, rest: 0 }));
		await expect(week(page).locator('svg.beam')).toHaveCount(2);
		// Never part of a score; and still there after a reload.
		expect(await said(page)).toEqual(before);
		await page.reload();
		await expect(week(page)).toContainText(say(report.week.sum, { architecture: 2, people: 38, rest: 0 }));
	});

	test.describe('by touch', () => {
		test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });
		test('is laid out, changed and taken away by touch', async ({ page }) => {
			await open(page, `#/result/${mine.id}/week`, stored);
			await button(page, report.week.open).tap();
			const { A2, P3 } = report.facets.names;
			for (let i = 0; i < 3; i += 1) await button(page, say(report.week.more, { facet: A2 })).tap();
			await button(page, say(report.week.less, { facet: A2 })).tap();
			// A tap in the middle of the length.
			const slider = page.getByLabel(P3, { exact: true });
			const { width, height } = (await slider.boundingBox())!;
			await slider.tap({ position: { x: width / 2, y: height / 2 } });
			await expect.poll(async () => (await kept(page))?.[1]).toBe(2);
			await expect.poll(async () => Math.abs(20 - (await kept(page))![6]!)).toBeLessThanOrEqual(1);
			await button(page, report.week.done).tap();
			await expect(week(page).locator('svg.beam')).toHaveCount(2);
			await button(page, report.week.change).tap();
			await button(page, report.week.remove).tap();
			await expect(button(page, report.week.open)).toBeVisible();
			expect(await kept(page)).toBeNull();
		});
	});
});
