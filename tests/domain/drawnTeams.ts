/**
 * Teams with known truth: scores as the instrument reports them for people drawn from its own prior (mean 50, sd 20), and a
 * truth around each with the errors of measurement 4.6. What is said of such a team must hold as often as it is said.
 */
import { facetIds, type FacetId } from '../../src/domain/instrument';
import { roles } from '../../src/domain/result';
import type { Snapshot } from '../../src/domain/snapshot';
import type { Team, TeamMember } from '../../src/domain/team';
import { gamma, normals, quick, red, sent, shot, uniform } from './shots';

export interface Truth {
	readonly A: number;
	readonly P: number;
	readonly facets: Readonly<Record<FacetId, number>>;
}
export interface Drawn {
	readonly team: Team;
	/** In the order of the members. */
	readonly truths: readonly Truth[];
}

/** Nobody is called like another word of the page. */
export const names = ['Adaqua', 'Brimzo', 'Cexil', 'Dovrak', 'Eznoh', 'Fyquil', 'Gwexo', 'Hjarv', 'Izquo', 'Jyxel', 'Kvorz', 'Lwixo']; // prettier-ignore

const half = (value: number): number => Math.min(130, Math.max(-30, Math.round(value * 2) / 2));

/** One team of `size` members, 1 to 12; the same for the same seed. */
export const drawnTeam = (seed: number, size: number): Drawn => {
	const random = uniform(seed * 7919 + size * 104729 + 11);
	for (let i = 0; i < 20; i += 1) random();
	const draw = normals(random);
	const drawn = Array.from({ length: size }, (_, i) => {
		const [kind, asked, seat] = [random(), random(), random()];
		const known = shot(kind < 0.3 ? quick : {});
		const { se0 } = known;
		const quality = kind > 0.92 ? red : known.quality;
		const wide = quality === red ? 1.5 : 1;
		const reported = (se: number): number => half(50 + Math.sqrt(20 ** 2 - se ** 2) * draw());
		const [A, P] = [reported(se0.A), reported(se0.P)];
		const facets = Object.fromEntries(facetIds.map((id) => [id, reported(se0[id])])) as Record<FacetId, number>;
		const snapshot: Partial<Snapshot> = {
			...known,
			A,
			P,
			facets,
			drive: half(50 + (A - P) / 2 + 6 * draw()),
			practice: half(50 + (A - P) / 2 + 6 * draw()),
			posture: asked < 0.7 ? { value: half(50 + 18 * draw()), se0: 10.6, count: 6 } : null,
			quality,
		};
		const member: TeamMember = {
			key: `k${i}`,
			sent: sent(snapshot, { name: names[i]!, person: `00000000${String(i).padStart(2, '0')}` }),
			label: null,
			role: roles[Math.floor(2 * seat * roles.length)] ?? null,
			hidden: false,
			ghost: false,
		};
		// V of 4.6: errors that A and P share as their covariance says, and one pull of scale use for everything of a person.
		const cov = (se0.A ** 2 + se0.P ** 2) / 2 - 2 * se0.S ** 2;
		const [common, use] = [draw(), draw()];
		const off = (score: number, error: number): number => score + wide * (error + gamma * (score - 50) * use);
		const truth: Truth = {
			A: off(A, se0.A * common),
			P: off(P, (cov / se0.A) * common + Math.sqrt(se0.P ** 2 - (cov / se0.A) ** 2) * draw()),
			facets: Object.fromEntries(facetIds.map((id) => [id, off(facets[id], se0[id] * draw())])) as Truth['facets'],
		};
		return { member, truth };
	});
	return {
		team: {
			id: `team-${seed}`,
			name: `Team ${seed}`,
			stage: null,
			letters: false,
			members: drawn.map(({ member }) => member),
		},
		truths: drawn.map(({ truth }) => truth),
	};
};

/** So many teams of 1 to 12, each size as often as the next. */
export const drawnTeams = (count: number, least = 1, from = 1): Drawn[] =>
	Array.from({ length: count }, (_, i) => drawnTeam(from + i, least + (i % (13 - least))));
