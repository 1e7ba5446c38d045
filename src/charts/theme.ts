/** Colours and sizes that a chart is drawn with, as the canvas wants them: the tokens of styles/tokens.css, resolved. */
export const colours = [
	'paper',
	'ink',
	'soft',
	'edge',
	'rule',
	'arch',
	'people',
	'both',
	'arch-wash',
	'people-wash',
	'both-wash',
	'ink-wash',
] as const;

export interface Theme {
	readonly colour: Readonly<Record<(typeof colours)[number], string>>;
	/** Family of figure text. */
	readonly family: string;
	/** Figure text, CSS px. */
	readonly small: number;
	/** Names in a figure, CSS px. */
	readonly medium: number;
	readonly rtl: boolean;
	/** Drawn for paper. */
	readonly paper: boolean;
	/** Forced colours: no washes, lines and shapes alone. */
	readonly forced: boolean;
}
