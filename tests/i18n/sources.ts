/** The sources of the app as syntax trees, for tests about words. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'svelte/compiler';

export type Node = { readonly type?: unknown; readonly [key: string]: unknown };
export const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

export const files: readonly string[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /(?<!\.d)\.(ts|svelte)$/.test(file))
	.sort();

export const treeOf = (text: string, svelte = true): Node =>
	parse(svelte ? text : `<script lang="ts">${text}</script>`, { modern: true }) as unknown as Node;
export const sourceOf = (file: string): Node => treeOf(readFileSync(`src/${file}`, 'utf8'), file.endsWith('.svelte'));

/** Every node below, the outer ones first. */
export function* nodes(from: unknown): Generator<Node> {
	if (Array.isArray(from)) for (const one of from) yield* nodes(one);
	else if (isNode(from)) {
		if (typeof from.type === 'string') yield from;
		for (const [key, value] of Object.entries(from)) if (key !== 'metadata' && key !== 'loc') yield* nodes(value);
	}
}

/** A text that the source holds in full; the parts of a template around its holes. */
export const partsOf = (node: Node): readonly string[] | null => {
	if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : null;
	if (node.type !== 'TemplateLiteral') return null;
	return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
};
