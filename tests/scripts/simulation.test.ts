import { afterEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../scripts/simulate';
import { mean, correlation, share } from '../../scripts/simulation/metrics';
import { stream } from '../../scripts/simulation/random';
import { table } from '../../scripts/simulation/table';
import { attend, kindIn, neglect, shownIn, skip } from '../../scripts/simulation/respond';
import { beginnings, drawSample, judge, scoredBlocks } from '../../scripts/simulation/sample';
import { defaults, simulate, type SimulationResult } from '../../scripts/simulation/simulate';
import { thresholds, verdicts } from '../../scripts/simulation/thresholds';
import { baseWorld, drawBank, drawPerson, truthOf, type World } from '../../scripts/simulation/world';
import { worlds } from '../../scripts/simulation/worlds';
import type { Instrument, Item } from '../../src/domain/instrument';
import { score } from '../../src/domain/scoring';
import { instrument } from '../fake';

afterEach(() => void vi.restoreAllMocks());

const sd = (values: readonly number[]): number => {
	const middle = mean(values);
	return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)));
};
const failing = (result: SimulationResult): string[] =>
	verdicts(result)
		.filter(({ passed }) => !passed)
		.map(({ name }) => name);

/** The run that `npm run simulate` makes without arguments. */
const short = simulate(defaults);

describe('the short run', () => {
	test('is the one of measurement 7', () => expect(defaults.n).toBe(2000));
	test.each(verdicts(short).map((verdict) => [verdict.name, verdict] as const))('%s holds', (_, { value, passed }) =>
		expect(passed, String(value)).toBe(true),
	);
	test('most respondents answer with care, as 5.1 has it', () =>
		expect(Math.abs(short.attentive / short.n - 0.85)).toBeLessThan(0.03));
	test('S does better without those flagged red', () =>
		expect(short.full.everyone.rWithoutRed).toBeGreaterThan(short.full.everyone.r + 0.02));
	test('what the page says of the region adds up', () =>
		expect(Object.values(short.full.calls).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12));
	test('the lengths of adaptive sittings add up', () => {
		expect(short.adaptive.stops).toHaveLength(4);
		const [two, three, four, five] = short.adaptive.stops as [number, number, number, number];
		expect(two + three + four + five).toBeCloseTo(1, 12);
		expect(16 * two + 24 * three + 32 * four + 40 * five).toBeCloseTo(short.adaptive.answers, 9);
	});
});

describe('answer quality, at the rates of 4.9', () => {
	const { full, quick, tension } = short.quality;
	test('straight-line sittings are red, every one', () =>
		expect([full.straight.red, quick.straight.red]).toEqual([1, 1]));
	test('random sittings of the full form are red, nine in ten', () => {
		expect(full.random.red).toBeGreaterThan(0.927 - 0.04);
		expect(full.random.amber + full.random.red).toBeGreaterThan(0.95);
	});
	test('of the short form, two in five', () => expect(Math.abs(quick.random.red - 0.42)).toBeLessThan(0.07));
	test('attentive ones are not', () => {
		expect(full.attentive.red).toBeLessThan(0.013 + 0.01);
		expect(quick.attentive.red).toBeLessThan(0.009 + 0.015);
		expect(full.attentive.amber).toBeLessThan(0.1);
	});
	test('some who answered a quarter at random are: they lie between', () => {
		expect(full.partly.red).toBeGreaterThan(full.attentive.red);
		expect(full.partly.red).toBeLessThan(full.random.red);
	});
	test('a true tension of drive against practice is told as one, not called careless', () => {
		const [mild, , strong] = tension as [(typeof tension)[0], (typeof tension)[0], (typeof tension)[0]];
		for (const { red } of tension) expect(red).toBeLessThan(0.03);
		expect(strong.misfit).toBeGreaterThan(0.1);
		expect(strong.told).toBeGreaterThan(mild.told + 0.2);
	});
});

