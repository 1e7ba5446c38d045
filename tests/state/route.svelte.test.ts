import fc from 'fast-check';
import { flushSync } from 'svelte';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { encodeSent } from '../../src/domain/code';
import { parseRoute, paths, Route, type Place } from '../../src/state/route.svelte';
import { golden, sentFrom } from '../domain/sents';

const unknown = { view: 'unknown' } as const;

describe('an address', () => {
	test.each<[string, string, Place]>([
		['nothing', '', { view: 'welcome' }],
		['a bare hash', '#', { view: 'welcome' }],
		['the first page', '#/', { view: 'welcome' }],
		['a start of the full form', '#/start/full', { view: 'start', form: 'full' }],
		['a start of the quick form', '#/start/quick/', { view: 'start', form: 'quick' }],
		['a start of no form', '#/start/other', { view: 'unknown' }],
		['a start of something inherited', '#/start/constructor', { view: 'unknown' }],
		['a question', '#/quiz/1', { view: 'question', n: 1 }],
		['a question with a slash at its end', '#/quiz/16/', { view: 'question', n: 16 }],
		['the last number that is a question', '#/quiz/999', { view: 'question', n: 999 }],
		['a number of four digits', '#/quiz/1000', unknown],
		['question 0', '#/quiz/0', unknown],
		['a leading zero', '#/quiz/01', unknown],
		['a question below 0', '#/quiz/-1', unknown],
		['half a question', '#/quiz/1.5', unknown],
		['a question in another script', '#/quiz/١', unknown],
		['a question with a line break', '#/quiz/1\n', unknown],
		['no question', '#/quiz', unknown],
		['the end of the quiz', '#/quiz/end', { view: 'skipped' }],
		['about you', '#/about-you', { view: 'about-you' }],
		['the results', '#/history', { view: 'history' }],
		['how it works', '#/method', { view: 'method' }],
		['the results with a slash at its end', '#/history/', { view: 'history' }],
		['the results without the first slash', '#history', { view: 'history' }],
		['two slashes at the end', '#/history//', unknown],
		['two hashes', '##/history', unknown],
		['another case', '#/History', unknown],
		['a page below one that has none', '#/history/1', unknown],
		['a result', '#/result/9f3a-61c0', { view: 'result', id: '9f3a-61c0', section: null }],
		['a section of a result', '#/result/a/map', { view: 'result', id: 'a', section: 'map' }],
		['no result', '#/result/', unknown],
		['a result with a blank', '#/result/a b', { view: 'result', id: 'a b', section: null }],
		['dots are an id', '#/result/../history', { view: 'result', id: '..', section: 'history' }],
		['a section in capitals', '#/result/a/MAP', unknown],
		['a section of a section', '#/result/a/map/x', unknown],
		['an id of 200', `#/result/${'a'.repeat(200)}`, { view: 'result', id: 'a'.repeat(200), section: null }],
		['an id of 201', `#/result/${'a'.repeat(201)}`, unknown],
		['a section of 21 letters', `#/result/a/${'a'.repeat(21)}`, unknown],
		['a result that was sent', '#/r/F1D_CBE-rsA', { view: 'sent', code: 'F1D_CBE-rsA', section: null }],
		['a section of it', '#/r/F1D_CBE-rsA/map', { view: 'sent', code: 'F1D_CBE-rsA', section: 'map' }],
		['with a slash at its end', '#/r/F1D_CBE-rsA/', { view: 'sent', code: 'F1D_CBE-rsA', section: null }],
		['a code in small letters alone', '#/r/f1dcbersa', { view: 'sent', code: 'f1dcbersa', section: null }],
		['a damaged code is still one', '#/r/F1!%20 x', { view: 'sent', code: 'F1!%20 x', section: null }],
		['with a slash in it', '#/r/F1a/F1b', { view: 'sent', code: 'F1a/F1b', section: null }],
		['with a section in capitals', '#/r/F1a/MAP', { view: 'sent', code: 'F1a/MAP', section: null }],
		['with a section of 21 letters', `#/r/F1a/${'a'.repeat(21)}`, { view: 'sent', code: `F1a/${'a'.repeat(21)}`, section: null }],
		['with a line break that mail put inside', '#/r/F1a\nb', { view: 'sent', code: 'F1a\nb', section: null }],
		['of 20000 characters', `#/r/${'F'.repeat(20000)}`, { view: 'sent', code: 'F'.repeat(20000), section: null }],
		['longer than any code', `#/r/${'F'.repeat(20001)}`, unknown],
		['no code', '#/r/', unknown],
		['no code and no slash', '#/r', unknown],
		['where links and files are opened', '#/open', { view: 'open' }],
		['the same with a slash at its end', '#/open/', { view: 'open' }],
		['below it there is nothing', '#/open/F1a', unknown],
		['the teams', '#/teams', { view: 'teams' }],
		['a team', '#/team/t-1', { view: 'team', id: 't-1', section: null }],
		['a section of a team', '#/team/t-1/map', { view: 'team', id: 't-1', section: 'map' }],
		['no team', '#/team/', unknown],
		['a broken escape in the id of a team', '#/team/%E0%A4%A', unknown],
		['a team that was sent', '#/t/F1abc', { view: 'team-sent', code: 'F1abc' }],
		['no team that was sent', '#/t/', unknown],
		['an invite', '#/join/F1abc', { view: 'join', code: 'F1abc' }],
		['no invite', '#/join/', unknown],
		['longer than any invite', `#/join/${'F'.repeat(2001)}`, unknown],
		['__proto__', '#/__proto__', unknown],
		['constructor', '#/constructor', unknown],
		['toString', '#/toString', unknown],
		['a result named __proto__ is only a name', '#/result/__proto__', { view: 'result', id: '__proto__', section: null }],
		['a percent escape', '#/%68istory', unknown],
		['an escaped slash in an id', '#/result/a%2Fb/map', { view: 'result', id: 'a/b', section: 'map' }],
		['a broken escape in an id', '#/result/%E0%A4%A', unknown],
		['half an escape in an id', '#/result/%', unknown],
		['a broken percent escape', '#/%E0%A4%A', unknown],
		['a script', '#/<script>alert(1)</script>', unknown],
		['a query', '#/history?x=1', unknown],
		['a million characters', `#/${'a'.repeat(1e6)}`, unknown],
		['a million slashes', `#${'/'.repeat(1e6)}`, unknown],
	])('%s', (_, hash, place) => expect(parseRoute(hash)).toEqual(place)); // prettier-ignore

	test('any text is a place, and nothing throws', () => {
		const views = ['welcome', 'question', 'skipped', 'about-you', 'result', 'sent', 'teams', 'team', 'team-sent', 'join', 'open', 'history', 'method', 'unknown']; // prettier-ignore
		const any = fc.uint16Array({ maxLength: 80 }).map((units) => String.fromCharCode(...units));
		const text = fc.oneof(
			any,
			any.map((rest) => `#/result/${rest}`),
			any.map((rest) => `#/team/${rest}`),
			any.map((rest) => `#/r/${rest}`),
			fc.string().map((rest) => `#/quiz/${rest}`),
		);
		fc.assert(
			fc.property(text, (hash) => views.includes(parseRoute(hash).view)),
			{ seed: 42, numRuns: 500 },
		);
	});

	test.each<[string, Place]>([
		[paths.welcome, { view: 'welcome' }],
		[paths.start('full'), { view: 'start', form: 'full' }],
		[paths.start('quick'), { view: 'start', form: 'quick' }],
		[paths.question(7), { view: 'question', n: 7 }],
		[paths.skipped, { view: 'skipped' }],
		[paths.aboutYou, { view: 'about-you' }],
		[paths.result('r-1'), { view: 'result', id: 'r-1', section: null }],
		[paths.result('r-1', 'sure'), { view: 'result', id: 'r-1', section: 'sure' }],
		[paths.result('a b/c?#%', 'map'), { view: 'result', id: 'a b/c?#%', section: 'map' }],
		[paths.sent('F1D_CBE-rsA'), { view: 'sent', code: 'F1D_CBE-rsA', section: null }],
		[paths.sent('F1D_CBE-rsA', 'beside'), { view: 'sent', code: 'F1D_CBE-rsA', section: 'beside' }],
		[paths.open, { view: 'open' }],
		[paths.teams, { view: 'teams' }],
		[paths.team('a b/c?#%', 'map'), { view: 'team', id: 'a b/c?#%', section: 'map' }],
		[paths.teamSent('F1abc'), { view: 'team-sent', code: 'F1abc' }],
		[paths.join('F1abc'), { view: 'join', code: 'F1abc' }],
		[paths.history, { view: 'history' }],
		[paths.method, { view: 'method' }],
	])('our own path %s is read back', (path, place) => expect(parseRoute(path)).toEqual(place));
});

