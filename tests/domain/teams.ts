/** Teams drawn at random, a plain one of any size, and what work on them costs. */
import fc from 'fast-check';
import { roles, stages } from '../../src/domain/result';
import { labelFor, teamName, type Team, type TeamMember } from '../../src/domain/team';
import { anySent } from './sents';
import { sent } from './shots';

const words = fc.string({ unit: 'binary', maxLength: 70 });
const anyMember: fc.Arbitrary<TeamMember> = fc.record({
	key: fc.constant(''),
	sent: anySent,
	label: fc.option(words.map(labelFor)),
	role: fc.constantFrom(null, ...roles),
	hidden: fc.boolean(),
	ghost: fc.boolean(),
});
const keyed = (members: readonly TeamMember[]): TeamMember[] =>
	members.map((member, i) => ({ ...member, key: `m${i + 1}` }));

/** Every team that travels whole: its keys are those that a reader gives. */
export const anyTeam: fc.Arbitrary<Team> = fc.record({
	id: fc.oneof(fc.uuid(), fc.string({ minLength: 1, maxLength: 60 }), fc.constant('é-1')),
	name: words.map(teamName),
	stage: fc.constantFrom(null, ...stages),
	letters: fc.boolean(),
	members: fc.array(anyMember, { maxLength: 6 }).map(keyed),
});

/** `count` members with names of 20 Latin letters and everything known. */
export const teamOf = (count: number): Team => ({
	id: '9f3a61c0-7b00-4d2e-9a51-3c1d5e8f7a20',
	name: 'Leads of Engineering',
	stage: 'series-b',
	letters: false,
	members: keyed(
		Array.from({ length: count }, (_, i) => ({
			key: '',
			sent: sent(
				{
					A: 30 + (i % 81) / 2,
					P: 60 - (i % 81) / 2,
					se0: { A: 5.7, P: 5.7, S: 3.6, drive: 4.4, practice: 4.4, gap: 5.2, A1: 9, A2: 9, A3: 9, A4: 9, P1: 9, P2: 9, P3: 9, P4: 9 }, // prettier-ignore
					se0rel: { A: 5.2, P: 5.2, S: 3.3 },
					posture: { value: 41.5, se0: 10.6, count: 6 },
				},
				{
					name: 'Ada King of Lovelace',
					person: `ff${i.toString(16).padStart(8, '0')}`,
					context: { role: 'cto', stage: 'series-b', size: '26-100', founder: true, reportsTo: 'ceo', business: 'technical' }, // prettier-ignore
				},
			),
			label: null,
			role: null,
			hidden: false,
			ghost: false,
		})),
	),
});

/** Milliseconds of processor time that `act` takes: other work on the machine is no fault of ours. */
export const costOf = (act: () => unknown): number => {
	const begin = process.cpuUsage();
	act();
	const { user, system } = process.cpuUsage(begin);
	return (user + system) / 1000;
};
