/** What the build's own simulation found (measurement 7), for the method page. Shares and correlations 0 to 1, the rest in points. */
export interface FormPerformance {
	readonly rS: number;
	readonly rmseS: number;
	readonly coverageS: number;
	readonly halfWidthS: number;
	readonly rA: number;
	readonly halfWidthA: number;
	readonly rB: number;
	readonly accuracy: number;
	readonly accuracyClear: number;
	readonly shareClear: number;
	readonly falseRed: number;
	readonly caughtRandom: number;
	readonly caughtStraight: number;
}

export interface Performance {
	readonly seed: number;
	/** Simulated respondents. */
	readonly n: number;
	/** ISO 8601: when the build ran it. */
	readonly date: string;
	readonly quick: FormPerformance;
	readonly full: FormPerformance;
}
