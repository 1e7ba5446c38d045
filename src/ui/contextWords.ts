/** What was said about the reader and the company, in one line. */
import type { Context } from '../domain/result';
import { t } from '../i18n/i18n';

/** "CTO, founder, reports to the CEO, Series B, 26 to 100 engineers"; empty where nothing was said. */
export const contextInWords = ({ role, stage, size, founder, reportsTo, business }: Context): string =>
	[
		role && t(`ui.about.roles.${role}`),
		founder === null ? null : t(founder ? 'report.about.founder' : 'report.about.hired'),
		reportsTo && t(`report.about.reportsTo.${reportsTo}`),
		stage && t(`ui.about.stages.${stage}`),
		size && t(`report.about.engineers.${size}`),
		business && t(`report.about.business.${business}`),
	]
		.filter((part) => part !== null && part !== '')
		.join(', ');
