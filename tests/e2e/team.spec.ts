/** A team gathered from links, tended, read, printed, sent; by keyboard, on narrow screens, and with a thousand in it. */
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { decodeSent, encodeSent } from '../../src/domain/code';
import { coverage } from '../../src/domain/coverage';
import { encodeInvite } from '../../src/domain/inviteCode';
import type { Context } from '../../src/domain/result';
import type { Sent } from '../../src/domain/sent';
import { asMembers, rowOf } from '../../src/domain/teamReading';
import { encode } from '../../src/storage/records';
import {
	aboutSomebody,
	afresh,
	asStored,
	askedIn,
	atQuestion,
	button,
	codeOf,
	day,
	drawings,
	escaped,
	withoutJournal,
} from './app';
import {
	expect,
	expectPainted,
	go,
	heading,
	instrument,
	open,
	resultOf,
	say,
	storage,
	test,
	watch,
	words,
} from './app';
import type { Person, Stored } from './app';
import { axe, cut, sideways, small } from './looks';
import { readPdf, tight } from './pdf';
import type team from '../../questions/en/team.json';

const { report, ui } = words;
const told = JSON.parse(readFileSync('questions/en/team.json', 'utf8')) as typeof team;
const title = 'Engineering leads';

/** Twelve people; two of them have the same name. */
const crew = (
	[
		['Priya', 'architect', 'cto'],
		['Marcus', 'people', 'vp'],
		['Tomasz', 'architect', 'staff'],
		['Lena', 'torn', 'tech-lead'],
		['Ines', 'both', 'director'],
		['Kofi', 'middle', 'manager'],
		['Noor', 'people', 'director'],
		['Sam', 'torn', 'manager'],
		['Sam', 'neither', 'tech-lead'],
		['Zoë', 'middle', 'staff'],
		['Ángel', 'both', 'vp'],
		['Wiktoria', 'people', 'manager'],
	] as const satisfies readonly (readonly [string, Person, Context['role']])[]
).map(([name, person, role], i) => ({
	name,
	result: resultOf(person, i % 4 === 3 ? 'quick' : 'full', {
		id: `m${i}`,
		name,
		context: { ...aboutSomebody, role, founder: false },
	}),
}));
const codes = crew.map(({ name, result }, i) => codeOf(result, { name, person: String(i).padStart(10, '0') }));
const sentBy = (code: string): Sent => {
	const read = decodeSent(code);
	if (!('sent' in read)) throw new Error(code);
	return read.sent;
};
const at = '#/team/crew';
/** A team as the app itself would have stored it. */
const storedTeam = (
	members: readonly string[],
	more: { letters?: boolean; stage?: Context['stage'] } = {},
): Stored => ({
	'fulcrum:team:crew': encode([
		{ version: 1, id: 'crew', name: title, stage: 'series-b', letters: false, ...more },
		...members.map((code, i) => [`k${i}`, code, null, null, false, false]),
	]),
});
/** What must stand at the head of a team of these, and their names by place. */
const membersOf = (members: readonly string[]) =>
	members.map((code, i) => ({
		key: String(i),
		sent: sentBy(code),
		label: null,
		role: null,
		hidden: false,
		ghost: false,
	}));
const headOf = (members: readonly string[]): string => {
	const { architecture, people } = coverage(asMembers(membersOf(members)), instrument.gamma).ends;
	return told.head[architecture.call][people.call];
};
const byPlace = (members: readonly string[]): string[] =>
	membersOf(members)
		.map((member) => rowOf(member, instrument.gamma, true))
		.sort((a, b) => b.place.points - a.place.points)
		.map(({ member }) => member.sent.name!);

/** A browser that has never been here; faults in it count as in the first. */
const elsewhere = async <T>(
	{ browser, baseURL, origins }: { browser: Browser; baseURL: string | undefined; origins: readonly string[] },
	act: (page: Page, context: BrowserContext) => Promise<T>,
): Promise<T> => {
	const context = await browser.newContext({ baseURL: baseURL! });
	const faults = await watch(context, origins);
	const made = await act(await context.newPage(), context);
	await context.close();
	expect(faults, 'console, uncaught, policy and foreign requests').toEqual([]);
	return made;
};

