/** Words stand in `questions/`, and what stands there is used. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { files, isNode, nodes, partsOf, sourceOf, treeOf, type Node } from './sources';

const letters = /\p{L}/u;
const spoken = ['aria-label', 'aria-description', 'aria-placeholder', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label']; // prettier-ignore

/** Texts that an expression may come out as, without those that it only compares, calls or indexes with. */
const outcomes = (node: unknown): string[] => {
	if (!isNode(node)) return [];
	const parts = partsOf(node);
	if (parts) return [...parts, ...(Array.isArray(node.expressions) ? node.expressions.flatMap(outcomes) : [])];
	if (node.type === 'ConditionalExpression') return [...outcomes(node.consequent), ...outcomes(node.alternate)];
	if (node.type === 'LogicalExpression' || node.type === 'BinaryExpression')
		return node.operator === '+' || node.type === 'LogicalExpression'
			? [...outcomes(node.left), ...outcomes(node.right)]
			: [];
	if (node.type === 'TSAsExpression' || node.type === 'TSNonNullExpression') return outcomes(node.expression);
	return [];
};
const valueOf = (value: unknown): string[] =>
	(Array.isArray(value) ? (value as Node[]) : [value as Node]).flatMap((part) =>
		part.type === 'Text' ? [String(part.data)] : outcomes(part.expression),
	);

/** Every word of a component's markup that no translator could reach. */
const hardCoded = (tree: Node): string[] => {
	const found: string[] = [];
	const walk = (node: Node, quiet: boolean): void => {
		if (node.type === 'Text' && !quiet) found.push(String(node.data));
		if (node.type === 'ExpressionTag' && !quiet) found.push(...outcomes(node.expression));
		if (node.type === 'Attribute' && spoken.includes(String(node.name)) && node.value !== true)
			found.push(...valueOf(node.value));
		const inner = node.type === 'Attribute' ? [] : Object.entries(node).filter(([key]) => key !== 'metadata');
		for (const [key, value] of inner)
			for (const one of Array.isArray(value) ? value : [value])
				if (isNode(one) && key !== 'expression') walk(one, quiet);
	};
	walk(tree.fragment as Node, false);
	return found.filter((text) => letters.test(text));
};

describe('the search for hard-coded words', () => {
	test.each<[string, string, string[]]>([
		['a text', '<p>Hello</p>', ['Hello']],
		['a text between others', '<p>{name}, hello {name}</p>', [', hello ']],
		['a text in a branch', '{#if a}<b>Yes</b>{:else}<b>{no}</b>{/if}', ['Yes']],
		['a text in a loop', '{#each list as one (one)}<b>Row</b>{/each}', ['Row']],
		['a text in a snippet', '{#snippet row()}Row{/snippet}', ['Row']],
		['a text while something comes', '{#await come}Wait{:then}{:catch}Failed{/await}', ['Wait', 'Failed']],
		['a text in an expression', "<p>{'Hello'}</p>", ['Hello']],
		['one of two texts', "<p>{a ? 'Yes' : b}</p>", ['Yes']],
		['a text to fall back on', "<p>{a ?? 'None'}</p>", ['None']],
		['a text in a template', '<p>{`${n} points`}</p>', [' points']],
		['a text put together', "<p>{n + ' points'}</p>", [' points']],
		['a label', '<button aria-label="Close"></button>', ['Close']],
		['a label with a hole', '<button aria-label="Close {name}"></button>', ['Close ']],
		['a label from an expression', "<button title={a ? 'Open' : b}></button>", ['Open']],
		['a placeholder and an alternative', '<input placeholder="Name" /><img alt="A map" />', ['Name', 'A map']],
		['a title', '<svelte:head><title>Fulcrum</title></svelte:head>', ['Fulcrum']],
		['letters of any script', '<p>你好</p>', ['你好']],
		['none in a key', "<p>{t('ui.page.name')}</p>", []],
		['none in classes, names and ways', '<p class="lede" id="a"><path d="M0 1 L2 3" /></p>', []],
		['none in a comparison', "{#if a === 'quick'}<p>{b === 'full' ? c : d}</p>{/if}", []],
		['none in an act', "<button onclick={() => act('full')}>{words}</button>", []],
		['none in signs', '<p>±&nbsp;{n}, {m}.</p>', []],
	])('finds %s', (_, markup, wanted) => expect(hardCoded(treeOf(markup))).toEqual(wanted));
});

