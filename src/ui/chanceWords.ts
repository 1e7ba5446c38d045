/** A chance in words; it is never said to be none or all. */
import { percent, t } from '../i18n/i18n';

/** `chance` from 0 to 1. */
export const chanceInWords = (chance: number): string => {
	if (chance > 0.99) return t('report.stage.nearly', { percent: percent(99) });
	if (chance < 0.01) return t('report.stage.hardly', { percent: percent(1) });
	return percent(100 * chance);
};