const strip = (page: Page) => page.locator('ol.strip li');
const section = (page: Page, id: string) => page.locator(`.s-${id}`);
const text = async (page: Page, selector: string): Promise<string> =>
	(await page.locator(selector).textContent())!.replace(/\s+/g, ' ').trim();
const paste = (page: Page) => page.getByLabel(told.gather.paste);
const apply = (page: Page, n: number) => button(page, say(told.gather.apply, { n, count: n }));
/** What is done to one member: the button names both, the name perhaps only to be heard. */
const verb = (page: Page, message: string, name: string) =>
	page.getByRole('button', {
		name: new RegExp(`^${escaped(say(message, { name }))}(\\s*${escaped(name)})?$`),
	});
const linkIn = (page: Page, where: string) => section(page, where).getByLabel(told.send.link, { exact: true });

test('five links from five browsers, one damaged, become a team that lasts', async ({
	page,
	browser,
	baseURL,
	origins,
}) => {
	const five = crew.slice(0, 5);
	const links = await Promise.all(
		five.map(({ name, result }) =>
			elsewhere({ browser, baseURL, origins }, async (other) => {
				await open(other, `#/result/${result.id}/send`, asStored({ results: [{ ...result, name: null }] }));
				await button(other, report.send.prepare).click();
				await other.getByLabel(report.send.name).fill(name);
				return other.getByLabel(report.send.link, { exact: true }).inputValue();
			}),
		),
	);
	const persons = links.map((link) => sentBy(link.split('#/r/')[1]!).person);
	expect(new Set(persons).size).toBe(5);
	const cut = `${links[1]!.slice(0, -5)}AAAAA`;
	const chat = `[22/11, 10:31] Priya: mine is ${links[0]!}
> Marcus: <${links[1]!}>, sorry for ${cut}
${links[2]!}. And ${links[3]!}
and the last: ${links[4]!} :)`;

	await open(page, '#/teams');
	await expect(page.locator('main')).toContainText(told.list.empty);
	await page.getByLabel(told.list.name).fill(title);
	await button(page, told.list.make).click();
	await expect(heading(page)).toHaveText(told.head.empty);
	await expect(page).toHaveTitle(say(ui.page.titled, { what: title }));

	const rows = section(page, 'add').locator('li');
	const add = async (): Promise<void> => {
		await paste(page).fill(chat);
		await button(page, told.gather.look).click();
		await expect(rows).toHaveText([
			...five.map(({ name, result }) => say(told.gather.added, { name, day: day(result.takenAt) })),
			say(told.gather.refusedAt, { n: '3', what: cut.split('#/r/')[1]!.slice(0, 12), why: report.faults.damaged }),
		]);
		await expect(strip(page), 'nothing happens before it is asked for').toHaveCount(0);
		await apply(page, 5).click();
		await expect(strip(page)).toHaveCount(5);
		await expect(rows).toHaveCount(0);
	};
	await add();
	const sent = links.map((link) => link.split('#/r/')[1]!);
	await expect(heading(page)).toHaveText(headOf(sent));
	// By place, as far as the strip says.
	const names = byPlace(sent);
	await expect(strip(page).locator('.who b')).toHaveText(names);
	await expect(strip(page).locator('svg.minibeam')).toHaveCount(5);
	await expectPainted(page, 1);
	const heat = section(page, 'carries');
	await expect(heat.locator('tbody th')).toHaveText(names);
	await expect(heat.locator('tbody td')).toHaveCount(40);
	await expect(heat.locator('tfoot th')).toHaveText(told.heat.carried);
	await expect(section(page, 'reading')).toContainText(told.reading.both);
	await expect(section(page, 'agenda').locator('li b')).not.toHaveCount(0);
	for (const id of ['map', 'two', 'hire', 'members', 'invite', 'send']) await expect(section(page, id)).toBeVisible();
	// The numbers of everybody, for whoever cannot see the map.
	await section(page, 'map').getByLabel(told.map.show).check();
	await expect(section(page, 'map').locator('tbody th')).toHaveText(names);

	await button(page, told.gather.undo).click();
	await expect(heading(page)).toHaveText(told.head.empty);
	await expect(strip(page)).toHaveCount(0);
	await add();
	// Once more the same: each is here already.
	await paste(page).fill(links.join('\n'));
	await button(page, told.gather.look).click();
	await expect(rows).toHaveText(
		five.map(({ name, result }) => say(told.gather.duplicate, { name, day: day(result.takenAt) })),
	);
	await expect(section(page, 'add')).toContainText(told.gather.nothing);

	await page.reload();
	await expect(strip(page).locator('.who b')).toHaveText(names);
	await expect(heading(page)).toHaveText(headOf(sent));
	await go(page, '#/teams');
	await page.getByRole('link', { name: title }).click();
	await expect(strip(page)).toHaveCount(5);
});

