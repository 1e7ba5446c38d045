/** How long one full sitting takes to score, the probabilities of the profiles included. */
import { categories, type Answers, type Instrument } from '../../src/domain/instrument';
import { probabilities } from '../../src/domain/profile';
import { score } from '../../src/domain/scoring';

const sittings = 10_000;

/** Median and 95th percentile in milliseconds over 10,000 full sittings with seeded random answers. */
export const measureScoring = (instrument: Instrument): { median: number; p95: number } => {
	// Park and Miller's generator: the same sittings in every run.
	let state = 20261122;
	const random = (below: number): number => {
		state = (state * 48271) % 2147483647;
		return state % below;
	};
	const timings = Array.from({ length: sittings }, () => {
		const answers: Answers = Object.fromEntries(instrument.items.map((item) => [item.id, random(categories(item))]));
		const start = performance.now();
		const { A, P, V } = score(instrument, answers);
		probabilities(A.raw, P.raw, V);
		return performance.now() - start;
	}).sort((one, two) => one - two);
	const at = (share: number): number => timings[Math.floor(share * (sittings - 1))]!;
	return { median: at(0.5), p95: at(0.95) };
};
