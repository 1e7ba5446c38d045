/** What the commands share: running others, and making sure that what they need is installed. Plain Node, no package. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

// Our configuration is TypeScript without file extensions; Vite would tell at every start that Node alone cannot read it.
process.env.VITE_CONFIG_NATIVE_IGNORE_WARNING = 'true';

export const root = fileURLToPath(new URL('..', import.meta.url));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Runs a command in the project's folder with its output shown; its exit code. */
export const run = (command, args, env = {}) =>
	new Promise((resolve) => {
		const child = spawn(command, args, {
			cwd: root,
			stdio: 'inherit',
			env: { ...process.env, ...env },
			shell: process.platform === 'win32',
		});
		child.on('error', () => resolve(127));
		child.on('close', (code) => resolve(code ?? 1));
	});

/** Runs a program that a package brings, with this Node. */
export const bin = (path, args, env) => run(process.execPath, [`node_modules/${path}`, ...args], env);

/** Installs the packages where they are missing or not those of the lock file. Ends the process with a sentence if it cannot. */
export const install = async () => {
	const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
	if (major < 20 || (major === 20 && minor < 19)) {
		console.error(
			`Fulcrum needs Node 20.19 or later; this is ${process.versions.node}. Install a newer one from nodejs.org.`,
		);
		process.exit(1);
	}
	const lock = createHash('sha256')
		.update(readFileSync(`${root}package-lock.json`))
		.digest('hex');
	const mark = `${root}node_modules/.fulcrum-lock`;
	if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return;
	console.log('Installing what is missing …');
	if ((await run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'])) !== 0) {
		console.error('The packages could not be installed. Is the npm registry reachable from here?');
		process.exit(1);
	}
	writeFileSync(mark, lock);
};

const works = (path) => !!path && spawnSync(path, ['--version'], { stdio: 'ignore' }).status === 0;

const systems = [
	'chromium',
	'chromium-browser',
	'google-chrome',
	'google-chrome-stable',
	'microsoft-edge',
	'/usr/bin/chromium',
	'/snap/bin/chromium',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A path that can be given to Playwright: names are looked up on the PATH. */
const located = (name) => {
	if (name.includes('/') || name.includes('\\')) return existsSync(name) ? name : null;
	const found = spawnSync(process.platform === 'win32' ? 'where' : 'which', [name], { encoding: 'utf8' });
	return found.status === 0 ? found.stdout.split('\n')[0].trim() : null;
};

const system = () => systems.map(located).find(works) ?? null;

/** apt-get where there is one and we may use it. */
const aptGet = async (...args) => {
	if (process.platform !== 'linux' || !located('apt-get')) return;
	const asRoot = process.getuid?.() === 0;
	if (!asRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
	const [command, ...first] = asRoot ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
	await run(command, [...first, ...args], { DEBIAN_FRONTEND: 'noninteractive' });
};

/**
 * A Chromium: named by CHROMIUM, Playwright's own, the system's, Playwright's download, the package manager's.
 * Ends the process with a sentence if there is none.
 */
export const findChromium = async () => {
	if (process.env.CHROMIUM) {
		if (works(process.env.CHROMIUM)) return process.env.CHROMIUM;
		console.error(`CHROMIUM names ${process.env.CHROMIUM}, which does not run. Correct it or leave it empty.`);
		process.exit(1);
	}
	const { chromium } = await import('@playwright/test');
	const own = () => (works(chromium.executablePath()) ? chromium.executablePath() : null);
	const here = own() ?? system();
	if (here) return here;
	console.log('No Chromium found; trying to install one …');
	await bin('@playwright/test/cli.js', ['install', 'chromium']);
	if (own()) return own();
	await aptGet('update', '-qq');
	await aptGet('install', '-y', '-qq', 'chromium');
	const installed = system();
	if (installed) return installed;
	console.error(
		'The browser tests need a Chromium, and none could be found or installed. Install Chromium or Chrome, or set the environment variable CHROMIUM to its path.',
	);
	process.exit(1);
};

/**
 * An nginx to try the configuration with, and its table of types: named by FULCRUM_NGINX, the system's, or Debian's, unpacked beside
 * the packages: installed, it would begin to serve. Null where there is none.
 */
export const findNginx = async () => {
	const runs = (path) => !!path && spawnSync(path, ['-v'], { stdio: 'ignore' }).status === 0;
	const here = [process.env.FULCRUM_NGINX, 'nginx', '/usr/sbin/nginx'].map((name) => name && located(name)).find(runs);
	if (here) return { FULCRUM_NGINX: here };
	const folder = `${root}node_modules/.cache/fulcrum/nginx`;
	const unpacked = { FULCRUM_NGINX: `${folder}/usr/sbin/nginx`, FULCRUM_NGINX_TYPES: `${folder}/etc/nginx/mime.types` };
	if (runs(unpacked.FULCRUM_NGINX)) return unpacked;
	if (!located('apt-get') || !located('dpkg-deb')) return null;
	mkdirSync(folder, { recursive: true });
	const fetched = () =>
		spawnSync('apt-get', ['download', '-qq', 'nginx', 'nginx-common'], { cwd: folder, stdio: 'ignore' }).status === 0;
	if (!fetched()) {
		await aptGet('update', '-qq');
		if (!fetched()) return null;
	}
	for (const name of readdirSync(folder).filter((file) => file.endsWith('.deb')))
		spawnSync('dpkg-deb', ['-x', name, '.'], { cwd: folder, stdio: 'ignore' });
	return runs(unpacked.FULCRUM_NGINX) ? unpacked : null;
};
