/** Words that every sheet of paper repeats in its margins: styles/paper.css reads them from the root, as CSS strings. */
import type { Attachment } from 'svelte/attachments';

const quoted = (text: string): string => `"${text.replace(/["\\]/g, '\\$&').replace(/[\n\r\f]/g, ' ')}"`;

/** While the element stands, paper has `head` at the top of every sheet but the first and `foot` at the bottom of all. */
export const sheet =
	(head: string, foot: string): Attachment =>
	() => {
		const { style } = document.documentElement;
		const words = { '--sheet-head': head, '--sheet-foot': foot };
		for (const [name, text] of Object.entries(words)) style.setProperty(name, quoted(text));
		return () => {
			for (const name of Object.keys(words)) style.removeProperty(name);
		};
	};
