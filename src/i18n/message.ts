/**
 * Stands in for `intl-messageformat` under svelte-i18n: messages were parsed by the real ICU parser when the app was built
 * (scripts/build/syntax.ts), and come with their language. `vite.config.ts` puts it in its place; that saves 9 KB of the
 * first load. It knows what the build lets through: text, arguments, choices, plurals; numbers and days come written.
 */
type Options = Readonly<Record<string, readonly Element[]>>;
/** Text; an argument; a choice; a plural with its offset and kind; and what `#` stands for in it. */
export type Element =
	| string
	| readonly [name: string]
	| readonly [name: string, options: Options]
	| readonly [name: string, options: Options, offset: number, kind: Intl.PluralRuleType]
	| 0;
type Values = Readonly<Record<string, unknown>>;

const table = new Map<string, readonly Element[]>();

export const learn = (syntax: Readonly<Record<string, unknown>>): void => {
	for (const [message, elements] of Object.entries(syntax)) table.set(message, elements as readonly Element[]);
};

/** By this name svelte-i18n asks for it. */
export class IntlMessageFormat {
	readonly #elements: readonly Element[];
	readonly #locale: string;

	constructor(message: string, locale: string) {
		// A message without arguments was not worth parsing: it is its own text.
		this.#elements = table.get(message) ?? [message];
		this.#locale = locale;
	}

	/** Throws where it is no name of a language. */
	static resolveLocale(name: string): Intl.Locale {
		return new Intl.Locale(name);
	}

	format(values: Values): string {
		return this.#write(this.#elements, values, 0);
	}

	/** `count`: what `#` stands for. */
	#write(elements: readonly Element[], values: Values, count: number): string {
		return elements
			.map((element) => {
				if (typeof element === 'string') return element;
				if (element === 0) return new Intl.NumberFormat(this.#locale).format(count);
				const [name, options, offset = 0, type] = element;
				if (!(name in values)) throw new Error(`"${name}" was not provided`);
				const value = values[name];
				if (!options) return String(value ?? '');
				const rest = Number(value) - offset;
				const chosen = type
					? (options[`=${String(value)}`] ?? options[new Intl.PluralRules(this.#locale, { type }).select(rest)])
					: options[String(value)];
				return this.#write((chosen ?? options.other)!, values, type ? rest : count);
			})
			.join('');
	}
}
