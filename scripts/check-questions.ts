import { inWords } from './questions/fault';
import { checkFolder } from './questions/folder';

/**
 * Checks the instrument and the words of a folder (default `questions`) and prints every fault with its address and a last
 * line with counts. Returns the exit code: 0 without a fault, else 1.
 */
export function main(
	args: readonly string[] = process.argv.slice(2),
	print: (line: string) => void = console.log,
): number {
	const folder = (args[0] ?? 'questions').replace(/(?<=.)\/+$/, '');
	const { faults, items, languages, files } = checkFolder(folder);
	for (const fault of faults) print(inWords(fault));
	const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;
	print(
		`${folder}: ${count(items, 'item', 'items')}, ${count(languages.length, 'language', 'languages')}, ` +
			`${count(files, 'file', 'files')}, ${count(faults.length, 'fault', 'faults')}`,
	);
	return faults.length === 0 ? 0 : 1;
}
