/** Reading level of English text. The counter is small; it is right for plain words, which is what the rules ask for. */

/** Words that the vowel count below gets wrong. */
const exceptions: Readonly<Record<string, number>> = {
	business: 2,
	area: 3,
	areas: 3,
	idea: 3,
	ideas: 3,
	people: 2,
	quiet: 2,
	science: 2,
	something: 2,
	sometimes: 2,
	someone: 2,
	someones: 2,
	someplace: 2,
	everyone: 3,
	everything: 3,
	somewhere: 2,
	therefore: 2,
	timeline: 2,
	timelines: 2,
	deadline: 2,
	deadlines: 2,
	baseline: 2,
	statement: 2,
	statements: 2,
};

/** Words of a text, lower case, with inner apostrophes and hyphens kept. */
export const wordsOf = (text: string): string[] =>
	text.toLowerCase().match(/[\p{L}\p{N}]+(?:[’'-][\p{L}\p{N}]+)*/gu) ?? [];

/** Syllables of one English word, at least 1. */
export function syllables(word: string): number {
	const parts = word.toLowerCase().split('-');
	if (parts.length > 1) return parts.reduce((sum, part) => sum + syllables(part), 0);
	const letters = word.toLowerCase().replace(/[^a-z]/g, '');
	const known = Object.hasOwn(exceptions, letters) ? exceptions[letters] : undefined;
	if (known !== undefined) return known;
	const spoken = letters.replace(
		/e(s|d|ments?|ly|ful|less|ness)?$/,
		(ending, suffix: string | undefined, at: number) =>
			silent(letters.slice(0, at), suffix ?? '') ? (suffix ?? '') : ending,
	);
	const groups = spoken.match(/[aeiouy]+/g)?.length ?? 0;
	// Two vowels that are spoken apart: va-rious, du-al, be-ing, cre-ate, vid-eo; but not na-tion, spe-cial, re-gion.
	const apart = spoken.match(/[^stcxg]i[aou]|[^q]ua[lt]|[aeiouy]ing|crea(?=t)|eo$|ie(?=t|nce)/g)?.length ?? 0;
	return Math.max(1, groups + apart);
}

/** Whether the e between the stem and the suffix is silent: `safe`, `saved`, `safely`, but `table`, `needed`, `boxes`, `settled`. */
function silent(stem: string, suffix: string): boolean {
	if (/[aeiouy]$/.test(stem)) return false;
	if (/[^aeiouy]l$/.test(stem)) return false;
	if (suffix === 'd') return !/[td]$/.test(stem);
	if (suffix === 's') return !/(?:[szxcg]|ch|sh)$/.test(stem);
	return true;
}

/** Sentences of a text, at least 1: a statement needs no full stop. */
export const sentencesOf = (text: string): number => Math.max(1, text.match(/[.?!](?=\s|$)/g)?.length ?? 0);

/** Flesch-Kincaid grade of several texts read as one: .39 words a sentence + 11.8 syllables a word - 15.59 (measurement 9.2). */
export function grade(texts: readonly string[]): number {
	const words = texts.flatMap(wordsOf);
	if (words.length === 0) return 0;
	const sentences = texts.reduce((sum, text) => sum + sentencesOf(text), 0);
	const spoken = words.reduce((sum, word) => sum + syllables(word), 0);
	return 0.39 * (words.length / sentences) + 11.8 * (spoken / words.length) - 15.59;
}
