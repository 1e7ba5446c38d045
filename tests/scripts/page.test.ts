/** The pages that the build writes, without a build: one a language. */
import { describe, expect, test } from 'vitest';
import { escape, fill, pageOf } from '../../scripts/build/page';

const html =
	'<!doctype html>\n<html lang="en">\n<head>\n<meta name="description" content="%description%" />\n<title>%title%</title>\n' +
	'<link rel="icon" href="./favicon.svg" />\n<script type="module" src="./assets/index-1.js"></script>\n</head>\n' +
	'<body>\n<div id="app"></div>\n<noscript>%noscript%</noscript>\n</body>\n</html>';
const written = (title: string, direction = 'ltr') => ({
	page: { title, description: `${title} & more`, noscript: 'Needs "script"' },
	head: `<title>${title}</title>`,
	body: `<main>${title} $& </main>`,
	direction,
});
const site = (pages: Record<string, ReturnType<typeof written>>, more = {}) => ({
	html,
	styles: 'a{b:c}',
	ahead: { en: 'assets/en-1.js', ar: 'assets/ar-1.js' },
	pages,
	root: 'en',
	...more,
});
const one = site({ en: written('One') });
const two = site({ en: written('One'), ar: written('Two', 'rtl') });
const hrefs = (page: string) =>
	Object.fromEntries([...page.matchAll(/hreflang="([^"]+)" href="([^"]+)"/g)].map(([, tag, href]) => [tag, href]));

describe('a page of each language', () => {
	const rows: readonly [what: string, page: string, has: readonly string[], hasNot: readonly string[]][] = [
		[
			'the first one stands at the root, for whatever the reader speaks',
			pageOf(two, 'en'),
			['<html lang="en" dir="ltr">', 'src="./assets/index-1.js"', 'href="./assets/en-1.js"', 'href="./favicon.svg"'],
			['data-only', 'ar-1.js', 'Two'],
		],
		[
			'another stands in its folder, speaks its language alone, and leads back to the root for all it needs',
			pageOf(two, 'ar'),
			[
				'<html lang="ar" dir="rtl" data-only="ar">',
				'src="../assets/index-1.js"',
				'href="../assets/ar-1.js"',
				'href="../favicon.svg"',
				'content="../card.png"',
			],
			['"./', 'en-1.js', 'One'],
		],
		[
			'the first screen stands in it as it was written, title and description too',
			pageOf(one, 'en'),
			[
				'<div id="app"><main>One $& </main></div>',
				'<title>One</title>',
				'content="One &#38; more"',
				'<style>a{b:c}</style>',
			],
			['%title%', '%noscript%'],
		],
		[
			'where the site will stand is said to those who read addresses',
			pageOf(site({ en: written('One') }, { site: 'https://example.org/f/' }), 'en'),
			['content="https://example.org/f/card.png"'],
			[],
		],
	];
	test.each(rows)('%s', (_, page, has, hasNot) => {
		for (const part of has) expect(page).toContain(part);
		for (const part of hasNot) expect(page).not.toContain(part);
	});
	test('each leads to all; one alone leads nowhere', () => {
		expect(hrefs(pageOf(two, 'en'))).toEqual({ en: './', ar: './ar/', 'x-default': './' });
		expect(hrefs(pageOf(two, 'ar'))).toEqual({ en: '../', ar: '../ar/', 'x-default': '../' });
		expect(hrefs(pageOf({ ...two, site: 'https://example.org/f/' }, 'ar'))).toEqual({
			en: 'https://example.org/f/',
			ar: 'https://example.org/f/ar/',
			'x-default': 'https://example.org/f/',
		});
		expect(hrefs(pageOf(one, 'en'))).toEqual({});
	});
	test('the policy comes first and names the styles by their hash', () => {
		const page = pageOf(one, 'en');
		expect(page).toMatch(/<head><meta http-equiv="Content-Security-Policy" content="[^"]*style-src[^"]*'sha256-/);
	});
});

test('words become text, whatever signs are in them', () => {
	expect(escape('a "b" <c> & d')).toBe('a &#34;b&#34; &#60;c&#62; &#38; d');
	expect(fill('<p>%noscript%</p>', { noscript: '<b>$&</b>' })).toBe('<p>&#60;b&#62;$&#38;&#60;/b&#62;</p>');
});
