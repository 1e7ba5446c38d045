/** Files that a page hands to the reader, and files that the reader hands to a page. */
import { afterEach, beforeEach, vi } from 'vitest';

export interface Handed {
	readonly name: string;
	readonly type: string;
	readonly blob: Blob;
}
/** Catches every download of a test; jsdom has no addresses for blobs and opens none. */
export const downloads = (): Handed[] => {
	const handed: Handed[] = [];
	const blobs = new Map<string, Blob>();
	beforeEach(() => {
		handed.length = 0;
		URL.createObjectURL = (blob) => {
			const url = `blob:${blobs.size}`;
			blobs.set(url, blob as Blob);
			return url;
		};
		URL.revokeObjectURL = () => undefined;
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
			const blob = blobs.get(this.href)!;
			handed.push({ name: this.download, type: blob.type, blob });
		});
	});
	afterEach(() => vi.restoreAllMocks());
	return handed;
};

export const fileOf = (text: string, name = 'fulcrum-file.json'): File =>
	new File([text], name, { type: 'application/json' });
/** As large as it says, without its bytes. */
export const hugeFile = (size: number, name = 'huge.json'): File =>
	Object.defineProperty(fileOf('{}', name), 'size', { value: size });
