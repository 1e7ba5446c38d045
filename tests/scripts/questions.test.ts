import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../../scripts/check-questions';
import { checkAdviceWords } from '../../scripts/questions/advice';
import { checkBook, type Ids } from '../../scripts/questions/book';
import { openings } from '../../scripts/questions/form';
import { gapsOf } from '../../scripts/questions/message';
import { grade, sentencesOf, syllables } from '../../scripts/questions/reading';
import { repeatedKeys } from '../../scripts/questions/repeats';
import { checkWords } from '../../scripts/questions/rules';
import type { Instrument } from '../../src/domain/instrument';
import { parseInstrument } from '../../src/domain/parse';

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const raw = readJson('questions/instrument.json') as Record<string, unknown>;
const instrument = parseInstrument(raw).instrument as Instrument;
const shipped = readJson('questions/en/items.json');
const book = readJson('questions/advice.json') as Record<'experiments' | 'questions', Record<string, unknown>[]>;
const bookWords = readJson('questions/en/advice.json') as Record<'experiments' | 'questions', Record<string, unknown>>;

type Tree = Record<string, Record<string, Record<string, unknown>>>;

/** The shipped words with some entries replaced; `undefined` takes an entry out. */
function planted(edits: Readonly<Record<string, unknown>>): unknown {
	const words = structuredClone(shipped) as Tree;
	for (const [path, value] of Object.entries(edits)) {
		const keys = path.split('.');
		const last = keys.pop() ?? '';
		let branch = words as Record<string, unknown>;
		for (const key of keys) branch = branch[key] as Record<string, unknown>;
		if (value === undefined) Reflect.deleteProperty(branch, last);
		else branch[last] = value;
	}
	return words;
}

const longScene = 'You have a free afternoon in a quiet week. Which would you rather do?';

describe('the shipped words', () => {
	test('have no fault', () => expect(checkWords(instrument, 'en', shipped)).toEqual([]));
	test('read at a low grade', () => {
		const { ratings } = shipped as Tree;
		const level = grade(Object.values(ratings ?? {}).map(({ text }) => String(text)));
		expect(level).toBeGreaterThan(2);
		expect(level).toBeLessThan(6);
	});
});

/** What is planted, where, the address that must be named, and words that the message must hold. */
const structural: readonly [string, Record<string, unknown>, string, RegExp][] = [
	['an item without words', { 'ratings.A1d+': undefined }, 'ratings["A1d+"]', /has no words: add/],
	[
		'words of an unknown item',
		{ 'ratings.A9d+': { text: 'I am.', note: 'x' } },
		'ratings["A9d+"]',
		/no rating “A9d\+”/,
	],
	['an inherited name as an item', { 'pairs.constructor': {} }, 'pairs["constructor"]', /no pair “constructor”/],
	['a missing note', { 'pairs.X1.note': undefined }, 'pairs["X1"].note', /is missing: write it/],
	['a missing side', { 'postures.O2.defence': undefined }, 'postures["O2"].defence', /is missing/],
	['an unknown field', { 'pairs.X3.hint': 'x' }, 'pairs["X3"].hint', /unknown field.*scene, a, p, note/],
	['an unknown part', { extras: {} }, 'extras', /not a part of this file/],
	['a part that is missing', { postures: undefined }, 'postures', /is missing.*6 items/],
	['a part that is a list', { pairs: [] }, 'pairs', /give an object/],
	['no anchors', { anchors: undefined }, 'anchors', /is missing/],
	['unknown anchors', { 'anchors.posture': [] }, 'anchors.posture', /is unknown/],
	['too few anchors', { 'anchors.rating': ['No', 'Yes'] }, 'anchors.rating', /list of 5 labels/],
	['an empty anchor', { 'anchors.pair.2': '' }, 'anchors.pair[2]', /is empty/],
	['an anchor twice', { 'anchors.pair.3': 'Much more the first' }, 'anchors.pair[3]', /is there twice/],
	['empty text', { 'ratings.P2p+.text': ' ' }, 'ratings["P2p+"].text', /is empty/],
	['text that is a number', { 'ratings.P2p+.text': 7 }, 'ratings["P2p+"].text', /must be text/],
	['a leading space', { 'ratings.P2p+.note': ' Care.' }, 'ratings["P2p+"].note', /begins or ends with a space/],
	['a trailing space', { 'pairs.X1.scene': 'Two talks run. ' }, 'pairs["X1"].scene', /begins or ends with a space/],
	['a double space', { 'pairs.X1.note': 'Two  talks.' }, 'pairs["X1"].note', /has two spaces/],
	['a line break', { 'pairs.X1.note': 'Two\ntalks.' }, 'pairs["X1"].note', /line break/],
	['a straight apostrophe', { 'ratings.A1d+.note': "One's own." }, 'ratings["A1d+"].note', /straight apostrophe/],
	['a brace', { 'ratings.A1d+.note': 'See {name}.' }, 'ratings["A1d+"].note', /has a brace/],
	[
		'a statement twice',
		{ 'postures.O1.offence': 'A fault in the code that keeps coming back.', 'postures.O1.defence': 'A product.' },
		'postures["O1"].offence',
		/repeats the words of pairs\["X3"\]\.a/,
	],
];

