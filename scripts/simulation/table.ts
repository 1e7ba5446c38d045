/** Tables of text for a terminal. */
export type Row = readonly string[];

/** Columns as wide as their widest cell; the first to the left, the others to the right. */
export const table = (head: Row, rows: readonly Row[]): string => {
	const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => (row[i] ?? '').length)));
	const line = (row: Row): string =>
		widths.map((width, i) => (i === 0 ? (row[i] ?? '').padEnd(width) : (row[i] ?? '').padStart(width))).join('  ');
	return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)]
		.map((one) => one.trimEnd())
		.join('\n');
};
