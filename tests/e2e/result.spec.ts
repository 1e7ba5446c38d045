/** A result says what its answers say, and nothing else: every number is computed here again from what is stored. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { architectureFacets, facetIds } from '../../src/domain/instrument';
import { regions, type Region } from '../../src/domain/profile';
import type { Band, Place, Reading } from '../../src/domain/reading';
import type { Result } from '../../src/domain/result';
import { reasons } from '../../src/domain/explain';
import { score } from '../../src/domain/scoring';
import { evaluate } from '../../src/domain/snapshot';
import {
	aboutSomebody,
	asStored,
	button,
	escaped,
	expect,
	expectPainted,
	heading,
	instrument,
	open,
	painted,
} from './app';
import {
	day,
	drawings,
	go,
	number,
	people,
	percent,
	points,
	readingOf,
	resultKey,
	resultOf,
	say,
	shortPlace,
} from './app';
import { askedIn, storage, test, unpack, words, type Person } from './app';

const { report, ui } = words;
const range = ({ low, high }: Band): string => say(report.map.range, { low: number(low), high: number(high) });
const cells = ({ value, ...band }: Band): string[] => [number(value), range({ value, ...band })];

const sentence = ({ place, call, torn }: Reading): string => {
	if (call.kind === 'none') return report.where.careless;
	if (!place.towards && call.first === 'UNICORN') return report.where.both;
	if (!place.towards && call.first === 'ELSEWHERE') return report.where.elsewhere;
	const sides = {
		people: points(Math.min(0, place.pointsLow)),
		architecture: number(Math.max(0, place.pointsHigh)),
	};
	if (torn) return say(report.where.torn, sides);
	if (place.word === 'centre' && call.kind !== 'clear') return say(report.where.probably, sides);
	if (place.word === 'centre' || place.word === 'undecided') return say(report.where[place.word], sides);
	return say(report.where[place.word][place.towards!], { points: points(place.points), half: number(place.half) });
};

/** How far the band reaches, in words. */
const bandWords = ({ pointsLow, pointsHigh }: Place): string => {
	if (pointsLow < 0 && pointsHigh > 0)
		return say(ui.place.bandAcross, { people: points(pointsLow), architecture: number(pointsHigh) });
	const [near, far] = pointsLow >= 0 ? [pointsLow, pointsHigh] : [pointsHigh, pointsLow];
	const end = pointsLow >= 0 ? 'architecture' : 'people';
	if (near === 0) return say(ui.place.bandFromCentre[end], { far: points(far) });
	const band = end === 'architecture' ? ui.place.bandArchitecture : ui.place.bandPeople;
	return say(band, { near: number(Math.abs(near)), far: points(far) });
};

/** The profile in words, as far as the answers decide it: what stands below the heading, from its first word to its last. */
const callWords = ({ call, chances, percents, place, pulls, torn, drive, practice }: Reading): string => {
	const { kind, first } = call;
	if (kind === 'none') return report.call.none;
	const next = regions.filter((id) => id !== first).sort((a, b) => chances[b] - chances[a])[0]!;
	const second = call.second ?? next;
	const named = (region: Region): string => {
		const chance = percents[region];
		return say(report.named.chance, {
			name: report.named[region],
			percent: chance === 100 ? say(report.named.over, { percent: percent(99) }) : percent(chance),
		});
	};
	const leading = (start: string, then: string): string =>
		`${start} ${named(first!)}${percents[second] < 5 ? '.' : `; ${then} ${named(second)}.`}`;
	const notes = {
		'full-would-tell': [report.call.fullWouldTell, report.call.elsewhereFull],
		'reach-not-surely': [report.call.reachNotSurely, report.call.elsewhereNotSurely],
	} as const;
	const low = kind === 'clear' && first === 'ELSEWHERE';
	const said: Record<Exclude<typeof kind, 'none'>, () => string> = {
		open: () => (call.note ? notes[call.note][call.second === 'ELSEWHERE' ? 1 : 0] : report.call.open),
		clear: () =>
			leading(low ? report.call.elsewhere[place.towards ? 'side' : 'centre'] : report.call.clear, report.call.next),
		likely: () => leading(report.call.likely, report.call.possibly),
		between: () =>
			`${report.call.between} ${named(first!)} ${report.call.and} ${named(second)}. ${report.call.tooClose}`,
	};
	const at = (half: Place): string =>
		say(half.points > 0 ? report.where.weightArchitecture : report.where.weightPeople, { points: points(half.points) });
	if (torn) return `${said[kind]()} ${say(report.pulls.torn, { energy: at(drive), month: at(practice) })}`;
	if (low) return `${said[kind]()} ${report.call.elsewhere.then}`;
	const close = place.towards === null && pulls.architecture !== pulls.people;
	return `${said[kind]()} ${close ? report.pulls.close : report.pulls[pulls.architecture][pulls.people]}`;
};

