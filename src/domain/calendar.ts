/** A reminder as a calendar file (RFC 5545), and the day it is for. Days are counted by rule: no clock, no time zone. */

export interface Reminder {
	/** Unlike any other, and the same each time the same reminder is made. */
	readonly uid: string;
	/** When the file is made, in UTC: `20261122T093000Z`. */
	readonly stamp: string;
	/** The day in the reader's own calendar: `2027-05-22`. */
	readonly day: string;
	readonly summary: string;
	readonly description: string;
	readonly url: string;
}

const lengthOf = (year: number, month: number): number => {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
};
const partsOf = (day: string): [year: number, month: number, date: number] => {
	const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
	return [year, month, date];
};
const dayOf = (year: number, month: number, date: number): string =>
	[String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(date).padStart(2, '0')].join('-');

/** The same date six months on, or the last of that month where it is shorter. `day` and result: `2026-11-22`. */
export const halfAYearAfter = (day: string): string => {
	const [year, month, date] = partsOf(day);
	const [then, in6] = month > 6 ? [year + 1, month - 6] : [year, month + 6];
	return dayOf(then, in6, Math.min(date, lengthOf(then, in6)));
};

const dayAfter = (day: string): string => {
	const [year, month, date] = partsOf(day);
	if (date < lengthOf(year, month)) return dayOf(year, month, date + 1);
	return month < 12 ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1);
};

/** Without control characters, which a content line cannot hold. */
const plain = (text: string): string => text.replaceAll('\t', ' ').replace(/\p{Cc}/gu, '');

/** A value of type TEXT (RFC 5545, 3.3.11). */
const escaped = (text: string): string =>
	text
		.split(/\r\n|\r|\n/)
		.map((line) => plain(line).replace(/[\\;,]/g, '\\$&'))
		.join('\\n');

/** Octets of a character in UTF-8. */
const octets = (character: string): number => {
	const point = character.codePointAt(0)!;
	return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** A content line in pieces of at most 75 octets, the space before each further piece included (3.1). */
const fold = (line: string): string => {
	const pieces = [''];
	let size = 0;
	for (const character of line) {
		const more = octets(character);
		if (size + more > 75) {
			pieces.push('');
			size = 1;
		}
		pieces[pieces.length - 1] += character;
		size += more;
	}
	return pieces.join('\r\n ');
};

/** The text of an `.ics` file with one event that takes the whole day, blocks no time and is announced at nine. */
export const reminder = ({ uid, stamp, day, summary, description, url }: Reminder): string => {
	const date = (of: string): string => of.replaceAll('-', '');
	return [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//Fulcrum//Fulcrum//EN',
		'CALSCALE:GREGORIAN',
		'BEGIN:VEVENT',
		`UID:${escaped(uid)}`,
		`DTSTAMP:${plain(stamp)}`,
		`DTSTART;VALUE=DATE:${plain(date(day))}`,
		`DTEND;VALUE=DATE:${date(dayAfter(day))}`,
		`SUMMARY:${escaped(summary)}`,
		`DESCRIPTION:${escaped(description)}`,
		`URL:${plain(url)}`,
		'TRANSP:TRANSPARENT',
		'BEGIN:VALARM',
		'ACTION:DISPLAY',
		`DESCRIPTION:${escaped(summary)}`,
		'TRIGGER:PT9H',
		'END:VALARM',
		'END:VEVENT',
		'END:VCALENDAR',
		'',
	]
		.map(fold)
		.join('\r\n');
};
