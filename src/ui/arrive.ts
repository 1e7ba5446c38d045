/** A heading that the reader has been brought to takes the focus, so that it is read out; not when the page just opened. */
import type { Attachment } from 'svelte/attachments';

let opened = false;

/** Something takes the focus now; true if the page had been opened before. */
export const arrived = (): boolean => {
	const before = opened;
	opened = true;
	return before;
};

export const arrive: Attachment<HTMLElement> = (heading) => {
	if (!arrived()) return;
	heading.focus({ preventScroll: true });
	scrollTo(0, 0);
};
