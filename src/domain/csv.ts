/** Results as a table for spreadsheets (formats.md, Downloads): RFC 4180, a row a result. */
import { facetIds, type FacetId } from './instrument';
import { regions, type Region } from './profile';
import { read, type Band, type Reading } from './reading';
import type { Sent } from './sent';
import type { TeamMember } from './team';

export type Cell = string | number | null;

/** What makes a spreadsheet take a text for a formula; the wide forms do so in East Asian settings. */
const formula = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

const cellText = (cell: Cell): string => {
	if (cell === null) return '';
	if (typeof cell === 'number') return Number.isFinite(cell) ? String(cell) : '';
	const harmless = formula.test(cell) ? `'${cell}` : cell;
	return /[",\r\n]|^\s|\s$/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
};

/**
 * Rows as CSV with a byte order mark, by which spreadsheets know UTF-8; every row ends with CR LF. Null and numbers that are
 * not finite are empty; a text that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export const csv = (rows: readonly (readonly Cell[])[]): string =>
	`\uFEFF${rows.map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;

/** What facets are called in column heads: these never change, whatever the words of the page become. */
const facetHeads: Readonly<Record<FacetId, string>> = {
	A1: 'system_design',
	A2: 'lasting_choices',
	A3: 'technical_depth',
	A4: 'resilience',
	P1: 'coaching',
	P2: 'team_shape',
	P3: 'information_flow',
	P4: 'execution',
};
const chanceHeads: Readonly<Record<Region, string>> = {
	ARCHITECT: 'chance_architect',
	PEOPLE: 'chance_people',
	UNICORN: 'chance_unicorn',
	ELSEWHERE: 'chance_elsewhere',
	MIDDLE: 'chance_middle',
};

interface Row {
	readonly id: string;
	readonly sent: Sent;
	readonly reading: Reading;
}
type Column = readonly [head: string, cell: (row: Row) => Cell];

const tenth = (value: number): number => Math.round(value * 10) / 10 + 0;
/** A score on 0..100 and the ends of its 90 % band. */
const score = (head: string, of: (reading: Reading) => Band | null): readonly Column[] =>
	(['value', 'low', 'high'] as const).map((part) => [
		part === 'value' ? head : `${head}_${part}`,
		({ reading }) => {
			const band = of(reading);
			if (!band) return null;
			const { exact, half } = band;
			const at = { value: exact, low: exact - half, high: exact + half }[part];
			return tenth(Math.min(100, Math.max(0, at)));
		},
	]);
const yesOrNo = (value: boolean | null): Cell => (value === null ? null : value ? 'yes' : 'no');

const columns: readonly Column[] = [
	['id', ({ id }) => id],
	['name', ({ sent }) => sent.name],
	['day', ({ sent }) => sent.day],
	['form', ({ sent }) => sent.form],
	['version', ({ sent }) => sent.version],
	['role', ({ sent }) => sent.context.role],
	['stage', ({ sent }) => sent.context.stage],
	// With its hyphen a spreadsheet reads 1-10 as a day.
	['engineers', ({ sent }) => sent.context.size?.replace('-', ' to ') ?? null],
	['founder', ({ sent }) => yesOrNo(sent.context.founder)],
	['reports_to', ({ sent }) => sent.context.reportsTo],
	['business', ({ sent }) => sent.context.business],
	...score('place', ({ place }) => place),
	...score('architecture', ({ A }) => A),
	...score('people', ({ P }) => P),
	...score('breadth', ({ B }) => B),
	...score('drive', ({ drive }) => drive),
	...score('practice', ({ practice }) => practice),
	...facetIds.flatMap((id) => score(facetHeads[id], ({ facets }) => facets[id])),
	...score('posture', ({ posture }) => posture),
	['profile', ({ reading }) => reading.call.kind],
	['profile_first', ({ reading }) => reading.call.first],
	// In an open call `second` is what the note is about: nothing is named.
	['profile_second', ({ reading: { call } }) => call.first && call.second],
	...regions.map((id): Column => [chanceHeads[id], ({ reading }) => reading.percents[id]]),
	['quality', ({ sent }) => sent.snapshot.quality.level],
];

/**
 * A head and a row a result, all of one length. Scores are on 0..100 (place, drive and practice: 0 people, 100 architecture;
 * posture: 0 defence, 100 offence) with the ends of their 90 % bands, to one decimal; chances in whole per cents that add up
 * to 100. Null where nothing was said or asked. `gamma`: the instrument's share of scale use.
 */
export const resultRows = (
	rows: readonly { readonly id: string; readonly sent: Sent; readonly gamma: number }[],
): readonly (readonly Cell[])[] => [
	columns.map(([head]) => head),
	...rows.map(({ id, sent, gamma }) => {
		const row = { id, sent, reading: read(sent.snapshot, gamma) };
		return columns.map(([, cell]) => cell(row));
	}),
];

/**
 * A head and a row a member, in their order: what whoever keeps the team said of each (label, role_here, hidden, ghost; null where
 * nothing was), then the columns of `resultRows` with the key as id. Names are in it, whatever a screen shows.
 */
export const teamRows = (members: readonly TeamMember[], gamma: number): readonly (readonly Cell[])[] => {
	const rows = resultRows(members.map(({ key, sent }) => ({ id: key, sent, gamma })));
	const said = members.map(({ label, role, hidden, ghost }) => [label, role, yesOrNo(hidden), yesOrNo(ghost)]);
	return rows.map((row, i) => [...(said[i - 1] ?? ['label', 'role_here', 'hidden', 'ghost']), ...row]);
};
