/** The simulation of measurement 5: an uneven world answers, the shipped code scores, and the truth is known. */
import data from '../../questions/instrument.json';
import type { Instrument } from '../../src/domain/instrument';
import { parseInstrument } from '../../src/domain/parse';
import { runChecks, type Checks } from './checks';
import { adaptiveFigures, formFigures, type AdaptiveFigures, type FormFigures } from './metrics';
import { drawSample, scoredBlocks } from './sample';
import { baseWorld, type World } from './world';

/** The short run of measurement 7, the same as the build makes for the method page. */
export const defaults = { seed: 2021, n: 2000 };

export interface Simulation {
	/** Any whole number: the same seed gives the same figures. */
	readonly seed: number;
	/** Respondents, from 100; measurement 7 asks for 2,000. */
	readonly n: number;
	/** What differs from the world of 5.1. */
	readonly world?: Partial<World>;
	/** Else the one in `questions/`. */
	readonly instrument?: Instrument;
}

/** Plain numbers, fit for JSON. Shares are 0..1, the rest is in points. */
export interface SimulationResult {
	readonly seed: number;
	readonly n: number;
	readonly instrument: { readonly id: string; readonly version: string };
	/** Respondents that answered with care: those that the figures of the forms are about. */
	readonly attentive: number;
	readonly full: FormFigures;
	readonly quick: FormFigures;
	readonly adaptive: AdaptiveFigures;
	readonly quality: Checks;
}

/** The instrument in `questions/`, with every fault if it has any. */
const shipped = (): Instrument => {
	const { instrument, faults } = parseInstrument(data);
	if (instrument === null) throw new Error(faults.join('\n'));
	return instrument;
};

/** As a scorer would have it that believes every statement to be keyed positively (5.5). */
const keyedPositively = (instrument: Instrument): Instrument => ({
	...instrument,
	items: instrument.items.map((item) => (item.format === 'rating' ? { ...item, key: 1 } : item)),
});

/**
 * Draws `n` respondents over ten banks of items, lets them answer the full form, of which the quick form and adaptive length
 * are parts, and compares scores with the truth. Seconds for 2,000; knows no clock. Throws a RangeError below 100.
 */
export function simulate({
	seed,
	n,
	world: changes = {},
	instrument: given = shipped(),
}: Simulation): SimulationResult {
	if (!Number.isInteger(n) || n < 100) throw new RangeError(`n must be a whole number from 100 (found ${n})`);
	const world = { ...baseWorld, ...changes };
	const instrument = world.allPositive ? keyedPositively(given) : given;
	const sample = drawSample(instrument, world, seed, n);
	return {
		seed,
		n,
		instrument: { id: instrument.id, version: instrument.version },
		attentive: sample.filter(({ kind }) => kind === 'attentive').length,
		full: formFigures(sample, 'full'),
		quick: formFigures(sample, 'quick'),
		adaptive: adaptiveFigures(sample, instrument.forms.quick.length, scoredBlocks(instrument).length),
		quality: runChecks(instrument, world, seed, sample),
	};
}
