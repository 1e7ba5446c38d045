/**
 * npm run pictures: draws the icons and the social card in public/ anew, from the sign, the tokens, the font and the words.
 * They are kept in the repository, since drawing takes a browser; run it when one of those has changed.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { packed } from './png.mjs';
import { findChromium, install, root } from './tools.mjs';

await install();
const executablePath = await findChromium();
const { chromium } = await import('@playwright/test');

const read = (path) => readFileSync(root + path, 'utf8');
const font = readFileSync(`${root}src/styles/fonts/newsreader-latin.woff2`).toString('base64');
const { page: words, ends, welcome } = JSON.parse(read('questions/en/ui.json'));
const styles = `${read('src/styles/tokens.css')}
@font-face { font-family: 'Newsreader Fulcrum'; src: url(data:font/woff2;base64,${font}); font-weight: 400 600; }
:root { color-scheme: only light; }
* { margin: 0; box-sizing: border-box; }
svg { overflow: visible; display: block; }
.line, .beam-line, .fulcrum { stroke: var(--ink); fill: none; }
.fulcrum { stroke-width: 1.5; } .beam-line { stroke-width: 2; }
.weight { fill: var(--ink); } .arch { fill: var(--arch); } .people { fill: var(--people); }
.paper { fill: var(--paper); }`;

/** The sign as the favicon has it, without the colours that it brings for itself. */
const sign = read('public/favicon.svg')
	.replace(/^.*?<\/style>|<\/svg>\s*$/gs, '')
	.replaceAll('class="ink"', 'class="line"')
	.replaceAll('class="w"', 'class="weight"')
	.replaceAll('class="a"', 'class="arch"')
	.replaceAll('class="p"', 'class="people"')
	// Large, the weight must stand in the beam, or a hair of paper shows between them.
	.replaceAll('14.5', '15.2');
/** As the masthead has it, without the weight. */
const mark = read('src/ui/Sign.svelte').replace(/^.*<svg[^>]*>|<\/svg>.*$/gs, '');

/** A square tile of paper: how much of its width the sign takes, and its corners, in parts of the width. */
const icon = (share, radius) => {
	const side = 31.5 / share;
	return `<svg viewBox="${16.1 - side / 2} ${17.6 - side / 2} ${side} ${side}" width="100%" height="100%">
		<rect class="paper" x="${16.1 - side / 2}" y="${17.6 - side / 2}" width="${side}" height="${side}" rx="${radius * side}" />${sign}</svg>`;
};

/** The beam of a result, drawn as src/ui/Beam.svelte draws it: 16 points towards architecture, give or take 7. */
const beam = () => {
	const [length, tilt] = [1040, -2.4];
	const at = (points) => (points * length) / 100;
	const ticks = Array.from({ length: 19 }, (_, i) => (i - 9) * 5).filter(Boolean);
	return `<svg width="${length}" height="150" viewBox="${-length / 2} -60 ${length} 150">
		<path class="line" stroke="var(--edge)" stroke-width="1.5" d="M-76 62 H76" />
		<g transform="rotate(${tilt})">
			<rect fill="var(--arch-wash)" x="${at(-23)}" y="-11" width="${at(14)}" height="22" />
			${[-23, -9].map((cap) => `<path stroke="var(--arch)" stroke-width="2.5" d="M${at(cap)} -14 V14" />`).join('')}
			${ticks.map((tick) => `<path class="line" stroke-width="1.2" d="M${at(tick)} 0 V${tick % 10 ? 7 : 11}" />`).join('')}
			<path class="line" stroke-width="4" d="M${-length / 2} 0 H${length / 2}" />
			<rect class="arch" x="${-length / 2 - 9}" y="-9" width="18" height="18" />
			<circle class="people" cx="${length / 2}" r="9.8" />
			<path class="weight" transform="translate(${at(-16)}) scale(1.6)" d="M-13 -1.2 L-9.5 -24 H-4.4 A5.4 5.4 0 1 1 4.4 -24 H9.5 L13 -1.2 Z" />
		</g>
		<path class="line paper" style="fill: var(--paper)" stroke-width="2.4" stroke-linejoin="round" d="M0 2 L32 62 H-32 Z" />
	</svg>`;
};

const card = `<style>
	body { width: 1200px; height: 630px; padding: 56px 80px 52px; display: flex; flex-direction: column; background: var(--paper); color: var(--ink); font-family: var(--serif); }
	.mark { display: flex; align-items: center; gap: 18px; font-size: 38px; }
	h1 { margin-block: auto; font-weight: 400; font-size: 64px; line-height: 1.12; letter-spacing: -0.012em; text-wrap: balance; }
	.ends { display: flex; justify-content: space-between; margin-top: 4px; font-size: 30px; font-weight: 600; }
	.ends :first-child { color: var(--arch); } .ends :last-child { color: var(--people); }
</style>
<div class="mark"><svg viewBox="0 0 40 24" width="80">${mark}</svg>${words.name}</div>
<h1>${welcome.heading}</h1>
${beam()}
<div class="ends"><span>${ends.architecture}</span><span>${ends.people}</span></div>`;

const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
const draw = async (name, width, height, body) => {
	const page = await browser.newPage({ viewport: { width, height } });
	await page.setContent(`<!doctype html><style>${styles}</style>${body}`);
	await page.evaluate(() => document.fonts.ready);
	const png = packed(await page.screenshot({ omitBackground: name.startsWith('icon') }));
	writeFileSync(`${root}public/${name}.png`, png);
	console.log(`public/${name}.png ${width} x ${height}, ${(png.length / 1024).toFixed(1)} KB`);
	await page.close();
};
await draw('icon-192', 192, 192, icon(0.78, 0.12));
await draw('icon-512', 512, 512, icon(0.78, 0.12));
// Cut to any shape within a circle of four fifths of its width.
await draw('icon-maskable-512', 512, 512, icon(0.6, 0));
await draw('apple-touch-icon', 180, 180, icon(0.7, 0));
await draw('card', 1200, 630, card);
await browser.close();
