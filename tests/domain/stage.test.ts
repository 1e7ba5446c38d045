import { describe, expect, test } from 'vitest';
import { placeOf, read } from '../../src/domain/reading';
import { noContext, roles, sizes, stages, type Context } from '../../src/domain/result';
import {
	along,
	askedPosture,
	curve,
	fit,
	postureFit,
	sizeAgainstStage,
	zoneOf,
	zoneSource,
	type Fit,
	type Role,
	type Stage,
} from '../../src/domain/stage';
import { gamma, red, shot } from './shots';

const context = (change: Partial<Context>): Context => ({ ...noContext, ...change });
const edges = (change: Partial<Context>): string => {
	const zone = zoneOf(context(change));
	return zone ? `${zone.low}-${zone.high}` : '-';
};

describe('the zone of a role', () => {
	/** Measurement 6, in the order of the stages; none for staff at seed, where the level seldom exists. */
	const table: [Role, string][] = [
		['cto', '60-90 60-90 60-95 45-75 55-85'],
		['vp', '- 30-50 20-45 15-40 10-35'],
		['director', '- - 25-50 20-45 20-45'],
		['manager', '35-60 30-55 25-50 20-50 20-50'],
		['tech-lead', '55-80 55-80 50-75 50-75 50-75'],
		['staff', '- 65-90 65-90 65-95 65-95'],
	];
	test.each(table)('%s: %s', (role, row) => {
		expect(stages.map((stage) => edges({ role, stage })).join(' ')).toBe(row);
	});
	test('every role has a row and a time in the source', () => {
		expect(table.map(([role]) => role)).toEqual([...roles]);
		expect(zoneSource).toEqual({ cto: '12:24', vp: '21:01', director: '08:28', manager: '26:24', 'tech-lead': '06:31', staff: '06:31' }); // prettier-ignore
	});
	test.each<[string, Partial<Context>, string]>([
		['a company that lives by its technology: 10 up', { role: 'vp', stage: 'series-b', business: 'technical' }, '30-55'],
		['for every role', { role: 'manager', stage: 'seed', business: 'technical' }, '45-70'],
		['up to the end of the scale', { role: 'cto', stage: 'series-b', business: 'technical' }, '70-100'],
		['from the end itself', { role: 'staff', stage: 'series-a', business: 'technical' }, '75-100'],
		['one that lives by sales: 10 down for a VP', { role: 'vp', stage: 'series-a', business: 'sales-led' }, '20-40'],
		['down to the other end', { role: 'vp', stage: 'mature', business: 'sales-led' }, '0-25'],
		['and for nobody else', { role: 'cto', stage: 'series-c', business: 'sales-led' }, '45-75'],
		['a director neither', { role: 'director', stage: 'mature', business: 'sales-led' }, '20-45'],
		['another business moves none', { role: 'vp', stage: 'mature', business: 'other' }, '10-35'],
		['without a role there is none', { stage: 'seed', business: 'technical' }, '-'],
		['without a stage there is none', { role: 'cto' }, '-'],
		['a level that seldom exists this early', { role: 'staff', stage: 'seed' }, '-'],
		['a seat that the source does not have', { role: 'director', stage: 'series-a', business: 'technical' }, '-'],
		['a usual size, founder and superior move nothing', { role: 'cto', stage: 'seed', size: '1-10', founder: true, reportsTo: 'ceo' }, '60-90'],
		['more engineers than the stage assumes: none', { role: 'cto', stage: 'seed', size: '11-25' }, '-'],
		['fewer: none', { role: 'manager', stage: 'mature', size: '1-10' }, '-'],
	])('%s', (_, change, zone) => expect(edges(change)).toBe(zone)); // prettier-ignore
});

