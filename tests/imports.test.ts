/** Holds the import table of the README's architecture section: who may import what, and that there are no circles. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parse } from 'svelte/compiler';
import { describe, expect, test } from 'vitest';

interface Import {
	readonly from: string;
	/** Types only: gone once compiled. */
	readonly type: boolean;
}
/** What one importer may have: `types` means that only types may come. */
type Reach = 'all' | 'types';
interface Rule {
	readonly ours: Readonly<Record<string, Reach>>;
	/** Packages, by the beginning of their name. */
	readonly packages: Readonly<Record<string, Reach>>;
}

const svelte = { svelte: 'types', 'svelte/attachments': 'types' } as const;
const everything = ['domain', 'storage', 'state', 'charts', 'i18n', 'ui', 'views', 'instrument.ts'];
/** The table. A folder is a room of its own; a file that stands beside the rooms has its own row. */
const table: Readonly<Record<string, Rule>> = {
	domain: { ours: { domain: 'all' }, packages: {} },
	storage: { ours: { storage: 'all' }, packages: {} },
	charts: { ours: { charts: 'all', domain: 'types' }, packages: { 'chart.js': 'types', ...svelte } },
	i18n: {
		ours: { i18n: 'all', questions: 'types' },
		packages: { 'svelte-i18n': 'all', 'svelte/store': 'all' },
	},
	state: { ours: { state: 'all', domain: 'all', storage: 'all' }, packages: { 'svelte/reactivity': 'all' } },
	ui: { ours: { ui: 'all', charts: 'all', i18n: 'all', domain: 'all' }, packages: svelte },
	views: {
		ours: { views: 'all', ui: 'all', charts: 'all', i18n: 'all', domain: 'all', state: 'types' },
		packages: svelte,
	},
	'instrument.ts': { ours: { domain: 'all', questions: 'all' }, packages: {} },
	'App.svelte': {
		ours: Object.fromEntries([...everything, 'Pages.svelte'].map((room) => [room, 'all'])),
		packages: svelte,
	},
	'Pages.svelte': {
		ours: Object.fromEntries([...everything, 'styles'].map((room) => [room, 'all'])),
		packages: svelte,
	},
	'main.ts': {
		ours: {
			'App.svelte': 'all',
			i18n: 'all',
			'instrument.ts': 'all',
			'offline.ts': 'all',
			state: 'all',
			styles: 'all',
		},
		packages: { svelte: 'all' },
	},
	'prerender.ts': {
		ours: { 'App.svelte': 'all', i18n: 'all', 'instrument.ts': 'all' },
		packages: { 'svelte/server': 'all' },
	},
	'offline.ts': { ours: {}, packages: {} },
	'sw.ts': { ours: {}, packages: {} },
	'virtual.d.ts': { ours: { domain: 'types' }, packages: {} },
};
/** One file of a room that may do what the others may not. */
const exceptions: Readonly<Record<string, Readonly<Record<string, Reach>>>> = {
	'ui/Qr.svelte': { 'lean-qr': 'all' },
	// Paper waits for nothing: it gets all within the event.
	'ui/growing.svelte.ts': { svelte: 'all' },
	'charts/canvas.svelte.ts': { 'chart.js': 'all', svelte: 'all', 'svelte/reactivity': 'all' },
};

