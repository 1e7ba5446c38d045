import { describe, expect, test } from 'vitest';
import { categories, type Answers, type Form, type Item } from '../../src/domain/instrument';
import { presentation } from '../../src/domain/order';
import { assess, type Quality, type Reason } from '../../src/domain/quality';
import { score, type Scores } from '../../src/domain/scoring';
import { instrument } from '../fake';

const shown = (form: Form, seed = 5): string[] =>
	presentation(instrument, seed, instrument.forms[form]).map(({ id }) => id);
const byId = new Map(instrument.items.map((item) => [item.id, item]));
const fill = (ids: readonly string[], answer: (item: Item) => number | undefined): Answers =>
	Object.fromEntries(ids.map((id) => [id, answer(byId.get(id)!)]).filter(([, x]) => x !== undefined));
/** Park and Miller's generator. */
const numbers = (seed: number) => (below: number) => (seed = (seed * 48271) % 2147483647) % below;

/** Believable answers of a mild architect, none of which is long the same. */
const mild = (item: Item): number => {
	if (item.format !== 'rating') return 2;
	return 2 + item.key * (item.facet.startsWith('A') ? 1 : -1);
};
const judge = (form: Form, answers: Answers, change: Partial<Scores> = {}, pace: number | null = 4): Quality =>
	assess(instrument, answers, { ...score(instrument, answers), ...change }, shown(form), pace);
const reason = (quality: Quality, id: Reason['id']): string =>
	quality.reasons.find((one) => one.id === id)?.level ?? 'green';
const whole = { full: fill(shown('full'), mild), quick: fill(shown('quick'), mild) };

describe('a believable sitting', () => {
	test.each(['full', 'quick'] as const)('in %s is green without a reason', (form) => {
		const { level, reasons, tension, contradictions } = judge(form, whole[form]);
		expect({ level, reasons, tension, contradictions }).toEqual({
			level: 'green',
			reasons: [],
			tension: false,
			contradictions: [],
		});
	});
});

describe('limits', () => {
	type Row = [string, Form, Reason['id'], Partial<Scores>, number | null, string];
	const rows: Row[] = [
		['misfit 1.39 of full', 'full', 'misfit', { misfit: 1.39 }, 4, 'green'],
		['misfit 1.4 of full', 'full', 'misfit', { misfit: 1.4 }, 4, 'amber'],
		['misfit 1.6 of full', 'full', 'misfit', { misfit: 1.6 }, 4, 'red'],
		['misfit 1.49 of quick', 'quick', 'misfit', { misfit: 1.49 }, 4, 'green'],
		['misfit 1.5 of quick', 'quick', 'misfit', { misfit: 1.5 }, 4, 'amber'],
		['misfit 1.8 of quick', 'quick', 'misfit', { misfit: 1.8 }, 4, 'red'],
		['no misfit to judge', 'quick', 'misfit', { misfit: null }, 4, 'green'],
		['saying yes, 1.79', 'full', 'acquiescence', { q: 1.79 }, 4, 'green'],
		['saying yes, 1.8', 'full', 'acquiescence', { q: 1.8 }, 4, 'amber'],
		['saying no, -1.8', 'full', 'acquiescence', { q: -1.8 }, 4, 'amber'],
		['saying no, -2.5', 'full', 'acquiescence', { q: -2.5 }, 4, 'red'],
		['saying yes with 8 ratings', 'quick', 'acquiescence', { q: 3 }, 4, 'green'],
		['2 seconds a rating', 'full', 'speed', {}, 2, 'green'],
		['1.9 seconds a rating', 'full', 'speed', {}, 1.9, 'amber'],
		['1 second a rating', 'full', 'speed', {}, 1, 'amber'],
		['.9 seconds a rating', 'full', 'speed', {}, 0.9, 'red'],
		['nothing timed', 'full', 'speed', {}, null, 'green'],
	];
	test.each(rows)('%s', (_, form, id, change, pace, wanted) => {
		const quality = judge(form, whole[form], change, pace);
		expect(reason(quality, id)).toBe(wanted);
		expect(quality.level).toBe(wanted);
	});

	test('the worst reason gives the level, and reasons keep their order', () => {
		const quality = judge('full', whole.full, { q: 3, misfit: 1.45 }, 1.5);
		expect(quality.level).toBe('red');
		expect(quality.reasons).toEqual([
			{ id: 'misfit', level: 'amber' },
			{ id: 'acquiescence', level: 'red' },
			{ id: 'speed', level: 'amber' },
		]);
	});
});