const rating = (text: string) => ({ 'ratings.A1d+.text': text });
const practice = (text: string) => ({ 'ratings.A2p-.text': text });
const atRating = 'ratings["A1d+"].text';
const atPractice = 'ratings["A2p-"].text';
const english: readonly [string, Record<string, unknown>, string, RegExp][] = [
	['a long item', rating(`I like ${'a big map '.repeat(7)}`.trim()), atRating, /has 23 words, more than 20/],
	[
		'a hard item',
		rating('I enjoy architectural sustainability considerations.'),
		atRating,
		/reads at grade \d+\.\d, above 9/,
	],
	['a negation', rating('I am not drawn to the load of a system.'), atRating, /says “not”: turn the negation/],
	['a short negation', rating('I don’t enjoy the load of a system.'), atRating, /says “don’t”/],
	['two ideas with and', rating('I enjoy load and I enjoy faults.'), atRating, /says “and”, so it may hold two ideas/],
	['two ideas with or', rating('I enjoy load or I enjoy faults.'), atRating, /says “or”/],
	['as well as', rating('I enjoy load as well as faults.'), atRating, /says “as well as”/],
	['a second claim with because', rating('I enjoy load because it is hard.'), atRating, /says “because”/],
	['a second claim with so that', rating('I look at load so that we grow.'), atRating, /says “so that”/],
	['a slash', rating('I enjoy load/faults.'), atRating, /a mark that joins two ideas/],
	['a second sentence', rating('I enjoy load. It is hard.'), atRating, /second sentence/],
	['a role', rating('I enjoy the talk with my manager.'), atRating, /says “manager”, which is a role/],
	['a role by its letters', rating('I enjoy the talk with the CEO.'), atRating, /says “CEO”, which is a role/],
	['company size', rating('I enjoy the load of a small company.'), atRating, /size of the company/],
	['a number of people', rating('I enjoy load with 300 people.'), atRating, /“300 people”, which depends on the size/],
	['a tool', rating('I enjoy load on kubernetes.'), atRating, /names a product/],
	['an unknown name', rating('I enjoy load on Zyxwvut.'), atRating, /says “Zyxwvut”, which looks like a name/],
	['an abbreviation', rating('DNS is a part that I enjoy.'), atRating, /says “DNS”/],
	['an idiom', rating('I lose track of time with load.'), atRating, /says “lose track”, an idiom/],
	['a frequency', rating('I often enjoy the load of a system.'), atRating, /says “often”, a word of frequency/],
	['a normal week', { 'pairs.X5.scene': 'In a normal week, what do you do?' }, 'pairs["X5"].scene', /“normal week”/],
	['no first person', rating('Working out load gives energy.'), atRating, /not in the first person/],
	['a boast', rating('I am good at the load of a system.'), atRating, /says “good at”/],
	[
		'practice without its month',
		practice('I let the team settle its big choices.'),
		atPractice,
		/begin with “In the last month”/,
	],
	['drive with a month', rating('In the last month I worked on load.'), atRating, /drop “In the last month”/],
	['a failing', practice('In the last month I ignored the big choices.'), atPractice, /says “ignored”, a failing/],
	['a long scene', { 'pairs.X1.scene': longScene }, 'pairs["X1"].scene', /has 14 words, more than 12/],
	['a short side', { 'pairs.X1.p': 'Talk with a colleague' }, 'pairs["X1"].p', /has 4 words against 9/],
	[
		'another form on one side',
		{ 'pairs.X7.p': 'Reading the plan to see what could wait' },
		'pairs["X7"].p',
		/begins with a verb in -ing, the other side with a verb/,
	],
	[
		'another time on one side',
		{ 'postures.O2.defence': 'Tested it further to be sure it works' },
		'postures["O2"].defence',
		/in the past/,
	],
	[
		'another ending on one side',
		{ 'postures.O6.defence': 'What must we protect' },
		'postures["O6"].defence',
		/another mark/,
	],
];