describe('the same seed', () => {
	const once = simulate({ seed: 5, n: 100 });
	test('gives the same numbers', () => expect(simulate({ seed: 5, n: 100 })).toEqual(once));
	test('another seed gives others', () => expect(simulate({ seed: 6, n: 100 }).full).not.toEqual(once.full));
	test('numbers survive JSON', () => expect(JSON.parse(JSON.stringify(once))).toEqual(once));
	test('neither clock nor chance has a part in it', () => {
		const forbidden = () => {
			throw new Error('not here');
		};
		for (const [on, name] of [
			[Math, 'random'],
			[Date, 'now'],
			[performance, 'now'],
		] as const)
			vi.spyOn(on as typeof Math, name as 'random').mockImplementation(forbidden);
		expect(simulate({ seed: 5, n: 100 })).toEqual(once);
	});
	test.each([0, 99, 150.5, NaN])('n = %d is refused', (n) =>
		expect(() => simulate({ seed: 1, n })).toThrow(RangeError),
	);
});

describe('scores are those of the shipped code', () => {
	const blocks = scoredBlocks(instrument);
	const sample = drawSample(instrument, baseWorld, 3, 100);
	test('a judged sitting has the estimates of score', () => {
		const bank = drawBank(instrument, baseWorld, stream(3, 'bank 0'));
		for (const [i, { full, quick }] of sample.filter((_, i) => i % 10 === 0).entries()) {
			const at = 10 * i;
			const manner = stream(3, `manner ${at}`);
			const kind = kindIn(baseWorld, manner);
			const shown = shownIn(instrument, blocks, manner);
			const careful = attend(bank, drawPerson(baseWorld, stream(3, `person ${at}`)), stream(3, `errors ${at}`));
			const answers = neglect(kind, shown, careful, manner);
			const scores = score(instrument, answers);
			expect(full.estimates.S).toEqual({ raw: scores.S.raw, se: scores.S.se });
			expect([full.estimates.A.raw, full.misfit]).toEqual([scores.A.raw, scores.misfit]);
			const order = shown.map(({ item }) => item.id);
			expect(judge(instrument, beginnings(instrument, blocks)(2, { answers, order }))).toEqual(quick);
		}
	});
	test('the full form has 40 scored answers, its beginning the 16 of the short form', () => {
		const order = shownIn(instrument, blocks, stream(1, 'shown')).map(({ item }) => item.id);
		const whole = { order, answers: Object.fromEntries(order.map((id) => [id, 1])) };
		expect([1, 2, 3, 5].map((count) => beginnings(instrument, blocks)(count, whole).order.length)).toEqual([
			8, 16, 24, 40,
		]);
	});
});

