/** The words of one question as this sitting shows them. */
import { categories } from '../domain/instrument';
import type { Asked } from '../domain/sitting';
import { itemText } from '../i18n/i18n';

export interface ItemWords {
	/** The statement of a rating, the scene of a pair. */
	readonly legend: string;
	/** The two sides of a pair in the order shown; none for a rating. */
	readonly statements: readonly string[];
	/** The answers in the order shown. */
	readonly labels: readonly string[];
}

const folders = { rating: 'ratings', pair: 'pairs', posture: 'postures' } as const;
const sides = { rating: [], pair: ['a', 'p'], posture: ['offence', 'defence'] } as const;

export const itemWords = ({ item, flipped }: Asked): ItemWords => {
	const at = `items.${folders[item.format]}.${item.id}` as const;
	const shown = flipped ? [...sides[item.format]].reverse() : sides[item.format];
	const kind = item.format === 'rating' ? 'rating' : 'pair';
	return {
		legend: itemText(`${at}.${item.format === 'rating' ? 'text' : 'scene'}`),
		statements: shown.map((side) => itemText(`${at}.${side}`)),
		labels: Array.from({ length: categories(item) }, (_, place) => itemText(`items.anchors.${kind}.${place}`)),
	};
};
