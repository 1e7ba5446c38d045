import { describe, expect, test } from 'vitest';
import { broken, type Budgets } from '../../scripts/budgets';
import type { Weights } from '../../scripts/build/sizes';

const weight = (bytes: number, modules: Record<string, number> = {}) => ({ bytes, modules });
const budgets: Budgets = {
	limits: { 'first load': { files: ['first.js', 'words'], most: 2000 } },
	files: { 'first.js': weight(1000, { svelte: 3000, 'src/App.svelte': 500 }), words: weight(900), 'page.css': weight(200) }, // prettier-ignore
};
const now = (more: Weights = {}): Weights => ({ ...budgets.files, ...more });

describe('budgets', () => {
	test('what was recorded keeps them', () => expect(broken(budgets, now())).toEqual([]));
	test('a little more is let pass', () =>
		expect(broken(budgets, now({ 'first.js': weight(1080, budgets.files['first.js']!.modules) }))).toEqual([]));
	test('a file that grew says by how much, and which of its modules did', () => {
		const [fault, ...rest] = broken(
			budgets,
			now({ 'first.js': weight(1095, { svelte: 3000, 'src/App.svelte': 700, 'src/more.ts': 150 }) }),
		);
		expect(rest).toEqual([]);
		expect(fault).toMatch(/^first\.js: 1095 bytes, 5 more than the 1090/);
		expect(fault).toMatch(/src\/App\.svelte \+200, src\/more\.ts \+150$/);
	});
	test('a sum has a limit that no recording moves', () => {
		const heavy = { 'first.js': weight(1200, { svelte: 3600, 'src/App.svelte': 500 }) };
		const recorded = { ...budgets, files: now(heavy) };
		const [fault] = broken(recorded, now(heavy));
		expect(fault).toMatch(/^first load: 2100 bytes, 100 more than the 2000.*nothing since the last recording$/);
	});
	test.each<[string, Weights, RegExp]>([
		['a file of which nobody knows', now({ 'new.js': weight(10) }), /^new\.js: 10 bytes, a file without a budget/],
		['a file without modules that grew', now({ 'page.css': weight(300) }), /^page\.css: .* page\.css \+100$/],
	])('%s is told', (_, weights, told) => expect(broken(budgets, weights)).toEqual([expect.stringMatching(told)]));
	test('a file that is gone is told, and that a sum lacks it', () => {
		const { words: _gone, ...rest } = now();
		expect(broken(budgets, rest)).toEqual([
			expect.stringMatching(/^first load: words is not in the build/),
			expect.stringMatching(/^words: in the budgets, but not in the build/),
		]);
	});
});
