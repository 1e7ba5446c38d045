/** A place on the beam in words: where it is, and how far its band reaches. */
import type { Place } from '../domain/reading';
import { number, t } from '../i18n/i18n';

const points = (value: number): string => number(Math.abs(value));

/** "from 7 to 21 towards architecture", or to both sides where the band lies across the fulcrum. */
export const bandInWords = (place: Place): string => {
	if (place.pointsLow >= 0)
		return t('ui.place.bandArchitecture', { near: points(place.pointsLow), far: points(place.pointsHigh) });
	if (place.pointsHigh <= 0)
		return t('ui.place.bandPeople', { near: points(place.pointsHigh), far: points(place.pointsLow) });
	return t('ui.place.bandAcross', { people: points(place.pointsLow), architecture: points(place.pointsHigh) });
};

/** For whoever does not see the beam. */
export const placeInWords = (place: Place): string => {
	const band = bandInWords(place);
	if (Math.round(Math.abs(place.points)) === 0) return t('ui.place.beamCentre', { band });
	return t(place.points > 0 ? 'ui.place.beamTowardsArchitecture' : 'ui.place.beamTowardsPeople', {
		points: points(place.points),
		band,
	});
};

/** "14 ± 7 architectural", for a row in a list. */
export const shortPlace = (place: Place): string => {
	const half = number(place.half);
	if (Math.round(Math.abs(place.points)) === 0) return t('ui.place.shortCentre', { half });
	return t('ui.place.short', {
		points: points(place.points),
		half,
		end: t(place.points > 0 ? 'ui.place.shortArchitecture' : 'ui.place.shortPeople'),
	});
};