test.each(golden.slice(0, 8).map(({ name, answers }) => [name, encodeSent(sentFrom(answers))] as const))(
	'a code comes through its address as it was: %s',
	(_, code) => {
		expect(parseRoute(paths.sent(code, 'map'))).toEqual({ view: 'sent', code, section: 'map' });
		expect(new URL(`https://example.org/${paths.sent(code)}`).hash).toBe(paths.sent(code));
	},
);

describe('where the reader is', () => {
	beforeEach(() => window.history.replaceState(null, '', '#/'));
	afterEach(() => window.history.replaceState(null, '', '#/'));

	/** The views that an effect sees while `act` runs; no step waits for the browser. */
	const watch = (route: Route, act: () => void): string[] => {
		const seen: string[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push(route.place.view);
			});
		});
		flushSync();
		act();
		flushSync();
		stop();
		return seen;
	};

	test('going and replacing are seen at once', () => {
		const route = new Route();
		const seen = watch(route, () => {
			route.go(paths.history);
			expect(route.place.view).toBe('history');
			flushSync();
			route.replace(paths.aboutYou);
			expect(route.place.view).toBe('about-you');
		});
		expect(seen).toEqual(['welcome', 'history', 'about-you']);
	});
	test('going adds a step to go back to, replacing adds none', () => {
		const route = new Route();
		const before = window.history.length;
		route.go(paths.history);
		expect(window.history.length).toBe(before + 1);
		route.replace(paths.aboutYou);
		expect(window.history.length).toBe(before + 1);
		expect(window.location.hash).toBe(paths.aboutYou);
	});
	test.each(['popstate', 'hashchange'])('the browser going elsewhere (%s) is seen', (event) => {
		const route = new Route();
		const seen = watch(route, () => {
			window.history.replaceState(null, '', paths.skipped);
			window.dispatchEvent(new Event(event));
		});
		expect(seen).toEqual(['welcome', 'skipped']);
	});
	test('where nobody looks, going still leads there', () => {
		const route = new Route();
		route.go(paths.question(3));
		expect(route.place).toEqual({ view: 'question', n: 3 });
	});
	test('when nobody looks any more, the window is let go of', async () => {
		const listeners: string[] = [];
		const win = {
			location: { hash: '#/history' },
			addEventListener: (type: string) => listeners.push(type),
			removeEventListener: (type: string) => listeners.splice(listeners.indexOf(type), 1),
		} as unknown as Window;
		const route = new Route(win);
		expect(listeners).toEqual([]);
		expect(watch(route, () => expect(listeners).toEqual(['popstate', 'hashchange']))).toEqual(['history']);
		await Promise.resolve();
		expect(listeners).toEqual([]);
	});
});