describe('long strings', () => {
	/** A run at the start; afterwards no two neighbours are alike. `skipped` counts places among the ratings as shown. */
	const run = (form: Form, length: number, skipped: readonly number[] = []): string => {
		const ratings = shown(form).filter((id) => byId.get(id)!.format === 'rating');
		const given = ratings.flatMap((id, i) => (skipped.includes(i) ? [] : [[id, i < length ? 3 : i % 2]]));
		const pairs = shown(form).filter((id) => id.startsWith('X'));
		return reason(judge(form, { ...fill(pairs, mild), ...Object.fromEntries(given) }), 'long-string');
	};
	test.each<[string, Form, number, string]>([
		['7 of full', 'full', 7, 'green'],
		['8 of full', 'full', 8, 'amber'],
		['11 of full', 'full', 11, 'amber'],
		['12 of full', 'full', 12, 'red'],
		['5 of quick', 'quick', 5, 'green'],
		['6 of quick', 'quick', 6, 'amber'],
		['8 of quick', 'quick', 8, 'red'],
	])('%s', (_, form, length, wanted) => expect(run(form, length)).toBe(wanted));

	test('a skipped rating does not end a run, nor does it count', () => {
		expect(run('full', 9, [4])).toBe('amber');
		expect(run('full', 9, [4, 5])).toBe('green');
	});

	test('pairs are no part of a run', () => {
		const answers = {
			...whole.full,
			...fill(
				instrument.items.map(({ id }) => id),
				(item) => (item.format === 'pair' ? 3 : undefined),
			),
		};
		expect(reason(judge('full', answers), 'long-string')).toBe('green');
	});
});

describe('contradictions', () => {
	const cells = ['A1d', 'A2d', 'P3p', 'P4p'];
	const contradict = (count: number, plus: number, minus: number): Quality => {
		const answers: Record<string, number> = { ...whole.full };
		for (const cell of cells.slice(0, count)) Object.assign(answers, { [`${cell}+`]: plus, [`${cell}-`]: minus });
		return judge('full', answers);
	};
	test('three categories apart is one, two is none', () => {
		expect(contradict(1, 3, 4).contradictions).toEqual([['A1d+', 'A1d-']]);
		expect(contradict(1, 4, 3).contradictions).toEqual([['A1d+', 'A1d-']]);
		expect(contradict(1, 0, 1).contradictions).toEqual([['A1d+', 'A1d-']]);
		expect(contradict(1, 3, 3).contradictions).toEqual([]);
	});
	test('they stand in the order of the instrument, plus first', () =>
		expect(contradict(4, 4, 4).contradictions).toEqual(cells.map((cell) => [`${cell}+`, `${cell}-`])));
	test('three are no reason, four are amber, none is ever red', () => {
		expect(reason(contradict(3, 4, 4), 'contradictions')).toBe('green');
		expect(reason(contradict(4, 4, 4), 'contradictions')).toBe('amber');
		const all = fill(shown('full'), (item) => (item.format === 'rating' ? 4 : 2));
		expect(judge('full', all).contradictions).toHaveLength(16);
		expect(reason(judge('full', all), 'contradictions')).toBe('amber');
	});
	test('a cell with one answer cannot contradict itself', () => {
		expect(
			judge(
				'quick',
				fill(shown('quick'), () => 3),
			).contradictions,
		).toEqual([]);
		const { 'A1d-': _, ...rest } = fill(shown('full'), (item) => (item.id.startsWith('A1d') ? 4 : mild(item)));
		expect(judge('full', rest).contradictions).toEqual([]);
		const { 'A1d+': __, ...others } = fill(shown('full'), (item) => (item.id.startsWith('A1d') ? 4 : mild(item)));
		expect(judge('full', others).contradictions).toEqual([]);
	});
	test('an instrument without the minus item has nothing to compare', () => {
		const items = instrument.items.filter(({ id }) => id !== 'A1d-');
		const answers = { ...whole.full, 'A1d+': 4 };
		expect(
			assess({ ...instrument, items }, answers, score(instrument, answers), shown('full'), 4).contradictions,
		).toEqual([]);
	});
	test('where there are none, the five answers that fit least are given, worst first', () => {
		const odd: Answers = { ...whole.full, 'P2d+': 3 };
		const { review } = judge('full', odd);
		expect(review).toHaveLength(5);
		const { shares } = score(instrument, odd);
		expect(shares[review[0]!]).toBe(Math.max(...Object.values(shares)));
		expect(contradict(1, 4, 4).review).toEqual([]);
	});
});