describe('a planted fault is caught, and named with its file and address', () => {
	for (const [language, rows] of [
		['de', structural],
		['en', [...structural, ...english]],
	] as const)
		test.each(rows)(`${language}: %s`, (_what, edits, address, message) => {
			const faults = checkWords(instrument, language, planted(edits));
			expect(faults).toContainEqual({
				file: `questions/${language}/items.json`,
				address,
				message: expect.stringMatching(message) as string,
			});
			// A side of a pair is compared with the other one, and the lengths of all ratings with one another.
			const place = address.replace(/\.(?:a|p|offence|defence)$/, '');
			const innocent = faults.filter((fault) => !fault.address.startsWith(place) && fault.address !== 'ratings');
			expect(innocent).toEqual([]);
		});

	test('a file that is no object', () => {
		for (const content of [null, 7, 'words', []])
			expect(checkWords(instrument, 'en', content)).toEqual([
				{ file: 'questions/en/items.json', address: '', message: expect.stringMatching(/must be an object/) as string },
			]);
	});

	test('keyed items that are longer than reversed ones', () => {
		const { ratings } = shipped as Tree;
		const longer = (id: string) => [`ratings.${id}.text`, `${String(ratings?.[id]?.['text'])} it is so far`];
		const edits = Object.fromEntries(
			Object.keys(ratings ?? {}).flatMap((id) => (/^P.*\+$/.test(id) ? [longer(id)] : [])),
		);
		const faults = checkWords(instrument, 'en', planted(edits)).filter(({ address }) => address === 'ratings');
		expect(faults.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^people: keyed items have .*within 2/),
		]);
	});

	test('a set that is hard to read as a whole', () => {
		const hard = 'Considering complicated alternative possibilities';
		const edits = Object.fromEntries(
			[1, 2, 3, 4, 5, 6].flatMap((n) =>
				['scene', 'offence', 'defence'].map((field) => [`postures.O${n}.${field}`, hard]),
			),
		);
		const { pairs } = shipped as Tree;
		for (const id of Object.keys(pairs ?? {}))
			for (const field of ['scene', 'a', 'p']) edits[`pairs.${id}.${field}`] = hard;
		const faults = checkWords(instrument, 'en', planted(edits));
		expect(faults).toContainEqual({
			file: 'questions/en/items.json',
			address: '',
			message: expect.stringMatching(/^the whole set reads at grade/) as string,
		});
	});

	test('wording rules are for English only', () => {
		const words = planted(rating('Ich mag das nicht, no, and CEO.'));
		expect(checkWords(instrument, 'de', words)).toEqual([]);
		expect(checkWords(instrument, 'en-GB', words)).not.toEqual([]);
	});
});

describe('the reading level', () => {
	test.each([
		['code', 1],
		['people', 2],
		['needed', 2],
		['worked', 1],
		['settled', 2],
		['boxes', 2],
		['changes', 2],
		['table', 2],
		['safely', 2],
		['create', 2],
		['being', 2],
		['nation', 2],
		['someone’s', 2],
		['one-on-one', 3],
		['energy', 3],
		['various', 3],
		['requirement', 3],
		['technical', 3],
		['engineering', 4],
		['security', 4],
		['architecture', 4],
		['misunderstanding', 5],
	])('%s has %i', (word, count) => expect(syllables(word)).toBe(count));

	test('is the grade of Flesch and Kincaid', () => {
		// 6 words, 6 syllables, 1 sentence.
		expect(grade(['The cat sat on the mat.'])).toBeCloseTo(0.39 * 6 + 11.8 - 15.59, 10);
		expect(grade(['', '…'])).toBe(0);
		expect(sentencesOf('A free day. What now?')).toBe(2);
	});
});

