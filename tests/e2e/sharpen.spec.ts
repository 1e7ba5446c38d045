/** More answers for a narrower band: eight at a time, nothing twice, the same result throughout. */
import type { Page } from '@playwright/test';
import { steps, type Result } from '../../src/domain/result';
import { asStored, askedIn, atQuestion, button, expect, expectPainted, heading, instrument, open, way } from './app';
import {
	number,
	people,
	readingOf,
	resultKey,
	resultOf,
	say,
	storage,
	storedSitting,
	test,
	unpack,
	words,
} from './app';
import { aboutSomebody, seed, sittingKey, sittingOf } from './app';

const { report, ui } = words;
const half = (result: Result): number => readingOf(result).place.half;
const stored = async (page: Page, id: string): Promise<Result> => unpack<Result>((await storage(page))[resultKey(id)]!);

test('from quick to full: 8, 8, 8, then 6 choices; the band narrows each time', async ({ page }) => {
	const first = resultOf('middle', 'quick', { name: 'Mine', context: aboutSomebody });
	await open(page, `#/result/${first.id}`, asStored({ results: [first] }));
	await expectPainted(page);
	const rows = page.locator('section[aria-labelledby=sharpen] li');
	await expect(rows).toHaveCount(0);
	let result = first;
	let asked = 16;
	const halves = [half(first)];
	for (const [block, more] of [
		['block1', 8],
		['block2', 8],
		['block3', 8],
		['posture', 6],
	] as const)
		await test.step(block, async () => {
			await button(page, say(report.sharpen.button, { n: more, count: more })).click();
			// It goes on with the first question not asked yet; the ones before are as they were.
			await atQuestion(page, asked + 1, asked + more);
			const sitting = (await storedSitting(page))!;
			expect(sitting.answers).toEqual(result.answers);
			const order = askedIn('full', sitting.blocks, seed);
			const fresh = order.slice(asked);
			expect(fresh.map(({ item }) => item.id).sort()).toEqual(
				[...instrument.blocks.find(({ id }) => id === block)!.items].sort(),
			);
			for (const [i, { item, flipped }] of fresh.entries()) {
				expect(result.answers[item.id], 'nothing is asked twice').toBeUndefined();
				const value = people.middle(item, asked + i)!;
				const place = item.format === 'rating' || flipped ? value : item.tau.length - value;
				await page.keyboard.press(String(place + 1));
			}
			await expect(heading(page)).toHaveText(ui.about.heading);
			// What was said about oneself is offered again.
			await expect(page.locator('select[name=role]')).toHaveValue('cto');
			await button(page, ui.about.show).click();
			await expect(page).toHaveURL(new RegExp(`#/result/${first.id}$`));
			await expectPainted(page);
			asked += more;
			result = await stored(page, first.id);
			expect(result).toMatchObject({ id: first.id, name: 'Mine', context: aboutSomebody, seed: first.seed });
			expect(Object.keys(result.answers)).toHaveLength(asked);
			expect(result.answers).toMatchObject(first.answers);
			expect(Object.keys(await storage(page))).toEqual([resultKey(first.id)]);
			halves.push(half(result));
			// The list of how it narrowed grows, and says the numbers. Posture narrows nothing.
			const listed = halves.slice(0, 4);
			await expect(rows).toHaveCount(listed.length);
			for (const [i, value] of listed.entries()) await expect(rows.nth(i)).toContainText(value.toFixed(1));
		});
	expect(halves[1]).toBeLessThan(halves[0]!);
	expect(halves[2]).toBeLessThan(halves[1]!);
	expect(halves[3]).toBeLessThan(halves[2]!);
	expect(halves[4]).toBe(halves[3]);
	expect((await stored(page, first.id)).form).toBe('full');
	await expect(page.locator('.s-stage canvas')).toBeVisible();
	await expect(button(page, say(report.sharpen.button, { n: 8, count: 8 }))).toHaveCount(0);
});

