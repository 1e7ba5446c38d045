/**
 * npm run texts [-- --paper] [--only torn]: the words of 180 results, six for each of the 30 pairs of role and stage, as paper shows them,
 * for whoever edits the words: one file a result under node_modules/.cache/fulcrum/texts, the page for the other side at its
 * end. With `--paper` each is printed too, as PDF beside them, on Letter and with a week, which is the longest it can be; fails
 * where one needs more sheets than it may have. `--only`: those whose name holds this.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { businesses, roles, sizes, stages, superiors, type Context, type Result } from '../src/domain/result';
import { asStored, resultOf, type Person } from '../tests/e2e/app';
import { readPdf } from '../tests/e2e/pdf';
import { findChromium } from './tools.mjs';

const folder = 'node_modules/.cache/fulcrum/texts';
const characters: readonly [Person, 'full' | 'quick'][] = [
	['architect', 'full'],
	['people', 'full'],
	['both', 'full'],
	['middle', 'quick'],
	['torn', 'full'],
	['neither', 'full'],
];
const cycle = <T>(list: readonly T[], n: number): T => list[n % list.length]!;

/** Sheets of paper that a result and its page for the other side may have. */
const most = { own: 3, other: 1 };
const week = [9, 4, 6, 2, 5, 0, 6, 3];

/** Every eleventh answer moves by one, so that no two results are the same; what was said of the company varies too. */
const results = (): { name: string; result: Result }[] =>
	roles.flatMap((role, r) =>
		stages.flatMap((stage, s) =>
			characters.map(([person, form], c) => {
				const n = (r * stages.length + s) * characters.length + c;
				const context: Context = {
					role,
					stage,
					size: n % 7 === 6 ? null : cycle(sizes, s + (n % 3 === 0 ? 1 : 0)),
					founder: cycle([true, false, null], n + r),
					reportsTo: role === 'cto' ? 'ceo' : cycle(superiors, r + (n % 2)),
					business: cycle([...businesses, null], n + s),
				};
				const plain = resultOf(person, form, { id: 'read', context, name: 'Robin' });
				const answers = Object.fromEntries(
					Object.entries(plain.answers).map(([id, value], i) => [id, (i + n) % 11 === 0 ? Math.abs(value - 1) : value]),
				);
				return { name: `${role}_${stage}_${person}`, result: { ...plain, answers } };
			}),
		),
	);

export const main = async (args: readonly string[]): Promise<number> => {
	const onPaper = args.includes('--paper');
	const only = args.includes('--only') ? (args[args.indexOf('--only') + 1] ?? '') : '';
	const asked = results().filter(({ name }) => name.includes(only));
	const over: string[] = [];
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	const server = await preview({ preview: { port: 4390, host: 'localhost' }, logLevel: 'error' });
	const browser = await chromium.launch({ executablePath: await findChromium(), args: ['--no-sandbox'] });
	const home = server.resolvedUrls!.local[0]!;
	for (const { name, result } of asked) {
		// A browser of its own for each: what is stored has a second copy, which would bring back the result before.
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.emulateMedia({ media: 'print' });
		await page.addInitScript(
			(stored) => {
				for (const [key, value] of Object.entries(stored)) localStorage.setItem(key, value);
			},
			asStored({ results: [onPaper ? { ...result, week } : result] }),
		);
		const words = async (hash: string, side: keyof typeof most): Promise<string> => {
			await page.goto(`${home}${hash}`);
			await page.reload();
			// The written first page stands there until the script has come, and a result comes part by part.
			const whole = page.locator('main:not([aria-busy], .growing, :has(#start))');
			await whole.waitFor();
			if (onPaper) {
				const pdf = await page.pdf({ format: 'Letter' });
				writeFileSync(`${folder}/${name}_${side}.pdf`, pdf);
				const { length } = readPdf(pdf).sheets;
				if (length > most[side]) over.push(`${name}, ${side}: ${length} sheets`);
			}
			return whole.innerText();
		};
		const [own, other] = [await words('#/result/read', 'own'), await words('#/result/read/other', 'other')];
		writeFileSync(
			`${folder}/${name}.txt`,
			`# ${name} ${JSON.stringify(result.context)}\n\n${own}\n\n=== The page for the other side ===\n\n${other}\n`,
		);
		await context.close();
	}
	await browser.close();
	await server.close();
	console.log(`${asked.length} texts are in ${folder}`);
	if (onPaper) console.log(over.length > 0 ? over.join('\n') : 'All keep to their sheets of Letter.');
	return over.length > 0 ? 1 : 0;
};
