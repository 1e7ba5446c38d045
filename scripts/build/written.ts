/** Builds `src/prerender.ts` for Node beside the app and runs it: the first page of each language. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import type { Written } from '../../src/prerender';

export type { Written };

/** By language. `root`: the project's folder; `mode`: that of the build it is for. */
export const written = async (root: string, mode: string): Promise<Readonly<Record<string, Written>>> => {
	// Under node_modules, so that what is not built in is found; one file a process, since builds may run side by side.
	const outDir = join(root, 'node_modules/.cache/fulcrum');
	const name = `prerender-${process.pid}.mjs`;
	await build({
		root,
		mode,
		logLevel: 'warn',
		build: {
			ssr: 'src/prerender.ts',
			outDir,
			emptyOutDir: false,
			copyPublicDir: false,
			rolldownOptions: { output: { entryFileNames: name, codeSplitting: false } },
		},
		ssr: { noExternal: true },
	});
	const module = (await import(pathToFileURL(join(outDir, name)).href)) as typeof import('../../src/prerender');
	const pages: Record<string, Written> = {};
	// One after the other: the language is the program's.
	for (const language of module.languages) {
		pages[language] = await module.write(language);
		if (/\sstyle=/.test(pages[language].body))
			throw new Error('A style attribute in the written page: the policy forbids it.');
	}
	return pages;
};
