import { describe, expect, test } from 'vitest';
import { add, currentLanguage, date, itemText, number, percent, speak, t, type Part } from '../../src/i18n/i18n';
import { IntlMessageFormat } from '../../src/i18n/message';
import { choose, languages, loadWords } from '../../src/instrument';
import { instrument } from '../fake';

for (const part of ['first', 'pages', 'report', 'team', 'method'] as const) add('en', await loadWords('en', part));
speak('en');

const numbersIn = (text: string): string => text.replace(/\s/g, ' ');

describe('English', () => {
	test('is spoken', () => expect([currentLanguage(), languages.includes('en')]).toEqual(['en', true]));
	test('words without a hole are their own text', () => {
		expect(t('ui.page.undo')).toMatch(/^\p{Lu}\p{Ll}+$/u);
		expect(t('ui.page.undo')).not.toContain('ui.');
	});
	test('holes are filled, and nothing of them is left', () => {
		const text = t('ui.question.title', { n: '3', count: '16' });
		expect(text).toContain('3');
		expect(text).toContain('16');
		expect(text).not.toMatch(/[{}]/);
	});
	test('what fills a hole is text: no markup, no message of its own', () =>
		expect(t('ui.page.titled', { what: '<b>{n}</b>' })).toContain('<b>{n}</b>'));
	test.each([
		['a name from the left', 'Ada (CTO)', 'Ada (CTO)'],
		['Hebrew', 'שירה', '\u2068שירה\u2069'],
		['Arabic among Latin', 'Dr. مريم', '\u2068Dr. مريم\u2069'],
	])('%s keeps its direction to itself', (_, name, put) =>
		expect(t('team.agenda.between', { low: name, lowValue: '16', high: 'B', highValue: '92' })).toContain(`${put}: 16`),
	);
	test('one and many have forms of their own', () => {
		const [one, many] = [1, 3].map((n) => t('ui.skipped.heading', { n, count: number(n) }));
		expect(one).not.toContain('3');
		expect(many).toContain('3');
		expect(one).not.toBe(many!.replace('3', '1'));
	});
	test('every question and answer of the instrument has its words', () => {
		for (const { id, format } of instrument.items) {
			const keys =
				format === 'rating'
					? ([`items.ratings.${id}.text`] as const)
					: format === 'pair'
						? ([`items.pairs.${id}.scene`, `items.pairs.${id}.a`, `items.pairs.${id}.p`] as const)
						: ([`items.postures.${id}.scene`, `items.postures.${id}.offence`, `items.postures.${id}.defence`] as const);
			for (const key of keys) expect(itemText(key), key).toMatch(/^[^.]+ .+/);
		}
		for (const place of [0, 1, 2, 3, 4]) expect(itemText(`items.anchors.rating.${place}`)).not.toContain('items.');
		for (const place of [0, 1, 2, 3]) expect(itemText(`items.anchors.pair.${place}`)).not.toContain('items.');
	});
	test('notes to translators stay out of what is shipped', async () => {
		const { messages } = await loadWords('en', 'first');
		expect(JSON.stringify(messages)).not.toContain('"note"');
	});
});

describe('numbers', () => {
	test.each([
		[64.4, 0, '64'],
		[64.5, 0, '65'],
		[7.05, 1, '7.1'],
		[7, 1, '7.0'],
		[1234, 0, '1,234'],
		[-3, 0, '-3'],
		[-0, 0, '0'],
		[-0.4, 0, '0'],
		[-0.04, 1, '0.0'],
	])('%d with %d digits is %s', (value, digits, text) => expect(number(value, digits)).toBe(text));
	test.each([
		[0, '0%'],
		[34, '34%'],
		[99, '99%'],
		[100, '100%'],
	])('%d per cent is %s', (value, text) => expect(percent(value)).toBe(text));
	test('a tenth of a per cent where asked for', () => expect(percent(1.34, 1)).toBe('1.3%'));
});

describe('days', () => {
	test.each([
		['2026-11-22T00:00:00', '22 November 2026'],
		['2026-01-02T23:59:59', '2 January 2026'],
	])('%s, where the reader is, is %s', (iso, day) => expect(date(iso)).toBe(day));
});

describe('another language', () => {
	/** Words of a made-up file, as the build makes them: parsed already. */
	const part = (messages: Record<string, unknown>, syntax: Record<string, unknown> = {}): Part => ({
		messages,
		syntax,
	});

	test('is spoken once it is added, with its own numbers and days', () => {
		add('de', part({ ui: { language: { locale: 'de' }, page: { undo: 'Rückgängig' } } }));
		speak('de');
		expect(t('ui.page.undo')).toBe('Rückgängig');
		expect(number(1234.5, 1)).toBe('1.234,5');
		expect(numbersIn(percent(34))).toBe('34 %');
		expect(date('2026-11-22T12:00:00')).toBe('22. November 2026');
		speak('en');
		expect([t('ui.page.undo') === 'Rückgängig', number(1234.5, 1)]).toEqual([false, '1,234.5']);
	});
	test('a message is read as the build parsed it', () => {
		const message = '{n} de {count}';
		add('fr', part({ ui: { question: { of: message } } }, { [message]: [['n'], ' de ', ['count']] }));
		speak('fr');
		expect(t('ui.question.of', { n: '3', count: '16' })).toBe('3 de 16');
		speak('en');
	});
	test('a message that was not worth parsing is its own text', () =>
		expect(new IntlMessageFormat('no hole at all', 'en').format({})).toBe('no hole at all'));
	test.each([
		[['en-GB'], 'en'],
		[['EN'], 'en'],
		[['xx', 'en-US'], 'en'],
		[['xx-YY'], 'en'],
		[[], 'en'],
		[['', '-', '__proto__', 'constructor'], 'en'],
	])('of a reader who wants %j: %s', (wanted, language) => expect(choose(wanted)).toBe(language));
});
