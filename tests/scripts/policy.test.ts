import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { policy } from '../../scripts/build/policy';

/** A policy as directives, as a browser reads it. */
const read = (text: string): Record<string, string[]> =>
	Object.fromEntries(
		text.split(';').map((part) => {
			const [name = '', ...sources] = part.trim().split(' ');
			return [name, sources];
		}),
	);
const sha = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the policy', () => {
	it('forbids what it does not name, and names no other origin', () => {
		const directives = read(policy());
		expect(directives['default-src']).toEqual(["'none'"]);
		expect(policy()).not.toMatch(/unsafe|https?:|\*/);
		for (const name of ['script-src', 'style-src', 'worker-src', 'manifest-src', 'font-src', 'connect-src'])
			expect(directives[name], name).toEqual(["'self'"]);
		expect(directives['require-trusted-types-for']).toEqual(["'script'"]);
	});

	const rows: readonly [name: string, inline: Parameters<typeof policy>[0], styles: string[], scripts: string[]][] = [
		['nothing inline', {}, [], []],
		['one style', { styles: ['a{b:c}'] }, ['a{b:c}'], []],
		['a style and two scripts', { styles: ['p{}'], scripts: ['x()', 'y("ö")'] }, ['p{}'], ['x()', 'y("ö")']],
	];
	it.each(rows)('%s: allowed by hash, and nothing else', (_name, inline, styles, scripts) => {
		const directives = read(policy(inline));
		expect(directives['style-src']).toEqual(["'self'", ...styles.map(sha)]);
		expect(directives['script-src']).toEqual(["'self'", ...scripts.map(sha)]);
	});
});
