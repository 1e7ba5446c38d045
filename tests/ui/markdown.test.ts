import { describe, expect, test } from 'vitest';
import { toMarkdown } from '../../src/ui/markdown';

const page = (html: string): Element => {
	const root = document.createElement('main');
	root.innerHTML = html;
	document.body.replaceChildren(root);
	return root;
};
const written = (html: string): string => toMarkdown(page(html));

test.each([
	['headings', '<h1>One</h1><h2>Two</h2><h3>Three</h3><h4>Four</h4>', '# One\n\n## Two\n\n### Three\n\n#### Four\n'],
	['paragraphs', '<p>One</p>\n\t<p>two</p>', 'One\n\ntwo\n'],
	['loose text beside blocks', '<div>One <b>two</b><p>three</p> four</div>', 'One **two**\n\nthree\n\nfour\n'],
	['white space made one', '<p> One\n\t\t two  <span> three </span> </p>', 'One two three\n'],
	['a blank that does not break, kept', '<p>±&nbsp;7</p>', '±\u00a07\n'],
	['a line break', '<p><b>Name</b> <br /> <span>place</span></p>', '**Name**  \nplace\n'],
	['a line break in a heading', '<h2>One<br />two</h2>', '## One two\n'],
	['strong and emphasised', '<p>a <strong>b </strong>c <em>d</em> <i>e</i></p>', 'a **b** c *d* *e*\n'],
	['strong within strong', '<p><b>a <strong>b</strong></b></p>', '**a b**\n'],
	['emphasis within strong', '<p><b>a <em>b</em></b> c</p>', '**a** ***b*** c\n'],
	['a link in the page', '<p>See <a href="#/method">how</a> and <a href="./x">x</a>.</p>', 'See how and x.\n'],
	['a link elsewhere', '<p><a href="https://a.example/b c?(d)"> Go </a>.</p>', '[Go](https://a.example/b%20c?%28d%29) .\n'],
	['a link that would run something', '<p><a href="javascript:alert(1)">x</a></p>', 'x\n'],
	['a list', '<ul><li>One</li><li> <p>two</p> </li><li><button>no</button></li></ul>', '- One\n- two\n'],
	['an ordered list', '<ol start="9"><li>One</li><li>two</li></ol>', '9. One\n10. two\n'],
	['nested lists', '<ul><li>One<ul><li>in<ol><li>deep</li></ol></li></ul></li><li>two</li></ul>', '- One\n  - in\n    1. deep\n- two\n'],
	['a list of several paragraphs', '<ul><li><p>a</p><p>b</p></li><li>c</li></ul>', '- a\n\n  b\n\n- c\n'],
	['names and what is said', '<dl><div><dt>Form</dt><dd>Full</dd></div><dt>Who</dt><dd>one</dd><dd>two</dd></dl>', '**Form**: Full\n\n**Who**: one two\n'],
	['a quotation', '<blockquote><p>One</p><p>two</p></blockquote>', '> One\n>\n> two\n'],
	['details, closed or open', '<details><summary>More <span class="noprint">Change</span></summary>text</details>', '**More**\n\ntext\n'],
	['what only a screen reader has', '<p><span class="vh">First:</span> one</p>', 'First: one\n'],
	['nothing', '<p> </p><div></div>', '\n'],
])('%s', (_, html, wanted) => expect(written(html)).toBe(wanted)); // prettier-ignore

test.each([
	'<button>x</button>',
	'<p class="noprint">x</p>',
	'<p hidden>x</p>',
	'<script>x</script>',
	'<style>/* x */</style>',
	'<input value="x" />',
	'<textarea>x</textarea>',
	'<select><option>x</option></select>',
	'<label class="check"><input type="checkbox" /> x</label>',
	'<form><label><span>x</span></label></form>',
	'<nav><ul><li>x</li></ul></nav>',
	'<a class="skip" href="#main">x</a>',
	'<svg role="img" aria-label="x"><text>x</text></svg>',
	'<canvas>x</canvas>',
])('%s is left out, alone and within a line', (html) => {
	expect(written(`<p>a</p>${html}<p>b</p>`)).toBe('a\n\nb\n');
	expect(written(`<p>a ${html} b</p>`)).toMatch(/^a\s+b\n$/);
});

