/** A browser of its own that can be killed, with a profile that outlives it. */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext } from '@playwright/test';
import { flags } from './flags';

export interface OwnBrowser {
	/** Starts it and gives its window's context. */
	start(): Promise<BrowserContext>;
	/** SIGKILL to every process of it, at once. */
	kill(): Promise<void>;
	/** Kills it and takes the profile away. */
	end(): Promise<void>;
}

/** Every process in whose command line this folder stands. */
const killAll = (folder: string): void => {
	if (!existsSync('/proc')) return void execFileSync('pkill', ['-KILL', '-f', folder]);
	for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name) && name !== String(process.pid)))
		try {
			if (readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(folder)) process.kill(Number(id), 'SIGKILL');
		} catch {
			// Gone already.
		}
};

export const ownBrowser = (): OwnBrowser => {
	const profile = mkdtempSync(join(tmpdir(), 'fulcrum-'));
	let context: BrowserContext | null = null;
	const kill = async () => {
		if (!context) return;
		const over = context.waitForEvent('close');
		context = null;
		killAll(profile);
		await over;
	};
	return {
		start: async () => {
			context = await chromium.launchPersistentContext(profile, {
				args: flags,
				...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
				// A page that is put away may come back whole, as for every reader.
				ignoreDefaultArgs: ['--disable-back-forward-cache'],
			});
			return context;
		},
		kill,
		end: async () => {
			await kill();
			rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
		},
	};
};
