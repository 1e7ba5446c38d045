/** Folders served from loopback as a content network would: brotli 5, long caching of what has a hash in its name. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Record<string, string> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.css': 'text/css',
	'.svg': 'image/svg+xml',
	'.woff2': 'font/woff2',
	'.webmanifest': 'application/manifest+json',
};

export interface Host {
	readonly url: string;
	readonly stop: () => void;
}

export const serve = async (folder: string): Promise<Host> => {
	const made = new Map<string, Buffer>();
	const server = createServer((request, response) => {
		const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname));
		const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
		if (!existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404).end();
		const raw = readFileSync(file);
		const small = ['.woff2', '.png'].includes(extname(file));
		const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
		const body = made.get(file) ?? (small ? raw : brotliCompressSync(raw, { params }));
		made.set(file, body);
		response.writeHead(200, {
			'content-type': types[extname(file)] ?? 'application/octet-stream',
			'content-length': body.length,
			'cache-control': path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
			...(small ? {} : { 'content-encoding': 'br' }),
		});
		response.end(body);
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
		stop: () => {
			server.closeAllConnections();
			server.close();
		},
	};
};