/** The rows of each table of scores, as a screen reader finds them. */
const tables = (page: Page): Promise<string[][][]> =>
	page
		.locator('.s-map table, .s-facets table')
		.evaluateAll((all) =>
			all.map((table) =>
				[...table.querySelectorAll('tbody tr')].map((row) => [...row.children].map((cell) => cell.textContent!.trim())),
			),
		);

const showResult = async (page: Page, result: Result): Promise<void> => {
	await open(page, `#/result/${result.id}`, asStored({ results: [result] }));
	await expectPainted(page);
};

/** What the page says about one result, all of which is computed here again. */
const expectSaid = async (page: Page, result: Result): Promise<void> => {
	const { snapshot, scores } = evaluate(instrument, result);
	const reading = readingOf(result);
	await expect(heading(page)).toHaveText(sentence(reading));
	await expectPainted(page, reading.posture ? 4 : 3);
	const reasons = snapshot.quality.reasons.map(({ id }) => report.sure.reasons[id]);
	const careless = reading.call.kind === 'none';
	const doubts = careless
		? [...reasons, say(report.where.carelessRange, { band: bandWords(reading.place) })]
		: reasons.length > 0
			? [report.sure.amber, ...reasons]
			: [];
	await expect(page.locator('.opening > p:not([class])')).toHaveText(doubts.length > 0 ? [doubts.join(' ')] : []);
	// What is not decided is not stated: these words are all there are.
	await expect(page.locator('.opening .lede')).toHaveText(callWords(reading));

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
	const sure = page.locator('.s-sure');
	await expect(
		sure.getByText(say(report.sure.weightIs, { points: number(snapshot.most, 1) }), { exact: true }),
	).toBeVisible();
	expect(snapshot.most).toBeGreaterThanOrEqual(scores.mostOneAnswerMoves - 1e-9);
	await expect(sure.getByText(report.sure[snapshot.quality.level])).toBeVisible();

	const { posture } = reading;
	const drawn = posture
		? [
				report.where.you,
				`${report.stage.words[posture.leans ? 'unsettled' : posture.word]}, ${number(posture.value)} (${say(report.map.range, { low: number(posture.low), high: number(posture.high) })})`,
			]
		: [];
	await expect(page.locator('.s-stage tbody tr').last().locator('th, td')).toHaveText(drawn);
	// Place, map, facets and certainty; the gap, the posture and the counterweight where there is one.
	const balanced = reading.place.towards !== null && !careless;
	const figures = 4 + [reading.gap, posture, balanced].filter(Boolean).length;
	expect(
		await page.locator('figure').evaluateAll((all) => all.map(({ dataset }) => Number(dataset.figure))),
		'figures in their order',
	).toEqual(Array.from({ length: figures }, (_, i) => i + 1));
	// Three experiments and three questions, or one of each where the answers carry no choice; nothing is said twice.
	const tried = await page.locator('.s-try h3, .s-try dd').allTextContents();
	expect(tried.length).toBe(careless ? 3 : 7);
	expect(new Set(tried).size, tried.join(' | ')).toBe(tried.length);
};

