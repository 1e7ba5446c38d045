import { parseArgs } from 'node:util';
import { heading, report, worldTable } from './simulation/report';
import { defaults, simulate, type SimulationResult } from './simulation/simulate';
import { verdicts } from './simulation/thresholds';
import { worlds } from './simulation/worlds';

const usage = `npm run simulate -- [--seed ${defaults.seed}] [--n ${defaults.n}] [--worlds]`;

/** Whole numbers only: a seed of 1.5 would print figures that no seed can repeat. */
const whole = (name: string, text: string | undefined, least: number, otherwise: number): number => {
	if (text === undefined) return otherwise;
	const value = Number(text);
	if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value;
	throw new RangeError(`--${name} must be a whole number from ${least} (found ${text})`);
};

const read = (args: readonly string[]): { seed: number; n: number; wanted: boolean } => {
	const { values } = parseArgs({
		args: [...args],
		options: { seed: { type: 'string' }, n: { type: 'string' }, worlds: { type: 'boolean' } },
	});
	return {
		seed: whole('seed', values.seed, 0, defaults.seed),
		n: whole('n', values.n, 100, defaults.n),
		wanted: values.worlds ?? false,
	};
};

/**
 * Runs the simulation and prints it: `--seed`, `--n` respondents (2000), `--worlds` for the table of other worlds besides.
 * Returns the exit code: 0, 1 where a threshold of measurement 7 or a rate of 4.9 fails, 2 for arguments it does not know.
 * Thresholds are for the base world: the others are there to show where the instrument breaks.
 */
export function main(
	args: readonly string[] = [],
	print: (line: string) => void = console.log,
	run = simulate,
): number {
	let asked: ReturnType<typeof read>;
	try {
		asked = read(args);
	} catch (error) {
		print(`${(error as Error).message}\n${usage}`);
		return 2;
	}
	const { seed, n, wanted } = asked;
	const result = run({ seed, n });
	const judged = verdicts(result);
	print(report(result, judged));
	if (wanted) print(`\n${inWorlds(seed, n, result, run)}`);
	return judged.every(({ passed }) => passed) ? 0 : 1;
}

const inWorlds = (seed: number, n: number, base: SimulationResult, run: typeof simulate): string => {
	const runs = worlds.map((world) => {
		const changed = Object.keys(world.changes).length > 0;
		return { world, result: changed ? run({ seed, n, world: world.changes }) : base };
	});
	return `${heading(base)}. Other worlds, FULL unless named; in brackets the study of 5.5:\n\n${worldTable(runs)}`;
};
