/**
 * The pages the build writes: `index.html` in the first language and one for each other, with the first screen as HTML,
 * its styles inline, and the policy that allows them. Everything in them is relative, so any folder of any host will do.
 */
import type { Plugin, Rolldown } from 'vite';
import { policy } from './policy';
import { written, type Written } from './written';

export interface PageOptions {
	/** Where the site will stand, for addresses that others read: `https://example.org/fulcrum/`. Not needed. */
	readonly site?: string | undefined;
	/** The language of the page at the root; without one in it, the first there is. */
	readonly root: string;
}

/** As text inside an element or an attribute. */
export const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** The words that stand outside the app: `%title%` and the like. */
export const fill = (html: string, words: Readonly<Record<string, string>>): string =>
	html.replace(/%(title|description|noscript)%/g, (_, key: string) => escape(words[key] ?? ''));

interface Site {
	readonly html: string;
	readonly styles: string;
	/** Fetched beside the script, by language. */
	readonly ahead: Readonly<Record<string, string | undefined>>;
	readonly pages: Readonly<Record<string, Written>>;
	readonly root: string;
	readonly site?: string | undefined;
}

const folderOf = (language: string, root: string): string => (language === root ? '' : `${language}/`);

/** Links between the pages of the languages; none where there is but one. */
const alternates = ({ pages, root, site }: Site, language: string): string[] => {
	const languages = Object.keys(pages);
	const home = site ?? (language === root ? './' : '../');
	if (languages.length < 2) return [];
	return [...languages.map((other) => [other, other] as const), ['x-default', root] as const].map(
		([tag, other]) => `<link rel="alternate" hreflang="${tag}" href="${home}${folderOf(other, root)}" />`,
	);
};

const card = ({ site }: Site, { page }: Written, home: string): string[] =>
	[
		['og:type', 'website'],
		['og:title', page.title],
		['og:description', page.description],
		['og:image', `${site ?? home}card.png`],
		['og:image:width', '1200'],
		['og:image:height', '630'],
	].map(([name, text]) => `<meta property="${name}" content="${escape(text ?? '')}" />`);

/** One page; every relative address in it leads to the root. */
export const pageOf = (site: Site, language: string): string => {
	const page = site.pages[language]!;
	const home = language === site.root ? './' : '../';
	const only = language === site.root ? '' : ` data-only="${language}"`;
	const head = [
		`<style>${site.styles}</style>`,
		// In the one-file build the words are in the page.
		...(site.ahead[language] ? [`<link rel="modulepreload" crossorigin href="./${site.ahead[language]}" />`] : []),
		...alternates(site, language),
		...card(site, page, home),
		'<meta name="twitter:card" content="summary_large_image" />',
		page.head,
	];
	// White space may go here, but not inside what is taken over: there it stands in the app's own text.
	return fill(site.html.replace(/\s*<title>.*?<\/title>/, '').replace(/>\s+</g, '><'), page.page)
		.replace(/<html[^>]*>/, `<html lang="${language}" dir="${page.direction}"${only}>`)
		.replace(
			'<head>',
			() => `<head><meta http-equiv="Content-Security-Policy" content="${policy({ styles: [site.styles] })}" />`,
		)
		.replace('</head>', () => `${head.join('')}</head>`)
		.replaceAll('"./', `"${home}`)
		.replace('<div id="app"></div>', () => `<div id="app">${page.body}</div>`);
};

type Output = Rolldown.OutputAsset | Rolldown.OutputChunk;
const isEntry = (file: Output): file is Rolldown.OutputChunk => file.type === 'chunk' && file.isEntry;

/** Styles of the first load: they stand in the page, so no chunk may ask for them. */
const takeStyles = (bundle: Rolldown.OutputBundle): string => {
	const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
	const reached = new Set<string>();
	const reach = (name: string): void => {
		const chunk = bundle[name];
		if (reached.has(name) || chunk?.type !== 'chunk') return;
		reached.add(name);
		chunk.imports.forEach(reach);
	};
	Object.values(bundle).filter(isEntry).forEach(({ fileName }) => reach(fileName)); // prettier-ignore
	const names = new Set(
		chunks
			.filter(({ fileName }) => reached.has(fileName))
			.flatMap((chunk) => [...(chunk.viteMetadata?.importedCss ?? [])]),
	);
	const styles = [...names].map((name) => {
		const file = bundle[name];
		if (file?.type !== 'asset') throw new Error(`${name} is not in the build`);
		Reflect.deleteProperty(bundle, name);
		return String(file.source);
	});
	for (const chunk of chunks) for (const name of names) chunk.viteMetadata?.importedCss.delete(name);
	const text = styles.join('').trim();
	if (/url\(|<\//.test(text)) throw new Error('The styles of the first load must stand by themselves.');
	return text;
};

export const page = (options: PageOptions): Plugin[] => {
	let styles = '';
	let folder = '';
	let mode = '';
	return [
		{
			name: 'fulcrum-styles',
			apply: 'build',
			configResolved: (config) => void ([folder, mode] = [config.root, config.mode]),
			generateBundle: {
				order: 'pre',
				handler(_options, bundle) {
					if (this.environment.name === 'client') styles = takeStyles(bundle);
				},
			},
		},
		{
			name: 'fulcrum-page',
			apply: 'build',
			enforce: 'post',
			generateBundle: {
				order: 'post',
				async handler(_options, bundle) {
					const index = bundle['index.html'];
					if (index?.type !== 'asset') return;
					const pages = await written(folder, mode);
					const root = options.root in pages ? options.root : Object.keys(pages)[0]!;
					const ahead = Object.fromEntries(
						Object.keys(pages).map((language) => {
							const words = Object.values(bundle).find(
								(file) => file.type === 'chunk' && file.facadeModuleId?.endsWith(`words/${language}/first`),
							);
							return [language, words?.fileName];
						}),
					);
					const site: Site = { html: String(index.source), styles, ahead, pages, root, site: options.site };
					for (const language of Object.keys(pages)) {
						const source = pageOf(site, language);
						if (language === root) index.source = source;
						else this.emitFile({ type: 'asset', fileName: `${language}/index.html`, source });
					}
				},
			},
		},
	];
};
