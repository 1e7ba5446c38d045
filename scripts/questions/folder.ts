import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Instrument } from '../../src/domain/instrument';
import { parseInstrument } from '../../src/domain/parse';
import { checkAdviceWords } from './advice';
import { checkBook } from './book';
import { checkLeaves, checkSame, leavesOf } from './compare';
import type { Fault, Tell } from './fault';
import { repeatedKeys } from './repeats';
import { checkWords } from './rules';

/** The language that the others are compared with. */
const source = 'en';
const items = 'items.json';
/** Which experiments and questions there are, and in a language's folder their words. */
const advice = 'advice.json';

export interface Checked {
	readonly faults: readonly Fault[];
	readonly items: number;
	readonly languages: readonly string[];
	/** Files that could be read. */
	readonly files: number;
}

/** Words of one file as address to text. */
type Leaves = ReadonlyMap<string, unknown>;

/** Checks a folder laid out as `questions/`: the instrument, the experiments and questions, and the words of every language. */
export function checkFolder(folder: string): Checked {
	const faults: Fault[] = [];
	let files = 0;
	const tellIn =
		(file: string): Tell =>
		(address, message) =>
			void faults.push({ file, address, message });
	const load = (file: string): unknown => {
		const content = readJson(file, tellIn(file));
		if (content !== undefined) files += 1;
		return content;
	};

	const structure = `${folder}/instrument.json`;
	const instrument = readInstrument(load(structure), tellIn(structure));
	const book = `${folder}/${advice}`;
	const bookContent = load(book);
	const ids = bookContent === undefined ? null : checkBook(bookContent, tellIn(book));
	const languages = languagesIn(folder, faults);
	const sourceNames = languages.includes(source) ? filesOf(`${folder}/${source}`) : null;
	const sourceLeaves = new Map<string, Leaves>();
	for (const language of languages) {
		const home = `${folder}/${language}`;
		for (const name of new Set([...(sourceNames ?? expected), ...filesOf(home)])) {
			const file = `${home}/${name}`;
			const content = load(file);
			if (content === undefined) continue;
			if (name === items) {
				// The items are held to the instrument, so a comparison with English has nothing to add.
				if (instrument !== null) faults.push(...checkWords(instrument, language, content, file));
				continue;
			}
			if (name === advice && ids !== null) {
				// Held to the ids, in English too.
				checkAdviceWords(ids, content, tellIn(file));
				continue;
			}
			const leaves = leavesOf(content);
			checkLeaves(leaves, tellIn(file));
			if (language === source) sourceLeaves.set(name, leaves);
			else if (sourceNames?.includes(name) === false)
				tellIn(file)('', `is not a file of “${source}”: remove it or correct its name`);
			else checkSame(sourceLeaves.get(name) ?? leaves, leaves, tellIn(file));
		}
	}
	return { faults, items: instrument?.items.length ?? 0, languages, files };
}

/** Files of words that refer to data, so that every language must have them. */
const expected = [items, advice];

/** Names of the files of words in a language's folder, with those that are expected there in any case. */
const filesOf = (home: string): string[] => [
	...new Set([...expected, ...readdirSync(home).filter((name) => name.endsWith('.json'))]),
];

/** The content of a file, or undefined once it is told what keeps it from being read. */
function readJson(file: string, tell: Tell): unknown {
	try {
		const text = readFileSync(file, 'utf8');
		const content: unknown = JSON.parse(text);
		for (const address of repeatedKeys(text)) tell(address, 'stands twice, and only the last would count: remove one');
		return content;
	} catch (error) {
		tell('', existsSync(file) ? `is no valid JSON (${(error as Error).message})` : 'is missing');
		return undefined;
	}
}

/** The instrument, or null once its faults are told. The parser writes address and message as one line. */
function readInstrument(content: unknown, tell: Tell): Instrument | null {
	if (content === undefined) return null;
	const { instrument, faults } = parseInstrument(content);
	for (const fault of faults) {
		const [address = '', ...message] = fault.split(': ');
		tell(address === 'instrument' ? '' : address, message.join(': '));
	}
	return instrument;
}

/** Folders named after a language, English first. A hidden folder is none of ours. */
function languagesIn(folder: string, faults: Fault[]): string[] {
	if (!existsSync(folder)) {
		faults.push({ file: folder, address: '', message: 'there is no such folder' });
		return [];
	}
	const names = readdirSync(folder, { withFileTypes: true })
		.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
		.map((entry) => entry.name)
		.sort();
	const languages = names.filter((name) => {
		if (isLanguage(name)) return true;
		faults.push({
			file: `${folder}/${name}`,
			address: '',
			message: 'is not named after a language: use a tag such as de or pt-BR',
		});
		return false;
	});
	if (!languages.includes(source))
		faults.push({
			file: `${folder}/${source}`,
			address: '',
			message: 'is missing: the other languages are compared with it',
		});
	return languages.sort((one, two) => Number(two === source) - Number(one === source));
}

const isLanguage = (name: string): boolean => {
	try {
		return Intl.getCanonicalLocales(name)[0] === name;
	} catch {
		return false;
	}
};
