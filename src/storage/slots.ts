/** Our keys in localStorage. Storage may be absent, blocked or full: every try and catch for that lives here. */

const prefix = 'fulcrum:';

export interface Slots {
	/** Null when there is nothing, or nothing can be read. */
	read(key: string): string | null;
	/** False when it could not be written; what stood there before stands there still. */
	write(key: string, text: string): boolean;
	/**
	 * Keeps a text that could not be read, under a key of its own, never over another. False when it could not be kept:
	 * then the key it came from must not be written.
	 */
	setAside(key: string, text: string): boolean;
	/** Whether this very text has been set aside for this key before. */
	isAside(key: string, text: string): boolean;
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
	const write = (key: string, text: string): boolean =>
		attempt((storage) => {
			storage.setItem(prefix + key, text);
			return true;
		}, false);
	const read = (key: string): string | null => attempt((storage) => storage.getItem(prefix + key), null);
	/** Where this text stands aside for this key, else the first place that is free. */
	const asidePlace = (key: string, text: string): string => {
		for (let n = 1; ; n++) {
			const place = n === 1 ? `aside:${key}` : `aside:${key}:${n}`;
			const there = read(place);
			if (there === null || there === text) return place;
		}
	};
	return {
		read,
		write,
		setAside: (key, text) => {
			const place = asidePlace(key, text);
			return read(place) === text || write(place, text);
		},
		isAside: (key, text) => read(asidePlace(key, text)) === text,
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
