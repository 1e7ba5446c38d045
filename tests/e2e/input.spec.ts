/** Bad input: storage that holds garbage, is blocked or full; addresses that lead nowhere. A sentence and a way on. */
import type { Page } from '@playwright/test';
import { encode } from '../../src/storage/records';
import {
	afresh,
	asStored,
	atQuestion,
	button,
	expect,
	expectPainted,
	heading,
	instrument,
	open,
	put,
	fault,
	way,
} from './app';
import { resultKey, resultOf, say, sittingKey, sittingOf, startOf, storage, test, words, type Stored } from './app';
import { askedIn, focused, start, withoutJournal } from './app';

const { ui } = words;
const notices = (page: Page) => page.locator('.notice');
const rows = (page: Page) => page.locator('main li:has(> .who)');
const result = resultOf('architect', 'quick');
const good = asStored({ results: [result] });
const sitting = sittingOf('people', 'quick', 5);
const whole = asStored({ sitting })[sittingKey]!;

/** A head as the app writes it, changed; with the answers of a real one. */
const changed = (of: object, change: object, answers: Record<string, unknown> = sitting.answers as never): string => {
	const { answers: _, ...head } = { version: 1, ...of, ...change } as Record<string, unknown>;
	return encode([head, ...Object.entries(answers)]);
};
const others = { id: 'somebody-elses', version: '1.0.0' };
const { id } = instrument;

/** What stands in storage, and whether some of it can still be used. */
const garbage = (record: object, text: string): [string, string, boolean][] => [
	['text', 'hello', false],
	['nothing at all', '', false],
	['a number', '42', false],
	['JSON without a checksum', JSON.stringify(record), false],
	['JSON of another shape', encode([{ a: 1 }]), false],
	['a list', encode([[1, 2, 3]]), false],
	['null', encode([null]), false],
	['a newer version', changed(record, { version: 99 }), false],
	['a version that is none', changed(record, { version: 'one' }), false],
	['another instrument', changed(record, { instrument: others }), false],
	['an instrument that is none', changed(record, { instrument: 7 }), false],
	['no seed', changed(record, { seed: -1 }), false],
	['prototype names for fields', encode([JSON.parse('{"__proto__":{"polluted":1},"constructor":1}')]), false],
	['a head cut in two', text.slice(0, 40), false],
	['two million characters', 'x'.repeat(2_000_000), false],
	['twenty thousand lines', Array.from({ length: 20_000 }, (_, i) => `${i} {}`).join('\n'), false],
	['a cut end', text.slice(0, -4), true],
	['a damaged answer', text.replace(/,(\d)\]/, ',9]'), true],
	['an answer that is no category', changed(record, {}, { X1: 17, X2: 1 }), true],
	['an answer to no question', changed(record, {}, { X1: 1, ZZ: 1 }), true],
	['answers that are text', changed(record, {}, { X1: '1', X2: 1 }), true],
	['prototype names for answers', changed(record, {}, { constructor: 1, toString: 1, X1: 1 }), true],
	['a line of garbage among good ones', `${text}\ngarbage`, true],
];