test('stopped in the middle: Welcome says what it was, and the result stays as it is', async ({ page }) => {
	const first = resultOf('people', 'quick');
	const before = asStored({ results: [first] });
	await open(page, `#/result/${first.id}`, before);
	await button(page, say(report.sharpen.button, { n: 8, count: 8 })).click();
	await atQuestion(page, 17, 24);
	await page.keyboard.press('4');
	await atQuestion(page, 18, 24);
	await button(page, ui.question.stop).click();
	await expect(page.getByRole('heading', { name: ui.welcome.carryOnSharpen })).toBeVisible();
	expect((await storage(page))[resultKey(first.id)]).toBe(before[resultKey(first.id)]);
	await page.reload();
	await way(page, ui.welcome.carryOn).click();
	await atQuestion(page, 18, 24);
});

test('skipping what is asked more ends where it began', async ({ page }) => {
	const first = resultOf('people', 'quick');
	await open(page, `#/result/${first.id}`, asStored({ results: [first] }));
	await button(page, say(report.sharpen.button, { n: 8, count: 8 })).click();
	for (let n = 17; n <= 24; n += 1) {
		await atQuestion(page, n, 24);
		await button(page, ui.question.skip).click();
	}
	await expect(heading(page)).toHaveText(say(ui.skipped.heading, { n: 8, count: 8 }));
	await button(page, ui.skipped.goOn).click();
	await button(page, ui.about.skip).click();
	await expectPainted(page);
	expect((await stored(page, first.id)).answers).toEqual(first.answers);
});

test('a full result has nothing left to ask, and shows how its band came about', async ({ page }) => {
	const first = resultOf('people', 'full');
	await open(page, `#/result/${first.id}`, asStored({ results: [first] }));
	await expectPainted(page);
	const section = page.locator('section[aria-labelledby=sharpen]');
	await expect(section.getByRole('heading')).toHaveText([report.sharpen.narrowed]);
	await expect(section.getByRole('button')).toHaveCount(0);
	await expect(section.locator('li')).toHaveText(
		steps(instrument, first).map((answers) => {
			const count = say(report.sharpen.step, { answers: number(Object.keys(answers).length) });
			return `${count} ± ${number(half({ ...first, answers }), 1)}`;
		}),
	);
});

for (const person of ['architect', 'people'] as const)
	test(`8 more answers do what the page says, also for a strong lean: ${person}`, async ({ page }) => {
		const first = resultOf(person, 'quick');
		await open(page, `#/result/${first.id}`, asStored({ results: [first] }));
		await expect(page.getByText(say(report.sharpen.text, { n: 8, count: 8 }))).toBeVisible();
		await button(page, say(report.sharpen.button, { n: 8, count: 8 })).click();
		await atQuestion(page, 17, 24);
		const { blocks } = (await storedSitting(page))!;
		for (const [i, { item }] of askedIn('full', blocks, seed).slice(16).entries())
			await page.keyboard.press(String(people[person](item, 16 + i)! + 1));
		await button(page, ui.about.skip).click();
		await expectPainted(page);
		// Narrower, unless the place moved further out: there the share of scale use grows with the distance.
		const after = await stored(page, first.id);
		const further = Math.abs(readingOf(after).place.points) - Math.abs(readingOf(first).place.points);
		expect(half(after) < half(first) || further > 0).toBe(true);
	});

test('with another sitting under way it asks before that one is dropped', async ({ page }) => {
	const first = resultOf('people', 'quick');
	const before = asStored({ sitting: sittingOf('architect', 'full', 9), results: [first] });
	await open(page, `#/result/${first.id}`, before);
	await button(page, say(report.sharpen.button, { n: 8, count: 8 })).click();
	await expect(page.getByRole('dialog')).toBeVisible();
	expect((await storage(page))[sittingKey]).toBe(before[sittingKey]);
});
