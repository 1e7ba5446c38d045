/** What measurement 8 asks of the first 200 sittings, in tables. */
import type { AnonymousAnswers } from '../../src/domain/anonymous';
import { categories, domainOf, type Instrument, type Item } from '../../src/domain/instrument';
import { roles, stages } from '../../src/domain/result';
import { table } from '../simulation/table';
import { alpha, complete, describe, itemRest, omega, type Column } from './statistics';

/** Sittings below which no statistic is printed (8). */
export const enough = 200;

const scaleNames = ['A', 'P', 'A against P', 'posture'] as const;
type ScaleName = (typeof scaleNames)[number];

/** Section 8 sets a limit for the two domains only. */
const least: Readonly<Partial<Record<ScaleName, number>>> = { A: 0.8, P: 0.8 };

const scaleOf = (item: Item): ScaleName => {
	if (item.format === 'rating') return domainOf(item.facet);
	return item.format === 'pair' ? 'A against P' : 'posture';
};

/** Answers to one item, turned so that more is more of its scale. */
const keyed = (item: Item, sittings: readonly AnonymousAnswers[]): Column =>
	sittings.map(({ answers }) => {
		const value = answers[item.id];
		if (value === undefined) return null;
		return item.format === 'rating' && item.key === -1 ? categories(item) - 1 - value : value;
	});

const fixed = (value: number): string => value.toFixed(2);
const percent = (value: number): string => `${Math.round(100 * value)} %`;

const counts = (sittings: readonly AnonymousAnswers[]): string => {
	const of = <T>(list: readonly T[], get: (one: AnonymousAnswers) => T): string =>
		list.map((value) => `${value ?? 'not said'} ${sittings.filter((one) => get(one) === value).length}`).join(', ');
	return [
		`form: ${of(['full', 'quick'] as const, ({ form }) => form)}`,
		`role: ${of([...roles, null], ({ role }) => role)}`,
		`stage: ${of([...stages, null], ({ stage }) => stage)}`,
	].join('\n');
};

/** One line an item. `rewrite`: more than 60 % in one category; `weak`: item-rest r below .30. */
const itemTable = (instrument: Instrument, sittings: readonly AnonymousAnswers[]): string => {
	const columns = new Map(instrument.items.map((item) => [item, keyed(item, sittings)]));
	const rows = instrument.items.map((item) => {
		const stored = sittings.map(({ answers }) => answers[item.id] ?? null);
		const { n, mean, floor, ceiling, fullest } = describe(stored, categories(item));
		if (n < enough) return [item.id, String(n), '', '', '', '', `too few answers (below ${enough})`];
		const others = instrument.items.filter((other) => other !== item && scaleOf(other) === scaleOf(item));
		const rest = itemRest(
			columns.get(item)!,
			others.map((other) => columns.get(other)!),
		);
		const known = rest.n >= enough;
		const flags = [...(fullest > 0.6 ? ['rewrite'] : []), ...(known && !(rest.r >= 0.3) ? ['weak'] : [])];
		return [
			item.id,
			String(n),
			fixed(mean),
			percent(floor),
			percent(ceiling),
			known ? fixed(rest.r) : '',
			flags.join(', '),
		];
	});
	return table(['item', 'answers', 'mean', 'floor', 'ceiling', 'item-rest r', ''], rows);
};

const scaleTable = (instrument: Instrument, sittings: readonly AnonymousAnswers[]): string => {
	const rows = scaleNames.map((name) => {
		const items = instrument.items.filter((item) => scaleOf(item) === name);
		const answers = complete(items.map((item) => keyed(item, sittings)));
		const n = answers[0]?.length ?? 0;
		const head = [name, String(items.length), String(n)];
		if (n < enough) return [...head, '', '', `too few complete sittings (below ${enough})`];
		const reached = omega(answers);
		const limit = least[name];
		const verdict = limit === undefined ? '' : reached >= limit ? 'holds' : `below ${fixed(limit)}`;
		return [...head, fixed(alpha(answers)), fixed(reached), verdict];
	});
	return table(['scale', 'items', 'complete', 'alpha', 'omega', ''], rows);
};

/** The report on sound exports. Below 200 it holds counts and says that they are too few for more. */
export const report = (instrument: Instrument, sittings: readonly AnonymousAnswers[]): string => {
	const n = sittings.length;
	const head = `${instrument.id} ${instrument.version}: N = ${n}\n${counts(sittings)}`;
	if (n < enough)
		return `${head}\n\nToo few sittings: item statistics need at least ${enough}, and ${enough - n} are missing. Nothing else is printed, because it would mislead.`;
	return [
		head,
		itemTable(instrument, sittings),
		'Means, floor and ceiling are of the answers as stored. rewrite: more than 60 % in one category. weak: item-rest r below .30.',
		scaleTable(instrument, sittings),
		'Omega: one factor by iterated principal axes of the keyed items’ correlations; asked for A and P: .80.\n' +
			'Desirability ratings by ten judges, which section 8 asks for too, are not part of these files.',
	].join('\n\n');
};
