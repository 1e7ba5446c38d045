/**
 * Turns the data in `questions/` into modules, when the app is built and when it is tested.
 * A faulty instrument or message stops the build here, with every fault and its address; the client carries no checks.
 */
import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { parseInstrument } from '../../src/domain/parse';
import { facts } from '../../src/domain/forms';
import { fill } from './page';
import { performanceOf } from './performance';
import { pseudo } from './pseudo';
import { syntaxOf } from './syntax';

const prefix = 'virtual:fulcrum/';
type Tree = { [key: string]: string | Tree | readonly string[] };

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/**
 * Every message of a tree that has arguments goes to the table under a short name, which stands for it in the tree; a
 * fault names its address. `name`: whose messages these are, so that no two languages share one.
 */
const syntax = (tree: Tree, address: string, name: string, table: Record<string, unknown>, faults: string[]): Tree => {
	const read = (value: Tree[string], at: string): Tree[string] => {
		if (Array.isArray(value)) return value.map((inner, i) => read(inner as string, `${at}.${i}`) as string);
		if (typeof value === 'object') return syntax(value as Tree, at, name, table, faults);
		if (!/[{}<'#]/.test(value)) return value;
		try {
			const short = `${name}.${Object.keys(table).length}`;
			table[short] = syntaxOf(value);
			return short;
		} catch (error) {
			faults.push(`${at}: is not a message that ICU can read (${(error as Error).message})`);
			return value;
		}
	};
	return Object.fromEntries(
		Object.entries(tree).map(([key, value]) => [
			key,
			read(value, address.endsWith(' ') ? address + key : `${address}.${key}`),
		]),
	);
};

/** Notes of intent are for translators: they stay out of what is shipped. */
const withoutNotes = (value: unknown): unknown => {
	if (Array.isArray(value) || typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value)
			.filter(([key]) => key !== 'note')
			.map(([key, inner]) => [key, withoutNotes(inner)]),
	);
};

const mapText = (value: unknown, change: (text: string) => string): unknown => {
	if (typeof value === 'string') return change(value);
	if (Array.isArray(value)) return value.map((inner) => mapText(inner, change));
	if (typeof value === 'object' && value !== null)
		return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapText(inner, change)]));
	return value;
};

/** Whether a language writes whole numbers below 1,000 as programs do. */
const isPlain = (locale: string): boolean => {
	const { format } = new Intl.NumberFormat(locale);
	return Array.from({ length: 1000 }, (_, n) => n).every((n) => format(n) === String(n));
};

/** Branches of `ui.json` that only later screens use: they come with the part `pages`. */
const late: readonly string[] = [
	'about', 'lost', 'history', 'skipped', 'place', 'regions', 'replace', 'file', 'data', 'broken',
	'notices.restored', 'notices.erased', 'notices.notErased', 'notices.asideRemoved', 'notices.teamRemoved',
	'notices.resultRemoved', 'notices.removeFailed',
]; // prettier-ignore

/** Words of the page that stand outside the app: the build writes them, the app never asks for them. */
const outside = ['description', 'noscript'];

/** The words of one language in parts: what the first question needs, what a result needs, what the method page needs. */
const parts = {
	first: ['ui', 'items'],
	pages: ['ui'],
	report: ['report', 'stage', 'balance', 'advice'],
	team: ['team'],
	method: ['method'],
} as const;
type Part = keyof typeof parts;

const branches = (tree: Tree, later: boolean, path = ''): Tree =>
	Object.fromEntries(
		Object.entries(tree).flatMap(([key, value]): [string, Tree[string]][] => {
			const at = path + key;
			if (late.some((one) => one.startsWith(`${at}.`))) return [[key, branches(value as Tree, later, `${at}.`)]];
			return late.includes(at) === later ? [[key, value]] : [];
		}),
	);

export interface QuestionsOptions {
	/** Folder with `instrument.json` and one folder a language. */
	folder: string;
	/** For tests: replace every language by a lengthened, accented, right-to-left one. */
	pseudo?: boolean;
}

