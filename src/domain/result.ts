/** The record of one sitting: what is kept, and what a result file holds. Scores are never kept, they are computed. */
import type { Answers, Form, Instrument } from './instrument';
import { nextBlock, questions, type Sitting } from './sitting';

/** Of results and sittings as they are stored and written to files. */
export const recordVersion = 1;

export const roles = ['cto', 'vp', 'director', 'manager', 'tech-lead', 'staff'] as const;
export const stages = ['seed', 'series-a', 'series-b', 'series-c', 'mature'] as const;
export const sizes = ['1-10', '11-25', '26-100', '101-1000', '1000+'] as const;
export const superiors = ['ceo', 'cto', 'vp', 'director', 'manager', 'other'] as const;
export const businesses = ['technical', 'sales-led', 'other'] as const;

/** Never scored; chooses how a result is read. Null: not said. */
export interface Context {
	readonly role: (typeof roles)[number] | null;
	readonly stage: (typeof stages)[number] | null;
	/** Engineers. */
	readonly size: (typeof sizes)[number] | null;
	readonly founder: boolean | null;
	readonly reportsTo: (typeof superiors)[number] | null;
	/** What the company lives by. */
	readonly business: (typeof businesses)[number] | null;
}

export const noContext: Context = {
	role: null,
	stage: null,
	size: null,
	founder: null,
	reportsTo: null,
	business: null,
};

export interface Result {
	readonly id: string;
	/** ISO 8601. */
	readonly takenAt: string;
	readonly instrument: { readonly id: string; readonly version: string };
	readonly form: Form;
	readonly language: string;
	readonly name: string | null;
	readonly person: string | null;
	readonly context: Context;
	readonly answers: Answers;
	readonly seed: number;
	readonly seconds: number;
	/** Median seconds a rating; null if none was timed. */
	readonly paceRating: number | null;
	readonly week: readonly number[] | null;
}

/** The blocks this result was asked: those of its form, and those in which an answer stands. */
export const askedBlocks = (instrument: Instrument, result: Pick<Result, 'form' | 'answers'>): readonly string[] =>
	instrument.blocks
		.filter(
			({ id, items }) => instrument.forms[result.form].includes(id) || items.some((item) => item in result.answers),
		)
		.map(({ id }) => id);

/** Item ids in the order in which they were shown. */
export const shownOrder = (instrument: Instrument, result: Pick<Result, 'form' | 'answers' | 'seed'>): string[] =>
	questions(instrument, { seed: result.seed, blocks: askedBlocks(instrument, result) }).map(({ item }) => item.id);

/** The next block that would sharpen this result, or null when all have been asked. */
export const sharpenWith = (instrument: Instrument, result: Pick<Result, 'form' | 'answers'>): string | null =>
	nextBlock(instrument, askedBlocks(instrument, result));

/** Half-widths can be shown as they narrowed: the answers after each nested step, oldest first. */
export const steps = (instrument: Instrument, result: Pick<Result, 'form' | 'answers'>): readonly Answers[] => {
	const asked = askedBlocks(instrument, result).filter((id) => id !== 'posture');
	const first = instrument.forms.quick.length;
	return Array.from({ length: Math.max(1, asked.length - first + 1) }, (_, i) => {
		const blocks = asked.slice(0, first + i);
		const items = new Set(instrument.blocks.filter(({ id }) => blocks.includes(id)).flatMap((block) => block.items));
		return Object.fromEntries(Object.entries(result.answers).filter(([id]) => items.has(id)));
	});
};

/** A finished sitting as a result; a sharpened one keeps the earlier result's id, name, context and person. */
export const conclude = (
	instrument: Instrument,
	sitting: Sitting,
	now: { id: string; takenAt: string; language: string },
	context: Context,
	earlier: Result | null = null,
): Result => ({
	id: earlier?.id ?? now.id,
	takenAt: now.takenAt,
	instrument: sitting.instrument,
	form: instrument.forms.full.every((id) => sitting.blocks.includes(id)) ? 'full' : sitting.form,
	language: now.language,
	name: earlier?.name ?? null,
	person: earlier?.person ?? null,
	context,
	answers: sitting.answers,
	seed: sitting.seed,
	seconds: Math.round(sitting.seconds),
	paceRating: sitting.pace.median,
	week: earlier?.week ?? null,
});