describe('the world differs from the scorer', () => {
	const bank = Array.from({ length: 50 }, (_, i) => drawBank(instrument, baseWorld, stream(2, `bank ${i}`))).flat();
	const ratings = bank.filter(({ item }) => item.format === 'rating');
	const pairs = bank.filter(({ item }) => item.format === 'pair');
	const loadings = ratings.map(({ loading }) => loading.A + loading.P);
	const spreads = ratings.map(({ tau }) => Math.log(tau[3]! / 1.25));
	const persons = Array.from({ length: 4000 }, (_, i) => drawPerson(baseWorld, stream(2, `person ${i}`)));

	test('40 scored items a bank, each bank drawn anew', () => {
		expect(bank).toHaveLength(2000);
		expect(bank[0]!.location).not.toBe(bank[40]!.location);
	});
	test('loadings are uneven, .5 to .8, and stronger than the scorer takes them for', () => {
		expect(Math.min(...loadings)).toBeGreaterThanOrEqual(0.5);
		expect(Math.max(...loadings)).toBeLessThan(0.8);
		expect(mean(loadings)).toBeCloseTo(0.65, 1);
		expect(instrument.items.every((item: Item) => item.format === 'pair' || item.lambda === 0.6)).toBe(true);
	});
	test('a rating loads on its own domain alone', () =>
		expect(ratings.every(({ item, loading }) => (item.id.startsWith('A') ? loading.P : loading.A) === 0)).toBe(true));
	test.each<[string, number, number, number]>([
		['item locations', sd(ratings.map(({ location }) => location)), 0.35, 0.03],
		['pair intercepts', sd(pairs.map(({ location }) => location)), 0.3, 0.04],
		['log threshold spread of items', sd(spreads), 0.12, 0.01],
		['log threshold scaling of persons', sd(persons.map(({ scaleUse }) => Math.log(scaleUse))), 0.2, 0.01],
		['facet factors', sd(persons.map(({ facets }) => facets.A3)), 0.25, 0.01],
		['mode factors', sd(persons.map(({ modes }) => modes.P.practice)), 0.25, 0.01],
		['acquiescence', sd(persons.map(({ acquiescence }) => acquiescence)), 0.25, 0.01],
		['true A', sd(persons.map((person) => truthOf(baseWorld, person).A)), 20, 0.7],
		['true S', sd(persons.map((person) => truthOf(baseWorld, person).S)), 20 / Math.SQRT2, 0.5],
		['true position of drive', sd(persons.map((person) => truthOf(baseWorld, person).drive)), 20 / Math.SQRT2, 0.5],
	])('the sd of %s is as in 5.1', (_, found, stated, tolerance) =>
		expect(Math.abs(found - stated)).toBeLessThan(tolerance),
	);
	test.each([0, 0.5, -0.3])('true A and P correlate %d', (rho) => {
		const truths = Array.from({ length: 4000 }, (_, i) => drawPerson({ ...baseWorld, rho }, stream(2, `person ${i}`)));
		const r = correlation(
			truths.map(({ pull }) => pull.A),
			truths.map(({ pull }) => pull.P),
		);
		expect(Math.abs(r - rho)).toBeLessThan(0.04);
	});
	test('a tension moves drive from practice by so many points, and no place', () => {
		const [plain, tense] = [0, 30].map((gap) => truthOf(baseWorld, drawPerson(baseWorld, stream(2, 'tense'), gap)));
		expect(tense!.drive - tense!.practice - (plain!.drive - plain!.practice)).toBeCloseTo(30, 9);
		expect(tense!.S).toBeCloseTo(plain!.S, 9);
	});
	test('flattery raises both ends of the ratings and leaves the pairs alone', () => {
		const flattering: World = { ...baseWorld, presentation: { mean: 3, sd: 0, left: 1 } };
		const answers = [baseWorld, flattering].map((world) =>
			attend(drawBank(instrument, world, stream(2, 'b')), drawPerson(world, stream(2, 'p')), stream(2, 'e')),
		);
		const [plain, flattered] = answers.map((one) => score(instrument, one));
		expect(flattered!.B.raw).toBeGreaterThan(plain!.B.raw + 20);
		for (const { id, format } of instrument.items) if (format === 'pair') expect(answers[1]![id]).toBe(answers[0]![id]);
	});
});

describe('careless sittings', () => {
	const blocks = scoredBlocks(instrument);
	const shown = shownIn(instrument, blocks, stream(1, 'shown'));
	const careful = Object.fromEntries(shown.map(({ item }) => [item.id, 9]));
	const by = (kind: Parameters<typeof neglect>[0], name: string) => neglect(kind, shown, careful, stream(1, name));
	test('with care nothing changes', () => expect(by('attentive', 'a')).toBe(careful));
	test('at random everything does, within the categories', () => {
		const all = Array.from({ length: 200 }, (_, i) => by('random', `r ${i}`));
		for (const { item } of shown) {
			const values = new Set(all.map((answers) => answers[item.id]));
			expect([...values].sort()).toEqual([...Array(item.tau.length + 1).keys()]);
		}
	});
	test('a straight line is one button for ratings and one for pairs, and lands on 50', () => {
		for (let i = 0; i < 20; i += 1) {
			const answers = by('straight', `s ${i}`);
			const ratings = shown.filter(({ item }) => item.format === 'rating').map(({ item }) => answers[item.id]);
			expect(new Set(ratings).size).toBe(1);
			expect(score(instrument, answers).S.raw).toBeCloseTo(50, 9);
		}
	});
	test('partly random touches a quarter', () =>
		expect(Object.values(by('partly', 'p')).filter((value) => value !== 9)).toHaveLength(10));
	test('skipping leaves the stated share', () => {
		const left = Array.from({ length: 200 }, (_, i) => Object.keys(skip(careful, 0.25, stream(i, 'skip'))).length);
		expect(mean(left)).toBeCloseTo(30, 0);
	});
	test('kinds come in the shares of 5.1', () => {
		const random = stream(1, 'kinds');
		const kinds = Array.from({ length: 20_000 }, () => kindIn(baseWorld, random));
		expect(share(kinds, (kind) => kind === 'random')).toBeCloseTo(0.05, 2);
		expect(share(kinds, (kind) => kind === 'straight')).toBeCloseTo(0.02, 2);
		expect(share(kinds, (kind) => kind === 'partly')).toBeCloseTo(0.08, 2);
	});
});

