/** A small language for what a value may be: a rule gives null for one that is, else where it is not. */

export type Rule = (value: unknown) => string | null;

const told = (value: unknown): string => {
	const text = JSON.stringify(value) ?? String(value);
	return text.length > 80 ? `${text.slice(0, 80)}…` : text;
};

export const either =
	(...values: readonly unknown[]): Rule =>
	(value) =>
		values.includes(value) ? null : `is ${told(value)}, none of ${told(values)}`;

/** From `least` to `most`, in whole steps of `step` where one is given; no minus before a zero. */
export const number =
	(least: number, most: number, step?: number): Rule =>
	(value) => {
		if (typeof value !== 'number' || !(value >= least && value <= most)) return `is ${told(value)}`;
		if (Object.is(value, -0)) return 'is -0';
		const steps = step === undefined ? 0 : value / step;
		return Math.abs(steps - Math.round(steps)) < 1e-6 ? null : `is ${value}, in no step of ${step}`;
	};

export const text =
	(pattern: RegExp): Rule =>
	(value) =>
		typeof value === 'string' && pattern.test(value) ? null : `is ${told(value)}, not as ${pattern.source}`;

export const optional =
	(rule: Rule): Rule =>
	(value) =>
		value === null ? null : rule(value);

export const list =
	(rule: Rule, least = 0, most = Infinity): Rule =>
	(value) => {
		if (!Array.isArray(value) || value.length < least || value.length > most) return `is ${told(value)}, no such list`;
		for (const [i, one] of value.entries()) {
			const fault = rule(one);
			if (fault) return `[${i}] ${fault}`;
		}
		return null;
	};

/** A plain object with exactly these fields of its own. */
export const exactly = (rules: Readonly<Record<string, Rule>>): Rule => {
	const wanted = Object.keys(rules).sort().join();
	return (value) => {
		if (typeof value !== 'object' || value === null) return `is ${told(value)}, no object`;
		if (Object.getPrototypeOf(value) !== Object.prototype) return 'has a prototype of its own';
		const keys = Reflect.ownKeys(value).map(String).sort().join();
		if (keys !== wanted) return `has the fields ${keys}, not ${wanted}`;
		for (const [key, rule] of Object.entries(rules)) {
			const fault = rule((value as Record<string, unknown>)[key]);
			if (fault) return `.${key} ${fault}`;
		}
		return null;
	};
};

/** Any number of fields with these names. */
export const some =
	(rules: ReadonlyMap<string, Rule>): Rule =>
	(value) => {
		if (typeof value !== 'object' || value === null) return `is ${told(value)}, no object`;
		if (Object.getPrototypeOf(value) !== Object.prototype) return 'has a prototype of its own';
		for (const key of Reflect.ownKeys(value)) {
			const rule = rules.get(String(key));
			const fault = rule ? rule((value as Record<PropertyKey, unknown>)[key]) : 'is not known';
			if (fault) return `.${String(key)} ${fault}`;
		}
		return null;
	};

/** Throws where the value is not as the rule says. */
export const hold = (what: string, value: unknown, rule: Rule): void => {
	const fault = rule(value);
	if (fault) throw new Error(`${what}${fault.startsWith('.') || fault.startsWith('[') ? '' : ' '}${fault}`);
};

/** Throws where two values differ in any field, prototype or sign of a zero. */
export const alike = (what: string, one: unknown, two: unknown): void => {
	const differ = (a: unknown, b: unknown, at: string): string | null => {
		if (Object.is(a, b)) return null;
		if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
			return `${at}: ${told(a)} and ${told(b)}`;
		const [keys, others] = [Reflect.ownKeys(a), Reflect.ownKeys(b)];
		if (Object.getPrototypeOf(a) !== Object.getPrototypeOf(b) || keys.length !== others.length) return at;
		for (const key of keys) {
			if (!Object.hasOwn(b, key)) return `${at}.${String(key)}`;
			const found = differ((a as never)[key], (b as never)[key], `${at}.${String(key)}`);
			if (found) return found;
		}
		return null;
	};
	const found = differ(one, two, '');
	if (found !== null) throw new Error(`${what} is not the same again: ${found}`);
};

/** Throws where a number anywhere in the value is not finite. */
export const finite = (what: string, value: unknown): void => {
	if (typeof value === 'number' && !Number.isFinite(value)) throw new Error(`${what} is ${value}`);
	if (typeof value === 'object' && value !== null)
		for (const [key, inner] of Object.entries(value)) finite(`${what}.${key}`, inner);
};
