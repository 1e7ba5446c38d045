/** A family of hostile inputs: how its cases are drawn, what is done with one, and what a run of it came to. */
import fc from 'fast-check';
import { costOf } from '../domain/teams';
import { pollution } from './pollution';

/** What one case came to: `accepted`, or the fault it was refused for; several where it held several. */
export type Outcome = string;

export interface Run {
	readonly family: string;
	readonly cases: number;
	readonly outcomes: ReadonlyMap<Outcome, number>;
	/** Milliseconds of processor time that the slowest case took, drawing it left out. */
	readonly slowest: number;
	/** Null where every case held; else what did not, with the smallest case that shows it. */
	readonly failure: string | null;
}

export interface Family {
	readonly name: string;
	/** Part of all cases. */
	readonly share: number;
	readonly run: (seed: number, cases: number) => Run;
}

/**
 * `attempt` does with a case what the app does, says what came of it, and throws where something does not hold; one may take
 * `limit` milliseconds of processor time. What seems slow is measured twice more, and the quicker one counts: what else the
 * machine does is no fault of ours.
 */
export const family = <T>(
	name: string,
	share: number,
	limit: number,
	cases: fc.Arbitrary<T>,
	attempt: (given: T) => readonly Outcome[],
): Family => ({
	name,
	share,
	run: (seed, numRuns) => {
		const outcomes = new Map<Outcome, number>();
		let slowest = 0;
		const property = fc.property(cases, (given) => {
			const begin = performance.now();
			const found = attempt(given);
			const seemed = performance.now() - begin;
			if (seemed > slowest || seemed > limit) {
				const ms = Math.min(seemed, ...[0, 1].map(() => costOf(() => attempt(given))));
				slowest = Math.max(slowest, ms);
				if (ms > limit) throw new Error(`took ${ms.toFixed(0)} ms, where ${limit} are allowed`);
			}
			const reached = pollution();
			if (reached) throw new Error(`changed ${reached}`);
			for (const outcome of found) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
		});
		const { failed, numRuns: ran, counterexample, errorInstance } = fc.check(property, { seed, numRuns });
		const shown = fc.stringify(counterexample?.[0]);
		const failure = failed
			? `seed ${seed}: ${errorInstance instanceof Error ? errorInstance.message : String(errorInstance)}\n` +
				`smallest case: ${shown.length > 4000 ? `${shown.slice(0, 4000)}… (${shown.length} characters)` : shown}`
			: null;
		return { family: name, cases: ran, outcomes, slowest, failure };
	},
});
