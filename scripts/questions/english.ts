import { domainOf, type Rating } from '../../src/domain/instrument';
import type { Tell } from './fault';
import { ending, openings } from './form';
import * as lists from './lists';
import { grade, sentencesOf, wordsOf } from './reading';
import type { Line } from './structure';

/** Limits of measurement 9.2 and 9.3: words, Flesch-Kincaid grades, and differences in words. */
const limits = { words: 20, sceneWords: 12, grade: 9, setGrade: 8, pairGap: 3, keyGap: 2 };
const monthly = 'In the last month';

/** A list of words, and what to say when one of them is found. */
const listed: readonly (readonly [RegExp, (found: string) => string])[] = [
	[lists.negations, (found) => `says “${found}”: turn the negation into what somebody does or prefers`],
	[lists.joints, (found) => `says “${found}”, so it may hold two ideas: keep one`],
	[lists.roles, (found) => `says “${found}”, which is a role: write it so that all six roles can answer`],
	[lists.sizes, (found) => `says “${found}”, which depends on the size of the company: write it for every size`],
	[lists.products, (found) => `says “${found}”, which names a product, a tool or a method: say what it does`],
	[lists.idioms, (found) => `says “${found}”, an idiom or a picture that does not travel: use plain words`],
	[lists.frequencies, (found) => `says “${found}”, a word of frequency: the answers carry the strength`],
];

/** Tells what breaks the rules for English wording: each line alone, then pairs, then the whole set. */
export function checkEnglish(lines: readonly Line[], tell: Tell): void {
	const shown = lines.filter(({ field }) => field !== 'note');
	for (const line of shown) checkLine(line, tell);
	for (const line of shown) if (line.item.format === 'rating') checkRating(line.item, line, tell);
	checkSides(shown, tell);
	checkKeys(shown, tell);
	const level = grade(shown.map(({ text }) => text));
	if (level > limits.setGrade)
		tell(
			'',
			`the whole set reads at grade ${level.toFixed(1)}, above ${limits.setGrade}: use shorter words and sentences`,
		);
}

function checkLine({ address, field, text }: Line, tell: Tell): void {
	const most = field === 'scene' ? limits.sceneWords : limits.words;
	const count = wordsOf(text).length;
	if (count > most) tell(address, `has ${count} words, more than ${most}: shorten it`);
	const level = grade([text]);
	if (level > limits.grade)
		tell(address, `reads at grade ${level.toFixed(1)}, above ${limits.grade}: use shorter words`);
	for (const [pattern, say] of listed) {
		const found = pattern.exec(text)?.[0];
		if (found !== undefined) tell(address, say(found));
	}
	if (field !== 'scene' && (sentencesOf(text) > 1 || /[;:/&—]/.test(text)))
		tell(address, 'has a second sentence or a mark that joins two ideas: keep one idea');
	// A capital inside a sentence is a name or an abbreviation; the first word and “I” are none.
	const name = /(?<![.?!]\s)(?<=\s)(?!I(?![\p{L}\p{N}]))[\p{L}\p{N}]*\p{Lu}[\p{L}\p{N}]*|(?<!\p{L})\p{Lu}{2,}/u.exec(
		text,
	)?.[0];
	if (name !== undefined && !lists.products.test(name) && !lists.roles.test(name))
		tell(address, `says “${name}”, which looks like a name or an abbreviation: use plain words`);
}

function checkRating({ mode, key }: Rating, { address, text }: Line, tell: Tell): void {
	const dated = text.startsWith(`${monthly} `);
	if (mode === 'practice' && !dated) tell(address, `is about practice: begin with “${monthly}”`);
	if (mode === 'drive' && dated) tell(address, `is about what pulls, not what happened: drop “${monthly}”`);
	if (!/(?<![\p{L}])(?:I|me|my|mine|myself)(?![\p{L}])/u.test(text))
		tell(address, 'is not in the first person: say I, me or my');
	const boast = lists.boasts.exec(text)?.[0];
	if (boast !== undefined) tell(address, `says “${boast}”: ask what pulls or what happened, not how well it went`);
	const failing = key === -1 ? lists.failings.exec(text)?.[0] : undefined;
	if (failing !== undefined)
		tell(address, `says “${failing}”, a failing: write an opposite that a fine leader would own`);
}

/** The two sides of a pair must differ in content only. */
function checkSides(lines: readonly Line[], tell: Tell): void {
	const second = { a: 'p', offence: 'defence' } as const;
	for (const line of lines) {
		if (line.field !== 'a' && line.field !== 'offence') continue;
		const other = lines.find(
			({ item, field }) => item === line.item && field === second[line.field as 'a' | 'offence'],
		);
		if (other === undefined) continue;
		const [one, two] = [wordsOf(line.text).length, wordsOf(other.text).length];
		if (Math.abs(one - two) > limits.pairGap)
			tell(other.address, `has ${two} words against ${one} on the other side: keep within ${limits.pairGap}`);
		const [forms, otherForms] = [openings(line.text), openings(other.text)];
		if (!forms.some((form) => otherForms.includes(form)))
			tell(other.address, `begins with ${otherForms[0]}, the other side with ${forms[0]}: give both the same form`);
		if (ending(line.text) !== ending(other.text))
			tell(other.address, 'ends with another mark than the other side: use the same');
	}
}

/** Keyed and reversed items must be equally long, or length gives the key away. */
function checkKeys(lines: readonly Line[], tell: Tell): void {
	for (const [name, domains] of [
		['architecture', 'A'],
		['people', 'P'],
		['all', 'AP'],
	] as const) {
		const mean = (key: number) => {
			const lengths = lines.flatMap(({ item, text }) =>
				item.format === 'rating' && item.key === key && domains.includes(domainOf(item.facet))
					? [wordsOf(text).length]
					: [],
			);
			return lengths.length === 0 ? null : lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
		};
		const [keyed, reversed] = [mean(1), mean(-1)];
		if (keyed !== null && reversed !== null && Math.abs(keyed - reversed) > limits.keyGap)
			tell(
				'ratings',
				`${name}: keyed items have ${keyed.toFixed(1)} words on average, reversed ones ${reversed.toFixed(1)}: bring them within ${limits.keyGap}`,
			);
	}
}
