/** What the tests of the team screens share: the words, a team that is kept in memory, and ways to read a page. */
import { textOf } from '../../ui/words';
import { render, within } from '@testing-library/svelte';
import { vi } from 'vitest';
import type { Sent } from '../../../src/domain/sent';
import type { Result } from '../../../src/domain/result';
import type { Snapshot } from '../../../src/domain/snapshot';
import { emptyTeam, type Team, type TeamMember } from '../../../src/domain/team';
import { add } from '../../../src/i18n/i18n';
import { loadWords } from '../../../src/instrument';
import Own from '../../../src/views/team/Own.svelte';
import { sent } from '../../domain/shots';
import { instrument } from '../../fake';

add('en', await loadWords('en', 'team'));

export const plain = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** Without blanks: items of a list stand side by side in its text. */
export const tight = (text: string): string => text.replace(/\s+/g, '');
export const says = (text: string): boolean => textOf(document.body).includes(plain(text));
/** The names of buttons are their words or their labels; roles are too slow for so large a page. */
export const buttons = (name: string): HTMLButtonElement[] =>
	[...document.querySelectorAll('button')].filter(
		(one) => tight(one.getAttribute('aria-label') ?? textOf(one)) === tight(name),
	);
export const button = (name: string): HTMLButtonElement => {
	const [one, ...more] = buttons(name);
	if (!one || more.length > 0) throw new Error(`${one ? 'more than one' : 'no'} button “${name}”`);
	return one;
};
export const headings = (): string[] => [...document.querySelectorAll('h2')].map(textOf);
/** A section of a team's page, by its heading. */
export const section = (heading: string) =>
	within([...document.querySelectorAll('h2')].find((one) => textOf(one) === plain(heading))!.closest('section')!);
/** What the reading says, by its terms. */
export const said = (): Map<string, string> => {
	const list = document.querySelector('section.s-reading dl')!;
	return new Map([...list.querySelectorAll('dt')].map((dt) => [textOf(dt), textOf(dt.nextElementSibling!)]));
};

/** As it comes out of a code: errors to .1. */
export const tenths: Partial<Snapshot> = {
	se0: { A: 5.7, P: 5.7, S: 3.6, drive: 4.4, practice: 4.4, gap: 5.2, A1: 9, A2: 9, A3: 9, A4: 9, P1: 9, P2: 9, P3: 9, P4: 9 }, // prettier-ignore
	se0rel: { A: 5.2, P: 5.2, S: 3.3 },
	counts: { ratings: 32, pairs: 8, posture: 0, ratingsA: 16, ratingsP: 16 },
};
export const sentBy = (name: string | null, A: number, P: number, change: Partial<Sent> = {}, shot: Partial<Snapshot> = {}): Sent =>
	sent({ ...tenths, A, P, drive: 50 + (A - P) / 2, practice: 50 + (A - P) / 2, ...shot }, { name, ...change }); // prettier-ignore
export const memberOf = (key: string, of: Sent, change: Partial<TeamMember> = {}): TeamMember => ({
	key,
	sent: of,
	label: null,
	role: null,
	hidden: false,
	ghost: false,
	...change,
});
export const ada = memberOf('a', sentBy('Ada', 78, 38, { person: '00000000aa' }));
export const grace = memberOf('g', sentBy('Grace', 40, 80, { person: '00000000bb' }));
export const linus = memberOf('l', sentBy('Linus', 52, 49, { person: '00000000cc' }));
export const teamOf = (members: readonly TeamMember[], change: Partial<Team> = {}): Team => ({
	...emptyTeam('0b0f3a52-93a6-4f0e-9d4c-0a2f7e8d9c11', 'Leads'),
	members,
	...change,
});

/** A team's own page over a team that stands in memory, as the state would keep it. */
export const showTeam = (first: Team, { mine = [] as readonly Result[], kept = true, room = 0.1, unsaved = 0, name = 'Me' as string | null, linked = true } = {}) => {
	let [team, keys] = [first, 0];
	const puts: Team[] = [];
	const rename = vi.fn();
	const put = (changed: Team): boolean => {
		team = changed;
		puts.push(changed);
		void view.rerender({ team });
		return kept;
	};
	const view = render(Own, {
		props: {
			instrument,
			team: first,
			section: null,
			path: (id: string) => `#/team/1/${id}`,
			put,
			kept,
			room,
			unsaved,
			data: '#/data',
			mine,
			me: { name, claim: () => '00000000ff', rename },
			newKey: () => `new${(keys += 1)}`,
			today: () => '2026-11-22',
			linked,
			teamAt: (code: string) => (linked ? `https://example.org/#/t/${code}` : code),
			joinAt: (code: string) => (linked ? `https://example.org/#/join/${code}` : code),
			page: (member: TeamMember) => `#/of/${member.key}`,
		},
	});
	return { ...view, team: () => team, puts, rename };
}; // prettier-ignore
export const namesOf = ({ members }: Team): (string | null)[] => members.map(({ label, sent }) => label ?? sent.name);
