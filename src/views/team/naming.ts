/** What members are called on this page: names, or letters where names are hidden. */
import { lettersOf, nameOf, type Team, type TeamMember } from '../../domain/team';
import { t } from '../../i18n/i18n';

export type Naming = (member: TeamMember) => string;

export const namingOf = (team: Team): Naming => {
	const letters = lettersOf(team.members);
	return (member) => {
		const name = team.letters
			? t('team.letter', { letter: letters.get(member.key) ?? '' })
			: (nameOf(member) ?? t('team.nameless'));
		return member.ghost ? t('team.ghost', { name }) : name;
	};
};
