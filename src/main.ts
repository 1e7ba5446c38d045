/**
 * Waits for the words of the reader's language, then takes the written page over, or builds the one that was asked for.
 * Once all is quiet, sees to it that it works without a network.
 */
import { hydrate, mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import { add, speak } from './i18n/i18n';
import { choose, loadWords } from './instrument';
import { parseRoute } from './state/route.svelte';
import newsreader from './styles/fonts/newsreader-latin.woff2';

const root = document.documentElement;
const target = document.getElementById('app')!;

// A page of one language speaks it; the one at the root speaks the reader's.
const language = root.dataset.only ?? choose(navigator.languages);
const part = await loadWords(language, 'first');
add(language, part);
/** Whether anything is stored; reading the property itself throws where a browser blocks it. */
const anything = (): boolean => {
	try {
		return localStorage.length > 0;
	} catch {
		return false;
	}
};
const stored = anything() ? (await import('./state/stored')).stored() : undefined;
const same = target.childElementCount > 0 && root.lang === language;
speak(language);
root.dir = (part.messages as { ui: { language: { direction: string } } }).ui.language.direction;
const take = () => {
	const app = hydrate(App, { target, props: { written: true, stored } });
	app.settle();
	return app;
};
const build = () => {
	target.replaceChildren();
	return mount(App, { target, props: { stored } });
};
const app = same && parseRoute(location.hash).view === 'welcome' ? take() : build();

// Not in the style sheet: what the first question needs comes before the display font, whose stand-ins have its widths.
document.fonts.add(new FontFace('Newsreader Fulcrum', `url(${newsreader})`, { weight: '400 600', display: 'swap' }));

// A moment later: the first question comes first.
if (import.meta.env.PROD && import.meta.env.MODE !== 'single')
	setTimeout(() => import('./offline').then(({ keep }) => keep(import.meta.url, app.newer)).catch(() => {}), 1500);
