/** A long page part by part, with a browser whose idle moments come when told to. */
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Growing } from '../../src/ui/growing.svelte';

const shown = (growing: Growing): boolean[] => [0, 1, 2, 3].map((part) => growing.has(part));
/** In the place of a component: `stop` is its end. */
const made = (parts = 4) => {
	let growing!: Growing;
	const stop = $effect.root(() => void (growing = new Growing(parts)));
	flushSync();
	return { growing, stop };
};

test('a browser that never says when it is idle gets all of it', () => {
	const { growing, stop } = made();
	expect([shown(growing), growing.isWhole]).toEqual([[true, true, true, true], true]);
	stop();
});

describe('with idle moments', () => {
	let frames: (() => void)[] = [];
	let idle: (() => void)[] = [];
	/** A frame, then a moment in which there is nothing to do. */
	const moment = (): void => {
		for (const act of frames.splice(0)) act();
		for (const act of idle.splice(0)) act();
		flushSync();
	};
	beforeEach(() => {
		[frames, idle] = [[], []];
		vi.stubGlobal('requestAnimationFrame', (act: () => void) => frames.push(act));
		vi.stubGlobal('requestIdleCallback', (act: () => void) => idle.push(act));
	});
	afterEach(() => vi.unstubAllGlobals());

	test('the first part at once, each other after a frame of its own, and then no more', () => {
		const { growing, stop } = made();
		const seen = [shown(growing)];
		for (let i = 0; i < 3; i++) {
			moment();
			seen.push(shown(growing));
		}
		expect(seen).toEqual([
			[true, false, false, false],
			[true, true, false, false],
			[true, true, true, false],
			[true, true, true, true],
		]);
		expect([growing.isWhole, frames, idle]).toEqual([true, [], []]);
		stop();
	});
	test('paper gets all of it within the event', () => {
		const { growing, stop } = made();
		dispatchEvent(new Event('beforeprint'));
		expect(shown(growing)).toEqual([true, true, true, true]);
		moment();
		expect(growing.isWhole).toBe(true);
		stop();
	});
	test('a page that has been left grows no further', () => {
		const { growing, stop } = made();
		stop();
		moment();
		dispatchEvent(new Event('beforeprint'));
		expect(shown(growing)).toEqual([true, false, false, false]);
	});
});
