import { afterEach, describe, expect, test, vi } from 'vitest';
import { keep } from '../src/offline';

const script = 'https://example.org/leaders/assets/start-1.js';
const hour = 3_600_000;

/** A browser with a worker's container; `controlled` where a worker is there from the beginning. */
const browser = ({ controlled = true, allowed = true } = {}) => {
	const sent: unknown[] = [];
	const registered: unknown[] = [];
	const update = vi.fn(() => Promise.reject(new TypeError('offline')));
	const container = Object.assign(new EventTarget(), {
		controller: controlled ? { postMessage: (message: unknown) => void sent.push(message) } : null,
		startMessages: vi.fn(),
		register: vi.fn((address: unknown) => {
			registered.push(address);
			return allowed ? Promise.resolve({ update }) : Promise.reject(new DOMException('no', 'SecurityError'));
		}),
	});
	const document = Object.assign(new EventTarget(), { visibilityState: 'visible' });
	const policies: string[] = [];
	let now = 1000;
	vi.stubGlobal('navigator', { serviceWorker: container });
	vi.stubGlobal('document', document);
	vi.stubGlobal('performance', { now: () => now });
	vi.stubGlobal('window', {
		trustedTypes: {
			createPolicy: (name: string, rules: { createScriptURL: (url: string) => string }) => {
				policies.push(name);
				return { createScriptURL: (url: string) => `trusted ${rules.createScriptURL(url)}` };
			},
		},
	});
	return {
		sent,
		registered,
		update,
		policies,
		tell: (data: unknown) => container.dispatchEvent(new MessageEvent('message', { data })),
		control: () => {
			container.controller = { postMessage: (message) => void sent.push(message) };
			container.dispatchEvent(new Event('controllerchange'));
		},
		/** The page is hidden or seen, so long after it was opened. */
		seen: (after: number, state = 'visible') => {
			now = 1000 + after;
			document.visibilityState = state;
			document.dispatchEvent(new Event('visibilitychange'));
		},
	};
};
afterEach(() => void vi.unstubAllGlobals());

describe('keeping the site', () => {
	test('registers the worker beside the page, through a policy that knows no other address', async () => {
		const { registered, policies } = browser();
		await keep(script, () => undefined);
		expect(policies).toEqual(['sw']);
		expect(registered).toEqual(['trusted https://example.org/leaders/sw.js']);
	});
	test('in a browser without Trusted Types: the address as it is', async () => {
		const { registered } = browser();
		vi.stubGlobal('window', {});
		await keep(script, () => undefined);
		expect(registered).toEqual(['https://example.org/leaders/sw.js']);
	});
	test('tells the worker which version this is, at once and to each worker that takes over', async () => {
		const { sent, control } = browser();
		await keep(script, () => undefined);
		expect(sent).toEqual([script]);
		control();
		expect(sent).toEqual([script, script]);
	});
	test('on the first visit: once there is a worker', async () => {
		const { sent, control } = browser({ controlled: false });
		await keep(script, () => undefined);
		expect(sent).toEqual([]);
		control();
		expect(sent).toEqual([script]);
	});
	test('a newer version is passed on once; other messages are not', async () => {
		const { tell } = browser();
		const newer = vi.fn();
		await keep(script, newer);
		tell('older');
		expect(newer).not.toHaveBeenCalled();
		tell('newer');
		tell('newer');
		expect(newer).toHaveBeenCalledOnce();
	});
	test.each([
		['hidden after two hours', 2 * hour, 'hidden', 0],
		['seen again within the hour', hour - 1, 'visible', 0],
		['seen again after an hour', hour, 'visible', 1],
	])('looks for a newer version: %s', async (_, after, state, times) => {
		const { seen, update } = browser();
		await keep(script, () => undefined);
		seen(after, state);
		seen(after, state);
		expect(update).toHaveBeenCalledTimes(times);
	});
	test.each([
		['where the browser has no workers', () => vi.stubGlobal('navigator', {})],
		['where it forbids them', () => browser({ allowed: false })],
	])('%s: nothing happens', async (_, arrange) => {
		arrange();
		await expect(keep(script, () => undefined)).resolves.toBeUndefined();
	});
});
