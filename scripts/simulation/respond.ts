/** How answers come about in the world of measurement 5.1, with care and without. */
import { domainOf, type Answers, type FacetId, type Instrument } from '../../src/domain/instrument';
import { questions, valueAt, type Asked } from '../../src/domain/sitting';
import type { Random } from './random';
import type { Person, TrueItem, World } from './world';

export const kinds = ['attentive', 'partly', 'random', 'straight'] as const;
/** `partly`: at random on a quarter of the items; `straight`: the same button throughout. */
export type Kind = (typeof kinds)[number];

/** The category, 0 up, of someone who reads the question. `noise`: standard normal. */
export const categoryOf = (
	{ item, loading, location, tau, error }: TrueItem,
	person: Person,
	noise: number,
): number => {
	const { pull, facets, modes } = person;
	const specific = (facet: FacetId): number => facets[facet] + modes[domainOf(facet)][item.mode];
	// What flatters both ends alike, and yes-saying, cancel in a pair.
	const response =
		item.format === 'pair'
			? loading.A * pull.A + specific(item.a.facet) - loading.P * pull.P - specific(item.p.facet) + location
			: item.key * (loading.A * pull.A + loading.P * pull.P + specific(item.facet) + person.flattery) +
				person.acquiescence;
	// A rating's location moves its thresholds, which a person scales as they are; a pair's intercept is no threshold.
	const shift = item.format === 'pair' ? 0 : item.key * location;
	const x = response + error * noise;
	return tau.reduce((category, threshold) => category + (x > (threshold - shift) * person.scaleUse ? 1 : 0), 0);
};

/** Everything answered with care. One error an item, in the order of the bank. */
export const attend = (bank: readonly TrueItem[], person: Person, { normal }: Random): Answers =>
	Object.fromEntries(bank.map((one) => [one.item.id, categoryOf(one, person, normal())]));

const anyOf = ({ item }: Asked, { below }: Random): number => below(item.tau.length + 1);

/** The questions of these blocks as one sitting shows them. */
export const shownIn = (instrument: Instrument, blocks: readonly string[], { below }: Random): readonly Asked[] =>
	questions(instrument, { seed: below(2 ** 32), blocks });

/** Answers given without reading all of them; `careful` is what the person would have answered. */
export const neglect = (kind: Kind, shown: readonly Asked[], careful: Answers, random: Random): Answers => {
	if (kind === 'attentive') return careful;
	if (kind === 'random') return Object.fromEntries(shown.map((asked) => [asked.item.id, anyOf(asked, random)]));
	if (kind === 'straight') {
		const [rating, pair] = [random.below(5), random.below(4)];
		return Object.fromEntries(
			shown.map((asked) => [asked.item.id, valueAt(asked, asked.item.format === 'rating' ? rating : pair)]),
		);
	}
	const drawn = shown.map((asked) => ({ asked, at: random.uniform() })).sort((one, two) => one.at - two.at);
	const hit = drawn.slice(0, Math.round(shown.length / 4)).map(({ asked }) => [asked.item.id, anyOf(asked, random)]);
	return { ...careful, ...Object.fromEntries(hit) };
};

/** Skips each answer with the given chance. */
export const skip = (answers: Answers, chance: number, { uniform }: Random): Answers =>
	chance === 0 ? answers : Object.fromEntries(Object.entries(answers).filter(() => uniform() >= chance));

/** How one respondent of this world answers. */
export const kindIn = ({ careless: { random, straight, partly } }: World, { uniform }: Random): Kind => {
	const at = uniform();
	if (at < random) return 'random';
	if (at < random + straight) return 'straight';
	return at < random + straight + partly ? 'partly' : 'attentive';
};
