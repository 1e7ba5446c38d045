import { categories, type Instrument, type Item } from '../../src/domain/instrument';
import { isRecord, type Tell } from './fault';

/** Parts of `items.json`, and the fields that each of their entries must have. */
const groups = {
	ratings: { format: 'rating', fields: ['text', 'note'] },
	pairs: { format: 'pair', fields: ['scene', 'a', 'p', 'note'] },
	postures: { format: 'posture', fields: ['scene', 'offence', 'defence', 'note'] },
} as const;
type Group = keyof typeof groups;
type Field = (typeof groups)[Group]['fields'][number];
const groupNames = Object.keys(groups) as Group[];

/** One piece of wording that could be read, with its place in the file. */
export interface Line {
	readonly address: string;
	readonly item: Item;
	readonly field: Field;
	readonly text: string;
}

/**
 * Reads the words of an instrument and tells everything that is wrong in any language: what is missing, what is too much,
 * and characters that would break on the page. What can be read comes back, in the order of the instrument.
 */
export function readLines(instrument: Instrument, items: unknown, tell: Tell): Line[] {
	if (!isRecord(items)) {
		tell('', 'must be an object with anchors, ratings, pairs and postures');
		return [];
	}
	for (const key of Object.keys(items))
		if (key !== 'anchors' && !groupNames.includes(key as Group))
			tell(key, 'is not a part of this file: remove it (known are anchors, ratings, pairs, postures)');
	readAnchors(instrument, items['anchors'], tell);
	const lines = groupNames.flatMap((group) => readGroup(instrument, group, items[group], tell));
	tellRepeats(lines, tell);
	return lines;
}

/** As many different labels as an answer has categories, for each format that the instrument uses. */
function readAnchors(instrument: Instrument, anchors: unknown, tell: Tell): void {
	if (!isRecord(anchors)) {
		tell('anchors', 'is missing: give the labels of the answers, as lists “rating” and “pair”');
		return;
	}
	for (const key of Object.keys(anchors))
		if (key !== 'rating' && key !== 'pair') tell(`anchors.${key}`, 'is unknown: remove it (known are rating and pair)');
	for (const format of ['rating', 'pair'] as const) {
		const address = `anchors.${format}`;
		const item = instrument.items.find((one) => one.format === format);
		const expected = item === undefined ? { rating: 5, pair: 4 }[format] : categories(item);
		const labels = anchors[format];
		if (!Array.isArray(labels) || labels.length !== expected) {
			tell(address, `must be a list of ${expected} labels, one for each answer`);
			continue;
		}
		labels.forEach((label: unknown, at) => {
			const place = `${address}[${at}]`;
			if (readText(label, place, tell) !== null && labels.indexOf(label) !== at)
				tell(place, `“${label}” is there twice: give each answer its own label`);
		});
	}
}

function readGroup(instrument: Instrument, group: Group, entries: unknown, tell: Tell): Line[] {
	const { format, fields } = groups[group];
	const expected = instrument.items.filter((item) => item.format === format);
	if (!isRecord(entries)) {
		tell(group, `is missing: give an object with the words of ${expected.length} items`);
		return [];
	}
	const ids = new Set(expected.map((item) => item.id));
	for (const id of Object.keys(entries))
		if (!ids.has(id))
			tell(placeOf(group, id), `instrument.json has no ${format} “${id}”: remove these words or correct the id`);
	return expected.flatMap((item) => {
		const place = placeOf(group, item.id);
		const entry = Object.hasOwn(entries, item.id) ? entries[item.id] : undefined;
		if (!isRecord(entry)) {
			tell(place, `the item has no words: add an object with ${fields.join(', ')}`);
			return [];
		}
		for (const key of Object.keys(entry))
			if (!fields.some((field) => field === key))
				tell(`${place}.${key}`, `is an unknown field: remove it (known are ${fields.join(', ')})`);
		return fields.flatMap((field) => {
			const address = `${place}.${field}`;
			const text = readText(Object.hasOwn(entry, field) ? entry[field] : undefined, address, tell);
			return text === null ? [] : [{ address, item, field, text }];
		});
	});
}

const placeOf = (group: Group, id: string): string => `${group}[${JSON.stringify(id)}]`;

/** The text if there is any; what is wrong with its characters is told. */
function readText(value: unknown, address: string, tell: Tell): string | null {
	if (value === undefined) tell(address, 'is missing: write it');
	else if (typeof value !== 'string') tell(address, 'must be text in quotes');
	else if (value.trim() === '') tell(address, 'is empty: write it');
	else {
		if (value !== value.trim()) tell(address, 'begins or ends with a space: remove it');
		if (/\s{2}|[\t\n\r]/.test(value.trim()))
			tell(address, 'has two spaces, a tab or a line break inside: use one space');
		if (value.includes("'")) tell(address, 'has a straight apostrophe, which hides words from the reader: write ’');
		if (/[{}]/.test(value)) tell(address, 'has a brace, which is read as a gap to fill in: remove it');
		return value;
	}
	return null;
}

/** Two statements that say the same, whatever their capitals and punctuation. Scenes and notes may repeat. */
function tellRepeats(lines: readonly Line[], tell: Tell): void {
	const seen = new Map<string, string>();
	for (const { address, field, text } of lines) {
		if (field === 'scene' || field === 'note') continue;
		const plain = text
			.toLowerCase()
			.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
			.trim();
		const earlier = seen.get(plain);
		if (earlier === undefined) seen.set(plain, address);
		else tell(address, `repeats the words of ${earlier}: write a statement of its own`);
	}
}
