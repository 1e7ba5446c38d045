/** What a form is before anyone answers it: its questions, its minutes, its band. */
import type { Form, Instrument } from './instrument';
import { expectedHalfWidth } from './scoring';
import { formItems, secondsOf } from './pace';

export interface FormFacts {
	readonly questions: number;
	/** Expected seconds, the step "about you" included. */
	readonly seconds: number;
	/** Expected 90 % half-width of the place, in points. */
	readonly halfWidth: number;
}

/** Computed when the app is built, so that Welcome can state them without carrying the scoring. */
export const facts = (instrument: Instrument): Record<Form, FormFacts> => {
	const of = (form: Form): FormFacts => {
		const items = formItems(instrument, instrument.forms[form]);
		return {
			questions: items.length,
			seconds: secondsOf(items),
			halfWidth: expectedHalfWidth(
				instrument,
				items.map((item) => item.id),
			),
		};
	};
	return { quick: of('quick'), full: of('full') };
};