test.each([
	['A full year', 'an article'],
	['Checking that', 'a verb in -ing'],
	['Bring in people', 'a verb'],
	['How one team', 'a question word'],
	['Two groups', 'a noun'],
	['To go on', '“to” with a verb'],
	['I go on', '“I”'],
	['Went to see', 'a verb in the past'],
	['Worked on it', 'a verb in the past'],
])('“%s” begins with %s', (text, form) => expect(openings(text)).toEqual([form]));

describe('gaps of a message', () => {
	test.each([
		['Hello', []],
		['{name} of {team}', ['name', 'team']],
		['{n, number, ::percent} of it', ['n']],
		['{n, plural, offset:1 =0 {none} one {# day for {who}} other {# days}}', ['n', 'who']],
		["It''s '{not}' a gap, but {this} is; don't", ['this']],
	])('%s', (message, names) => expect(gapsOf(message)).toEqual({ names: new Set(names), fault: null }));
	test.each([
		['{name', /lacks its }/],
		['name}', /has no { before it/],
		['{}', /no name/],
		['{n, plural, one {day}}', /form “other”/],
		['{n, plural, other {day}', /lacks its }/],
		['{n, plural, other {day', /never closed/],
		['{n, select}', /lacks its ,/],
	])('%s is at fault', (message, fault) => expect(gapsOf(message).fault).toMatch(fault));
});

test('a key that stands twice is found', () => {
	expect(repeatedKeys('{"a": {"b": "{\\"b\\": ", "c": [{"b": 1}, {"b": 2}], "b": 3}, "b": 4, "a": 5}')).toEqual([
		'a.b',
		'a',
	]);
	expect(repeatedKeys(readFileSync('questions/en/items.json', 'utf8'))).toEqual([]);
});

