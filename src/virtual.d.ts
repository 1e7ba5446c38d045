/** The data of `questions/` as modules; `scripts/build/questions.ts` makes them. */
declare module 'virtual:fulcrum/instrument' {
	export const instrument: import('./domain/instrument').Instrument;
	export const facts: Readonly<Record<import('./domain/instrument').Form, import('./domain/forms').FormFacts>>;
}
declare module 'virtual:fulcrum/words' {
	export interface Words {
		messages: Record<string, unknown>;
		syntax: Record<string, unknown>;
	}
	export const words: Record<string, Record<'first' | 'pages' | 'report' | 'team' | 'method', () => Promise<Words>>>;
}
declare module 'virtual:fulcrum/performance' {
	export const performance: import('./domain/performance').Performance;
}
declare module 'virtual:fulcrum/advice' {
	export const advice: import('./domain/advice').Book;
}
