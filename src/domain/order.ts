/** In which order a sitting shows its questions, and on which side each statement of a pair (measurement 3.2). */
import { domainOf, type Instrument, type Item } from './instrument';

export interface Shown {
	readonly id: string;
	/** True: the architectural (or offensive) statement is shown second. */
	readonly flipped: boolean;
}

/** Numbers in [0, 1) from a 32-bit seed (mulberry32); the name gives each use a stream of its own. */
const stream = (seed: number, name: string): (() => number) => {
	let state = [...name].reduce((hash, letter) => Math.imul(hash ^ letter.charCodeAt(0), 0x01000193), seed | 0);
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
};

const shuffle = <T>(list: readonly T[], random: () => number): T[] => {
	const mixed = [...list];
	for (let i = mixed.length - 1; i > 0; i -= 1) {
		const j = Math.floor(random() * (i + 1));
		[mixed[i], mixed[j]] = [mixed[j]!, mixed[i]!];
	}
	return mixed;
};

const kind = (item: Item | undefined): string => (item?.format === 'rating' ? domainOf(item.facet) + item.key : '');

const groupOf = (item: Item | undefined): string | undefined => (item?.format === 'pair' ? item.mode : item?.format);

/**
 * The questions of these blocks, in the instrument's order of blocks, shuffled inside each. A block's order depends on the
 * seed and itself alone, so a sitting that grows keeps what was shown. No two neighbouring ratings share domain and key.
 */
export const presentation = (instrument: Instrument, seed: number, blockIds: readonly string[]): readonly Shown[] => {
	const byId = new Map(instrument.items.map((item) => [item.id, item]));
	// Every block of ratings opens in one domain and closes in the other, so that any two blocks can meet.
	const opening = stream(seed, 'opening')() < 0.5 ? 'A' : 'P';
	const fits = (ids: readonly string[]): boolean => {
		const kinds = ids.map((id) => kind(byId.get(id)));
		if (kinds.some((one, i) => one !== '' && one === kinds[i + 1])) return false;
		return !kinds[0] || (kinds[0].startsWith(opening) && !kinds.at(-1)?.startsWith(opening));
	};
	return instrument.blocks
		.filter(({ id }) => blockIds.includes(id))
		.flatMap((block) => {
			const random = stream(seed, block.id);
			let ids = shuffle(block.items, random);
			// About ten shuffles on average; the bound is for an instrument that cannot be ordered so.
			for (let tries = 0; tries < 2000 && !fits(ids); tries += 1) ids = shuffle(block.items, random);
			// Of two pairs that stand half a group apart one is flipped: they weigh alike in every form, in drive and practice too.
			const flipped = ['drive', 'practice', 'posture'].flatMap((group) => {
				const pairs = block.items.filter((id) => groupOf(byId.get(id)) === group);
				const half = pairs.length >> 1;
				return pairs.slice(0, half).map((id, i) => (random() < 0.5 ? id : pairs[i + half]!));
			});
			return ids.map((id) => ({ id, flipped: flipped.includes(id) }));
		});
};