test.describe('a stored sitting that holds', () => {
	for (const part of [false, true])
		test(
			`${part ? 'partly damaged text' : 'garbage'}: the page works, says so, keeps what was there`,
			fault(
				'garbage, or a text damaged in part, as the stored quiz: 23 kinds of it',
				'the page works and says so',
				'the text, set aside; what could be read; every result',
			),
			async ({ page }) => {
				for (const [i, [what, text]] of garbage(sitting, whole)
					.filter(([, , usable]) => usable === part)
					.entries())
					await test.step(what, async () => {
						await afresh(page, '#/', { ...good, [sittingKey]: text });
						await expect(heading(page)).toHaveText(ui.welcome.heading);
						await expect(notices(page)).toHaveCount(1);
						const kept = await storage(page);
						expect(kept['fulcrum:aside:sitting'] === text, 'set aside').toBe(true);
						expect(kept[resultKey(result.id)]).toBe(good[resultKey(result.id)]);
						await expect(page.getByRole('heading', { name: ui.welcome.earlier })).toBeVisible();
						expect(await page.evaluate(() => 'polluted' in {})).toBe(false);
						if (part) await way(page, ui.welcome.carryOn).click();
						else {
							await expect(way(page, ui.welcome.carryOn)).toHaveCount(0);
							// That the quiz can be taken depends on nothing of it: once is enough.
							if (i > 0) return;
							await start(page, 'quick');
						}
						await expect(focused(page)).toHaveCount(1);
						await page.keyboard.press('1');
						expect((await storage(page))['fulcrum:aside:sitting'] === text, 'still set aside').toBe(true);
					});
			},
		);

	test(
		'a sitting of another version of the questions: said in its own words',
		fault('a quiz of another version of the questions in storage', 'a sentence of its own', 'its text, set aside'),
		async ({ page }) => {
			const text = changed(sitting, { instrument: { id, version: '0.0.1' } });
			await open(page, '#/', { [sittingKey]: text });
			await expect(notices(page)).toContainText(ui.notices.sittingOther);
			await expect(way(page, ui.welcome.carryOn)).toHaveCount(0);
			expect(await storage(page)).toMatchObject({ 'fulcrum:aside:sitting': text });
		},
	);

	test('more than fits a second time: what could not be set aside stays where it is', async ({ page }) => {
		const text = 'x'.repeat(4_000_000);
		await open(page, '#/', { [sittingKey]: text });
		await expect(notices(page)).toHaveCount(1);
		await start(page, 'quick');
		await page.keyboard.press('1');
		await atQuestion(page, 2, 16);
		expect(Object.values(await storage(page)).includes(text), 'still there').toBe(true);
	});

	test(
		'a second damaged one does not overwrite the first that was set aside',
		fault('a damaged quiz, set aside; then another', 'each time a sentence', 'both texts'),
		async ({ page }) => {
			await open(page, '#/', { [sittingKey]: 'first damage' });
			await expect(notices(page)).toHaveCount(1);
			await put(page, { [sittingKey]: 'second damage' });
			await open(page);
			await expect(notices(page)).toHaveCount(1);
			const kept = Object.entries(await storage(page)).filter(([key]) => key.startsWith('fulcrum:aside:'));
			expect(kept.map(([, text]) => text).sort()).toEqual(['first damage', 'second damage']);
		},
	);
});

test.describe('a stored result that holds', () => {
	const other = resultOf('people', 'quick');
	const text = asStored({ results: [other] })[resultKey(other.id)]!;
	const damages: [string, string, boolean][] = [
		...garbage(other, text),
		['no date', changed(other, { takenAt: 'yesterday' }), false],
		['a form that is none', changed(other, { form: 'endless' }), false],
	];
	for (const part of [false, true])
		test(
			`${part ? 'partly damaged text' : 'garbage'}: the others are fine, it is said, the text is kept`,
			fault('the same as a stored result', 'the others, and a sentence', 'the text, set aside; what could be read'),
			async ({ page }) => {
				for (const [i, [what, damaged]] of damages.filter(([, , usable]) => usable === part).entries())
					await test.step(what, async () => {
						await afresh(page, '#/history', { ...good, [resultKey(other.id)]: damaged });
						await expect(rows(page)).toHaveCount(part ? 2 : 1);
						await expect(notices(page)).toHaveCount(1);
						await expect(notices(page)).toContainText(ui.notices.resultsAside);
						const kept = await storage(page);
						expect(kept[`fulcrum:aside:result:${other.id}`] === damaged, 'set aside').toBe(true);
						expect(kept[resultKey(result.id)]).toBe(good[resultKey(result.id)]);
						if (!part && i > 0) return;
						await page.locator(`a[href="#/result/${part ? other.id : result.id}"]`).click();
						await expect(page.locator('.map canvas')).toBeVisible();
					});
			},
		);

	test('two damaged ones are said once', async ({ page }) => {
		await open(page, '#/', { [resultKey('a')]: 'x', [resultKey('b')]: 'y' });
		await expect(notices(page)).toHaveCount(1);
	});

	test('another version of the questions: read with a sentence, not as damage', async ({ page }) => {
		const older = { ...other, instrument: { id, version: '0.9.0' } };
		await open(page, `#/result/${other.id}`, asStored({ results: [older] }));
		await expect(page.getByText(say(words.report.otherVersion, { version: '0.9.0' }))).toBeVisible();
		await expect(notices(page)).toHaveCount(0);
	});

	test('a name that looks like code stays text', async ({ page }) => {
		const name = '<img src=x onerror=alert(1)> {n} \u202e';
		await open(page, '#/history', asStored({ results: [{ ...result, name }] }));
		const seen = name.replace('\u202e', '').trim();
		await expect(page.locator('a.name')).toHaveText(seen);
		await page.locator('a.name').click();
		await expect(page.locator('p.name')).toHaveText(seen);
		await expect(page.locator('main img')).toHaveCount(0);
	});

	test('the same id under two keys: both are shown and can be changed apart', async ({ page }) => {
		await open(page, '#/history', { ...good, [resultKey('copy')]: good[resultKey(result.id)]! });
		await expect(rows(page)).toHaveCount(2);
		await page.locator('.tend button').first().click();
		await page.locator('main input').fill('renamed');
		await page.keyboard.press('Enter');
		await expect(page.locator('a.name').filter({ hasText: 'renamed' })).toHaveCount(1);
		await page.reload();
		await expect(rows(page)).toHaveCount(2);
		await expect(page.locator('a.name').filter({ hasText: 'renamed' })).toHaveCount(1);
	});

	test('an id that no address can name: kept aside and said, the others are fine', async ({ page }) => {
		const [long, stored] = ['x'.repeat(700), good[resultKey(result.id)]!];
		await open(page, '#/history', { ...good, [resultKey(long)]: stored });
		await expect(rows(page)).toHaveCount(1);
		await expect(notices(page)).toContainText(ui.notices.resultsAside);
		const kept = await storage(page);
		expect(kept[`fulcrum:aside:result:${long}`]).toBe(stored);
		expect(kept[resultKey(result.id)]).toBe(stored);
	});

	test('an id that no address can carry as it is can still be opened', async ({ page }) => {
		await open(page, '#/history', asStored({ results: [{ ...result, id: 'a b/c' }] }));
		await page.locator('a.name').click();
		await expectPainted(page);
	});
});

