/** What the stage asks of the seat, and what the company's business makes of it, in words. */
import type { Reading } from '../../domain/reading';
import type { Context } from '../../domain/result';
import { businessWords, depthWords, opening } from '../../domain/seat';
import type { Role, Stage } from '../../domain/stage';
import { t } from '../../i18n/i18n';

/** With how an unusual seat is opened; who shares the tasks with another VP reads them first. */
export const askedText = (role: Role, stage: Stage, context: Context): string => {
	const opens = opening(context);
	// Not all reasons behind older code left with their authors: a founder may be one.
	const built = role === 'tech-lead' && stage === 'mature' && context.founder;
	const text = built ? t('stage.asks.tech-lead.mature-founder') : t(`stage.asks.${role}.${stage}`);
	if (!opens) return text;
	const words = t(`stage.opens.${opens}`);
	return opens === 'vp-below' ? `${text} ${words}` : `${words} ${text}`;
};

/** `reading`: null where the answers contradict each other, so that nothing is said of them. */
export const businessText = (context: Context, reading: Reading | null): string => {
	const { role, business } = context;
	const architecture = reading?.pulls.architecture ?? 'neutral';
	if (business === 'technical') {
		if (role === 'vp')
			return `${t('stage.business.technical.vp')} ${t(`stage.business.technical.vp-then.${reading ? depthWords(reading.pulls) : 'plan'}`)}`;
		const cto = architecture === 'below' ? 'cto-low' : 'cto';
		return t(`stage.business.technical.${role === 'cto' ? cto : 'other'}`);
	}
	const words = business === 'sales-led' ? businessWords(context, architecture, reading?.gap) : null;
	if (!words) return '';
	const then = role === 'cto' ? ` ${t('stage.business.sales-led.cto-then')}` : '';
	return `${t(`stage.business.sales-led.${words}`)}${then}`;
};
