/** What a sample shows: measurement 5.2, 5.4 and 5.6. Points are those of the scales; shares are 0..1, and 0 of nobody is 0. */
import { regions, type Call } from '../../src/domain/profile';
import { z90 } from '../../src/domain/normal';
import type { Outcome, Respondent } from './sample';
import { scales, type Scale } from './world';

export interface ScaleFigures {
	/** Correlation with the truth. */
	readonly r: number;
	readonly rmse: number;
	/** Mean of estimate minus truth. */
	readonly bias: number;
	/** Share of the 90 % intervals that hold the truth. */
	readonly coverage: number;
	/** Mean half-width of the 90 % interval. */
	readonly halfWidth: number;
}

export interface FormFigures {
	readonly scales: Readonly<Record<Scale, ScaleFigures>>;
	/** Share whose likeliest of the five regions is the true one. */
	readonly accuracy: number;
	/** Called clear by 4.8 (answer quality apart), and how many of those lie where they are called. */
	readonly clear: { readonly share: number; readonly hit: number };
	/** What the page says, answer quality included. */
	readonly calls: Readonly<Record<Call['kind'], number>>;
	/** Expected calibration error over all five chances, in ten bins. */
	readonly ece: number;
	/** Share whose likeliest region is both ends, and share who lie there. */
	readonly unicorn: { readonly called: number; readonly true: number };
	/** The careless included: r(S) of all, and of those that are not flagged red. */
	readonly everyone: { readonly r: number; readonly rWithoutRed: number; readonly red: number };
}

export interface AdaptiveFigures {
	readonly r: number;
	readonly accuracy: number;
	readonly answers: number;
	/** Share that stops after the quick form, after one block more, and so on. */
	readonly stops: readonly number[];
}

export const mean = (values: readonly number[]): number =>
	values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
export const share = <T>(list: readonly T[], holds: (one: T) => boolean): number =>
	mean(list.map((one) => (holds(one) ? 1 : 0)));

/** Pearson's; 0 where one of the two does not vary. */
export const correlation = (one: readonly number[], two: readonly number[]): number => {
	const [m1, m2] = [mean(one), mean(two)];
	const product = mean(one.map((value, i) => (value - m1) * (two[i]! - m2)));
	const variance = mean(one.map((value) => (value - m1) ** 2)) * mean(two.map((value) => (value - m2) ** 2));
	return variance === 0 ? 0 : product / Math.sqrt(variance);
};

type Row = Pick<Respondent, 'truth' | 'region'> & { readonly outcome: Outcome };

const r = (rows: readonly Row[], scale: Scale): number =>
	correlation(
		rows.map(({ truth }) => truth[scale]),
		rows.map(({ outcome }) => outcome.estimates[scale].raw),
	);

const scaleFigures = (rows: readonly Row[], scale: Scale): ScaleFigures => {
	const errors = rows.map(({ truth, outcome }) => outcome.estimates[scale].raw - truth[scale]);
	const halves = rows.map(({ outcome }) => z90 * outcome.estimates[scale].se);
	return {
		r: r(rows, scale),
		rmse: Math.sqrt(mean(errors.map((error) => error * error))),
		bias: mean(errors),
		coverage: share(
			errors.map((error, i) => Math.abs(error) <= halves[i]!),
			Boolean,
		),
		halfWidth: mean(halves),
	};
};

const accuracy = (rows: readonly Row[]): number => share(rows, ({ region, outcome }) => outcome.likeliest === region);

/** Mean distance of stated chances from how often they come true, over ten bins of equal width, weighted by their size. */
const calibration = (rows: readonly Row[]): number => {
	const bins = Array.from({ length: 10 }, () => ({ stated: 0, true: 0 }));
	for (const { region, outcome } of rows)
		for (const one of regions) {
			const bin = bins[Math.min(9, Math.floor(outcome.chances[one] * 10))]!;
			bin.stated += outcome.chances[one];
			bin.true += one === region ? 1 : 0;
		}
	return (
		bins.reduce((sum, bin) => sum + Math.abs(bin.stated - bin.true), 0) / Math.max(1, rows.length * regions.length)
	);
};

const calls: readonly Call['kind'][] = ['clear', 'likely', 'between', 'open', 'none'];

/** Figures of one form: of the attentive, as everywhere in 5, but for `everyone`. */
export const formFigures = (sample: readonly Respondent[], form: 'full' | 'quick'): FormFigures => {
	const all = sample.map((one) => ({ ...one, outcome: one[form] }));
	const rows = all.filter(({ kind }) => kind === 'attentive');
	const clear = rows.filter(({ outcome }) => outcome.clear);
	const notRed = all.filter(({ outcome }) => outcome.quality !== 'red');
	return {
		scales: Object.fromEntries(scales.map((scale) => [scale, scaleFigures(rows, scale)])) as FormFigures['scales'],
		accuracy: accuracy(rows),
		clear: { share: share(rows, ({ outcome }) => outcome.clear), hit: accuracy(clear) },
		calls: Object.fromEntries(
			calls.map((kind) => [kind, share(rows, ({ outcome }) => outcome.call.kind === kind)]),
		) as FormFigures['calls'],
		ece: calibration(rows),
		unicorn: {
			called: share(rows, ({ outcome }) => outcome.likeliest === 'UNICORN'),
			true: share(rows, ({ region }) => region === 'UNICORN'),
		},
		everyone: { r: r(all, 'S'), rWithoutRed: r(notRed, 'S'), red: 1 - notRed.length / Math.max(1, all.length) },
	};
};

/** Adaptive length, of the attentive (5.4). `shortest` and `longest`: numbers of blocks. */
export const adaptiveFigures = (sample: readonly Respondent[], shortest: number, longest: number): AdaptiveFigures => {
	const rows = sample
		.filter(({ kind }) => kind === 'attentive')
		.map((one) => ({ ...one, outcome: one.adaptive.outcome }));
	return {
		r: r(rows, 'S'),
		accuracy: accuracy(rows),
		answers: mean(rows.map(({ adaptive }) => adaptive.answers)),
		stops: Array.from({ length: longest - shortest + 1 }, (_, i) =>
			share(rows, ({ adaptive }) => adaptive.blocks === shortest + i),
		),
	};
};
