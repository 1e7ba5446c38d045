/** Stand-ins for the outside world, and the real instrument. */
import { readFileSync } from 'node:fs';
import type { Instrument } from '../src/domain/instrument';
import { parseInstrument } from '../src/domain/parse';
import type { World } from '../src/state/sitting.svelte';

const parsed = parseInstrument(JSON.parse(readFileSync('questions/instrument.json', 'utf8')));
if (!parsed.instrument) throw new Error(parsed.faults.join('\n'));
export const instrument: Instrument = parsed.instrument;

/** Storage in memory, as localStorage behaves. */
export const fakeStorage = (content: Record<string, string> = {}): Storage => {
	const map = new Map(Object.entries(content));
	return {
		get length() {
			return map.size;
		},
		key: (i) => [...map.keys()][i] ?? null,
		getItem: (key) => map.get(key) ?? null,
		setItem: (key, value) => void map.set(key, value),
		removeItem: (key) => void map.delete(key),
		clear: () => map.clear(),
	};
};

/** Storage that a browser lets nobody touch. */
export const brokenStorage = (): Storage => {
	const refuse = () => {
		throw new DOMException('denied', 'SecurityError');
	};
	return {
		get length(): number {
			return refuse();
		},
		key: refuse,
		getItem: refuse,
		setItem: refuse,
		removeItem: refuse,
		clear: refuse,
	};
};

/** A world whose clock moves only when told to (milliseconds). */
export const fakeWorld = (seed = 7): World & { wait: (ms: number) => void } => {
	let time = 0;
	return {
		now: () => time,
		today: () => '2026-11-22T09:30:00.000Z',
		seed: () => seed,
		soon: (act) => act(),
		wait: (ms) => (time += ms),
	};
};
