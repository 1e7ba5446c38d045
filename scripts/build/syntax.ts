/** Messages parsed by the real ICU parser when the app is built, in the short form that src/i18n/message.ts writes from. */
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import type { Element } from '../../src/i18n/message';

const short = (elements: readonly MessageFormatElement[]): Element[] =>
	elements.map((element): Element => {
		if (element.type === TYPE.literal) return element.value;
		if (element.type === TYPE.pound) return 0;
		if (element.type === TYPE.argument) return [element.value];
		if (element.type !== TYPE.select && element.type !== TYPE.plural)
			throw new Error('numbers, days and times come written: their gap is a name alone');
		const options = Object.fromEntries(
			Object.entries(element.options).map(([key, { value }]) => [key, short(value)] as const),
		);
		if (element.type === TYPE.select) return [element.value, options];
		return [element.value, options, element.offset, element.pluralType ?? 'cardinal'];
	});

/** Throws where ICU cannot read it, or the client could not write it. */
export const syntaxOf = (message: string): readonly Element[] => short(parse(message, { ignoreTag: true }));
