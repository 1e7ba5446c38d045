/** The one door of these tests to how storage writes records into lines. */
import { parseLines } from '../../src/storage/lines';
import { encode } from '../../src/storage/records';

export const written: (records: readonly unknown[]) => string = encode;
/** The records that can be read, in their order, and how many lines could not. */
export const readable = (text: string): { readonly records: readonly unknown[]; readonly damaged: number } => {
	const { lines, damaged } = parseLines(text);
	return { records: [...lines.values()].map(({ value }) => value), damaged: damaged.length };
};
