/** A static host, as plain as there is one: what it serves can be exchanged, as a deployment does, and it can go away. */
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

export const built = process.env.FULCRUM_OUT ?? 'dist';
/** Another version of the site: no two scripts are the same, and every word differs. */
export const other = process.env.FULCRUM_PSEUDO_DIR ?? 'node_modules/.cache/fulcrum/pseudo';

const types: Readonly<Record<string, string>> = {
	'.css': 'text/css',
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript',
	'.json': 'application/json',
	'.png': 'image/png',
	'.svg': 'image/svg+xml',
	'.txt': 'text/plain; charset=utf-8',
	'.webmanifest': 'application/manifest+json',
	'.woff2': 'font/woff2',
};

export interface Host {
	/** Address of the site. */
	readonly home: string;
	/** From now on each path comes from the folder that `choose` names. */
	serve(choose: (path: string) => string): void;
	/** Paths that could not be answered. */
	readonly missing: readonly string[];
	/** As if the network were gone. */
	close(): Promise<void>;
}

export const host = async (below: string): Promise<Host> => {
	let folderOf: (path: string) => string = () => built;
	const missing: string[] = [];
	const server = createServer((request, response) => {
		const asked = decodeURI(new URL(request.url!, 'http://host').pathname);
		const path = asked.startsWith(below) ? asked.slice(below.length) || 'index.html' : '';
		const file = join(folderOf(path), path);
		if (path === '' || path.includes('..') || !statSync(file, { throwIfNoEntry: false })?.isFile()) {
			missing.push(asked);
			response.writeHead(404).end();
			return;
		}
		response.writeHead(200, {
			'content-type': types[extname(path)] ?? 'application/octet-stream',
			'cache-control': path.startsWith('assets/') ? 'max-age=31536000, immutable' : 'no-cache',
		});
		response.end(request.method === 'HEAD' ? undefined : readFileSync(file));
	});
	await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
	return {
		home: `http://localhost:${(server.address() as AddressInfo).port}${below}`,
		serve: (choose) => void (folderOf = choose),
		missing,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
};
