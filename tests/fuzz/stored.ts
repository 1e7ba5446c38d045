/** Stored text: real records with fields exchanged, lines damaged, and up to a kilobyte overwritten or gone. */
import fc from 'fast-check';
import { recordVersion, restoreResult, restoreSitting, type Restored } from '../../src/domain/restore';
import { instrument } from '../fake';
import { editedBy, edits } from './edits';
import { family, type Outcome } from './family';
import { changedBy, changes, textOf } from './files';
import { readable, written } from './lines';
import { refusals, resultRule, sittingRule } from './ranges';
import { alike, either, hold, list, text as matching, type Rule } from './rules';
import { storedResults, storedSittings } from './samples';

interface Case {
	/** A text of storage, or what one of its records would be once read. */
	readonly given: { readonly text: string } | { readonly record: unknown };
	/** Rows of the text that nothing touched, as they stand. */
	readonly whole: readonly string[];
}
const text = (given: string, whole: readonly string[] = []): Case => ({ given: { text: given }, whole });

/** A head and its answers, one a line. */
const rowsOf = ({ answers, ...head }: { readonly answers?: object }): readonly unknown[] => [
	head,
	...Object.entries(answers ?? {}),
];
const record = fc.constantFrom(...storedResults, ...storedSittings);
const exchanged = fc.tuple(record, changes).map(([one, all]): Case => {
	try {
		return { given: { record: JSON.parse(textOf(changedBy(one, all))) }, whole: [] };
	} catch {
		return text(textOf(one));
	}
});
const damaged = fc.tuple(record, edits).map(([one, all]) => text(editedBy(written(rowsOf(one)), all)));
/** What a disk, or another program, does to a stretch of a text. */
const overwritten = fc
	.tuple(
		record,
		fc.nat(1 << 16),
		fc.integer({ min: 1, max: 1024 }),
		fc.constantFrom('', '\0', 'x', '\n', ' ', '}', '😀'),
	)
	.map(([one, where, length, by]): Case => {
		const before = written(rowsOf(one));
		const from = where % before.length;
		const to = Math.min(before.length, from + length);
		const rows = before.split('\n');
		let begin = 0;
		const whole = rows.filter((row) => {
			const end = begin + row.length;
			// A line break beside a row belongs to it.
			const untouched = end < from || begin > to;
			begin = end + 1;
			return untouched;
		});
		return text(before.slice(0, from) + by.repeat(to - from) + before.slice(to), whole);
	});
const anyStored = fc.oneof(
	{ weight: 4, arbitrary: exchanged },
	{ weight: 2, arbitrary: damaged },
	{ weight: 3, arbitrary: overwritten },
	{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 300 }).map((one) => text(one)) },
);

const dropped = list(matching(/^[^]{1,80}$/), 0, 1100);
const sound = <T extends object>(
	what: string,
	restore: (input: unknown) => Restored<T>,
	input: unknown,
	rule: Rule,
): Outcome => {
	const read = restore(input);
	if ('refusal' in read) {
		hold('refusal', read.refusal, either(...refusals));
		return read.refusal;
	}
	hold(what, read.value, rule);
	hold('dropped', read.dropped, dropped);
	const again = restore(JSON.parse(JSON.stringify({ version: recordVersion, ...read.value })));
	alike(what, again, { value: read.value, dropped: [] });
	return 'accepted';
};

const isAnswer = (row: unknown): row is [string, unknown] =>
	Array.isArray(row) && row.length === 2 && typeof row[0] === 'string';

/** What storage makes of a text: its head with its answers. */
const readOf = (given: string, whole: readonly string[]): unknown => {
	const { records, damaged: lost } = readable(given);
	if (records.length + lost > given.split('\n').length) throw new Error('reads more lines than there are');
	const there = new Set(records.map((one) => JSON.stringify(one)));
	for (const row of whole)
		if (!there.has(row.slice(row.indexOf(' ') + 1))) throw new Error(`loses a line that nothing touched: ${row}`);
	const [head, ...rows] = records;
	const plain = typeof head === 'object' && head !== null && !Array.isArray(head);
	return plain ? { ...head, answers: Object.fromEntries(rows.filter(isAnswer)) } : head;
};

const attempt = ({ given, whole }: Case): readonly Outcome[] => {
	const input = 'text' in given ? readOf(given.text, whole) : given.record;
	return [
		sound('result', (one) => restoreResult(instrument, one), input, resultRule),
		sound('sitting', (one) => restoreSitting(instrument, one), input, sittingRule),
	];
};

export const storedFamily = family('stored text', 0.15, 100, anyStored, attempt);
