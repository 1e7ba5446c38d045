/** What members are called on this page: names, or letters where names are hidden. */
import { lettersOf, nameOf, namesakes, type Team, type TeamMember } from '../../domain/team';
import { number, t } from '../../i18n/i18n';

export type Naming = (member: TeamMember) => string;

export const namingOf = (team: Team): Naming => {
	const letters = team.letters ? lettersOf(team.members) : null;
	const called = (member: TeamMember): string => nameOf(member) ?? t('team.nameless');
	const alike = letters ? new Map<string, number>() : namesakes(team.members, called);
	return (member) => {
		const n = alike.get(member.key);
		const name = letters
			? t('team.letter', { letter: letters.get(member.key) ?? '' })
			: n === undefined
				? called(member)
				: t('team.namesake', { name: called(member), n: number(n) });
		return member.ghost ? t('team.ghost', { name }) : name;
	};
};
