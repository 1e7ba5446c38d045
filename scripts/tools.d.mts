/** A path of a Chromium; ends the process with a sentence if there is none. */
export const findChromium: () => Promise<string>;