test('two members of one name stay two, whatever is done to one', async ({ page }) => {
	const two = [codes[7]!, codes[8]!, codes[0]!];
	await open(page, at, storedTeam(two));
	const names = section(page, 'map').locator('tbody th');
	await expect(strip(page)).toHaveCount(3);
	await expect(names).toHaveCount(3);
	await button(page, told.tend.letters).click();
	await expect(strip(page).locator('.who b').filter({ hasText: 'Sam' })).toHaveCount(0);
	await button(page, told.tend.names).click();
	await expect(names.filter({ hasText: 'Sam' })).toHaveText([2, 1].map((n) => say(told.namesake, { name: 'Sam', n })));
	await verb(page, told.tend.hide, say(told.namesake, { name: 'Sam', n: 1 })).click();
	await expect(names).toHaveCount(2);
	await expect(names.filter({ hasText: 'Sam' })).toHaveCount(1);
	await verb(page, told.tend.show, say(told.namesake, { name: 'Sam', n: 1 })).click();
	await expect(names.filter({ hasText: 'Sam' })).toHaveCount(2);
});

test('twelve members print on two pages, with names or without any', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.emulateMedia({ colorScheme: 'dark' });
	for (const letters of [false, true]) {
		await afresh(page, at, storedTeam(codes, { letters }));
		await expect(strip(page)).toHaveCount(12);
		await expectPainted(page, 1);
		await page.emulateMedia({ media: 'print' });
		const controls = await page
			.locator('button, input, select, textarea, nav')
			.evaluateAll((nodes) =>
				nodes.filter((node) => node.checkVisibility()).map((node) => node.outerHTML.slice(0, 90)),
			);
		expect(controls).toEqual([]);
		await page.emulateMedia({ media: null });
		for (const format of ['A4', 'Letter'] as const)
			await test.step(`${format}, ${letters ? 'letters' : 'names'}`, async () => {
				const paper = readPdf(await page.pdf({ format, printBackground: format === 'A4' }));
				expect(paper.sheets.length, 'pages').toBe(2);
				expect(paper.images, 'charts are drawn, not pictures').toBe(0);
				for (const { dark, strokes, texts, width } of paper.sheets) {
					expect(texts.length, 'words on every page').toBeGreaterThan(20);
					// A letter is about half as wide as its size; margins are 12 mm. The numbers once ran off the sheet.
					const beyond = texts.filter(({ text: run, x, size }) => x + 0.5 * size * [...run].length > width - 30);
					expect(beyond.map(({ text: run }) => run)).toEqual([]);
					expect(dark, 'paper stays light').toBeLessThan(0.05);
					expect(strokes).toBeGreaterThan(0);
				}
				const must = [
					title,
					headOf(codes),
					told.map.heading,
					told.heat.heading,
					told.reading.heading,
					told.reading.both,
					told.agenda.heading,
					...Object.values(report.facets.names),
				];
				expect(must.filter((one) => !paper.text.includes(tight(one)))).toEqual([]);
				const names = crew.filter(({ name }) => paper.text.includes(tight(name))).map(({ name }) => name);
				expect(names).toEqual(letters ? [] : crew.map(({ name }) => name));
				if (letters) expect(paper.text).toContain(tight(say(told.letter, { letter: 'L' })));
				const second = tight(paper.sheets[1]!.texts.map(({ text: words }) => words).join(''));
				expect(second, 'the agenda is on the second page').toContain(tight(told.agenda.heading));
				const not = [told.gather.look, told.tend.letters, told.invite.copy, told.send.file, ui.page.method];
				expect(not.filter((one) => paper.text.includes(tight(one)))).toEqual([]);
			});
	}
});

/** Tab until the focus is there. */
const tabTo = async (page: Page, target: ReturnType<typeof button>, most = 60): Promise<void> => {
	for (let tries = 0; tries < most; tries += 1) {
		await page.keyboard.press('Tab');
		if (await target.evaluateAll((nodes) => nodes.includes(document.activeElement as HTMLElement))) break;
	}
	await expect(target).toBeFocused();
};

