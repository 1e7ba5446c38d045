import { defineConfig } from '@playwright/test';
import { flags } from './tests/e2e/flags';

/** The second server has the next port. Both can be moved, so that two copies of the project can run at once. */
const port = Number(process.env.E2E_PORT ?? 4180);
const pseudo = process.env.FULCRUM_PSEUDO_DIR ?? 'node_modules/.cache/fulcrum/pseudo';

/** The built app, served from a folder as any static host would. `scripts/test.mjs` builds it first. */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: process.env.E2E_OUTPUT ?? 'node_modules/.cache/fulcrum/e2e',
	fullyParallel: true,
	workers: 2,
	retries: 0,
	timeout: 60_000,
	// Five browsers at once on two busy cores have taken more than the usual five seconds to open.
	expect: { timeout: 15_000 },
	reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [['line'], ['json']] : [['line']],
	use: {
		baseURL: `http://localhost:${port}/`,
		// A worker would answer before the routes of a test do; offline.spec.ts allows it.
		serviceWorkers: 'block',
		launchOptions: {
			...(process.env.CHROMIUM ? { executablePath: process.env.CHROMIUM } : {}),
			args: flags,
		},
	},
	webServer: [
		{
			command: `node_modules/.bin/vite preview --port ${port} --strictPort --host localhost`,
			port,
			reuseExistingServer: false,
		},
		{
			command: `node_modules/.bin/vite preview --port ${port + 1} --strictPort --host localhost --outDir ${pseudo}`,
			port: port + 1,
			reuseExistingServer: false,
		},
	],
});
