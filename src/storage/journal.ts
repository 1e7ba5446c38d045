/**
 * A second copy of every slot, in IndexedDB: a browser that is killed has written this one, while it may hold writes to
 * localStorage back for a minute. Missing or blocked is no error.
 */
export interface Journal {
	/** Every slot with its text. */
	all(): Promise<ReadonlyMap<string, string>>;
	/** Null takes a slot away. Rejects where it could not be written. */
	put(texts: ReadonlyMap<string, string | null>): Promise<void>;
	/** Takes every slot away but those given. */
	reset(texts: ReadonlyMap<string, string>): Promise<void>;
}

const [base, store] = ['fulcrum', 'slots'];

const done = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

const connect = (factory: IDBFactory): Promise<IDBDatabase> => {
	const request = factory.open(base, 1);
	request.onupgradeneeded = () => request.result.createObjectStore(store);
	return done(request).then((database) => {
		// Whoever deletes or changes the database is not kept waiting by this page.
		database.onversionchange = () => database.close();
		return database;
	});
};

/** Opens the journal; rejects where there can be none. `find`: reading the property itself throws where a browser blocks it. */
export const openJournal = async (find: () => IDBFactory = () => indexedDB): Promise<Journal> => {
	let database = await connect(find());
	async function within<T>(mode: IDBTransactionMode, act: (slots: IDBObjectStore) => T): Promise<T> {
		let transaction: IDBTransaction;
		try {
			transaction = database.transaction(store, mode);
		} catch {
			// The connection was closed: the site's data were cleared, or a newer page asked for it.
			database = await connect(find());
			transaction = database.transaction(store, mode);
		}
		return new Promise((resolve, reject) => {
			const result = act(transaction.objectStore(store));
			transaction.oncomplete = () => resolve(result);
			transaction.onabort = () => reject(transaction.error);
		});
	}
	const putInto = (slots: IDBObjectStore, texts: ReadonlyMap<string, string | null>) => {
		for (const [slot, text] of texts)
			if (text === null) slots.delete(slot);
			else slots.put(text, slot);
	};
	return {
		all: async () => {
			const { keys, texts } = await within('readonly', (slots) => ({
				keys: slots.getAllKeys(),
				texts: slots.getAll(),
			}));
			return new Map(
				keys.result.flatMap((key, i) => {
					const text: unknown = texts.result[i];
					return typeof key === 'string' && typeof text === 'string' ? [[key, text] as const] : [];
				}),
			);
		},
		put: (texts) => within('readwrite', (slots) => putInto(slots, texts)),
		reset: (texts) =>
			within('readwrite', (slots) => {
				slots.clear();
				putInto(slots, texts);
			}),
	};
};
