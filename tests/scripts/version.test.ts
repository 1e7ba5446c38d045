/** A changed instrument changes its version: results of different versions must never be taken for the same. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** Fingerprints of what each version asks and how it scores. Add a row when the version changes; never change a row. */
const versions: Record<string, string> = {
	'1.0.0': '5a7d93dd9d780e1a',
};

const without = (text: string): string =>
	JSON.stringify(JSON.parse(text), (key, value: unknown) => (key === 'note' ? undefined : value));

test('the instrument and its English words are those of their version', () => {
	const instrument = readFileSync('questions/instrument.json', 'utf8');
	const { version } = JSON.parse(instrument) as { version: string };
	const print = createHash('sha256')
		.update(without(instrument) + without(readFileSync('questions/en/items.json', 'utf8')))
		.digest('hex')
		.slice(0, 16);
	expect(versions[version], `fingerprint of version ${version} is ${print}`).toBe(print);
});