test('an invite leads by keyboard through the quiz to the button that sends the answer back', async ({
	page,
	browser,
	baseURL,
	origins,
}) => {
	await open(page, at, storedTeam(codes.slice(0, 2)));
	await section(page, 'invite').getByLabel(told.invite.by).fill('Priya');
	await section(page, 'invite').getByLabel(told.invite.form).selectOption('quick');
	const invite = await linkIn(page, 'invite').inputValue();
	expect(invite.startsWith(new URL('#/join/F3', baseURL).href), invite).toBe(true);

	const link = await elsewhere({ browser, baseURL, origins }, async (other, context) => {
		await context.grantPermissions(['clipboard-read', 'clipboard-write']);
		await open(other, invite.slice(invite.indexOf('#')));
		await expect(heading(other)).toHaveText(say(told.join.asks, { by: 'Priya', name: title }));
		expect(await storage(other)).toEqual({});
		await tabTo(other, button(other, told.join.start));
		await other.keyboard.press('Enter');
		const count = askedIn('quick').length;
		await atQuestion(other, 1, count);
		for (let i = 0; i < count; i += 1) await other.keyboard.press(i % 3 === 0 ? '1' : '2');
		await expect(heading(other)).toHaveText(ui.about.heading);
		await tabTo(other, button(other, ui.about.show));
		await other.keyboard.press('Enter');
		await expect(other).toHaveURL(/#\/result\/[^/]+\/send$/);
		await expect(section(other, 'send')).toContainText(say(report.send.back, { by: 'Priya' }));
		await expect(other.locator('#send')).toBeFocused();
		await expect(other.locator('#send')).toBeInViewport();
		// No step between: the link is there, and one button copies it.
		await tabTo(other, other.getByLabel(report.send.name));
		await other.keyboard.type('Noor');
		await tabTo(other, button(other, report.send.copy));
		await other.keyboard.press('Enter');
		await expect(section(other, 'send').getByRole('status')).toHaveText(report.send.copied);
		return other.evaluate(() => navigator.clipboard.readText());
	});
	expect(sentBy(link.split('#/r/')[1]!)).toMatchObject({ name: 'Noor', form: 'quick' });

	await go(page, '#/open');
	await page.getByLabel(report.open.paste).fill(`Here you are: ${link}`);
	await button(page, report.open.look).click();
	await page.locator('main li').getByRole('link', { name: report.open.show }).click();
	await expect(page.locator('p.name')).toHaveText('Noor');
	// And from there into the team.
	await button(page, report.sent.teamAdd).click();
	await expect(strip(page).locator('.who b').filter({ hasText: 'Noor' })).toHaveCount(1);
	await expect(strip(page)).toHaveCount(3);
});

test('a team sent as a link says the same elsewhere, and is stored when it is kept', async ({
	page,
	browser,
	context,
	baseURL,
	origins,
}) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page, at, storedTeam(codes));
	await button(page, told.send.copy).click();
	await expect(section(page, 'send').getByRole('status')).toHaveText(told.send.copied);
	const link = await linkIn(page, 'send').inputValue();
	expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(link);
	expect(link.startsWith(new URL('#/t/F2', baseURL).href), link).toBe(true);
	const parts = ['h1', '.opening > .lede', 'ol.strip', '.s-carries', '.s-reading', '.s-agenda'];
	const said = (where: Page) => Promise.all(parts.map((part) => text(where, part)));
	const here = await said(page);
	expect(here[0]).toBe(headOf(codes));

	await elsewhere({ browser, baseURL, origins }, async (other) => {
		await open(other, link.slice(link.indexOf('#')));
		expect(await said(other)).toEqual(here);
		await expectPainted(other, 1);
		for (const id of ['add', 'members', 'invite', 'send']) await expect(section(other, id)).toHaveCount(0);
		expect(await storage(other)).toEqual({});
		await other.reload();
		expect(await said(other)).toEqual(here);
		expect(await storage(other)).toEqual({});
		await button(other, told.sent.keep).click();
		await expect(section(other, 'members')).toBeVisible();
		expect(await said(other)).toEqual(here);
		expect(Object.keys(await storage(other))).toEqual(['fulcrum:team:crew']);
		await other.reload();
		expect(await said(other)).toEqual(here);
	});
});

