import { isRecord, type Tell } from './fault';
import { gapsOf } from './message';

/** Every text of a file of words with its address. What is neither text, list nor object stands under its address too. */
export function leavesOf(tree: unknown, address = ''): Map<string, unknown> {
	const leaves = new Map<string, unknown>();
	if (Array.isArray(tree))
		tree.forEach((branch, at) => leavesOf(branch, `${address}[${at}]`).forEach((leaf, key) => leaves.set(key, leaf)));
	else if (isRecord(tree))
		for (const [key, branch] of Object.entries(tree))
			leavesOf(branch, step(address, key)).forEach((leaf, inner) => leaves.set(inner, leaf));
	else leaves.set(address, tree);
	return leaves;
}

const step = (address: string, key: string): string => {
	if (!/^[\p{L}_][\p{L}\p{N}_]*$/u.test(key)) return `${address}[${JSON.stringify(key)}]`;
	return address === '' ? key : `${address}.${key}`;
};

/** Tells which texts of a file are empty, are no text, or hold a gap that cannot be read. */
export function checkLeaves(leaves: ReadonlyMap<string, unknown>, tell: Tell): void {
	for (const [address, leaf] of leaves) {
		if (typeof leaf !== 'string') tell(address, 'must be text in quotes');
		else if (leaf.trim() === '') tell(address, 'is empty: write it');
		else {
			const { fault } = gapsOf(leaf);
			if (fault !== null) tell(address, `${fault}: copy the gaps in braces from the English text`);
		}
	}
}

/** Tells where a translation differs from the source in its keys, or in the gaps of a message. */
export function checkSame(
	source: ReadonlyMap<string, unknown>,
	leaves: ReadonlyMap<string, unknown>,
	tell: Tell,
): void {
	for (const [address, original] of source) {
		const leaf = leaves.get(address);
		if (leaf === undefined) tell(address, 'is in English but missing here: translate it');
		if (typeof leaf !== 'string' || typeof original !== 'string') continue;
		const [wanted, found] = [gapsOf(original), gapsOf(leaf)];
		if (wanted.fault !== null || found.fault !== null) continue;
		for (const name of wanted.names)
			if (!found.names.has(name)) tell(address, `lacks the gap {${name}} of the English text`);
		for (const name of found.names)
			if (!wanted.names.has(name)) tell(address, `has a gap {${name}} that the English text lacks: remove it`);
	}
	for (const address of leaves.keys())
		if (!source.has(address)) tell(address, 'is not in English: remove it or correct the key');
}
