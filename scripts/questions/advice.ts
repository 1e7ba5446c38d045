/** Checks the words of the experiments and questions in one language. */
import { kindNames, kinds, placeOf, type Ids, type Kind } from './book';
import { isRecord, type Tell } from './fault';
import { gapsOf } from './message';

/** Tells where the words of one language do not go with the ids: what is missing, too much, or would break on the page. */
export function checkAdviceWords(ids: Ids, words: unknown, tell: Tell): void {
	if (!isRecord(words)) return tell('', 'must be an object with experiments and questions');
	for (const key of Object.keys(words))
		if (!kindNames.includes(key as Kind))
			tell(key, `is not a part of this file: remove it (known are ${kindNames.join(', ')})`);
	for (const kind of kindNames) {
		const { one, fields } = kinds[kind];
		const entries = Object.hasOwn(words, kind) ? words[kind] : undefined;
		if (!isRecord(entries)) {
			tell(kind, `is missing: give an object with the words of ${ids[kind].length} ${kind}`);
			continue;
		}
		for (const id of Object.keys(entries))
			if (!ids[kind].includes(id))
				tell(placeOf(kind, id), `advice.json has no ${one} “${id}”: remove these words or correct the id`);
		for (const id of ids[kind]) {
			const entry = Object.hasOwn(entries, id) ? entries[id] : undefined;
			const place = placeOf(kind, id);
			if (entry === undefined || (fields && !isRecord(entry)))
				tell(place, `the ${one} has no words: add ${fields ? `an object with ${fields.join(', ')}` : 'its text'}`);
			else if (isRecord(entry) && fields) {
				for (const key of Object.keys(entry))
					if (!fields.some((field) => field === key))
						tell(`${place}.${key}`, `is an unknown field: remove it (known are ${fields.join(', ')})`);
				for (const field of fields)
					checkText(Object.hasOwn(entry, field) ? entry[field] : undefined, `${place}.${field}`, tell);
			} else checkText(entry, place, tell);
		}
	}
}

/** These texts are shown as they are: nothing fills a gap. */
function checkText(value: unknown, address: string, tell: Tell): void {
	if (value === undefined) tell(address, 'is missing: write it');
	else if (typeof value !== 'string') tell(address, 'must be text in quotes');
	else if (value.trim() === '') tell(address, 'is empty: write it');
	else {
		const { names, fault } = gapsOf(value);
		if (fault !== null || names.size > 0) tell(address, 'has a brace, which is read as a gap to fill in: remove it');
		if (value.includes("'")) tell(address, 'has a straight apostrophe, which hides words from the reader: write ’');
	}
}
