import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encodeSent } from '../../src/domain/code';
import { findCodes, longestText } from '../../src/domain/find';
import { encodeInvite } from '../../src/domain/inviteCode';
import type { Sent } from '../../src/domain/sent';
import { encodeTeam } from '../../src/domain/teamCode';
import { anySent } from './sents';
import { teamOf } from './teams';

const samples = JSON.parse(readFileSync('tests/samples/code-1.json', 'utf8')) as { code: string; sent: Sent }[];
const [one, two, three] = samples.map(({ code }) => code) as [string, string, string];
const link = (code: string): string => `https://x.y/z/#/r/${code}`;
const team = encodeTeam(teamOf(10));
const invite = encodeInvite({ team: teamOf(0).id, name: 'Leads', from: 'Ada', form: 'quick' });
const teamLink = `https://x.y/z/#/t/${team}`;
const inviteLink = `https://x.y/z/#/join/${invite}`;
const wrapped = (text: string, width: number, by: string): string =>
	text.replace(new RegExp(`.{${width}}(?=.)`, 'g'), `$&${by}`);
/** Good codes whole, faulty ones with their fault. */
const told = (text: string): string[] =>
	findCodes(text).map(({ text: shown, result }) => ('fault' in result ? `${result.fault} ${shown}` : shown));
const broken = one.slice(0, 60) + (one[60] === 'A' ? 'B' : 'A') + one.slice(61);
const brokenTold = `damaged ${one.slice(0, 24)}`;

describe('finds', () => {
	test.each<[string, string, string[]]>([
		['a bare code', one, [one]],
		['a link', link(one), [one]],
		['a link in a sentence', `Here: ${link(one)}. Bye`, [one]],
		['in brackets', `(${link(one)}) [${two}] <${link(three)}>`, [one, two, three]],
		['with an end of sentence', `${one}, ${two}; ${three}!`, [one, two, three]],
		[
			'in a chat of three',
			`Ada: ${link(one)}\nBo: ${link(two)}\nCy: here is mine ${link(three)} ok?`,
			[one, two, three],
		],
		['in a table', `Ada\t${one}\nBo\t${two}`, [one, two]],
		['in JSON', JSON.stringify({ a: one, b: link(two) }), [one, two]],
		['Markdown', `[mine](${link(one)}) _${two}_ **${three}** - ${one}`, [one, two, three, one]],
		['HTML', `<a href="${link(one)}">see</a><p>${two}</p>`, [one, two]],
		['after Chinese without a space', `链接${one}。`, [one]],
		['percent-encoded', `https://safe.example/?url=${encodeURIComponent(link(one))}&data=05%7C01`, [one]],
		['percent-encoded twice', `https://s.e/?u=${encodeURIComponent(encodeURIComponent(link(one)))}&x=1`, [one]],
		['hyphens and underscores encoded too', `#/r/${two.replaceAll('-', '%2D').replaceAll('_', '%5F')}`, [two]],
		['after an encoded space', `?text=My%20result%20${one}%20thanks`, [one]],
		['with something after it in the address', `${link(one)}?utm=a ${link(two)}&b=c`, [one, two]],
		['the same twice', `${one} ${one}`, [one, one]],
		['glued together', one + two, [one, two]],
		['a link glued to a code', `${one}${link(two)}`, [one, two]],
		['wrapped by a mail client', `${wrapped(link(one), 40, '\r\n')} next words follow`, [one]],
		['wrapped, bare, next word at once', `${wrapped(one, 30, '\n')}\nThanks`, [one]],
		['wrapped and quoted', `> ${wrapped(link(two), 50, '\n> ')}\n> Thanks`, [two]],
		['wrapped and quoted twice', `> > ${wrapped(two, 50, '\n> > ')}\n> > Thanks`, [two]],
		['wrapped with an indent', wrapped(one, 60, '\n        '), [one]],
		['with invisible breaks', wrapped(one, 20, '\u200b'), [one]],
		['spaces encoded', wrapped(one, 20, '%20'), [one]],
		['broken at the mark', `F1\n${one.slice(2)} next`, [one]],
	])('%s', (_, text, wanted) => expect(told(text)).toEqual(wanted));

	test.each<[string, string, string[]]>([
		['a team', team, [team]],
		['a link to a team', `Here: ${teamLink}. Bye`, [team]],
		['an invite', `(${invite})`, [invite]],
		['a link of an invite', `${inviteLink}, please`, [invite]],
		['all kinds in a chat', `Ada: ${link(one)}\n${teamLink}\n${inviteLink} ${two}`, [one, team, invite, two]],
		['all kinds glued together', one + team + invite + two, [one, team, invite, two]],
		['a team wrapped by a mail client', `${wrapped(teamLink, 76, '\r\n')} next words`, [team]],
		['a team in narrow lines', `${wrapped(teamLink, 20, '\n> ')} next words ${one}`, [team, one]],
		['an invite wrapped', `${wrapped(inviteLink, 30, '\n')}\nThanks`, [invite]],
		['a team percent-encoded', `?u=${encodeURIComponent(teamLink)}&x=1`, [team]],
	])('%s', (_, text, wanted) => expect(told(text)).toEqual(wanted));
	test('tells what each is', () => {
		const kinds = findCodes(`${one} ${team} ${invite}`).map(({ result }) => Object.keys(result));
		expect(kinds).toEqual([['sent'], ['team'], ['invite']]);
	});
	test('a team of 10,000, in one line and in lines of 76', () => {
		const large = encodeTeam(teamOf(10_000));
		const found = findCodes(`${one} ${large} ${wrapped(large, 76, '\n')} ${two}`).map(({ text }) => text);
		expect(found.map((text) => text.length)).toEqual([one.length, large.length, large.length, two.length]);
	}, 60_000);

	test('white space at any one place after the mark, before any word', () => {
		for (const code of [one, two, three])
			for (let i = 2; i < code.length; i += 1)
				expect(told(`${code.slice(0, i)} \n${code.slice(i)} ${i % 2 ? 'Next' : two}`), `${i}`).toEqual(
					i % 2 ? [code] : [code, two],
				);
	});
	test('any results among any words', () =>
		fc.assert(
			fc.property(fc.array(fc.tuple(anySent, fc.constantFrom('', 'hello ', '> ', '(', 'https://a.b/#/r/'))), (rows) => {
				const text = rows.map(([sent, before]) => `${before}${encodeSent(sent)}`).join('\n');
				expect(findCodes(text).map(({ result }) => result)).toEqual(rows.map(([sent]) => ({ sent })));
			}),
			{ numRuns: 50 },
		));
});

