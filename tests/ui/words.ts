/** The English words, spoken; and what jsdom lacks of a browser. Import it before anything is rendered. */
import { add, speak } from '../../src/i18n/i18n';
import { loadWords } from '../../src/instrument';

for (const part of ['first', 'pages', 'report', 'team'] as const) add('en', await loadWords('en', part));
speak('en');

window.scrollTo = () => undefined;
window.matchMedia ??= ((media: string) =>
	Object.assign(new EventTarget(), { media, matches: false })) as unknown as typeof window.matchMedia;
window.CSS ??= { escape: (text: string) => text.replace(/[^\w-]/g, (sign) => `\\${sign}`) } as typeof CSS;
Element.prototype.scrollIntoView ??= () => undefined;
HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
	this.open = true;
};
HTMLDialogElement.prototype.close ??= function (this: HTMLDialogElement) {
	this.open = false;
	this.dispatchEvent(new Event('close'));
};

/** The text of an element with its blanks made one, as a reader sees it. */
export const textOf = (element: Element): string => (element.textContent ?? '').replace(/\s+/g, ' ').trim();