describe('no word is hard-coded', () => {
	test.each(files.filter((file) => file.endsWith('.svelte')))('in %s', (file) =>
		expect(hardCoded(sourceOf(file))).toEqual([]),
	);
});

type Tree = { readonly [key: string]: string | readonly string[] | Tree };
/** Every key of a tree of words, with dots. */
const keysOf = (tree: Tree, start: string): string[] =>
	Object.entries(tree).flatMap(([key, value]) => {
		if (key === 'note') return [];
		return typeof value === 'string' ? [`${start}.${key}`] : keysOf(value as Tree, `${start}.${key}`);
	});
const known = ['ui', 'report', 'method'].flatMap((name) =>
	keysOf(JSON.parse(readFileSync(`questions/en/${name}.json`, 'utf8')) as Tree, name),
);

/** The texts that a call hands over as its first argument: both branches of a choice, templates as patterns. */
const patternsOf = (node: unknown): { readonly parts: readonly string[] }[] => {
	if (!isNode(node)) return [];
	const parts = partsOf(node);
	if (parts) return [{ parts }];
	if (node.type === 'ConditionalExpression') return [...patternsOf(node.consequent), ...patternsOf(node.alternate)];
	if (node.type === 'TSAsExpression') return patternsOf(node.expression);
	return [];
};
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const asPattern = (parts: readonly string[]): RegExp => new RegExp(`^${parts.map(escape).join('[^.]+')}$`);

const trees = files.map((file) => ({ file, tree: sourceOf(file) }));
const callsOf = (tree: Node): { readonly parts: readonly string[] }[] =>
	[...nodes(tree)]
		.filter(({ type, callee }) => type === 'CallExpression' && isNode(callee) && callee.name === 't')
		.flatMap((call) => patternsOf((call.arguments as unknown[])[0]));

describe('keys', () => {
	const calls = trees.flatMap(({ file, tree }) => callsOf(tree).map(({ parts }) => ({ file, parts })));

	test('are found in the sources', () => {
		expect(calls.length).toBeGreaterThan(100);
		expect(calls.map(({ parts }) => parts[0])).toContain('ui.welcome.heading');
	});
	test('that a source asks for exist', () => {
		// A template that begins with a hole has its words in a constant, which the compiler checks.
		const asked = calls.filter(({ parts }) => parts[0] !== '');
		const missing = asked.filter(({ parts }) => !known.some((key) => asPattern(parts).test(key)));
		expect(missing.map(({ file, parts }) => `${file}: ${parts.join('…')}`)).toEqual([]);
	});

	/** Every text in the sources that is a key, a branch of keys, or a template of keys. */
	const texts = trees.flatMap(({ tree }) => [...nodes(tree)].flatMap((node) => partsOf(node) ?? []).map((text) => [text])); // prettier-ignore
	const templates = trees.flatMap(({ tree }) => [...nodes(tree)].flatMap((node) => [partsOf(node) ?? []]));
	const uses = [...texts, ...templates].filter(([first = '']) => /^(ui|report|method)\.[\w.-]+$/.test(first));
	const patterns = uses.map((parts) => new RegExp(`^${parts.map(escape).join('[^.]+')}(?:\\.|$)`));
	/** What the page holds before any script runs; the build fills it in. */
	const page = readFileSync('index.html', 'utf8');
	/** What a file of words says of itself, for whoever loads it. */
	const ofItself = (key: string): boolean => key.startsWith('ui.language.');
	const idle = known.filter(
		(key) =>
			!ofItself(key) &&
			!patterns.some((pattern) => pattern.test(key)) &&
			!(key.startsWith('ui.page.') && page.includes(`%${key.slice('ui.page.'.length)}%`)),
	);
	test('that nobody asks for are none', () => expect(idle).toEqual([]));
	test('no two keys are the same', () => expect(new Set(known).size).toBe(known.length));
});
