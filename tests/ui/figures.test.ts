import { render, screen } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import { z90 } from '../../src/domain/normal';
import { percents, regions, type Region } from '../../src/domain/profile';
import { placeOf, tilt, type Place } from '../../src/domain/reading';
import { t } from '../../src/i18n/i18n';
import BareBeam from '../../src/ui/BareBeam.svelte';
import Beam from '../../src/ui/Beam.svelte';
import Hundred from '../../src/ui/Hundred.svelte';
import MiniBeam from '../../src/ui/MiniBeam.svelte';
import Numbers from '../../src/ui/Numbers.svelte';
import {
	bandInWords,
	distanceInWords,
	namedPlace,
	placeInWords,
	pointsInWords,
	shortPlace,
} from '../../src/ui/placeWords';
import { textOf } from './words';

const place = (value: number, half = 8): Place => placeOf(value, half / z90);

/** Per cent from the left of what stands at `x` in the drawing, whose origin is the middle. */
const fromLeft = (x: string | null): number => 50 + parseFloat(x ?? 'nothing');
const drawing = () => screen.getByRole('img');
const one = (selector: string): Element => drawing().querySelector(selector)!;
const every = (selector: string): Element[] => [...drawing().querySelectorAll(selector)];
const weight = () => fromLeft(one('.weight').parentElement!.getAttribute('x'));
const caps = () => every('.cap').map((cap) => [fromLeft(cap.getAttribute('x1')), fromLeft(cap.getAttribute('x2'))]);
const beamTurn = () => one('.beam-line').parentElement!.getAttribute('transform');
/** From, to and hue of each part of the band. */
const bands = () =>
	every('.band').map((part) => {
		const from = fromLeft(part.getAttribute('x'));
		return [from, from + parseFloat(part.getAttribute('width')!), part.classList.contains('arch') ? 'arch' : 'people'];
	});
const beam = (value: number, half = 8, more = {}) => {
	const at = place(value, half);
	return render(Beam, { label: 'Beam', place: at, tilt: tilt(at), name: 'You', distance: 'far', ...more });
};
const rounded = (rows: unknown[][]) => rows.map((row) => row.map((x) => (typeof x === 'number' ? +x.toFixed(6) : x)));