for (const form of ['quick', 'full'] as const)
	test(`${form}: heading, call, tables, figures and weight are those of the answers`, async ({ page }) => {
		const results = (Object.keys(people) as Person[]).map((person) => resultOf(person, form));
		await open(page, '#/history', asStored({ results }));
		for (const result of results)
			await test.step(result.id, async () => {
				await go(page, `#/result/${result.id}`);
				await expectSaid(page, result);
			});
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
		await expect.poll(() => tables(page)).toEqual(before);
		// And back again: nothing said is nothing said.
		await page.locator('.opening summary').click();
		for (const name of Object.keys(choices)) await page.locator(`select[name=${name}]`).selectOption('');
		await button(page, ui.about.save).click();
		await expect(page.locator('.opening summary')).toContainText(report.about.nobody);
		expect((await stored()).context).toEqual(result.context);
	});
});

test.describe('another answer, tried', () => {
	const result = resultOf('people', 'quick', { name: 'Tried' });
	const shown = async (page: Page) => ({ title: await heading(page).textContent(), tables: await tables(page) });

	/** Gives the answer in the first row the value farthest from it; the answers that this makes. */
	const attempt = async (page: Page, row = 0) => {
		const select = page.locator('.s-why li select').nth(row);
		const before = Number(await select.inputValue());
		const id = reasons(evaluate(instrument, result).scores, result.answers)[row]!.id;
		expect(result.answers[id], 'the weightiest first').toBe(before);
		const { item } = askedIn('quick').find(({ item: one }) => one.id === id)!;
		const value = before * 2 > item.tau.length ? 0 : item.tau.length;
		const label = await select.locator('option:checked').textContent();
		await select.selectOption(String(value));
		return { select, before, label: label!, answers: { [id]: value } };
	};

	test('re-scores in its row, and Put everything back puts it back', async ({ page }) => {
		await showResult(page, result);
		const [before, stored] = [await shown(page), await storage(page)];
		const { select, label, before: given, answers } = await attempt(page);
		const tried = { ...result, answers: { ...result.answers, ...answers } };
		const { place } = readingOf(tried);
		const row = page.locator('.s-why li').first();
		const effect = say(report.why.effect, { place: shortPlace(place, 1) });
		await expect(row.getByRole('status')).toHaveText(`${effect} ${say(report.why.tried, { label })}`);
		await expect(page.locator('.s-why').getByText(say(report.why.trial, { n: 1, count: 1 }))).toBeVisible();
		await expect(page.locator('.s-why').getByText(shortPlace(place, 1), { exact: true })).toBeVisible();
		await expect(
			page.locator('.s-why').getByText(shortPlace(readingOf(result).place, 1), { exact: true }),
		).toBeVisible();
		// What the answer adds now is said in the row as well.
		const adds = evaluate(instrument, tried).scores.contributions.find(({ id }) => id in answers)!.S;
		await expect(row).toContainText(
			say(adds > 0 ? report.why.architecture : report.why.people, { points: number(Math.abs(adds), 1) }),
		);
		// Nothing else moves and nothing is kept.
		expect(await shown(page)).toEqual(before);
		expect(await storage(page)).toEqual(stored);
		await attempt(page, 1);
		await expect(page.locator('.s-why').getByText(say(report.why.trial, { n: 2, count: 2 }))).toBeVisible();

		await button(page, report.why.putBack).click();
		await expect(select).toHaveValue(String(given));
		await expect(row.getByRole('status')).toBeEmpty();
		await expect(button(page, report.why.putBack)).toHaveCount(0);
		await expect(page.locator('#why')).toBeFocused();
		expect(await shown(page)).toEqual(before);
		expect(await storage(page)).toEqual(stored);
	});

	test('Keep the change keeps it, also after a reload', async ({ page }) => {
		await showResult(page, result);
		const { answers } = await attempt(page);
		await button(page, report.why.keep).click();
		const kept = { ...result, answers: { ...result.answers, ...answers } };
		const title = sentence(readingOf(kept));
		expect(title).not.toBe(sentence(readingOf(result)));
		await expect(heading(page)).toHaveText(title);
		await expect(button(page, report.why.keep)).toHaveCount(0);
		await expect(page.locator('#why')).toBeFocused();
		const after = await shown(page);
		expect(unpack((await storage(page))[resultKey(result.id)]!)).toMatchObject(kept);
		await page.reload();
		await expectPainted(page);
		await expect(heading(page)).toHaveText(title);
		expect(await shown(page)).toEqual(after);
	});
});

