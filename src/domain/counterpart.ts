/** Who balances a leader: which end, in which seat, and where that seat usually stands (source 14:21 and the explainer). */
import { peopleFacets } from './instrument';
import { breadthOf } from './profile';
import type { End, Reading } from './reading';
import type { Context } from './result';
import { fewAtMaturity, opening, passingOn } from './seat';
import { zoneOf, type Role, type Zone } from './stage';

export interface Counterpart {
	/** What kind of result it is for; `torn`: energy towards the end that `energy` names, the month towards the other. */
	readonly seek: End | 'both' | 'elsewhere' | 'torn' | 'level';
	/** A partner at one end is wanted: the place lies decidedly at the other, and no name says otherwise. */
	readonly wanted: boolean;
	/**
	 * What to ask: a candidate, a colleague one already works with, one who is usually there but may have to be found, or nobody.
	 */
	readonly ask: 'interview' | 'work' | 'either' | null;
	/** The seat that usually balances this one; its zone at this stage only where the words name that seat. */
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
	const nobody = { wanted: false, ask: null, role: null, zone: null, above: false } as const;
	if (call.kind === 'none') return { seek: 'level', ...nobody };
	const seek = breadthOf(call) ?? (torn ? 'torn' : (place.towards ?? 'level'));
	const end = seek === 'architecture' ? 'people' : seek === 'people' ? 'architecture' : null;
	if (!end) return { seek, ...nobody };
	const role = partnerOf(context, end);
	const words = seatWords(context, end === 'people' ? 'architecture' : 'people');
	// The zone is shown only where the words name its seat, and its middle lies towards the end that is wanted.
	const zone = role && named[words] === role ? zoneOf({ ...context, role }) : null;
	const fits = zone && (end === 'people' ? zone.low + zone.high < 100 : zone.low + zone.high > 100);
	// Words that name others beside the person reported to leave somebody to ask.
	const above = role !== null && role === context.reportsTo && named[words] === role;
	// Below a VP nobody hires a partner, nor does a small group: they work with somebody who is there already.
	const own = context.role !== null && context.role !== 'cto' && context.role !== 'vp';
	// It may be the CTO above: nobody interviews those they work for.
	const maybe = context.role === 'vp' && context.reportsTo === 'cto';
	const work = own || maybe || context.stage === 'seed' || words === 'vp-below' || words.endsWith('-early');
	return {
		seek,
		wanted: true,
		// Beside a CTO or VP the seat is usually filled, but for the VP who often comes at series A.
		ask: above ? null : work ? 'work' : context.role && words !== 'cto-a' ? 'either' : 'interview',
		role,
		zone: fits ? zone : null,
		above,
	};
};

/** Which of the sentences about the partner's seat fits: what is usual later, what is usual in a small group, or a case of its own. */
export type SeatWords =
	`${Role}-${End}-${'early' | 'later'}` | `none-${End}`
	| 'own-manager' | 'own-cto' | 'cto-a' | 'cto-people-b' | 'vp-b' | 'vp-below' | 'vp-cto-early' | 'vp-cto-later'; // prettier-ignore

/** The seat that the words name as the usual one. Others name somebody who stands near: no range is drawn for those. */
const named: Partial<Readonly<Record<SeatWords, Role>>> = {
	'cto-a': 'vp',
	'cto-architecture-later': 'vp',
	'cto-people-b': 'staff',
	'cto-people-later': 'staff',
	'vp-cto-later': 'director',
	'vp-architecture-later': 'director',
	'vp-people-early': 'cto',
	'vp-people-later': 'cto',
	'vp-b': 'cto',
	'own-cto': 'cto',
	'own-manager': 'manager',
	'director-architecture-later': 'manager',
	'director-people-later': 'staff',
	'manager-people-later': 'tech-lead',
	'tech-lead-architecture-later': 'manager',
	'tech-lead-people-later': 'staff',
	'staff-architecture-later': 'manager',
	'staff-people-later': 'tech-lead',
};

/** Small enough that a founder or the most experienced engineer is near: seed, or few engineers; unknown is not small. */
const small = ({ stage, size }: Context): boolean => stage === 'seed' || size === '1-10' || size === '11-25';

