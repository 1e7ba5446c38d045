import type { World } from './sitting.svelte';

/**
 * Does it when the page has nothing else to do, after `within` milliseconds at the latest: a browser may never say that it
 * is idle. One that cannot say it does it at once after what is under way.
 */
export const whenIdle = (act: () => void, within: number): void => {
	if ('requestIdleCallback' in window) requestIdleCallback(act, { timeout: within });
	else setTimeout(act);
};

/** The clock and the random source of the real world; tests bring their own. */
export const world: World = {
	now: () => performance.now(),
	today: () => new Date().toISOString(),
	seed: () => crypto.getRandomValues(new Uint32Array(1))[0]!,
	soon: (act) => whenIdle(act, 99),
};

/** 40 random bits as 10 hex digits: what stands for this browser in what it sends. */
export const newPerson = (): string =>
	[...crypto.getRandomValues(new Uint8Array(5))].map((byte) => byte.toString(16).padStart(2, '0')).join('');

/** 128 random bits as a UUID; `crypto.randomUUID` is missing on plain http and file addresses. */
export const newId = (): string => {
	const bytes = crypto.getRandomValues(new Uint8Array(16));
	bytes[6] = (bytes[6]! & 0x0f) | 0x40;
	bytes[8] = (bytes[8]! & 0x3f) | 0x80;
	return [...bytes]
		.map((byte, i) => ([4, 6, 8, 10].includes(i) ? '-' : '') + byte.toString(16).padStart(2, '0'))
		.join('');
};
