/** The simulation in words and tables, for a terminal. */
import type { FormFigures } from './metrics';
import { kinds } from './respond';
import type { SimulationResult } from './simulate';
import { table, type Row } from './table';
import type { Verdict } from './thresholds';
import { scales } from './world';
import type { NamedWorld } from './worlds';

/** Shares and correlations to three places, points to two. */
const fine = (value: number): string => value.toFixed(3).replace(/^(-?)0\./, '$1.');
const points = (value: number): string => value.toFixed(2);
const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;

const formTable = (name: string, { scales: figures }: FormFigures): string =>
	table(
		[name, 'r', 'RMSE', 'bias', 'coverage', 'half-width'],
		scales.map((scale) => {
			const { r, rmse, bias, coverage, halfWidth } = figures[scale];
			return [scale, fine(r), points(rmse), points(bias), fine(coverage), `±${points(halfWidth)}`];
		}),
	);

const formLines = ({ accuracy, clear, calls, ece, unicorn, everyone }: FormFigures): string[] => [
	`five regions: accuracy ${fine(accuracy)}; clear ${percent(clear.share)}, of these right ${fine(clear.hit)}; ECE ${fine(ece)}`,
	`said: ${Object.entries(calls)
		.map(([kind, share]) => `${kind} ${percent(share)}`)
		.join(', ')}; both ends likeliest ${percent(unicorn.called)}, true ${percent(unicorn.true)}`,
	`with the careless: r(S) ${fine(everyone.r)}; without those flagged red (${percent(everyone.red)}) ${fine(everyone.rWithoutRed)}`,
];

const flagTable = ({ quality }: SimulationResult): string =>
	table(
		['answers', 'sittings', 'FULL amber', 'red', 'misfit >= 1.6', 'QUICK amber', 'red'],
		kinds.map((kind) => {
			const [full, quick] = [quality.full[kind], quality.quick[kind]];
			const shares = [full.amber, full.red, full.misfit, quick.amber, quick.red];
			return [kind, String(full.people), ...shares.map(percent)];
		}),
	);

const tensionTable = ({ quality }: SimulationResult): string =>
	table(
		['drive against practice', 'sittings', 'amber', 'red', 'misfit >= 1.6', 'told as tension'],
		quality.tension.map(({ gap, people, amber, red, misfit, told }) => [
			`${gap} points`,
			String(people),
			...[amber, red, misfit, told].map(percent),
		]),
	);

const verdictTable = (verdicts: readonly Verdict[]): string =>
	table(
		['threshold', 'section', 'reached', 'from', 'to', ''],
		verdicts.map(({ name, section, value, least, most, passed }) => [
			name,
			section,
			value.toFixed(3),
			least === null ? '' : String(least),
			most === null ? '' : String(most),
			passed ? 'passed' : 'FAILED',
		]),
	);

export const heading = ({ seed, n, instrument }: Pick<SimulationResult, 'seed' | 'n' | 'instrument'>): string =>
	`Simulation of ${instrument.id} ${instrument.version}: ${n} respondents, ten banks of items, seed ${seed}`;

/** One run: every figure, then the thresholds. */
export const report = (result: SimulationResult, verdicts: readonly Verdict[]): string => {
	const { adaptive, attentive, full, quick } = result;
	const failed = verdicts.filter(({ passed }) => !passed);
	return [
		`${heading(result)}. Of the ${attentive} who answer with care, unless it says otherwise:`,
		formTable('FULL', full),
		formLines(full).join('\n'),
		formTable('QUICK', quick),
		formLines(quick).join('\n'),
		`ADAPTIVE: r(S) ${fine(adaptive.r)}, accuracy ${fine(adaptive.accuracy)}, mean answers ${adaptive.answers.toFixed(1)}; ` +
			`stops after each length ${adaptive.stops.map(percent).join(', ')}`,
		flagTable(result),
		tensionTable(result),
		verdictTable(verdicts),
		failed.length === 0
			? `All ${verdicts.length} thresholds hold.`
			: `${failed.length} of ${verdicts.length} thresholds FAILED: ${failed.map(({ name }) => name).join('; ')}`,
	].join('\n\n');
};

/** Worlds side by side; in brackets what the study of measurement 5.5 found with other banks. */
export const worldTable = (
	runs: readonly { readonly world: NamedWorld; readonly result: SimulationResult }[],
): string => {
	const row = ({ world: { name, form, stated }, result }: (typeof runs)[number]): Row => {
		const { scales: of, accuracy, unicorn, everyone } = result[form];
		const beside = (value: number, i: number, digits = 2): string => {
			const short = (one: number): string => one.toFixed(digits).replace(/^(-?)0\./, '$1.');
			return stated === null ? short(value) : `${short(value)} (${short(stated[i]!)})`;
		};
		return [
			name,
			beside(of.S.r, 0, 3),
			points(of.S.rmse),
			beside(of.S.coverage, 1),
			beside(of.A.r, 2, 3),
			beside(of.A.coverage, 3),
			of.B.bias.toFixed(1),
			beside(accuracy, 4),
			`${fine(unicorn.called)} / ${fine(unicorn.true)}`,
			fine(everyone.r),
			fine(everyone.rWithoutRed),
		];
	};
	const head = ['world', 'r(S)', 'RMSE S', 'cov S', 'r(A)', 'cov A', 'bias B', 'accuracy', 'both ends / true'];
	return table([...head, 'r(S) all', 'not red'], runs.map(row));
};
