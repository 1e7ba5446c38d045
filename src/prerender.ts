/** Runs when the app is built: the first page of each language, as a reader sees it of whom nothing is known. */
import { render } from 'svelte/server';
import App from './App.svelte';
import { add, speak } from './i18n/i18n';
import { languages, loadWords } from './instrument';

export { languages };

export interface Written {
	/** What goes into the page's head and into its `#app`. */
	readonly head: string;
	readonly body: string;
	readonly direction: string;
	/** The words that stand outside the app. */
	readonly page: Readonly<Record<string, string>>;
}

const nowhere = {
	location: { hash: '' } as Location,
	history: {} as History,
	addEventListener() {},
	removeEventListener() {},
};

export const write = async (language: string): Promise<Written> => {
	const part = await loadWords(language, 'first');
	add(language, part);
	speak(language);
	const { ui } = part.messages as { ui: { language: { direction: string }; page: Record<string, string> } };
	const { head, body } = render(App, { props: { written: true, here: nowhere } });
	return { head, body, direction: ui.language.direction, page: ui.page };
};
