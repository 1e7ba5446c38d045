/** The usual range of a seat, in words: on the result and on the page for the other side. */
import type { Fit } from '../../domain/stage';
import { t } from '../../i18n/i18n';
import { rangeInWords } from '../../ui/placeWords';

/** From where to where it runs, and what the company lives by, where that moved it. */
export const rangeRuns = (fit: Fit): string => {
	const band = rangeInWords(fit);
	return fit.moved ? t(`report.stage.rangeMoved.${fit.moved}`, { band }) : t('report.stage.rangeText', { band });
};
