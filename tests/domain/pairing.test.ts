import { describe, expect, test } from 'vitest';
import type { Member } from '../../src/domain/coverage';
import { z90 } from '../../src/domain/normal';
import { pairing, type Pair } from '../../src/domain/pairing';
import { gamma, red } from './shots';
import { member, share } from './team';

const pairOf = (one: Member, two: Member): Pair => pairing([one, two], gamma).pairs[0]!;

describe.each<[string, Member, Member]>([
	['one at each end', member(72, 36, 'cto'), member(38, 70, 'vp')],
	['both at one end', member(75, 30), member(70, 35)],
	['in the middle', member(55, 52), member(57, 60)],
	['one who reaches both', member(80, 78), member(45, 40)],
	['both nearly reach both', member(63, 61), member(60, 64)],
	['one contradicts itself', member(66, 40, null, { quality: red }), member(44, 63)],
])('as drawn: %s', (_, one, two) => {
	const { cover, solo, gain } = pairOf(one, two);
	test('cover and solo, within four standard errors and the .003 of the grid', () => {
		const drawn = share([one, two], (all) => all.some(([A]) => A >= 60) && all.some(([, P]) => P >= 60));
		expect(Math.abs(cover - drawn)).toBeLessThan(0.0172);
		[one, two].forEach((person, i) => {
			const alone = share([person], ([[A, P] = [0, 0]]) => A >= 60 && P >= 60);
			expect(Math.abs(solo[i]! - alone)).toBeLessThan(0.0172);
		});
	});
	test('gain: what the pair adds over the better of the two', () => {
		expect(gain).toBeCloseTo(cover - Math.max(...solo), 12);
		expect(gain).toBeGreaterThanOrEqual(0);
	});
	test('the order of the two changes nothing but the sign', () => {
		const turned = pairing([two, one], gamma).pairs[0]!;
		expect([turned.cover, turned.gain, turned.call]).toEqual([cover, gain, pairOf(one, two).call]);
	});
});

describe('in words', () => {
	test.each<[string, Member, Member, Pair['call']]>([
		['both ends, and places apart', member(78, 35), member(33, 76), 'complementary'],
		['both ends at .85', member(69, 30), member(30, 69), 'complementary'],
		['both ends at .78', member(67.5, 30), member(30, 67.5), 'open'],
		['both ends by one, and places apart', member(85, 80), member(30, 72), 'complementary'],
		['both ends, places alike', member(82, 80), member(78, 81), 'overlapping'],
		['both at the architectural end', member(80, 30), member(78, 32), 'same-end'],
		['both at the people end', member(30, 80), member(32, 78), 'same-end'],
		['alike, across the centre', member(52, 50), member(50, 51), 'alike-open'],
		['alike, one band across the centre', member(59, 44), member(57, 45), 'alike-open'],
		['on one side, but told apart', member(85, 25), member(60, 42), 'alike-open'],
		['on both sides, nobody far', member(56, 46), member(46, 55), 'alike-open'],
		['in between', member(70, 40), member(45, 61), 'open'],
	])('%s', (_, one, two, call) => expect(pairOf(one, two).call).toBe(call));
	test('the difference of places is that of two people, with the absolute error', () => {
		const { difference } = pairOf(member(70, 50), member(50, 50));
		expect(difference.points).toBe(10);
		expect(difference.half).toBeCloseTo(z90 * Math.hypot(3.633, gamma * 10, 3.633), 9);
		expect(difference).toMatchObject({ call: 'reliably', further: 'one' });
	});
	test('with the relative one for those who answered the same items', () => {
		const members = [member(70, 50), member(50, 50), member(50, 50)];
		const { pairs } = pairing(members, gamma, (one, two) => one + two === 1);
		const half = (one: number, two: number) =>
			pairs.find((pair) => pair.one === one && pair.two === two)!.difference.half;
		expect(half(0, 1)).toBeCloseTo(z90 * Math.hypot(3.337, gamma * 10, 3.337), 9);
		expect(half(0, 2)).toBeCloseTo(z90 * Math.hypot(3.633, gamma * 10, 3.633), 9);
	});
});

describe('which pairs', () => {
	const named = ({ pairs }: { pairs: readonly Pair[] }) => pairs.map(({ one, two }) => `${one} ${two}`);
	test('nobody and one make none', () => {
		expect(pairing([], gamma)).toEqual({ pairs: [], complete: true });
		expect(pairing([member(50, 50)], gamma)).toEqual({ pairs: [], complete: true });
	});
	test('CTO and VP first, the CTO before the VP, then by descending gain', () => {
		const got = pairing([member(30, 75), member(50, 50, 'vp'), member(75, 30), member(52, 50, 'cto')], gamma);
		expect(named(got)).toEqual(['3 1', '0 2', ...named(got).slice(2)]);
		expect(named(got)).toHaveLength(6);
		expect(got.pairs.map(({ topTwo }) => topTwo)).toEqual([true, ...Array<boolean>(5).fill(false)]);
		for (let i = 2; i < 6; i += 1) expect(got.pairs[i]!.gain).toBeLessThanOrEqual(got.pairs[i - 1]!.gain);
	});
	const crowd = (n: number, role: (i: number) => Member['role'] = () => null) =>
		Array.from({ length: n }, (_, i) => member(20 + ((i * 7) % 60), 20 + ((i * 11) % 60), role(i)));
	test('all of them up to 40 members, each once', () => {
		const got = pairing(
			crowd(40, (i) => (i % 2 ? 'cto' : 'vp')),
			gamma,
		);
		expect(got.complete).toBe(true);
		expect(new Set(got.pairs.map(({ one, two }) => [one, two].sort((a, b) => a - b).join())).size).toBe(780);
		expect(got.pairs).toHaveLength(780);
	});
	test('beyond 40 those of the twenty highest of each end, and says so', () => {
		const members = crowd(41);
		const got = pairing(members, gamma);
		expect(got.complete).toBe(false);
		const top = (end: 'A' | 'P') =>
			members
				.map(({ snapshot }, i) => ({ i, value: snapshot[end] }))
				.sort((one, two) => two.value - one.value)
				.slice(0, 20)
				.map(({ i }) => i);
		const wanted = new Set(
			top('A').flatMap((a) => top('P').filter((p) => p !== a).map((p) => [Math.min(a, p), Math.max(a, p)].join(' '))), // prettier-ignore
		);
		expect(new Set(named(got))).toEqual(wanted);
		expect(got.pairs).toHaveLength(wanted.size);
	});
	test('CTO and VP are looked at wherever they stand', () => {
		const got = pairing([...crowd(60), member(0, 0, 'vp'), member(0, 0, 'cto')], gamma);
		expect(named(got)[0]).toBe('61 60');
	});
	test('however many call themselves CTO or VP, the work is bounded', () => {
		const got = pairing(
			crowd(3000, (i) => (i % 2 ? 'cto' : 'vp')),
			gamma,
		);
		expect(got.pairs.length).toBeLessThanOrEqual(800);
	});
});
