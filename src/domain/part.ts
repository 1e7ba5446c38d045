/** One object of a data file while it is being read: every getter tells what is wrong and goes on with a stand-in. */
export type Tell = (address: string, message: string) => void;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as it stands in the file, cut short; for the end of a message. */
const found = (value: unknown): string => {
	if (value === undefined) return 'it is missing';
	const text = JSON.stringify(value);
	return `found ${text.length > 40 ? `${text.slice(0, 40)}…` : text}`;
};

const inWords = (list: readonly unknown[]): string => list.map((value) => JSON.stringify(value)).join(' or ');

export class Part {
	readonly #fields: Fields;
	readonly #address: string;
	readonly #tell: Tell;

	/** Tells when `value` is no object, or has fields other than the known ones; the getters then find nothing more. */
	constructor(value: unknown, address: string, known: readonly string[], tell: Tell) {
		const usable = isFields(value);
		if (!usable) tell(address, `must be an object (${found(value)})`);
		this.#fields = usable ? value : {};
		this.#address = address;
		this.#tell = usable ? tell : () => undefined;
		for (const key of Object.keys(this.#fields))
			if (!known.includes(key))
				this.#tell(this.at(key), `is not known here: remove it or correct its name (known: ${known.join(', ')})`);
	}

	/** Address of a field. */
	at(key: string): string {
		if (!/^\w+(\[\d+\])*$/.test(key)) return `${this.#address}[${JSON.stringify(key)}]`;
		return this.#address === '' ? key : `${this.#address}.${key}`;
	}

	/** The field as it stands; own fields only. */
	raw(key: string): unknown {
		return Object.hasOwn(this.#fields, key) ? this.#fields[key] : undefined;
	}

	tell(key: string, message: string): void {
		this.#tell(this.at(key), message);
	}

	number(key: string, least: number, most: number): number {
		const value = this.raw(key);
		if (typeof value === 'number' && value >= least && value <= most) return value;
		this.tell(key, `must be a number from ${least} to ${most} (${found(value)})`);
		return NaN;
	}

	/** One of the listed values; the first of them stands in. */
	oneOf<T>(key: string, list: readonly T[], why = ''): T {
		const value = this.raw(key);
		const known = list.find((one) => one === value);
		if (known === undefined) this.tell(key, `must be ${inWords(list)}${why} (${found(value)})`);
		return known ?? list[0]!;
	}

	text(key: string, pattern: RegExp, meaning: string): string {
		const value = this.raw(key);
		if (typeof value === 'string' && pattern.test(value)) return value;
		this.tell(key, `must be ${meaning} (${found(value)})`);
		return '';
	}

	list(key: string): readonly unknown[] {
		const value = this.raw(key);
		if (Array.isArray(value)) return value;
		this.tell(key, `must be a list (${found(value)})`);
		return [];
	}

	/** Ids in a list; whatever is no text is told and left out. */
	ids(key: string): readonly { readonly id: string; readonly address: string }[] {
		return this.list(key).flatMap((value, i) => {
			const address = `${this.at(key)}[${i}]`;
			if (typeof value === 'string') return [{ id: value, address }];
			this.#tell(address, `must be an id (${found(value)})`);
			return [];
		});
	}

	part(key: string, known: readonly string[]): Part {
		return new Part(this.raw(key), this.at(key), known, this.#tell);
	}
}
