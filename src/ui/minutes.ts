/** Minutes as people say them. */
import { number, t, type Key } from '../i18n/i18n';

/** To the half minute. */
export const halves = (minutes: number): string => {
	const rounded = Math.max(0.5, Math.round(minutes * 2) / 2);
	const whole = Math.floor(rounded);
	return rounded === whole ? number(whole) : `${whole ? number(whole) : ''}½`;
};

export const minutesWords = (key: Key, minutes: number): string => t(key, { n: minutes, minutes: halves(minutes) });
