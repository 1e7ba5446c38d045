/**
 * The instrument as data: what is asked, how it is keyed, and the parameters that score it.
 * The file is `questions/instrument.json`; it is parsed by `parseInstrument` when the app is built and tested,
 * so a faulty instrument never reaches a user.
 */

export type Domain = 'A' | 'P';
export type Mode = 'drive' | 'practice';
export type Key = 1 | -1;

export const architectureFacets = ['A1', 'A2', 'A3', 'A4'] as const;
export const peopleFacets = ['P1', 'P2', 'P3', 'P4'] as const;
export const facetIds = [...architectureFacets, ...peopleFacets] as const;
export type FacetId = (typeof facetIds)[number];

/** Parameters every item has. `tau`: ascending thresholds in sd units, one fewer than the item's categories. */
interface Parameters {
	readonly tau: readonly number[];
	/** Standard deviation of the item's unknown location and loading: design values, or standard errors once calibrated. */
	readonly sdTau: number;
	readonly sdLambda: number;
}

/** One statement with five answers, 0 (very unlike me) to 4 (very like me). Id: facet, mode, key, as in `A2p-`. */
export interface Rating extends Parameters {
	readonly id: string;
	readonly format: 'rating';
	readonly facet: FacetId;
	readonly mode: Mode;
	readonly key: Key;
	readonly lambda: number;
	readonly kappa: number;
	readonly phi: number;
	readonly mu: number;
}

/** Two statements with four answers, stored 0 (much more people) to 3 (much more architecture). */
export interface Pair extends Parameters {
	readonly id: string;
	readonly format: 'pair';
	readonly mode: Mode;
	readonly a: { readonly facet: FacetId; readonly lambda: number };
	readonly p: { readonly facet: FacetId; readonly lambda: number };
	readonly phi: number;
	readonly mu: number;
}

/** Two statements with four answers, stored 0 (defence) to 3 (offence). Never part of the place. */
export interface Posture extends Parameters {
	readonly id: string;
	readonly format: 'posture';
	readonly content: 'technical' | 'organisational';
	readonly lambda: number;
}

export type Item = Rating | Pair | Posture;

/** What is asked together: `pairs`, `block0` to `block3`, `posture`. Items are shuffled inside a block only. */
export interface Block {
	readonly id: string;
	readonly items: readonly string[];
}

export type Form = 'quick' | 'full';

export interface Instrument {
	readonly id: string;
	readonly version: string;
	readonly calibrated: boolean;
	/** Scores are `mean + sd * theta`; 50 and 20. */
	readonly scale: { readonly mean: number; readonly sd: number };
	/** Person-specific scale use, as a share of the distance from the mean (measurement 4.6). */
	readonly gamma: number;
	/** Prior correlation of architecture and people. This version knows 0 only. */
	readonly rho: number;
	/** Loadings that define the composites (measurement 4.5). */
	readonly composite: { readonly lambda: number; readonly phi: number; readonly mu: number };
	readonly items: readonly Item[];
	readonly blocks: readonly Block[];
	/** The blocks of each form, in the order they are asked; `quick` is nested in `full`. */
	readonly forms: Readonly<Record<Form, readonly string[]>>;
}

/** Item id to category as stored. A question that was skipped is absent. */
export type Answers = Readonly<Record<string, number>>;

/** Number of answer categories of an item. */
export const categories = (item: Item): number => item.tau.length + 1;

export const domainOf = (facet: FacetId): Domain => (facet.startsWith('A') ? 'A' : 'P');
