/** A folder of exports (measurement 8): the sound ones, and each other file with the reason it is not counted. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readAnonymous, type AnonymousAnswers } from '../../src/domain/anonymous';
import type { Instrument } from '../../src/domain/instrument';

export interface Exports {
	readonly sittings: readonly AnonymousAnswers[];
	/** File name and why, as one line each. */
	readonly skipped: readonly string[];
}

/** An export has about 1,000 characters. */
const largest = 100_000;

/** Reads every file of the folder but hidden ones, in the order of their names. Throws where there is no such folder. */
export const readExports = (instrument: Instrument, folder: string): Exports => {
	const sittings: AnonymousAnswers[] = [];
	const skipped: string[] = [];
	for (const name of readdirSync(folder).sort()) {
		if (name.startsWith('.')) continue;
		const read = readExport(instrument, `${folder}/${name}`);
		if ('value' in read) sittings.push(read.value);
		else skipped.push(`${name}: ${read.fault}`);
	}
	return { sittings, skipped };
};

const readExport = (instrument: Instrument, file: string): ReturnType<typeof readAnonymous> => {
	try {
		const stats = statSync(file);
		if (!stats.isFile()) return { fault: 'is not a file' };
		if (stats.size > largest) return { fault: 'is too large to be one sitting' };
		return readAnonymous(instrument, JSON.parse(readFileSync(file, 'utf8')));
	} catch (error) {
		const reason = (error as Error).message;
		return { fault: error instanceof SyntaxError ? `is no valid JSON (${reason})` : `cannot be read (${reason})` };
	}
};
