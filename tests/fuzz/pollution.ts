/** Whether anything reached the prototypes that every object and list has. */

const watched = { 'Object.prototype': Object.prototype, 'Array.prototype': Array.prototype } as const;
type Own = readonly (readonly [key: PropertyKey, value: unknown])[];
const ownOf = (prototype: object): Own =>
	Reflect.ownKeys(prototype).map((key) => [key, (prototype as Record<PropertyKey, unknown>)[key]]);
const before = Object.entries(watched).map(([name, prototype]) => ({ name, prototype, own: ownOf(prototype) }));

/** The first property that is not as it was when this module was loaded, in words; null where all are. */
export const pollution = (): string | null => {
	for (const { name, prototype, own } of before) {
		const keys = Reflect.ownKeys(prototype);
		if (keys.length !== own.length) return `${name}: ${keys.map(String).join(', ')}`;
		for (const [i, [key, value]] of own.entries())
			if (keys[i] !== key || (prototype as Record<PropertyKey, unknown>)[key] !== value)
				return `${name}.${String(key)}`;
	}
	return null;
};
