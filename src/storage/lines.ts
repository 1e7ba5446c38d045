/** Records as text: one a line, each behind its own checksum, so that damage costs only the lines it touches. */

/** FNV-1a, 32 bits: finds damage, promises nothing against intent. */
const checksum = (text: string): string => {
	let hash = 0x811c9dc5;
	for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
	return (hash >>> 0).toString(36);
};

/** JSON never holds a raw line break, so a record is a line. */
export const encode = (records: readonly unknown[]): string =>
	records
		.map((record) => JSON.stringify(record))
		.map((line) => `${checksum(line)} ${line}`)
		.join('\n');

/** The readable records in order, and the lines that were not readable. Never throws. */
export const decode = (text: string): { records: unknown[]; damaged: string[] } => {
	const records: unknown[] = [];
	const damaged: string[] = [];
	for (const row of text.split('\n')) {
		const cut = row.indexOf(' ');
		const line = row.slice(cut + 1);
		try {
			if (row.slice(0, cut) !== checksum(line)) throw new Error('checksum');
			records.push(JSON.parse(line));
		} catch {
			if (row) damaged.push(row);
		}
	}
	return { records, damaged };
};

/** A record with answers: its head on the first line, then one line an answer. */
export const toText = <T extends { readonly answers: Readonly<Record<string, number>> }>({
	answers,
	...head
}: T): string => encode([head, ...Object.entries(answers)]);

/** What `toText` wrote, as far as it can be read; null where the head itself is lost. */
export const fromText = (text: string): { record: unknown; damaged: boolean } => {
	const { records, damaged } = decode(text);
	const [head, ...rows] = records;
	const answers = rows.filter((row): row is [string, unknown] => Array.isArray(row) && row.length === 2);
	const whole = typeof head === 'object' && head !== null && !Array.isArray(head);
	return {
		record: whole ? { ...head, answers: Object.fromEntries(answers) } : null,
		damaged: damaged.length > 0 || answers.length < rows.length,
	};
};
