/** Classical item statistics (measurement 8). Items come keyed: a higher category is more of what the scale measures. */
import { correlation, mean } from '../simulation/metrics';

/** Categories of one item, a sitting each; null where it was skipped. */
export type Column = readonly (number | null)[];

export interface ItemStatistics {
	/** Sittings that answered. */
	readonly n: number;
	readonly mean: number;
	/** Shares of the answers in the lowest and the highest category, and in the fullest of all. */
	readonly floor: number;
	readonly ceiling: number;
	readonly fullest: number;
}

/** `categories`: how many the item has. All 0 where nobody answered. */
export const describe = (column: Column, categories: number): ItemStatistics => {
	const given = column.filter((value) => value !== null);
	const shares = Array.from({ length: categories }, (_, category) =>
		mean(given.map((value) => (value === category ? 1 : 0))),
	);
	return {
		n: given.length,
		mean: mean(given),
		floor: shares[0]!,
		ceiling: shares.at(-1)!,
		fullest: Math.max(...shares),
	};
};

/** Correlation of an item with the mean of the others of its scale, over the sittings that answered it and half of them. */
export const itemRest = (item: Column, others: readonly Column[]): { readonly n: number; readonly r: number } => {
	const [own, rest]: [number[], number[]] = [[], []];
	item.forEach((value, i) => {
		const given = others.flatMap((column) => column[i] ?? []);
		if (value === null || given.length === 0 || 2 * given.length < others.length) return;
		own.push(value);
		rest.push(mean(given));
	});
	return { n: own.length, r: correlation(own, rest) };
};

/** The sittings that answered every item of the scale, one list an item. */
export const complete = (columns: readonly Column[]): readonly (readonly number[])[] => {
	const rows = (columns[0] ?? []).flatMap((_, i) => (columns.every((column) => column[i] !== null) ? [i] : []));
	return columns.map((column) => rows.map((i) => column[i]!));
};

const variance = (values: readonly number[]): number => {
	const middle = mean(values);
	return mean(values.map((value) => (value - middle) ** 2));
};

/** Cronbach's alpha of complete sittings; 0 where the sum does not vary. */
export const alpha = (items: readonly (readonly number[])[]): number => {
	const k = items.length;
	const total = variance((items[0] ?? []).map((_, i) => items.reduce((sum, item) => sum + item[i]!, 0)));
	if (k < 2 || total === 0) return 0;
	return (k / (k - 1)) * (1 - items.reduce((sum, item) => sum + variance(item), 0) / total);
};

/** Loadings on one factor by iterated principal axes of a correlation matrix; communalities begin at the largest r of a row. */
export const principalAxis = (matrix: readonly (readonly number[])[]): readonly number[] => {
	const k = matrix.length;
	let communality = matrix.map((row, i) => Math.max(0, ...row.map((r, j) => (i === j ? 0 : Math.abs(r)))));
	let loadings: number[] = communality.map(() => 0);
	for (let round = 0; round < 500; round += 1) {
		const reduced = (vector: readonly number[]): number[] =>
			matrix.map((row, i) => row.reduce((sum, r, j) => sum + (i === j ? communality[i]! : r) * vector[j]!, 0));
		// Power iteration: items are keyed, so all ones lie near the first axis.
		let axis = Array.from({ length: k }, () => 1 / Math.sqrt(k));
		let root = 0;
		for (let step = 0; step < 100; step += 1) {
			const next = reduced(axis);
			root = Math.hypot(...next);
			if (root === 0) return axis.map(() => 0);
			axis = next.map((value) => value / root);
		}
		loadings = axis.map((value) => value * Math.sqrt(root));
		const next = loadings.map((loading) => Math.min(1, loading * loading));
		const moved = Math.max(...next.map((value, i) => Math.abs(value - communality[i]!)));
		communality = next;
		if (moved < 1e-8) break;
	}
	return loadings;
};

/**
 * McDonald's omega of one factor, of the sum of standardised items: (sum of loadings)^2 over itself plus the uniquenesses, with
 * loadings by `principalAxis`. What facets and modes share beyond the factor counts as error, so it is the cautious omega.
 */
export const omega = (items: readonly (readonly number[])[]): number => {
	const matrix = items.map((one) => items.map((two) => (one === two ? 1 : correlation(one, two))));
	const loadings = principalAxis(matrix);
	const common = loadings.reduce((sum, loading) => sum + loading, 0) ** 2;
	const unique = loadings.reduce((sum, loading) => sum + Math.max(0, 1 - loading * loading), 0);
	return common + unique === 0 ? 0 : common / (common + unique);
};
