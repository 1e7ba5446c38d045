/**
 * What is stored, and how its records are read. Fetched before the page where something is stored, else after it: the first
 * question needs none of it.
 */
import { restoreSitting } from '../domain/restore';
import { openJournal } from '../storage/journal';
import { Ledger } from '../storage/ledger';
import { slots } from '../storage/slots';
import { ResultsState } from './results.svelte';

export class Stored extends Ledger {
	readonly ResultsState = ResultsState;
	readonly restoreSitting = restoreSitting;
	/** Itself: it can stand where a door does. */
	readonly stored: Stored = this;

	/** Follows other tabs, and takes in what the journal has; resolves once all that is stored has been looked at. */
	async settle(win: Window): Promise<void> {
		this.follow(win);
		await this.join(openJournal());
	}
}

export const stored = (): Stored => new Stored(slots());

/** Tells of each error that nobody foresaw. One from another origin, an extension say, is none of ours. */
export const watchErrors = (win: Window, tell: () => void): void => {
	const ours = (from: string): boolean => from === '' || from.startsWith(win.location.origin);
	win.addEventListener('error', ({ error, filename }) => {
		if (error instanceof Error && ours(filename)) tell();
	});
	win.addEventListener('unhandledrejection', ({ reason }) => {
		if (reason instanceof Error) tell();
	});
};
