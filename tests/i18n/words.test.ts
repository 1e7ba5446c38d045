/** Words stand in `questions/`, and what stands there is used. */
import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
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
const fileOf = (name: string): Tree => JSON.parse(readFileSync(`questions/en/${name}.json`, 'utf8')) as Tree;
/** Files whose keys come from data; every other one has its keys in the sources. */
const fromData = ['items', 'advice'];
const parts = readdirSync('questions/en')
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.slice(0, -'.json'.length))
	.filter((name) => !fromData.includes(name));
const known = parts.flatMap((name) => keysOf(fileOf(name), name));
const branches = new Set(known.flatMap((key) => [...key.matchAll(/\./g)].map(({ index }) => key.slice(0, index))));

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
/** What a hole may hold where the source says so; null where anything may come. */
const choices = (node: unknown): readonly string[] | null => {
	if (!isNode(node)) return null;
	if (node.type === 'TSAsExpression') return choices(node.expression);
	if (node.type !== 'ConditionalExpression') return partsOf(node)?.length === 1 ? partsOf(node) : null;
	const [one, other] = [choices(node.consequent), choices(node.alternate)];
	return one && other && [...one, ...other];
};
/**
 * The keys that a text may be, as a pattern: it holds whole keys only, so that a branch does not hide what nobody asks for.
 * `first`: what a hole at the beginning may hold.
 */
const patternOf = (node: Node, first: readonly string[]): RegExp => {
	const holes = (node.expressions ?? []) as unknown[];
	const source = partsOf(node)!.map((part, i) => {
		if (i >= holes.length) return escape(part);
		const held = choices(holes[i]) ?? (i === 0 && part === '' ? first : null);
		return `${escape(part)}${held ? `(?:${held.map(escape).join('|')})` : '[^.]+'}`;
	});
	return new RegExp(`^${source.join('')}$`);
};
/** Texts of a tree that are a branch of keys: a template of the same file may begin with one. */
const branchesIn = (tree: Node): string[] =>
	[...nodes(tree)].flatMap((node) => partsOf(node) ?? []).filter((text) => branches.has(text) && text.includes('.'));
/** The texts that a call hands over as its first argument: both branches of a choice. */
const textsOf = (node: unknown): Node[] => {
	if (!isNode(node)) return [];
	if (partsOf(node)) return [node];
	if (node.type === 'ConditionalExpression') return [...textsOf(node.consequent), ...textsOf(node.alternate)];
	return node.type === 'TSAsExpression' ? textsOf(node.expression) : [];
};
const callsOf = (tree: Node, name: string): Node[] =>
	[...nodes(tree)]
		.filter(({ type, callee }) => type === 'CallExpression' && isNode(callee) && callee.name === name)
		.flatMap((call) => textsOf((call.arguments as unknown[])[0]));
/** Every text and template of a tree as a pattern of keys. */
const patternsIn = (tree: Node): RegExp[] => {
	const first = branchesIn(tree);
	return [...nodes(tree)].filter((node) => partsOf(node)).map((node) => patternOf(node, first));
};
const trees = files.map((file) => ({ file, tree: sourceOf(file) }));

describe('the search for keys', () => {
	const script = (text: string) => treeOf(text, false);
	test.each<[string, string, string, boolean]>([
		['a key', "t('ui.page.name')", 'ui.page.name', true],
		['a key in a table', "const words = { a: 'ui.page.name' };", 'ui.page.name', true],
		['a hole', 't(`ui.about.roles.${role}`)', 'ui.about.roles.cto', true],
		['a hole that may hold two', "t(`report.stage.${a ? 'inside' : 'unsure'}`)", 'report.stage.unsure', true],
		['and no third', "t(`report.stage.${a ? 'inside' : 'unsure'}`)", 'report.stage.heading', false],
		['a hole at the beginning', "const of = 'ui.about.roles'; t(`${of}.${role}`)", 'ui.about.roles.vp', true],
		['not another branch', "const of = 'ui.about.roles'; t(`${of}.${role}`)", 'ui.about.stages.seed', false],
		['not below a hole', 't(`report.sure.${level}`)', 'report.sure.reasons.misfit', false],
		['not a branch', "const of = 'report.sure';", 'report.sure.heading', false],
	])('%s', (_, text, key, found) => {
		expect(known).toContain(key);
		expect(patternsIn(script(text)).some((pattern) => pattern.test(key))).toBe(found);
	}); // prettier-ignore
});

