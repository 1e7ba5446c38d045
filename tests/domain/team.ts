/** Teams by drawing: true scores around what was reported, as often as asked; slow, and independent of every formula. */
import type { Member } from '../../src/domain/coverage';
import { gamma, normals, shot, uniform } from './shots';

/** A member at A and P; `role` as in a context. */
export const member = (A: number, P: number, role: Member['role'] = null, change = {}): Member => ({
	snapshot: shot({ A, P, ...change }),
	role,
});

/** Share of `draws` in which `happens` is true of the members' true A and P. The errors are those of 4.6. */
export const share = (
	members: readonly Member[],
	happens: (truths: readonly (readonly [A: number, P: number])[]) => boolean,
	draws = 20_000,
): number => meanOf(members, (truths) => (happens(truths) ? 1 : 0), draws);

export const meanOf = (
	members: readonly Member[],
	value: (truths: readonly (readonly [A: number, P: number])[]) => number,
	draws = 20_000,
): number => {
	const draw = normals(uniform(members.length * 1009 + 17));
	let sum = 0;
	for (let i = 0; i < draws; i += 1)
		sum += value(
			members.map(({ snapshot: { A, P, se0, quality } }) => {
				const wide = quality.level === 'red' ? 1.5 : 1;
				// V of 4.6 as common and own errors: Var S of the snapshot gives the covariance, scale use moves both together.
				const cov = (se0.A ** 2 + se0.P ** 2) / 2 - 2 * se0.S ** 2;
				const [common, use] = [draw(), draw()];
				const own = (cov / se0.A) * common + Math.sqrt(se0.P ** 2 - (cov / se0.A) ** 2) * draw();
				return [
					A + wide * (se0.A * common + gamma * (A - 50) * use),
					P + wide * (own + gamma * (P - 50) * use),
				] as const;
			}),
		);
	return sum / draws;
};
