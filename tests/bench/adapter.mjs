/**
 * Fulcrum for a side-by-side measuring of questionnaires: where its controls are, and how it is served. Read by a program
 * that drives several applications in turns; nothing of Fulcrum's is imported. FULCRUM_DIST: the built app, else dist/.
 * That program evaluates texts inside the page, which our policy forbids: it gets a copy of the app without the policy.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const dist = mkdtempSync(join(tmpdir(), 'fulcrum-'));
cpSync(process.env.FULCRUM_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url)), dist, { recursive: true });
const page = join(dist, 'index.html');
const html = readFileSync(page, 'utf8');
const open = html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
if (open === html) throw new Error('No policy in the page: is this the built app?');
writeFileSync(page, open);

export default [
	{
		id: 'fulcrum',
		title: 'Fulcrum, the full form of 46 questions',
		kind: 'quiz',
		serve: { dir: dist },
		landing: '/',
		start: ['a[href="#/start/full"]'],
		option: '.scale label',
		signature: "() => document.querySelector('fieldset') && document.querySelector('#where')?.textContent",
		position: /\d+/,
		count: 46,
		// Pairs have four answers, ratings five.
		pick: (i) => [0, 3, 1, 2][i % 4],
		// The step about you may be passed by: the press that does so is the last before the result.
		finish: 'main form .btn.bare',
		answerTimeout: 2000,
		// Open where the answers contradict each other, as a robot's do.
		results: 'svg.beam :is(.weight, .weight-open)',
		// Every chart in the first viewport has been drawn.
		resultsCheck:
			"() => window.__m.draws > 0 || [...document.querySelectorAll('canvas')].every((one) => one.getBoundingClientRect().top > innerHeight)",
		resultsText: 'main h1',
		resultsUrl: () => null,
		broken: ['/#/r/F1AAAA', '/#/result/nobody', '/#/t/F2zzzz', '/#/nothing'],
	},
];
