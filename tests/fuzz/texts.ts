/** Pasted text: codes among words, wrapped, quoted, percent-encoded, cut, glued; and what makes a search slow. */
import fc from 'fast-check';
import { decodeSent } from '../../src/domain/code';
import { findCodes } from '../../src/domain/find';
import { decodeInvite } from '../../src/domain/inviteCode';
import { decodeTeam } from '../../src/domain/teamCode';
import { anyCode } from './codes';
import { family, type Outcome } from './family';
import { codeFaults } from './ranges';
import { either, hold } from './rules';
import { codes } from './samples';

const real = fc.constantFrom(...codes);
const code = fc.oneof({ weight: 3, arbitrary: real }, { weight: 1, arbitrary: anyCode });
const link = fc.tuple(fc.constantFrom('r', 't', 'join', 'team', ''), code).map(([route, one]) => `https://x.y/z/#/${route}/${one}`); // prettier-ignore

/** Half a character of two has no encoding. */
const encoded = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, ''));
const wrapped = (text: string, width: number, by: string): string =>
	text.replace(new RegExp(`[^]{${width}}(?=[^])`, 'g'), `$&${by}`);
const dressed = fc
	.tuple(
		fc.oneof(code, link),
		fc.constantFrom('', '%', '%%', 'wrap', 'dash'),
		fc.integer({ min: 1, max: 80 }),
		fc.constantFrom('\n', '\r\n> ', '%20', '\u200b', ' '.repeat(40), '\n> > '),
	) // prettier-ignore
	.map(([text, how, width, by]) => {
		if (how === '%') return encoded(text);
		if (how === '%%') return encoded(encoded(text));
		if (how === 'dash') return text.replaceAll('-', '%2D').replaceAll('_', '%255F');
		return how === 'wrap' ? wrapped(text, width, by) : text;
	});

/** Parts that a pattern could stumble over when they stand many times. */
export const repeated = ['F1', 'F1 ', 'F1__ ', 'F2', 'F2__________ ', 'F3-', '%', '%25', '%252F', '%2Fr%2F', '#/r/F1 ', '#/t/F2AEJT8IHP ', '-', '_', '_-', 'a', 'aB', 'F1Aa', ' ', '> ', '\n> ', '\u200b', '9', 'https:', 'F1F2F3']; // prettier-ignore
const many = fc.tuple(fc.constantFrom(...repeated), fc.integer({ min: 1, max: 600 })).map(([part, times]) => part.repeat(times)); // prettier-ignore
const words = fc.constantFrom('Here is mine: ', ' and ', '\n\n', ', ', '. Bye', '[22/11, 10:31] Ada: ', '"', '](', '> ', 'F1 is a race', '山田', '\ud83d', '\0'); // prettier-ignore

const anyText = fc
	.array(
		fc.oneof(
			{ weight: 4, arbitrary: dressed },
			{ weight: 3, arbitrary: words },
			{ weight: 1, arbitrary: many },
			{ weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
		),
		{ maxLength: 8 },
	)
	.map((parts) => parts.join(''));

/** A mark and what fault a code has are all that is told of one that is faulty. */
const longestExcerpt = 24;

const attempt = (text: string): readonly Outcome[] => {
	const found = findCodes(text);
	if (found.length > text.length / 2) throw new Error(`finds ${found.length} codes in ${text.length} characters`);
	return found.map(({ text: shown, result }) => {
		if ('fault' in result) {
			hold('fault', result.fault, either(...codeFaults));
			if (shown.length > longestExcerpt) throw new Error(`shows ${shown.length} characters`);
			return result.fault;
		}
		const whole = { F1: decodeSent, F2: decodeTeam, F3: decodeInvite }[shown.slice(0, 2)];
		if (!whole || 'fault' in whole(shown)) throw new Error(`gives a code that cannot be read: ${shown}`);
		return 'accepted';
	});
};

export const textFamily = family('pasted text', 0.18, 100, anyText, attempt);