describe('what is faulty is reported once, and costs nothing else', () => {
	const foreign = encodeSent(samples[0]!.sent, 'lever');
	test.each<[string, string, string[]]>([
		['a changed code', broken, [brokenTold]],
		['a changed link', `see ${link(broken)} there`, [brokenTold]],
		['a letter too many', `${one}x`, [brokenTold]],
		['a code cut short', one.slice(0, 50), [brokenTold]],
		['a link cut short', link(one.slice(0, 9)), [`damaged ${one.slice(0, 9)}`]],
		['a link with the mark alone', link('F1'), ['damaged F1']],
		['a link cut short before another', `${link(one.slice(0, 50))}\n${link(two)}`, [brokenTold, two]],
		['a code cut short before another', `${one.slice(0, 50)} ${two}`, [brokenTold, two]],
		['a character dropped before another', `${one.slice(0, 50)}${one.slice(51)} ${two}`, [brokenTold, two]],
		['wrapped and changed', `${wrapped(broken, 40, '\n')} ${two}`, [brokenTold, two]],
		[
			'nineteen good ones around it',
			[...Array<string>(10).fill(two), broken, ...Array<string>(9).fill(three)].join('\n'),
			[...Array<string>(10).fill(two), brokenTold, ...Array<string>(9).fill(three)],
		],
		['another instrument', link(foreign), [`other-instrument ${foreign.slice(0, 24)}`]],
		['a link in small letters', link(one).toLowerCase(), [`foreign ${one.toLowerCase().slice(0, 24)}`]],
		['a link without the first letter', link(one.slice(1)), [`foreign ${one.slice(1, 25)}`]],
		['a team changed', `${teamLink.slice(0, -9)}A${teamLink.slice(-8)} ${two}`, [`damaged ${team.slice(0, 24)}`, two]],
		['a team cut short', `${teamLink.slice(0, 400)}\n${two}`, [`damaged ${team.slice(0, 24)}`, two]],
		[
			'a team wrapped and cut short',
			`${wrapped(team.slice(0, 400), 76, '\n')}\n\n${two}`,
			[`damaged ${team.slice(0, 24)}`, two],
		],
		['an invite changed', `${inviteLink}x ${two}`, [`damaged ${invite.slice(0, 24)}`, two]],
		[
			'a route of ours with something else',
			'https://x.y/z/#/t/abcdefghijklmnopqrstuvwxyz',
			['foreign abcdefghijklmnopqrstuvwx'],
		],
	])('%s', (_, text, wanted) => expect(told(text)).toEqual(wanted));
});

