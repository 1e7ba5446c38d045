/** Own properties only: what is read may come from anyone. Undefined where there is none. */
export const field = (input: unknown, key: string): unknown =>
	typeof input === 'object' && input !== null && Object.hasOwn(input, key)
		? (input as Readonly<Record<string, unknown>>)[key]
		: undefined;
