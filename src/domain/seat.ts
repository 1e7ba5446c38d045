/** Which of several wordings about a seat fits what was said about the company: rules that a reader can follow. */
import { breadthOf } from './profile';
import type { Band, End, Reading } from './reading';
import { stages, type Context } from './result';
import { sizeAgainstStage, zoneOf, type Stage } from './stage';

/** The stage after this one; null after the last. */
export const nextStage = (stage: Stage): Stage | null => stages[stages.indexOf(stage) + 1] ?? null;

const from = (stage: Context['stage'], first: Stage): boolean =>
	stage !== null && stages.indexOf(stage) >= stages.indexOf(first);

/**
 * How a seat that is unusual this early is opened: a VP at seed by what is known of them, a director by what the title seldom
 * is, and two of a kind in one line by asking who does what. What a stage asks of a VP is asked of the first of them, so a VP
 * below another is told to share it out at every stage. Else null.
 */
export const opening = ({ role, stage, size, founder, reportsTo }: Context) => {
	const early = stage === 'seed' || stage === 'series-a';
	if (role === 'vp' && reportsTo === 'vp' && stage) return early ? 'vp-second' : 'vp-below';
	if (role === 'vp' && stage === 'seed') return founder ? 'vp-founder' : 'vp-hired';
	if (role === 'director' && reportsTo === 'director' && early) return 'director-second';
	if (role === 'director' && stage === 'seed') return founder ? 'director-founder' : 'director';
	const layered = reportsTo === 'manager' || (reportsTo === 'director' && size === '1-10');
	return role === 'manager' && stage === 'seed' && layered ? 'manager-second' : null;
};

/** What it may mean that energy lies further towards an end than the month did: in some seats the other end is the work itself. */
export const monthWords = (
	context: Context,
	towards: End,
): End | 'architecture-founder' | 'architecture-seat' | 'people-seat' => {
	const { role, founder } = context;
	if (towards === 'people') return role === 'tech-lead' || role === 'staff' ? 'people-seat' : 'people';
	if (role === 'cto' && founder) return 'architecture-founder';
	// A seat is there for work with people where its whole usual range lies on that side.
	const zone = zoneOf(context);
	return zone && zone.high <= 50 ? 'architecture-seat' : 'architecture';
};

/**
 * The end that the seat's range asks more of than the month held, where energy reaches into that range: then the month is the
 * exception, not the seat. Null where no range is held against these answers.
 */
export const monthShort = ({ call, drive, practice }: Reading, context: Context): End | null => {
	const zone = zoneOf(context);
	if (!zone || call.kind === 'none' || breadthOf(call)) return null;
	const reaches = ({ low, high }: Band): boolean => low <= zone.high && high >= zone.low;
	if (reaches(practice) || !reaches(drive)) return null;
	return practice.high < zone.low ? 'architecture' : 'people';
};

/**
 * What to ask about a month that lay opposite to where energy points, `towards`: whether it was an exception, where the seat
 * asks for other work; nothing of it where it is the work of the seat; else who could share it.
 */
export const tornMonth = (
	reading: Reading,
	context: Context,
	towards: End,
): `torn-${End}${'' | '-seat' | '-exception'}` => {
	if (monthShort(reading, context) === towards) return `torn-${towards}-exception`;
	return `torn-${towards}${monthWords(context, towards).endsWith('-seat') ? '-seat' : ''}`;
};

/** A large company's words do not fit some twenty engineers, whatever the stage is called. */
export const fewAtMaturity = ({ stage, size }: Context): boolean =>
	stage === 'mature' && (size === '1-10' || size === '11-25');

/**
 * What is said about more or fewer engineers than a stage assumes, and the stage that the page can be read for instead; a
 * mature company with few engineers is no young one.
 */
export const sizeWords = (
	context: Context,
): { readonly words: 'small' | 'growing' | 'behind' | 'few'; readonly stage: Stage } | null => {
	const size = sizeAgainstStage(context);
	if (!size) return null;
	const behind = fewAtMaturity(context) ? 'few' : 'behind';
	const ahead = from(context.stage, 'series-b') ? 'growing' : 'small';
	return { words: size.kind === 'behind' ? behind : ahead, stage: size.stage };
};

/**
 * Whether the lists of what comes next assume a smaller or a larger company: one that the next stage fits already is no
 * surprise to them, and few engineers at maturity have lists of their own.
 */
export const listsAssume = (context: Context): 'fewer' | 'more' | null => {
	const kind = fewAtMaturity(context) ? undefined : sizeAgainstStage(context)?.kind;
	if (kind === 'behind') return 'more';
	const stage = context.stage && nextStage(context.stage);
	return kind && sizeAgainstStage({ ...context, stage })?.kind === 'ahead' ? 'fewer' : null;
};

/** What a stage asks of the seat and of the company assumes teams, layers and departments that a smaller one has not. */
export const asksFit = (context: Context): { readonly seat: boolean; readonly question: boolean } => ({
	seat: !fewAtMaturity(context),
	question: sizeAgainstStage(context)?.kind !== 'behind',
});

/** The two readings of Director matter once there are layers; before, one question settles it. Unknown is read as later. */
export const directorReadings = (context: Context): boolean =>
	!fewAtMaturity(context) && (context.stage === null || from(context.stage, 'series-b'));

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

/**
 * Which sentence about a business that lives by sales fits the seat: a VP's own, a CTO's, or of any other. A CTO whose answers
 * lie low on architecture is not told that technical depth rests with them, and at seed nothing of a VP; a VP drawn further to
 * technical work than the month was, or whom it draws little, is not warned of it. What is said to managers at series C says it.
 */
export const businessWords = (
	{ role, stage }: Context,
	architecture: Reading['pulls']['architecture'],
	gap: Reading['gap'] = null,
): 'cto' | 'cto-seed' | 'cto-low' | 'vp' | 'vp-low' | 'vp-drawn' | 'other' | null => {
	if (role === 'cto') return architecture === 'below' ? 'cto-low' : stage === 'seed' ? 'cto-seed' : 'cto';
	if (role === 'vp') return gap && gap.points > 0 ? 'vp-drawn' : architecture === 'below' ? 'vp-low' : 'vp';
	return role === 'manager' && stage === 'series-c' ? null : 'other';
};

/** What a VP of a company that lives by its technology makes of the depth expected there: by what their answers reach. */
export const depthWords = ({ architecture, people }: Reading['pulls']): 'plan' | 'low' | 'drawn' | 'both' => {
	if (architecture === 'neutral') return 'plan';
	if (architecture === 'below') return 'low';
	return people === 'above' ? 'both' : 'drawn';
};

/** What the moment in the middle means for a CTO whose answers lie high on people: it asks for what draws them. */
export const momentWords = ({ call, place, pulls }: Reading): 'people' | 'both' | null => {
	if (call.kind === 'none' || pulls.people !== 'above') return null;
	return place.towards === 'people' ? 'people' : pulls.architecture === 'above' ? 'both' : null;
};

/** Whose reporting line is still open: a VP may have to be hired, and there are hardly several. */
export const fewVps = ({ stage, size }: Context): boolean =>
	stage === 'series-a' || (stage === 'series-b' && (size === '1-10' || size === '11-25' || size === '26-100'));

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
