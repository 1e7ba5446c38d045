/** Inline content as Markdown: runs of text with what they are, escaped so that no name becomes markup. */
export interface Style {
	readonly strong: boolean;
	readonly em: boolean;
	/** Where a link to another place leads. */
	readonly href: string | null;
}
/** `text` has its blanks made one; a line break is \n. */
export interface Run extends Style {
	readonly text: string;
}
export const plain: Style = { strong: false, em: false, href: null };

/** What is no part of a page's words: controls, drawings, ways through the page, what paper leaves out. */
export const skipped =
	'.noprint, .skip, [hidden], nav, form, button, input, select, textarea, label.check, script, style, template, svg, canvas';
export const block =
	'address, article, aside, blockquote, dd, details, div, dl, dt, figcaption, figure, footer, h1, h2, h3, h4, h5, h6, header, li, main, ol, p, section, summary, table, ul';

const apart = (node: Node | null): boolean =>
	node instanceof Element && getComputedStyle(node).display === 'inline-block';
const styleOf = (element: Element, style: Style): Style => {
	if (element.matches('b, strong')) return { ...style, strong: true };
	if (element.matches('em, i')) return { ...style, em: true };
	if (element.matches('a[href^="http:" i], a[href^="https:" i]'))
		return { ...style, href: (element as HTMLAnchorElement).href };
	return style;
};

/** The runs of some nodes, in order; blocks among them are set apart by a blank. */
export const runsOf = (nodes: Iterable<Node>, style = plain): Run[] => {
	const runs: Run[] = [];
	for (const node of nodes) {
		if (node.nodeType === Node.TEXT_NODE)
			runs.push({ ...style, text: node.textContent!.replace(/[ \t\r\n\f]+/g, ' ') });
		if (!(node instanceof Element) || node.matches(skipped)) continue;
		if (node.matches('br')) {
			runs.push({ ...style, text: '\n' });
			continue;
		}
		const within = runsOf(node.childNodes, styleOf(node, style));
		const gap = node.matches(block) || (apart(node) && apart(node.previousElementSibling));
		runs.push(...(gap ? [{ ...style, text: ' ' }, ...within, { ...style, text: ' ' }] : within));
	}
	return runs;
};

/** Runs of one style joined, blanks between them made one and none at either end of a line. */
const tidy = (runs: readonly Run[]): Run[] => {
	const tidied: Run[] = [];
	let before = '\n';
	for (const run of runs) {
		let text = run.text.replace(/ *\n */g, '\n');
		if (/\s/.test(before)) text = text.replace(/^ +/, '');
		if (text === '') continue;
		const last = tidied.at(-1);
		if (last && text.startsWith('\n')) tidied[tidied.length - 1] = { ...last, text: last.text.replace(/ +$/, '') };
		before = text.at(-1)!;
		if (before === '\u00a0') before = 'x';
		if (last && last.strong === run.strong && last.em === run.em && last.href === run.href)
			tidied[tidied.length - 1] = { ...run, text: tidied.at(-1)!.text + text };
		else tidied.push({ ...run, text });
	}
	return tidied;
};

const escape = (text: string): string =>
	text
		.replace(/[\\`*_[\]<>#|~]/g, '\\$&')
		.replace(/!$/, '\\!')
		.replace(/&(?=#?\w+;)/g, '\\&');

const blank = /^\s?$/u;
const sign = /[\p{P}\p{S}]/u;
const sides = (text: string): readonly [first: string, last: string] => [[...text].at(0) ?? '', [...text].at(-1) ?? ''];

/** What stands on one side of a run: its nearest sign, and whether that belongs to emphasis. */
interface Near {
	readonly at: string;
	readonly marked: boolean;
}
const nearby = (run: Run | undefined, side: 0 | 1): Near => {
	if (!run) return { at: '', marked: false };
	if (run.href) return { at: side === 0 ? '[' : ')', marked: false };
	return { at: sides(escape(run.text))[side]!, marked: run.strong || run.em };
};
/** Markdown sees a mark between `within` and `near` (CommonMark 6.2, flanking), and no other mark touches it. */
const seen = (within: string, gap: string, near: Near): boolean =>
	gap !== '' || blank.test(near.at) || (!near.marked && (!sign.test(within) || sign.test(near.at)));

/** A run with its marks, blanks outside them; without marks where Markdown would not see them as such. */
const write = (run: Run, before: Near, after: Near): string => {
	const [, lead = '', body = '', tail = ''] = /^(\s*)(.*?)(\s*)$/su.exec(escape(run.text))!;
	if (body === '') return run.text;
	const [first, last] = sides(body);
	const wanted = `${run.em ? '*' : ''}${run.strong ? '**' : ''}`;
	const mark = run.href || (seen(first, lead, before) && seen(last, tail, after)) ? wanted : '';
	const text = `${mark}${body}${mark}`;
	if (!run.href) return `${lead}${text}${tail}`;
	return `${lead}[${text}](${run.href.replaceAll('(', '%28').replaceAll(')', '%29')})${tail}`;
};

/** One paragraph's text, without line breaks where `single`; no line of it begins a list, a heading or a rule. */
export const textOf = (runs: readonly Run[], single = false): string => {
	const flat = single ? runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', ' ') })) : runs;
	const tidied = tidy(flat);
	return tidied
		.map((run, i) => write(run, nearby(tidied[i - 1], 1), nearby(tidied[i + 1], 0)))
		.join('')
		.trim()
		.split(/ *\n+/)
		.map((line) => line.replace(/^[-+=]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2'))
		.join('  \n');
};
