/** What a team's page shows, part by part: of a few all at once, of many each in a turn of its own, so that the page stays quick. */
import { sameItems } from '../../domain/compare';
import { coverage, facetCarriers, type Coverage } from '../../domain/coverage';
import { pairing, type Pairing } from '../../domain/pairing';
import type { TeamMember } from '../../domain/team';
import {
	agendaOf,
	asMembers,
	facetRows,
	fewUpTo,
	leanings,
	rowOf,
	settled,
	type AgendaRow,
	type FacetRow,
	type Row,
} from '../../domain/teamReading';

export interface Shown {
	/** Whom it is about, imagined ones included. */
	readonly members: readonly TeamMember[];
	readonly gamma: number;
}
export interface Whole extends Shown {
	readonly rows: readonly Row[];
	readonly leaning: ReturnType<typeof leanings>;
	readonly coverage: Coverage;
	readonly facets: readonly FacetRow[];
	readonly pairing: Pairing;
	readonly settled: readonly (readonly [TeamMember, TeamMember])[];
	readonly agenda: readonly AgendaRow[];
}
/** As far as it is worked out. */
export type Read = Shown & Partial<Whole>;

/** An imagined hire has a place and nothing else. */
const people = ({ members }: Shown): readonly TeamMember[] => members.filter(({ ghost }) => !ghost);
const steps: readonly ((shown: Shown) => Partial<Whole>)[] = [
	({ members, gamma }) => ({ rows: members.map((member) => rowOf(member, gamma, members.length <= fewUpTo)) }),
	(shown) => ({ leaning: leanings(people(shown), shown.gamma) }),
	({ members, gamma }) => ({ coverage: coverage(asMembers(members), gamma) }),
	(shown) => {
		const list = people(shown);
		return { facets: facetRows(list, facetCarriers(asMembers(list), shown.gamma), shown.gamma) };
	},
	({ members, gamma }) => ({
		pairing: pairing(asMembers(members), gamma, (one, two) => sameItems(members[one]!.sent, members[two]!.sent)),
	}),
	(shown) => ({ settled: settled(people(shown), shown.gamma, 3) }),
	(shown) => ({ agenda: agendaOf(people(shown), shown.gamma) }),
];

export const isWhole = (read: Read | null): read is Whole => read?.agenda !== undefined;

export class Parts {
	#late = $state.raw<Read | null>(null);
	readonly #few: Whole | null;

	/** To be made where effects may be. */
	constructor(private readonly shown: () => Shown) {
		this.#few = $derived.by(() => {
			const given = this.shown();
			if (given.members.length > fewUpTo) return null;
			return steps.reduce<Read>((read, step) => ({ ...read, ...step(given) }), given) as Whole;
		});
		$effect(() => {
			const given = this.shown();
			if (given.members.length <= fewUpTo) return;
			let over = false;
			void this.#turn(given, () => over);
			return () => (over = true);
		});
	}

	/** The newest reading there is; of a large team that changed the one before stays until the new one is whole. */
	get read(): Read | null {
		return this.#few ?? this.#late;
	}

	async #turn(given: Shown, over: () => boolean): Promise<void> {
		let read: Read = given;
		for (const step of steps) {
			await new Promise((resolve) => setTimeout(resolve));
			if (over()) return;
			read = { ...read, ...step(given) };
			if (!isWhole(this.#late) || isWhole(read)) this.#late = read;
		}
	}
}
