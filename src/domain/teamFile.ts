/**
 * Teams as files, out and in (formats.md, Team file). A member's record holds the result code, which is what is read, and
 * the same in words and numbers for other readers: codes have one reader, held to every range and to damage, and a record
 * with its answers left out has nothing else that its numbers could be checked against.
 */
import { decodeSent, encodeSent } from './code';
import type { Fault } from './envelope';
import { valueOf, type ScoreId } from './errors';
import { field } from './fields';
import { facetIds, type Instrument } from './instrument';
import { roles, stages } from './result';
import { safeName } from './safeName';
import type { Sent } from './sent';
import { labelFor, teamName, type Team, type TeamMember } from './team';
import { mostMembers } from './teamCode';
import { fitId } from './teamId';

export const teamVersion = 1;

/** `unreadable`: something is missing that it cannot be read without. The others as for codes; a whole file is never damaged. */
export type TeamFault = Exclude<Fault, 'foreign'> | 'unreadable' | 'too-large';

export interface TeamRead {
	/** Null where the file as a whole is refused. */
	readonly team: Team | null;
	/** `where` is empty for the whole, else an address such as `members` or `members[3]`. */
	readonly refused: readonly { readonly where: string; readonly fault: TeamFault }[];
	/** Addresses of what was not kept whole: `stage`, `members[3].label`. */
	readonly dropped: readonly string[];
}

const scored: readonly ScoreId[] = ['A', 'P', 'S', 'drive', 'practice', ...facetIds];

/** `scores`: id to value in points, not clipped, and `se0`, its standard error without scale use; posture where it was asked. */
const recordOf = (sent: Sent, instrumentId: string) => {
	const { snapshot: shot, version, form, asked, day, language, name, person, context } = sent;
	const scores = scored.map((id) => [id, { value: valueOf(shot, id), se0: shot.se0[id] }]);
	const posture = shot.posture && { posture: { value: shot.posture.value, se0: shot.posture.se0 } };
	return {
		code: encodeSent(sent, instrumentId),
		...{ version, form, asked, day, language, name, person, context },
		scores: { ...Object.fromEntries(scores), ...posture },
		quality: shot.quality.level,
	};
};

/** A team as an object that JSON takes whole: what a team file holds, and one of a backup's `teams`. Keys stay behind. */
export const teamObject = ({ id, version }: Pick<Instrument, 'id' | 'version'>, team: Team) => ({
	format: 'fulcrum-team',
	version: teamVersion,
	id: team.id,
	name: team.name,
	stage: team.stage,
	letters: team.letters,
	instrument: { id, version },
	members: team.members.map(({ sent, label, role, hidden, ghost }) => ({
		record: recordOf(sent, id),
		...{ label, role, hidden, ghost },
	})),
});

/** The text of a team file: JSON, indented. */
export const teamFile = (instrument: Pick<Instrument, 'id' | 'version'>, team: Team): string =>
	`${JSON.stringify(teamObject(instrument, team), null, 2)}\n`;

/** `fulcrum-team-<name>.json`, safe for every file system; without a name `fulcrum-team.json`. */
export const teamFileName = ({ name }: Pick<Team, 'name'>): string => {
	const safe = safeName(name);
	return `fulcrum-team${safe && '-'}${safe}.json`;
};

const refuse = (fault: TeamFault, where = ''): TeamRead => ({ team: null, refused: [{ where, fault }], dropped: [] });

/** Reads optional fields of `from`: what stands there and is not kept whole is told under its address. */
const reader =
	(from: unknown, dropped: string[], path: string) =>
	<T>(key: string, otherwise: T, read: (value: unknown) => T | undefined): T => {
		const value = field(from, key);
		if (value === undefined || value === null) return otherwise;
		const kept = read(value);
		if (kept !== value) dropped.push(path + key);
		return kept === undefined ? otherwise : kept;
	};
const oneOf =
	<T extends string>(list: readonly T[]) =>
	(value: unknown) =>
		list.find((one) => one === value);
/** Text to clean, cut first: it may be as long as a whole file, and of no name of ours is so much left out. */
const cleaned =
	<T>(clean: (text: string) => T) =>
	(value: unknown): T | undefined =>
		typeof value === 'string' ? clean(value.slice(0, 1000)) : undefined;
const yesNo = (value: unknown): boolean | undefined => (typeof value === 'boolean' ? value : undefined);

/**
 * A team file as JSON holds it, or one of a backup's `teams`. A member that cannot be read is refused by itself; a newer file, one
 * of another instrument, or one without id or members is refused as a whole. Keys are `m1`, `m2`, .. of those that are read. Total.
 */
export const readTeamFile = (json: unknown, instrumentId = 'fulcrum'): TeamRead => {
	const version = field(json, 'version');
	if (field(json, 'format') !== 'fulcrum-team' || !Number.isInteger(version) || (version as number) < 1)
		return refuse('unreadable');
	if ((version as number) > teamVersion) return refuse('newer');
	const made = field(field(json, 'instrument'), 'id');
	const [id, list] = [field(json, 'id'), field(json, 'members')];
	if (typeof made !== 'string' || typeof id !== 'string' || !fitId(id)) return refuse('unreadable');
	if (made !== instrumentId) return refuse('other-instrument');
	if (!Array.isArray(list)) return refuse('unreadable', 'members');
	if (list.length > mostMembers) return refuse('too-large', 'members');
	const dropped: string[] = [];
	const refused: { where: string; fault: TeamFault }[] = [];
	const members: TeamMember[] = [];
	for (const [i, input] of list.entries()) {
		const where = `members[${i}]`;
		const code = field(field(input, 'record'), 'code');
		const read = decodeSent(typeof code === 'string' ? code : '', instrumentId);
		if ('fault' in read) {
			refused.push({ where, fault: read.fault === 'foreign' ? 'unreadable' : read.fault });
			continue;
		}
		const take = reader(input, dropped, `${where}.`);
		members.push({
			key: `m${members.length + 1}`,
			sent: read.sent,
			label: take('label', null, cleaned(labelFor)),
			role: take('role', null, oneOf(roles)),
			hidden: take('hidden', false, yesNo),
			ghost: take('ghost', false, yesNo),
		});
	}
	const take = reader(json, dropped, '');
	const name = take('name', '', cleaned(teamName));
	const stage = take('stage', null, oneOf(stages));
	const letters = take('letters', false, yesNo);
	return { team: { id, name, stage, letters, members }, refused, dropped };
};

/** Several at once; `at`: the address of each in its file, empty for the file as a whole. */
export const readTeamFiles = (list: readonly unknown[], at: (index: number) => string, instrumentId = 'fulcrum') => {
	const reads = list.map((input, i) => {
		const { team, refused, dropped } = readTeamFile(input, instrumentId);
		const under = (where: string): string => [at(i), where].filter(Boolean).join('.');
		const faults = refused.map(({ where, fault }) => ({ where: under(where), fault }));
		return { teams: team ? [team] : [], refused: faults, dropped: dropped.map(under) };
	});
	return {
		teams: reads.flatMap(({ teams }) => teams),
		refused: reads.flatMap(({ refused }) => refused),
		dropped: reads.flatMap(({ dropped }) => dropped),
	};
};
