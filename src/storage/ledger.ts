/**
 * What is kept here, by slot: memory is the truth, localStorage a copy, the journal a second one. Copies are merged record
 * by record, by the number of the write that made each; two tabs and a killed browser are the same case. Slots that are
 * taken away are remembered with the number of the last write that they had, so that no stale copy brings them back. Over
 * 150 lines because the copies are only consistent while one place writes them all.
 */
import type { Journal } from './journal';
import {
	after,
	isGone,
	jsonOf,
	lastWrite,
	later,
	lineOf,
	merge,
	parseLines,
	textOf,
	type Line,
	type Lines,
} from './lines';
import { encode } from './records';
import type { Slots } from './slots';

/** Slots taken away: a record a slot, its write number the last write that is void. */
const gone = 'gone';
/** Stands in `gone` for all slots at once. */
const everything = '*';
const none: Lines = new Map();
/** So many records that were taken away are remembered in a slot. */
const mostGone = 200;

/** `changed`: by another tab, or found in the journal. `lost`: written nowhere, it lasts for this visit. */
export type News = 'changed' | 'lost';
/** `slot` is null for all at once. */
export type Watcher = (slot: string | null, news: News) => void;

export interface Kept {
	/** The head first, where it could be read. */
	readonly records: readonly unknown[];
	/** Some of its text could not be read; the text has been set aside. */
	readonly damaged: boolean;
}

export class Ledger {
	#lines = new Map<string, Lines>();
	/** Texts of localStorage as they were read or written last; null: nothing stood there. */
	#seen = new Map<string, string | null>();
	#damaged = new Set<string>();
	/** Slots whose unreadable text could not be set aside: localStorage is left as it is. */
	#locked = new Set<string>();
	/** Slots not written to localStorage while it is not known yet whether there is a journal. */
	#unsure = new Set<string>();
	/** Slots that were empty and are written since, until the journal has said what it remembers of removals before that. */
	#begun = new Set<string>();
	#watchers = new Set<Watcher>();
	/** Undefined while it is being opened, null where there is none. */
	#journal: Journal | null | undefined = null;

	constructor(readonly slots: Slots) {
		this.#open(gone);
	}

	watch(watcher: Watcher): () => void {
		this.#watchers.add(watcher);
		return () => this.#watchers.delete(watcher);
	}

	/** Characters that all of our keys take in localStorage. */
	get size(): number {
		return this.slots.keys('').reduce((sum, key) => sum + key.length + (this.slots.read(key)?.length ?? 0), 0);
	}

