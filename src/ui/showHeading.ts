/** Brings the reader to a heading, with the eye and with the focus. */
export const showHeading = (heading: HTMLElement): void => {
	heading.scrollIntoView();
	heading.focus({ preventScroll: true });
};
