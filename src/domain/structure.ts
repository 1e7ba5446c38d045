/** How the items of an instrument hang together: complete crossing, balanced blocks, nested forms (measurement 3.2). */
import { facetIds, type Item } from './instrument';
import type { Tell } from './part';

export interface Listed {
	/** As it stands in the file, even where other fields of the item are faulty; null where it is no text. */
	readonly id: string | null;
	readonly address: string;
}
interface Reference {
	readonly id: string;
	readonly address: string;
}
interface Draft {
	readonly read: readonly Listed[];
	/** The sound ones. */
	readonly items: readonly Item[];
	readonly blocks: readonly { readonly id: string; readonly items: readonly Reference[] }[];
	readonly forms: Readonly<Record<'quick' | 'full', readonly Reference[]>>;
}

const cells = facetIds.flatMap((facet) => ['d+', 'd-', 'p+', 'p-'].map((rest) => facet + rest));
/** What an id says of its item, so that a fault elsewhere in an item does not raise others here. */
const kindOf = (id: string): string => (cells.includes(id) ? 'rating' : id.startsWith('X') ? 'pair' : 'posture');

/** Tells every fault between items, blocks and forms. */
export const checkStructure = (draft: Draft, tell: Tell): void => {
	checkUnique(draft.read, 'items', tell, 'id');
	const ids = new Set(draft.read.flatMap(({ id }) => id ?? []));
	for (const cell of cells)
		if (!ids.has(cell)) tell('items', `has no rating "${cell}": each facet, mode and key needs exactly one`);
	checkPairs(draft, tell);
	checkPosture(draft, tell);
	checkBlocks(draft, ids, tell);
	checkForms(draft, tell);
};

const checkUnique = (list: readonly Listed[], where: string, tell: Tell, field: string): void => {
	const first = new Map<string, string>();
	for (const { id, address } of list) {
		if (id === null || id === '') continue;
		const before = first.get(id);
		if (before === undefined) first.set(id, address);
		else tell(`${address}.${field}`, `"${id}" stands already in ${before}: ${where} need ids of their own`);
	}
};

/** Each facet once a mode, so that no end and no mode weighs more. Not judged while a pair is faulty in itself. */
const checkPairs = ({ read, items }: Draft, tell: Tell): void => {
	const pairs = items.filter((item) => item.format === 'pair');
	if (read.some(({ id }) => id?.startsWith('X') && !pairs.some((pair) => pair.id === id))) return;
	for (const mode of ['drive', 'practice'] as const)
		for (const facet of facetIds) {
			const count = pairs.filter((pair) => pair.mode === mode && [pair.a.facet, pair.p.facet].includes(facet)).length;
			if (count !== 1) tell('items', `${facet} stands ${count} times in the ${mode} pairs: it must stand once`);
		}
};

/** Half technical, half organisational, so that posture says nothing about the place. */
const checkPosture = ({ read, items }: Draft, tell: Tell): void => {
	const posture = items.filter((item) => item.format === 'posture');
	if (read.some(({ id }) => id?.startsWith('O') && !posture.some((item) => item.id === id))) return;
	for (const content of ['technical', 'organisational'] as const) {
		const count = posture.filter((item) => item.content === content).length;
		if (count !== 3) tell('items', `there must be 3 ${content} posture pairs (found ${count})`);
	}
};

const checkBlocks = ({ read, blocks }: Draft, ids: ReadonlySet<string>, tell: Tell): void => {
	checkUnique(
		blocks.map(({ id }, i) => ({ id, address: `blocks[${i}]` })),
		'blocks',
		tell,
		'id',
	);
	const placed = new Map<string, string>();
	blocks.forEach(({ items }, i) => {
		let whole = items.length > 0;
		if (!whole) tell(`blocks[${i}].items`, 'must not be empty');
		for (const { id, address } of items) {
			const before = placed.get(id);
			if (!ids.has(id)) tell(address, `there is no item "${id}"`);
			else if (before !== undefined) tell(address, `"${id}" stands already in ${before}: each item is in one block`);
			else {
				placed.set(id, address);
				continue;
			}
			whole = false;
		}
		const of = items.map(({ id }) => id);
		if (whole) checkBalance(of, `blocks[${i}].items`, tell);
	});
	for (const id of ids)
		if (!placed.has(id)) tell(read.find((one) => one.id === id)!.address, `"${id}" is in no block: add it to one`);
};

/** A block of ratings: each facet once, and in each domain and mode one plus and one minus item. */
const checkBalance = (ids: readonly string[], address: string, tell: Tell): void => {
	const kinds = new Set(ids.map(kindOf));
	if (kinds.size > 1) tell(address, `must hold items of one format (found ${[...kinds].join(' and ')})`);
	if (kinds.size > 1 || !kinds.has('rating')) return;
	const once = (count: number, what: string): void => {
		if (count !== 1) tell(address, `is not balanced: it holds ${what} ${count} times, and must hold it once`);
	};
	for (const facet of facetIds) once(ids.filter((id) => id.startsWith(facet)).length, `facet ${facet}`);
	for (const domain of ['A', 'P'])
		for (const rest of ['d+', 'd-', 'p+', 'p-'])
			once(ids.filter((id) => id.startsWith(domain) && id.endsWith(rest)).length, `${domain}…${rest}`);
};

/** As every block is balanced, a form is once it has whole blocks of both scored formats. */
const checkForms = ({ blocks, forms }: Draft, tell: Tell): void => {
	const order = blocks.map(({ id }) => id);
	for (const form of ['quick', 'full'] as const) {
		forms[form].forEach(({ id, address }, i) => {
			const before = forms[form][i - 1];
			if (!order.includes(id)) tell(address, `there is no block "${id}"`);
			else if (forms[form].findIndex((other) => other.id === id) < i) tell(address, `"${id}" is asked already`);
			else if (before && order.indexOf(id) < order.indexOf(before.id))
				tell(address, `"${id}" stands before "${before.id}" in blocks: keep that order`);
		});
		const asked = blocks.filter(({ id }) => forms[form].some((block) => block.id === id));
		const kinds = asked.flatMap(({ items }) => items.map(({ id }) => kindOf(id)));
		for (const kind of ['rating', 'pair'])
			if (!kinds.includes(kind))
				tell(`forms.${form}`, `must have a block of ${kind}s: without it the form is not balanced`);
	}
	forms.quick.forEach(({ id, address }, i) => {
		if (forms.full[i]?.id !== id)
			tell(address, `"${id}" must stand at the same place in full: quick is the beginning of full`);
	});
	blocks.forEach(({ id }, i) => {
		if (id !== '' && !forms.full.some((block) => block.id === id))
			tell(`blocks[${i}]`, `"${id}" is not in forms.full: it would never be asked`);
	});
};
