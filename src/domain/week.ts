/** The calendar of a week beside the place of drive (measurement 4.7). Optional, descriptive, and never part of a score. */
import { architectureFacets, facetIds } from './instrument';
import { z90 } from './normal';
import type { End } from './reading';

/** What the eight numbers of a week are hours of. */
export const weekBuckets = facetIds;
/** Hours that can be given out. */
export const weekHours = 40;

export interface Calendar {
	/** Hours with systems and with people. */
	readonly hA: number;
	readonly hP: number;
	/** Hours not given out. */
	readonly rest: number;
	/** On 0, people, to 100, architecture; 50 without hours. Four hours more in the divisor keep a few hours near 50. */
	readonly C: number;
}

const sum = (hours: readonly number[]): number => hours.reduce((total, hour) => total + hour, 0);

/** Eight numbers of hours, one a bucket in the order of `weekBuckets` (measurement 4.7). */
export const calendar = (week: readonly number[]): Calendar => {
	const hA = sum(week.slice(0, architectureFacets.length));
	const hP = sum(week.slice(architectureFacets.length, weekBuckets.length));
	return { hA, hP, rest: Math.max(0, weekHours - hA - hP), C: 50 + (50 * (hA - hP)) / (hA + hP + 4) };
};

/** Standard deviation, in points, of what people get wrong about their week: an assumption (measurement 4.7). */
const recall = 6;

export interface EnergyGap {
	/** The calendar in points from the centre; above 0 towards architecture. */
	readonly C: number;
	/** Drive minus calendar, in points. */
	readonly E: number;
	/** Half-width of the 90 % band of E. */
	readonly half: number;
	/** Where drive lies as seen from the calendar; null where the gap is not stated. */
	readonly stated: End | null;
}

/**
 * Where the energy lies against where the hours go (measurement 4.7): stated from 15 points that are more than the noise.
 * `drive`: the place of drive on 0..100 and the half-width of its band, as in a `Place`. A week without hours states nothing.
 */
export const energyGap = (
	week: readonly number[],
	drive: { readonly value: number; readonly half: number },
): EnergyGap => {
	const { C, hA, hP } = calendar(week);
	const E = drive.value - C;
	const half = Math.hypot(drive.half, z90 * recall);
	const stated = hA + hP > 0 && Math.abs(E) >= 15 && Math.abs(E) > half;
	return { C: C - 50, E, half, stated: stated ? (E > 0 ? 'architecture' : 'people') : null };
};

/**
 * A new week with `hours` in bucket `index`, whole, from 0 to what the other buckets leave of the 40. Hours that are no number
 * and an index that is no bucket change nothing.
 */
export const setHours = (week: readonly number[], index: number, hours: number): readonly number[] => {
	const left = Math.max(0, weekHours - sum(week.filter((_, i) => i !== index)));
	const whole = Math.min(Math.floor(left), Math.max(0, Math.round(hours)));
	return Number.isNaN(hours) ? week : week.map((before, i) => (i === index ? whole : before));
};

/**
 * Two weeks at series B, read editorially from the source, not measured: the VP's one-on-ones, hiring pipeline, planning and
 * some dashboards [26:24 to 28:35]; the CTO's architecture, strategic projects and one project of their own [30:07].
 */
export const exampleWeeks: Readonly<Record<'cto' | 'vp', readonly number[]>> = {
	cto: [12, 9, 9, 3, 1, 0, 2, 1],
	vp: [2, 1, 0, 4, 9, 9, 6, 7],
};
