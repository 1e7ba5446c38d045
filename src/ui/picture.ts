/** One figure with its caption as a PNG: in light colours on white, as it is laid out now, and finer than the screen. */
import { inLight, lightChart } from '../charts/canvas.svelte';
import { densityFor, piecesOf, sheetOf, signsOf, type Box, type Piece } from './pictureParts';

/** Ground on every side, CSS px; what a drawing lets stand over its edge finds room there. */
const margin = 24;

/** Looks at a copy of `figure` in light colours, laid out as the original, which nobody sees: it is gone at once. */
const withLightCopy = <Found>(figure: HTMLElement, look: (copy: HTMLElement) => Found): Found => {
	const copy = figure.cloneNode(true) as HTMLElement;
	Object.assign(copy.style, {
		position: 'absolute',
		insetBlockStart: '0',
		insetInlineStart: '0',
		inlineSize: `${figure.getBoundingClientRect().width}px`,
		margin: '0',
		visibility: 'hidden',
	});
	inLight(copy);
	figure.parentElement!.append(copy);
	try {
		return look(copy);
	} finally {
		copy.remove();
	}
};

interface Lettering extends Piece {
	readonly colour: string;
	readonly font: string;
	/** CSS px. */
	readonly spacing: string;
}
const letteringIn = (copy: HTMLElement, place: (box: DOMRect) => Box): Lettering[] => {
	const found: Lettering[] = [];
	const texts = document.createTreeWalker(copy, NodeFilter.SHOW_TEXT);
	const range = document.createRange();
	for (let node = texts.nextNode(); node; node = texts.nextNode()) {
		const parent = node.parentElement!;
		const text = node.textContent!;
		if (text.trim() === '' || parent.closest('svg, canvas, .vh, .noprint')) continue;
		let end = 0;
		const signs = signsOf(text).map((sign) => {
			range.setStart(node!, end);
			range.setEnd(node!, (end += sign.length));
			const [box] = range.getClientRects();
			return { text: sign, box: box ? place(box) : null };
		});
		const { color, direction, letterSpacing, fontStyle, fontWeight, fontSize, fontFamily } = getComputedStyle(parent);
		const font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
		const spacing = letterSpacing === 'normal' ? '0px' : letterSpacing;
		for (const piece of piecesOf(signs, direction === 'rtl')) found.push({ ...piece, font, spacing, colour: color });
	}
	return found;
};

/** An SVG draws within its padding. */
const inside = (svg: Element, { left, top, width, height }: Box): Box => {
	const { paddingLeft, paddingRight, paddingTop, paddingBottom } = getComputedStyle(svg);
	const [west, east, north, south] = [paddingLeft, paddingRight, paddingTop, paddingBottom].map(parseFloat) as [number, number, number, number]; // prettier-ignore
	return { left: left + west, top: top + north, width: width - west - east, height: height - north - south };
};

const write = (paper: CanvasRenderingContext2D, { text, rtl, left, top, font, spacing, colour }: Lettering): void => {
	paper.font = font;
	paper.letterSpacing = spacing;
	paper.direction = rtl ? 'rtl' : 'ltr';
	paper.textAlign = 'left';
	paper.fillStyle = colour;
	paper.fillText(text, left, top + paper.measureText(text).fontBoundingBoxAscent);
};

const draw = async (
	paper: CanvasRenderingContext2D,
	sheet: SVGElement,
	width: number,
	height: number,
): Promise<void> => {
	const image = new Image();
	image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(sheet))}`;
	await image.decode();
	paper.drawImage(image, 0, 0, width, height);
};

/**
 * A PNG of `figure`, `density` pixels to a CSS px (twice the screen's, at most 4, unless told).
 * The page neither changes nor flashes. Rejects where the browser cannot draw it.
 */
export const picture = async (
	figure: HTMLElement,
	{ density = Math.min(4, 2 * devicePixelRatio) }: { density?: number } = {},
): Promise<Blob> => {
	await document.fonts.ready;
	const shown = figure.getBoundingClientRect();
	const [width, height] = [Math.ceil(shown.width) + 2 * margin, Math.ceil(shown.height) + 2 * margin];
	const fine = densityFor(width, height, density);
	const canvas = document.createElement('canvas');
	[canvas.width, canvas.height] = [Math.round(width * fine), Math.round(height * fine)];
	const paper = canvas.getContext('2d');
	if (!paper) throw new Error('no canvas to draw on');
	paper.scale(fine, fine);

	const sheet = withLightCopy(figure, (copy) => {
		const from = copy.getBoundingClientRect();
		const place = ({ left, top, width, height }: DOMRect): Box => ({
			left: left - from.left + margin,
			top: top - from.top + margin,
			width,
			height,
		});
		paper.fillStyle = getComputedStyle(copy).getPropertyValue('--paper');
		paper.fillRect(0, 0, width, height);
		const canvases = figure.querySelectorAll('canvas');
		copy.querySelectorAll('canvas').forEach((node, i) => {
			const box = place(node.getBoundingClientRect());
			const put = (drawing: HTMLCanvasElement): void =>
				paper.drawImage(drawing, box.left, box.top, box.width, box.height);
			if (!lightChart(canvases[i]!, fine, put)) put(canvases[i]!);
		});
		for (const lettering of letteringIn(copy, place)) write(paper, lettering);
		const drawings = [...copy.querySelectorAll('svg')]
			.filter((svg) => !svg.parentElement!.closest('svg'))
			.map((svg) => ({ svg, box: inside(svg, place(svg.getBoundingClientRect())) }));
		return drawings.length > 0 ? sheetOf(drawings, width, height, fine) : null;
	});
	if (sheet) await draw(paper, sheet, width, height);
	return new Promise((resolve, reject) =>
		canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture came of it'))), 'image/png'),
	);
};
