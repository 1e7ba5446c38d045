/**
 * What of a result can be sent: rounded scores, context, day and name; never the answers. Every screen that shows a result
 * reads it from this, at home too, so that whoever opens a link sees the same numbers and words (formats.md, Codes).
 */
import type { Instrument } from './instrument';
import { askedBlocks, type Context, type Result } from './result';
import type { Snapshot } from './snapshot';

export const sentForms = ['quick', 'sharpened', 'full'] as const;

export interface Sent {
	/** Version of the instrument that was answered, as in `1.0.0`. */
	readonly version: string;
	readonly form: (typeof sentForms)[number];
	/** Questions that were shown, posture included: 0 to 63. */
	readonly asked: number;
	/** The day on which it was taken where it was taken: `2026-11-22`. */
	readonly day: string;
	/** Language it was taken in: two or three letters, with a region or without, as in `en` or `pt-BR`. */
	readonly language: string;
	/** At most 60 characters. */
	readonly name: string | null;
	/** 40 random bits as 10 hex digits; null where the sender left them out. */
	readonly person: string | null;
	readonly context: Context;
	readonly snapshot: Snapshot;
}

/** The part of a result that can be sent, person included. `day`: `takenAt` in the calendar of where it was taken. */
export const sentOf = (instrument: Instrument, result: Result, snapshot: Snapshot, day: string): Sent => {
	const count = (of: (block: Instrument['blocks'][number]) => boolean): number =>
		instrument.blocks.filter(of).reduce((sum, { items }) => sum + items.length, 0);
	const blocks = askedBlocks(instrument, result);
	const asked = count(({ id }) => blocks.includes(id));
	const quick = count(({ id }) => instrument.forms.quick.includes(id));
	return {
		version: result.instrument.version,
		form: result.form === 'quick' && asked > quick ? 'sharpened' : result.form,
		asked,
		day,
		language: result.language,
		name: result.name,
		person: result.person,
		context: result.context,
		snapshot,
	};
};

/** Questions answered, posture included. */
export const answeredOf = ({ snapshot: { counts } }: Pick<Sent, 'snapshot'>): number =>
	counts.ratings + counts.pairs + counts.posture;
