/**
 * `npm run build:single`: the whole app as one HTML file that works from a mailed attachment or a shared drive. Scripts,
 * styles, font and words stand in it; its policy names them by their hashes and lets it ask for nothing else at all.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseAst, type Plugin, type ResolvedConfig } from 'vite';
import { policy, type Inline } from './policy';

/** The policy of a page that has no site: nothing is its own, and the font is in it. */
export const policyAlone = (inline: Inline): string =>
	policy(inline)
		.replace(/ sw$/, '')
		.split('; ')
		.map((directive) => directive.replace(/^font-src.*/, 'font-src data:').replace(" 'self'", ''))
		.filter((directive) => directive.includes(' '))
		.join('; ');

/** A script as it may stand in HTML: nothing in it ends the element, or begins another. In code, these signs are strings. */
export const embeddable = (script: string): string => {
	const text = script.trim().replace(/<(?=\/script|script|!--)/gi, '\\x3C');
	// Outside a string that would be no code at all; better no file than a broken one.
	parseAst(text);
	return text;
};

/** What a style must not hold stands in none of ours; a build that makes one stops. */
const style = (text: string): string => {
	if (/<\/style/i.test(text)) throw new Error('A style that would end its element');
	return text.trim();
};

const attribute = (tag: string, name: string): string =>
	new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replace(/^\.\//, '') ?? '';

/** One page of everything that `html` refers to; `read` gives a file by its path below the site. */
export const inline = (html: string, read: (path: string) => Buffer): string => {
	const page = html
		.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '')
		.replace(/<meta (?:property|name)="(?:og|twitter):[^>]*>/g, '')
		.replace(/<link\b[^>]*>/g, (tag) => {
			const [rel, href] = [attribute(tag, 'rel'), attribute(tag, 'href')];
			if (rel === 'stylesheet' || (rel === 'icon' && href.endsWith('.svg'))) return tag;
			// Files beside it, and other addresses, it has none.
			return '';
		})
		.replace(/^\s*\n/gm, '')
		.replace(/<link\b[^>]*>/g, (tag) => {
			const file = read(attribute(tag, 'href'));
			if (attribute(tag, 'rel') === 'stylesheet') return `<style>${style(file.toString())}</style>`;
			return `<link rel="icon" href="data:image/svg+xml;base64,${file.toString('base64')}" type="image/svg+xml" />`;
		})
		.replace(
			/<script\b[^>]*\ssrc="[^"]*"[^>]*><\/script>/g,
			(tag) => `<script type="module">${embeddable(read(attribute(tag, 'src')).toString())}</script>`,
		);
	// A browser reads both of them as line feed and question mark, and the hash would be another.
	if (/[\r\0]/.test(page)) throw new Error('A sign in a script or style that HTML changes');
	const texts = (name: string): string[] =>
		[...page.matchAll(new RegExp(`<${name}\\b[^>]*>([\\s\\S]*?)</${name}>`, 'g'))].map(([, text = '']) => text);
	const rule = policyAlone({ styles: texts('style'), scripts: texts('script') });
	return page.replace('<head>', () => `<head>\n\t\t<meta http-equiv="Content-Security-Policy" content="${rule}" />`);
};

export const single = (): Plugin => {
	let config: ResolvedConfig;
	return {
		name: 'fulcrum-single',
		apply: (given, { command, mode }) => command === 'build' && mode === 'single' && !given.build?.ssr,
		config: () => ({
			build: {
				outDir: process.env.FULCRUM_OUT ?? 'dist-single',
				copyPublicDir: false,
				assetsInlineLimit: Number.MAX_SAFE_INTEGER,
				cssCodeSplit: false,
				chunkSizeWarningLimit: 2000,
				modulePreload: false,
				rolldownOptions: { output: { codeSplitting: false } },
			},
		}),
		configResolved: (resolved) => void (config = resolved),
		closeBundle: {
			// After whatever else writes into the page.
			order: 'post',
			sequential: true,
			handler() {
				const folder = resolve(config.root, config.build.outDir);
				const read = (path: string): Buffer => {
					try {
						return readFileSync(join(folder, path));
					} catch {
						return readFileSync(join(config.publicDir, path));
					}
				};
				const page = inline(read('index.html').toString(), read);
				rmSync(folder, { recursive: true });
				mkdirSync(folder);
				writeFileSync(join(folder, 'fulcrum.html'), page);
			},
		},
	};
};