test('the anonymous export holds the answers, form, version, role and stage, and nothing of the person', async ({
	page,
}) => {
	const more = { id: 'secret-id', name: 'Secret name', context: aboutSomebody };
	const result = resultOf('architect', 'quick', more);
	await showResult(page, result);
	await page.getByText(report.keep.anonymous).click();
	const [file] = await Promise.all([page.waitForEvent('download'), button(page, report.keep.anonymousButton).click()]);
	const text = readFileSync(await file.path(), 'utf8');
	const { id, version } = instrument;
	expect(JSON.parse(text)).toEqual({
		format: 'fulcrum-answers',
		version: 1,
		instrument: { id, version },
		form: 'quick',
		answers: result.answers,
		role: aboutSomebody.role,
		stage: aboutSomebody.stage,
	});
	// Nor does the order of the answers tell the seed: it is that of the questions.
	const order = instrument.items.map((item) => item.id).filter((one) => one in result.answers);
	expect(Object.keys((JSON.parse(text) as Result).answers)).toEqual(order);
	for (const one of [
		result.id,
		result.name!,
		String(result.seed),
		result.takenAt,
		result.takenAt.slice(0, 10),
		day(result.takenAt),
	])
		expect(text).not.toContain(one);
});

for (const reducedMotion of ['reduce', 'no-preference'] as const)
	test(`the beam swings in, but not where motion is unwelcome: ${reducedMotion}`, async ({ page }) => {
		await page.emulateMedia({ reducedMotion });
		await page.addInitScript(() => {
			const animate = Element.prototype.animate;
			Element.prototype.animate = function (...given) {
				document.documentElement.dataset.animated = 'yes';
				return animate.apply(this, given);
			};
		});
		const result = resultOf('architect', 'quick');
		await open(page, `#/result/${result.id}`, asStored({ results: [result] }));
		await expect(heading(page)).toBeVisible();
		if (reducedMotion === 'reduce') expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
		const swung = await page.evaluate(() => document.documentElement.dataset.animated ?? null);
		expect(swung).toBe(reducedMotion === 'reduce' ? null : 'yes');
		await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
	});

test.describe('sections', () => {
	const top = (page: Page, id: string) => page.locator(`#${id}`).evaluate((node) => node.getBoundingClientRect().top);
	const ids = ['map', 'facets', 'week', 'stage', 'balance', 'try', 'sure', 'why', 'send', 'take', 'keep'];

	test('each link leads to its section and changes the address; twice, too, and after a reload', async ({ page }) => {
		const result = resultOf('architect', 'full');
		await showResult(page, result);
		const links = page.locator('.toc a');
		expect(await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')!.split('/').at(-1)))).toEqual(
			ids,
		);
		const arrived = async (id: string) => {
			await expect(page.locator(`#${id}`)).toBeFocused();
			await expect(page.locator(`#${id}`)).toBeInViewport();
		};
		for (const id of ids)
			await test.step(id, async () => {
				await page.locator(`nav a[href="#/result/${result.id}/${id}"]`).click();
				await expect(page).toHaveURL(new RegExp(`/${id}$`));
				await arrived(id);
				if (id !== 'sure' && id !== 'send') return;
				await page.evaluate(() => scrollTo(0, 0));
				await page.locator(`nav a[href="#/result/${result.id}/${id}"]`).click();
				await expect.poll(() => top(page, id)).toBeLessThan(200);
				await page.reload();
				await expectPainted(page);
				await arrived(id);
			});
	});

	test('stand in their order; an unknown one shows the result', async ({ page }) => {
		const result = resultOf('architect', 'quick');
		await open(page, `#/result/${result.id}/nonsense`, asStored({ results: [result] }));
		await expectPainted(page);
		const order = await page.locator('main h2').evaluateAll((nodes) => nodes.map(({ id }) => id));
		expect(order.filter((id) => id !== 'contents')).toEqual([
			'map',
			'facets',
			'week',
			'stage',
			'balance',
			'try',
			'sure',
			'sharpen',
			'why',
			'send',
			'take',
			'keep',
		]);
	});
});

