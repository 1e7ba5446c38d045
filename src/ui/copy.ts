/** Puts a text on the clipboard; false where the browser does not let the page do it. */
export const copy = async (text: string): Promise<boolean> => {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return false;
	}
};
