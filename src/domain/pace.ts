/** How long questions take: expected seconds (measurement 3.3), and what is left at this person's own pace. */
import type { Instrument, Item } from './instrument';

/** Reading at 238 words a minute plus the answer itself: 2.5 s a rating of 12 words, 4 s a pair of 25, 4 s a posture pair of 16. */
const expected: Record<Item['format'], number> = { rating: 5.5, pair: 10.3, posture: 8 };
const aboutYou = 24;

/** The items of the named blocks, in the instrument's order of blocks. */
export const formItems = (instrument: Instrument, blockIds: readonly string[]): readonly Item[] => {
	const byId = new Map(instrument.items.map((item) => [item.id, item]));
	return instrument.blocks
		.filter((block) => blockIds.includes(block.id))
		.flatMap((block) => block.items)
		.map((id) => byId.get(id))
		.filter((item) => item !== undefined);
};

/** Expected seconds for these items and the step "about you". */
export const secondsOf = (items: readonly Item[]): number =>
	items.reduce((sum, item) => sum + expected[item.format], aboutYou);

/** A running median: the median so far and how many answers stand behind it. Nothing else about time is kept. */
export interface Pace {
	/** Seconds; null before the first. */
	readonly median: number | null;
	readonly count: number;
}

export const median = (values: readonly number[]): number | null => {
	if (values.length === 0) return null;
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length >> 1;
	return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** How much slower (above 1) or quicker this person is than expected; 1 until three answers have been timed. */
export const tempo = (timed: readonly { format: Item['format']; seconds: number }[]): number =>
	timed.length < 3 ? 1 : median(timed.map(({ format, seconds }) => seconds / expected[format]))!;

/** Minutes left, to the half minute; at least 1 while anything is left. */
export const minutesLeft = (items: readonly Item[], speed: number): number => {
	return Math.max(1, Math.round((secondsOf(items) * speed) / 30) / 2);
};
