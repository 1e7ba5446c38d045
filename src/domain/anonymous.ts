/**
 * Answers without the person: what someone may hand to those who re-calibrate the instrument (measurement 8). It holds no
 * time, no text, no seed and no id.
 */
import { categories, type Answers, type Form, type Instrument, type Item } from './instrument';
import { roles, stages, type Context, type Result } from './result';

export interface AnonymousAnswers {
	readonly format: 'fulcrum-answers';
	readonly version: 1;
	readonly instrument: { readonly id: string; readonly version: string };
	readonly form: Form;
	/** In the order of the instrument, so that nothing of the sitting shows. */
	readonly answers: Answers;
	readonly role: Context['role'];
	readonly stage: Context['stage'];
}

const isCategory = (item: Item, value: unknown): value is number =>
	Number.isInteger(value) && (value as number) >= 0 && (value as number) < categories(item);

/** The export of one result. Answers to items that the instrument does not have are left out. */
export const anonymous = (
	instrument: Instrument,
	{ instrument: made, form, answers, context }: Result,
): AnonymousAnswers => ({
	format: 'fulcrum-answers',
	version: 1,
	instrument: { id: made.id, version: made.version },
	form,
	answers: Object.fromEntries(
		instrument.items.flatMap((item) => {
			const value = Object.hasOwn(answers, item.id) ? answers[item.id] : undefined;
			return isCategory(item, value) ? [[item.id, value]] : [];
		}),
	),
	role: context.role,
	stage: context.stage,
});

type Fields = Readonly<Record<string, unknown>>;
const fields = (input: unknown): Fields | null =>
	typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Fields) : null;
/** Own properties only: a file may come from anyone. */
const own = (from: Fields | null, key: string): unknown => (from && Object.hasOwn(from, key) ? from[key] : undefined);

/** A value of the file, cut short; for the end of a message. */
const found = (value: unknown): string => {
	if (value === undefined) return 'it is missing';
	if (typeof value !== 'string')
		return `found ${value === null || typeof value !== 'object' ? String(value) : 'an object'}`;
	return `found ${JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value)}`;
};

/**
 * An export read back, or the first fault in words. Nothing is repaired: an answer that is no category casts doubt on the
 * others, and a statistic has no use for half a sitting that someone damaged. Unknown fields are left out. Never throws.
 */
export const readAnonymous = (
	instrument: Instrument,
	input: unknown,
): { readonly value: AnonymousAnswers } | { readonly fault: string } => {
	const from = fields(input);
	if (own(from, 'format') !== 'fulcrum-answers') return { fault: 'is not a file of anonymous answers from Fulcrum' };
	const version = own(from, 'version');
	if (version !== 1)
		return Number.isInteger(version) && (version as number) > 1
			? { fault: `was written by a newer Fulcrum (file version ${version})` }
			: { fault: `version: must be 1 (${found(version)})` };
	const made = fields(own(from, 'instrument'));
	const [id, number] = [own(made, 'id'), own(made, 'version')];
	if (id !== instrument.id)
		return { fault: `instrument.id: is another instrument than "${instrument.id}" (${found(id)})` };
	if (number !== instrument.version)
		return { fault: `instrument.version: is another version than ${instrument.version} (${found(number)})` };
	const form = (['quick', 'full'] as const).find((one) => one === own(from, 'form'));
	if (!form) return { fault: `form: must be "quick" or "full" (${found(own(from, 'form'))})` };
	const role = roles.find((one) => one === own(from, 'role')) ?? null;
	if (role === null && own(from, 'role') !== null) return { fault: `role: is no role (${found(own(from, 'role'))})` };
	const stage = stages.find((one) => one === own(from, 'stage')) ?? null;
	if (stage === null && own(from, 'stage') !== null)
		return { fault: `stage: is no stage (${found(own(from, 'stage'))})` };
	const given = fields(own(from, 'answers'));
	if (!given) return { fault: `answers: must be an object (${found(own(from, 'answers'))})` };
	const items = new Map(instrument.items.map((item) => [item.id, item]));
	const answers: [string, number][] = [];
	for (const [key, value] of Object.entries(given)) {
		const item = items.get(key);
		const address = `answers[${JSON.stringify(key.slice(0, 20))}]`;
		if (!item) return { fault: `${address}: is no question of this instrument` };
		if (!isCategory(item, value))
			return { fault: `${address}: must be a whole number from 0 to ${categories(item) - 1} (${found(value)})` };
		answers.push([key, value]);
	}
	if (answers.length === 0) return { fault: 'answers: holds none' };
	return {
		value: {
			format: 'fulcrum-answers',
			version: 1,
			instrument: { id: instrument.id, version: instrument.version },
			form,
			answers: Object.fromEntries(answers),
			role,
			stage,
		},
	};
};