/** The instrument with something wrong in it. */
const changed = (change: (item: Item) => Item, more: Partial<Instrument> = {}): Instrument => ({
	...instrument,
	...more,
	items: instrument.items.map(change),
});
const sure = changed((item) => ({ ...item, sdTau: 0, sdLambda: 0, ...('lambda' in item ? { lambda: 0.9 } : {}) }), {
	gamma: 0,
});

describe('a planted failure is named', () => {
	test.each<[string, Parameters<typeof simulate>[0], string[]]>([
		[
			'acquiescence that nothing balances',
			{ seed: 2, n: 300, world: { acquiescence: 0.5, allPositive: true } },
			['FULL r(A)', 'FULL RMSE of A', 'FULL coverage of A'],
		],
		[
			'weak items',
			{ seed: 2, n: 300, world: { loadings: [0.2, 0.4] } },
			['FULL r(S)', 'QUICK r(S)', 'FULL r(B)', 'FULL accuracy', 'ADAPTIVE r(S)'],
		],
		[
			'flattery of both ends',
			{ seed: 2, n: 300, world: { presentation: { mean: 0.6, sd: 0.4, left: 1 } } },
			['FULL coverage of A', 'FULL accuracy when clear'],
		],
		[
			'an instrument without reversed statements',
			{ seed: 2, n: 300, instrument: changed((item) => (item.format === 'rating' ? { ...item, key: 1 } : item)) },
			['FULL r(A)', 'QUICK r(A)', 'FULL r(B)', 'FULL half-width of A', 'misfit of the attentive'],
		],
		['bands that are too narrow', { seed: 2, n: 300, instrument: sure }, ['FULL coverage of S', 'FULL attentive red']],
		[
			'a scorer without bands for unknown items, wide as the scale',
			{ seed: 2, n: 300, instrument: changed((item) => ({ ...item, sdTau: 1.5 })) },
			['FULL half-width of A', 'FULL half-width of S', 'ADAPTIVE mean answers', 'misfit of random sittings'],
		],
		['nobody who answers', { seed: 2, n: 100, world: { missing: 1 } }, ['FULL r(S)', 'QUICK accuracy when clear']],
		[
			'nobody who reads',
			{ seed: 2, n: 100, world: { careless: { random: 1, straight: 0, partly: 0 } } },
			['FULL r(S)', 'FULL coverage of S'],
		],
	])('%s', (_, options, names) => expect(failing(simulate(options))).toEqual(expect.arrayContaining(names)));
});

describe('thresholds', () => {
	/** Measurement 7, as it stands there. */
	test('are those of the table', () =>
		expect(
			thresholds.filter(({ section }) => section === '7').map(({ name, least, most }) => [name, least, most]),
		).toEqual([
			['FULL r(S)', 0.95, null],
			['QUICK r(S)', 0.925, null],
			['ADAPTIVE r(S)', 0.935, null],
			['ADAPTIVE accuracy', 0.79, null],
			['ADAPTIVE mean answers', null, 29],
			['FULL RMSE of S', null, 4.6],
			['QUICK RMSE of S', null, 5.4],
			['misfit of the attentive', null, 0.03],
			['misfit of random sittings', 0.85, null],
			['FULL coverage of S', 0.88, 0.96],
			['QUICK coverage of S', 0.89, 0.98],
			['FULL r(A)', 0.945, null],
			['FULL RMSE of A', null, 6.4],
			['FULL coverage of A', 0.89, 0.97],
			['QUICK r(A)', 0.875, null],
			['FULL half-width of A', null, 11],
			['FULL half-width of S', null, 7.5],
			['FULL r(B)', 0.935, null],
			['FULL accuracy', 0.79, null],
			['FULL accuracy when clear', 0.91, null],
			['QUICK accuracy', 0.73, null],
			['QUICK accuracy when clear', 0.89, null],
			['FULL calibration error', null, 0.03],
			['QUICK calibration error', null, 0.03],
		]));
	test('every one fails just beyond its limit, and where its figure is no number', () => {
		const { adaptive, full, quality, quick } = short;
		const twisted = (value: number): SimulationResult =>
			JSON.parse(JSON.stringify({ ...short, adaptive, full, quality, quick }), (_, found: unknown) =>
				typeof found === 'number' ? value : found,
			) as SimulationResult;
		for (const { name, least, most } of thresholds) {
			const passes = (value: number) => verdicts(twisted(value)).find((one) => one.name === name)!.passed;
			// A share of the flagged is amber and red together.
			const parts = name === 'FULL attentive flagged' ? 2 : 1;
			if (least !== null) expect([passes(least), passes(least - 1e-9)], name).toEqual([true, false]);
			if (most !== null) expect([passes(most / parts), passes(most / parts + 1e-9)], name).toEqual([true, false]);
			expect(passes(NaN), name).toBe(false);
		}
	});
});

