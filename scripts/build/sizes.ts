/** What the build weighs, file by file and module by module: written beside the caches for scripts/budgets.ts. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';

export interface Weight {
	/** Brotli 11. */
	readonly bytes: number;
	/** Characters of each module before they are made small, packages as one. */
	readonly modules: Readonly<Record<string, number>>;
}
/** By a name without a hash. */
export type Weights = Readonly<Record<string, Weight>>;

export const packed = (text: string | Uint8Array): number => {
	const raw = Buffer.from(text);
	const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: raw.length };
	return brotliCompressSync(raw, { params }).length;
};

/** A module as a reader would name it. */
const named = (id: string, root: string): string => {
	const path = id.replace('\0', '').replace(`${root}/`, '').replace(/\?.*$/, '');
	return /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path;
};
const unhashed = (file: string): string => file.replace(/^assets\//, '').replace(/-[\w-]{8}(?=\.\w+$)/, '');

/** `file`: where to write; the words of each language are files of their own. */
export const sizes = (file: string): Plugin => {
	let root = '';
	return {
		name: 'fulcrum-sizes',
		apply: (_, { command, mode }) => command === 'build' && mode !== 'single',
		enforce: 'post',
		configResolved: (config) => void (root = config.root),
		writeBundle(_options, bundle) {
			if (this.environment.config.consumer !== 'client' || !('index.html' in bundle)) return;
			const weights: Record<string, { bytes: number; modules: Record<string, number> }> = {};
			for (const output of Object.values(bundle)) {
				const words = output.type === 'chunk' && /fulcrum\/(words\/.+)$/.exec(output.facadeModuleId ?? '')?.[1];
				const weight = (weights[words || unhashed(output.fileName)] ??= { bytes: 0, modules: {} });
				weight.bytes += packed(output.type === 'chunk' ? output.code : output.source);
				for (const [id, { renderedLength }] of Object.entries(output.type === 'chunk' ? output.modules : {}))
					if (renderedLength > 0)
						weight.modules[named(id, root)] = (weight.modules[named(id, root)] ?? 0) + renderedLength;
			}
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, JSON.stringify(weights));
		},
	};
};
