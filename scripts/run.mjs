/** Runs a TypeScript command: node scripts/run.mjs scripts/simulate.ts --seed 1. Its `main` gets the arguments, its result is the exit code. */
import { pathToFileURL } from 'node:url';
import { install, root } from './tools.mjs';

await install();
const { build } = await import('vite');
const [file = '', ...args] = process.argv.slice(2);
const name = file.replace(/^.*\//, '').replace(/\.ts$/, '');
const outDir = `${root}node_modules/.cache/fulcrum`;
await build({
	root,
	logLevel: 'warn',
	build: {
		ssr: file,
		outDir,
		emptyOutDir: false,
		// One file: the parts in which the app is served would import each other in another order.
		rolldownOptions: { output: { entryFileNames: `${name}.mjs`, codeSplitting: false } },
	},
});
const { main } = await import(pathToFileURL(`${outDir}/${name}.mjs`).href);
process.exitCode = (await main(args)) ?? 0;
