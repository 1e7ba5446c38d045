import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compile, list } from '../../scripts/build/worker';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'fulcrum-'));
	mkdirSync(join(folder, 'assets'));
	for (const [path, text] of Object.entries({
		'index.html': 'page',
		'assets/b.js': 'b()',
		'assets/a.js': 'a()',
		'assets/a.js.map': 'where a comes from',
		'sw.js': 'an earlier worker',
		'card.png': 'for other sites',
	}))
		writeFileSync(join(folder, path), text);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('every file that a screen may need, in a fixed order, with its hash; not the worker itself', () => {
	const files = list(folder);
	expect(Object.keys(files)).toEqual(['assets/a.js', 'assets/b.js', 'index.html']);
	expect(files['index.html']).toBe(`sha256-${createHash('sha256').update('page').digest('base64')}`);
});

test('a plain script that imports nothing, holds the list, and is another one when a file is', async () => {
	const [one, same, two] = await Promise.all(
		['sha256-one', 'sha256-one', 'sha256-two'].map((hash) => compile('.', { 'index.html': hash })),
	);
	expect(one).toBe(same);
	expect(one).toContain('sha256-one');
	expect(one).not.toMatch(/\b(?:import|export|FILES|VERSION)\b/);
	expect(() => new Function(one!)).not.toThrow();
	const version = (code: string): string => /\b[0-9a-f]{16}\b/.exec(code)![0];
	expect(version(one!)).not.toBe(version(two!));
});