/** `towards`: the end at which the leader's own place lies. */
export const seatWords = (context: Context, towards: End): SeatWords => {
	const { role, stage, reportsTo } = context;
	if (!role) return `none-${towards}`;
	const hands = role === 'tech-lead' || role === 'staff';
	// At seed one-to-ones have mostly not come up yet.
	if (towards === 'architecture' && hands && reportsTo === 'manager' && stage !== 'seed') return 'own-manager';
	// When a VP comes is worth saying while it is near.
	if (role === 'cto' && towards === 'architecture' && stage === 'series-a') return 'cto-a';
	if (role === 'vp' && towards === 'people') {
		if (reportsTo === 'vp' || reportsTo === 'director' || reportsTo === 'manager') return 'vp-below';
		if (reportsTo === 'cto') return 'own-cto';
		if (stage === 'series-b') return 'vp-b';
	}
	const beforeB = stage === 'seed' || stage === 'series-a' || fewAtMaturity(context);
	// Experienced managers come with Series B; the other seats come with the size of the group.
	const managers = towards === 'architecture' && (role === 'vp' || role === 'director');
	const alone = stage === 'seed' || fewAtMaturity(context);
	const early = managers ? beforeB : role === 'cto' && towards === 'architecture' ? alone : small(context);
	const when = early ? 'early' : 'later';
	if (role === 'vp' && towards === 'architecture' && reportsTo === 'cto') return `vp-cto-${when}`;
	// What may fail next is the question of series B already.
	if (role === 'cto' && towards === 'people' && stage === 'series-b' && !early) return 'cto-people-b';
	return `${role}-${towards}-${when}`;
};

/**
 * What is said about news on its way, unless these answers or a founder's place near it make it needless. `asked`: the page
 * has a VP ask the CTO what to hear at first hand.
 */
export const passing = ({ facets }: Reading, context: Context, asked = false): ReturnType<typeof passingOn> => {
	const line = passingOn(context);
	// Where information flow is highest at its end, or among the highest, news hardly stops with this leader.
	const flows = facets.P3.call > 0 || peopleFacets.every((id) => facets[id].value <= facets.P3.value);
	if (line === 'cto-ceo' && flows) return null;
	const early = context.stage === 'seed' || context.stage === 'series-a';
	return line === 'vp-cto' && (asked || context.stage === 'seed' || (context.founder && early)) ? null : line;
};

/** How what this leader says, or hears, is coloured; the stage's own text says it to a director at maturity. */
export const hearing = ({ role, stage, founder }: Context): 'cto' | 'other' | null => {
	if (founder) return role === 'cto' ? 'cto' : 'other';
	return founder === null || role === 'cto' || (role === 'director' && stage === 'mature') ? null : 'other';
};

/**
 * What its history means for a CTO's own part. At series B and C what the stage asks, or the moment, says a founder's already; at
 * seed there are no early bets of others yet.
 */
export const history = ({ role, stage, founder }: Context): 'founder' | 'hired' | null => {
	if (role !== 'cto' || founder === null || (founder && (stage === 'series-b' || stage === 'series-c'))) return null;
	return founder ? 'founder' : stage === 'seed' ? null : 'hired';
};

/**
 * The words about whom to look for. Two specialists, or an area for somebody to lead, are for those who shape a group; whoever
 * builds has no people in their care.
 */
export const seekWords = (
	reading: Reading,
	context: Context,
):
	| End
	| 'both'
	| 'both-vp'
	| 'elsewhere'
	| 'elsewhere-agreed'
	| 'elsewhere-hands'
	| 'level'
	| 'level-early'
	| `torn-${End}` => {
	const { seek } = counterpart(reading, context);
	const { role, stage, business } = context;
	const early = stage === 'seed' || stage === 'series-a' || fewAtMaturity(context);
	const one = role === 'manager' || role === 'tech-lead' || role === 'staff';
	if (seek === 'torn') return `torn-${reading.drive.towards ?? 'people'}`;
	if (seek === 'both' && stage && !early && role === 'vp') return 'both-vp';
	if (seek === 'elsewhere' && (role === 'tech-lead' || role === 'staff')) return 'elsewhere-hands';
	// Who shares the title with the person above, or supplies less depth than the business needs, has been told to agree it.
	const depth =
		(role === 'cto' && business === 'sales-led') || ((role === 'cto' || role === 'vp') && business === 'technical');
	const agreed = /-(second|below)$/.test(opening(context) ?? '') || (depth && reading.pulls.architecture === 'below');
	if (seek === 'elsewhere' && agreed) return 'elsewhere-agreed';
	return seek === 'level' && (early || one) ? 'level-early' : seek;
};
