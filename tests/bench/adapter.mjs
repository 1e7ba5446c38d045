/**
 * Fulcrum for a side-by-side measuring of questionnaires: where its controls are, and how it is served. Read by a program
 * that drives several applications in turns; nothing of Fulcrum's is imported. FULCRUM_DIST: the built app, else dist/.
 */
import { fileURLToPath } from 'node:url';

const dist = process.env.FULCRUM_DIST ?? fileURLToPath(new URL('../../dist', import.meta.url));

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
		results: 'svg.beam .weight',
		// Every chart in the first viewport has been drawn.
		resultsCheck:
			"() => window.__m.draws > 0 || [...document.querySelectorAll('canvas')].every((one) => one.getBoundingClientRect().top > innerHeight)",
		resultsText: 'main h1',
		resultsUrl: () => null,
		broken: ['/#/r/F1AAAA', '/#/result/nobody', '/#/t/F2zzzz', '/#/nothing'],
	},
];
