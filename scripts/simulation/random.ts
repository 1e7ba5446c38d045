/** Seeded numbers: the same seed and name give the same numbers on every machine and at any hour. */
export interface Random {
	/** In [0, 1). */
	readonly uniform: () => number;
	/** Standard normal. */
	readonly normal: () => number;
	/** A whole number from 0 to below `count`. */
	readonly below: (count: number) => number;
}

/**
 * A stream of its own for each seed and name, so that one draw more in one place moves nothing elsewhere: respondent 7 has
 * the same errors in every world, and worlds differ by what they change, not by luck.
 */
export const stream = (seed: number, name: string): Random => {
	const uniform = generator(`${seed}/${name}`);
	let spare: number | null = null;
	const normal = (): number => {
		if (spare !== null) {
			const kept = spare;
			spare = null;
			return kept;
		}
		// Box-Muller: two at a time. 1 - u is never 0.
		const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
		const angle = 2 * Math.PI * uniform();
		spare = radius * Math.sin(angle);
		return radius * Math.cos(angle);
	};
	return { uniform, normal, below: (count) => Math.floor(uniform() * count) };
};

/** sfc32: 128 bits of state, so that thousands of streams do not overlap. */
const generator = (text: string): (() => number) => {
	let hash = 0x811c9dc5;
	const word = (): number => {
		for (const letter of text) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
		return (hash ^= hash >>> 15);
	};
	let [a, b, c, counter] = [word(), word(), word(), 1];
	const next = (): number => {
		const sum = (((a + b) | 0) + counter) | 0;
		counter = (counter + 1) | 0;
		a = b ^ (b >>> 9);
		b = (c + (c << 3)) | 0;
		c = (((c << 21) | (c >>> 11)) + sum) | 0;
		return (sum >>> 0) / 4294967296;
	};
	for (let i = 0; i < 12; i += 1) next();
	return next;
};
