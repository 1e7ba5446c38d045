/**
 * What is worth saying about a result, the most useful first. A finding is an id with its numbers; its words stand in
 * `questions/<language>/report.json`. Each rule is one line of `rules`, and one whose band does not carry it says nothing.
 */
import type { FacetId } from './instrument';
import type { End, Reading } from './reading';
import type { Context } from './result';
import { fit, postureFit, zoneSource } from './stage';

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
		| { readonly id: 'outside'; readonly zoneTowards: End; readonly chance: number }
		| { readonly id: 'inside'; readonly chance: number }
		| { readonly id: 'posture'; readonly kind: 'with' | 'against' | 'half'; readonly word: 'offence' | 'defence' }
		| { readonly id: 'moment'; readonly at: 'before' | 'in' | 'after' }
		| { readonly id: 'both'; readonly percent: number }
		| { readonly id: 'elsewhere'; readonly percent: number }
		| { readonly id: 'facet'; readonly facet: FacetId; readonly call: 1 | -1 }
		| { readonly id: 'place'; readonly towards: End; readonly points: number; readonly half: number }
		| { readonly id: 'level'; readonly word: 'centre' | 'undecided' }
	);

/** The one call that names both ends. */
export const reachesBoth = ({ kind, first }: Reading['call']): boolean => kind === 'clear' && first === 'UNICORN';

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
	// At least .70, or at most .30, that the place lies in the zone of the role at this stage.
	({ place, call }, context) => {
		const found = fit(place, context);
		const source = context.role && zoneSource[context.role];
		// Who reaches both ends rests between them without lacking either.
		if (!found || found.call === 'unsure' || reachesBoth(call)) return [];
		return found.zoneTowards
			? [{ id: 'outside', section: 'stage', source, zoneTowards: found.zoneTowards, chance: found.chance }]
			: [{ id: 'inside', section: 'stage', source, chance: found.chance }];
	},
	// The band of the posture lies on one side.
	(reading, context) => {
		const kind = postureFit(reading, context);
		const word = reading.posture?.word;
		return kind && word && word !== 'both' ? [{ id: 'posture', section: 'stage', source: '35:29', kind, word }] : [];
	},
	// Only a clear call may name these two.
	({ call, percents }) =>
		call.kind === 'clear' && call.first === 'UNICORN'
			? [{ id: 'both', section: 'where', source: '19:06', percent: percents.UNICORN }]
			: call.kind === 'clear' && call.first === 'ELSEWHERE'
				? [{ id: 'elsewhere', section: 'where', source: '39:17', percent: percents.ELSEWHERE }]
				: [],
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
