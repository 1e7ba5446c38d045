/** What the instrument must reach: the table of measurement 7 row by row, and the rates of 4.9. */
import type { SimulationResult } from './simulate';

export interface Threshold {
	readonly section: '4.9' | '7';
	readonly name: string;
	readonly least: number | null;
	readonly most: number | null;
	readonly of: (result: SimulationResult) => number;
}

export interface Verdict extends Omit<Threshold, 'of'> {
	readonly value: number;
	readonly passed: boolean;
}

type Get = Threshold['of'];
const atLeast = (section: '4.9' | '7', name: string, least: number, of: Get): Threshold => ({
	section,
	name,
	least,
	most: null,
	of,
});
const atMost = (section: '4.9' | '7', name: string, most: number, of: Get): Threshold => ({
	section,
	name,
	least: null,
	most,
	of,
});
const within = (name: string, least: number, most: number, of: Get): Threshold => ({
	section: '7',
	name,
	least,
	most,
	of,
});

/** In the order of the table. Shares are 0..1, RMSE and half-widths in points. */
export const thresholds: readonly Threshold[] = [
	atLeast('7', 'FULL r(S)', 0.95, ({ full }) => full.scales.S.r),
	atLeast('7', 'QUICK r(S)', 0.925, ({ quick }) => quick.scales.S.r),
	atLeast('7', 'ADAPTIVE r(S)', 0.935, ({ adaptive }) => adaptive.r),
	atLeast('7', 'ADAPTIVE accuracy', 0.79, ({ adaptive }) => adaptive.accuracy),
	atMost('7', 'ADAPTIVE mean answers', 29, ({ adaptive }) => adaptive.answers),
	atMost('7', 'FULL RMSE of S', 4.6, ({ full }) => full.scales.S.rmse),
	atMost('7', 'QUICK RMSE of S', 5.4, ({ quick }) => quick.scales.S.rmse),
	atMost('7', 'misfit of the attentive', 0.03, ({ quality }) => quality.full.attentive.misfit),
	atLeast('7', 'misfit of random sittings', 0.85, ({ quality }) => quality.full.random.misfit),
	within('FULL coverage of S', 0.88, 0.96, ({ full }) => full.scales.S.coverage),
	within('QUICK coverage of S', 0.89, 0.98, ({ quick }) => quick.scales.S.coverage),
	atLeast('7', 'FULL r(A)', 0.945, ({ full }) => full.scales.A.r),
	atMost('7', 'FULL RMSE of A', 6.4, ({ full }) => full.scales.A.rmse),
	within('FULL coverage of A', 0.89, 0.97, ({ full }) => full.scales.A.coverage),
	atLeast('7', 'QUICK r(A)', 0.875, ({ quick }) => quick.scales.A.r),
	atMost('7', 'FULL half-width of A', 11, ({ full }) => full.scales.A.halfWidth),
	atMost('7', 'FULL half-width of S', 7.5, ({ full }) => full.scales.S.halfWidth),
	atLeast('7', 'FULL r(B)', 0.935, ({ full }) => full.scales.B.r),
	atLeast('7', 'FULL accuracy', 0.79, ({ full }) => full.accuracy),
	atLeast('7', 'FULL accuracy when clear', 0.91, ({ full }) => full.clear.hit),
	atLeast('7', 'QUICK accuracy', 0.73, ({ quick }) => quick.accuracy),
	atLeast('7', 'QUICK accuracy when clear', 0.89, ({ quick }) => quick.clear.hit),
	atMost('7', 'FULL calibration error', 0.03, ({ full }) => full.ece),
	atMost('7', 'QUICK calibration error', 0.03, ({ quick }) => quick.ece),
	// 4.9 states rates, not limits: these leave them what chance and the draw of ten banks need at n = 2,000.
	atMost(
		'4.9',
		'FULL attentive flagged',
		0.12,
		({ quality }) => quality.full.attentive.amber + quality.full.attentive.red,
	),
	atMost('4.9', 'FULL attentive red', 0.03, ({ quality }) => quality.full.attentive.red),
	atLeast('4.9', 'FULL random red', 0.88, ({ quality }) => quality.full.random.red),
	atLeast('4.9', 'FULL straight-line red', 1, ({ quality }) => quality.full.straight.red),
	atMost('4.9', 'QUICK attentive red', 0.03, ({ quality }) => quality.quick.attentive.red),
	atLeast('4.9', 'QUICK random red', 0.35, ({ quality }) => quality.quick.random.red),
	atLeast('4.9', 'QUICK straight-line red', 1, ({ quality }) => quality.quick.straight.red),
	atMost('4.9', 'honest tension red', 0.04, ({ quality }) => Math.max(...quality.tension.map(({ red }) => red))),
];

/** Every threshold with the value reached. A figure that is no number fails. */
export const verdicts = (result: SimulationResult): readonly Verdict[] =>
	thresholds.map(({ of, ...threshold }) => {
		const value = of(result);
		const passed = value >= (threshold.least ?? -Infinity) && value <= (threshold.most ?? Infinity);
		return { ...threshold, value, passed };
	});
