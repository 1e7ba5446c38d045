/**
 * `questions/instrument.json` to an `Instrument`, or every fault with its address. Runs where the app is built and tested;
 * the client imports types only.
 */
import type { Instrument } from './instrument';
import { Part, type Tell } from './part';
import { readItem } from './shapes';
import { checkStructure } from './structure';

/**
 * Reads and checks an instrument: ranges of all parameters, ids, the complete crossing, and the balance of blocks and forms
 * (measurement 3.2, 4.2). `faults` begin with their address, as in `items[12].key: must be 1 or -1`; `instrument` is null if
 * there are any. Never throws for anything that JSON can hold.
 */
export function parseInstrument(input: unknown): { instrument: Instrument | null; faults: string[] } {
	const faults: string[] = [];
	const tell: Tell = (address, message) => void faults.push(`${address || 'instrument'}: ${message}`);
	const known = ['format', 'schema', 'id', 'version', 'calibrated', 'scale', 'gamma', 'rho', 'center', 'spread'];
	const root = new Part(input, '', [...known, 'composite', 'items', 'blocks', 'forms'], tell);
	if (faults.some((fault) => fault.startsWith('instrument:'))) return { instrument: null, faults };

	root.oneOf('format', ['fulcrum-instrument']);
	root.oneOf('schema', [1]);
	const identity = ': this version supports the identity only';
	for (const [field, value] of [
		['center', 0],
		['spread', 1],
	] as const) {
		const part = root.part(field, ['A', 'P']);
		for (const domain of ['A', 'P']) part.oneOf(domain, [value], identity);
	}
	const scale = root.part('scale', ['mean', 'sd']);
	const composite = root.part('composite', ['lambda', 'phi', 'mu']);
	const fixed = ': the regions and words of this version are cut for a scale of 0 to 100';
	const head = {
		id: root.text('id', /^[a-z][a-z0-9-]*$/, 'a short name of lower-case letters, digits and hyphens'),
		version: root.text('version', /^\d+\.\d+\.\d+$/, 'a version such as 1.0.0'),
		calibrated: root.oneOf('calibrated', [false, true]),
		scale: { mean: scale.oneOf('mean', [50], fixed), sd: scale.oneOf('sd', [20], fixed) },
		gamma: root.number('gamma', 0, 1),
		rho: root.oneOf('rho', [0], ': this version supports uncorrelated ends only'),
		composite: {
			lambda: composite.number('lambda', 0.01, 1),
			phi: composite.number('phi', 0, 1),
			mu: composite.number('mu', 0, 1),
		},
	};
	const read = root.list('items').map((value, i) => readItem(value, `items[${i}]`, tell));
	const items = read.flatMap(({ item }) => item ?? []);
	const blocks = root.list('blocks').map((value, i) => {
		const block = new Part(value, `blocks[${i}]`, ['id', 'items'], tell);
		return { id: block.text('id', /^[a-z]+\d*$/, 'a name such as block0'), items: block.ids('items') };
	});
	const forms = root.part('forms', ['quick', 'full']);
	const [quick, full] = [forms.ids('quick'), forms.ids('full')];
	// Where a whole list is missing, everything that refers to it would be told once more.
	const lists = [root.raw('items'), root.raw('blocks'), forms.raw('quick'), forms.raw('full')];
	if (lists.every(Array.isArray)) checkStructure({ read, items, blocks, forms: { quick, full } }, tell);

	if (faults.length > 0) return { instrument: null, faults };
	const bare = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
	return {
		instrument: {
			...head,
			items,
			blocks: blocks.map((block) => ({ id: block.id, items: bare(block.items) })),
			forms: { quick: bare(quick), full: bare(full) },
		},
		faults,
	};
}
