/** What the stage after this one asks of the seat, in words: on the result and on the page for the other side. */
import type { Context } from '../../domain/result';
import { fewAtMaturity, nextStage } from '../../domain/seat';
import type { Role, Stage } from '../../domain/stage';
import { t } from '../../i18n/i18n';

export const aheadHeading = (stage: Stage): string => {
	const next = nextStage(stage);
	if (next === 'mature') return t('report.stage.nextMature');
	return next ? t('report.stage.next', { stage: t(`ui.about.stages.${next}`) }) : t('report.stage.nextLines');
};

/** What it asks more of, and what it asks less of. */
export const aheadFacts = (role: Role, stage: Stage, context: Context): readonly { name: string; text: string }[] => {
	const few = fewAtMaturity(context);
	return [
		{ name: t('report.stage.more'), text: few ? t(`stage.small.more.${role}`) : t(`stage.more.${role}.${stage}`) },
		{ name: t('report.stage.less'), text: few ? t(`stage.small.less.${role}`) : t(`stage.less.${role}.${stage}`) },
	];
};
