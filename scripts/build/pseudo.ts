/**
 * A language that nobody speaks: accented, half as long again. Tests build the app with it; English left on a screen
 * is text that no translator could reach, and a screen that breaks is one that German would break.
 */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { printAST } from '@formatjs/icu-messageformat-parser/printer';

const accents: Record<string, string> = {
	a: 'á', b: 'ƀ', c: 'ç', d: 'ð', e: 'é', f: 'ƒ', g: 'ĝ', h: 'ĥ', i: 'î', j: 'ĵ', k: 'ķ', l: 'ļ', m: 'ɱ',
	n: 'ñ', o: 'ó', p: 'þ', q: 'ɋ', r: 'ŕ', s: 'š', t: 'ţ', u: 'û', v: 'ʋ', w: 'ŵ', x: 'ẋ', y: 'ý', z: 'ž',
}; // prettier-ignore

const stretch = (text: string): string =>
	text.replace(/[A-Za-z]+/g, (word) => {
		const marked = [...word].map((letter) => {
			const accent = accents[letter.toLowerCase()] ?? letter;
			return letter === letter.toLowerCase() ? accent : accent.toUpperCase();
		});
		return marked.join('') + 'ö'.repeat(Math.ceil(word.length / 2));
	});

const walk = (elements: MessageFormatElement[]): void => {
	for (const element of elements) {
		if (element.type === TYPE.literal) element.value = stretch(element.value);
		if (element.type === TYPE.plural || element.type === TYPE.select)
			for (const option of Object.values(element.options)) walk(option.value);
	}
};

/** The message with its words disguised and its arguments left alone. */
export const pseudo = (message: string): string => {
	const elements = parse(message, { ignoreTag: true });
	walk(elements);
	return printAST(elements);
};
