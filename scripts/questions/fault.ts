/** Something wrong in a file: where it is, and what to do about it in plain words. */
export interface Fault {
	readonly file: string;
	/** Place inside the file, as in `ratings["A2p-"].text`; empty when the whole file is meant. */
	readonly address: string;
	readonly message: string;
}

/** Notes a fault at an address of the file being checked. */
export type Tell = (address: string, message: string) => void;

/** The fault as one line of text. */
export const inWords = ({ file, address, message }: Fault): string =>
	[file, address, message].filter((part) => part !== '').join(': ');

/** A plain object, as opposed to an array, null or a single value. */
export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
