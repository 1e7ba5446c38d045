import { render } from '@testing-library/svelte';
import { beforeAll, describe, expect, test } from 'vitest';
import Qr from '../../src/ui/Qr.svelte';

/** What is dark in the drawing, a row each, quiet zone included; every run of the path has the form that it must have. */
const modulesOf = (svg: Element): boolean[][] => {
	const side = Number(svg.getAttribute('viewBox')!.split(' ')[2]);
	const grid = Array.from({ length: side }, () => Array.from({ length: side }, () => false));
	const d = svg.querySelector('path')!.getAttribute('d')!;
	const runs = [...d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
	expect(runs.map(([run]) => run).join('')).toBe(d);
	for (const [, x, y, length, back] of runs) {
		expect(back).toBe(length);
		grid[Number(y)]!.fill(true, Number(x), Number(x) + Number(length));
	}
	return grid;
};
const show = (text: string) => render(Qr, { text, label: 'A code' }).container;
const codeOf = (text: string): boolean[][] => {
	const grid = modulesOf(show(text).querySelector('svg')!);
	return grid.slice(4, -4).map((row) => row.slice(4, -4));
};
/** The two bits of the format that tell the correction level, unmasked (ISO 18004, 7.9): 01 is L, 00 is M. */
const level = (code: boolean[][]): string => {
	const bits = (Number(code[8]![0]) * 2 + Number(code[8]![1])) ^ 0b10;
	return ['M', 'L', 'H', 'Q'][bits]!;
};

const finder = ['#######', '#     #', '# ### #', '# ### #', '# ### #', '#     #', '#######'];
const patternAt = (code: boolean[][], x: number, y: number): string[] =>
	code.slice(y, y + 7).map((row) => row.slice(x, x + 7).map((dark) => (dark ? '#' : ' ')).join('')); // prettier-ignore

const link = (length: number): string => 'https://fulcrum.example/#/open/'.padEnd(length, 'aB3_kZ-q7');

beforeAll(() => {
	// jsdom has none; every browser does.
	globalThis.TextEncoder ??= class {
		encode = (text: string) => Uint8Array.from(Buffer.from(text, 'utf8'));
	} as unknown as typeof TextEncoder;
});

describe('a link of 170 characters', () => {
	test('is a code of version 9 with its three finders, its timing and its quiet zone', () => {
		const svg = show(link(170)).querySelector('svg')!;
		expect(svg.getAttribute('viewBox')).toBe('0 0 61 61');
		const grid = modulesOf(svg);
		const edge = grid.flatMap((row, y) => row.filter((_, x) => Math.min(x, y) < 4 || Math.max(x, y) > 56));
		expect(edge).not.toContain(true);
		const code = codeOf(link(170));
		expect(code).toHaveLength(4 * 9 + 17);
		for (const [x, y] of [[0, 0], [46, 0], [0, 46]] as const) expect(patternAt(code, x, y)).toEqual(finder); // prettier-ignore
		expect(patternAt(code, 46, 46)).not.toEqual(finder);
		for (let i = 8; i < 45; i++) expect([code[6]![i], code[i]![6]]).toEqual([i % 2 === 0, i % 2 === 0]);
		expect(level(code)).toBe('M');
	});

	test('is black on white whatever the theme, and needs no style attribute', () => {
		const svg = show(link(170)).querySelector('svg')!;
		expect([...svg.children].map((child) => child.getAttribute('fill'))).toEqual(['#fff', '#000']);
		expect([...svg.children].map((child) => child.tagName)).toEqual(['rect', 'path']);
		expect(svg.querySelector('rect')!.getAttribute('width')).toBe('61');
		expect(svg.getAttribute('shape-rendering')).toBe('crispEdges');
		expect(svg.parentElement!.querySelector('[style]')).toBeNull();
	});

	test('is an image with a name', () => {
		const svg = show(link(170)).querySelector('svg')!;
		expect([svg.getAttribute('role'), svg.getAttribute('aria-label')]).toEqual(['img', 'A code']);
	});
});

test.each([
	['Latin', 'Łukasz Œuvrard'],
	['Hebrew', 'נועה כהן'],
	['Arabic', 'ليلى حداد'],
	['Devanagari', 'अदिति शर्मा'],
	['Chinese', '陳美玲'],
	['Japanese', '山田 花子'],
	['an emoji made of several', '👩🏽‍💻 Ada'],
])('a name in %s makes a code', (_, name) => {
	const code = codeOf(`${link(60)}?n=${name}`);
	expect(patternAt(code, 0, 0)).toEqual(finder);
	expect(code).not.toEqual(codeOf(`${link(60)}?n=${'x'.repeat(name.length)}`));
	expect(level(code)).not.toBe('L');
});

test.each([
	['short, where more costs no room', 20, 'Q'],
	['a link', 170, 'M'],
	['the longest that M holds in version 12', 287, 'M'],
	['one longer', 288, 'L'],
	['long', 2900, 'L'],
])('%s (%i characters): its correction is %s', (_, length, wanted) => expect(level(codeOf(link(length)))).toBe(wanted));

test('nothing is shown of what no code can hold', () => {
	expect(show(link(3000)).querySelector('svg')).toBeNull();
});
