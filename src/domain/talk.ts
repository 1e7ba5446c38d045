/** Three things for a leader and the person they work for to talk about, from the findings (source 46:07 to 47:48, 43:16). */
import { seatWords } from './counterpart';
import { findingOf, type Finding } from './findings';
import type { End, Reading } from './reading';
import type { Context } from './result';

export type Talk =
	| 'gap-architecture'
	| 'gap-people'
	| `${'outside' | 'nearer'}-${End}${'' | '-probably'}`
	| 'inside'
	| 'against-offence'
	| 'against-defence'
	| 'elsewhere'
	| 'both'
	| 'less'
	| 'team'
	| 'part'
	| 'systems'
	| 'part-seed'
	| 'stage'
	| 'partner-architecture'
	| 'partner-people'
	| `partner-${End}-me`
	| 'partner-people-own'
	| 'partner'
	| 'weigh'
	| 'change';

/** The question about what comes next: of what this page lists where the seat hands work over, else of what is looked after. */
const ahead = ({ role, stage }: Context): Talk => {
	// At seed a staff engineer looks after whatever nobody owns, and nothing built is there for half a year.
	if (role === 'staff') return stage === 'seed' ? 'part-seed' : 'systems';
	if (role === 'manager' && stage !== 'seed') return 'team';
	if (role === 'tech-lead' && stage !== 'seed') return 'part';
	// After maturity the list is one of what may come, and none of it is at hand.
	return role && stage && stage !== 'mature' ? 'less' : 'stage';
};

/** Seats whose balance the leader's page finds, or may find, in the person they report to: whoever asks is the answer. */
const asker = (context: Context, towards: End): boolean => {
	const { role, reportsTo } = context;
	const words = seatWords(context, towards);
	if (words === 'own-manager' || words === 'own-cto' || words.startsWith('manager-architecture')) return true;
	if (towards === 'people') return false;
	// A CTO who has grown into organising people; the director whose teams build on the designs; the founder of a small company.
	if (role === 'vp') return reportsTo === 'cto';
	if (role !== 'staff' && role !== 'tech-lead') return false;
	return words.endsWith('-early') ? reportsTo === 'ceo' : role === 'staff' && reportsTo === 'director';
};

/** Who objects to what a leader at this end decides. Who makes no promises to others has their work checked. */
const partner = (context: Context, towards: End): Talk => {
	if (asker(context, towards)) return `partner-${towards}-me`;
	const own = towards === 'people' && (context.role === 'staff' || context.role === 'tech-lead');
	return own ? 'partner-people-own' : `partner-${towards}`;
};

/**
 * The first two that the findings carry, what can be acted on first; then one about what comes next; the last ones fill up. What
 * rests on six short choices stands last.
 */
export const talkAbout = (found: readonly Finding[], reading: Reading, context: Context): readonly Talk[] => {
	const gap = findingOf(found, 'gap');
	const out = findingOf(found, 'outside');
	// The zone lies towards one end, so the place lies further towards the other; a zone wholly on that side leans like it.
	const side = out && (out.zoneTowards === 'people' ? 'architecture' : 'people');
	const alike = out && (side === 'architecture' ? out.zone.low >= 50 : out.zone.high <= 50);
	const probably = out?.zone.call === 'unlikely' ? '-probably' : '';
	const posture = findingOf(found, 'posture');
	const all: readonly (Talk | null)[] = [
		// The page sends its reader to this one first.
		findingOf(found, 'elsewhere') && 'elsewhere',
		gap && (`gap-${gap.towards}` as const),
		side && (`${alike ? 'nearer' : 'outside'}-${side}${probably}` as const),
		posture?.kind === 'against' ? (`against-${posture.word}` as const) : null,
		findingOf(found, 'both') && 'both',
		reading.place.towards && reading.call.kind !== 'none' ? partner(context, reading.place.towards) : null,
		findingOf(found, 'inside') && 'inside',
	];
	const first = all.filter((talk) => talk !== null).slice(0, 2);
	// The list of what shrinks is about letting go, as handing over is: one such question is enough.
	const given = first.some((talk) => talk === 'both' || talk === 'inside');
	const seen = ahead(context);
	const next = (seen === 'less' || seen === 'part-seed') && given ? 'stage' : seen;
	// What to hand over is asked once.
	const handing = [...first, next].some((talk) => /^gap|^(both|inside|less)$/.test(talk));
	const level = findingOf(found, 'level') && !reading.torn && !findingOf(found, 'both');
	// Whose objection counted is asked once.
	const asked = first.some((talk) => talk.startsWith('partner'));
	const fitting = findingOf(found, 'elsewhere') ? 'change' : level ? 'weigh' : asked ? null : 'partner';
	const last: readonly (Talk | null)[] = handing ? [fitting, 'stage'] : ['change', fitting];
	const three = [...new Set([...first, next, ...last])].filter((talk) => talk !== null).slice(0, 3);
	const hint = (talk: Talk): boolean => talk.startsWith('against');
	return [...three.filter((talk) => !hint(talk)), ...three.filter(hint)];
};
