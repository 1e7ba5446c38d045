/** How answer quality fares (measurement 4.9): who is flagged, and whether an honest tension is. */
import type { Instrument } from '../../src/domain/instrument';
import { mean, share } from './metrics';
import { stream } from './random';
import { attend, neglect, shownIn, type Kind } from './respond';
import { banks, beginnings, drawBanks, judge, scoredBlocks, type Outcome, type Respondent } from './sample';
import { drawPerson, type World } from './world';

/** Shares of one group. */
export interface Flags {
	readonly people: number;
	readonly amber: number;
	readonly red: number;
	/** Misfit at or above the red limit of the full form, whatever else is found (7). */
	readonly misfit: number;
}

export interface TensionFlags extends Flags {
	/** Points by which drive lies further towards architecture than practice. */
	readonly gap: number;
	/** Share that is told of a tension rather than of a misfit. */
	readonly told: number;
}

export interface Checks {
	readonly full: Readonly<Record<Kind, Flags>>;
	readonly quick: Readonly<Record<Kind, Flags>>;
	/** Full form, attentive, with opposed drive and practice. */
	readonly tension: readonly TensionFlags[];
}

export const tensionGaps = [20, 40, 60] as const;

const flags = (outcomes: readonly Outcome[]): Flags => ({
	people: outcomes.length,
	amber: share(outcomes, ({ quality }) => quality === 'amber'),
	red: share(outcomes, ({ quality }) => quality === 'red'),
	misfit: share(outcomes, ({ misfit }) => misfit >= 1.6),
});

/**
 * The attentive and partly random are those of the sample. It holds too few random and straight-line sittings for a rate, and
 * nothing of a world shows in them, so a fifth of its number is drawn of each besides.
 */
export const runChecks = (
	instrument: Instrument,
	world: World,
	seed: number,
	sample: readonly Respondent[],
): Checks => {
	const blocks = scoredBlocks(instrument);
	const beginning = beginnings(instrument, blocks);
	const extra = Math.ceil(sample.length / 5);
	const draw = (kind: 'random' | 'straight') =>
		Array.from({ length: extra }, (_, i) => {
			const random = stream(seed, `${kind} ${i}`);
			const shown = shownIn(instrument, blocks, random);
			const whole = { answers: neglect(kind, shown, {}, random), order: shown.map(({ item }) => item.id) };
			const short = beginning(instrument.forms.quick.length, whole);
			return { kind, full: judge(instrument, whole), quick: judge(instrument, short) };
		});
	const everyone = [
		...sample.filter(({ kind }) => kind === 'attentive' || kind === 'partly'),
		...draw('random'),
		...draw('straight'),
	];
	const of = (form: 'full' | 'quick') => (kind: Kind) =>
		flags(everyone.filter((one) => one.kind === kind).map((one) => one[form]));
	const each = (get: (kind: Kind) => Flags): Record<Kind, Flags> => ({
		attentive: get('attentive'),
		partly: get('partly'),
		random: get('random'),
		straight: get('straight'),
	});

	const drawn = drawBanks(instrument, world, seed);
	const tense = (gap: number): TensionFlags => {
		const outcomes = Array.from({ length: Math.ceil(sample.length / 10) }, (_, i) => {
			const random = stream(seed, `tension ${gap} ${i}`);
			const answers = attend(drawn[i % banks]!, drawPerson(world, random, gap), random);
			const order = shownIn(instrument, blocks, random).map(({ item }) => item.id);
			return judge(instrument, { answers, order });
		});
		return { gap, ...flags(outcomes), told: mean(outcomes.map(({ tension }) => (tension ? 1 : 0))) };
	};
	return { full: each(of('full')), quick: each(of('quick')), tension: tensionGaps.map(tense) };
};
