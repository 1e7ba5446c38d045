/** The class that gives a region its hue; the glyph says the same. */
import type { Region } from '../domain/profile';

export const hue: Readonly<Record<Region, string>> = {
	ARCHITECT: 'arch',
	PEOPLE: 'people',
	UNICORN: 'both',
	ELSEWHERE: 'mid',
	MIDDLE: 'mid',
};