describe('a place and a zone', () => {
	/** Standard normal, by hand: Phi(-1) .15866, (-.5) .30854, (-.6) .27425, (.5) .69146, (1.5) .93319, (2.4) .99180, (3) .99865. */
	const cto = context({ role: 'cto', stage: 'seed' });
	type Row = [string, number, number, number, Fit['call'], Fit['zoneTowards']];
	test.each<Row>([
		['in the middle, the band about as wide', 75, 10, 0.86639, 'probably', null],
		['in the middle, the band narrower', 75, 9, 0.90442, 'inside', null],
		['6 of 30 points in', 66, 10, 0.71755, 'probably', null],
		['5 of 30 points in are not enough', 65, 10, 0.68525, 'unsure', null],
		['on the edge', 60, 10, 0.49865, 'unsure', null],
		['5 points below', 55, 10, 0.30831, 'unsure', null],
		['6 points below are probably outside', 54, 10, 0.27409, 'unlikely', 'architecture'],
		['10 points below', 50, 10, 0.15862, 'unlikely', 'architecture'],
		['13 points below', 47, 10, 0.0968, 'outside', 'architecture'],
		['5 points above', 95, 10, 0.30831, 'unsure', null],
		['10 points above', 100, 10, 0.15862, 'unlikely', 'people'],
		['13 points above', 103, 10, 0.0968, 'outside', 'people'],
		// Phi(1.5) - Phi(-1.5) with an error of 10; with 60 it is Phi(.25) - Phi(-.25).
		['a band much wider than the zone, around it', 75, 60, 0.19741, 'unsure', null],
		['just above .90, one edge far away', 61.2817, 1, 0.90003, 'inside', null],
		['just below .90', 61.2814, 1, 0.89997, 'probably', null],
		['just above .70', 60.5245, 1, 0.70003, 'probably', null],
		['just below .70', 60.5243, 1, 0.69997, 'unsure', null],
		['just above .30', 59.4757, 1, 0.30003, 'unsure', null],
		['just below .30', 59.4755, 1, 0.29997, 'unlikely', 'architecture'],
		['just above .10', 58.7186, 1, 0.10003, 'unlikely', 'architecture'],
		['just below .10', 58.7183, 1, 0.09997, 'outside', 'architecture'],
	])('%s', (_, value, se, chance, call, zoneTowards) => {
		const found = fit(placeOf(value, se), cto);
		expect(found).toMatchObject({ low: 60, high: 90, call, zoneTowards });
		expect(found?.chance).toBeCloseTo(chance, 4);
	});
	test('the shift counts', () => {
		const place = placeOf(47, 5);
		expect(fit(place, context({ role: 'vp', stage: 'series-b' }))?.call).toBe('unsure');
		expect(fit(place, context({ role: 'vp', stage: 'series-b', business: 'technical' }))).toMatchObject({
			call: 'inside',
			moved: 'technical',
		});
		expect(fit(place, context({ role: 'vp', stage: 'series-b', business: 'sales-led' }))).toMatchObject({
			call: 'outside',
			zoneTowards: 'people',
			moved: 'sales-led',
		});
		expect(fit(place, context({ role: 'cto', stage: 'series-b', business: 'sales-led' }))?.moved).toBeNull();
		expect(fit(place, context({ role: 'vp', stage: 'series-b', business: 'other' }))?.moved).toBeNull();
	});
	test.each<[string, number, Role, Stage, Fit['lies'], Context['business']?, number?]>([
		['the zone on the same side, nearer', 95, 'tech-lead', 'mature', 'nearer'],
		['across the centre, its middle nearer', 87, 'cto', 'series-c', 'nearer'],
		['on the same side, further out', 55, 'cto', 'seed', 'further'],
		['towards people, further out', 45, 'vp', 'mature', 'further'],
		['all of it on the other side', 70, 'vp', 'mature', 'across'],
		['from the centre to the other side', 62, 'director', 'series-b', 'across'],
		['the other way', 30, 'staff', 'series-a', 'across'],
		['across the centre, most of it on the other side', 70, 'vp', 'series-b', 'mostly', 'technical'],
		['the same the other way', 20, 'cto', 'series-c', 'mostly'],
		['a band across the centre has no other side', 54, 'vp', 'mature', 'further'],
		['a wider band too', 60, 'vp', 'mature', 'further', null, 8],
		['the other way, at the very centre', 50, 'staff', 'series-a', 'further'],
	])('where the zone lies: %s', (_, value, role, stage, lies, business = null, se = 4) =>
		expect(fit(placeOf(value, se), context({ role, stage, business }))?.lies).toBe(lies),
	);
	test('no zone, no fit', () => {
		expect(fit(placeOf(50, 4), noContext)).toBeNull();
		expect(fit(placeOf(50, 4), context({ role: 'vp', stage: 'seed' }))).toBeNull();
	});
	test('each zone: a narrow band in its middle is inside, beyond an edge outside, and towards it', () => {
		for (const role of roles)
			for (const stage of stages) {
				const at = context({ role, stage });
				const zone = zoneOf(at);
				if (!zone) continue;
				expect(fit(placeOf((zone.low + zone.high) / 2, 4), at)?.call).toBe('inside');
				expect(fit(placeOf(zone.low - 6, 4), at)).toMatchObject({ call: 'outside', zoneTowards: 'architecture' });
				expect(fit(placeOf(zone.high + 6, 4), at)).toMatchObject({ call: 'outside', zoneTowards: 'people' });
			}
	});
});