export const questions = (options: QuestionsOptions): Plugin => {
	const folder = resolve(options.folder);
	let root = '';
	const languages = () =>
		readdirSync(folder, { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'ui.json')))
			.map((entry) => entry.name);

	const instrument = () => {
		const parsed = parseInstrument(read(join(folder, 'instrument.json')));
		if (!parsed.instrument)
			throw new Error(parsed.faults.map((fault) => `questions/instrument.json: ${fault}`).join('\n'));
		return parsed.instrument;
	};

	const words = (language: string, part: Part, whole: boolean): string => {
		const table: Record<string, unknown> = {};
		const faults: string[] = [];
		const tree = Object.fromEntries(
			parts[part].map((name) => {
				const raw = withoutNotes(read(join(folder, language, `${name}.json`)));
				const own = name === 'ui' ? branches(raw as Tree, part === 'pages') : raw;
				return [name, options.pseudo ? mapText(own, pseudo) : own];
			}),
		) as Tree;
		for (const name of parts[part])
			tree[name] = syntax(
				tree[name] as Tree,
				`questions/${language}/${name}.json: `,
				`${language}.${part}`,
				table,
				faults,
			);
		if (faults.length > 0) throw new Error(faults.join('\n'));
		if (!whole && part === 'first')
			for (const key of outside) Reflect.deleteProperty((tree.ui as { page: Tree }).page, key);
		if (options.pseudo && part === 'first')
			(tree.ui as Tree).language = { name: 'Pseudo', locale: 'en-GB', direction: 'rtl' };
		const locale = (tree.ui as { language?: { locale: string } } | undefined)?.language?.locale;
		const plain = locale ? `\nexport const plain = ${isPlain(locale)};` : '';
		return `export const messages = ${JSON.stringify(tree)};\nexport const syntax = ${JSON.stringify(table)};${plain}`;
	};

	const load: Record<string, () => string> = {
		instrument() {
			const data = instrument();
			return `export const instrument = ${JSON.stringify(data)};\nexport const facts = ${JSON.stringify(facts(data))};`;
		},
		advice() {
			return `export const advice = ${JSON.stringify(read(join(folder, 'advice.json')))};`;
		},
		performance() {
			return `export const performance = ${JSON.stringify(performanceOf(root, instrument()))};`;
		},
		words() {
			const rows = languages().map(
				(language) =>
					`${JSON.stringify(language)}: { ${Object.keys(parts)
						.map((part) => `${part}: () => import('${prefix}words/${language}/${part}')`)
						.join(', ')} }`,
			);
			return `export const words = { ${rows.join(', ')} };`;
		},
	};

	return {
		name: 'fulcrum-questions',
		enforce: 'pre',
		configResolved: (config) => void (root = config.root),
		resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : undefined),
		// The few words that stand outside the app; the build puts them in itself, a page a language.
		transformIndexHtml: {
			order: 'pre',
			handler: (html, { server }) => {
				if (!server) return html;
				const language = languages().includes('en') ? 'en' : languages()[0]!;
				const { page } = read(join(folder, language, 'ui.json')) as { page: Record<string, string> };
				return fill(html, mapText(page, options.pseudo ? pseudo : (text) => text) as Record<string, string>);
			},
		},
		load(id) {
			if (!id.startsWith(`\0${prefix}`)) return undefined;
			for (const file of [
				'instrument.json',
				'advice.json',
				...languages().flatMap((l) => Object.values(parts).flatMap((names) => names.map((n) => `${l}/${n}.json`))),
			])
				this.addWatchFile(join(folder, file));
			const [kind = '', language = '', part = 'first'] = id.slice(prefix.length + 1).split('/');
			// The program that writes the pages when the app is built needs all of them.
			const whole = this.environment.config.consumer === 'server';
			return language ? words(language, part as Part, whole) : load[kind]?.();
		},
	};
};
