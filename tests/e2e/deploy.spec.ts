/** nginx with the configuration of the deployment notes, really run: its headers, and the app under them. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { configuration, policyOf } from '../../scripts/deploy/configuration';
import { expect, go, heading, open, test as base, words } from './app';
import { built } from './host';

const nginx =
	process.env.FULCRUM_NGINX ?? ['/usr/sbin/nginx', '/usr/local/bin/nginx'].find((path) => existsSync(path)) ?? '';
const at = '/some/sub-path/';
const index = readFileSync(join(built, 'index.html'), 'utf8');

const freePort = (): Promise<number> =>
	new Promise((done) => {
		const server = createServer().listen(0, 'localhost', () => {
			const { port } = server.address() as AddressInfo;
			server.close(() => done(port));
		});
	});

/** Around our file, what an installed nginx.conf has around it. */
const around = (folder: string): string => {
	const types = [
		process.env.FULCRUM_NGINX_TYPES ?? '',
		join(dirname(/--conf-path=(\S+)/.exec(spawnSync(nginx, ['-V'], { encoding: 'utf8' }).stderr)?.[1] ?? ''), 'mime.types'),
	].find((path) => existsSync(path)); // prettier-ignore
	return `${process.getuid?.() === 0 ? 'user root;' : ''}
daemon off; pid ${folder}/pid; error_log stderr warn; worker_processes 1;
events {}
http {
	include ${types!}; default_type application/octet-stream; access_log off;
	${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
	include ${folder}/fulcrum.conf;
}`;
};

const test = base.extend<{ home: string }>({
	home: async ({ browserName: _ }, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'fulcrum-nginx-'));
		const port = await freePort();
		mkdirSync(join(folder, 'logs'));
		writeFileSync(
			join(folder, 'fulcrum.conf'),
			configuration(index, { root: resolve(built), at, name: 'localhost', listen: `localhost:${port}` }),
		);
		writeFileSync(join(folder, 'nginx.conf'), around(folder));
		const said: string[] = [];
		const server: ChildProcess = spawn(nginx, ['-p', folder, '-c', join(folder, 'nginx.conf')]);
		server.stderr!.on('data', (text) => said.push(String(text)));
		const home = `http://localhost:${port}${at}`;
		await expect(async () => expect((await fetch(home)).status).toBe(200)).toPass({ intervals: [30], timeout: 10_000 });
		await use(home);
		const gone = new Promise((done) => server.once('exit', done));
		server.kill('SIGQUIT');
		await gone;
		rmSync(folder, { recursive: true });
		const complaints = said
			.join('')
			.split('\n')
			.filter((line) => line && !line.includes('assets/gone-'));
		expect(complaints, 'what nginx complains about').toEqual([]);
	},
	origins: async ({ home }, use) => use([new URL(home).origin]),
});
test.use({ serviceWorkers: 'allow' });
test.skip(nginx === '', 'there is no nginx here, and none could be fetched');

test('nginx as configured: headers, ages, types, compression, and the app under its policy', async ({ page, home }) => {
	const [script = ''] = readdirSync(join(built, 'assets')).filter((name) => name.endsWith('.js'));
	const forEver = 'public, max-age=31536000, immutable';
	for (const [path, status, age, type] of [
		['', 200, 'no-cache', 'text/html; charset=utf-8'],
		['index.html', 200, 'no-cache', 'text/html; charset=utf-8'],
		['sw.js', 200, 'no-cache', 'application/javascript; charset=utf-8'],
		['manifest.webmanifest', 200, 'no-cache', 'application/manifest+json'],
		[`assets/${script}`, 200, forEver, 'application/javascript; charset=utf-8'],
		['assets/gone-12345678.js', 404, null, 'text/html; charset=utf-8'],
	] as const) {
		const { headers, ...answer } = await fetch(home + path).then((a) => ({ status: a.status, headers: a.headers }));
		expect(answer.status, path).toBe(status);
		expect(headers.get('cache-control'), path).toBe(age);
		expect(headers.get('content-type'), path).toBe(type);
		expect(headers.get('content-security-policy'), path).toBe(`${policyOf(index)}; frame-ancestors 'none'`);
		expect(headers.get('x-content-type-options'), path).toBe('nosniff');
		expect(headers.get('referrer-policy'), path).toBe('no-referrer');
		expect(headers.get('permissions-policy'), path).toContain('camera=()');
		expect(headers.get('server'), path).toBe('nginx');
	}
	const large = await fetch(`${home}sw.js`, { headers: { 'accept-encoding': 'gzip' } });
	expect([large.headers.get('content-encoding'), large.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding']);
	const unchanged = await fetch(home, {
		headers: { 'if-none-match': (await fetch(home)).headers.get('etag')!, 'cache-control': 'max-age=0' },
	});
	expect(unchanged.status).toBe(304);
	const bare = await fetch(home.slice(0, -1), { redirect: 'manual' });
	expect([bare.status, new URL(bare.headers.get('location')!, home).href]).toEqual([301, home]);

	await open(page, '#/', {}, home);
	await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
	await go(page, '#/method');
	await expect(heading(page)).toHaveText(words.method.heading);
});
