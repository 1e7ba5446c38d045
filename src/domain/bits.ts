/** Whole numbers packed into bits, most significant first: the ground that codes are built on (formats.md, Codes). */

/** Bits that hold any number below `count`. */
const widthOf = (count: number): number => 32 - Math.clz32(count - 1);
const product = (counts: readonly number[]): number => counts.reduce((all, count) => all * count, 1);
/** The nearest whole number from 0 to below `count`; what is no number becomes 0. */
const within = (value: number, count: number): number => Math.min(count - 1, Math.max(0, Math.round(value))) || 0;

export interface BitWriter {
	/** Writes a number from 0 to below `count` (2^30 at most) in as few bits as all of them need; others are clamped. */
	readonly put: (value: number, count: number) => void;
	/** Several numbers as the digits of one, which takes fewer bits than each alone; the product of `counts` up to 2^30. */
	readonly putAll: (values: readonly number[], counts: readonly number[]) => void;
	/** What was written, filled up with zeros to whole bytes. */
	readonly bytes: () => number[];
}

/** An empty writer. */
export const bitWriter = (): BitWriter => {
	const bytes: number[] = [];
	let used = 0;
	const put = (value: number, count: number): void => {
		const whole = within(value, count);
		for (let left = widthOf(count); left > 0;) {
			if (used % 8 === 0) bytes.push(0);
			const room = 8 - (used % 8);
			const some = Math.min(room, left);
			left -= some;
			used += some;
			bytes[bytes.length - 1]! |= ((whole >> left) & ((1 << some) - 1)) << (room - some);
		}
	};
	return {
		put,
		putAll: (values, counts) =>
			put(
				counts.reduce((sum, count, i) => sum * count + within(values[i] ?? 0, count), 0),
				product(counts),
			),
		bytes: () => [...bytes],
	};
};

export interface BitReader {
	/** The next number below `count`. One that is not, or that lies beyond the end, reads as 0 and the reader is no longer sound. */
	readonly take: (count: number) => number;
	/** What `putAll` wrote. */
	readonly takeAll: (counts: readonly number[]) => number[];
	/** For what is in range and wrong all the same. */
	readonly refuse: () => void;
	/** Nothing was refused so far. */
	readonly sound: () => boolean;
	/** Nothing is left but the zeros that fill the last byte. */
	readonly done: () => boolean;
}

/** Reads what a writer wrote. Total: damage shows in `sound`, nothing throws. */
export const bitReader = (bytes: ArrayLike<number>): BitReader => {
	let at = 0;
	let good = true;
	const bitAt = (i: number): number => (bytes[i >> 3]! >> (7 - (i % 8))) & 1;
	const take = (count: number): number => {
		const width = widthOf(count);
		let value = 0;
		if (at + width > bytes.length * 8) good = false;
		else
			for (const end = at + width; at < end;) {
				const room = 8 - (at % 8);
				const some = Math.min(room, end - at);
				value = (value << some) | ((bytes[at >> 3]! >> (room - some)) & ((1 << some) - 1));
				at += some;
			}
		if (value < count) return value;
		good = false;
		return 0;
	};
	return {
		take,
		takeAll: (counts) => {
			let left = take(product(counts));
			const digits = counts.map(() => 0);
			for (let i = counts.length - 1; i >= 0; i -= 1) {
				digits[i] = left % counts[i]!;
				left = Math.floor(left / counts[i]!);
			}
			return digits;
		},
		refuse: () => {
			good = false;
		},
		sound: () => good,
		done: () => {
			const left = bytes.length * 8 - at;
			return left < 8 && Array.from({ length: left }, (_, i) => bitAt(at + i)).every((bit) => bit === 0);
		},
	};
};
