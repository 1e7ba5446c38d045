/** Three things for a leader and the person they work for to talk about, from the findings (source 46:07 to 47:48, 43:16). */
import { findingOf, type Finding } from './findings';
import type { Reading } from './reading';

export type Talk =
	| 'gap-architecture'
	| 'gap-people'
	| 'outside-architecture'
	| 'outside-people'
	| 'inside'
	| 'against'
	| 'elsewhere'
	| 'both'
	| 'stage'
	| 'partner'
	| 'change';

/** The first three that the findings carry, what can be acted on first; the last ones always hold. */
export const talkAbout = (found: readonly Finding[], reading: Reading): readonly Talk[] => {
	const gap = findingOf(found, 'gap');
	const out = findingOf(found, 'outside');
	// The zone lies towards one end, so the place lies further towards the other.
	const side = out && (out.zoneTowards === 'people' ? 'architecture' : 'people');
	const all: readonly (Talk | null)[] = [
		gap && (`gap-${gap.towards}` as const),
		findingOf(found, 'elsewhere') && 'elsewhere',
		side && (`outside-${side}` as const),
		findingOf(found, 'posture')?.kind === 'against' ? 'against' : null,
		findingOf(found, 'both') && 'both',
		reading.place.towards && reading.call.kind !== 'none' ? 'partner' : null,
		findingOf(found, 'inside') && 'inside',
		'stage',
		'change',
		'partner',
	];
	return [...new Set(all.filter((talk) => talk !== null))].slice(0, 3);
};
