import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hexOf, manifest, token } from '../../scripts/build/manifest';

const words = JSON.parse(readFileSync('questions/en/ui.json', 'utf8')) as Parameters<typeof manifest>[0];
const made = manifest(words, '#fbf9f4');
/** Width and height of a PNG, and whether it has an alpha channel. */
const shape = (file: string): [number, number, boolean] => {
	const png = readFileSync(`public/${file}`);
	expect(png.toString('latin1', 1, 4)).toBe('PNG');
	return [png.readUInt32BE(16), png.readUInt32BE(20), png[25] === 6];
};

describe('a colour for the manifest', () => {
	test.each([
		['white', 'oklch(100% 0 0)', '#ffffff'],
		['black', 'oklch(0% 0 0)', '#000000'],
		['red', 'oklch(62.7955% 0.257683 29.2339)', '#ff0000'],
		['green', 'oklch(51.9752% 0.176858 142.4953)', '#008000'],
		['blue', 'oklch(45.2014% 0.313214 264.052)', '#0000ff'],
	])('%s', (_, colour, hex) => expect(hexOf(colour)).toBe(hex));
	test('of another notation is refused', () => expect(() => hexOf('#fff')).toThrow());
	test('comes from the tokens, in light and in dark', () => {
		const css = readFileSync('src/styles/tokens.css', 'utf8');
		const { light, dark } = token(css, 'paper');
		const shade = (hex: string) => parseInt(hex.slice(1, 3), 16);
		expect([shade(light) > 240, shade(dark) < 40]).toEqual([true, true]);
		expect(() => token(css, 'glitter')).toThrow();
	});
});

describe('the manifest', () => {
	test('says what the site is in its own words', () =>
		expect([made.name, made.description, made.lang, made.dir]).toEqual([
			words.page.name,
			words.page.description,
			words.language.locale,
			words.language.direction,
		]));
	test('has no address that is not relative, so any folder will do', () => {
		const addresses = [made.start_url, made.scope, ...made.icons.map(({ src }) => src)];
		expect(addresses.filter((address) => /^(?:\/|\w+:)/.test(address))).toEqual([]);
	});
	test.each(made.icons.filter(({ type }) => type === 'image/png'))('$src is as large as it says', ({ src, sizes }) =>
		expect(shape(src).slice(0, 2).join('x')).toBe(sizes),
	);
	test('has what browsers ask for before they install: 192, 512, one to be cut to any shape', () => {
		const offered = made.icons.map(({ sizes, purpose }) => `${sizes} ${purpose}`);
		for (const wanted of ['192x192 any', '512x512 any', '512x512 maskable']) expect(offered).toContain(wanted);
	});
});

test('the picture for other sites is 1200 by 630, below 60 KB', () => {
	expect(shape('card.png')).toEqual([1200, 630, false]);
	expect(readFileSync('public/card.png').length).toBeLessThan(60 * 1024);
});
test('the icon for a home screen has no corner that shows through', () =>
	expect(shape('apple-touch-icon.png')).toEqual([180, 180, false]));
