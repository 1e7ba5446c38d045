/**
 * The company's stage: the reference zone of a role in it (measurement 6) and the curve of defence [35:29 to 36:53]. Both are
 * editorial readings of the source, not norms, and every screen says so.
 */
import { cdf, z90 } from './normal';
import type { End, Place, Reading } from './reading';
import { stages, type Context } from './result';

export type Role = NonNullable<Context['role']>;
export type Stage = NonNullable<Context['stage']>;

/** On the place from 0, people, to 100, architecture. */
export interface Zone {
	readonly low: number;
	readonly high: number;
}

type Row = readonly (readonly [low: number, high: number] | null)[];
/**
 * Null: the source has no such seat at that stage. In the order of `stages`. Measurement 6 lists a range for staff at seed
 * too; the source says in the same breath that the level seldom exists before there are several teams [06:31].
 */
const zones: Readonly<Record<Role, Row>> = {
	cto: [[60, 90], [60, 90], [60, 95], [45, 75], [55, 85]],
	vp: [null, [30, 50], [20, 45], [15, 40], [10, 35]],
	director: [null, null, [25, 50], [20, 45], [20, 45]],
	manager: [[35, 60], [30, 55], [25, 50], [20, 50], [20, 50]],
	'tech-lead': [[55, 80], [55, 80], [50, 75], [50, 75], [50, 75]],
	staff: [null, [65, 90], [65, 90], [65, 95], [65, 95]],
}; // prettier-ignore

/** Where the source points the role, in source time; the basis of its row in the table. */
export const zoneSource: Readonly<Record<Role, string>> = {
	cto: '12:24',
	vp: '21:01',
	director: '08:28',
	manager: '26:24',
	'tech-lead': '06:31',
	staff: '06:31',
};

/** Points that what the company lives by moves a zone: a technical one everybody's, a sales-led one the VP's [07:30]. */
const shift = ({ role, business }: Context): number =>
	business === 'technical' ? 10 : business === 'sales-led' && role === 'vp' ? -10 : 0;

/** The zone before it is cut at the ends: a shifted one may reach beyond them, and a place at an end is inside it. */
const wholeZone = (context: Context): Zone | null => {
	const { role, stage } = context;
	// What is read of a stage assumes a company of its usual size.
	const zone = role && stage && !sizeAgainstStage(context) && zones[role][stages.indexOf(stage)];
	return zone ? { low: zone[0] + shift(context), high: zone[1] + shift(context) } : null;
};

/** The zone for this role at this stage; null where either is unknown, the source has none, or the size is unusual for it. */
export const zoneOf = (context: Context): Zone | null => {
	const zone = wholeZone(context);
	return zone && { low: Math.max(0, zone.low), high: Math.min(100, zone.high) };
};

export interface Fit extends Zone {
	/** That the true place lies in the zone, 0..1. */
	readonly chance: number;
	/** `probably`: likely inside, though not said to be; `unlikely`: likely outside. */
	readonly call: 'inside' | 'probably' | 'unsure' | 'unlikely' | 'outside';
	/** The end that the zone lies towards, seen from the place; null unless it is at least likely to be outside. */
	readonly zoneTowards: End | null;
	/**
	 * The zone beside the place: nearer the centre, further towards its end, or across the centre from a place whose whole band
	 * lies on one side; `mostly`: not with all of it.
	 */
	readonly lies: 'nearer' | 'further' | 'mostly' | 'across';
	/** What the company lives by, where that moved the zone. */
	readonly moved: 'technical' | 'sales-led' | null;
}

/**
 * From what chance a place is said to be in a zone, and up to what chance out of it; from `likely` it is probably inside, up to
 * `unlikely` probably outside.
 */
const [outside, unlikely, likely, inside] = [0.1, 0.3, 0.7, 0.9];

const lies = ({ points, towards }: Place, { low, high }: Zone): Fit['lies'] => {
	const middle = (low + high) / 2 - 50;
	// A band that crosses the centre has no other side.
	if (middle * points < 0) return !towards ? 'further' : low < 50 && high > 50 ? 'mostly' : 'across';
	return Math.abs(middle) < Math.abs(points) ? 'nearer' : 'further';
};

/** How a place and a zone go together; null without a zone. */
export const fit = (place: Place, context: Context): Fit | null => {
	const zone = zoneOf(context);
	const whole = wholeZone(context);
	if (!zone || !whole) return null;
	const se = place.half / z90;
	const chance = cdf((whole.high - place.exact) / se) - cdf((whole.low - place.exact) / se);
	// A band wider than the zone has little chance inside it wherever it lies: only a place beyond an edge is outside.
	const beyond = place.exact > zone.high || place.exact < zone.low;
	const out = chance > unlikely || !beyond ? 'unsure' : chance > outside ? 'unlikely' : 'outside';
	const call = chance >= inside ? 'inside' : chance >= likely ? 'probably' : out;
	return {
		...zone,
		chance,
		call,
		zoneTowards: out === 'unsure' ? null : place.exact > zone.high ? 'people' : 'architecture',
		lies: lies(place, zone),
		moved: shift(context) === 0 ? null : context.business === 'technical' ? 'technical' : 'sales-led',
	};
};

/** Where the stages stand along the curve, 0 to 1; after maturity come new product lines. */
export const along: Readonly<Record<Stage | 'lines', number>> = {
	seed: 0.08,
	'series-a': 0.24,
	'series-b': 0.42,
	'series-c': 0.58,
	mature: 0.72,
	lines: 0.92,
};

/** Offence, 0..100, at `x` along the curve, 0 to 1: an inverted bell, drawn by eye, its trough between series C and maturity. */
export const curve = (x: number): number => 92 - 72 * Math.exp(-(((x - 0.66) / 0.27) ** 2));

/** Which way a stage mostly asks a leader to lean [34:34, 35:29, 35:52], as the curve shows it. */
export const askedPosture: Readonly<Record<Stage, 'offence' | 'both' | 'defence'>> = {
	seed: 'offence',
	'series-a': 'offence',
	'series-b': 'both',
	'series-c': 'defence',
	mature: 'defence',
};

/** A posture that its band decides, against what the stage asks; null where either is missing or undecided. */
export const postureFit = (reading: Reading, context: Context): 'with' | 'against' | 'half' | null => {
	const word = reading.posture?.word;
	if (!context.stage || !word || word === 'both') return null;
	// The conversation sees offence return beside the settled business once the company lasts [39:17].
	const asked = context.stage === 'mature' ? 'both' : askedPosture[context.stage];
	return asked === 'both' ? 'half' : asked === word ? 'with' : 'against';
};

/** The stages that a number of engineers is usual for. */
const usual: Readonly<Record<NonNullable<Context['size']>, readonly Stage[]>> = {
	'1-10': ['seed', 'series-a'],
	'11-25': ['series-a', 'series-b'],
	'26-100': ['series-b', 'series-c'],
	'101-1000': ['series-c', 'mature'],
	'1000+': ['mature'],
};
/** Where the number of engineers is unusual for the stage: the stage it is usual for; else null. */
export const sizeAgainstStage = ({ stage, size }: Context): { kind: 'ahead' | 'behind'; stage: Stage } | null => {
	if (!stage || !size || usual[size].includes(stage)) return null;
	const ahead = stages.indexOf(usual[size][0]!) > stages.indexOf(stage);
	// Of the stages that are usual for the size, the one nearer to the one that was given; of the smallest groups the first.
	const nearer = ahead || size === '1-10' ? usual[size][0]! : usual[size].at(-1)!;
	return { kind: ahead ? 'ahead' : 'behind', stage: nearer };
};
