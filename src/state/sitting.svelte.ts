/** The sitting under way: each verb sets memory first, then storage. */
import { categories, type Form, type Instrument } from '../domain/instrument';
import { median, minutesLeft, tempo } from '../domain/pace';
import { restoreSitting, recordVersion } from '../domain/restore';
import { askedBlocks, sharpenWith, type Result } from '../domain/result';
import { begin, following, nextSkipped, questions, unanswered, type Sitting } from '../domain/sitting';
import { fromText, toText } from '../storage/lines';
import type { Slots } from '../storage/slots';
import type { Notices } from './notices.svelte';

const key = 'sitting';
/** A pause longer than this says nothing about pace (seconds). */
const longest = 120;

export interface World {
	/** Milliseconds, for durations. */
	now: () => number;
	/** ISO 8601, for dates. */
	today: () => string;
	/** 32-bit integer. */
	seed: () => number;
}

export class SittingState {
	current = $state.raw<Sitting | null>(null);
	/** These two stay the same from answer to answer, so that the order is worked out once a sitting. */
	#blocks = $derived(this.current?.blocks);
	#seed = $derived(this.current?.seed);
	readonly asked = $derived.by(() =>
		this.#blocks && this.#seed !== undefined
			? questions(this.instrument, { blocks: this.#blocks, seed: this.#seed })
			: [],
	);
	readonly skipped = $derived.by(() => unanswered(this.asked, this.current?.answers ?? {}).length);
	readonly answered = $derived(this.asked.length - this.skipped);
	readonly minutes = $derived.by(() =>
		this.current
			? minutesLeft(unanswered(this.asked.slice(this.current.at - 1), this.current.answers), this.#speed)
			: 0,
	);
	/** Seconds of the answers timed so far; only their median is ever stored. */
	#timed: { format: 'rating' | 'pair' | 'posture'; seconds: number }[] = [];
	#speed = $state(1);
	#shownAt = 0;
	/** An unreadable text stands under our key and could not be set aside: it is left as it is. */
	#locked = false;

	constructor(
		private readonly instrument: Instrument,
		private readonly slots: Slots,
		private readonly notices: Notices,
		private readonly world: World,
	) {
		this.#restore();
	}

	start(form: Form): void {
		this.#open(begin(this.instrument, form, this.world.seed(), this.world.today()));
	}

	/** Goes on from a kept result with the next nested block; nothing is asked twice. False: all has been asked. */
	sharpen(result: Result): boolean {
		const next = sharpenWith(this.instrument, result);
		if (!next) return false;
		const ratings = this.instrument.items.filter(({ id, format }) => format === 'rating' && id in result.answers);
		this.#open(
			begin(this.instrument, result.form, result.seed, this.world.today(), {
				blocks: [...askedBlocks(this.instrument, result), next],
				answers: result.answers,
				pace: { median: result.paceRating, count: result.paceRating === null ? 0 : Math.max(1, ratings.length) },
				seconds: result.seconds,
				sharpens: result.id,
			}),
		);
		return true;
	}

	/** Question `n` is on screen. */
	show(n: number): void {
		if (!this.current) return;
		this.#shownAt = this.world.now();
		if (this.current.at !== n) this.#set({ ...this.current, at: n });
	}

	/** Stores category `value` as the answer to question `n`. Only a first answer is timed. */
	answer(n: number, value: number): void {
		const asked = this.asked[n - 1];
		if (!this.current || !asked || !Number.isInteger(value) || value < 0 || value >= categories(asked.item)) return;
		const { id, format } = asked.item;
		const first = this.current.answers[id] === undefined;
		const seconds = (this.world.now() - this.#shownAt) / 1000;
		const counts = first && seconds >= 0 && seconds <= longest;
		if (counts) this.#timed.push({ format, seconds });
		const ratings = this.#timed.filter((row) => row.format === 'rating').map((row) => row.seconds);
		this.#speed = tempo(this.#timed);
		this.#set({
			...this.current,
			answers: { ...this.current.answers, [id]: value },
			pace: { median: median(ratings), count: ratings.length },
			seconds: this.current.seconds + (counts ? seconds : 0),
		});
	}

	/** Number of the question that follows `n`; one more than there are when none does. */
	after(n: number): number {
		return this.current ? following(this.asked, this.current, n) : 1;
	}

	/** Goes through the skipped ones only, from the first; its number. */
	mend(): number {
		if (!this.current) return 1;
		this.#set({ ...this.current, mending: true });
		return nextSkipped(this.asked, this.current.answers, 0);
	}

	/** Done with: a result stands for it now. Where that could not be `kept`, the stored answers stay as they are. */
	finish(kept = true): void {
		this.current = null;
		this.#timed = [];
		if (kept && !this.#locked && !this.slots.remove(key)) this.notices.once('notKept');
	}

	discard(): void {
		const before = this.current;
		const timed = this.#timed;
		if (!before) return;
		this.finish();
		const undo = () => {
			// Another sitting has been begun since: it is not thrown away for this one.
			if (this.current) return;
			this.#timed = timed;
			this.#speed = tempo(timed);
			this.#set(before);
		};
		this.notices.say({ key: 'sittingDiscarded', undo });
	}

	#open(sitting: Sitting): void {
		this.notices.close('sittingDiscarded');
		const { median: known, count } = sitting.pace;
		this.#timed = known === null ? [] : Array.from({ length: count }, () => ({ format: 'rating', seconds: known }));
		this.#speed = tempo(this.#timed);
		this.#set(sitting);
	}

	#set(sitting: Sitting): void {
		this.current = sitting;
		if (this.#locked || !this.slots.write(key, toText({ version: recordVersion, ...sitting })))
			this.notices.once('notKept');
	}

	#restore(): void {
		const text = this.slots.read(key);
		if (text === null) return;
		const { record, damaged } = fromText(text);
		const restored = restoreSitting(this.instrument, record);
		if (restored.value === null || damaged || restored.dropped.length > 0) {
			// Left as it is, and kept aside before anything is written here: nothing of it is lost. Told once.
			const known = this.slots.isAside(key, text);
			this.#locked = !this.slots.setAside(key, text);
			const other = restored.value === null && restored.refusal === 'other-instrument';
			if (!known) this.notices.say({ key: other ? 'sittingOther' : 'sittingAside' });
		}
		if (restored.value) this.#open(restored.value);
	}
}
