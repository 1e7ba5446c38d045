import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { policy } from '../../scripts/build/policy';
import { configuration, policyOf, type Place } from '../../scripts/deploy/configuration';

const inline = { styles: ['a{}'] };
const page = `<head><meta http-equiv="Content-Security-Policy" content="${policy(inline).replaceAll("'", '&#39;')}"></head>`;
const place: Place = { root: '/srv/fulcrum', at: '/leaders/', name: 'example.org', listen: '80' };

describe('the configuration of nginx', () => {
	const text = configuration(page, place);
	test('states the policy of the page, and who may frame it', () => {
		expect(policyOf(page)).toBe(policy(inline));
		expect(text).toContain(`add_header Content-Security-Policy "${policy(inline)}; frame-ancestors 'none'" always;`);
	});
	test('has no gap left', () => {
		expect(readFileSync('scripts/deploy/nginx.conf', 'utf8').match(/\{\w+\}/g)!.length).toBeGreaterThan(6);
		expect(text).not.toMatch(/\{\w+\}/);
	});
	test('leads to the site from its path without the last slash, unless it is the whole host', () => {
		expect(text).toContain('location = /leaders {\n\t\treturn 301 /leaders/;');
		expect(configuration(page, { ...place, at: '/' })).not.toContain('return 301');
	});
	test.each<[string, string, Partial<Place>]>([
		['a page without a policy', '<head></head>', {}],
		['a path that ends without a slash', page, { at: '/leaders' }],
		['a path that begins without one', page, { at: 'leaders/' }],
		['a folder with a space', page, { root: '/srv/my site' }],
		['a value that ends the line', page, { name: 'a; return 301 /' }],
		['a value with a variable', page, { at: '/$uri/' }],
		['a value with a brace', page, { listen: '80; } server {' }],
	])('refuses %s', (_, from, change) => {
		expect(() => configuration(from, { ...place, ...change })).toThrow();
	});
});

test('the worker for a site that is gone removes its own caches and itself, and nothing else', async () => {
	const scope = 'https://example.org/leaders/';
	const kept = new Set([`fulcrum ${scope} 1`, `fulcrum ${scope} 2`, 'fulcrum https://example.org/ 1', 'of another']);
	const done: string[] = [];
	const acts: Record<string, (event: { waitUntil: (work: Promise<unknown>) => void }) => void> = {};
	const self = {
		registration: { scope, unregister: () => Promise.resolve(void done.push('gone')) },
		skipWaiting: () => done.push('take over'),
		addEventListener: (kind: string, act: (typeof acts)[string]) => void (acts[kind] = act),
	};
	const caches = {
		keys: () => Promise.resolve([...kept]),
		delete: (name: string) => Promise.resolve(kept.delete(name)),
	};
	new Function('self', 'caches', readFileSync('scripts/deploy/gone.js', 'utf8'))(self, caches);
	let work: Promise<unknown> = Promise.resolve();
	for (const kind of ['install', 'activate']) acts[kind]!({ waitUntil: (promise) => void (work = promise) });
	await work;
	expect(done).toEqual(['take over', 'gone']);
	expect([...kept]).toEqual(['fulcrum https://example.org/ 1', 'of another']);
});
