/** Where the reader is. Routes live in the hash, so any static host, sub-path or single file works. */
import { createSubscriber } from 'svelte/reactivity';
import type { Form } from '../domain/instrument';

export type Place =
	| { readonly view: 'welcome' }
	/** A sitting is to begin: an address, so that a click works before any script does. */
	| { readonly view: 'start'; readonly form: Form }
	| { readonly view: 'question'; readonly n: number }
	| { readonly view: 'skipped' }
	| { readonly view: 'about-you' }
	| { readonly view: 'result'; readonly id: string; readonly section: string | null }
	| { readonly view: 'sent'; readonly code: string; readonly section: string | null }
	| { readonly view: 'teams' }
	| { readonly view: 'team'; readonly id: string; readonly section: string | null }
	| { readonly view: 'team-sent'; readonly code: string }
	| { readonly view: 'join'; readonly code: string }
	| { readonly view: 'open' }
	| { readonly view: 'history' }
	| { readonly view: 'data' }
	| { readonly view: 'method' }
	| { readonly view: 'unknown' };

const fixed: Record<string, Place> = {
	'': { view: 'welcome' },
	'start/full': { view: 'start', form: 'full' },
	'start/quick': { view: 'start', form: 'quick' },
	'quiz/end': { view: 'skipped' },
	'about-you': { view: 'about-you' },
	open: { view: 'open' },
	teams: { view: 'teams' },
	history: { view: 'history' },
	data: { view: 'data' },
	method: { view: 'method' },
};

/** Null where the escapes make no text. */
const decoded = (text: string): string | null => {
	try {
		return decodeURIComponent(text);
	} catch {
		return null;
	}
};

/** Total: any hash is a place, if only the unknown one. */
export const parseRoute = (hash: string): Place => {
	const path = hash.replace(/^#?\/?/, '').replace(/\/$/, '');
	if (Object.hasOwn(fixed, path)) return fixed[path]!;
	const question = /^quiz\/([1-9]\d{0,2})$/.exec(path);
	if (question) return { view: 'question', n: Number(question[1]) };
	const own = /^(result|team)\/([^/]{1,200})(?:\/([a-z]{1,20}))?$/.exec(path);
	const id = own && decoded(own[2]!);
	if (own && id) return { view: own[1] as 'result' | 'team', id, section: own[3] ?? null };
	// A team of ten thousand is a long code.
	const teamCode = /^t\/(.{1,2000000})$/s.exec(path);
	if (teamCode) return { view: 'team-sent', code: teamCode[1]! };
	const invite = /^join\/(.{1,2000})$/s.exec(path);
	if (invite) return { view: 'join', code: invite[1]! };
	const sent = /^r\/(.{1,20000})$/s.exec(path);
	// Whatever stands there is a code or a damaged one; a section comes after it and is in small letters alone.
	const [, code = '', part = null] = (sent && /^(.*?)(?:\/([a-z]{1,20}))?$/s.exec(sent[1]!)) ?? [];
	if (sent) return { view: 'sent', code, section: part };
	return { view: 'unknown' };
};

export const paths = {
	welcome: '#/',
	start: (form: Form) => `#/start/${form}`,
	question: (n: number) => `#/quiz/${n}`,
	skipped: '#/quiz/end',
	aboutYou: '#/about-you',
	result: (id: string, section: string | null = null) =>
		`#/result/${encodeURIComponent(id)}${section ? `/${section}` : ''}`,
	sent: (code: string, section: string | null = null) => `#/r/${code}${section ? `/${section}` : ''}`,
	teams: '#/teams',
	team: (id: string, section: string | null = null) =>
		`#/team/${encodeURIComponent(id)}${section ? `/${section}` : ''}`,
	teamSent: (code: string) => `#/t/${code}`,
	join: (code: string) => `#/join/${code}`,
	open: '#/open',
	history: '#/history',
	data: '#/data',
	method: '#/method',
};

/** Whether a result with this id can be opened by its address. */
export const addressable = (id: string): boolean => {
	try {
		return parseRoute(paths.result(id)).view === 'result';
	} catch {
		// Half a sign of two has no address at all.
		return false;
	}
};

export class Route {
	#subscribe: () => void;
	#update = () => {};
	#window: Pick<Window, 'location' | 'history'>;
	constructor(win: Pick<Window, 'location' | 'history' | 'addEventListener' | 'removeEventListener'> = window) {
		this.#window = win;
		this.#subscribe = createSubscriber((update) => {
			this.#update = update;
			win.addEventListener('popstate', update);
			win.addEventListener('hashchange', update);
			return () => {
				win.removeEventListener('popstate', update);
				win.removeEventListener('hashchange', update);
			};
		});
	}
	get place(): Place {
		this.#subscribe();
		return parseRoute(this.#window.location.hash);
	}
	/** Back returns to where the reader was. At once, unlike a change of the hash: a second key finds the next question. */
	go(path: string): void {
		this.#window.history.pushState(null, '', path);
		this.#update();
	}
	/** Back passes over where the reader was: for steps that are done with. */
	replace(path: string): void {
		this.#window.history.replaceState(null, '', path);
		this.#update();
	}
}
