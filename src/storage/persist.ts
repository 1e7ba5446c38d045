/** Whether the browser has promised not to delete what is kept when its disk is full. Nothing here ever throws. */

/** Null where the browser does not say. */
export const persisted = (): Promise<boolean | null> =>
	Promise.resolve(navigator.storage?.persisted?.() ?? null).catch(() => null);

/** Asks for the promise; some browsers ask the reader. */
export const persist = (): Promise<boolean | null> =>
	Promise.resolve(navigator.storage?.persist?.() ?? null).catch(() => null);