describe('the curve of offence', () => {
	test.each([
		['the trough', 0.66, 20],
		['one width before it', 0.39, 92 - 72 / Math.E],
		['one width after it', 0.93, 92 - 72 / Math.E],
		['two widths before it', 0.12, 92 - 72 / Math.E ** 4],
	])('%s', (_, x, height) => expect(curve(x)).toBeCloseTo(height, 9));
	test('the stages stand in order, new lines after them, all on the curve', () => {
		const at = [...stages.map((stage) => along[stage]), along.lines];
		expect(at).toEqual([...at].sort((one, two) => one - two));
		expect(at[0]).toBeGreaterThan(0);
		expect(at.at(-1)).toBeLessThan(1);
	});
	test('it falls up to series C, lies lowest before maturity, and rises to new lines', () => {
		const [seed, a, b, c, mature] = stages.map((stage) => curve(along[stage])) as [
			number,
			number,
			number,
			number,
			number,
		];
		expect([seed > a, a > b, b > c, curve(along.lines) > mature]).toEqual([true, true, true, true]);
		const lowest = Array.from({ length: 101 }, (_, i) => i / 100).sort((one, two) => curve(one) - curve(two))[0]!;
		expect(lowest).toBeGreaterThan(along['series-c']);
		expect(lowest).toBeLessThan(along.mature);
		for (let x = 0; x <= 1; x += 0.01) expect(Math.abs(curve(x) - 50)).toBeLessThan(50);
	});
});

describe('a posture against what the stage asks', () => {
	const leaning = (value: number, quality = {}) =>
		read(shot({ posture: { value, se0: 10.6, count: 6 }, ...quality }), gamma);
	test.each<[Stage, 'offence' | 'both' | 'defence', string, string]>([
		['seed', 'offence', 'with', 'against'],
		['series-a', 'offence', 'with', 'against'],
		['series-b', 'both', 'half', 'half'],
		['series-c', 'defence', 'against', 'with'],
		['mature', 'defence', 'half', 'half'],
	])('%s asks for %s: offence is %s, defence is %s', (stage, asked, offence, defence) => {
		expect(askedPosture[stage]).toBe(asked);
		expect(postureFit(leaning(80), context({ stage }))).toBe(offence);
		expect(postureFit(leaning(20), context({ stage }))).toBe(defence);
	});
	test.each(roles)('%s: the same verdict on the same posture at maturity', (role) => {
		const at = context({ stage: 'mature', role });
		expect([postureFit(leaning(80), at), postureFit(leaning(20), at)]).toEqual(['half', 'half']);
	});
	test('nothing where the band crosses 50, posture was not asked, or the stage is not known', () => {
		for (const stage of stages) {
			expect(postureFit(leaning(60), context({ stage }))).toBeNull();
			expect(postureFit(leaning(70, { quality: red }), context({ stage }))).toBeNull();
			expect(postureFit(read(shot(), gamma), context({ stage }))).toBeNull();
		}
		expect(postureFit(leaning(80), context({ role: 'cto' }))).toBeNull();
	});
});

describe('a number of engineers beside the stage', () => {
	/** In the order of the sizes: `.` as usual, `+` more, `-` fewer, each with the stage to read as well. */
	test.each<[Stage, string]>([
		['seed', '. +series-a +series-b +series-c +mature'],
		['series-a', '. . +series-b +series-c +mature'],
		['series-b', '-seed . . +series-c +mature'],
		['series-c', '-seed -series-b . . +mature'],
		['mature', '-seed -series-b -series-c . .'],
	])('%s: %s', (stage, row) => {
		const found = sizes.map((size) => sizeAgainstStage(context({ stage, size })));
		const said = found.map((one) => (one ? `${{ ahead: '+', behind: '-' }[one.kind]}${one.stage}` : '.'));
		expect(said.join(' ')).toBe(row);
	});
	test('nothing where either is not known', () => {
		expect(sizeAgainstStage(context({ stage: 'seed' }))).toBeNull();
		expect(sizeAgainstStage(context({ size: '1000+' }))).toBeNull();
	});
});
