/** The only door to `questions/`: the instrument at once, the words of each language when they are needed. */
import { facts, instrument } from 'virtual:fulcrum/instrument';
import { words } from 'virtual:fulcrum/words';

export { facts, instrument };

export const languages: readonly string[] = Object.keys(words);

/** The first language of the reader's that there is, else English, else whatever there is. */
export const choose = (wanted: readonly string[]): string =>
	wanted.map((tag) => tag.split('-')[0]!.toLowerCase()).find((tag) => languages.includes(tag)) ??
	(languages.includes('en') ? 'en' : languages[0]!);

/** How the instrument did in the build's own simulation; only the method page needs it. */
export const loadPerformance = () => import('virtual:fulcrum/performance').then(({ performance }) => performance);

/** Rejects where the file cannot be fetched; may be called again. */
export const loadWords = (language: string, part: 'first' | 'pages' | 'report' | 'team' | 'method') =>
	words[language]![part]();

/** The experiments and questions to choose from; only a result needs them. */
export const loadAdvice = () => import('virtual:fulcrum/advice').then(({ advice }) => advice);