describe('the beam', () => {
	test('is one picture with one sentence', () => {
		render(BareBeam, { label: 'A level beam' });
		expect(screen.getByRole('img', { name: 'A level beam' })).toBeTruthy();
	});
	test.each([
		[50, 50],
		[64, 36],
		[36, 64],
		[0, 100],
		[100, 0],
		[71.5, 28],
	])('a place of %d rests %d per cent from the left', (value, left) => {
		beam(value);
		expect(weight()).toBeCloseTo(left, 9);
	});
	test('its ends: a square on the left for architecture, a disc on the right for people', () => {
		beam(50);
		expect(fromLeft(one('rect.end').parentElement!.getAttribute('x'))).toBe(0);
		expect(fromLeft(one('circle.end').getAttribute('cx'))).toBe(100);
		expect([one('rect.end').classList.contains('arch'), one('circle.end').classList.contains('people')]).toEqual([true, true]); // prettier-ignore
	});
	test.each<[string, number, number, unknown[][]]>([
		['towards architecture', 64, 8, [[28, 44, 'arch']]],
		['towards people', 36, 8, [[56, 72, 'people']]],
		['across the fulcrum in both hues', 52, 8, [[40, 50, 'arch'], [50, 56, 'people']]],
		['cut at the end', 97, 8, [[0, 11, 'arch']]],
	])('the band %s', (_, value, half, wanted) => {
		beam(value, half);
		expect(rounded(bands())).toEqual(wanted);
	}); // prettier-ignore
	test('a cap stands at each end of the band', () => {
		beam(64);
		expect(rounded(caps())).toEqual([
			[28, 28],
			[44, 44],
		]);
	});
	test.each<[string, number, number, string[]]>([
		['both', 66, 8, ['24', '8']],
		['across the fulcrum', 50, 12, ['12', '12']],
		['neither, where one is within 7 points of the fulcrum: one alone would be read as the place', 64, 8, []],
		['7 points are enough', 65, 8, ['23', '7']],
		['none at all on a narrow band', 50, 6.4, []],
	])('caps are labelled with their distance: %s', (_, value, half, wanted) => {
		beam(value, half);
		expect(every('text.t-soft:not(.distance)').map(textOf)).toEqual(wanted);
	});
	test.each([
		['left end down for architecture', 64, 'rotate(-2.24)'],
		['right end down for people', 36, 'rotate(2.24)'],
		['level where the band lies across', 55, 'rotate(0)'],
		['never more than 4 degrees', 95, 'rotate(-4)'],
	])('%s', (_, value, turn) => {
		beam(value);
		const [degrees] = beamTurn()!.match(/-?[\d.]+/)!;
		expect(`rotate(${+Number(degrees).toFixed(4) + 0})`).toBe(turn);
	});
	test('the name stays upright on a tilted beam', () => {
		beam(64);
		const turn = screen.getByText('You').parentElement!.getAttribute('transform')!;
		expect(parseFloat(turn.slice(7))).toBeCloseTo(2.24, 9);
	});
	test.each([
		['in the middle', 50, 'middle'],
		['85 points', 85, 'middle'],
		['close to the left end it begins at the weight', 85.5, 'start'],
		['15 points', 15, 'middle'],
		['close to the right end it ends at the weight', 14.5, 'end'],
	])('the name stands %s', (_, value, anchor) => {
		beam(value);
		for (const words of ['You', 'far']) expect(screen.getByText(words).getAttribute('text-anchor')).toBe(anchor);
	});
	test('without a name there are no words above it', () => {
		beam(64, 8, { name: null });
		expect(screen.queryByText('far')).toBeNull();
	});
	test('without a place it is empty and level: no weight, no band, no number', () => {
		render(BareBeam, { label: 'Empty' });
		expect([every('.weight').length, every('.band').length, every('.cap').length, textOf(drawing())]).toEqual([0, 0, 0, '']); // prettier-ignore
		expect(beamTurn()).toBe('rotate(0)');
	});
	test('a tick every 5 points, longer every 10, none on the fulcrum', () => {
		render(BareBeam, { label: 'Empty' });
		const ticks = every('.beam-tick').map((tick) => [
			fromLeft(tick.getAttribute('x1')),
			Number(tick.getAttribute('y2')),
		]);
		expect(ticks).toHaveLength(18);
		for (const [at, length] of ticks) {
			expect(at! % 5).toBe(0);
			expect(length).toBe(at! % 10 === 0 ? 8 : 5);
		}
		expect(ticks.map(([at]) => at)).not.toContain(50);
	});
	test('at the ends of the scale it keeps both caps', () => {
		for (const value of [0, 0.5, 11, 89, 99.5, 100]) {
			const { unmount } = beam(value, 12);
			expect(caps()).toHaveLength(2);
			unmount();
		}
	});
});

test('a band that lies beyond the end of the scale breaks no beam', () => {
	beam(130, 12);
	expect(weight()).toBe(0);
});

describe('a small beam', () => {
	const show = (value: number, half = 8) => {
		const at = place(value, half);
		render(MiniBeam, { place: at, tilt: tilt(at, 0.6), label: 'Small' });
	};
	test.each([
		[64, 36],
		[36, 64],
		[100, 0],
	])('a place of %d rests %d per cent from the left', (value, left) => {
		show(value);
		expect(weight()).toBeCloseTo(left, 9);
	});
	test('has no words and no ticks, and six tenths of the tilt', () => {
		show(60);
		expect([textOf(drawing()), every('.beam-tick').length]).toEqual(['', 0]);
		expect(parseFloat(beamTurn()!.slice(7))).toBeCloseTo(-0.96, 9);
	});
	test('its band is split at the fulcrum, with a cap at each end', () => {
		show(52);
		expect(rounded(bands())).toEqual([[40, 50, 'arch'], [50, 56, 'people']]); // prettier-ignore
		expect(rounded(caps())).toEqual([[40, 40], [56, 56]]); // prettier-ignore
		expect(screen.getByRole('img', { name: 'Small' })).toBe(drawing());
	});
});

