/** The app's words: svelte-i18n, set up once, with keys that the compiler checks. */
import { addMessages, format, init, locale } from 'svelte-i18n';
import type { Readable } from 'svelte/store';
import type advice from '../../questions/en/advice.json';
import type balance from '../../questions/en/balance.json';
import type method from '../../questions/en/method.json';
import type report from '../../questions/en/report.json';
import type stage from '../../questions/en/stage.json';
import type team from '../../questions/en/team.json';
import type ui from '../../questions/en/ui.json';
import { learn } from './message';

type Leaves<T> = T extends string ? '' : { [K in keyof T & string]: `.${K}${Leaves<T[K]>}` }[keyof T & string];
export type Key =
	| `ui${Leaves<typeof ui>}`
	| `report${Leaves<typeof report>}`
	| `stage${Leaves<typeof stage>}`
	| `balance${Leaves<typeof balance>}`
	| `team${Leaves<typeof team>}`
	| `method${Leaves<typeof method>}`;
/** Ids of items, experiments and questions come from data: the build checks that each has its words. */
type DataKey = `items.${string}` | `advice.${keyof typeof advice & string}.${string}`;
type Values = Record<string, string | number>;

/** One part of a language, as the build makes it. */
export interface Part {
	readonly messages: Record<string, unknown>;
	readonly syntax: Record<string, unknown>;
	/** Whether this language writes whole numbers below 1,000 as programs do; said by the first part. */
	readonly plain?: boolean;
}

let plain = false;
/*
 * A page speaks one language for as long as it stands, so nothing follows these stores: words that did would cost each
 * question some thirty effects.
 */
let formatter!: typeof format extends Readable<infer Formatter> ? Formatter : never;
let language: string | null | undefined;
format.subscribe((current) => (formatter = current));
locale.subscribe((current) => (language = current));

/** Letters of scripts that are written from the right. */
const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;
/** What is put into a sentence of the other direction keeps to itself: else a name would pull the digits behind it along. */
const apart = (value: string | number): string | number => {
	if (typeof value === 'number') return value;
	const turned = fromRight.test(value);
	const other = t('ui.language.direction') === 'rtl' ? !turned && /\p{L}/u.test(value) : turned;
	return other ? `\u2068${value}\u2069` : value;
};

/** The words for `key`. Numbers in `values` come formatted (see `number`), but for those that choose a plural. */
export const t = (key: Key, values?: Values): string =>
	formatter(
		key,
		values ? { values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, apart(value)])) } : {},
	);

/** Words of what has its ids in data: items and answers, experiments and questions. */
export const itemText = (key: DataKey): string => formatter(key);

export const add = (id: string, part: Part): void => {
	learn(part.syntax);
	plain = part.plain ?? plain;
	addMessages(id, part.messages as Parameters<typeof addMessages>[1]);
};

/** Every language is held complete by a test, so no other one stands behind it. */
export const speak = (id: string): void => {
	void init({ fallbackLocale: id, initialLocale: id });
};

export const currentLanguage = (): string => language ?? 'en';

/** How numbers and days are written: the language, or the region of it that its words are in. */
const region = (): string => (language ? t('ui.language.locale') : 'en');

/**
 * A number as this language writes it; never a sign before zero. The first one that Intl writes costs a slow phone 50 ms,
 * so those of the questions do without where they can.
 */
export const number = (value: number, digits = 0): string => {
	const written = String(value);
	if (plain && !digits && /^\d{1,3}$/.test(written)) return written;
	return new Intl.NumberFormat(region(), {
		minimumFractionDigits: digits,
		maximumFractionDigits: digits,
		signDisplay: 'negative',
	}).format(value);
};

/** A day as this language writes it, in the reader's own time zone. */
export const date = (iso: string): string =>
	new Intl.DateTimeFormat(region(), { dateStyle: 'long' }).format(new Date(iso));

/** Per cent, as this language writes it; the sign never parts from its number. */
export const percent = (value: number, digits = 0): string =>
	new Intl.NumberFormat(region(), { style: 'percent', maximumFractionDigits: digits }).format(value / 100);

/** The calendar day of a moment where the reader is, as `2026-11-22`. */
export const dayOf = (iso: string): string => {
	const at = new Date(iso);
	const two = (value: number): string => String(value).padStart(2, '0');
	return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
};

/** A day `2026-11-22` as this language writes it; the same day everywhere. */
export const dayInWords = (day: string): string =>
	new Intl.DateTimeFormat(region(), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