test('keys of other programs are left alone', async ({ page }) => {
	const foreign: Stored = { other: 'x', 'fulcrum:unknown': 'garbage', 'fulcrum:result': 'y', fulcrum: 'z' };
	await open(page, '#/', { ...foreign, ...good });
	await expect(page.getByRole('heading', { name: ui.welcome.earlier })).toBeVisible();
	await expect(notices(page)).toHaveCount(0);
	expect(await storage(page)).toEqual({ ...foreign, ...good });
});

test.describe('addresses', () => {
	const hashes: [string, string][] = [
		['#/nowhere', ui.lost.unknown],
		['#nowhere', ui.lost.unknown],
		['#/quiz', ui.lost.unknown],
		['#/quiz/0', ui.lost.unknown],
		['#/quiz/-1', ui.lost.unknown],
		['#/quiz/1.5', ui.lost.unknown],
		['#/quiz/5/6', ui.lost.unknown],
		['#/quiz/five', ui.lost.unknown],
		['#/quiz/1e2', ui.lost.unknown],
		['#/quiz/9999999999', ui.lost.unknown],
		['#/constructor', ui.lost.unknown],
		['#/__proto__', ui.lost.unknown],
		['#/toString', ui.lost.unknown],
		['#/history/more', ui.lost.unknown],
		['#/%E0%A4%A', ui.lost.unknown],
		[`#/${'x'.repeat(5000)}`, ui.lost.unknown],
		['#/result', ui.lost.unknown],
		['#/result/', ui.lost.unknown],
		['#/result/nobody', ui.lost.noResult],
		['#/result/%E0%A4%A', ui.lost.unknown],
		['#/result/a%2Fb', ui.lost.noResult],
		['#/result/__proto__', ui.lost.noResult],
		['#/result/constructor/sure', ui.lost.noResult],
		['#/quiz/5', ui.lost.noSitting],
		['#/quiz/99', ui.lost.noSitting],
		['#/quiz/end', ui.lost.noSitting],
		['#/about-you', ui.lost.noSitting],
		['', ui.welcome.heading],
		['#', ui.welcome.heading],
		['#/', ui.welcome.heading],
		['#/history/', ui.history.title],
		['#/method/more', ui.lost.unknown],
	];
	test('that lead nowhere say so and lead home', async ({ page }) => {
		await open(page, '#/', good);
		for (const [i, [hash, title]] of hashes.entries())
			await test.step(hash.slice(0, 30), async () => {
				await page.goto(`./${hash}`);
				await expect(heading(page)).toHaveText(title);
				if (![ui.welcome.heading, ui.history.title].includes(title)) {
					await expect(page.locator('main').getByRole('link', { name: ui.lost.latest })).toBeVisible();
					const home = page.locator('main').getByRole('link', { name: ui.lost.home });
					await expect(home).toBeVisible();
					if (i % 8 > 0) return;
					await home.click();
					await expect(heading(page)).toHaveText(ui.welcome.heading);
					expect(await storage(page)).toEqual(good);
				}
			});
	});

	test('a bookmark of each opens it anew', async ({ page, context }) => {
		await open(page, '#/', good);
		for (const [hash, title] of [
			['#/nowhere', ui.lost.unknown],
			['#/quiz/5', ui.lost.noSitting],
			[`#/result/${result.id}`, /architecture/],
		] as const) {
			await page.goto(`./${hash}`);
			await expect(heading(page)).toHaveText(title);
			const fresh = await context.newPage();
			await open(fresh, hash);
			await expect(heading(fresh)).toHaveText(title);
			await fresh.close();
		}
	});

	test('with a sitting under way, a number beyond its end is no page, and the sitting is not denied', async ({
		page,
	}) => {
		const stored = asStored({ sitting });
		await open(page, '#/quiz/99', stored);
		await expect(heading(page)).toHaveText(ui.lost.unknown);
		expect(await storage(page)).toEqual(stored);
	});
});

