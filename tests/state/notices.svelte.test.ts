import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import type { Result } from '../../src/domain/result';
import { noticeId, Notices } from '../../src/state/notices.svelte';

const keys = (notices: Notices) => notices.list.map(({ key }) => key);

describe('notices', () => {
	test('stand in the order in which they came', () => {
		const notices = new Notices();
		notices.say({ key: 'resultRemoved' });
		notices.once('notKept');
		expect(keys(notices)).toEqual(['resultRemoved', 'notKept']);
	});
	test('said again: the newer one stands, at the end', () => {
		const notices = new Notices();
		const undo = () => undefined;
		notices.say({ key: 'resultRemoved' });
		notices.say({ key: 'sittingDiscarded' });
		notices.say({ key: 'resultRemoved', undo });
		expect(notices.list).toEqual([{ key: 'sittingDiscarded' }, { key: 'resultRemoved', undo }]);
	});
	test('told once a visit, even after it was put away', () => {
		const notices = new Notices();
		notices.once('notKept');
		notices.once('notKept');
		expect(keys(notices)).toEqual(['notKept']);
		notices.close('notKept');
		notices.once('notKept');
		expect(keys(notices)).toEqual([]);
		notices.once('removeFailed');
		expect(keys(notices)).toEqual(['removeFailed']);
	});
	test('what is only said may be said again after it was put away', () => {
		const notices = new Notices();
		notices.say({ key: 'resultRemoved' });
		notices.close('resultRemoved');
		notices.say({ key: 'resultRemoved' });
		expect(keys(notices)).toEqual(['resultRemoved']);
	});
	test('two of a kind about two results stand side by side, and are put away one by one', () => {
		const notices = new Notices();
		const about = (id: string) => ({ key: 'resultRemoved', result: { id } as Result }) as const;
		for (const id of ['a', 'b', 'a']) notices.say(about(id));
		expect(notices.list.map(noticeId)).toEqual(['resultRemoved:b', 'resultRemoved:a']);
		notices.close('resultRemoved');
		expect(notices.list).toHaveLength(2);
		notices.close(noticeId(about('b')));
		expect(notices.list.map(noticeId)).toEqual(['resultRemoved:a']);
	});
	test('putting away touches no other, and none that is not there', () => {
		const notices = new Notices();
		notices.say({ key: 'resultRemoved' });
		notices.close('constructor');
		notices.close('notKept');
		expect(keys(notices)).toEqual(['resultRemoved']);
	});
	test('a newer version is not offered where loading it would lose what memory alone holds', () => {
		const notices = new Notices();
		const newer = { key: 'newer', reload: () => undefined } as const;
		notices.say(newer);
		expect(keys(notices)).toEqual(['newer']);
		notices.once('notKept');
		expect(keys(notices)).toEqual(['notKept']);
		notices.close('notKept');
		notices.say(newer);
		expect(keys(notices)).toEqual([]);
	});
	test('each change is seen', () => {
		const notices = new Notices();
		const seen: string[][] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push(keys(notices));
			});
		});
		flushSync();
		notices.once('notKept');
		flushSync();
		notices.once('notKept');
		flushSync();
		notices.close('notKept');
		flushSync();
		stop();
		expect(seen).toEqual([[], ['notKept'], []]);
	});
});
