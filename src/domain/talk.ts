/** Three things for a leader and the person they work for to talk about, from the findings (source 46:07 to 47:48, 43:16). */
import { findingOf, type Finding } from './findings';
import type { Reading } from './reading';
import type { Context } from './result';

export type Talk =
	| 'gap-architecture'
	| 'gap-people'
	| 'outside-architecture'
	| 'outside-people'
	| 'nearer-architecture'
	| 'nearer-people'
	| 'inside'
	| 'against'
	| 'elsewhere'
	| 'both'
	| 'less'
	| 'team'
	| 'part'
	| 'stage'
	| 'partner-architecture'
	| 'partner-people'
	| 'partner'
	| 'weigh'
	| 'change';

/** The question about what comes next: of what this page lists where the seat hands work over, else of what is looked after. */
const ahead = ({ role, stage }: Context): Talk => {
	if (role === 'manager') return 'team';
	if (role === 'tech-lead' || role === 'staff') return 'part';
	// After maturity the list is one of what may come, and none of it is at hand.
	return role && stage && stage !== 'mature' ? 'less' : 'stage';
};

/** The first two that the findings carry, what can be acted on first; then one about what comes next; the last ones fill up. */
export const talkAbout = (found: readonly Finding[], reading: Reading, context: Context): readonly Talk[] => {
	const gap = findingOf(found, 'gap');
	const out = findingOf(found, 'outside');
	// The zone lies towards one end, so the place lies further towards the other; a zone wholly on that side leans like it.
	const side = out && (out.zoneTowards === 'people' ? 'architecture' : 'people');
	const alike = out && (side === 'architecture' ? out.zone.low >= 50 : out.zone.high <= 50);
	const all: readonly (Talk | null)[] = [
		gap && (`gap-${gap.towards}` as const),
		findingOf(found, 'elsewhere') && 'elsewhere',
		side && (`${alike ? 'nearer' : 'outside'}-${side}` as const),
		findingOf(found, 'posture')?.kind === 'against' ? 'against' : null,
		findingOf(found, 'both') && 'both',
		reading.place.towards && reading.call.kind !== 'none' ? (`partner-${reading.place.towards}` as const) : null,
		findingOf(found, 'inside') && 'inside',
	];
	const first = all.filter((talk) => talk !== null).slice(0, 2);
	// The list of what shrinks is about letting go, as handing over is: one such question is enough.
	const given = first.some((talk) => talk === 'both' || talk === 'inside');
	const seen = ahead(context);
	const next = seen === 'less' && given ? 'stage' : seen;
	// What to hand over is asked once.
	const handing = [...first, next].some((talk) => /^gap|^(both|inside|less)$/.test(talk));
	const level = findingOf(found, 'level') && !reading.torn && !findingOf(found, 'both');
	// Whose objection counted is asked once.
	const asked = first.some((talk) => talk.startsWith('partner'));
	const fitting = findingOf(found, 'elsewhere') ? 'change' : level ? 'weigh' : asked ? null : 'partner';
	const last: readonly (Talk | null)[] = handing ? [fitting, 'stage'] : ['change', fitting];
	return [...new Set([...first, next, ...last])].filter((talk) => talk !== null).slice(0, 3);
};
