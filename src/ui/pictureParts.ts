/** What a picture of a figure is made of, free of any canvas: its size, lines of text, drawings as one SVG. */

/** A rectangle in CSS px. */
export interface Box {
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}
export interface Piece extends Box {
	readonly text: string;
	/** Its signs run from right to left. */
	readonly rtl: boolean;
}

/** Pixels that every browser's canvas can hold (Safari on a phone has the least). */
const most = 16_777_216;

/** Pixels to a CSS px: `density`, or as much of it as a canvas of `width` by `height` CSS px can hold. */
export const densityFor = (width: number, height: number, density: number): number =>
	Math.min(density, Math.floor(100 * Math.sqrt(most / (width * height))) / 100);

/** Boxes that stand further apart than this, px, are no neighbours. */
const near = 1.5;

/** A sign as a reader counts them, and where it stands; null where it is not shown. */
export interface Sign {
	readonly text: string;
	readonly box: Box | null;
}

/** The signs of a text; browsers that cannot count as a reader does count code points. */
export const signsOf = (text: string): string[] =>
	'Segmenter' in Intl ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment) : Array.from(text);

/**
 * A text broken into the pieces that stand on one line and run one way, as the browser has ordered them.
 * `rtl` is the paragraph's direction.
 */
export const piecesOf = (signs: readonly Sign[], rtl: boolean): Piece[] => {
	const pieces: Piece[] = [];
	let open: { text: string; boxes: Box[]; rtl: boolean | null } | null = null;
	const close = (): void => {
		if (open && open.text.trim() !== '') {
			const left = Math.min(...open.boxes.map((box) => box.left));
			const right = Math.max(...open.boxes.map((box) => box.left + box.width));
			const { top, height } = open.boxes[0]!;
			pieces.push({ text: open.text, rtl: open.rtl ?? rtl, left, top, width: right - left, height });
		}
		open = null;
	};
	for (const { text, box } of signs) {
		const sign = /^\s+$/.test(text) ? ' ' : text;
		const last: Box | undefined = open?.boxes.at(-1);
		// Without a width of its own it belongs to what came before; a blank like that was collapsed.
		if (!box || box.width === 0) {
			if (open && sign !== ' ') open.text += sign;
			continue;
		}
		if (open && last) {
			const onward = Math.abs(box.left - last.left - last.width) < near;
			const back = Math.abs(last.left - box.left - box.width) < near;
			const line = Math.abs(box.top - last.top) < box.height / 2;
			if (line && (onward || back) && (open.rtl ?? back) === back) open.rtl = back;
			else close();
		}
		open ??= { text: '', boxes: [], rtl: null };
		open.text += sign;
		open.boxes.push(box);
	}
	close();
	return pieces;
};

/** What a stylesheet says about a shape; custom properties and classes do not reach an image. */
const kept = [
	'fill',
	'fill-opacity',
	'stroke',
	'stroke-width',
	'stroke-dasharray',
	'stroke-linejoin',
	'stroke-linecap',
	'stroke-opacity',
	'opacity',
	'paint-order',
	'vector-effect',
	'font-family',
	'font-size',
	'font-style',
	'font-weight',
	'letter-spacing',
	'text-anchor',
	'dominant-baseline',
	'direction',
];
const space = 'http://www.w3.org/2000/svg';

/** A copy that looks the same without its stylesheet; null where it is not shown. */
const bare = (element: Element): Element | null => {
	const style = getComputedStyle(element);
	if (style.display === 'none') return null;
	const copy = element.cloneNode(false) as Element;
	for (const name of ['class', 'style', 'role', 'aria-label', 'aria-hidden']) copy.removeAttribute(name);
	for (const name of kept) {
		const value = style.getPropertyValue(name);
		if (value) copy.setAttribute(name, value);
	}
	if (style.transform && style.transform !== 'none') copy.setAttribute('transform', style.transform);
	for (const child of element.childNodes) {
		if (child instanceof Element) copy.append(bare(child) ?? '');
		else if (child.nodeType === Node.TEXT_NODE) copy.append(child.textContent!);
	}
	return copy;
};

/** Drawings at their places in one SVG of `width` by `height` CSS px, shown with `density` pixels to each. */
export const sheetOf = (
	drawings: readonly { readonly svg: Element; readonly box: Box }[],
	width: number,
	height: number,
	density: number,
): SVGElement => {
	const sheet = document.createElementNS(space, 'svg');
	sheet.setAttribute('viewBox', `0 0 ${width} ${height}`);
	sheet.setAttribute('width', String(width * density));
	sheet.setAttribute('height', String(height * density));
	for (const { svg, box } of drawings) {
		const copy = bare(svg);
		if (!copy) continue;
		const at = { x: box.left, y: box.top, width: box.width, height: box.height, overflow: 'visible' };
		for (const [name, value] of Object.entries(at)) copy.setAttribute(name, String(value));
		sheet.append(copy);
	}
	return sheet;
};
