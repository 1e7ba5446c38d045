/**
 * npm run faults: does to a real browser what browsers, disks, other tabs and other people do, and prints one row a fault: what
 * was done, what is seen, what is kept, and whether it held. Exit code 1 where one did not.
 */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { bin, findChromium, install, root } from './tools.mjs';

await install();
const CHROMIUM = await findChromium();
const folder = `${root}node_modules/.cache/fulcrum/reports`;
const report = `${folder}/faults.json`;
mkdirSync(folder, { recursive: true });
for (const env of [{}, { FULCRUM_PSEUDO: '1', FULCRUM_OUT: 'node_modules/.cache/fulcrum/pseudo' }])
	if ((await bin('vite/bin/vite.js', ['build', '--logLevel', 'warn'], env)) !== 0) process.exit(1);
const code = await bin('@playwright/test/cli.js', ['test', '--grep', '@fault'], {
	CHROMIUM,
	PLAYWRIGHT_JSON_OUTPUT_NAME: report,
});

/** Every test of a suite and of those in it. */
const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
const rows = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')).suites.flatMap(specs) : [];
const said = (spec, type) => spec.tests[0].annotations.find((note) => note.type === type)?.description ?? '';
console.log('\n| fault | done | seen | kept | |\n| --- | --- | --- | --- | --- |');
for (const spec of rows)
	console.log(
		`| ${[spec.title, said(spec, 'done'), said(spec, 'seen'), said(spec, 'kept'), spec.ok ? 'holds' : 'DOES NOT HOLD'].join(' | ')} |`,
	);
const held = rows.filter(({ ok }) => ok).length;
console.log(`\n${held} of ${rows.length} faults hold.`);
process.exitCode = code === 0 && rows.length > 0 && held === rows.length ? 0 : 1;