describe('experiments and questions', () => {
	const told = (check: (tell: (address: string, message: string) => void) => void): [string, string][] => {
		const faults: [string, string][] = [];
		check((address, message) => void faults.push([address, message]));
		return faults;
	};
	const inBook = (content: unknown) => told((tell) => void checkBook(content, tell));
	const ids = checkBook(book, () => undefined) as Ids;
	const inWords = (words: unknown) => told((tell) => checkAdviceWords(ids, words, tell));
	const { experiments, questions } = book;

	test('those that are shipped have no fault, nor have their words', () => {
		expect(inBook(book)).toEqual([]);
		expect(inWords(bookWords)).toEqual([]);
		expect([ids.experiments.length, ids.questions.length]).toEqual([experiments.length, questions.length]);
	});

	const entry = { id: 'one-more', slot: 'stage', idea: 'one-more', needs: [] };
	const at = 'experiments["one-more"]';
	const noKind = /“flavour:sour” is no signal: known are founder, hired, and those that begin with role, seat/;
	test.each<[string, Record<string, unknown>, string, RegExp]>([
		['an id that is no id', { id: 'One more' }, 'experiments["One more"].id', /must be words of lower-case letters/],
		['no id', { id: 7 }, `experiments[${experiments.length}].id`, /must be words of .*found 7/],
		['a slot of the other kind', { slot: 'team' }, `${at}.slot`, /must be "stretch" or "handover" or "strong" or "energy" or "gap" or "stage"/],
		['no idea', { idea: undefined }, `${at}.idea`, /must be words of .*it is missing/],
		['an idea that is a sentence', { idea: 'Do it.' }, `${at}.idea`, /must be words of/],
		['needs that are no list', { needs: 'founder' }, `${at}.needs`, /must be a list/],
		['a need that is no text', { needs: [1] }, `${at}.needs[0]`, /must be an id/],
		['a need of no kind', { needs: ['flavour:sour'] }, `${at}.needs[0]`, noKind],
		['an unknown need', { needs: ['founder', 'seat:back'] }, `${at}.needs[1]`, /write one of seat:top, seat:middle, seat/],
		['two needs of a kind', { needs: ['role:cto', 'role:vp'] }, `${at}.needs[1]`, /“role:vp” cannot hold beside another/],
		['founder and hired', { needs: ['founder', 'hired'] }, `${at}.needs[1]`, /“hired” cannot hold beside another/],
		['a facet where there is none', { needs: ['facet:A1'] }, `${at}.needs[0]`, /“stage” is about no facet/],
		['a gap without its need', { slot: 'gap' }, `${at}.needs`, /must hold gap:architecture or gap:people/],
		['a theme that is a sentence', { theme: 'All of it.' }, `${at}.theme`, /must be words of/],
		['a list of what must not hold that is none', { never: 'founder' }, `${at}.never`, /must be a list/],
		['what must not hold of no kind', { never: ['flavour:sour'] }, `${at}.never[0]`, noKind],
		['needed and excluded at once', { needs: ['founder'], never: ['founder'] }, `${at}.never[0]`, /“founder” is needed too/],
		['an unknown field', { weight: 2 }, `${at}.weight`, /is not known here.*known: id, slot, idea, theme, needs, never/],
		['an id twice', { id: experiments[0]?.['id'] }, `experiments["${String(experiments[0]?.['id'])}"].id`, /stands twice/],
	])('%s', (_, change, address, message) => {
		const more = { ...book, experiments: [...experiments, { ...entry, ...change }] };
		expect(inBook(more)).toEqual([[address, expect.stringMatching(message)]]);
	}); // prettier-ignore

	test('an id of the other kind', () =>
		expect(inBook({ ...book, questions: [...questions, { ...entry, slot: 'above', id: experiments[0]?.['id'] }] })).toEqual([
			[`questions["${String(experiments[0]?.['id'])}"].id`, expect.stringMatching(/stands twice/)],
		])); // prettier-ignore

	/** The shipped ones without those that fit where nothing else is known. */
	const without = (kind: 'experiments' | 'questions', slot: string, need: string | null) => ({
		...book,
		[kind]: book[kind].filter((one) => one['slot'] !== slot || (one['needs'] as string[]).some((other) => other !== need)),
	}); // prettier-ignore
	test.each<['experiments' | 'questions', string, string | null, RegExp]>([
		['experiments', 'stage', null, /no entry of the slot “stage” without needs: add one/],
		['experiments', 'stretch', 'facet:P2', /no entry of the slot “stretch” that needs facet:P2 alone or nothing/],
		['experiments', 'strong', 'facet:A4', /no entry of the slot “strong” that needs facet:A4 alone/],
		['questions', 'above', null, /no entry of the slot “above” without needs/],
		['questions', 'beside', 'place:level', /no entry of the slot “beside” that needs place:level alone/],
	])('%s: a slot that some result would find empty, %s, %s', (kind, slot, need, message) =>
		expect(inBook(without(kind, slot, need))).toContainEqual([kind, expect.stringMatching(message)]),
	);
	test('an entry that something excludes does not stand for whom it excludes', () => {
		const only = { ...entry, never: ['stage:seed'] };
		const rest = experiments.filter(({ slot, needs }) => slot !== 'stage' || (needs as string[]).length > 0);
		expect(inBook({ ...book, experiments: [...rest, only] })).toEqual([
			['experiments', expect.stringMatching(/no entry of the slot “stage” without needs/)],
		]);
	});
	test('an entry without needs stands for every facet; a slot for a gap may stay empty', () => {
		const rest = experiments.filter(({ slot }) => slot !== 'stretch' && slot !== 'gap');
		const any = { ...entry, slot: 'stretch' };
		expect(inBook({ ...book, experiments: [...rest, any] })).toEqual([]);
	});
	test('one that fits, but whose idea an earlier slot may have taken', () => {
		const rest = experiments.filter(({ slot }) => slot !== 'stage');
		const idea = experiments.find(({ slot }) => slot === 'gap')?.['idea'];
		expect(inBook({ ...book, experiments: [...rest, { ...entry, idea }] })).toEqual([
			['experiments', expect.stringMatching(/of the slot “stage”, no entry without needs has an idea that stretch, handover, strong, energy, gap do not/)],
		]); // prettier-ignore
	});
	test.each<[string, unknown, [string, RegExp][]]>([
		['nothing', null, [['', /must be an object/]]],
		['a list', [], [['', /must be an object/]]],
		['one kind alone', { questions }, [['experiments', /must be a list/]]],
		['another part', { ...book, extras: [] }, [['extras', /is not known here/]]],
		['an entry that is no object', { ...book, questions: [...questions, 'x'] }, [[`questions[${questions.length}]`, /must be an object/]]],
	])('a file with %s', (_, content, faults) =>
		expect(inBook(content)).toEqual(faults.map(([address, message]) => [address, expect.stringMatching(message)])),
	); // prettier-ignore

	const [first, asked] = [ids.experiments[0]!, ids.questions[0]!];
	const [of, question] = [`experiments["${first}"]`, `questions["${asked}"]`];
	const words = (kind: 'experiments' | 'questions', id: string, value: unknown) => ({
		...bookWords,
		[kind]: { ...bookWords[kind], [id]: value },
	});
	test.each<[string, unknown, string, RegExp]>([
		['an experiment without words', words('experiments', first, undefined), of, /^the experiment has no words: add an object with title, text$/],
		['an experiment that is one text', words('experiments', first, 'Do it.'), of, /the experiment has no words/],
		['an experiment without its title', words('experiments', first, { text: 'Do it.' }), `${of}.title`, /is missing: write it/],
		['an empty text', words('experiments', first, { title: 'Do', text: ' ' }), `${of}.text`, /is empty: write it/],
		['an unknown field', words('experiments', first, { title: 'Do', text: 'Do it.', more: '' }), `${of}.more`, /unknown field.*title, text/],
		['a question without words', words('questions', asked, undefined), question, /^the question has no words: add its text$/],
		['a question that is an object', words('questions', asked, { text: 'What?' }), question, /must be text in quotes/],
		['a gap to fill in', words('questions', asked, 'What, {name}?'), question, /has a brace/],
		['half a gap', words('questions', asked, 'What}?'), question, /has a brace/],
		['a straight apostrophe', words('questions', asked, "What's up?"), question, /straight apostrophe/],
		['words of an unknown experiment', words('experiments', 'no-such', { title: 'Do', text: 'Do it.' }), 'experiments["no-such"]', /advice.json has no experiment “no-such”/],
		['words of an unknown question', words('questions', first, 'What?'), `questions["${first}"]`, /advice.json has no question/],
		['an unknown part', { ...bookWords, extras: {} }, 'extras', /not a part of this file/],
		['a part that is missing', { ...bookWords, questions: undefined }, 'questions', /is missing: give an object with the words of \d+ questions/],
		['nothing', [], '', /must be an object/],
	])('words: %s', (_, content, address, message) =>
		expect(inWords(content)).toEqual([[address, expect.stringMatching(message)]]),
	); // prettier-ignore
});