type Node = { readonly type?: unknown; readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** Everything that a source imports, statically, later, or as a type; in markup too. */
const importsOf = (file: string, text: string): Import[] => {
	const source = file.endsWith('.svelte') ? text : `<script lang="ts">${text}</script>`;
	const found: Import[] = [];
	const tell = (source: unknown, type: boolean): void => {
		const literal = isNode(source) && isNode(source.literal) ? source.literal : source;
		if (!isNode(literal) || typeof literal.value !== 'string')
			throw new Error(`${file}: an import of something computed`);
		found.push({ from: literal.value, type });
	};
	const seen = new Set<unknown>();
	const walk = (node: unknown): void => {
		if (!isNode(node) || seen.has(node)) return;
		seen.add(node);
		if (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration') {
			const names = (Array.isArray(node.specifiers) ? node.specifiers : []) as Node[];
			const kind = node.importKind ?? node.exportKind;
			const each = names.length > 0 && names.every((name) => (name.importKind ?? name.exportKind) === 'type');
			if (node.source) tell(node.source, kind === 'type' || each);
		}
		if (node.type === 'ExportAllDeclaration') tell(node.source, node.exportKind === 'type');
		if (node.type === 'ImportExpression') tell(node.source, false);
		if (node.type === 'TSImportType') tell(node.argument, true);
		Object.values(node).forEach(walk);
	};
	walk(parse(source, { modern: true }));
	return found;
};

/** A path below `src` for what is ours, else the package as it is named. */
const resolve = (file: string, from: string): { ours: string } | { package: string } => {
	if (from.startsWith('virtual:fulcrum/')) return { ours: 'questions' };
	if (!from.startsWith('.')) return { package: from };
	return { ours: posix.join(posix.dirname(file), from) };
};
const roomOf = (path: string): string => {
	if (path.startsWith('../questions/') || path === 'questions') return 'questions';
	if (path.endsWith('.css')) return 'styles';
	const [first = '', ...rest] = path.split('/');
	if (rest.length > 0) return first;
	return /\.(svelte|ts)$/.test(first) ? first : `${first}.ts`;
};

/** Every breach of the table, with its address. */
const breaches = (file: string, text: string): string[] => {
	const rule = table[roomOf(file)];
	if (!rule) return [`${file}: stands in no room of the table`];
	return importsOf(file, text).flatMap(({ from, type }) => {
		const target = resolve(file, from);
		const reach =
			'ours' in target
				? rule.ours[roomOf(target.ours)]
				: Object.entries({ ...rule.packages, ...exceptions[file] }).find(
						([name]) => target.package === name || (name !== 'svelte' && target.package.startsWith(`${name}/`)),
					)?.[1];
		if (reach === 'all' || (reach === 'types' && type)) return [];
		return [`${file}: may ${reach === 'types' ? 'import only types of' : 'not import'} ${from}`];
	});
};

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => /\.(ts|svelte)$/.test(file))
	.sort();
const read = (file: string): string => readFileSync(`src/${file}`, 'utf8');
const ending = (path: string): string =>
	['', '.ts', '.svelte'].map((end) => path + end).find((name) => files.includes(name)) ?? path;

/** The circles of a graph, each once: as the way from a file back to itself. */
const circles = (graph: ReadonlyMap<string, readonly string[]>): string[] => {
	const done = new Set<string>();
	const found: string[] = [];
	const visit = (file: string, way: readonly string[]): void => {
		if (way.includes(file)) found.push([...way.slice(way.indexOf(file)), file].join(' > '));
		else if (!done.has(file)) {
			for (const next of graph.get(file) ?? []) visit(next, [...way, file]);
			done.add(file);
		}
	};
	for (const file of graph.keys()) visit(file, []);
	return found;
};

