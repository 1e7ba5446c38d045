/**
 * What each file of the built app may weigh (brotli 11), against scripts/budgets.json. Part of npm test, after the build.
 * `npm run budgets` prints the table; with `--record` the figures of the last build become the new ones.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Weights } from './build/sizes';

export interface Budgets {
	/** Bytes that no recording moves: sums over files, by what they are for. */
	readonly limits: Readonly<Record<string, { readonly files: readonly string[]; readonly most: number }>>;
	readonly files: Weights;
}

/** A file may grow by so much until somebody looks at it and records it anew. */
const slack = (bytes: number): number => Math.round(bytes * 0.03) + 60;

const sum = (weights: Weights, files: readonly string[]): number =>
	files.reduce((total, name) => total + (weights[name]?.bytes ?? 0), 0);

/** What grew in these files, heaviest first: modules, else the file itself. */
const growth = (before: Weights, now: Weights, files: readonly string[]): string[] =>
	files
		.flatMap((file) => {
			const [old, fresh] = [before[file]?.modules ?? {}, now[file]?.modules ?? {}];
			const rows = Object.entries(fresh).map(([name, size]) => [name, size - (old[name] ?? 0)] as const);
			const bytes = (now[file]?.bytes ?? 0) - (before[file]?.bytes ?? 0);
			return rows.length > 0 ? rows : [[file, bytes] as const];
		})
		.filter(([, more]) => more > 0)
		.sort((one, two) => two[1] - one[1])
		.slice(0, 6)
		.map(([name, more]) => `${name} +${more}`);

/** A sentence for each budget that is broken. */
export const broken = ({ limits, files }: Budgets, now: Weights): string[] => {
	const tell = (what: string, bytes: number, most: number, parts: readonly string[]): string => {
		const grown = growth(files, now, parts);
		const why = grown.length > 0 ? grown.join(', ') : 'nothing since the last recording';
		return `${what}: ${bytes} bytes, ${bytes - most} more than the ${most} it may have. What grew (characters before it is made small): ${why}`;
	};
	const over = Object.entries(limits).flatMap(([what, limit]) => {
		const missing = limit.files.filter((name) => !(name in now));
		if (missing.length > 0) return [`${what}: ${missing.join(', ')} is not in the build`];
		const bytes = sum(now, limit.files);
		return bytes > limit.most ? [tell(what, bytes, limit.most, limit.files)] : [];
	});
	const each = Object.entries(now).flatMap(([name, { bytes }]) => {
		const known = files[name];
		if (!known) return [`${name}: ${bytes} bytes, a file without a budget (npm run budgets -- --record)`];
		const most = known.bytes + slack(known.bytes);
		return bytes > most ? [tell(name, bytes, most, [name])] : [];
	});
	const gone = Object.keys(files).filter((name) => !(name in now));
	return [...over, ...each, ...gone.map((name) => `${name}: in the budgets, but not in the build`)];
};

const json = <T>(file: string): T => JSON.parse(readFileSync(file, 'utf8')) as T;

export const main = (args: readonly string[]): number => {
	const place = 'scripts/budgets.json';
	const budgets = json<Budgets>(place);
	const now = json<Weights>('node_modules/.cache/fulcrum/sizes.json');
	if (args.includes('--record')) {
		const files = Object.fromEntries(Object.entries(now).sort(([one], [two]) => (one < two ? -1 : 1)));
		writeFileSync(place, `${JSON.stringify({ ...budgets, files }, null, '\t')}\n`);
	}
	for (const [what, { files, most }] of Object.entries(budgets.limits))
		console.log(`${String(sum(now, files)).padStart(7)} of ${String(most).padStart(6)}  ${what}`);
	const faults = broken(json<Budgets>(place), now);
	for (const fault of faults) console.error(fault);
	return faults.length === 0 ? 0 : 1;
};
