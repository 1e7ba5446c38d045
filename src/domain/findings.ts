/**
 * What is worth saying about a result, the most useful first. A finding is an id with its numbers; its words stand in
 * `questions/<language>/report.json`. Each rule is one line of `rules`, and one whose band does not carry it says nothing.
 */
import type { FacetId } from './instrument';
import { breadthOf } from './profile';
import type { Band, End, Reading } from './reading';
import type { Context } from './result';
import { fit, postureFit, zoneOf, zoneSource, type Fit, type Zone } from './stage';

/** Where on a result it is said. */
export type FindingSection = 'where' | 'facets' | 'gap' | 'stage';

interface Base {
	readonly section: FindingSection;
	/** Time in the source, `mm:ss`; null where it rests on the answers alone. */
	readonly source: string | null;
}
export type Finding = Base &
	(
		| { readonly id: 'gap'; readonly towards: End; readonly points: number; readonly half: number }
		| { readonly id: 'outside'; readonly zoneTowards: End; readonly zone: Fit }
		| { readonly id: 'inside'; readonly zone: Fit }
		| { readonly id: 'halves'; readonly lie: Halves; readonly zone: Zone }
		| { readonly id: 'posture'; readonly kind: 'with' | 'against' | 'half'; readonly word: 'offence' | 'defence' }
		| { readonly id: 'moment'; readonly at: 'before' | 'in' | 'after' }
		| { readonly id: 'both'; readonly percent: number }
		| { readonly id: 'elsewhere'; readonly percent: number }
		| { readonly id: 'facet'; readonly facet: FacetId; readonly call: 1 | -1 }
		| { readonly id: 'place'; readonly towards: End; readonly points: number; readonly half: number }
		| { readonly id: 'level'; readonly word: 'centre' | 'undecided' }
	);

/** A band beside a zone: wholly in it, wholly out of it, or across an edge. */
type Lies = 'inside' | 'edge' | 'outside';
/**
 * How energy and month lie to a zone: each by itself, energy first; where both are outside, beyond one edge, where one is
 * nearer by their whole difference, or beyond both edges.
 */
export type Halves = Exclude<`${Lies}-${Lies}`, 'outside-outside'> | 'drive-nearer' | 'practice-nearer' | 'astride';

/** Points from a zone to a place beyond it, negative below; 0 inside. */
const off = ({ value }: Band, { low, high }: Zone): number => Math.min(value - low, 0) + Math.max(value - high, 0);

const beside = ({ low, high }: Band, zone: Zone): Lies =>
	low >= zone.low && high <= zone.high ? 'inside' : high < zone.low || low > zone.high ? 'outside' : 'edge';

const halves = (energy: Band, month: Band, zone: Zone): Halves => {
	const lie = `${beside(energy, zone)}-${beside(month, zone)}` as const;
	if (lie !== 'outside-outside') return lie;
	const [near, far] = [off(energy, zone), off(month, zone)];
	if (near * far < 0) return 'astride';
	return Math.abs(near) < Math.abs(far) ? 'drive-nearer' : 'practice-nearer';
};

type Rule = (reading: Reading, context: Context) => readonly Finding[];

/** In the order of use: what can be acted on first, what describes last. */
const rules: readonly Rule[] = [
	// Energy and month differ by more than the noise.
	({ gap }) =>
		gap
			? [
					{
						id: 'gap',
						section: 'gap',
						source: '13:10',
						towards: gap.points > 0 ? 'architecture' : 'people',
						points: gap.points,
						half: gap.half,
					},
				]
			: [],
	// A CTO at series C is in the moment in the middle; earlier it comes, later it is over.
	(_, { role, stage }) =>
		role === 'cto' && stage
			? [
					stage === 'series-c'
						? { id: 'moment', section: 'stage', source: '39:17', at: 'in' }
						: stage === 'mature'
							? { id: 'moment', section: 'stage', source: '39:17', at: 'after' }
							: { id: 'moment', section: 'stage', source: '45:24', at: 'before' },
				]
			: [],
	// At least .90, or at most .30, that the place lies in the zone of the role at this stage.
	({ place, call, torn }, context) => {
		const found = fit(place, context);
		const source = context.role && zoneSource[context.role];
		// Who reaches both ends or neither rests between them for another reason, and who is torn rests there on average.
		if (!found || torn || breadthOf(call)) return [];
		if (found.zoneTowards)
			return [{ id: 'outside', section: 'stage', source, zoneTowards: found.zoneTowards, zone: found }];
		return found.call === 'inside' ? [{ id: 'inside', section: 'stage', source, zone: found }] : [];
	},
	// Instead, for who is torn: each half beside the zone.
	({ torn, call, drive, practice }, context) => {
		const zone = zoneOf(context);
		if (!zone || !torn || breadthOf(call)) return [];
		const source = context.role && zoneSource[context.role];
		return [{ id: 'halves', section: 'stage', source, lie: halves(drive, practice, zone), zone }];
	},
	// The band of the posture lies on one side.
	(reading, context) => {
		const kind = postureFit(reading, context);
		const word = reading.posture?.word;
		return kind && word && word !== 'both' ? [{ id: 'posture', section: 'stage', source: '35:29', kind, word }] : [];
	},
	// Only a clear call may name these two.
	({ call, percents }) => {
		const named = breadthOf(call);
		if (named === 'both') return [{ id: 'both', section: 'where', source: '19:06', percent: percents.UNICORN }];
		return named ? [{ id: 'elsewhere', section: 'where', source: '39:17', percent: percents.ELSEWHERE }] : [];
	},
	({ facets, standing }) =>
		standing.map((facet) => ({
			id: 'facet',
			section: 'facets',
			source: null,
			facet,
			call: facets[facet].call as 1 | -1,
		})),
	// The whole band on one side, or the beam is level.
	({ place }) =>
		place.towards
			? [
					{
						id: 'place',
						section: 'where',
						source: place.towards === 'architecture' ? '17:34' : '18:29',
						towards: place.towards,
						points: place.points,
						half: place.half,
					},
				]
			: [{ id: 'level', section: 'where', source: null, word: place.word === 'centre' ? 'centre' : 'undecided' }],
];

/** The findings that this result carries, in order. Answers that contradict each other carry none about the leader. */
export const findings = (reading: Reading, context: Context): readonly Finding[] => {
	const found = rules.flatMap((rule) => rule(reading, context));
	return reading.call.kind === 'none' ? found.filter(({ id }) => id === 'moment') : found;
};

/** The one finding with this id, if it was made; of facets the first. */
export const findingOf = <Id extends Finding['id']>(
	found: readonly Finding[],
	id: Id,
): Extract<Finding, { id: Id }> | null =>
	(found.find((one) => one.id === id) as Extract<Finding, { id: Id }> | undefined) ?? null;
