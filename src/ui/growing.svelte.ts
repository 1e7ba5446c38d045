/**
 * A long page, part by part: what is on the first screen at once, each other part in a frame of its own when nothing else is
 * to be done, so that the first is painted soon and no tap waits for the rest. Paper gets all of them.
 */
import { flushSync } from 'svelte';

export class Growing {
	#grown = $state(1);

	/** To be made where effects may be. Browsers that never say when they are idle get all `parts` at once. */
	constructor(private readonly parts: number) {
		if (!('requestIdleCallback' in window)) {
			this.#grown = parts;
			return;
		}
		$effect(() => {
			let over = false;
			const next = (): void => {
				if (over) return;
				this.#grown += 1;
				if (!this.isWhole) wait();
			};
			// First the frame that shows the part before.
			const wait = () => requestAnimationFrame(() => requestIdleCallback(next, { timeout: 200 }));
			const all = (): void => {
				this.#grown = parts;
				flushSync();
			};
			wait();
			addEventListener('beforeprint', all);
			return () => {
				over = true;
				removeEventListener('beforeprint', all);
			};
		});
	}

	get isWhole(): boolean {
		return this.#grown >= this.parts;
	}
	/** Whether part `n` is there, from 0. */
	has(n: number): boolean {
		return n < this.#grown;
	}
}
