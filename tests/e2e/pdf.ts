/**
 * Reads the PDFs that Chromium prints, as far as the tests need it and without another program: how many pages, where which
 * text stands, what is painted dark, whether there are images. Chromium names a font and a form after the number of its
 * object, and writes all text as hexadecimal glyphs.
 */
import { inflateSync } from 'node:zlib';

export interface Text {
	readonly text: string;
	/** Points from the left and from the top of the page, of the beginning of the baseline. */
	readonly x: number;
	readonly y: number;
	/** Points. */
	readonly size: number;
}
export interface Sheet {
	readonly width: number;
	readonly height: number;
	readonly texts: readonly Text[];
	/** Share of the page under rectangles that are darker than a middle grey. */
	readonly dark: number;
	/** What is drawn, without the words: commands that paint a path. */
	readonly strokes: number;
}
export interface Paper {
	readonly sheets: readonly Sheet[];
	readonly images: number;
	/** All words, without any white space, as a line may be broken anywhere. */
	readonly text: string;
}

type Matrix = readonly [number, number, number, number, number, number];
const times = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
	a * A + b * C,
	a * B + b * D,
	c * A + d * C,
	c * B + d * D,
	e * A + f * C + E,
	e * B + f * D + F,
];
const unit: Matrix = [1, 0, 0, 1, 0, 0];

/** A text without white space and soft hyphens. */
export const tight = (text: string): string =>
	text.normalize('NFKC').replace(/[\s\u00ad\u200b-\u200f\u2066-\u2069]+/g, '');

export const readPdf = (bytes: Buffer): Paper => {
	const raw = bytes.toString('latin1');
	const heads = new Map<number, string>();
	const streams = new Map<number, string>();
	for (const found of raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)(?:\nendobj|stream\r?\n)/g)) {
		const [all, id, head] = found;
		heads.set(Number(id), head!);
		if (!all.endsWith('stream\n')) continue;
		const start = found.index + all.length;
		const packed = bytes.subarray(start, start + Number(/\/Length (\d+)/.exec(head!)![1]));
		if (/\/FlateDecode/.test(head!)) streams.set(Number(id), inflateSync(packed).toString('latin1'));
		else streams.set(Number(id), packed.toString('latin1'));
	}

	const fonts = new Map<number, { digits: number; letters: Map<number, string> }>();
	const fontOf = (id: number) => {
		const known = fonts.get(id);
		if (known) return known;
		const cmap = streams.get(Number(/\/ToUnicode (\d+)/.exec(heads.get(id) ?? '')?.[1])) ?? '';
		const letters = new Map<number, string>();
		const said = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');
		for (const [, block] of cmap.matchAll(/beginbfchar\s([\s\S]*?)endbfchar/g))
			for (const [, from, to] of block!.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>/gi))
				letters.set(parseInt(from!, 16), said(to!));
		for (const [, block] of cmap.matchAll(/beginbfrange\s([\s\S]*?)endbfrange/g))
			for (const [, low, high, to] of block!.matchAll(/<([\dA-F]+)>\s*<([\dA-F]+)>\s*<([\dA-F]+)>/gi))
				for (let code = parseInt(low!, 16), i = 0; code <= parseInt(high!, 16); code += 1, i += 1)
					letters.set(code, String.fromCharCode(...[...said(to!)].map((sign) => sign.charCodeAt(0) + i)));
		const digits = /begincodespacerange\s*<([\dA-F]+)>/i.exec(cmap)?.[1]?.length ?? 4;
		fonts.set(id, { digits, letters });
		return fonts.get(id)!;
	};

	const sheets = [...heads]
		.filter(([, head]) => /\/Type \/Page\b/.test(head))
		.map(([, head]): Sheet => {
			const [width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(head)!.slice(1).map(Number) as [
				number,
				number,
			];
			const texts: Text[] = [];
			let [dark, strokes] = [0, 0];
			const draw = (content: string, from: Matrix): void => {
				let [now, shade] = [from, 1];
				const kept: [Matrix, number][] = [];
				let [font, size, line] = [fontOf(-1), 0, unit];
				let rectangles: number[][] = [];
				let given: string[] = [];
				const numbers = (count: number) => given.slice(-count).map(Number);
				for (const [token] of content.matchAll(/<<[^>]*>>|<[\dA-F]*>|\([^)]*\)|\[[^\]]*\]|[^\s<>()[\]]+/gi)) {
					switch (token) {
						case 'q':
							kept.push([now, shade]);
							break;
						case 'Q':
							[now, shade] = kept.pop() ?? [from, 1];
							break;
						case 'cm':
							now = times(numbers(6) as unknown as Matrix, now);
							break;
						case 'rg':
							shade = numbers(3).reduce((sum, part) => sum + part, 0) / 3;
							break;
						case 're':
							rectangles.push(numbers(4));
							break;
						case 'f':
						case 'f*': {
							const scale = Math.abs(now[0] * now[3] - now[1] * now[2]);
							if (shade < 0.5) dark += rectangles.reduce((sum, [, , w, h]) => sum + Math.abs(w! * h!) * scale, 0);
							strokes += 1;
							rectangles = [];
							break;
						}
						case 'S':
							strokes += 1;
							rectangles = [];
							break;
						case 'n':
							rectangles = [];
							break;
						case 'Tf':
							font = fontOf(Number(given.at(-2)!.slice(2)));
							size = numbers(1)[0]!;
							break;
						case 'Tm':
							line = numbers(6) as unknown as Matrix;
							break;
						case 'Td':
							line = times([1, 0, 0, 1, ...(numbers(2) as [number, number])], line);
							break;
						case 'Tj': {
							const hex = given.at(-1)!.slice(1, -1);
							const signs = hex.match(new RegExp(`.{${font.digits}}`, 'g')) ?? [];
							const at = times(line, now);
							const text = signs.map((sign) => font.letters.get(parseInt(sign, 16)) ?? '').join('');
							texts.push({ text, x: at[4], y: height - at[5], size: size * Math.hypot(at[0], at[1]) });
							break;
						}
						case 'Do': {
							const id = Number(given.at(-1)!.slice(2));
							const box = /\/Matrix \[([^\]]*)\]/.exec(heads.get(id) ?? '')?.[1];
							const matrix = box ? (box.trim().split(/\s+/).map(Number) as unknown as Matrix) : unit;
							if (/\/Subtype \/Form/.test(heads.get(id) ?? '')) draw(streams.get(id)!, times(matrix, now));
							break;
						}
						default:
							given.push(token);
							continue;
					}
					given = [];
				}
			};
			draw(streams.get(Number(/\/Contents (\d+)/.exec(head)![1]))!, unit);
			return { width, height, texts, dark: dark / (width * height), strokes };
		});
	return {
		sheets,
		images: [...heads.values()].filter((head) => /\/Subtype \/Image/.test(head)).length,
		text: tight(sheets.flatMap(({ texts }) => texts.map(({ text }) => text)).join('')),
	};
};
