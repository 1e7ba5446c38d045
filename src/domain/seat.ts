/** Which of several wordings about a seat fits what was said about the company: rules that a reader can follow. */
import type { End } from './reading';
import { stages, type Context } from './result';
import type { Stage } from './stage';

/** The stage after this one; null after the last. */
export const nextStage = (stage: Stage): Stage | null => stages[stages.indexOf(stage) + 1] ?? null;

const from = (stage: Context['stage'], first: Stage): boolean =>
	stage !== null && stages.indexOf(stage) >= stages.indexOf(first);

/** A VP at seed: where nothing else is said, where one founded the company, and where another VP stands above. */
export const vpAtSeed = ({ founder, reportsTo }: Context): 'second' | 'founder' | 'hired' =>
	reportsTo === 'vp' ? 'second' : founder ? 'founder' : 'hired';

/** What it may mean that energy lies further towards an end than the month did: in some seats the other end is the work itself. */
export const monthWords = (
	{ role, founder }: Context,
	towards: End,
): End | 'architecture-founder' | 'architecture-seat' | 'people-seat' => {
	if (towards === 'people') return role === 'tech-lead' || role === 'staff' ? 'people-seat' : 'people';
	if (role === 'cto' && founder) return 'architecture-founder';
	return role === 'vp' || role === 'director' || role === 'manager' ? 'architecture-seat' : 'architecture';
};

/** A large company's words do not fit ten engineers, whatever the stage is called. */
export const fewAtMaturity = ({ stage, size }: Context): boolean => stage === 'mature' && size === '1-10';

/** What is said about more or fewer engineers than a stage assumes. */
export const sizeWords = (context: Context, kind: 'ahead' | 'behind'): 'small' | 'growing' | 'behind' | 'few' =>
	kind === 'behind'
		? fewAtMaturity(context)
			? 'few'
			: 'behind'
		: from(context.stage, 'series-b')
			? 'growing'
			: 'small';

/** The two readings of Director matter once there are layers; before, one question settles it. Unknown is read as later. */
export const directorReadings = ({ stage }: Context): boolean => stage === null || from(stage, 'series-b');

/**
 * What is said about news on its way: a VP's own line, the CTO as filter, or what is lost below. Founders hear it at first
 * hand, and so does a small company.
 */
export const passingOn = ({
	role,
	stage,
	founder,
	reportsTo,
}: Context): 'vp-ceo' | 'vp-cto' | 'cto-ceo' | 'other' | null => {
	if (role === 'vp' && (reportsTo === 'ceo' || reportsTo === 'cto')) return `vp-${reportsTo}`;
	if (role === 'cto' && reportsTo === 'ceo') return 'cto-ceo';
	return reportsTo && reportsTo !== 'ceo' && founder !== true && from(stage, 'series-b') ? 'other' : null;
};

/** Which sentence about a business fits the seat: a VP's own, a CTO's, of one below a VP, or of any other. */
export const businessWords = ({ role, reportsTo }: Context): 'cto' | 'vp' | 'below' | 'other' =>
	role === 'cto' || role === 'vp' ? role : reportsTo === 'vp' ? 'below' : 'other';

/** From the top down; of the other seats none stands above another. */
const order: readonly (string | null)[] = ['cto', 'vp', 'director', 'manager'];
/**
 * A reporting line that is more likely a slip than a fact: to a seat below one's own, a founder under a manager or a director,
 * or, in a company too small for two of a kind, to one's own kind.
 */
export const unusualLine = ({ role, stage, founder, reportsTo }: Context): boolean => {
	const [own, above] = [order.indexOf(role), order.indexOf(reportsTo)];
	if (above < 0) return false;
	if (founder && above >= order.indexOf('director')) return true;
	return own >= 0 && (above > own || (above === own && (stage === 'seed' || stage === 'series-a')));
};
