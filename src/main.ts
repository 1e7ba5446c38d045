/** Waits for the words of the reader's language, then mounts the app, and once all is quiet sees to it that it works offline. */
import { mount } from 'svelte';
import './app.css';
import App from './App.svelte';
import { add, speak } from './i18n/i18n';
import { choose, loadWords } from './instrument';

const language = choose(navigator.languages);
const part = await loadWords(language, 'first');
add(language, part);
speak(language);
document.documentElement.dir = (part.messages as { ui: { language: { direction: string } } }).ui.language.direction;
const app = mount(App, { target: document.getElementById('app')! });

if (import.meta.env.PROD && import.meta.env.MODE !== 'single') {
	const idle = window.requestIdleCallback ?? ((act: () => void) => setTimeout(act, 200));
	const keep = () =>
		idle(() => void import('./offline').then(({ keep }) => keep(import.meta.url, app.newer)).catch(() => {}));
	if (document.readyState === 'complete') keep();
	else addEventListener('load', keep, { once: true });
}
