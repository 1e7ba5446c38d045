import { describe, expect, test } from 'vitest';
import { facts } from '../../src/domain/forms';
import { instrument } from '../fake';

const known = facts(instrument);

describe('what a form is before anyone answers it', () => {
	test.each([
		['quick', 16, 2.5, 8.9],
		['full', 46, 5.5, 6.8],
	] as const)('%s: %d questions, about %d minutes, about ± %d points', (form, questions, minutes, halfWidth) => {
		expect(known[form].questions).toBe(questions);
		expect(known[form].seconds / 60).toBeCloseTo(minutes, 1);
		expect(known[form].halfWidth).toBeCloseTo(halfWidth, 1);
	});
	test('every question of a form costs time; the step about you is in it', () => {
		// 8 pairs of 10.3 s, 8 or 32 ratings of 5.5 s, 6 posture pairs of 8 s, 24 s about you.
		expect(known.quick.seconds).toBeCloseTo(8 * 10.3 + 8 * 5.5 + 24, 9);
		expect(known.full.seconds).toBeCloseTo(8 * 10.3 + 32 * 5.5 + 6 * 8 + 24, 9);
	});
	test('posture takes time and narrows nothing', () => {
		const { full } = instrument.forms;
		const without = facts({ ...instrument, forms: { quick: instrument.forms.quick, full: full.filter((id) => id !== 'posture') } }); // prettier-ignore
		expect(without.full.seconds).toBeCloseTo(known.full.seconds - 48, 9);
		expect(without.full.questions).toBe(40);
		expect(without.full.halfWidth).toBe(known.full.halfWidth);
	});
	test('each further block narrows the band', () => {
		const widths = [2, 3, 4, 5].map((count) => {
			const blocks = instrument.forms.full.slice(0, count);
			return facts({ ...instrument, forms: { quick: blocks, full: blocks } }).full.halfWidth;
		});
		expect(widths).toEqual([...widths].sort((a, b) => b - a));
		expect(new Set(widths).size).toBe(4);
	});
	test('a form of nothing is the prior: no question, 23.3 points', () => {
		const none = facts({ ...instrument, forms: { quick: [], full: [] } }).quick;
		expect(none.questions).toBe(0);
		expect(none.halfWidth).toBeCloseTo(23.3, 1);
	});
});
