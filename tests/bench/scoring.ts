/** How long one full sitting takes to score. Bundled and run by a script; prints milliseconds. */
import data from '../../questions/instrument.json';
import { categories, type Answers } from '../../src/domain/instrument';
import { parseInstrument } from '../../src/domain/parse';
import { probabilities } from '../../src/domain/profile';
import { score } from '../../src/domain/scoring';

const sittings = 10_000;

/** Median and 95th percentile, in the order of `timings`. */
const summary = (timings: readonly number[]): string => {
	const sorted = [...timings].sort((one, two) => one - two);
	const at = (share: number): string => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(4);
	return `median ${at(0.5)} ms, p95 ${at(0.95)} ms`;
};

/** Prints median and p95 of scoring, of the profile's probabilities, and of both, over seeded random full sittings. */
export function run(): void {
	const { instrument, faults } = parseInstrument(data);
	if (!instrument) throw new Error(faults.join('\n'));
	// Park and Miller's generator: the same sittings in every run.
	let state = 20261122;
	const random = (below: number): number => {
		state = (state * 48271) % 2147483647;
		return state % below;
	};
	const [scoring, profile, both]: [number[], number[], number[]] = [[], [], []];
	for (let i = 0; i < sittings; i += 1) {
		const answers: Answers = Object.fromEntries(instrument.items.map((item) => [item.id, random(categories(item))]));
		const start = performance.now();
		const { A, P, V } = score(instrument, answers);
		const scored = performance.now();
		probabilities(A.raw, P.raw, V);
		const end = performance.now();
		scoring.push(scored - start);
		profile.push(end - scored);
		both.push(end - start);
	}
	console.log(`${sittings} full sittings`);
	console.log(`scoring        ${summary(scoring)}`);
	console.log(`probabilities  ${summary(profile)}`);
	console.log(`both           ${summary(both)}`);
}