test('made, filled, imagined, tended: by keyboard alone', async ({ page, context }) => {
	await context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await open(page, '#/teams');
	await page.evaluate((chat) => navigator.clipboard.writeText(chat), codes.slice(0, 4).join('\nand '));
	await tabTo(page, page.getByLabel(told.list.name));
	await page.keyboard.type(title);
	await page.keyboard.press('Enter');
	await expect(heading(page)).toHaveText(told.head.empty);
	await expect(heading(page)).toBeFocused();
	await tabTo(page, paste(page));
	await page.keyboard.press('ControlOrMeta+v');
	await tabTo(page, button(page, told.gather.look));
	await page.keyboard.press('Enter');
	await expect(section(page, 'add').locator('li')).toHaveCount(4);
	await tabTo(page, apply(page, 4));
	await page.keyboard.press('Enter');
	await expect(strip(page)).toHaveCount(4);

	// A hire: neutral first, then far out on the people side.
	const table = section(page, 'hire').locator('tbody');
	const before = await table.textContent();
	const slider = section(page, 'hire').getByRole('slider', { name: told.hire.P, exact: true });
	await page.locator('h1').focus();
	await tabTo(page, slider, 80);
	await page.keyboard.press('ArrowRight');
	await expect(slider).toHaveValue('51');
	for (let i = 0; i < 4; i += 1) await page.keyboard.press('PageUp');
	await expect(slider).toHaveValue('91');
	await expect(table).not.toHaveText(before!);

	const hide = verb(page, told.tend.hide, 'Marcus');
	await tabTo(page, hide);
	await page.keyboard.press('Enter');
	await expect(strip(page)).toHaveCount(3);
	const show = verb(page, told.tend.show, 'Marcus');
	await expect(show).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(strip(page)).toHaveCount(4);
	await tabTo(page, verb(page, told.tend.remove, 'Tomasz'));
	await page.keyboard.press('Enter');
	await expect(strip(page)).toHaveCount(3);
	await expect(section(page, 'members').getByRole('status')).toContainText(say(told.tend.removed, { name: 'Tomasz' }));
	await expect(section(page, 'members').getByRole('button', { name: ui.page.undo, exact: true })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(strip(page)).toHaveCount(4);
	await expect(strip(page).locator('.who b').filter({ hasText: 'Tomasz' })).toHaveCount(1);
});

/** What runs off sideways, words that do not fit their box, controls that a finger would miss. */
const misfits = async (page: Page, narrow: boolean): Promise<string[]> => [
	...(await sideways(page)),
	...(await cut(page)),
	...(narrow ? await small(page) : []),
];

const tables = async (page: Page): Promise<void> => {
	for (const box of await page.locator('.numbers input').all()) await box.check();
};
const invited = `#/join/${encodeInvite({ team: null, name: '\u0416\u0430\u043d\u043d\u0430', from: null, form: 'full' }, instrument.id)}`;
/** Without a Latin letter: the pseudo-language shares them. */
const foreign = codes.map((code, i) => encodeSent({ ...sentBy(code), name: `\u0416\u0430\u043d\u043d\u0430 ${i}` }));
const screens = [
	{ name: 'no team', hash: '#/teams', stored: {}, members: 0, checked: true },
	{ name: 'an invite', hash: invited, stored: {}, members: 0, checked: true },
	{ name: 'nobody in it', hash: at, stored: storedTeam([]), members: 0, checked: false },
	{ name: 'one member', hash: at, stored: storedTeam(foreign.slice(0, 1)), members: 1, checked: false },
	{ name: 'twelve, all tables open', hash: at, stored: storedTeam(foreign), members: 12, checked: true },
] as const;
type Screen = (typeof screens)[number];
const show = async (page: Page, { hash, stored, members }: Screen, home?: string): Promise<void> => {
	await afresh(page, hash, stored, home);
	await expect(heading(page)).toBeVisible();
	await expect(strip(page)).toHaveCount(members);
	if (members > 0) await expectPainted(page, 1);
	await tables(page);
};

test.describe('on every screen', () => {
	test.use({ contextOptions: { reducedMotion: 'reduce' } });
	for (const screen of screens)
		test(`${screen.name}: axe, narrow, twice the text size`, async ({ page }) => {
			await show(page, screen);
			if (screen.checked)
				for (const scheme of ['light', 'dark'] as const)
					expect.soft(await axe(page, scheme), `axe, ${scheme}`).toEqual([]);
			for (const size of ['100%', '200%']) {
				await page.evaluate((to) => (document.documentElement.style.fontSize = to), size);
				for (const width of [390, 320]) {
					await page.setViewportSize({ width, height: 844 });
					await expect
						.soft(async () => expect(await misfits(page, size === '100%'), `${width} px, text at ${size}`).toEqual([]))
						.toPass({ timeout: 1500, intervals: [50] });
				}
			}
		});

	test('in the pseudo-language, right to left, at 390 px', async ({ page, pseudoURL }) => {
		await page.setViewportSize({ width: 390, height: 844 });
		for (const screen of screens)
			await test.step(screen.name, async () => {
				await show(page, screen, pseudoURL);
				await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
				await expect
					.soft(async () => expect(await misfits(page, true), screen.name).toEqual([]))
					.toPass({ timeout: 1500, intervals: [50] });
				const english = await page.evaluate(() =>
					document.body.innerText
						.split('\n')
						.map((line) => line.replaceAll('Engineering leads', '').replace(/\d+ [A-Z][a-z]+ \d{4}/g, ''))
						.filter((line) => /[A-Za-z]{3}/.test(line)),
				);
				expect.soft(english, `${screen.name}: English left`).toEqual([]);
			});
	});
});

test('a thousand members: painted, and each can be found', async ({ page }) => {
	const sent = sentBy(codes[0]!);
	const spread = (i: number, of: number) => ((i * of) % 141) - 20;
	const many = Array.from({ length: 1000 }, (_, i) => {
		const [A, P] = [spread(i, 37), spread(i, 61)];
		const S = Math.min(130, Math.max(-30, Math.round(100 + A - P) / 2));
		const shot = { ...sent.snapshot, A, P, S, drive: S, practice: S };
		return encodeSent({ ...sent, name: `Person ${i}`, person: i.toString(16).padStart(10, '0'), snapshot: shot });
	});
	await open(page, at, storedTeam(many));
	await expectPainted(page, 2);
	expect((await drawings(page)).map(({ colours }) => colours > 4)).toEqual([true, true]);
	await expect(heading(page)).toHaveText(headOf(many));
	await expect(page.getByRole('img', { name: say(told.map.alt, { n: 1000, count: '1,000' }) })).toBeVisible();
	await expect(section(page, 'agenda')).toBeVisible();
	const found = section(page, 'members').locator('li');
	await expect(found).toHaveCount(40);
	await page.getByLabel(told.strip.find).fill('person 777');
	await expect(found).toHaveCount(1);
	await expect(found.getByLabel(told.tend.label)).toHaveValue('Person 777');
	// Looking at one shows where it is.
	await found.getByLabel(told.tend.label).focus();
	await expect(section(page, 'map')).toContainText('Person 777');
	await verb(page, told.tend.remove, 'Person 777').click();
	await expect(found).toHaveCount(0);
	await button(page, ui.page.undo).click();
	await expect(found).toHaveCount(1);
	expect(Object.keys(await storage(page))).toEqual(['fulcrum:team:crew']);
});

test('with storage blocked a team lasts for the visit, over other pages, and the page says so', async ({ page }) => {
	await withoutJournal(page);
	await page.addInitScript(() =>
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('blocked', 'SecurityError');
			},
		}),
	);
	await page.goto('./#/teams');
	await page.getByLabel(told.list.name).fill(title);
	await button(page, told.list.make).click();
	await expect(page.locator('.s-add')).toContainText(told.gather.full);
	await page.locator('.s-add textarea').fill(codes.slice(0, 3).join('\n'));
	await button(page, told.gather.look).click();
	await button(page, say(told.gather.apply, { n: 3, count: 3 })).click();
	await expect(page.locator('.strip li')).toHaveCount(3);
	// The first page has no part in teams: coming back, they are there.
	await page.locator('.mast a').first().click();
	await expect(heading(page)).toHaveText(ui.welcome.heading);
	await page.locator('nav a[href="#/teams"]').click();
	await page.getByRole('link', { name: title }).click();
	await expect(page.locator('.strip li')).toHaveCount(3);
});
