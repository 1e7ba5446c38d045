import type { Instrument } from '../../src/domain/instrument';
import { checkEnglish } from './english';
import type { Fault } from './fault';
import { readLines } from './structure';

export type { Fault } from './fault';

/** Whether the rules for English wording apply: `en` and its regions. */
const isEnglish = (language: string): boolean => /^en(?:-|$)/i.test(language);

/**
 * Every fault in the words of an instrument in one language, in the order of the file; none means that they can be asked.
 * Structure is checked in every language, wording in English only. `file` is the name that the faults carry.
 */
export function checkWords(
	instrument: Instrument,
	language: string,
	items: unknown,
	file = `questions/${language}/items.json`,
): Fault[] {
	const faults: Fault[] = [];
	const tell = (address: string, message: string) => void faults.push({ file, address, message });
	const lines = readLines(instrument, items, tell);
	if (isEnglish(language)) checkEnglish(lines, tell);
	return faults;
}
