/** Who balances a leader: which end, in which seat, and where that seat usually stands (source 14:21 and the explainer). */
import { breadthOf } from './profile';
import type { End, Reading } from './reading';
import type { Context } from './result';
import { zoneOf, type Role, type Zone } from './stage';

export interface Counterpart {
	/** What kind of result it is for; `torn`: energy towards the end that `energy` names, the month towards the other. */
	readonly seek: End | 'both' | 'elsewhere' | 'torn' | 'level';
	/** A partner at one end is wanted: the place lies decidedly at the other, and no name says otherwise. */
	readonly wanted: boolean;
	/** The end that a partner carries of whom it is said what to look for, one or none. */
	readonly ends: readonly End[];
	/** What to ask: a candidate, a colleague one already works with, or nobody. */
	readonly ask: 'interview' | 'work' | null;
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

/** Seats that seldom exist at seed: nobody is looked for in them, and no range bears their name. */
const notYet: readonly Role[] = ['staff', 'manager', 'director'];
const partnerOf = ({ role, stage, reportsTo }: Context, end: End): Role | null => {
	const partner = role && partners[role][end];
	if (!partner || (stage === 'seed' && notYet.includes(partner))) return null;
	// Below another VP the CTO is a layer away.
	return role === 'vp' && partner === 'cto' && reportsTo === 'vp' ? null : partner;
};

/** The counterpart of a result. Answers that contradict each other ask for none. */
export const counterpart = (reading: Reading, context: Context): Counterpart => {
	const { call, place, torn } = reading;
	const nobody = { wanted: false, ends: [], ask: null, role: null, zone: null, above: false } as const;
	if (call.kind === 'none') return { seek: 'level', ...nobody };
	const seek = breadthOf(call) ?? (torn ? 'torn' : (place.towards ?? 'level'));
	const end = seek === 'architecture' ? 'people' : seek === 'people' ? 'architecture' : null;
	if (!end) return { seek, ...nobody };
	const role = partnerOf(context, end);
	// The zone is shown only where its middle lies towards the end that is wanted.
	const zone = role && zoneOf({ ...context, role });
	const fits = zone && (end === 'people' ? zone.low + zone.high < 100 : zone.low + zone.high > 100);
	const above = role !== null && role === context.reportsTo;
	// Who leads one team or none hires no partner: they work with somebody who is there already.
	const work = context.role === 'manager' || context.role === 'tech-lead' || context.role === 'staff';
	return {
		seek,
		wanted: true,
		ends: above || work ? [] : [end],
		ask: above ? null : work ? 'work' : 'interview',
		role,
		zone: fits ? zone : null,
		above,
	};
};

/** Which of the sentences about the partner's seat fits: what is usual later, what is usual in a small group, or a case of its own. */
export type SeatWords =
	`${Role}-${End}-${'early' | 'later'}` | `none-${End}` | 'own-manager' | 'own-cto' | 'vp-b' | 'vp-below';

/** Small enough that a founder or the most experienced engineer is near: seed, or few engineers; unknown is not small. */
const small = ({ stage, size }: Context): boolean => stage === 'seed' || size === '1-10' || size === '11-25';

/** `towards`: the end at which the leader's own place lies. */
export const seatWords = (context: Context, towards: End): SeatWords => {
	const { role, stage, reportsTo } = context;
	if (!role) return `none-${towards}`;
	if (towards === 'architecture' && (role === 'tech-lead' || role === 'staff') && reportsTo === 'manager')
		return 'own-manager';
	if (role === 'vp' && towards === 'people') {
		if (reportsTo === 'vp' || reportsTo === 'director' || reportsTo === 'manager') return 'vp-below';
		if (reportsTo === 'cto') return 'own-cto';
		if (stage === 'series-b') return 'vp-b';
	}
	const beforeB = stage === 'seed' || stage === 'series-a';
	// Experienced managers come with Series B; the other seats come with the size of the group.
	const managers = towards === 'architecture' && (role === 'vp' || role === 'director');
	const early = managers ? beforeB : role === 'cto' && towards === 'architecture' ? stage === 'seed' : small(context);
	return `${role}-${towards}-${early ? 'early' : 'later'}`;
};
