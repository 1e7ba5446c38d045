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
