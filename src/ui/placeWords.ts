/** A place on the beam in words: where it is, and how far its band reaches. */
import type { Region } from '../domain/profile';
import type { Place } from '../domain/reading';
import { number, t } from '../i18n/i18n';

const rounded = (value: number): number => Math.round(Math.abs(value));

/** "1 point", "14 points": a distance without its direction. */
export const pointsInWords = (value: number, digits = 0): string =>
	t('ui.place.points', { n: digits > 0 ? 2 : rounded(value), points: number(Math.abs(value), digits) });

const bare = (value: number): string => number(Math.abs(value));

/** "from 7 to 21 points towards architecture", or to both sides where the band lies across the centre. */
export const bandInWords = ({ pointsLow, pointsHigh }: Pick<Place, 'pointsLow' | 'pointsHigh'>): string => {
	if (pointsLow < 0 && pointsHigh > 0)
		return t('ui.place.bandAcross', { people: pointsInWords(pointsLow), architecture: bare(pointsHigh) });
	const towards = pointsLow >= 0;
	const near = bare(towards ? pointsLow : pointsHigh);
	const far = pointsInWords(towards ? pointsHigh : pointsLow);
	if (near === bare(0)) return t(`ui.place.bandFromCentre.${towards ? 'architecture' : 'people'}`, { far });
	return t(towards ? 'ui.place.bandArchitecture' : 'ui.place.bandPeople', { near, far });
};

/** For whoever does not see the beam. */
export const placeInWords = (place: Place): string => {
	const band = bandInWords(place);
	if (rounded(place.points) === 0) return t('ui.place.beamCentre', { band });
	return t(place.points > 0 ? 'ui.place.beamTowardsArchitecture' : 'ui.place.beamTowardsPeople', {
		points: pointsInWords(place.points),
		band,
	});
};

/** "14 points towards architecture", or that it is at the centre: beside a weight. */
export const distanceInWords = (place: Place): string =>
	rounded(place.points) === 0
		? t('report.where.weightCentre')
		: t(place.points > 0 ? 'report.where.weightArchitecture' : 'report.where.weightPeople', {
				points: pointsInWords(place.points),
			});

/** "14 ± 7 architectural", for a row in a list; `digits` after the point. */
export const shortPlace = (place: Place, digits = 0): string => {
	const half = number(place.half, digits);
	// With digits after the point it is the place itself, else the one in whole points that every page shows.
	const points = digits > 0 ? Math.min(50, Math.max(-50, place.exact - 50)) : place.points;
	if (Number(Math.abs(points).toFixed(digits)) === 0) return t('ui.place.shortCentre', { half });
	return t('ui.place.short', {
		points: number(Math.abs(points), digits),
		half,
		end: t(points > 0 ? 'ui.place.shortArchitecture' : 'ui.place.shortPeople'),
	});
};

/** Both ends and elsewhere rest at the centre like the middle does: where one of them is named, its name is said too. */
export const namedPlace = (place: Place, named: Region | null): string =>
	named === 'UNICORN' || named === 'ELSEWHERE'
		? t('ui.place.shortNamed', { name: t(`ui.regions.${named}`), place: shortPlace(place) })
		: shortPlace(place);

/** A range on 0 to 100 in words: "from 5 towards people to 20 towards architecture". */
export const rangeInWords = ({ low, high }: { readonly low: number; readonly high: number }): string =>
	bandInWords({ pointsLow: low - 50, pointsHigh: high - 50 });
