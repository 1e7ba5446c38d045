/** Our keys in localStorage. Storage may be absent, blocked or full: every try and catch for that lives here. */

const prefix = 'fulcrum:';

export interface Slots {
	/** Null when there is nothing, or nothing can be read. */
	read(key: string): string | null;
	/** False when it could not be written; what stood there before stands there still. */
	write(key: string, text: string): boolean;
	/** False when it could not be removed. */
	remove(key: string): boolean;
	/** Our keys that begin with `start`, without our prefix, sorted. */
	keys(start: string): string[];
}

/** Slots over `storage`, or over nothing: reading the property itself throws where a browser blocks it. */
export const slots = (find: () => Storage = () => localStorage): Slots => {
	const attempt = <T>(act: (storage: Storage) => T, failed: T): T => {
		try {
			return act(find());
		} catch {
			return failed;
		}
	};
	return {
		read: (key) => attempt((storage) => storage.getItem(prefix + key), null),
		write: (key, text) =>
			attempt((storage) => {
				storage.setItem(prefix + key, text);
				return true;
			}, false),
		remove: (key) =>
			attempt((storage) => {
				storage.removeItem(prefix + key);
				return true;
			}, false),
		keys: (start) =>
			attempt(
				(storage) =>
					Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
						.filter((key) => key.startsWith(prefix + start))
						.map((key) => key.slice(prefix.length))
						.sort(),
				[],
			),
	};
};
