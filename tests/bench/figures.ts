/** npm run bench: the figures that the project promises, measured here and now. Exit code 1 where one does not hold. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Instrument } from '../../src/domain/instrument';
import { presentation } from '../../src/domain/order';
import { parseInstrument } from '../../src/domain/parse';
import { probabilities } from '../../src/domain/profile';
import { score } from '../../src/domain/scoring';
import { measureScoring } from './scoring';
import { measureTeams, teamSizes, teamTable } from './teams';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

interface Golden {
	answers: Record<string, number>;
	expect: Record<string, unknown> & { classes: Record<string, number> };
}

/** The largest distance of any number in golden.json from what scoring gives, and how many numbers there are. */
const golden = (instrument: Instrument): { worst: number; numbers: number } => {
	let worst = 0;
	let numbers = 0;
	const compare = (got: unknown, wanted: unknown): void => {
		if (typeof wanted === 'number') {
			worst = Math.max(worst, Math.abs(((got as number | null | undefined) ?? 0) - wanted));
			numbers++;
		} else
			for (const [key, inner] of Object.entries(wanted as object))
				compare((got as Record<string, unknown>)[key], inner);
	};
	for (const { answers, expect } of json('tests/domain/golden.json') as Golden[]) {
		const scores = score(instrument, answers);
		const { classes, ...rest } = expect;
		compare({ ...scores.facets, ...scores }, rest);
		compare(probabilities(scores.A.raw, scores.P.raw, scores.V), classes);
	}
	return { worst, numbers };
};

/** The largest distance from 50 of S, A and P over every constant pattern, both forms and 20 seeds. */
const constant = (instrument: Instrument): { worst: number; patterns: number } => {
	let worst = 0;
	let patterns = 0;
	for (let seed = 0; seed < 20; seed++)
		for (const form of ['quick', 'full'] as const) {
			const shown = presentation(instrument, seed, instrument.forms[form]);
			for (let rating = 0; rating < 5; rating++)
				for (let place = 0; place < 4; place++) {
					const answers = Object.fromEntries(
						shown.map(({ id, flipped }) => [id, /^[XO]/.test(id) ? (flipped ? place : 3 - place) : rating]),
					);
					const { S, A, P } = score(instrument, answers);
					worst = Math.max(worst, ...[S, A, P].map(({ raw }) => Math.abs(raw - 50)));
					patterns++;
				}
		}
	return { worst, patterns };
};

/** Brotli bytes of the script that the built page asks for before the first question; null where nothing is built. */
const script = (): number | null => {
	if (!existsSync('dist/index.html')) return null;
	const wanted = [...readFileSync('dist/index.html', 'utf8').matchAll(/assets\/[\w-]+\.js/g)].map(([path]) => path);
	return readdirSync('dist/assets')
		.filter((file) => wanted.includes(`assets/${file}`))
		.map(
			(file) =>
				brotliCompressSync(readFileSync(`dist/assets/${file}`), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } })
					.length,
		)
		.reduce((sum, bytes) => sum + bytes, 0);
};

export const main = (): number => {
	const parsed = parseInstrument(json('questions/instrument.json'));
	if (!parsed.instrument) throw new Error(parsed.faults.join('\n'));
	const { instrument } = parsed;
	const near = golden(instrument);
	const flat = constant(instrument);
	const { median, p95 } = measureScoring(instrument);
	const teams = measureTeams(instrument);
	const all = teams.at(-1)!;
	// n log n from 1,000 to 10,000 grows by 10 * 4 / 3; a tenth more for what the machine does besides.
	const nLogN = Math.log10((10 * 4) / 3) + 0.1;
	const bytes = script();
	const rows: [string, string, boolean][] = [
		[`golden.json, ${near.numbers} numbers: largest distance`, near.worst.toExponential(1), near.worst < 1e-6],
		[`${flat.patterns} constant patterns: largest distance from 50`, flat.worst.toExponential(1), flat.worst < 1e-9],
		['scoring a full sitting, median of 10,000', `${median.toFixed(3)} ms`, median <= 1],
		['the same, 95th percentile', `${p95.toFixed(3)} ms`, true],
		...[0, 2, 3].map((i): [string, string, boolean] => [
			`reading a team of ${teamSizes[i]!.toLocaleString('en')}`,
			`${all.ms[i]!.toFixed(0)} ms`,
			all.ms[i]! < [100, 250, 500, 2000][i]!,
		]),
		['the same from 1,000 to 10,000 members', `grows as n^${all.exponent.toFixed(2)}`, all.exponent < nLogN],
		[
			'the longest part of it at 10,000',
			`${Math.max(...teams.slice(0, -1).map(({ ms }) => ms.at(-1)!)).toFixed(0)} ms`,
			teams.slice(0, -1).every(({ ms }) => ms.at(-1)! < 200),
		],
		[
			'script before the first question, brotli 11',
			bytes === null ? 'not built (npm run build)' : `${(bytes / 1000).toFixed(1)} KB`,
			bytes === null || bytes < 40_000,
		],
	];
	for (const [what, figure, holds] of rows) console.log(`${holds ? 'holds' : 'FAILS'}  ${what}: ${figure}`);
	console.log(`\n${teamTable(teams)}`);
	return rows.every(([, , holds]) => holds) ? 0 : 1;
};
