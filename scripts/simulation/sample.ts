/** Respondents and what the shipped scoring says of them: nothing here computes a score. */
import type { Answers, Instrument } from '../../src/domain/instrument';
import { callProfile, probabilities, regionOf, regions, type Call, type Region } from '../../src/domain/profile';
import { assess, type QualityLevel } from '../../src/domain/quality';
import { score } from '../../src/domain/scoring';
import { stream } from './random';
import { attend, kindIn, neglect, shownIn, skip, type Kind } from './respond';
import { drawBank, drawPerson, scales, truthOf, type Scale, type TrueItem, type Truth, type World } from './world';

/** One form as one respondent filled it in. */
export interface Outcome {
	/** Not clipped, in points. */
	readonly estimates: Readonly<Record<Scale, { readonly raw: number; readonly se: number }>>;
	readonly chances: Readonly<Record<Region, number>>;
	/** The region with the largest chance, and that chance. */
	readonly likeliest: Region;
	readonly p1: number;
	readonly misfit: number;
	readonly quality: QualityLevel;
	readonly tension: boolean;
	/** What the page says (4.8, 4.9). */
	readonly call: Call;
	/** Clear by 4.8 alone, whatever the answer quality. */
	readonly clear: boolean;
}

export interface Respondent {
	readonly kind: Kind;
	readonly truth: Truth;
	readonly region: Region;
	readonly full: Outcome;
	readonly quick: Outcome;
	/** Quick, then block by block until p1 >= .80 (5.4). */
	readonly adaptive: { readonly outcome: Outcome; readonly answers: number; readonly blocks: number };
}

export const stopAt = 0.8;
export const banks = 10;

/** Scores and judges a sitting as the page does. Nothing is timed. */
export const judge = (instrument: Instrument, { answers, order }: Sitting): Outcome => {
	const scores = score(instrument, answers);
	const chances = probabilities(scores.A.raw, scores.P.raw, scores.V);
	const quality = assess(instrument, answers, scores, order, null);
	const { level } = scores;
	const likeliest = regions.reduce((best, region) => (chances[region] > chances[best] ? region : best));
	return {
		estimates: Object.fromEntries(
			scales.map((scale) => [scale, { raw: scores[scale].raw, se: scores[scale].se }]),
		) as Outcome['estimates'],
		chances,
		likeliest,
		p1: chances[likeliest],
		misfit: scores.misfit ?? 0,
		quality: quality.level,
		tension: quality.tension,
		call: callProfile(chances, { level, quality: quality.level }),
		clear: callProfile(chances, { level, quality: 'green' }).kind === 'clear',
	};
};

/** The scored blocks of the full form, in the order they are asked. */
export const scoredBlocks = ({ blocks, forms, items }: Instrument): readonly string[] => {
	const posture = new Set(items.filter(({ format }) => format === 'posture').map(({ id }) => id));
	return forms.full.filter((id) => !blocks.find((block) => block.id === id)?.items.some((item) => posture.has(item)));
};

/** A sitting cut down to the questions of some blocks. `order`: ids as they were shown. */
export interface Sitting {
	readonly answers: Answers;
	readonly order: readonly string[];
}

/** For each number of blocks, from 1, what of a sitting stands in the first so many of them. */
export const beginnings = (
	{ blocks }: Instrument,
	asked: readonly string[],
): ((count: number, whole: Sitting) => Sitting) => {
	const within = asked.map((_, i) => {
		const first = asked.slice(0, i + 1);
		return new Set(blocks.filter(({ id }) => first.includes(id)).flatMap(({ items }) => items));
	});
	return (count, whole) => {
		if (count === asked.length) return whole;
		const order = whole.order.filter((id) => within[count - 1]!.has(id));
		const given = order.filter((id) => whole.answers[id] !== undefined);
		return { order, answers: Object.fromEntries(given.map((id) => [id, whole.answers[id]!])) };
	};
};

/** `n` respondents over ten banks of items (5). */
export const drawSample = (instrument: Instrument, world: World, seed: number, n: number): readonly Respondent[] => {
	const drawn = drawBanks(instrument, world, seed);
	const blocks = scoredBlocks(instrument);
	const first = instrument.forms.quick.length;
	const beginning = beginnings(instrument, blocks);
	return Array.from({ length: n }, (_, i): Respondent => {
		const person = drawPerson(world, stream(seed, `person ${i}`));
		const truth = truthOf(world, person);
		const manner = stream(seed, `manner ${i}`);
		const kind = kindIn(world, manner);
		const shown = shownIn(instrument, blocks, manner);
		const careful = attend(drawn[i % banks]!, person, stream(seed, `errors ${i}`));
		const answers = skip(neglect(kind, shown, careful, manner), world.missing, manner);
		const whole = { answers, order: shown.map(({ item }) => item.id) };

		const judged = (count: number): Outcome => judge(instrument, beginning(count, whole));
		const [full, quick] = [judged(blocks.length), judged(first)];
		let [asked, outcome] = [first, quick];
		while (outcome.p1 < stopAt && asked < blocks.length) {
			asked += 1;
			outcome = asked === blocks.length ? full : judged(asked);
		}
		const adaptive = { outcome, blocks: asked, answers: Object.keys(beginning(asked, whole).answers).length };
		return { kind, truth, region: regionOf(truth.A, truth.P), full, quick, adaptive };
	});
};

/** The ten banks of items of a seed. */
export const drawBanks = (instrument: Instrument, world: World, seed: number): readonly (readonly TrueItem[])[] =>
	Array.from({ length: banks }, (_, i) => drawBank(instrument, world, stream(seed, `bank ${i}`)));
