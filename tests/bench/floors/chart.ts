/** The same with a radar at its end, whose code is fetched only there. */
import { mount } from 'svelte';
import Quiz from './Quiz.svelte';

const chart = (canvas: HTMLCanvasElement): void => void import('./radar').then(({ draw }) => draw(canvas));
mount(Quiz, { target: document.body, props: { count: 46, chart } });
