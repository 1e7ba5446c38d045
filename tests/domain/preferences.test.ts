import { describe, expect, test } from 'vitest';
import { preferencesOf, restorePreferences, type Preferences } from '../../src/domain/preferences';

const person = '00ff9a3b1c';
const none: Preferences = { name: null, person: null, invite: null, backedUp: null };
const all: Preferences = { name: 'Margaret', person, invite: 'F3abc', backedUp: 12 };
const head = { version: 1 };

describe('preferences as an object', () => {
	test('come back as they were', () => expect(preferencesOf({ ...all })).toEqual(all));
	test.each<[string, unknown, Partial<Preferences>]>([
		['nothing', undefined, none],
		['null', null, none],
		['a text', 'name', none],
		['a number', 7, none],
		['a list', [['name', 'Margaret']], none],
		['an empty object', {}, none],
		['a name alone', { name: 'Grace' }, { ...none, name: 'Grace' }],
		['what nobody knows is left out', { ...all, admin: true }, all],
		['a name that turns the order of a line', { name: '\u202eGrace' }, { ...none, name: 'Grace' }],
		['a name of nothing but what is not seen', { name: '\u200b\u2066' }, none],
		['a name of 61 characters', { name: '😀'.repeat(61) }, { ...none, name: '😀'.repeat(60) }],
		['a name in a list', { name: ['Grace'] }, none],
		['a number that is too long', { person: `${person}0` }, none],
		['a number in capitals', { person: person.toUpperCase() }, none],
		['an empty invite', { invite: '' }, none],
		['the longest invite', { invite: 'F'.repeat(1999) }, { ...none, invite: 'F'.repeat(1999) }],
		['one that is longer', { invite: 'F'.repeat(2000) }, none],
		['never a member at the last backup', { backedUp: 0 }, { ...none, backedUp: 0 }],
		['fewer members than none', { backedUp: -1 }, none],
		['half a member', { backedUp: 1.5 }, none],
		['members beyond counting', { backedUp: 1e300 }, none],
		['members in words', { backedUp: '12' }, none],
		['no members with a minus', { backedUp: -0 }, { ...none, backedUp: 0 }],
	])('%s', (_, input, wanted) => expect(preferencesOf(input)).toEqual(wanted));
	test('a name as long as a file is cut, in no time', () => {
		const begin = performance.now();
		expect(preferencesOf({ name: 'x'.repeat(5e7) }).name).toBe('x'.repeat(60));
		expect(performance.now() - begin).toBeLessThan(1000);
	});
});

describe('preferences as they are stored', () => {
	const rows = Object.entries(all);
	test.each<[string, readonly unknown[], Preferences]>([
		['nothing', [], none],
		['all in the head, as the first version wrote them', [{ ...head, name: 'Margaret', person, invite: 'F3abc' }], { ...all, backedUp: null }],
		['a head alone', [head], none],
		['one a record', [head, ...rows], all],
		['in another order', [head, ...[...rows].reverse()], all],
		['records whose head is lost', [null, ...rows], all],
		['a record beside a head of the first version: the record is the newer', [{ ...head, name: 'Margaret', person }, ['name', 'Grace']], { ...none, name: 'Grace', person }],
		['a head that is a text', ['name', ['name', 'Grace']], { ...none, name: 'Grace' }],
		['a head that is a list', [[1, 2], ['name', 'Grace']], { ...none, name: 'Grace' }],
		['records that are none', [head, null, 7, 'name', {}, [], ['name'], ['name', 'Ada', 1], ['person', person]], { ...none, person }],
		['a record with a name that is none', [head, [7, 'x'], [null, 'x'], [{ toString: 1 }, 'x'], ['name', 'Grace']], { ...none, name: 'Grace' }],
		['values of another kind', [head, ['name', 7], ['person', {}], ['invite', []], ['backedUp', '1']], none],
	])('%s', (_, records, wanted) => expect(restorePreferences(records)).toEqual(wanted)); // prettier-ignore

	test.each<[string, unknown]>([
		['a record', ['__proto__', { name: 'Mallory', polluted: 1 }]],
		['a record of the constructor', ['constructor', { prototype: { name: 'Mallory' } }]],
		['the head', JSON.parse('{"__proto__":{"name":"Mallory","polluted":1}}')],
	])('a prototype in %s reaches nothing', (_, record) => {
		const read = restorePreferences(Array.isArray(record) ? [head, record] : [record]);
		expect(read).toEqual(none);
		expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
		expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	});
});
