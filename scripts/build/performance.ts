/**
 * The figures of the method page: a real run of the simulation when the app is built, never typed. A run takes seconds, so
 * it is kept under node_modules/.cache until the core, the simulation or the instrument changes.
 */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form, Instrument } from '../../src/domain/instrument';
import type { FormPerformance, Performance } from '../../src/domain/performance';
import { simulate, type SimulationResult } from '../simulation/simulate';

const seed = 2021;
const respondents = 2000;

const sources = (root: string): string =>
	['src/domain', 'scripts/simulation']
		.flatMap((folder) => readdirSync(join(root, folder)).map((file) => join(root, folder, file)))
		.sort()
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n');

const figures = (result: SimulationResult, form: Form): FormPerformance => {
	const { scales, accuracy, clear } = result[form];
	const quality = result.quality[form];
	return {
		rS: scales.S.r,
		rmseS: scales.S.rmse,
		coverageS: scales.S.coverage,
		halfWidthS: scales.S.halfWidth,
		rA: scales.A.r,
		halfWidthA: scales.A.halfWidth,
		rB: scales.B.r,
		accuracy,
		accuracyClear: clear.hit,
		shareClear: clear.share,
		falseRed: quality.attentive.red,
		caughtRandom: quality.random.red,
		caughtStraight: quality.straight.red,
	};
};

/** The figures for this instrument, from the last run where nothing has changed since. `root`: the project's folder. */
export const performanceOf = (root: string, instrument: Instrument): Performance => {
	const key = createHash('sha256').update(sources(root)).update(JSON.stringify(instrument)).digest('hex').slice(0, 16);
	const folder = join(root, 'node_modules/.cache/fulcrum');
	const file = join(folder, `performance-${key}.json`);
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as Performance;
	const result = simulate({ seed, n: respondents, instrument });
	const performance: Performance = {
		seed,
		n: respondents,
		date: new Date().toISOString(),
		quick: figures(result, 'quick'),
		full: figures(result, 'full'),
	};
	mkdirSync(folder, { recursive: true });
	writeFileSync(file, JSON.stringify(performance));
	return performance;
};