describe('the reader of imports', () => {
	test.each<[string, string, string, Import[]]>([
		['a value', 'domain/x.ts', "import { a } from './a';", [{ from: './a', type: false }]],
		['a type', 'domain/x.ts', "import type { A } from './a';", [{ from: './a', type: true }]],
		['types one by one', 'domain/x.ts', "import { type A, type B } from './a';", [{ from: './a', type: true }]],
		['a type beside a value', 'domain/x.ts', "import { a, type B } from './a';", [{ from: './a', type: false }]],
		['a side effect', 'main.ts', "import './app.css';", [{ from: './app.css', type: false }]],
		['a re-export', 'domain/x.ts', "export { a } from './a'; export * from './b';", [{ from: './a', type: false }, { from: './b', type: false }]],
		['a later one', 'App.svelte', "<script lang='ts'>const a = () => import('./a');</script>", [{ from: './a', type: false }]],
		['a later one in markup', 'App.svelte', "<Later load={() => import('./a')} />", [{ from: './a', type: false }]],
		['a type in place', 'virtual.d.ts', "declare module 'm' { export const a: import('./a').A; }", [{ from: './a', type: true }]],
	])('sees %s', (_, file, text, wanted) => expect(importsOf(file, text)).toEqual(wanted)); // prettier-ignore

	test.each([
		['the core imports Svelte', 'domain/x.ts', "import { untrack } from 'svelte';"],
		['the core imports state', 'domain/x.ts', "import { world } from '../state/world';"],
		['storage imports the core', 'storage/x.ts', "import type { Answers } from '../domain/instrument';"],
		['a chart imports a value of the core', 'charts/x.ts', "import { regions } from '../domain/profile';"],
		['a second file imports Chart.js', 'charts/x.ts', "import { Chart } from 'chart.js';"],
		['a view imports Chart.js', 'views/X.svelte', "<script lang='ts'>import type { Chart } from 'chart.js';</script>"],
		['a view imports svelte-i18n', 'views/X.svelte', "<script lang='ts'>import { _ } from 'svelte-i18n';</script>"],
		['a view imports a state class', 'views/X.svelte', "<script>import { Route } from '../state/route.svelte';</script>"],
		['a part imports a type of state', 'ui/X.svelte', "<script lang='ts'>import type { Route } from '../state/route.svelte';</script>"],
		['state imports words', 'state/x.svelte.ts', "import { t } from '../i18n/i18n';"],
		['a view reads the questions', 'views/x.ts', "import words from '../../questions/en/ui.json';"],
		['i18n ships the questions', 'i18n/x.ts', "import words from '../../questions/en/ui.json';"],
		['a view opens the virtual door', 'views/x.ts', "import { words } from 'virtual:fulcrum/words';"],
		['a view imports the instrument', 'views/x.ts', "import { facts } from '../instrument';"],
		['a room that is not in the table', 'utils/x.ts', "import { facts } from '../instrument';"],
		['the worker imports anything', 'sw.ts', "import './main';"],
	])('tells when %s', (_, file, text) => expect(breaches(file, text)).toHaveLength(1)); // prettier-ignore

	test('tells a circle', () => {
		const graph = new Map([['a', ['b']], ['b', ['c', 'd']], ['c', ['a']], ['d', []]]); // prettier-ignore
		expect(circles(graph)).toEqual(['a > b > c > a']);
	});
});

describe('src', () => {
	test('has the rooms of the table', () => {
		const rooms = new Set(files.map(roomOf));
		expect([...rooms].filter((room) => !(room in table))).toEqual([]);
		for (const room of ['domain', 'storage', 'state', 'charts', 'i18n', 'ui', 'views']) expect(rooms).toContain(room);
	});

	test.each(files)('%s keeps to the table', (file) => expect(breaches(file, read(file))).toEqual([]));

	const graph = new Map(
		files.map((file) => [
			file,
			importsOf(file, read(file))
				.map(({ from }) => resolve(file, from))
				.flatMap((target) => ('ours' in target ? [ending(target.ours)] : [])),
		]),
	);
	test('every relative import leads to a file', () => {
		const paths = [...new Set([...graph.values()].flat())].filter((path) => path !== 'questions');
		expect(paths.filter((path) => !existsSync(`src/${path}`))).toEqual([]);
	});
	test('has no circles, types included', () => expect(circles(graph)).toEqual([]));
	test('has no room or file for odds and ends', () =>
		expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|index)(\/|\.)/.test(file))).toEqual([]));
	test('state is built in App.svelte, and what only later screens need in Pages.svelte', () => {
		const builds = /new (?:Notices|NoticesState|ResultsState|SittingState|TeamsState|MeState|KeptState|Route)\(/;
		expect(files.filter((file) => builds.test(read(file)))).toEqual(['App.svelte', 'Pages.svelte']);
	});
});
