/** A page as it is read, as Markdown: the same words, for notes and other tools. */
import { block, plain, runsOf, skipped, textOf, type Style } from './markdownText';

const indented = (text: string, by: number): string => text.replace(/\n(?!\n|$)/g, `\n${' '.repeat(by)}`);
const says = (element: Element, style: Partial<Style> = {}, single = false): string =>
	textOf(runsOf(element.childNodes, { ...plain, ...style }), single);

const listed = (list: Element): string[] => {
	const first = list.matches('ol') ? Number(list.getAttribute('start') ?? 1) : null;
	const items = [...list.children]
		.filter((item) => item.matches('li'))
		.map((item) => blocksOf(item))
		.filter((parts) => parts.length > 0)
		.map((parts, i) => {
			const mark = first === null ? '- ' : `${first + i}. `;
			const text = parts.reduce((all, part) => `${all}${/^(- |\d+\. )/.test(part) ? '\n' : '\n\n'}${part}`);
			return mark + indented(text, mark.length);
		});
	return items.length > 0 ? [items.join(items.some((item) => item.includes('\n\n')) ? '\n\n' : '\n')] : [];
};

const pairs = (list: Element): string[] => {
	const lines: string[] = [];
	for (const part of list.querySelectorAll('dt, dd')) {
		if (part.closest(skipped)) continue;
		if (part.matches('dt')) lines.push(`${says(part, { strong: true }, true)}:`);
		else lines.push([lines.pop(), says(part)].filter(Boolean).join(' '));
	}
	return lines;
};

const table = (element: HTMLTableElement): string[] => {
	const rows = [...element.rows].map((row) =>
		[...row.cells].flatMap((cell) => [
			{ text: says(cell, {}, true), numeric: cell.matches('.n') },
			...Array.from({ length: cell.colSpan - 1 }, () => ({ text: '', numeric: false })),
		]),
	);
	const width = Math.max(0, ...rows.map((row) => row.length));
	const line = (cells: readonly string[]): string =>
		`| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
	const head = element.tHead || element.rows[0]?.querySelector('td') === null ? rows.shift() : [];
	const sides = Array.from({ length: width }, (_, i) => (rows[0]?.[i]?.numeric ? '---:' : '---'));
	const lines = [(head ?? []).map(({ text }) => text), sides, ...rows.map((row) => row.map(({ text }) => text))].map(
		line,
	);
	const caption = element.caption ? says(element.caption, { strong: true }, true) : '';
	return [...(caption ? [caption] : []), ...(width > 0 ? [lines.join('\n')] : [])];
};

/** A drawing is told by its label, its lettering is not repeated; what is no drawing is written as elsewhere. */
const figure = (element: Element): string[] => {
	const caption = element.querySelector('figcaption');
	const number = caption?.querySelector('b')?.textContent?.trim().replace(/[.:]$/, '') ?? '';
	const images = [...element.querySelectorAll('[role=img][aria-label]')].filter((image) => !image.closest('.noprint'));
	const labels = images.map((image) => {
		const label = image.getAttribute('aria-label')!;
		const text = textOf([{ ...plain, text: number ? `${number}: ${label}` : label }], true);
		return `[${text}]`;
	});
	const rest = [...element.childNodes].filter((node) => node !== caption);
	const content = images.length > 0 ? [...element.querySelectorAll('table')].flatMap(table) : blocksIn(rest);
	return [...labels, ...content, ...(caption ? [says(caption, { em: true }, true)] : [])];
};

const written = (element: Element): string[] => {
	const heading = /^H([1-6])$/.exec(element.tagName);
	if (heading)
		return [says(element, {}, true)].filter(Boolean).map((text) => `${'#'.repeat(Number(heading[1]))} ${text}`);
	switch (element.tagName) {
		case 'UL':
		case 'OL':
			return listed(element);
		case 'DL':
			return pairs(element);
		case 'TABLE':
			return table(element as HTMLTableElement);
		case 'FIGURE':
			return figure(element);
		case 'SUMMARY':
			return [says(element, { strong: true }, true)];
		case 'BLOCKQUOTE': {
			const inner = blocksOf(element).join('\n\n');
			return inner ? [inner.replace(/^/gm, '> ').replace(/^> $/gm, '>')] : [];
		}
		default:
			return blocksOf(element);
	}
};

/** Blocks of some nodes: neighbours that are no blocks are a paragraph together. */
const blocksIn = (nodes: Iterable<Node>): string[] => {
	const blocks: string[] = [];
	let open: Node[] = [];
	const close = (): void => {
		blocks.push(textOf(runsOf(open)));
		open = [];
	};
	for (const node of nodes) {
		const element = node instanceof Element ? node : null;
		if (element?.matches(skipped)) continue;
		if (element && (element.matches(block) || element.querySelector(block))) {
			close();
			blocks.push(...written(element));
		} else open.push(node);
	}
	close();
	return blocks.filter((text) => text !== '');
};
const blocksOf = (element: Element): string[] => blocksIn(element.childNodes);

/** The words of a rendered page as CommonMark with GitHub's tables, one blank line between blocks, a line end last. */
export const toMarkdown = (root: Element): string => `${written(root).join('\n\n')}\n`;
