/** Addresses: whatever stands behind the hash leads to a page, if only the one that says that it leads nowhere. */
import fc from 'fast-check';
import { addressable, parseRoute, paths, type Place } from '../../src/state/route.svelte';
import { anyCode } from './codes';
import { family } from './family';
import { alike, either, exactly, hold, number, optional, text, type Rule } from './rules';

const section = optional(text(/^[a-z]{1,20}$/));
const view = (name: string, fields: Readonly<Record<string, Rule>> = {}): Rule =>
	exactly({ view: either(name), ...fields });
const upTo =
	(most: number): Rule =>
	(value) =>
		typeof value === 'string' && value.length <= most ? null : 'is too long';
const id = text(/^[^]{1,200}$/);
const places: Readonly<Record<Place['view'], Rule>> = {
	welcome: view('welcome'),
	start: view('start', { form: either('full', 'quick') }),
	question: view('question', { n: number(1, 999, 1) }),
	skipped: view('skipped'),
	'about-you': view('about-you'),
	result: view('result', { id, section }),
	sent: view('sent', { code: upTo(20_000), section }),
	teams: view('teams'),
	team: view('team', { id, section }),
	'team-sent': view('team-sent', { code: upTo(2_000_000) }),
	join: view('join', { code: upTo(2000) }),
	open: view('open'),
	history: view('history'),
	data: view('data'),
	method: view('method'),
	unknown: view('unknown'),
};

const starts = fc.constantFrom('#/', '#', '', '/', '#//', '#/r/', '#/t/', '#/join/', '#/result/', '#/team/', '#/quiz/', '#/start/', '#/open', '#/data', '#/teams/', '#/__proto__', '#/constructor', '#/R/', '#/result/../', '#?/r/'); // prettier-ignore
const rest = fc.oneof(
	anyCode,
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.webPath({ size: 'small' }),
	fc.constantFrom('', 'why', '%', '%E0%A4%A', '%00', '%2F', '__proto__', 'toString', '../../x', '1', '999', '1000', '01', '-1', '1e3', 'end', 'full', 'quick', '//', 'javascript:alert(1)', '<img src=x onerror=alert(1)>', '%3Cscript%3E'), // prettier-ignore
	fc
		.tuple(fc.constantFrom('/', 'a', '/a', '%', '%2F', 'é', '\n', '😀'), fc.nat(25_000))
		.map(([part, times]) => part.repeat(times)),
);
const tail = fc.constantFrom('', '', '/', '/why', '/beside', '/x/y', '/Why', '?a=b', '#', '/' + 'a'.repeat(30));
const anyHash = fc.tuple(starts, rest, tail).map((parts) => parts.join(''));

const attempt = (hash: string): readonly string[] => {
	const place = parseRoute(hash);
	const rule = Object.hasOwn(places, place.view) ? places[place.view] : undefined;
	if (!rule) throw new Error(`leads to ${place.view}`);
	hold('place', place, rule);
	// What has an address leads back to itself; half a character has none, and no browser puts one there.
	if ((place.view === 'result' || place.view === 'team') && addressable(place.id))
		alike('the address', parseRoute(paths[place.view](place.id, place.section)), place);
	return [place.view === 'unknown' ? 'unknown' : 'accepted'];
};

export const routeFamily = family('addresses', 0.19, 100, anyHash, attempt);
