/** Stands in for `deepmerge` under svelte-i18n, which merges the parts of a language: objects of objects of texts. */
type Tree = { readonly [key: string]: unknown };

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);

const merge = (one: Tree, other: Tree): Tree => {
	const merged: Record<string, unknown> = { ...one };
	for (const [key, value] of Object.entries(other)) {
		const there = merged[key];
		merged[key] = isTree(there) && isTree(value) ? merge(there, value) : value;
	}
	return merged;
};

export default { all: (trees: readonly Tree[]): Tree => trees.reduce(merge, {}) };
