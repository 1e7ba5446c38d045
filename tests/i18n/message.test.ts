/** Our own formatter writes what the real one writes. */
import { readdirSync, readFileSync } from 'node:fs';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
// By its file: the bare name stands for ours.
import { IntlMessageFormat as Real } from 'intl-messageformat/lib/src/core.js';
import { describe, expect, test } from 'vitest';
import { syntaxOf } from '../../scripts/build/syntax';
import merge from '../../src/i18n/merge';
import { IntlMessageFormat, learn } from '../../src/i18n/message';

const ours = (message: string, locale: string, values: Record<string, unknown>): string => {
	learn({ [message]: syntaxOf(message) });
	return new IntlMessageFormat(message, locale).format(values);
};
const real = (message: string, locale: string, values: Record<string, unknown>): unknown =>
	new Real(message, locale, undefined, { ignoreTag: true }).format(values as Record<string, string | number>);

/** Names of the gaps of a message, with what may stand in them. */
const gaps = (elements: readonly MessageFormatElement[], found = new Map<string, Set<unknown>>()) => {
	for (const element of elements) {
		if (element.type === TYPE.literal || element.type === TYPE.pound || element.type === TYPE.tag) continue;
		const values = found.get(element.value) ?? new Set<unknown>();
		found.set(element.value, values);
		if (element.type === TYPE.plural) [0, 1, 2, 3, 5, 21, 1.5].forEach((n) => values.add(n));
		else if (element.type === TYPE.select)
			[...Object.keys(element.options), 'no such'].forEach((key) => values.add(key));
		else values.add('Zoë <b>{n}</b>').add('16');
		if ('options' in element) for (const { value } of Object.values(element.options)) gaps(value, found);
	}
	return found;
};
/** A row of values for each, as many as the gap with the most. */
const rows = (message: string): Record<string, unknown>[] => {
	const found = [...gaps(parse(message, { ignoreTag: true }))];
	const most = Math.max(1, ...found.map(([, values]) => values.size));
	return Array.from({ length: most }, (_, i) =>
		Object.fromEntries(found.map(([name, values]) => [name, [...values][i % values.size]])),
	);
};
const texts = (tree: unknown): string[] =>
	typeof tree === 'string' ? [tree] : typeof tree === 'object' && tree ? Object.values(tree).flatMap(texts) : [];

describe('every message that ships', () => {
	const files = readdirSync('questions/en').filter((name) => name.endsWith('.json'));
	test.each(files)('%s', (name) => {
		const all = texts(JSON.parse(readFileSync(`questions/en/${name}`, 'utf8'))).filter((text) => /[{}'#]/.test(text));
		for (const message of all)
			for (const values of rows(message)) expect(ours(message, 'en', values)).toBe(real(message, 'en', values));
	});
});

describe('what other languages need', () => {
	test.each([
		['few and many', 'pl', '{n, plural, one {# dzień} few {# dni} many {# dni temu} other {# dnia}}'],
		['a number of its own', 'de', '{n, plural, =0 {keine} =1 {genau eine} other {# Fragen}}'],
		['an offset', 'en', '{n, plural, offset:1 =0 {nobody} =1 {you} one {you and # other} other {you and # others}}'],
		['an order', 'en', '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}'],
		['digits of another script', 'ar-EG', '{n, plural, zero {صفر} two {اثنان} other {# يوم}}'],
		['a choice inside a choice', 'en', '{who, select, me {I have {n, plural, one {# answer} other {# answers}}} other {they}}'],
		['quotes', 'en', "it''s '{n}' and {n}"],
		['markup is text', 'en', '<b>{n}</b> & <i/>'],
	])('%s', (_, locale, message) => {
		for (const values of rows(message)) expect(ours(message, locale, values)).toBe(real(message, locale, values));
	}); // prettier-ignore
	test('thousands are written as the language does', () => {
		const message = '{n, plural, one {# day} other {# days}}';
		for (const locale of ['en', 'de', 'fr'])
			expect(ours(message, locale, { n: 12345 })).toBe(real(message, locale, { n: 12345 }));
	});
	test('a value that is missing is a fault, not a gap', () => {
		expect(() => ours('{n} of {count}', 'en', { n: '1' })).toThrow(/count/);
		expect(() => real('{n} of {count}', 'en', { n: '1' })).toThrow(/count/);
	});
});

describe('parts of a language', () => {
	test.each([
		['apart', [{ a: { b: '1' } }, { c: '2' }], { a: { b: '1' }, c: '2' }],
		['beside each other', [{ a: { b: '1' } }, { a: { c: '2' } }], { a: { b: '1', c: '2' } }],
		['one over the other', [{ a: { b: '1' } }, { a: { b: '2' } }], { a: { b: '2' } }],
		['three', [{}, { a: { b: { c: '1' } } }, { a: { b: { d: '2' } } }], { a: { b: { c: '1', d: '2' } } }],
	])('%s', (_, trees, merged) => expect(merge.all(trees)).toEqual(merged));
	test('leave what they were made of as it was', () => {
		const one = { a: { b: '1' } };
		merge.all([one, { a: { c: '2' } }]);
		expect(one).toEqual({ a: { b: '1' } });
	});
});