test.describe('storage that keeps nothing', () => {
	const kinds: [string, () => void][] = [
		[
			'is blocked',
			() =>
				Object.defineProperty(window, 'localStorage', {
					get() {
						throw new DOMException('The operation is insecure.', 'SecurityError');
					},
				}),
		],
		['is missing', () => Object.defineProperty(window, 'localStorage', { get: () => null })],
		[
			'is full',
			() => {
				Storage.prototype.setItem = () => {
					throw new DOMException('full', 'QuotaExceededError');
				};
			},
		],
	];
	for (const [what, break_] of kinds)
		test(
			`${what}: the quiz goes to its result, and it is said exactly once`,
			fault(
				'localStorage blocked, missing or full, and no journal',
				'once, that it lasts for this visit only',
				'everything, for the visit',
			),
			async ({ page }) => {
				await page.addInitScript(break_);
				await withoutJournal(page);
				await open(page);
				await start(page, 'quick');
				for (const _ of askedIn('quick')) await page.keyboard.press('3');
				await expect(heading(page)).toHaveText(ui.about.heading);
				const sentence = page.getByText(ui.notices.notKept);
				await expect(sentence).toHaveCount(1);
				await button(page, ui.page.close).click();
				await expect(sentence).toHaveCount(0);
				await button(page, ui.about.show).click();
				await expectPainted(page);
				await expect(sentence, 'not said a second time').toHaveCount(0);
				await expect(page.getByText(words.report.keep.notKept)).toBeVisible();
				if (what === 'is missing') return;
				// It is listed for this visit, can be renamed and deleted, and the deletion undone.
				await page.locator('nav a[href="#/history"]').click();
				await expect(rows(page)).toHaveCount(1);
				await page.locator('.tend button').first().click();
				await page.locator('main input').fill('Unkept');
				await page.keyboard.press('Enter');
				await expect(page.locator('a.name')).toHaveText('Unkept');
				await page.locator('.tend button').last().click();
				await expect(rows(page)).toHaveCount(0);
				await button(page, ui.page.undo).click();
				await expect(rows(page)).toHaveCount(1);
				await page.locator('.mast .mark').click();
				await expect(way(page, startOf.full)).toBeVisible();
			},
		);

	test(
		'is full when a result is to be kept: the sitting is said to be gone only when it is',
		fault(
			'storage full, and no journal, when the quiz ends',
			'the result, and that it will not be kept',
			'the answers, for the next visit',
		),
		async ({ page }) => {
			await withoutJournal(page);
			await open(page, '#/about-you', asStored({ sitting: sittingOf('people', 'quick', 16), results: [result] }));
			await page.evaluate(() => {
				Storage.prototype.setItem = () => {
					throw new DOMException('full', 'QuotaExceededError');
				};
			});
			await button(page, ui.about.show).click();
			await expectPainted(page);
			await expect(page.getByText(ui.notices.notKept)).toBeVisible();
			// The answers are in storage still, as nothing else holds them.
			const stored = Object.keys(await storage(page));
			expect(stored).toContain(sittingKey);
			expect(stored).toContain(resultKey(result.id));
			await page.goto('./');
			await way(page, ui.welcome.carryOn).click();
			await expect(heading(page)).toHaveText(ui.about.heading);
		},
	);

	test(
		'is full of other things, really: the journal keeps what the quiz gives',
		fault(
			'localStorage full of other things to the last character',
			'nothing: the journal keeps it',
			'the result, after a reload too',
		),
		async ({ page }) => {
			await put(page, {});
			await page.evaluate(() => {
				for (let size = 1 << 22; size >= 1; size >>= 1)
					for (;;)
						try {
							localStorage.setItem(`filler${size}-${localStorage.length}`, 'x'.repeat(size));
						} catch {
							break;
						}
			});
			await open(page);
			await start(page, 'quick');
			for (const _ of askedIn('quick')) await page.keyboard.press('2');
			await button(page, ui.about.skip).click();
			await expectPainted(page);
			await page.reload();
			await expectPainted(page);
			await expect(page.getByText(ui.notices.notKept)).toHaveCount(0);
		},
	);
});
