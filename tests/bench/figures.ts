/**
 * npm run bench [-- --runs N] [--profiles phone,desktop] [--no-pages]: the figures that the project promises, measured here
 * and now. Exit code 1 where one does not hold. Bytes have a command of their own, npm run budgets.
 */
import { readFileSync } from 'node:fs';
import type { Instrument } from '../../src/domain/instrument';
import { presentation } from '../../src/domain/order';
import { parseInstrument } from '../../src/domain/parse';
import { probabilities } from '../../src/domain/profile';
import { score } from '../../src/domain/scoring';
import { measurePages, pageTable } from './pages';
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

/** The word after `--name`. */
const option = (args: readonly string[], name: string): string | undefined =>
	args.includes(`--${name}`) ? args[args.indexOf(`--${name}`) + 1] : undefined;

export const main = async (args: readonly string[]): Promise<number> => {
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
	];
	for (const [what, figure, holds] of rows) console.log(`${holds ? 'holds' : 'FAILS'}  ${what}: ${figure}`);
	console.log(`\n${teamTable(teams)}`);
	const runs = Number(option(args, 'runs') ?? 15);
	const profiles = option(args, 'profiles')?.split(',');
	const pages = args.includes('--no-pages') ? [] : await measurePages(runs, profiles);
	if (pages === null) console.log('\nNothing is built: npm run build, then again for what a browser sees.');
	else if (pages.length > 0) console.log(`\nMedians of ${runs} rounds\n\n${pageTable(pages)}`);
	return [...rows.map(([, , holds]) => holds), ...(pages ?? []).map(({ holds }) => holds)].every(Boolean) ? 0 : 1;
};
