/** The usual range on both pages, over every seat and six kinds of result: what is said follows the numbers. */
import { textOf } from '../../ui/words';
import { render } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { findings } from '../../../src/domain/findings';
import { read } from '../../../src/domain/reading';
import { businesses, noContext, roles, sizes, stages } from '../../../src/domain/result';
import type { Snapshot } from '../../../src/domain/snapshot';
import { fit, sizeAgainstStage } from '../../../src/domain/stage';
import { t, type Key } from '../../../src/i18n/i18n';
import { chanceInWords } from '../../../src/ui/chanceWords';
import Range from '../../../src/views/result/Range.svelte';
import OtherRange from '../../../src/views/result/OtherRange.svelte';
import { gamma, quick, shot } from '../../domain/shots';

vi.mock('../../../src/charts/canvas.svelte', () => import('../drawn'));

/** As the people of the browser tests answer; no two places alike. */
const people: readonly [string, Partial<Snapshot>][] = [
	['towards architecture', { A: 84, P: 7 }],
	['towards people', { A: 8, P: 83 }],
	['both ends', { A: 95, P: 96 }],
	['the middle', { ...quick, A: 46, P: 54 }],
	['torn', { A: 52, P: 50, drive: 83, practice: 19 }],
	['neither', { A: 6, P: 7 }],
];
const seats = roles.flatMap((role) => stages.map((stage) => [role, stage] as const));
const across = ['people', 'architecture'] as const;

describe.each(people)('%s', (_, change) => {
	test.each(seats)('%s at %s', (role, stage) => {
		for (const [i, business] of [...businesses, null].entries()) {
			for (const size of i === 3 ? sizes : [null]) {
				const nudge = 7 * ((i + stages.indexOf(stage)) % 4);
				const moved = { ...change, A: (change.A ?? 50) + (nudge - 10), P: (change.P ?? 50) - (nudge - 10) };
				const reading = read(shot(moved), gamma);
				const context = { ...noContext, role, stage, business, size };
				const found = findings(reading, context);
				const own = render(Range, { props: { reading, context, found, figure: 4 } });
				const theirs = render(OtherRange, { props: { reading, context, found } });
				const [mine, other] = [textOf(own.container), textOf(theirs.container)];
				own.unmount();
				theirs.unmount();

				const zone = fit(reading.place, context);
				if (sizeAgainstStage(context)) expect(zone).toBeNull();
				if (!zone) {
					expect([mine, other]).toEqual(['', '']);
					continue;
				}
				if (reading.torn) continue;
				const { chance, low, high } = zone;
				const percent = { percent: chanceInWords(chance) };
				const says = (page: string, keys: readonly Key[]) => keys.filter((key) => page.includes(t(key, percent)));

				// The verdict follows the chance.
				const verdict = chance >= 0.9 ? 'inside' : chance >= 0.7 ? 'probably' : chance > 0.3 ? 'unsure' : 'unlikely';
				const verdicts = ['inside', 'probably', 'unsure', 'unlikely'] as const;
				const wanted = chance <= 0.1 ? [] : [verdict];
				expect(says(mine, verdicts.map((one) => `report.stage.${one}` as const))).toEqual(wanted.map((one) => `report.stage.${one}`)); // prettier-ignore
				// Both ends and neither are held against no range on the other page.
				if (other) expect(says(other, verdicts.map((one) => `report.other.range.${one}` as const))).toEqual(wanted.map((one) => `report.other.range.${one}`)); // prettier-ignore
				// Both pages say the chance.
				expect(mine).toContain(percent.percent);
				if (other) expect(other).toContain(percent.percent);

				// The other side is one that the band does not reach, and the whole range lies there, or most of it.
				const { pointsLow, pointsHigh, points } = reading.place;
				const far = points > 0 ? [50 - low, high - 50] : [high - 50, 50 - low];
				const decided = pointsLow > 0 || pointsHigh < 0;
				const all = says(mine, across.map((end) => `report.stage.outside.across.${end}` as const)); // prettier-ignore
				const most = says(mine, across.map((end) => `report.stage.outside.mostly.${end}` as const)); // prettier-ignore
				if (all.length > 0) expect([decided, far[1]! <= 0]).toEqual([true, true]);
				if (most.length > 0) expect([decided, far[1]! > 0, far[0]! > far[1]!]).toEqual([true, true, true]);
				if (chance <= 0.1 && decided && far[1]! <= 0) expect(all).toHaveLength(1);
			}
		}
	});
});
