/** Hands a text to the reader as a file; nothing is sent anywhere. */
export const download = (name: string, text: string, type = 'application/json'): void => {
	const url = URL.createObjectURL(new Blob([text], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	URL.revokeObjectURL(url);
};
