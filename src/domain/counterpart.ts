/** Who balances a leader: which end, in which seat, and where that seat usually stands (source 14:21 and the explainer). */
import type { End, Reading } from './reading';
import type { Context } from './result';
import { zoneOf, type Role, type Zone } from './stage';

export interface Counterpart {
	/** What kind of result it is for. */
	readonly seek: End | 'both' | 'elsewhere' | 'level';
	/** A partner at one end is wanted: the place lies decidedly at the other, and no name says otherwise. */
	readonly wanted: boolean;
	/** The ends a partner may carry, one or none where the answers decide neither. */
	readonly ends: readonly End[];
	/** The seat that usually balances this one, and its zone at this stage; null where the source names none. */
	readonly role: Role | null;
	readonly zone: Zone | null;
	/** That seat is the one this leader reports to: nobody to be looked for. */
	readonly above: boolean;
}

/** Who usually carries people, or architecture, beside this role. */
const partners: Readonly<Record<Role, Readonly<Record<End, Role>>>> = {
	cto: { people: 'vp', architecture: 'staff' },
	vp: { people: 'director', architecture: 'cto' },
	director: { people: 'manager', architecture: 'staff' },
	manager: { people: 'director', architecture: 'tech-lead' },
	'tech-lead': { people: 'manager', architecture: 'staff' },
	staff: { people: 'manager', architecture: 'tech-lead' },
};

/** The counterpart of a result. Answers that contradict each other ask for none. */
export const counterpart = (reading: Reading, context: Context): Counterpart => {
	const { call, place } = reading;
	const named = call.kind === 'clear' ? call.first : null;
	const seek =
		named === 'UNICORN' ? 'both' : named === 'ELSEWHERE' ? 'elsewhere' : (place.towards ?? ('level' as const));
	const end = seek === 'architecture' ? 'people' : seek === 'people' ? 'architecture' : null;
	const role = end && context.role ? partners[context.role][end] : null;
	// The zone is shown only where its middle lies towards the end that is wanted.
	const zone = role && zoneOf({ ...context, role });
	const fits = zone && (end === 'people' ? zone.low + zone.high < 100 : zone.low + zone.high > 100);
	const careless = call.kind === 'none';
	const above = role !== null && role === context.reportsTo;
	return {
		seek: careless ? 'level' : seek,
		wanted: end !== null && !careless,
		ends: end && !careless && !above ? [end] : [],
		role: careless ? null : role,
		zone: fits && !careless ? zone : null,
		above: above && !careless,
	};
};
