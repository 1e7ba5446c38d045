/** Waits for the words of the reader's language, then mounts the app. */
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
mount(App, { target: document.getElementById('app')! });
