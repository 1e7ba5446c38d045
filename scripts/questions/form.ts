import { wordsOf } from './reading';

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** First words by their kind. What is in no list is taken for a verb. */
const articles = setOf('a an the');
const questions = setOf('how what which who whom whose where when why whether');
const nouns = setOf(
	'one two three some more fewer many our my your their its this that these those every each all people something anything everything',
);
/** Verbs whose base form looks like a gerund or a past. */
const bases = setOf('bring need feed speed proceed embed heed seed');
const pasts = setOf(
	'went made took gave told thought wrote spent drew kept left met held built brought found sat spoke chose ran saw heard sent taught won began bought',
);
/** Verbs whose past looks like their base form. */
const timeless = setOf('read set put cut let split');

/** Grammatical forms that the opening of a statement can have, judged by its first word. */
export function openings(text: string): string[] {
	const first = wordsOf(text)[0] ?? '';
	if (articles.has(first)) return ['an article'];
	if (questions.has(first)) return ['a question word'];
	if (nouns.has(first)) return ['a noun'];
	if (first === 'to') return ['“to” with a verb'];
	if (first === 'i') return ['“I”'];
	if (first.endsWith('ing') && !bases.has(first)) return ['a verb in -ing'];
	if (timeless.has(first)) return ['a verb', 'a verb in the past'];
	if (pasts.has(first) || (first.endsWith('ed') && !bases.has(first))) return ['a verb in the past'];
	return ['a verb'];
}

/** The mark that ends a text, or nothing. */
export const ending = (text: string): string => /[.?!…]$/.exec(text)?.[0] ?? '';