describe('leaves alone', () => {
	test.each([
		['nothing', ''],
		['ordinary words', 'F1 is a race. F1racing, F10 and F16, F1-grand-prix; press F1 for help'],
		['an address in words', 'https://a.b/F1-grand-prix-results-of-the-season-2026.html'],
		['an address in capitals', 'https://a.b/F1-Grand-Prix-Results-Of-The-Season_2026'],
		['camel case', 'F1GrandPrixResultsOfTheWholeSeason'],
		['a forum of that name', 'https://forum.example/r/F1/comments/abc'],
		['a checksum in hex', 'F1a9c3d4e5f60718293a4b5c6d7e8f9001122334'],
		['an id in hex', 'F1A9C3D4-E5F6-0718-293A-4B5C6D7E8F90'],
		['a code inside a longer word', `x${one}`],
		['other routes', 'https://x.y/z/#/team/abcdefghijklmnopqrstuvwxyz'],
		['a short route that is not ours', 'https://x.y/z/#/r/abc'],
		['keys', 'F2 renames, F3 searches, press F2 F3 F2, then F2_rename-the-file-in-the-list'],
		['half of a pair', '\ud83d \udc00 %E0%A4%A'],
	])('%s', (_, text) => expect(findCodes(text)).toEqual([]));
	test('throws for no text', () =>
		fc.assert(
			fc.property(
				fc.array(
					fc.constantFrom(
						'F1',
						'F2',
						'F3',
						team.slice(0, 90),
						invite,
						'%2F',
						'#/r/',
						' ',
						'\n> ',
						one,
						two.slice(0, 40),
						'-',
						'_',
						'%',
						'a9Z',
					),
				),
				(parts) => {
					for (const { text } of findCodes(parts.join('')))
						expect(/^F[123]/.test(text) || text.length <= 24).toBe(true);
				},
			),
			{ numRuns: 500 },
		));
});

describe('long texts take no long time', () => {
	test('what stands beyond the longest is not looked at', () => {
		const [before, behind] = [' '.repeat(longestText - one.length), `${' '.repeat(longestText)}${one}`];
		expect([told(before + one), told(behind)]).toEqual([[one], []]);
	});
	/** What people paste in a megabyte; what only somebody who means harm would, in a quarter of one. */
	test.each([
		['words', 'hello there ', 1e6],
		['codes', `${one} `, 1e6],
		['broken codes', `${broken} `, 1e6],
		['codes glued together', one, 1e6],
		['teams glued together', team, 1e6],
		['codes of another instrument glued together', encodeSent(samples[0]!.sent, 'lever'), 1e6],
		['links', `${link(one)}\n`, 1e6],
		['one run', 'a', 1e6],
		['marks in one run', 'F1', 1e6],
		['underscores', '_', 1e6],
		['percent signs', '%25', 1e6],
		['marks', 'F1 ', 25e4],
		['marks that promise the longest code', 'F1__ ', 25e4],
		['marks far apart', `F1__${' '.repeat(40)}`, 25e4],
		['links cut short', '#/r/F1 ', 25e4],
		['marks encoded', '%2FF1', 25e4],
		['marks of teams', 'F2 ', 25e4],
		['marks of teams in one run', 'F2', 25e4],
		['marks that promise a large team', 'F2__________ ', 25e4],
		['marks of teams far apart', `F2__________${' '.repeat(40)}`, 25e4],
		['links to teams cut short', '#/t/F2AEJT8IHP ', 25e4],
		['broken teams', `${team.slice(0, -1)} `, 25e4],
		['long pieces of teams', `F2__${'a'.repeat(41)} `, 25e4],
		['marks of invites', 'F3__ ', 25e4],
		['long pieces', `F1__${'a'.repeat(41)} `, 25e4],
	])('%s', (_, part, length) => {
		const text = part.repeat(Math.ceil(length / part.length));
		const start = performance.now();
		findCodes(text);
		expect(performance.now() - start).toBeLessThan(4000);
	});
});