describe('the command', () => {
	const run = (args: string[], result = short): { code: number; text: string; asked: unknown[] } => {
		const [lines, asked]: [string[], unknown[]] = [[], []];
		const code = main(
			args,
			(line) => void lines.push(line),
			(options) => {
				asked.push(options);
				return result;
			},
		);
		return { code, text: lines.join('\n'), asked };
	};
	test('prints seed, number and every threshold, and ends with 0', () => {
		const { code, text, asked } = run([]);
		expect(code).toBe(0);
		expect(asked).toEqual([defaults]);
		expect(text).toContain(`2000 respondents, ten banks of items, seed ${short.seed}`);
		for (const { name } of thresholds) expect(text).toContain(name);
		expect(text).toMatch(/All \d+ thresholds hold/);
	});
	test('takes seed and number', () => expect(run(['--seed', '7', '--n', '500']).asked).toEqual([{ seed: 7, n: 500 }]));
	test('ends with 1 and names what failed', () => {
		const broken = { ...short, full: { ...short.full, ece: 0.5, accuracy: 0.1 } };
		const { code, text } = run([], broken);
		expect(code).toBe(1);
		expect(text).toMatch(/2 of \d+ thresholds FAILED: FULL accuracy; FULL calibration error$/);
	});
	test('shows the other worlds on request, each run with its own changes', () => {
		const { code, text, asked } = run(['--worlds']);
		expect(code).toBe(0);
		for (const { name } of worlds) expect(text).toContain(name);
		expect(asked).toHaveLength(1 + worlds.filter(({ changes }) => Object.keys(changes).length > 0).length);
	});
	test.each<[string, string[], RegExp]>([
		['an unknown option', ['--speed', '1'], /speed/],
		['a word too many', ['2000'], /2000/],
		['a seed that is no number', ['--seed', 'x'], /--seed must be a whole number from 0 \(found x\)/],
		['half a seed', ['--seed', '1.5'], /--seed must be a whole number/],
		['too few respondents', ['--n', '99'], /--n must be a whole number from 100 \(found 99\)/],
		['a number without end', ['--n', '9'.repeat(30)], /--n must be a whole number/],
	])('%s ends with 2 and the usage', (_, args, words) => {
		const { code, text, asked } = run(args);
		expect([code, asked]).toEqual([2, []]);
		expect(text).toMatch(words);
		expect(text).toContain('npm run simulate --');
	});
});

describe('small parts', () => {
	test('tables align', () =>
		expect(table(['name', 'x'], [['a', '1'], ['long name', '22'], ['short']])).toBe(
			'name        x\n---------  --\na           1\nlong name  22\nshort',
		));
	test('streams are normal, uniform, and independent of each other', () => {
		const [one, two] = [stream(1, 'one'), stream(1, 'two')];
		const [a, b] = [one, two].map(({ normal }) => Array.from({ length: 20_000 }, normal)) as [number[], number[]];
		expect(Math.abs(mean(a))).toBeLessThan(0.03);
		expect(Math.abs(sd(a) - 1)).toBeLessThan(0.02);
		expect(Math.abs(correlation(a, b))).toBeLessThan(0.03);
		expect(share(a, (x) => Math.abs(x) > 1.96)).toBeCloseTo(0.05, 2);
		const u = Array.from({ length: 20_000 }, one.uniform);
		expect([Math.min(...u) >= 0, Math.max(...u) < 1]).toEqual([true, true]);
		for (let tenth = 0; tenth < 10; tenth += 1)
			expect(share(u, (x) => Math.floor(10 * x) === tenth)).toBeCloseTo(0.1, 1);
	});
	test('what does not vary correlates with nothing', () => expect(correlation([1, 1], [1, 2])).toBe(0));
	test('the mean of nothing is 0', () => expect([mean([]), share([], Boolean)]).toEqual([0, 0]));
});
