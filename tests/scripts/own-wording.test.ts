/** Someone's own wording: a copy of questions/, changed, served in a build of its own. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { questions } from '../../scripts/build/questions';

const folder = mkdtempSync(join(tmpdir(), 'fulcrum-'));
const own = join(folder, 'questions');

const edit = (file: string, change: (text: string) => string): void => {
	const path = join(own, file);
	writeFileSync(path, change(readFileSync(path, 'utf8')));
};

/** Builds the words alone: what the app's build does with the folder, without the views. */
const buildWords = async (): Promise<string> => {
	const entry = join(folder, 'entry.js');
	writeFileSync(
		entry,
		`import { instrument } from 'virtual:fulcrum/instrument'; import { words } from 'virtual:fulcrum/words'; console.log(instrument, words);`,
	);
	const outDir = join(folder, 'dist');
	await build({
		configFile: false,
		root: folder,
		logLevel: 'silent',
		plugins: [questions({ folder: own })],
		build: { outDir, minify: false, rolldownOptions: { input: entry } },
	});
	return readdirSync(join(outDir, 'assets'))
		.map((file) => readFileSync(join(outDir, 'assets', file), 'utf8'))
		.join('\n');
};

beforeAll(() => cpSync('questions', own, { recursive: true }));
afterAll(() => rmSync(folder, { recursive: true }));

describe('an organisation’s own questions folder', () => {
	test('is built with its own words and name, and without the notes for translators', async () => {
		edit('en/items.json', (text) => text.replace('"In between"', '"Neither one of the two"'));
		edit('instrument.json', (text) => text.replace('"id": "fulcrum"', '"id": "our-own"'));
		const built = await buildWords();
		expect(built).toContain('Neither one of the two');
		expect(built).toContain('our-own');
		expect(built).not.toContain('"note"');
	});

	const faults: [string, string, (text: string) => string, RegExp][] = [
		[
			'an item keyed neither way',
			'instrument.json',
			(text) => text.replace(/"key": -1/, '"key": 2'),
			/questions\/instrument\.json: items\[\d+\]\.key/,
		],
		[
			'a message that ICU cannot read',
			'en/ui.json',
			(text) => text.replace('"{what}, Fulcrum"', '"{what, Fulcrum"'),
			/questions\/en\/ui\.json: page\.titled: is not a message/,
		],
	];
	test.each(faults)('is refused with %s, and the fault is named', async (_, file, harm, named) => {
		const before = readFileSync(join(own, file), 'utf8');
		edit(file, harm);
		expect(readFileSync(join(own, file), 'utf8')).not.toBe(before);
		await expect(buildWords()).rejects.toThrow(named);
		edit(file, () => before);
	});
});
