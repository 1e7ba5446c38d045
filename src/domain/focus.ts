/** Which facet the advice works on, and why that one. */
import { architectureFacets, peopleFacets, type FacetId } from './instrument';
import { breadthOf } from './profile';
import type { End, Reading } from './reading';
import type { Context } from './result';
import { fit } from './stage';

export interface Focus {
	readonly facet: FacetId;
	/**
	 * `called`: it stands apart; `stage`: the usual range lies towards its end; `lower`: the end that scores lower, `close`
	 * where the two bands overlap, `equal` where they show the same or one point apart; `drawn`: the end that the energy of
	 * who is torn points to, where they overlap; `higher`: highest at its end.
	 */
	readonly why: 'called' | 'stage' | 'lower' | 'close' | 'equal' | 'drawn' | 'higher';
	/** Alone at that end, beside another that shows the same, or the lowest of those that fit the stage. */
	readonly rank: 'alone' | 'tied' | 'fitting';
}

const facetsOf: Readonly<Record<End, readonly FacetId[]>> = { architecture: architectureFacets, people: peopleFacets };

/** Before there is much to protect, nobody is sent to protect it [36:06]. */
const early = ({ stage }: Context): boolean => stage === 'seed' || stage === 'series-a';

/** The end that more is asked of: where the zone lies if the place is likely outside it, else the one that answers reach less. */
const asked = (reading: Reading, context: Context): { end: End; why: Focus['why'] } => {
	const { place, A, P, call, torn, drive } = reading;
	const towards = breadthOf(call) || torn ? null : (fit(place, context)?.zoneTowards ?? null);
	if (towards) return { end: towards, why: 'stage' };
	const overlap = A.low <= P.high && P.low <= A.high;
	// The month asked enough at the other end.
	if (torn && drive.towards && overlap) return { end: drive.towards, why: 'drawn' };
	const why = Math.abs(A.value - P.value) <= 1 ? 'equal' : overlap ? 'close' : 'lower';
	return { end: A.exact > P.exact ? 'people' : 'architecture', why };
};

/**
 * The facet to stretch, the one to share, and the one to ask the team about: at the end of the first, so that it is another.
 * A facet that stands apart comes first, else the estimates decide.
 */
export const focus = (reading: Reading, context: Context): { stretch: Focus; strong: Focus; ask: Focus } => {
	const { facets } = reading;
	const { end, why } = asked(reading, context);
	const nearer: End = reading.place.exact > 50 ? 'architecture' : 'people';
	/** The end that answers reach more; where the range lies further towards it still, nothing of it is given away: the other. */
	const own: End = why === 'stage' && end === nearer ? (end === 'people' ? 'architecture' : 'people') : nearer;
	const sorted = (of: End): readonly FacetId[] => [...facetsOf[of]].sort((a, b) => facets[a].exact - facets[b].exact);
	const tied = (id: FacetId, of: readonly FacetId[]): boolean =>
		of.some((other) => other !== id && facets[other].value === facets[id].value);
	const fitting = sorted(end).filter((id) => !(early(context) && id === 'A4'));
	const below = fitting.find((id) => facets[id].call < 0);
	const above = sorted(own).findLast((id) => facets[id].call > 0);
	const [low, high] = [fitting[0]!, sorted(own).at(-1)!];
	const rank = tied(low, fitting) ? 'tied' : sorted(end)[0] === low ? 'alone' : 'fitting';
	const stretch: Focus = below ? { facet: below, why: 'called', rank: 'alone' } : { facet: low, why, rank };
	return {
		stretch,
		strong: above
			? { facet: above, why: 'called', rank: 'alone' }
			: { facet: high, why: 'higher', rank: tied(high, facetsOf[own]) ? 'tied' : 'alone' },
		ask: { facet: fitting.find((id) => id !== stretch.facet)!, why, rank: 'alone' },
	};
};
