import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { embeddable, inline, policyAlone } from '../../scripts/build/single';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

describe('the policy of the one file', () => {
	test('knows no site: only what stands in the page, by its hash, and the font in it', () => {
		const directives = policyAlone({ styles: ['a{}'], scripts: ['b()'] }).split('; ');
		expect(directives).toContain("default-src 'none'");
		expect(directives).toContain(`script-src ${hash('b()')}`);
		expect(directives).toContain(`style-src ${hash('a{}')}`);
		expect(directives).toContain('font-src data:');
		expect(directives).toContain("require-trusted-types-for 'script'");
		expect(directives).toContain('trusted-types svelte-trusted-html');
		expect(directives.join()).not.toMatch(/'self'|connect-src|worker-src|unsafe|https?:/);
	});
});

describe('a script in HTML', () => {
	test.each([
		['the end of its element', `say("</script>")`, `say("\\x3C/script>")`],
		['the same in capitals', `say('</SCRIPT >')`, `say('\\x3C/SCRIPT >')`],
		['another element', 'say(`<script src=x>`)', 'say(`\\x3Cscript src=x>`)'],
		['a comment', `say("<!-- x")`, `say("\\x3C!-- x")`],
		['in an expression', 'test(/<script/)', 'test(/\\x3Cscript/)'],
		['less than', 'a<b', 'a<b'],
	])('%s', (_, script, text) => expect(embeddable(script)).toBe(text));
	test('where the sign is no string the build stops', () => expect(() => embeddable('a<!--b')).toThrow());
});

describe('one page', () => {
	const files: Record<string, string> = {
		'assets/app.js': 'say("</script>")\n\n\tsay("$&")\n',
		'assets/app.css': 'p{color:red}',
		'favicon.svg': '<svg/>',
	};
	const read = (path: string): Buffer => {
		if (!(path in files)) throw new Error(path);
		return Buffer.from(files[path]!);
	};
	const html = `<!doctype html>
<html>
	<head>
		<meta http-equiv="Content-Security-Policy" content="default-src 'self'">
		<style>h1{margin:0}</style>
		<link rel="icon" href="./favicon.svg" type="image/svg+xml" />
		<link rel="manifest" href="./manifest.webmanifest" />
		<link rel="modulepreload" crossorigin href="./assets/more.js">
		<meta property="og:image" content="./card.png" />
		<script type="module" crossorigin src="./assets/app.js"></script>
		<link rel="stylesheet" crossorigin href="./assets/app.css">
	</head>
	<body><div id="app"></div></body>
</html>`;
	const page = inline(html, read);
	const inside = (name: string): string[] =>
		[...page.matchAll(new RegExp(`<${name}[^>]*>([^]*?)</${name}>`, 'g'))].map(([, text]) => text!);

	test('has the script and the styles in it, as they were', () => {
		expect(inside('script')).toEqual(['say("\\x3C/script>")\n\n\tsay("$&")']);
		expect(inside('style')).toEqual(['h1{margin:0}', 'p{color:red}']);
	});
	test('has one policy, before anything that it holds for, with the hash of each', () => {
		const policies = [...page.matchAll(/Content-Security-Policy" content="([^"]*)"/g)].map(([, text]) => text!);
		expect(policies).toEqual([policyAlone({ styles: inside('style'), scripts: inside('script') })]);
		expect(page.indexOf('Content-Security-Policy')).toBeLessThan(page.indexOf('<style>'));
	});
	test('names no file and no address', () => {
		expect(page.match(/(?:src|href)="(?!data:)/g)).toBeNull();
		expect(page).not.toMatch(/manifest|modulepreload|og:image/);
		expect(page).toContain(`data:image/svg+xml;base64,${Buffer.from('<svg/>').toString('base64')}`);
	});
	test.each([
		['a style that would end its element', { 'assets/app.css': 'p{content:"</style>"}' }],
		['a sign that HTML changes', { 'assets/app.js': 'say("\0")' }],
		['a file that is not there', { 'assets/app.js': undefined }],
	])('%s stops the build', (_, change) => {
		expect(() => inline(html, (path) => {
			const text = path in change ? (change as Record<string, string | undefined>)[path] : files[path];
			if (text === undefined) throw new Error(path);
			return Buffer.from(text);
		})).toThrow();
	}); // prettier-ignore
});
