/** Hands a text or a picture to the reader as a file; nothing is sent anywhere. */
export const download = (name: string, content: string | Blob, type = 'application/json'): void => {
	const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content);
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// Some browsers fetch it only after this turn.
	setTimeout(() => URL.revokeObjectURL(url), 60_000);
};
