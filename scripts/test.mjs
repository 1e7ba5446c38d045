/** npm test: installs what is missing, then everything, quick things first. Ends with the counts; fails if anything did. */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { bin, findChromium, findNginx, install, root } from './tools.mjs';

await install();
const CHROMIUM = await findChromium();
const nginx = await findNginx();
const reports = `${root}node_modules/.cache/fulcrum/reports`;
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

let passed = 0;
let failed = 0;
const rows = [];

/** A step that counts as one check. */
const check = async (name, act) => {
	const begun = Date.now();
	const code = await act();
	if (code === 0) passed++;
	else failed++;
	rows.push([name, code === 0 ? 'passed' : 'FAILED', begun]);
	console.log(`${code === 0 ? '✓' : '✗'} ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`);
	return code === 0;
};

/** A runner that counts for itself; a run that reports no test has failed. */
const suite = async (name, act, count) => {
	const begun = Date.now();
	const code = await act();
	const [good, bad] = count();
	passed += good;
	failed += bad + (code !== 0 && bad === 0 ? 1 : 0) + (good + bad === 0 ? 1 : 0);
	console.log(
		`${code === 0 ? '✓' : '✗'} ${name}: ${good} passed, ${bad} failed (${((Date.now() - begun) / 1000).toFixed(1)} s)\n`,
	);
};

const report = (file) =>
	existsSync(`${reports}/${file}`) ? JSON.parse(readFileSync(`${reports}/${file}`, 'utf8')) : {};
const script = (name, args = []) => bin('../scripts/run.mjs', [`scripts/${name}.ts`, ...args]);

// These three read the sources and share nothing: they run side by side.
await Promise.all([
	check('format', () => bin('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])),
	check('lint', () => bin('eslint/bin/eslint.js', ['--max-warnings', '0', '.'])),
	check('types', () =>
		bin('svelte-check/bin/svelte-check', ['--fail-on-warnings', '--output', 'human', '--tsconfig', './tsconfig.json']),
	),
]);
await check('questions', () => script('check-questions'));
await suite(
	'unit and component tests',
	() =>
		bin('vitest/vitest.mjs', [
			'run',
			'--reporter=default',
			'--reporter=json',
			`--outputFile.json=${reports}/vitest.json`,
		]),
	() => [report('vitest.json').numPassedTests ?? 0, report('vitest.json').numFailedTests ?? 0],
);
const built =
	(await check('build', () => bin('vite/bin/vite.js', ['build', '--logLevel', 'warn']))) &&
	(await check('build in the pseudo-language', () =>
		bin('vite/bin/vite.js', ['build', '--logLevel', 'warn'], {
			FULCRUM_PSEUDO: '1',
			FULCRUM_OUT: 'node_modules/.cache/fulcrum/pseudo',
		}),
	)) &&
	(await check('build as one file', () =>
		bin('vite/bin/vite.js', ['build', '--mode', 'single', '--logLevel', 'warn'], {
			FULCRUM_OUT: 'node_modules/.cache/fulcrum/single',
		}),
	));
if (built) {
	await check('budgets', () => script('budgets'));
	await suite(
		'the built app in a browser',
		() =>
			bin('@playwright/test/cli.js', ['test'], {
				CHROMIUM,
				...nginx,
				PLAYWRIGHT_JSON_OUTPUT_NAME: `${reports}/playwright.json`,
			}),
		() => [
			report('playwright.json').stats?.expected ?? 0,
			(report('playwright.json').stats?.unexpected ?? 0) + (report('playwright.json').stats?.flaky ?? 0),
		],
	);
}

if (!nginx) console.log('There is no nginx here and none could be fetched: the test of its configuration was skipped.');
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