describe('a place in words', () => {
	test.each([
		['towards architecture', 64, 'bandArchitecture', { near: '6', far: '22 points' }],
		['towards people', 36, 'bandPeople', { near: '6', far: '22 points' }],
		['across', 53, 'bandAcross', { people: '5 points', architecture: '11' }],
		['cut at the end', 97, 'bandArchitecture', { near: '39', far: '50 points' }],
	] as const)('the band %s', (_, value, key, values) =>
		expect(bandInWords(place(value))).toBe(t(`ui.place.${key}`, values)),
	);
	test.each([
		['towards architecture', 58, 'architecture', '16 points'],
		['towards people', 42, 'people', '16 points'],
		['to two points', 51, 'architecture', '2 points'],
	] as const)('the band from the centre %s', (_, value, end, far) =>
		expect(bandInWords(place(value, Math.abs(value - 50)))).toBe(t(`ui.place.bandFromCentre.${end}`, { far })),
	);
	test.each([
		['towards architecture', 64, 'beamTowardsArchitecture', '14'],
		['towards people', 36, 'beamTowardsPeople', '14'],
		['hardly towards architecture', 50.5, 'beamTowardsArchitecture', '1'],
	] as const)('the place %s', (_, value, key, points) => {
		const at = place(value);
		expect(placeInWords(at)).toBe(t(`ui.place.${key}`, { points: t('ui.place.points', { n: Number(points), points }), band: bandInWords(at) })); // prettier-ignore
	});
	test('one point is one point', () => {
		expect(pointsInWords(-1)).toBe(t('ui.place.points', { n: 1, points: '1' }));
		expect(pointsInWords(1.4)).toBe(pointsInWords(1));
		expect(pointsInWords(2)).toBe(t('ui.place.points', { n: 2, points: '2' }));
		expect(t('ui.place.points', { n: 1, points: '1' })).not.toBe(t('ui.place.points', { n: 2, points: '1' }));
	});
	test.each([
		['towards architecture', 64, 'weightArchitecture'],
		['towards people', 36, 'weightPeople'],
	] as const)('the distance %s', (_, value, key) =>
		expect(distanceInWords(place(value))).toBe(t(`report.where.${key}`, { points: pointsInWords(14) })),
	);
	test('no distance is the centre', () => expect(distanceInWords(place(50.4))).toBe(t('report.where.weightCentre')));
	test.each<[string, number, number, () => string]>([
		['to whole points', 64.4, 0, () => t('ui.place.short', { points: '14', half: '8', end: t('ui.place.shortArchitecture') })],
		['to a tenth', 35.6, 1, () => t('ui.place.short', { points: '14.4', half: '8.0', end: t('ui.place.shortPeople') })],
		['at the centre', 50.4, 0, () => t('ui.place.shortCentre', { half: '8' })],
		['off the centre to a tenth', 50.4, 1, () => t('ui.place.short', { points: '0.4', half: '8.0', end: t('ui.place.shortArchitecture') })],
	])('in a row: %s', (_, value, digits, words) => expect(shortPlace(place(value), digits)).toBe(words())); // prettier-ignore
	test.each(regions)('in a row, where %s is named: only what rests at the centre needs its name said', (region) => {
		const short = shortPlace(place(51));
		const said = region === 'UNICORN' || region === 'ELSEWHERE';
		expect(namedPlace(place(51), region)).toBe(said ? t('ui.place.shortNamed', { name: t(`ui.regions.${region}`), place: short }) : short); // prettier-ignore
	});
	test('in a row, where none is named, there is no name', () =>
		expect(namedPlace(place(51), null)).toBe(shortPlace(place(51))));
	test.each([50, 50.4, 49.6])('%d is the centre', (value) => {
		const at = place(value);
		expect(placeInWords(at)).toBe(t('ui.place.beamCentre', { band: bandInWords(at) }));
	});
	test('no number has a sign', () => {
		for (const value of [10, 36, 47, 50, 53, 64, 90]) expect(placeInWords(place(value))).not.toMatch(/[-−]\d/);
	});
});

