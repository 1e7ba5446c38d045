/** Records as text, as the first write of them stands; the first page needs no more than to write. */

/** FNV-1a, 32 bits: finds damage, promises nothing against intent. */
export const checksum = (text: string): string => {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
};

/** JSON never holds a raw line break, so a record is a line. */
export const encode = (records: readonly unknown[]): string =>
	records
		.map((record) => JSON.stringify(record))
		.map((json) => `${checksum(json)} ${json}`)
		.join('\n');

/** A record with answers as records: its head first, then one an answer. */
export const rowsOf = <T extends { readonly answers: Readonly<Record<string, number>> }>({
	answers,
	...head
}: T): unknown[] => [head, ...Object.entries(answers)];
/** The record that `rowsOf` took apart, as far as it is there: null where the head is lost. `odd`: a row was no answer. */
export const joined = (records: readonly unknown[]): { record: unknown; odd: boolean } => {
	const [head, ...rows] = records;
	const whole = typeof head === 'object' && head !== null && !Array.isArray(head);
	const answers = rows.filter((row): row is [string, unknown] => Array.isArray(row) && row.length === 2);
	return {
		record: whole ? { ...head, answers: Object.fromEntries(answers) } : null,
		odd: answers.length < rows.length,
	};
};
