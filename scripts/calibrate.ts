import { statSync } from 'node:fs';
import data from '../questions/instrument.json';
import { parseInstrument } from '../src/domain/parse';
import { readExports } from './calibration/exports';
import { report } from './calibration/report';

const usage = 'npm run calibrate -- <folder of exported answers>';

/**
 * Reads a folder of "anonymous answers" and prints what measurement 8 asks of them. Files that are damaged, of another version
 * or not ours are named and skipped. Returns the exit code: 0, or 2 where there is no folder to read.
 */
export function main(args: readonly string[] = [], print: (line: string) => void = console.log): number {
	const [folder, ...more] = args;
	if (folder === undefined || more.length > 0) {
		print(usage);
		return 2;
	}
	if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
		print(`${folder}: there is no such folder\n${usage}`);
		return 2;
	}
	const { instrument, faults } = parseInstrument(data);
	if (instrument === null) throw new Error(faults.join('\n'));
	const { sittings, skipped } = readExports(instrument, folder);
	print(report(instrument, sittings));
	print(`\n${folder}: ${sittings.length} counted, ${skipped.length} skipped`);
	for (const line of skipped) print(`skipped ${line}`);
	return 0;
}