describe('keys', () => {
	const calls = trees.flatMap(({ file, tree }) =>
		callsOf(tree, 't').map((node) => ({ file, text: partsOf(node)!.join('…'), pattern: patternOf(node, branchesIn(tree)) })),
	); // prettier-ignore

	test('are found in the sources', () => {
		expect(calls.length).toBeGreaterThan(100);
		expect(calls.map(({ text }) => text)).toContain('ui.welcome.heading');
	});
	test('that a source asks for exist', () => {
		const missing = calls.filter(({ pattern }) => !known.some((key) => pattern.test(key)));
		expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
	});
	/** What the page holds before any script runs; the build fills it in. */
	const page = readFileSync('index.html', 'utf8');
	/** What a file of words says of itself, for whoever loads it. */
	const ofItself = (key: string): boolean => key.startsWith('ui.language.');
	test('that nobody asks for are none', () => {
		const patterns = trees.flatMap(({ tree }) => patternsIn(tree));
		const idle = known.filter(
			(key) =>
				!ofItself(key) &&
				!patterns.some((pattern) => pattern.test(key)) &&
				!(key.startsWith('ui.page.') && page.includes(`%${key.slice('ui.page.'.length)}%`)),
		);
		expect(idle).toEqual([]);
	});
	test('no two keys are the same', () => expect(new Set(known).size).toBe(known.length));
	test('the compiler knows every file of words', () => {
		const types = [...readFileSync('src/i18n/i18n.ts', 'utf8').matchAll(/questions\/en\/([\w-]+)\.json/g)];
		const expected = [...parts, 'advice'].sort();
		expect(types.map(([, name]) => name).sort()).toEqual(expected);
	});
});

describe('words come with the screen that says them', () => {
	/** Files that come with a file at once, itself among them; types are gone once compiled. */
	const closure = (from: readonly string[]): string[] => {
		const found = new Set<string>();
		const visit = (file: string): void => {
			if (found.has(file)) return;
			found.add(file);
			for (const node of nodes(sourceOf(file)))
				if (node.type === 'ImportDeclaration' && node.importKind !== 'type') {
					const path = posix.join(posix.dirname(file), partsOf(node.source as Node)![0]!);
					const target = ['', '.ts'].map((end) => path + end).find((name) => files.includes(name));
					if (target) visit(target);
				}
		};
		from.forEach(visit);
		return [...found];
	};
	const late = ['about', 'lost', 'history', 'file'];
	/** Which part of the words a key comes with, as scripts/build/questions.ts cuts them. */
	const partOf = (key: string): string => {
		const [file = '', branch = ''] = key.split('.');
		if (file === 'ui') return late.includes(branch) ? 'pages' : 'first';
		return file === 'stage' || file === 'balance' ? 'report' : file;
	};
	/** Every key that these files and what comes with them ask for, and that comes with none of these parts. */
	const missing = (entries: readonly string[], parts: readonly string[]): string[] =>
		closure(entries).flatMap((file) => {
			const patterns = patternsIn(sourceOf(file));
			const asked = known.filter((key) => patterns.some((pattern) => pattern.test(key)));
			return asked.filter((key) => !parts.includes(partOf(key))).map((key) => `${file}: ${key}`);
		});
	/** What each later screen fetches, views and words. */
	const table = [...nodes(sourceOf('Pages.svelte'))].find(
		({ type, id }) => type === 'VariableDeclarator' && isNode(id) && id.name === 'views',
	)!.init as Node;
	const fetched = (table.properties as Node[]).map((property) => {
		const inner = [...nodes(property.value)];
		const views = inner.filter(({ type }) => type === 'ImportExpression').map(({ source }) => partsOf(source as Node)![0]!);
		const words = callsOf(property.value as Node, 'words').map((node) => partsOf(node)![0]!);
		return [String((property.key as Node).name), views.map((path) => posix.normalize(path)), words] as const;
	}); // prettier-ignore

	test('is looked for: words that do not come are found', () => {
		expect(missing(['views/Lost.svelte'], ['first'])).toContain('views/Lost.svelte: ui.lost.home');
		expect(missing(['views/History.svelte'], ['first', 'pages'])).toContain(
			'views/Changes.svelte: report.change.place',
		);
	});
	test.each<readonly [string, readonly string[], readonly string[]]>([
		['the first page and the questions', ['App.svelte'], []],
		['every later screen', ['Pages.svelte'], ['pages']],
		...fetched.map(([name, views, words]) => [name, views, ['pages', ...words]] as const),
	])('%s', (_, views, words) => expect(missing(views, ['first', ...words])).toEqual([]));
});

describe('experiments and questions', () => {
	const book = JSON.parse(readFileSync('questions/advice.json', 'utf8')) as Record<string, { id: string }[]>;
	const words = keysOf(fileOf('advice'), 'advice');
	/** Of each kind, what stands behind the id: nothing, or the names of its texts. */
	const asked = trees
		.flatMap(({ tree }) => callsOf(tree, 'itemText'))
		.map((node) => partsOf(node)!)
		.filter(([start = '']) => start.startsWith('advice.'));

	test('a source asks for each kind by id', () =>
		expect([...new Set(asked.map(([start]) => start))].sort()).toEqual(['advice.experiments.', 'advice.questions.']));
	test('each has the words that a source asks for, and no others', () => {
		const wanted = asked.flatMap(([start = '', end = '']) =>
			book[start.split('.')[1]!]!.map(({ id }) => `${start}${id}${end}`),
		);
		expect(words.filter((key) => !wanted.includes(key))).toEqual([]);
		expect(wanted.filter((key) => !words.includes(key))).toEqual([]);
	});
	test('no id stands twice, of either kind', () => {
		const ids = Object.values(book).flatMap((entries) => entries.map(({ id }) => id));
		expect(new Set(ids).size).toBe(ids.length);
	});
});
