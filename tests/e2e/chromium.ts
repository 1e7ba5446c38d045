/** A browser of its own that can be killed: started as a process, with a profile that outlives it. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, expect, type BrowserContext } from '@playwright/test';

export interface OwnBrowser {
	/** Starts it and gives its window's context. */
	start(): Promise<BrowserContext>;
	/** SIGKILL to the process and all that it started, at once. */
	kill(): Promise<void>;
	/** Kills it and takes the profile away. */
	end(): Promise<void>;
}

const flags = [
	'--headless=new',
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--remote-debugging-port=0',
];

export const ownBrowser = (): OwnBrowser => {
	const profile = mkdtempSync(join(tmpdir(), 'fulcrum-'));
	const portFile = join(profile, 'DevToolsActivePort');
	let process_: ChildProcess | null = null;
	const kill = async () => {
		const child = process_;
		if (!child) return;
		process_ = null;
		const over = new Promise((resolve) => child.once('exit', resolve));
		process.kill(-child.pid!, 'SIGKILL');
		await over;
	};
	return {
		start: async () => {
			rmSync(portFile, { force: true });
			process_ = spawn(process.env.CHROMIUM ?? chromium.executablePath(), [...flags, `--user-data-dir=${profile}`], {
				stdio: 'ignore',
				// A group of its own: the kill reaches every process of it.
				detached: true,
			});
			let port = '';
			await expect(() => {
				port = readFileSync(portFile, 'utf8').split('\n')[0]!;
				expect(port).not.toBe('');
			}).toPass({ timeout: 20_000, intervals: [50] });
			const browser = await chromium.connectOverCDP(`http://localhost:${port}`);
			return browser.contexts()[0]!;
		},
		kill,
		end: async () => {
			await kill();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
};
