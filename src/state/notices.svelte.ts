/** What the page has to tell: each once, until it is put away. */
import type { Result } from '../domain/result';

export type NoticeKey =
	| 'notKept'
	| 'sittingAside'
	| 'sittingOther'
	| 'resultsAside'
	| 'sittingDiscarded'
	| 'resultRemoved'
	| 'removeFailed'
	| 'teamRemoved'
	| 'restored'
	| 'erased'
	| 'notErased'
	| 'asideRemoved'
	| 'newer';

export interface Notice {
	readonly key: NoticeKey;
	/** What it is about, where there may be several of a kind. */
	readonly result?: Result;
	/** The name of what it is about, where that is no result. */
	readonly name?: string;
	readonly undo?: () => void;
	readonly reload?: () => void;
}

/** One of a kind, or one of a kind and result. */
export const noticeId = ({ key, result }: Notice): string => (result ? `${key}:${result.id}` : key);

export class Notices {
	list = $state.raw<readonly Notice[]>([]);
	/** Nothing is drawn from it. */
	#said: NoticeKey[] = [];

	/** Told once a visit, however often it happens. */
	once(key: NoticeKey): void {
		if (this.#said.includes(key)) return;
		this.#said.push(key);
		if (key === 'notKept') this.close('newer');
		this.say({ key });
	}
	say(notice: Notice): void {
		// Loading anew would lose what only memory holds.
		if (notice.key === 'newer' && this.#said.includes('notKept')) return;
		this.list = [...this.list.filter((other) => noticeId(other) !== noticeId(notice)), notice];
	}
	/** By `noticeId`. */
	close(id: string): void {
		this.list = this.list.filter((notice) => noticeId(notice) !== id);
	}
}