describe('a hundred people', () => {
	const show = (given: Partial<Record<Region, number>>) => {
		const whole = percents({ ARCHITECT: 0, PEOPLE: 0, UNICORN: 0, ELSEWHERE: 0, MIDDLE: 0, ...given });
		const counts = regions
			.map((region) => ({ region, count: whole[region] }))
			.filter(({ count }) => count > 0)
			.sort((a, b) => b.count - a.count);
		render(Hundred, { counts, label: 'Of 100 people' });
		return every('path');
	};
	test.each<[string, Partial<Record<Region, number>>]>([
		['certainty', { MIDDLE: 1 }],
		['five chances', { ARCHITECT: 0.415, PEOPLE: 0.235, UNICORN: 0.055, ELSEWHERE: 0.045, MIDDLE: 0.25 }],
		['thirds', { ARCHITECT: 1 / 3, PEOPLE: 1 / 3, MIDDLE: 1 / 3 }],
	])('%s: a hundred glyphs', (_, chances) => expect(show(chances)).toHaveLength(100));
	test('they stand in four rows of 25, none on another', () => {
		const at = show({ ARCHITECT: 0.7, MIDDLE: 0.3 }).map((glyph) => glyph.getAttribute('transform')!.match(/[\d.]+/g)!);
		expect(new Set(at.map((pair) => pair.join())).size).toBe(100);
		expect(new Set(at.map(([, y]) => y)).size).toBe(4);
	});
	test('the likeliest are filled, the others outlined', () => {
		const filled = show({ ARCHITECT: 0.7, MIDDLE: 0.3 }).map((glyph) => glyph.classList.contains('end'));
		expect(filled.filter(Boolean)).toHaveLength(70);
		expect(filled.slice(0, 70).every(Boolean)).toBe(true);
	});
	test('where none may be named all are outlined', () => {
		const counts = [{ region: 'MIDDLE' as const, count: 100 }];
		render(Hundred, { counts, label: 'Of 100 people', outlined: true });
		expect(every('path').filter((glyph) => glyph.classList.contains('end'))).toHaveLength(0);
	});
	test('each region has a shape of its own', () => {
		const shapes = show({ ARCHITECT: 0.2, PEOPLE: 0.2, UNICORN: 0.2, ELSEWHERE: 0.2, MIDDLE: 0.2 });
		expect(new Set(shapes.map((glyph) => glyph.getAttribute('d'))).size).toBe(5);
		expect(screen.getByRole('img', { name: 'Of 100 people' })).toBe(drawing());
	});
});

describe('the numbers behind a figure', () => {
	const show = () =>
		render(Numbers, {
			show: 'Show the numbers',
			title: 'Figure 2 in numbers',
			heads: ['Score', 'Value', 'Band'],
			rows: [
				['Place', '64', '56 to 72'],
				['Breadth', '58', '50 to 66'],
			],
		});
	test('are a table with its title, heads and a name to each row', () => {
		show();
		expect(screen.getByRole('table', { name: 'Figure 2 in numbers' })).toBeTruthy();
		expect(screen.getAllByRole('columnheader').map(textOf)).toEqual(['Score', 'Value', 'Band']);
		expect(screen.getAllByRole('rowheader').map(textOf)).toEqual(['Place', 'Breadth']);
		expect(screen.getAllByRole('cell').map(textOf)).toEqual(['64', '56 to 72', '58', '50 to 66']);
	});
	test('are asked for with a tick', async () => {
		show();
		const tick = screen.getByRole<HTMLInputElement>('checkbox', { name: 'Show the numbers' });
		expect(tick.checked).toBe(false);
		await userEvent.setup().click(screen.getByText('Show the numbers'));
		expect(tick.checked).toBe(true);
	});
});