describe('a table', () => {
	test('has its caption, its heads and its numbers to the right', () =>
		expect(
			written(`<div class="numbers"><label class="check"><input type="checkbox" /> Show</label><div class="tablewrap"><table>
				<caption>Figure 2 in numbers</caption>
				<thead><tr><th scope="col">Score</th><th class="n">Value</th></tr></thead>
				<tbody><tr><th scope="row">Either | or</th><td class="n">61</td></tr>
				<tr><th scope="row">People</th><td class="n"></td></tr></tbody></table></div></div>`),
		).toBe('**Figure 2 in numbers**\n\n| Score | Value |\n| --- | ---: |\n| Either \\| or | 61 |\n| People |  |\n'));

	test('without heads has empty ones; a wide cell keeps the columns', () =>
		expect(written('<table><tr><td>a<br />b</td><td>c</td></tr><tr><td colspan="2">d</td></tr></table>')).toBe(
			'|  |  |\n| --- | --- |\n| a b | c |\n| d |  |\n',
		));
});

describe('a figure', () => {
	test('is its label, then its caption', () =>
		expect(
			written(`<figure><div role="img" aria-label="You stand 14 points towards [one] end."><canvas></canvas></div>
				<p class="axis">Architecture</p><figcaption><b>Figure 1.</b> The beam.</figcaption></figure>`),
		).toBe('[Figure 1: You stand 14 points towards \\[one\\] end.]\n\n***Figure 1.*** *The beam.*\n'));

	test('of several drawings has a label each, and keeps a table', () =>
		expect(
			written(`<figure><svg role="img" aria-label="A"><text>x</text></svg><svg role="img" aria-label="B"></svg>
				<table><tr><th>h</th></tr><tr><td>c</td></tr></table></figure>`),
		).toBe('[A]\n\n[B]\n\n| h |\n| --- |\n| c |\n'));

	test('without a drawing is written as anything else', () =>
		expect(written('<figure><p>One</p><figcaption>Two</figcaption></figure>')).toBe('One\n\n*Two*\n'));

	test('sets apart what stands apart in its caption', () => {
		const key = '<span style="display:inline-block">40 of 100.</span>'.repeat(2);
		expect(written(`<figure><figcaption>${key}</figcaption></figure>`)).toBe('*40 of 100. 40 of 100.*\n');
	});
});

test.each([
	['# one', '\\# one'],
	['*one* _two_ `three`', '\\*one\\* \\_two\\_ \\`three\\`'],
	['[one](https://a.example)', '\\[one\\](https://a.example)'],
	['<img src=x onerror=alert(1)>', '\\<img src=x onerror=alert(1)\\>'],
	['&lt;b&gt; R&D', '\\&lt;b\\&gt; R&D'],
	['- one', '\\- one'],
	['+ one', '\\+ one'],
	['---', '\\---'],
	['===', '\\==='],
	['1. one', '1\\. one'],
	['12) one', '12\\) one'],
	['1.5 points', '1\\.5 points'],
	['2026 was', '2026 was'],
	['~~~', '\\~\\~\\~'],
	['a | b', 'a \\| b'],
	['> one', '\\> one'],
	['back\\slash', 'back\\\\slash'],
	['\u2067שלום\u2069 abc \u202bdef', '\u2067שלום\u2069 abc \u202bdef'],
])('the name %s cannot become markup', (name, wanted) => {
	const root = page('<p></p>');
	root.firstElementChild!.textContent = name;
	expect(toMarkdown(root)).toBe(`${wanted}\n`);
	root.firstElementChild!.append(document.createElement('br'), name);
	expect(toMarkdown(root)).toBe(`${wanted}  \n${wanted}\n`);
});

test.each([
	['one word of a word', '<p>un<b>believ</b>able</p>', 'un**believ**able\n'],
	['a sign last, a letter next', '<p><b>Name:</b>text</p>', 'Name:text\n'],
	['a sign last, a blank next', '<p><b>Name:</b> text</p>', '**Name:** text\n'],
	['a sign first, a letter before', '<p>a<b>“b”</b> c</p>', 'a“b” c\n'],
	['nothing but blanks', '<p>a<b> </b>c</p>', 'a c\n'],
])('emphasis that Markdown would not see is not marked: %s', (_, html, wanted) => expect(written(html)).toBe(wanted));
