/** Keeps the site in this browser: registers the service worker, and hears from it when there is a newer version. */

interface Policy {
	createScriptURL(url: string): string;
}
/** TypeScript does not know it yet, and not every browser has it. */
declare const window: Window & {
	trustedTypes?: { createPolicy(name: string, rules: Policy): Policy };
};

/** How often an open page looks for a newer version, at most: ms. */
const pause = 3_600_000;

/**
 * `script` is the address of the script that this page began with: by it the worker knows which version this is.
 * Calls `newer` once, when another version will be there at the next load. Does nothing where workers are not allowed.
 */
export const keep = async (script: string, newer: () => void): Promise<void> => {
	const worker = (navigator as Partial<Navigator>).serviceWorker;
	if (!worker) return;
	let told = false;
	worker.addEventListener('message', ({ data }) => {
		if (data !== 'newer' || told) return;
		told = true;
		newer();
	});
	worker.startMessages();
	const greet = () => worker.controller?.postMessage(script);
	worker.addEventListener('controllerchange', greet);
	greet();

	const address = script.replace(/assets\/[^/]*$/, 'sw.js');
	const policy = window.trustedTypes?.createPolicy('sw', { createScriptURL: () => address });
	try {
		const registration = await worker.register(policy?.createScriptURL('') ?? address);
		let looked = performance.now();
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'hidden' || performance.now() - looked < pause) return;
			looked = performance.now();
			// Without a network there is nothing newer to be had.
			void registration.update().catch(() => {});
		});
	} catch {
		// Forbidden here, as in some private windows: the page works all the same, while there is a network.
	}
};
