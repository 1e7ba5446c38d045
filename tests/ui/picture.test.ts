import { describe, expect, test } from 'vitest';
import { densityFor, piecesOf, sheetOf, signsOf, type Box } from '../../src/ui/pictureParts';

/** Boxes of 10 px a sign from `left`, in the direction that they are read. */
const row = (count: number, left: number, top = 0, step = 10): Box[] =>
	Array.from({ length: count }, (_, i) => ({ left: left + i * step, top, width: 10, height: 16 }));
const said = (text: string, boxes: readonly (Box | null)[], rtl = false) =>
	piecesOf(
		signsOf(text).map((sign, i) => ({ text: sign, box: boxes[i] ?? null })),
		rtl,
	).map((piece) => [piece.text, piece.left, piece.top, piece.width, piece.rtl]);

describe('the pieces of a text', () => {
	test.each<[string, string, (Box | null)[], boolean, unknown[]]>([
		['one line', 'abc', row(3, 5), false, [['abc', 5, 0, 30, false]]],
		['two lines, the blank between them collapsed', 'ab cd', [...row(2, 0), null, ...row(2, 0, 20)], false, [['ab', 0, 0, 20, false], ['cd', 0, 20, 20, false]]],
		['white space of the source, and what of it is shown', '\n\tab c', [null, null, ...row(4, 0)], false, [['ab c', 0, 0, 40, false]]],
		['a sign of several units', 'a👩🏽‍💻e\u0301b', row(4, 0), false, [['a👩🏽‍💻e\u0301b', 0, 0, 40, false]]],
		['a mark that takes no room', 'a\u200fb', [row(1, 0)[0]!, { ...row(1, 10)[0]!, width: 0 }, row(1, 10)[0]!], false, [['a\u200fb', 0, 0, 20, false]]],
		['vowel signs within Arabic', 'قريبًا', row(5, 50, 0, -10), true, [['قريبًا', 10, 0, 50, true]]],
		['a tone that the line does not end for', 'ab', [row(1, 0)[0]!, row(1, 10, 3)[0]!], false, [['ab', 0, 0, 20, false]]],
		['Hebrew, from the right', 'שלום', row(4, 30, 0, -10), true, [['שלום', 0, 0, 40, true]]],
		['a number within Hebrew', 'של 12', [...row(3, 50, 0, -10), ...row(2, 10)], true, [['של ', 30, 0, 30, true], ['12', 10, 0, 20, false]]],
		['Latin in a page from right to left', 'ab.', [...row(2, 10), row(1, 0)[0]!], true, [['ab', 10, 0, 20, false], ['.', 0, 0, 10, true]]],
		['one sign alone goes the page’s way', '(', row(1, 0), true, [['(', 0, 0, 10, true]]],
		['far apart on one line', 'ab', [row(1, 0)[0]!, row(1, 40)[0]!], false, [['a', 0, 0, 10, false], ['b', 40, 0, 10, false]]],
		['nothing but blanks', '  ', row(2, 0), false, []],
		['what is not shown', 'abc', [null, null, null], false, []],
	])('%s', (_, text, boxes, rtl, wanted) => expect(said(text, boxes, rtl)).toEqual(wanted)); // prettier-ignore
});

test.each([
	['a figure of the page', 950, 500, 4, 4],
	['one as long as a phone allows', 400, 1000, 6, 6],
	['one that no canvas could hold', 2000, 4000, 4, 1.44],
])('%s is drawn with as many pixels as a canvas holds', (_, width, height, density, wanted) => {
	const found = densityFor(width, height, density);
	expect(found).toBe(wanted);
	expect(width * found * height * found).toBeLessThanOrEqual(4096 * 4096);
});

describe('the sheet of drawings', () => {
	const svg = (inside: string): Element => {
		document.body.innerHTML = `<svg class="beam" width="100%" height="60" role="img" aria-label="x">${inside}</svg>`;
		return document.body.firstElementChild!;
	};
	const box: Box = { left: 24, top: 30, width: 300, height: 60 };
	const sheet = (inside: string): SVGElement => sheetOf([{ svg: svg(inside), box }], 348, 200, 2);

	test('is as large as the picture, in its pixels', () => {
		const { attributes } = sheet('');
		expect(Object.fromEntries([...attributes].map(({ name, value }) => [name, value]))).toEqual({
			viewBox: '0 0 348 200',
			width: '696',
			height: '400',
		});
	});

	test('holds each drawing at its place, free to stand over its edge, without what only a page can use', () => {
		const drawing = sheet('').firstElementChild!;
		for (const [name, value] of Object.entries({ x: '24', y: '30', width: '300', height: '60', overflow: 'visible' }))
			expect(drawing.getAttribute(name)).toBe(value);
		for (const name of ['class', 'role', 'aria-label', 'style']) expect(drawing.hasAttribute(name)).toBe(false);
	});

	test('keeps shapes and words, and their styles as attributes', () => {
		const drawing = sheet(
			'<g transform="rotate(4)"><text class="you" style="font-size: 13px; opacity: 0.5" y="-41">You &amp; <tspan>me</tspan></text></g>',
		);
		expect(drawing.querySelector('g')!.getAttribute('transform')).toContain('rotate(4');
		const text = drawing.querySelector('text')!;
		expect(text.textContent).toBe('You & me');
		expect([text.getAttribute('font-size'), text.getAttribute('opacity'), text.getAttribute('y')]).toEqual(['13px', '0.5', '-41']); // prettier-ignore
		expect(text.hasAttribute('style')).toBe(false);
	});

	test('leaves out what is not shown', () => {
		expect(sheet('<rect /><text style="display: none">far</text>').textContent).toBe('');
		expect(sheet('<rect /><text style="display: none">far</text>').querySelectorAll('rect')).toHaveLength(1);
	});

	test('is well-formed whatever a name holds', () => {
		const shown = sheet('<text></text>');
		shown.querySelector('text')!.textContent = '<b> & "it" 陳 👩🏽‍💻 \u2067שלום\u2069';
		const text = new XMLSerializer().serializeToString(shown);
		const back = new DOMParser().parseFromString(text, 'image/svg+xml');
		expect(back.querySelector('parsererror')).toBeNull();
		expect(back.querySelector('text')!.textContent).toBe(shown.textContent);
	});
});