describe('a folder of one’s own', () => {
	const made: string[] = [];
	afterAll(() => made.forEach((folder) => rmSync(folder, { recursive: true })));

	/** A folder with the shipped instrument, advice and words in English, and other files as given; checked, with what was printed. */
	function checked(files: Readonly<Record<string, unknown>>): { code: number; lines: string[] } {
		const folder = mkdtempSync(join(tmpdir(), 'fulcrum-questions-'));
		made.push(folder);
		mkdirSync(join(folder, 'en'));
		for (const name of ['instrument.json', 'advice.json', 'en/items.json', 'en/advice.json'])
			cpSync(`questions/${name}`, join(folder, name));
		for (const [name, content] of Object.entries(files)) {
			mkdirSync(dirname(join(folder, name)), { recursive: true });
			if (content === undefined) rmSync(join(folder, name), { recursive: true });
			else writeFileSync(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content));
		}
		const lines: string[] = [];
		const code = main([`${folder}/`], (line) => lines.push(line.replaceAll(folder, 'own')));
		return { code, lines };
	}
	const ui = {
		start: { title: 'Hello {name}', days: '{n, plural, one {# day} other {# days}}' },
		list: ['One', 'Two'],
	};

	test('passes when nothing is wrong', () => {
		const german = {
			start: { title: 'Hallo {name}', days: '{n, plural, one {# Tag} other {# Tage}}' },
			list: ['Eins', 'Zwei'],
		};
		const { code, lines } = checked({
			'en/ui.json': ui,
			'de/ui.json': german,
			'de/items.json': shipped,
			'de/advice.json': bookWords,
			'.git/x.json': '',
		});
		expect(lines).toEqual(['own: 46 items, 2 languages, 8 files, 0 faults']);
		expect(code).toBe(0);
	});

	test('fails with every fault on a line of its own', () => {
		const { code, lines } = checked({
			'en/items.json': planted({ 'ratings.A2p-.text': 'In the last month I sat with the CEO.' }),
			'en/ui.json': ui,
			'en/report.json': { a: 'A', 'b-c': '{x', d: '', e: 1 },
			'de/items.json': planted({ 'pairs.X1': undefined }),
			'de/advice.json': { ...bookWords, questions: { ...bookWords.questions, 'above-any': undefined } },
			'de/ui.json': { start: { title: 'Hallo {nam}' }, list: ['Eins', 'Zwei', 'Drei'] },
			'de/extra.json': {},
			'nonsense_/ui.json': {},
		});
		expect(code).toBe(1);
		expect(lines).toEqual([
			'own/nonsense_: is not named after a language: use a tag such as de or pt-BR',
			'own/en/items.json: ratings["A2p-"].text: says “CEO”, which is a role: write it so that all six roles can answer',
			expect.stringMatching(/^own\/en\/report\.json: \["b-c"\]: the gap “x” lacks its }/),
			'own/en/report.json: d: is empty: write it',
			'own/en/report.json: e: must be text in quotes',
			'own/de/items.json: pairs["X1"]: the item has no words: add an object with scene, a, p, note',
			'own/de/advice.json: questions["above-any"]: the question has no words: add its text',
			'own/de/report.json: is missing',
			'own/de/ui.json: start.title: lacks the gap {name} of the English text',
			'own/de/ui.json: start.title: has a gap {nam} that the English text lacks: remove it',
			'own/de/ui.json: start.days: is in English but missing here: translate it',
			'own/de/ui.json: list[2]: is not in English: remove it or correct the key',
			'own/de/extra.json: is not a file of “en”: remove it or correct its name',
			'own: 46 items, 2 languages, 10 files, 13 faults',
		]);
	});

	test.each([
		['no English', { 'en/items.json': undefined }, 'own/en/items.json: is missing'],
		[
			'broken JSON',
			{ 'en/items.json': '{ "anchors": ', 'de/items.json': shipped },
			/own\/en\/items\.json: is no valid JSON/,
		],
		[
			'a key twice',
			{ 'en/ui.json': '{"a": "A", "a": "B"}' },
			'own/en/ui.json: a: stands twice, and only the last would count: remove one',
		],
		['no advice', { 'advice.json': undefined }, 'own/advice.json: is missing'],
		['no words for the advice', { 'en/advice.json': undefined }, 'own/en/advice.json: is missing'],
		['no words for it in another language', { 'de/items.json': shipped }, 'own/de/advice.json: is missing'],
		['advice that is no object', { 'advice.json': '[]' }, /^own\/advice\.json: must be an object/],
		[
			'a faulty entry',
			{ 'advice.json': { ...book, questions: [...book.questions, { id: 'a', slot: 'x', idea: 'a', needs: [] }] } },
			/^own\/advice\.json: questions\["a"\]\.slot: must be "above" or/,
		],
		['no instrument', { 'instrument.json': undefined }, 'own/instrument.json: is missing'],
		['an instrument that is no object', { 'instrument.json': '[]' }, /^own\/instrument\.json: must be/],
		[
			'a faulty instrument',
			{ 'instrument.json': { ...raw, rho: 0.2 } },
			/^own\/instrument\.json: rho: must be 0: this/,
		],
	])('%s', (_what, files, line) => {
		const { code, lines } = checked(files);
		expect(code).toBe(1);
		expect(lines).toContainEqual(typeof line === 'string' ? line : expect.stringMatching(line));
	});

	test('where the advice cannot be read, its words are compared with English, once', () => {
		const { lines } = checked({
			'advice.json': undefined,
			'de/items.json': shipped,
			'de/advice.json': { ...bookWords, questions: { ...bookWords.questions, 'above-any': undefined } },
		});
		expect(lines).toEqual([
			'own/advice.json: is missing',
			'own/de/advice.json: questions["above-any"]: is in English but missing here: translate it',
			'own: 46 items, 2 languages, 5 files, 2 faults',
		]);
	});

	test('a folder that is not there, or has no English', () => {
		const lines: string[] = [];
		expect(main(['/nowhere/at/all'], (line) => lines.push(line))).toBe(1);
		expect(lines).toContain('/nowhere/at/all: there is no such folder');
		const { lines: without } = checked({
			en: undefined,
			'de/items.json': shipped,
			'de/advice.json': bookWords,
			'de/ui.json': ui,
		});
		expect(without).toEqual([
			'own/en: is missing: the other languages are compared with it',
			'own: 46 items, 1 language, 5 files, 1 fault',
		]);
	});
});