	/** Slots that begin with `start`, sorted. */
	keys(start: string): string[] {
		const stored = this.slots.keys(start).filter((key) => !key.startsWith('aside:') && key !== gone);
		const open = [...this.#lines.keys()].filter((key) => key.startsWith(start) && key !== gone);
		return [...new Set([...stored, ...open])].filter((key) => this.text(key) !== null).sort();
	}

	/** The stored text of a slot, without what was taken away; null where there is nothing. Read only as far as it must be. */
	text(slot: string): string | null {
		if (this.#lines.has(slot))
			return this.#lines.get(slot)!.size > 0 || this.#damaged.has(slot) ? this.#raw(slot) : null;
		if (this.#cut(slot) >= 0) return this.text(this.#open(slot));
		return this.slots.read(slot);
	}

	/** Null where nothing is stored. */
	read(slot: string): Kept | null {
		const lines = this.#lines.get(this.#open(slot))!;
		if (lines.size === 0 && !this.#damaged.has(slot)) return null;
		const live = [...lines.values()].filter((line) => !isGone(line));
		// Without its head the first line of a text is any record: nobody takes that for a head.
		const head = live.find(({ id }) => id === '');
		const rows = live.filter(({ id }) => id !== '').map(({ value }) => value);
		return { records: [head ? head.value : null, ...rows], damaged: this.#damaged.has(slot) };
	}

	/**
	 * These records, and no others, stand in the slot. What another tab wrote since is kept beside what is changed here. False:
	 * not in localStorage; whether it is lost is told later.
	 */
	write(slot: string, records: readonly unknown[]): boolean {
		const before = this.#lines.get(this.#open(slot))!;
		const cut = this.#cut(slot);
		const stored = this.#unseen(slot);
		if (this.#cut(slot) > cut) {
			// Taken away in another tab since: a removal stays. What was written there after it is taken in.
			const { lines } = merge(this.#lines.get(slot)!, stored ?? none, this.#cut(slot));
			this.#lines.set(slot, lines);
			if (lines.size > 0) this.#keep(slot, lines);
			this.#tell(slot, 'changed');
			return true;
		}
		const n = 1 + Math.max(cut, lastWrite(before), lastWrite(stored ?? none));
		if (before.size === 0) this.#begun.add(slot);
		const mine = new Map<string, Line>();
		for (const record of records) {
			const json = JSON.stringify(record);
			const line = lineOf(record, n, json);
			if (!line) continue;
			const same = before.get(line.id);
			mine.set(line.id, same && jsonOf(same) === json ? same : line);
		}
		for (const [id, line] of before)
			if (!mine.has(id)) mine.set(id, isGone(line) ? line : lineOf(id === '' ? null : [id], n)!);
		// No other tab is that far behind.
		const past = [...mine.values()].filter(isGone).sort((a, b) => b.n - a.n);
		for (const { id } of past.slice(mostGone)) mine.delete(id);
		const merged = stored && merge(mine, stored, cut);
		const kept = this.#keep(slot, merged?.lines ?? mine);
		if (merged?.gained) this.#tell(slot, 'changed');
		return kept;
	}

	/** Takes over what this page wrote where nothing stood, before this was there; another tab may have written there since. */
	adopt(slot: string, records: readonly unknown[]): void {
		const text = encode(records);
		this.#lines.set(slot, parseLines(text).lines);
		this.#seen.set(slot, text);
		this.#begun.add(slot);
		this.#merge(slot, '');
	}

	/** Takes a slot away; what is written to it from now on is new. False: localStorage would not let it go. */
	remove(slot: string): boolean {
		const stored = this.#unseen(this.#open(slot)) ?? none;
		const last = Math.max(this.#cut(slot), lastWrite(this.#lines.get(slot)!), lastWrite(stored));
		this.#lines.set(slot, none);
		this.#damaged.delete(slot);
		// The mark goes first, so that other tabs hear why the text is gone; a full storage may have room for it only after.
		const marked = this.#mark(slot, last);
		const removed = this.#locked.has(slot) || this.slots.remove(slot);
		this.#seen.set(slot, this.slots.read(slot));
		if (!marked) this.#mark(slot, last);
		this.#copy(new Map([[slot, null]]));
		return removed;
	}

	/** Takes everything away, what was set aside too. False: localStorage would not let it go. */
	erase(): boolean {
		const last = Math.max(0, ...this.keys('').map((slot) => lastWrite(this.#lines.get(this.#open(slot))!)));
		const over = Math.max(last, this.#cut(everything), ...[...this.#lines.get(gone)!.values()].map(({ n }) => n));
		this.#lines.clear();
		this.#seen.clear();
		this.#damaged.clear();
		this.#locked.clear();
		this.#lines.set(gone, new Map([[everything, lineOf([everything], over + 1)!]]));
		const marked = this.#keep(gone, this.#lines.get(gone)!);
		const removed = this.slots.keys('').filter((key) => key !== gone && !this.slots.remove(key)).length === 0;
		if (!marked) this.#keep(gone, this.#lines.get(gone)!);
		void this.#journal?.reset(new Map([[gone, this.#raw(gone)]])).catch(() => undefined);
		this.#tell(null, 'changed');
		return removed;
	}

	/**
	 * Keeps the text of a slot that says nothing usable, before anything is written there. True: this is news to the reader.
	 * Where it cannot be kept the slot is no longer written.
	 */
	setAside(slot: string): boolean {
		const text = this.#seen.get(this.#open(slot)) ?? this.#raw(slot);
		if (this.slots.isAside(slot, text)) return false;
		if (!this.slots.setAside(slot, text)) this.#locked.add(slot);
		return true;
	}

	/** Follows what other tabs do, and what they did while this one was asleep. Returns how to stop. */
	follow(win: Window): () => void {
		const heard = ({ key }: StorageEvent): void => {
			if (key === null) this.#lookAgain();
			else if (key.startsWith('fulcrum:')) this.#hear(key.slice('fulcrum:'.length));
		};
		const awake = (): void => {
			if (win.document.visibilityState === 'visible') this.#lookAgain();
		};
		win.addEventListener('storage', heard);
		win.addEventListener('pageshow', awake);
		win.document.addEventListener('visibilitychange', awake);
		return () => {
			win.removeEventListener('storage', heard);
			win.removeEventListener('pageshow', awake);
			win.document.removeEventListener('visibilitychange', awake);
		};
	}

	/** Merges with the journal, once it is open, and writes to it from then on. */
	async join(opening: Promise<Journal>): Promise<void> {
		this.#journal = undefined;
		const journal = await opening.catch(() => null);
		const kept = (await journal?.all().catch(() => null)) ?? null;
		this.#journal = kept && journal;
		// What the journal saw taken away was taken away before.
		const marks = parseLines(kept?.get(gone) ?? '').lines;
		const cutIn = (slot: string): number => Math.max(marks.get(slot)?.n ?? -1, marks.get(everything)?.n ?? -1);
		for (const slot of this.#begun)
			if (cutIn(slot) >= 0 && this.#lines.get(slot)!.size > 0)
				this.#keep(slot, later(this.#lines.get(slot)!, 1 + cutIn(slot)));
		this.#begun.clear();
		const missing = new Map<string, string | null>();
		for (const slot of kept ? new Set([gone, ...kept.keys(), ...this.keys('')]) : []) {
			const text = kept!.get(slot) ?? null;
			if (text !== null && (this.#lines.has(slot) || text !== this.slots.read(slot))) this.#merge(slot, text);
			const now = this.text(slot);
			if (now !== text) missing.set(slot, now);
		}
		if (missing.size > 0) this.#copy(missing);
		for (const slot of this.#unsure) this.#copy(new Map([[slot, this.text(slot)]]), false);
		this.#unsure.clear();
	}

	/** Number of the last write of this slot that is void; -1 where none is. */
	#cut(slot: string): number {
		if (slot === gone) return -1;
		const marks = this.#lines.get(gone)!;
		return Math.max(marks.get(slot)?.n ?? -1, marks.get(everything)?.n ?? -1);
	}

	#mark(slot: string, n: number): boolean {
		const marks = new Map(this.#lines.get(gone)!);
		marks.set(slot, lineOf([slot], Math.max(n, 0))!);
		const stored = this.#unseen(gone);
		return this.#keep(gone, stored ? merge(marks, stored, -1).lines : marks);
	}

	/** Reads a slot into memory, once; returns its name. */
	#open(slot: string): string {
		if (this.#lines.has(slot)) return slot;
		const text = this.slots.read(slot);
		this.#seen.set(slot, text);
		const { lines, damaged } = parseLines(text ?? '');
		this.#lines.set(slot, lines);
		if (damaged.length > 0 || text === '') this.#damaged.add(slot);
		this.#sweep(slot);
		return slot;
	}

	/** What stands in localStorage and was not written or read here; null where that is nothing new. Hears of removals first. */
	#unseen(slot: string): Lines | null {
		if (slot !== gone) this.#hear(gone);
		const text = this.slots.read(slot);
		if (text === this.#seen.get(slot)) return null;
		this.#seen.set(slot, text);
		return text === null ? null : parseLines(text).lines;
	}

	#raw(slot: string): string {
		return textOf(this.#lines.get(slot)!);
	}

	#keep(slot: string, lines: Lines): boolean {
		if (this.#damaged.has(slot)) this.setAside(slot);
		this.#lines.set(slot, lines);
		const text = this.#raw(slot);
		const kept = !this.#locked.has(slot) && this.slots.write(slot, text);
		if (kept) {
			this.#seen.set(slot, text);
			this.#damaged.delete(slot);
		}
		this.#copy(new Map([[slot, text]]), kept);
		return kept;
	}

	/** To the journal; `kept`: localStorage has it. */
	#copy(texts: ReadonlyMap<string, string | null>, kept = true): void {
		const lost = (): void => {
			if (!kept) for (const slot of texts.keys()) this.#tell(slot, 'lost');
		};
		if (this.#journal) void this.#journal.put(texts).catch(lost);
		else if (this.#journal === null) lost();
		else if (!kept) for (const slot of texts.keys()) this.#unsure.add(slot);
	}

	/** Forgets what is void of a slot in memory, and clears localStorage of it where a tab wrote it that had not heard of it. */
	#sweep(slot: string): void {
		const cut = this.#cut(slot);
		if (cut < 0) return;
		const lines = after(this.#lines.get(slot)!, cut);
		this.#lines.set(slot, lines);
		const text = this.#seen.get(slot);
		// What another tab wrote there since is not void: it is told by itself.
		const stale = lines.size === 0 && !this.#damaged.has(slot) && text !== null && this.slots.read(slot) === text;
		if (stale && this.slots.remove(slot)) this.#seen.set(slot, null);
	}

	/** Slots that were taken away elsewhere since; what is void of them is forgotten. */
	#hearGone(copy: Lines | null = this.#unseen(gone)): string[] {
		const before = this.#lines.get(gone)!;
		// Cleared by another page or the console.
		if (this.#seen.get(gone) === null && before.size > 0) this.#keep(gone, before);
		if (!copy) return [];
		const { lines, ahead } = merge(before, copy, -1);
		if (ahead) this.#keep(gone, lines);
		else this.#lines.set(gone, lines);
		const marked = [...lines.values()].filter(({ id, n }) => n > (before.get(id)?.n ?? -1)).map(({ id }) => id);
		for (const slot of marked.includes(everything) ? [...this.#lines.keys(), ...this.keys('')] : marked)
			if (slot !== gone) {
				// Unreadable text that went with it is nothing to set aside any more.
				if (this.slots.read(slot) !== this.#seen.get(this.#open(slot))) this.#damaged.delete(slot);
				this.#sweep(slot);
			}
		return marked;
	}

	/** Something about a slot changed in localStorage. */
	#hear(slot: string): void {
		if (slot.startsWith('aside:')) return;
		if (slot === gone) {
			for (const marked of this.#hearGone()) this.#tell(marked === everything ? null : marked, 'changed');
			return;
		}
		const text = this.slots.read(slot);
		if (text === this.#seen.get(slot)) return;
		if (this.#lines.has(slot)) return this.#merge(slot, '');
		this.#seen.set(slot, text);
		this.#tell(slot, 'changed');
	}

	/** Takes in a copy of a slot and what stands in localStorage, and writes back where that has less than memory. */
	#merge(slot: string, copy: string): void {
		const theirs = parseLines(copy).lines;
		if (slot === gone) {
			const marked = this.#hearGone(theirs);
			if (marked.length > 0) this.#keep(gone, this.#lines.get(gone)!);
			for (const one of marked) this.#tell(one === everything ? null : one, 'changed');
			return;
		}
		const before = this.#lines.get(this.#open(slot))!;
		const stored = this.#unseen(slot);
		const cut = this.#cut(slot);
		const empty = this.#seen.get(slot) === null;
		const here = stored ? merge(before, stored, cut) : { lines: before, gained: false, ahead: empty };
		const { lines, gained } = merge(here.lines, theirs, cut);
		this.#lines.set(slot, lines);
		if (lines.size > 0 && (here.ahead || gained)) this.#keep(slot, lines);
		else this.#sweep(slot);
		if (gained || here.gained) this.#tell(slot, 'changed');
	}

	/** At everything: events were missed, or localStorage was cleared as a whole. */
	#lookAgain(): void {
		this.#hear(gone);
		for (const slot of new Set([...this.keys(''), ...this.#lines.keys()])) if (slot !== gone) this.#hear(slot);
	}

	#tell(slot: string | null, news: News): void {
		for (const watcher of this.#watchers) watcher(slot, news);
	}
}
