/** One sitting under way: which questions, in which order, which are answered. What is asked next is derived, not kept. */
import type { Answers, Form, Instrument, Item } from './instrument';
import { presentation } from './order';
import type { Pace } from './pace';

export interface Sitting {
	readonly instrument: { readonly id: string; readonly version: string };
	/** What was offered; `blocks` may be more once a quick result is sharpened. */
	readonly form: Form;
	readonly blocks: readonly string[];
	/** 32-bit integer: order of the questions and sides of the pairs. */
	readonly seed: number;
	/** ISO 8601, from the caller's clock. */
	readonly startedAt: string;
	/** 1 to the number of questions; one more once all have been shown. */
	readonly at: number;
	readonly answers: Answers;
	readonly pace: Pace;
	/** Seconds spent on questions. */
	readonly seconds: number;
	/** Id of the result that this sitting sharpens, else null. */
	readonly sharpens: string | null;
	/** True while going back through what was skipped. */
	readonly mending: boolean;
}

export interface Asked {
	readonly item: Item;
	/** True: the second statement is the architectural (or offensive) one. */
	readonly flipped: boolean;
}

export const begin = (
	instrument: Instrument,
	form: Form,
	seed: number,
	startedAt: string,
	from: { blocks: readonly string[]; answers: Answers; pace: Pace; seconds: number; sharpens: string } | null = null,
): Sitting => {
	const sitting: Sitting = {
		instrument: { id: instrument.id, version: instrument.version },
		form,
		blocks: from?.blocks ?? instrument.forms[form],
		seed,
		startedAt,
		at: 1,
		answers: from?.answers ?? {},
		pace: from?.pace ?? { median: null, count: 0 },
		seconds: from?.seconds ?? 0,
		sharpens: from?.sharpens ?? null,
		mending: false,
	};
	return from ? { ...sitting, at: nextSkipped(questions(instrument, sitting), sitting.answers, 0) } : sitting;
};

/** The questions in the order in which this sitting shows them; the same for the same seed and blocks. */
export const questions = (instrument: Instrument, sitting: Pick<Sitting, 'seed' | 'blocks'>): readonly Asked[] => {
	const byId = new Map(instrument.items.map((item) => [item.id, item]));
	return presentation(instrument, sitting.seed, sitting.blocks).flatMap(({ id, flipped }) => {
		const item = byId.get(id);
		return item ? [{ item, flipped }] : [];
	});
};

/** Number (from 1) of the first question after number `after` that has no answer; one more than the last if none has. */
export const nextSkipped = (asked: readonly Asked[], answers: Answers, after: number): number => {
	const index = asked.findIndex(({ item }, i) => i >= after && answers[item.id] === undefined);
	return (index < 0 ? asked.length : index) + 1;
};

export const unanswered = (asked: readonly Asked[], answers: Answers): readonly Item[] =>
	asked.filter(({ item }) => answers[item.id] === undefined).map(({ item }) => item);

/** Where an answer to question `at`, or passing it by, leads. */
export const following = (asked: readonly Asked[], sitting: Sitting, at: number): number =>
	sitting.mending ? nextSkipped(asked, sitting.answers, at) : Math.min(at + 1, asked.length + 1);

/** The blocks that a sharper result would add next: the next nested block of eight ratings, then the posture pairs. */
export const nextBlock = (instrument: Instrument, blocks: readonly string[]): string | null =>
	instrument.forms.full.find((id) => !blocks.includes(id)) ?? null;

/** Category as stored for the button at `place` (0 first): sides of pairs are shuffled, ratings are not. */
export const valueAt = ({ item, flipped }: Asked, place: number): number =>
	item.format === 'rating' || flipped ? place : item.tau.length - place;
