/** A record with answers is stored as one record an answer. */

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
