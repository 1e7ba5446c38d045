/** The sitting under way: each verb sets memory first, then, when the next question has been painted, storage. */
import { categories, type Form, type Instrument } from '../domain/instrument';
import { median, minutesLeft, tempo } from '../domain/pace';
import { askedBlocks, recordVersion, sharpenWith, type Result } from '../domain/result';
import { begin, following, nextSkipped, questions, unanswered, type Sitting } from '../domain/sitting';
import type { Store } from './door';
import { joined, rowsOf } from '../storage/records';
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
	/** Does it once what is seen has been painted, within a tenth of a second. */
	soon: (act: () => void) => void;
}

const isSame = (one: Sitting, other: Sitting | null): boolean =>
	one.seed === other?.seed && one.startedAt === other.startedAt;

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
	/** Memory is ahead of storage, where `#stored` stands. */
	#ahead = false;
	#stored: Sitting | null = null;

	constructor(
		private readonly instrument: Instrument,
		private readonly ledger: Store,
		private readonly notices: Notices,
		private readonly world: World,
	) {
		this.#restore();
		ledger.watch((slot, news) => {
			if (slot !== null && slot !== key) return;
			if (news === 'lost') notices.once('notKept');
			else this.#hear();
		});
	}

	start(form: Form): void {
		this.#begin(begin(this.instrument, form, this.world.seed(), this.world.today()));
	}

	/** Goes on from a kept result with the next nested block; nothing is asked twice. False: all has been asked. */
	sharpen(result: Result): boolean {
		const next = sharpenWith(this.instrument, result);
		if (!next) return false;
		const ratings = this.instrument.items.filter(({ id, format }) => format === 'rating' && id in result.answers);
		this.#begin(
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
		this.flush();
		this.current = null;
		this.#timed = [];
		if (kept && !this.ledger.remove(key)) this.notices.once('notKept');
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

	/** Goes on with one that was kept elsewhere. */
	resume(sitting: Sitting): void {
		this.#begin(sitting);
	}

	/** In place of the one before, whose answers have no part in it. */
	#begin(sitting: Sitting): void {
		if (this.ledger.read(key)) this.ledger.remove(key);
		this.notices.close('sittingDiscarded');
		this.#time(sitting);
		this.#set(sitting);
	}

	#time({ pace: { median: known, count } }: Sitting): void {
		this.#timed = known === null ? [] : Array.from({ length: count }, () => ({ format: 'rating', seconds: known }));
		this.#speed = tempo(this.#timed);
	}

	#set(sitting: Sitting): void {
		this.current = sitting;
		if (this.#ahead) return;
		this.#ahead = true;
		this.world.soon(() => this.flush());
	}

	/** Writes down now what would be written soon: the page may be gone then. */
	flush(): void {
		if (!this.#ahead) return;
		// First, since a write tells whoever listens, this too.
		this.#ahead = false;
		this.#stored = this.current;
		if (this.current) this.ledger.write(key, rowsOf({ version: recordVersion, ...this.current }));
	}

	/** Something else than this has changed what is stored: what is not written down yet goes on top of it. */
	#hear(): void {
		const mine = this.#ahead && this.current;
		const before = this.#stored;
		this.#ahead = false;
		this.#restore();
		if (!mine) return;
		// Begun a moment ago: nobody else knows of it.
		if (!isSame(mine, before)) this.#set(mine);
		// What was taken away elsewhere stays away.
		else if (isSame(mine, this.current)) {
			const given = Object.entries(mine.answers).filter(([id, value]) => before!.answers[id] !== value);
			this.#set({ ...mine, answers: { ...this.current!.answers, ...Object.fromEntries(given) } });
		}
	}

	/** At the start, and when another tab answered. */
	#restore(): void {
		const kept = this.ledger.read(key);
		if (!kept) {
			this.current = this.#stored = null;
			return;
		}
		const { record, odd } = joined(kept.records);
		const restored = this.ledger.stored!.restoreSitting(this.instrument, record);
		if (restored.value === null || kept.damaged || odd || restored.dropped.length > 0) {
			// Left as it is, and kept aside before anything is written here: nothing of it is lost. Told once.
			const other = restored.value === null && restored.refusal === 'other-instrument';
			if (this.ledger.setAside(key)) this.notices.say({ key: other ? 'sittingOther' : 'sittingAside' });
		}
		const { value } = restored;
		const same = value && isSame(value, this.current);
		if (value && !same) this.#time(value);
		// Where the other tab is has no part in where this one is.
		this.current = this.#stored = same ? { ...value, at: this.current!.at } : value;
	}
}