describe('missing answers', () => {
	const keep = (form: Form, count: number, pick: (ids: string[]) => string[] = (ids) => ids): Quality => {
		const scored = shown(form).filter((id) => !id.startsWith('O'));
		return judge(form, fill(pick(scored).slice(0, count), mild));
	};
	// Ratings first, so that each domain keeps enough of them.
	const ratingsFirst = (ids: string[]): string[] => [
		...ids.filter((id) => !id.startsWith('X')),
		...ids.filter((id) => id.startsWith('X')),
	];
	test.each<[string, Form, number, string]>([
		['24 of 40', 'full', 24, 'green'],
		['23 of 40', 'full', 23, 'amber'],
		['16 of 40', 'full', 16, 'amber'],
		['15 of 40', 'full', 15, 'red'],
		['10 of 16', 'quick', 10, 'green'],
		['6 of 16', 'quick', 6, 'red'],
		['none', 'quick', 0, 'red'],
	])('%s', (_, form, count, wanted) => expect(reason(keep(form, count, ratingsFirst), 'missing')).toBe(wanted));

	test('fewer than four ratings of one domain are amber, however many pairs', () => {
		const { 'A1d+': _, ...rest } = whole.quick;
		expect(reason(judge('quick', rest), 'missing')).toBe('amber');
		const { 'P1d+': __, ...others } = whole.quick;
		expect(reason(judge('quick', others), 'missing')).toBe('amber');
	});
	test('posture pairs neither help nor harm', () => {
		expect(
			reason(
				judge(
					'full',
					fill(
						shown('full').filter((id) => !id.startsWith('O')),
						mild,
					),
				),
				'missing',
			),
		).toBe('green');
		expect(
			reason(
				judge(
					'full',
					fill(
						shown('full').filter((id) => id.startsWith('O')),
						mild,
					),
				),
				'missing',
			),
		).toBe('red');
	});
	test('only what was shown can be missing', () => {
		expect(reason(assess(instrument, whole.quick, score(instrument, whole.quick), shown('quick'), 4), 'missing')).toBe(
			'green',
		);
		expect(reason(assess(instrument, whole.quick, score(instrument, whole.quick), shown('full'), 4), 'missing')).toBe(
			'amber',
		);
	});
	test('nothing shown, or ids that are unknown, is nothing answered', () =>
		expect(reason(assess(instrument, whole.full, score(instrument, whole.full), ['B1'], 4), 'missing')).toBe('red'));
	test('a value that is no category is no answer', () => {
		const bad = Object.fromEntries(Object.keys(whole.full).map((id) => [id, 9]));
		expect(reason(judge('full', bad), 'missing')).toBe('red');
	});
});

describe('drive against practice', () => {
	const opposed = fill(shown('full'), (item) => {
		if (item.format === 'posture') return 1;
		const sign = item.mode === 'drive' ? 1 : -1;
		if (item.format === 'pair') return sign > 0 ? 3 : 0;
		return 2 + 2 * sign * item.key * (item.facet.startsWith('A') ? 1 : -1);
	});
	test('honest tension is told, and is no misfit', () => {
		const scores = score(instrument, opposed);
		expect(scores.misfit).toBeGreaterThan(1.6);
		const quality = judge('full', opposed);
		expect(quality.tension).toBe(true);
		expect(reason(quality, 'misfit')).toBe('green');
	});
	test('with four contradictions it excuses nothing', () => {
		const answers: Record<string, number> = { ...opposed };
		for (const cell of ['A1d', 'A2d', 'P3p', 'P4p']) Object.assign(answers, { [`${cell}+`]: 4, [`${cell}-`]: 4 });
		const quality = judge('full', answers, { misfit: 2, gap: score(instrument, opposed).gap });
		expect(quality.tension).toBe(false);
		expect(reason(quality, 'misfit')).toBe('red');
	});
	test('a gap of three standard errors is not beyond them', () => {
		const gap = { raw: 18, se: 6, se0: 5, se0rel: 5 };
		expect(judge('full', whole.full, { misfit: 2, gap }).tension).toBe(false);
		expect(judge('full', whole.full, { misfit: 2, gap: { ...gap, raw: -18.1 } }).tension).toBe(true);
	});
	test('without misfit there is no tension to tell', () =>
		expect(judge('full', whole.full, { gap: { raw: 40, se: 6, se0: 5, se0rel: 5 } }).tension).toBe(false));
});

describe('careless sittings', () => {
	const seeds = Array.from({ length: 200 }, (_, i) => i + 1);
	test.each([0, 1, 2, 3, 4])('one button throughout (%d) is red in both forms', (x) => {
		for (const form of ['full', 'quick'] as const)
			expect(
				judge(
					form,
					fill(shown(form), (item) => Math.min(x, categories(item) - 1)),
				).level,
			).toBe('red');
	});
	test.each([
		['full', 0.85],
		['quick', 0.3],
	] as const)('random answers in %s: red at least as often as documented', (form, least) => {
		const red = seeds.filter((seed) => {
			const random = numbers(seed * 7919);
			return (
				judge(
					form,
					fill(shown(form, seed), (item) => random(categories(item))),
				).level === 'red'
			);
		});
		expect(red.length / seeds.length).toBeGreaterThan(least);
	});
	test('answers that the model itself would give are rarely red', () => {
		const red = seeds.filter((seed) => {
			const random = numbers(seed * 104729);
			const normal = () => Array.from({ length: 12 }, () => random(1e6) / 1e6).reduce((sum, x) => sum + x, -6);
			const latent = new Map<string, number>();
			const of = (name: string): number => latent.get(name) ?? (latent.set(name, normal()), latent.get(name)!);
			const side = (facet: string, mode: string) =>
				0.6 * of(facet[0]!) + 0.25 * of(facet) + 0.25 * of(facet[0]! + mode);
			const answers = fill(shown('full'), (item) => {
				if (item.format === 'posture') return 1;
				const value =
					item.format === 'rating'
						? item.key * side(item.facet, item.mode) + 0.25 * of('Q') + 0.71 * normal()
						: (side(item.a.facet, item.mode) - side(item.p.facet, item.mode) + normal()) / Math.SQRT2;
				return item.tau.filter((threshold) => threshold < value).length;
			});
			return judge('full', answers).level === 'red';
		});
		expect(red.length / seeds.length).toBeLessThan(0.04);
	});
});
