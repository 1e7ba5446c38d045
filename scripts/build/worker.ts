/** Writes `sw.js` once everything else is there: `src/sw.ts` with the list of all files of the site and their hashes. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, type Plugin, type ResolvedConfig, type Rolldown } from 'vite';

/** Pictures that other sites and the README show; no screen does. */
const apart: readonly string[] = ['sw.js', 'card.png', 'screenshot.png'];

/** Path below `folder` and hash of every file that a screen may need, in a fixed order. */
export const list = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder, { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name))
			.map((file) => [file.slice(folder.length + 1).replaceAll('\\', '/'), file] as const)
			.filter(([path]) => !apart.includes(path) && !path.endsWith('.map'))
			.sort(([a], [b]) => (a < b ? -1 : 1))
			.map(([path, file]) => [path, `sha256-${createHash('sha256').update(readFileSync(file)).digest('base64')}`]),
	);

/** The worker as one plain script. */
export const compile = async (root: string, files: Readonly<Record<string, string>>): Promise<string> => {
	const text = JSON.stringify(files);
	const version = createHash('sha256').update(text).digest('hex').slice(0, 16);
	const made = (await build({
		root,
		configFile: false,
		logLevel: 'warn',
		publicDir: false,
		define: { FILES: text, VERSION: JSON.stringify(version) },
		build: {
			write: false,
			target: 'es2022',
			modulePreload: false,
			rolldownOptions: { input: join(root, 'src/sw.ts'), output: { format: 'iife' } },
		},
	})) as Rolldown.RolldownOutput;
	return made.output[0].code;
};

export const worker = (): Plugin => {
	let config: ResolvedConfig;
	return {
		name: 'fulcrum-worker',
		apply: (given, { command, mode }) => command === 'build' && mode !== 'single' && !given.build?.ssr,
		configResolved: (resolved) => void (config = resolved),
		closeBundle: {
			// After whatever else writes files.
			order: 'post',
			sequential: true,
			async handler() {
				const folder = resolve(config.root, config.build.outDir);
				writeFileSync(join(folder, 'sw.js'), await compile(config.root, list(folder)));
			},
		},
	};
};
