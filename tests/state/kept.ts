/** Pages of one browser: every state class over a ledger, in as many tabs as are opened. */
import { KeptState } from '../../src/state/kept.svelte';
import { MeState } from '../../src/state/me.svelte';
import { Notices } from '../../src/state/notices.svelte';
import { ResultsState } from '../../src/state/results.svelte';
import { SittingState } from '../../src/state/sitting.svelte';
import { TeamsState } from '../../src/state/teams.svelte';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { fakeStorage, fakeWorld, instrument } from '../fake';
import { browser } from '../tabs';

export const drawn = '00ff9a3b1c';
export const pageOver = (ledger: Stored, seed = 7, questions = instrument) => {
	const [notices, world] = [new Notices(), fakeWorld(seed)];
	const results = new ResultsState(questions, ledger, notices);
	const sitting = new SittingState(questions, ledger, notices, world);
	const teams = new TeamsState(ledger, notices);
	const me = new MeState(ledger, () => drawn);
	const kept = new KeptState(ledger, notices, results, teams, sitting, me);
	const told = () => notices.list.map(({ key }) => key);
	return { ledger, notices, world, results, sitting, teams, me, kept, told };
};
export const pageOn = (storage: Storage = fakeStorage(), seed = 7) => pageOver(new Stored(slots(() => storage)), seed);

/** Two tabs of one browser, and ways to let them hear of each other, to reload, and to look into localStorage. */
export const twoTabs = (content: Record<string, string> = {}) => {
	const { inner, open, settle } = browser(content);
	const page = (seed: number) => pageOver(open().ledger, seed);
	const [one, other] = [page(7), page(8)];
	return { one, other, inner, settle, reload: () => page(9) };
};
