/** What the page has to tell: each once, until it is put away. */
export type NoticeKey =
	'notKept' | 'sittingAside' | 'sittingOther' | 'resultsAside' | 'sittingDiscarded' | 'resultRemoved' | 'removeFailed';

export interface Notice {
	readonly key: NoticeKey;
	readonly undo?: () => void;
}

export class Notices {
	list = $state.raw<readonly Notice[]>([]);
	/** Nothing is drawn from it. */
	#said: NoticeKey[] = [];

	/** Told once a visit, however often it happens. */
	once(key: NoticeKey): void {
		if (this.#said.includes(key)) return;
		this.#said.push(key);
		this.say({ key });
	}
	say(notice: Notice): void {
		this.list = [...this.list.filter(({ key }) => key !== notice.key), notice];
	}
	close(key: string): void {
		this.list = this.list.filter((notice) => notice.key !== key);
	}
}
