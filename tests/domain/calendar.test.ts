import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { halfAYearAfter, reminder, type Reminder } from '../../src/domain/calendar';

const plain: Reminder = {
	uid: 'fulcrum-9f3a61c0',
	stamp: '20261122T093000Z',
	day: '2027-05-22',
	summary: 'Look again',
	description: 'Six months on.',
	url: 'https://example.org/#/history',
};
const lines = (change: Partial<Reminder> = {}): string[] => reminder({ ...plain, ...change }).split('\r\n');
/** The lines as a calendar reads them. */
const unfolded = (change: Partial<Reminder>): string[] =>
	reminder({ ...plain, ...change })
		.replace(/\r\n[ \t]/g, '')
		.split('\r\n');
const valueOf = (name: string, change: Partial<Reminder>): string =>
	unfolded(change)
		.find((line) => line.startsWith(`${name}:`))!
		.slice(name.length + 1);
const unescaped = (value: string): string => value.replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign));

describe('half a year after a day', () => {
	test.each([
		['2026-11-22', '2027-05-22'],
		['2026-01-01', '2026-07-01'],
		['2026-06-30', '2026-12-30'],
		['2026-07-01', '2027-01-01'],
		['2026-12-31', '2027-06-30'],
		['2026-03-31', '2026-09-30'],
		['2026-05-31', '2026-11-30'],
		['2026-08-28', '2027-02-28'],
		['2026-08-29', '2027-02-28'],
		['2026-08-31', '2027-02-28'],
		['2027-08-29', '2028-02-29'],
		['2027-08-31', '2028-02-29'],
		['2028-02-29', '2028-08-29'],
		['2099-08-31', '2100-02-28'],
		['1999-08-31', '2000-02-29'],
		['0099-11-05', '0100-05-05'],
	])('%s: %s', (day, then) => expect(halfAYearAfter(day)).toBe(then));
	test('is the same date six months on, or the last of that month', () =>
		fc.assert(
			fc.property(
				fc.date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true }),
				(date) => {
					const day = date.toISOString().slice(0, 10);
					const [year, month, of] = day.split('-').map(Number) as [number, number, number];
					const last = new Date(Date.UTC(year, month + 6, 0)).getUTCDate();
					const then = new Date(Date.UTC(year, month + 5, Math.min(of, last)));
					expect(halfAYearAfter(day)).toBe(then.toISOString().slice(0, 10));
				},
			),
			{ seed: 42, numRuns: 200 },
		));
});

describe('a reminder', () => {
	test('is an event that takes one whole day, with an alarm', () =>
		expect(reminder(plain)).toBe(
			[
				'BEGIN:VCALENDAR',
				'VERSION:2.0',
				'PRODID:-//Fulcrum//Fulcrum//EN',
				'CALSCALE:GREGORIAN',
				'BEGIN:VEVENT',
				'UID:fulcrum-9f3a61c0',
				'DTSTAMP:20261122T093000Z',
				'DTSTART;VALUE=DATE:20270522',
				'DTEND;VALUE=DATE:20270523',
				'SUMMARY:Look again',
				'DESCRIPTION:Six months on.',
				'URL:https://example.org/#/history',
				'TRANSP:TRANSPARENT',
				'BEGIN:VALARM',
				'ACTION:DISPLAY',
				'DESCRIPTION:Look again',
				'TRIGGER:PT9H',
				'END:VALARM',
				'END:VEVENT',
				'END:VCALENDAR',
				'',
			].join('\r\n'),
		));
	test.each([
		['2027-02-28', '20270301'],
		['2028-02-28', '20280229'],
		['2028-02-29', '20280301'],
		['2027-04-30', '20270501'],
		['2027-12-31', '20280101'],
	])('on %s ends where %s begins', (day, next) => expect(lines({ day })).toContain(`DTEND;VALUE=DATE:${next}`));
	test.each([
		['a comma', 'a,b', 'a\\,b'],
		['a semicolon', 'a;b', 'a\\;b'],
		['a backslash', 'a\\b', 'a\\\\b'],
		['a backslash before an n', '\\n', '\\\\n'],
		['a colon and quotes stay', 'a: "b"', 'a: "b"'],
		['a line break', 'a\nb', 'a\\nb'],
		['that of Windows', 'a\r\nb', 'a\\nb'],
		['that of old', 'a\rb', 'a\\nb'],
		['what would end the event', 'a\r\nEND:VEVENT', 'a\\nEND:VEVENT'],
		['control characters', 'a\u0000\u0007\u0085b', 'ab'],
		['a tab', 'a\tb', 'a b'],
	])('escapes %s', (_, description, wanted) => expect(valueOf('DESCRIPTION', { description })).toBe(wanted));
	test('an address, an id and a stamp can break no line', () => {
		const evil = 'x\r\nATTACH:y';
		for (const field of ['url', 'uid', 'stamp', 'summary'] as const)
			expect(lines({ [field]: evil }).filter((line) => line.startsWith('ATTACH'))).toEqual([]);
	});
	test('an address keeps its commas and semicolons', () =>
		expect(valueOf('URL', { url: 'https://example.org/?a=1;b=2,3' })).toBe('https://example.org/?a=1;b=2,3'));
});

describe('folding', () => {
	test('75 octets stand on one line, the 76th on the next, behind a space', () => {
		const room = 75 - 'SUMMARY:'.length;
		expect(lines({ summary: 'n'.repeat(room) })).toContain(`SUMMARY:${'n'.repeat(room)}`);
		const two = lines({ summary: `${'n'.repeat(room)}m` });
		expect(two.slice(two.findIndex((line) => line.startsWith('SUMMARY')))[1]).toBe(' m');
	});
	test.each([1, 2, 3, 4].map((octets) => [octets, ['n', 'ö', '山', '𠮷'][octets - 1]!] as const))(
		'characters of %d octets are never cut',
		(_, character) => {
			for (let before = 0; before < 5; before++) {
				const summary = 'n'.repeat(before) + character.repeat(60);
				for (const line of lines({ summary })) {
					expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
					expect(Buffer.from(line).toString()).toBe(line);
				}
				expect(valueOf('SUMMARY', { summary })).toBe(summary);
			}
		},
	);
	test('any words come back, from lines of at most 75 octets', () =>
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
				const description = text.replace(/\p{Cc}/gu, '\n');
				for (const line of lines({ description })) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
				expect(unescaped(valueOf('DESCRIPTION', { description }))).toBe(description);
			}),
			{ seed: 42, numRuns: 200 },
		));
});