test('a chart is drawn once it is within a screen of what is seen, and stays', async ({ page }) => {
	const result = resultOf('torn', 'full');
	await page.setViewportSize({ width: 390, height: 700 });
	await open(page, `#/result/${result.id}`, asStored({ results: [result] }));
	await expect(page.locator('canvas')).toHaveCount(4);
	expect((await painted(page)).at(-1), 'far down').toBe(false);
	await page.locator('canvas').last().scrollIntoViewIfNeeded();
	await expect.poll(async () => (await painted(page)).at(-1)).toBe(true);
	await page.evaluate(() => scrollTo(0, 0));
	await expect.poll(async () => (await painted(page)).at(-1)).toBe(true);
});

test('the charts have their numbers in tables that open, fit their place, and follow width and colour scheme', async ({
	page,
}) => {
	await page.emulateMedia({ colorScheme: 'light' });
	await showResult(page, resultOf('torn', 'full'));
	const light = await drawings(page);
	expect(light).toHaveLength(4);
	await page.emulateMedia({ colorScheme: 'dark' });
	const away = async () => (await drawings(page)).map(({ shade }, i) => Math.abs(shade - light[i]!.shade) > 2);
	await expect.poll(away).toEqual([true, true, true, true]);
	await expectPainted(page, 4);
	await page.emulateMedia({ colorScheme: 'light' });
	await expect.poll(away).toEqual([false, false, false, false]);

	const boxes = page.locator('.numbers input');
	await expect(boxes).toHaveCount(4);
	for (const box of await boxes.all()) {
		const table = box.locator('xpath=ancestor::*[contains(@class,"numbers")]//table');
		const height = () => table.evaluate((node) => node.parentElement!.getBoundingClientRect().height);
		expect(await height()).toBeLessThanOrEqual(1);
		await box.check();
		expect(await height()).toBeGreaterThan(60);
	}

	await page.setViewportSize({ width: 360, height: 700 });
	await expect.poll(async () => (await drawings(page)).every(({ width }, i) => width < light[i]!.width)).toBe(true);
	await expectPainted(page, 4);
	const misfits = await page.locator('canvas').evaluateAll(
		(all) =>
			all.filter((canvas) => {
				const [own, room] = [canvas, canvas.parentElement!].map((node) => node.getBoundingClientRect());
				return Math.abs(own!.width - room!.width) > 1 || Math.abs(own!.height - room!.height) > 1;
			}).length,
	);
	expect(misfits).toBe(0);
});

test('the title names the result, the masthead leads to all of them', async ({ page }) => {
	const result = resultOf('architect', 'quick', { name: 'Mine' });
	await showResult(page, result);
	await expect(page).toHaveTitle(new RegExp(escaped('Mine')));
	await page.locator('.s-keep').getByRole('link', { name: report.keep.all }).click();
	await expect(heading(page)).toHaveText(ui.history.title);
	await expect(page.locator('canvas')).toHaveCount(0);
});
