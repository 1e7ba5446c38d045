import { flushSync } from 'svelte';
import { describe, expect, test } from 'vitest';
import { categories } from '../../src/domain/instrument';
import { recordVersion } from '../../src/domain/restore';
import { conclude, noContext, type Result } from '../../src/domain/result';
import { begin, type Sitting } from '../../src/domain/sitting';
import { Notices } from '../../src/state/notices.svelte';
import { SittingState } from '../../src/state/sitting.svelte';
import { toText } from '../../src/storage/lines';
import { encode } from '../../src/storage/records';
import { Stored } from '../../src/state/stored';
import { slots } from '../../src/storage/slots';
import { brokenStorage, fakeStorage, fakeWorld, instrument } from '../fake';

const here = 'fulcrum:sitting';
const aside = 'fulcrum:aside:sitting';

/** A page that was opened on this storage. */
const open = (storage: Storage = fakeStorage(), seed = 7) => {
	const notices = new Notices();
	const world = fakeWorld(seed);
	const sitting = new SittingState(instrument, new Stored(slots(() => storage)), notices, world); // prettier-ignore
	return { storage, notices, world, sitting, told: () => notices.list.map(({ key }) => key) };
};
const begun = (form: 'quick' | 'full' = 'quick', storage?: Storage) => {
	const page = open(storage);
	page.sitting.start(form);
	return page;
};
/** Shows question `n`, waits, answers. */
const take = ({ sitting, world }: ReturnType<typeof open>, n: number, value = 1, seconds = 4) => {
	sitting.show(n);
	world.wait(seconds * 1000);
	sitting.answer(n, value);
};
const idAt = (sitting: SittingState, n: number) => sitting.asked[n - 1]!.item.id;
const stored = (storage: Storage) => storage.getItem(here);

/** Storage that takes reading and removing, and refuses the keys that `full` names. */
const fullStorage = (content: Record<string, string> = {}, full: (key: string) => boolean = () => true): Storage => {
	const storage = fakeStorage(content);
	const take = storage.setItem;
	storage.setItem = (key, value) => {
		if (full(key)) throw new DOMException('full', 'QuotaExceededError');
		take(key, value);
	};
	return storage;
};

describe('starting', () => {
	test.each([
		['quick', 16, 2.5],
		['full', 46, 5.5],
	] as const)('%s: the first of %d questions, nothing answered, %d minutes left', (form, count, minutes) => {
		const { sitting, storage, told } = begun(form);
		expect(sitting.current).toMatchObject({ form, at: 1, seed: 7, answers: {}, startedAt: '2026-11-22T09:30:00.000Z' });
		expect([sitting.asked.length, sitting.answered, sitting.skipped]).toEqual([count, 0, count]);
		expect(sitting.minutes).toBe(minutes);
		expect(stored(storage)).not.toBeNull();
		expect(told()).toEqual([]);
	});
	test('anew: nothing of the one before is left', () => {
		const page = begun('full');
		for (const n of [1, 2, 3]) take(page, n, 1, 60);
		page.sitting.start('quick');
		expect(page.sitting.current).toEqual(begin(instrument, 'quick', 7, '2026-11-22T09:30:00.000Z'));
		expect(page.sitting.minutes).toBe(2.5);
	});
	test('before it there is nothing to show, to ask or to wait for', () => {
		const { sitting, storage, told } = open();
		expect([sitting.current, sitting.asked, sitting.answered, sitting.skipped, sitting.minutes]).toEqual([
			null,
			[],
			0,
			0,
			0,
		]);
		sitting.show(3);
		sitting.answer(1, 1);
		sitting.discard();
		expect([sitting.current, sitting.after(4), sitting.mend(), storage.length, told()]).toEqual([null, 1, 1, 0, []]);
	});
});

describe('answering', () => {
	test('keeps the category, in memory and in storage, and counts it', () => {
		const page = begun();
		take(page, 1, 3);
		const { sitting, storage } = page;
		expect(sitting.current?.answers).toEqual({ [idAt(sitting, 1)]: 3 });
		expect([sitting.answered, sitting.skipped]).toEqual([1, 15]);
		expect(stored(storage)).toContain(`["${idAt(sitting, 1)}",3]`);
	});
	test('again: the newer answer stands, once', () => {
		const page = begun();
		take(page, 1, 3);
		take(page, 1, 0);
		expect(page.sitting.current?.answers).toEqual({ [idAt(page.sitting, 1)]: 0 });
		expect(page.sitting.answered).toBe(1);
	});
	test('every category of every question is taken', () => {
		const { sitting } = begun('full');
		sitting.asked.forEach(({ item }, i) => {
			for (let value = 0; value < categories(item); value++) {
				sitting.answer(i + 1, value);
				expect(sitting.current?.answers[item.id]).toBe(value);
			}
		});
		expect([sitting.answered, sitting.skipped]).toEqual([46, 0]);
	});
	test.each([
		['a question before the first', 0, 1],
		['a question after the last', 17, 1],
		['a category below 0', 1, -1],
		['a fifth category of a pair', 1, 4],
		['a sixth category of a rating', 9, 5],
	])('%s changes nothing', (_, n, value) => {
		const { sitting, storage } = begun();
		const before = [sitting.current, stored(storage)];
		sitting.answer(n, value);
		expect([sitting.current, stored(storage)]).toEqual(before);
	});
	test('the order of the questions is not worked out again', () => {
		const page = begun();
		const { asked } = page.sitting;
		take(page, 1);
		take(page, 2);
		expect(page.sitting.asked).toBe(asked);
	});
	test('what is shown follows: answered, skipped, minutes', () => {
		const page = begun();
		const seen: string[] = [];
		const stop = $effect.root(() => {
			$effect(() => {
				seen.push([page.sitting.answered, page.sitting.skipped, page.sitting.minutes].join(' '));
			});
		});
		flushSync();
		take(page, 1, 1, 10.3);
		flushSync();
		page.sitting.finish();
		flushSync();
		stop();
		expect(seen).toEqual(['0 16 2.5', '1 15 2.5', '0 0 0']);
	});
});

describe('showing', () => {
	test('keeps where the reader is', () => {
		const { sitting, storage } = begun();
		sitting.show(5);
		expect(sitting.current?.at).toBe(5);
		expect(open(storage).sitting.current?.at).toBe(5);
	});
	test('the same question again writes nothing', () => {
		const { sitting, storage } = begun();
		const { current } = sitting;
		storage.removeItem(here);
		sitting.show(1);
		expect(sitting.current).toBe(current);
		expect(stored(storage)).toBeNull();
	});
	test('what follows: the next, and past the last the end', () => {
		const { sitting } = begun();
		expect([sitting.after(1), sitting.after(16), sitting.after(17)]).toEqual([2, 17, 17]);
	});
});

describe('mending', () => {
	test('leads through the skipped ones only, in their order, and ends past the last', () => {
		const page = begun();
		const { sitting } = page;
		for (let n = 1; n <= 16; n++) if (![2, 5, 16].includes(n)) take(page, n);
		expect([sitting.mend(), sitting.after(2), sitting.after(5), sitting.after(16)]).toEqual([2, 5, 16, 17]);
		take(page, 5);
		expect(sitting.after(2)).toBe(16);
	});
	test('survives a reload', () => {
		const page = begun();
		for (let n = 1; n <= 16; n++) if (n !== 4) take(page, n);
		page.sitting.mend();
		expect(open(page.storage).sitting.after(1)).toBe(4);
	});
	test('with nothing skipped is the end', () => {
		const page = begun();
		for (let n = 1; n <= 16; n++) take(page, n);
		expect(page.sitting.mend()).toBe(17);
	});
});

describe('the clock', () => {
	/** Numbers of two ratings and a pair. */
	const [pair, rating, other] = [1, 9, 10];
	const pace = (page: ReturnType<typeof open>) => page.sitting.current!.pace;
	const seconds = (page: ReturnType<typeof open>) => page.sitting.current!.seconds;

	test('times ratings for the pace, and every question for the whole', () => {
		const page = begun();
		take(page, pair, 1, 7);
		expect([pace(page), seconds(page)]).toEqual([{ median: null, count: 0 }, 7]);
		take(page, rating, 1, 3);
		expect([pace(page), seconds(page)]).toEqual([{ median: 3, count: 1 }, 10]);
		take(page, other, 1, 6);
		expect([pace(page), seconds(page)]).toEqual([{ median: 4.5, count: 2 }, 16]);
	});
	test('times first answers only', () => {
		const page = begun();
		take(page, rating, 1, 3);
		take(page, rating, 2, 30);
		expect([pace(page), seconds(page)]).toEqual([{ median: 3, count: 1 }, 3]);
	});
	test.each([
		['a pause of two minutes is a slow answer', 120, 1],
		['a longer pause is none', 120.1, 0],
		['a night is none', 30_000, 0],
		['a clock set back is none', -60, 0],
		['no time at all is quick', 0, 1],
	])('%s', (_, time, count) => {
		const page = begun();
		take(page, rating, 2, time);
		expect(pace(page).count).toBe(count);
		expect(seconds(page)).toBe(count ? time : 0);
		expect(page.sitting.current?.answers[idAt(page.sitting, rating)]).toBe(2);
	});
	test('the time begins when the question is shown, each time', () => {
		const page = begun();
		page.sitting.show(rating);
		page.world.wait(50_000);
		page.sitting.show(pair);
		page.sitting.show(rating);
		page.world.wait(2000);
		page.sitting.answer(rating, 1);
		expect(pace(page)).toEqual({ median: 2, count: 1 });
	});
	test('single times are not stored', () => {
		const page = begun();
		for (const [n, time] of [[9, 3.25], [10, 4.5], [11, 5.75]] as const) take(page, n, 1, time); // prettier-ignore
		expect(stored(page.storage)).toContain('"pace":{"median":4.5,"count":3}');
		expect(stored(page.storage)).not.toContain('3.25');
		expect(stored(page.storage)).not.toContain('5.75');
	});
});

describe('minutes left', () => {
	test('stay as expected until three answers have been timed, then follow this person', () => {
		const page = begun();
		const seen = [1, 2, 3].map((n) => {
			take(page, n, 1, 20.6);
			page.sitting.show(n + 1);
			return page.sitting.minutes;
		});
		// 7 pairs of 10.3, 8 ratings of 5.5 and 24 s; then one pair fewer; then twice 5 pairs, 8 ratings and 24 s.
		expect(seen).toEqual([2.5, 2, 4]);
	});
	test('one answer that took long does not count for much', () => {
		const page = begun();
		for (const [n, time] of [[1, 10.3], [2, 10.3], [3, 100]] as const) take(page, n, 1, time); // prettier-ignore
		page.sitting.show(4);
		expect(page.sitting.minutes).toBe(2);
	});
	test('what was skipped on the way is not counted until the reader goes back', () => {
		const { sitting } = begun();
		sitting.show(9);
		expect(sitting.minutes).toBe(1);
		sitting.show(1);
		expect(sitting.minutes).toBe(2.5);
	});
	test('count what comes and has no answer; at the end the step about you is left', () => {
		const page = begun();
		const { sitting } = page;
		for (let n = 1; n <= 8; n++) take(page, n, 1, 10.3);
		sitting.show(9);
		expect(sitting.minutes).toBe(1);
		sitting.show(1);
		expect(sitting.minutes).toBe(1);
		sitting.show(17);
		expect(sitting.minutes).toBe(1);
	});
});

describe('finishing', () => {
	test('leaves nothing, here and in storage, and says nothing', () => {
		const page = begun();
		take(page, 1);
		page.sitting.finish();
		expect([page.sitting.current, stored(page.storage), page.told()]).toEqual([null, null, []]);
		expect(open(page.storage).sitting.current).toBeNull();
	});
	test('where its result could not be kept, the stored answers stay for the next visit', () => {
		const page = begun();
		for (let n = 1; n <= 16; n++) take(page, n);
		const before = page.sitting.current;
		page.sitting.finish(false);
		expect([page.sitting.current, page.told()]).toEqual([null, []]);
		expect(open(page.storage).sitting.current).toEqual(before);
	});
	test('where it cannot be removed, that is told', () => {
		const page = begun();
		page.storage.removeItem = () => {
			throw new DOMException('denied', 'SecurityError');
		};
		page.sitting.finish();
		expect(page.sitting.current).toBeNull();
		expect(page.told()).toHaveLength(1);
	});
});

describe('discarding', () => {
	test('can be undone: the same question, the same answers, in storage too', () => {
		const page = begun('full');
		take(page, 1);
		take(page, 2, 3);
		const before = page.sitting.current;
		page.sitting.discard();
		expect([page.sitting.current, stored(page.storage)]).toEqual([null, null]);
		expect(page.told()).toEqual(['sittingDiscarded']);
		page.notices.list[0]!.undo!();
		expect([page.sitting.current, open(page.storage).sitting.current]).toEqual([before, before]);
	});
	test('undone, the pace goes on', () => {
		const page = begun();
		take(page, 9, 1, 3);
		take(page, 10, 1, 5);
		page.sitting.discard();
		page.notices.list[0]!.undo!();
		expect(page.sitting.current?.pace).toEqual({ median: 4, count: 2 });
	});
});

/** A result of the quick form, every question answered with the second category. */
const quick = (change: Partial<Sitting> = {}): Result => {
	const { sitting } = begun();
	sitting.asked.forEach((_, i) => sitting.answer(i + 1, 1));
	const now = { id: 'r', takenAt: '2026-11-22T09:40:00.000Z', language: 'en' };
	return conclude(instrument, { ...sitting.current!, ...change }, now, noContext);
};

describe('sharpening', () => {
	test('asks the next block from its first question, and nothing twice', () => {
		const { sitting } = open();
		const result = quick();
		expect(sitting.sharpen(result)).toBe(true);
		expect(sitting.current).toMatchObject({ at: 17, sharpens: 'r', seed: result.seed, answers: result.answers });
		expect([sitting.asked.length, sitting.answered, sitting.skipped]).toEqual([24, 16, 8]);
		const asked = sitting.asked.slice(16).map(({ item }) => item.id);
		expect(asked.filter((id) => id in result.answers)).toEqual([]);
		expect([...asked].sort()).toEqual([...instrument.blocks.find(({ id }) => id === 'block1')!.items].sort());
	});
	test('the questions answered so far stand where they stood', () => {
		const { sitting } = open();
		sitting.sharpen(quick());
		expect(sitting.asked.slice(0, 16)).toEqual(begun().sitting.asked);
	});
	test('what was skipped before comes first', () => {
		const { sitting } = open();
		const result = quick();
		const { [idAt(begun().sitting, 3)]: _, ...rest } = result.answers;
		sitting.sharpen({ ...result, answers: rest });
		expect([sitting.current?.at, sitting.skipped]).toEqual([3, 9]);
	});
	test('carries the pace and the seconds on', () => {
		const page = open();
		page.sitting.sharpen(quick({ pace: { median: 11, count: 8 }, seconds: 120 }));
		expect(page.sitting.current?.pace.median).toBe(11);
		// 8 ratings of 5.5 and 24 s at twice the expected pace: 2.27 minutes.
		expect(page.sitting.minutes).toBe(2.5);
		take(page, 17, 1, 3);
		expect(page.sitting.current?.pace.median).toBe(11);
		expect(page.sitting.current?.seconds).toBe(123);
	});
	test('with nothing timed there is no pace to carry', () => {
		const { sitting } = open();
		sitting.sharpen(quick({ pace: { median: null, count: 0 } }));
		expect(sitting.current?.pace).toEqual({ median: null, count: 0 });
		expect(sitting.minutes).toBe(1);
	});
	test('block after block until all has been asked; then there is nothing to ask', () => {
		const { sitting } = open();
		let result = quick();
		const counts: number[] = [];
		while (sitting.sharpen(result)) {
			counts.push(sitting.asked.length);
			sitting.asked.forEach(({ item }, i) => {
				if (sitting.current?.answers[item.id] === undefined) sitting.answer(i + 1, 2);
			});
			result = conclude(instrument, sitting.current!, { id: 'x', takenAt: '', language: 'en' }, noContext, result);
			sitting.finish();
		}
		expect(counts).toEqual([24, 32, 40, 46]);
		expect([result.id, result.form, Object.keys(result.answers).length]).toEqual(['r', 'full', 46]);
		expect(sitting.current).toBeNull();
	});
});

describe('coming back', () => {
	test('the same question, the same order, the same answers, and nothing told', () => {
		const page = begun('full');
		for (let n = 1; n <= 12; n++) take(page, n, n % 4);
		page.sitting.show(13);
		const again = open(page.storage, 99);
		expect(again.sitting.current).toEqual(page.sitting.current);
		expect(again.sitting.asked).toEqual(page.sitting.asked);
		expect(again.told()).toEqual([]);
		expect(page.storage.getItem(aside)).toBeNull();
	});
	test('a sharpened one too', () => {
		const page = open();
		page.sitting.sharpen(quick());
		take(page, 17, 3);
		const again = open(page.storage);
		expect(again.sitting.current).toEqual(page.sitting.current);
		expect(again.sitting.asked).toEqual(page.sitting.asked);
	});
	test('the pace goes on where it was', () => {
		const page = begun();
		for (const n of [9, 10, 11]) take(page, n, 1, 11);
		const again = open(page.storage);
		take(again, 12, 1, 2);
		expect(again.sitting.current?.pace).toEqual({ median: 11, count: 4 });
	});
	test('after finishing there is nothing to come back to', () => {
		const page = begun();
		page.sitting.finish();
		expect(open(page.storage).sitting.current).toBeNull();
	});

	/** What a page left that had answered the first three questions. */
	const left = () => {
		const page = begun();
		for (const n of [1, 2, 3]) take(page, n, 1);
		return { text: stored(page.storage)!, sitting: page.sitting.current! };
	};
	const { text, sitting } = left();
	const written = (change: object) => toText({ version: recordVersion, ...sitting, ...change });
	const [first] = Object.keys(sitting.answers);

	const lost: [string, string, 'sittingAside' | 'sittingOther'][] = [
		['garbage', 'hello', 'sittingAside'],
		['nothing but a blank', ' ', 'sittingAside'],
		['JSON of something else', '{"a":1}', 'sittingAside'],
		['a damaged head', text.replace('"form"', '"from"'), 'sittingAside'],
		['a head that is no record', encode([[1, 2]]), 'sittingAside'],
		['a record without a version', written({ version: undefined }), 'sittingAside'],
		['a newer version', written({ version: recordVersion + 1 }), 'sittingAside'],
		['another instrument', written({ instrument: { id: 'other', version: '1.0.0' } }), 'sittingOther'],
		['another version of the questions', written({ instrument: { id: 'fulcrum', version: '0.9.0' } }), 'sittingOther'],
	];
	test.each(lost)('to %s: nothing to resume, told, and the text is kept aside and where it was', (_, left, notice) => {
		const page = open(fakeStorage({ [here]: left }));
		expect(page.sitting.current).toBeNull();
		expect(page.told()).toEqual([notice]);
		expect(page.storage.getItem(aside)).toBe(left);
		expect(stored(page.storage)).toBe(left);
	});
	test.each(lost)('to %s: a new sitting can be started, and the text stays aside', (_, left) => {
		const page = open(fakeStorage({ [here]: left }));
		page.sitting.start('quick');
		take(page, 1);
		expect(open(page.storage).sitting.answered).toBe(1);
		expect(page.storage.getItem(aside)).toBe(left);
	});

	const partly: [string, string, number][] = [
		['one damaged line', text.replace(`["${first}",1]`, `["${first}",2]`), 2],
		['a cut end', text.slice(0, -2), 2],
		['an answer that is no category', written({ answers: { ...sitting.answers, [first!]: 9 } }), 2],
		['an answer to an unknown question', written({ answers: { ...sitting.answers, Z1: 1 } }), 3],
		['a line of garbage', `${text}\nhello`, 3],
	];
	test.each(partly)('to %s: the rest is kept, told, and the whole text kept aside', (_, left, answers) => {
		const page = open(fakeStorage({ [here]: left }));
		expect(page.sitting.current).toMatchObject({ at: 3, seed: 7, form: 'quick' });
		expect(page.sitting.answered).toBe(answers);
		expect(page.told()).toEqual(['sittingAside']);
		expect(page.storage.getItem(aside)).toBe(left);
		expect(open(page.storage).told()).toEqual([]);
	});
});

describe('storage that takes nothing', () => {
	test.each([
		['blocked', brokenStorage],
		['full', () => fullStorage()],
	])('%s: the whole quiz works, and it is told once', (_, make) => {
		const page = begun('quick', make());
		for (let n = 1; n <= 16; n++) take(page, n);
		page.sitting.show(17);
		page.sitting.mend();
		expect([page.sitting.answered, page.sitting.current?.at]).toEqual([16, 17]);
		expect(page.told()).toEqual(['notKept']);
		page.notices.close('notKept');
		page.sitting.finish();
		page.sitting.start('full');
		expect(page.told()).toEqual([]);
	});
	test('full later: what could be written stays written', () => {
		const page = begun();
		take(page, 1);
		const text = stored(page.storage);
		page.storage.setItem = () => {
			throw new DOMException('full', 'QuotaExceededError');
		};
		take(page, 2);
		expect(page.sitting.answered).toBe(2);
		expect(stored(page.storage)).toBe(text);
		expect(page.told()).toEqual(['notKept']);
	});
});

describe('never lost', () => {
	test('undoing a discard does not throw away a sitting that was begun since', () => {
		const page = begun('full');
		take(page, 1);
		page.sitting.discard();
		const undo = page.notices.list[0]!.undo!;
		page.sitting.start('quick');
		for (const n of [1, 2, 3]) take(page, n);
		undo();
		expect(page.sitting.current?.form).toBe('quick');
	});
	test('undoing a discard keeps the answers timed before', () => {
		const page = begun();
		for (const [n, time] of [[9, 3], [10, 5]] as const) take(page, n, 1, time); // prettier-ignore
		page.sitting.discard();
		page.notices.list[0]!.undo!();
		take(page, 11, 1, 40);
		expect(page.sitting.current?.pace).toEqual({ median: 5, count: 3 });
	});
	test('a second damaged text does not push out the first that was set aside', () => {
		const newer = toText({ version: recordVersion + 1, answers: {} });
		const page = open(fakeStorage({ [here]: newer }));
		page.sitting.start('quick');
		page.storage.setItem(here, 'garbage');
		open(page.storage);
		const kept = Array.from({ length: page.storage.length }, (_, i) => page.storage.getItem(page.storage.key(i)!));
		expect(kept).toContain(newer);
	});
	test('a damaged text that could not be set aside is not written over', () => {
		const { sitting } = begun();
		const text = `${toText({ version: recordVersion, ...sitting.current! })}\ndamaged`;
		const storage = fullStorage({ [here]: text }, (key) => key === aside);
		open(storage).sitting.show(2);
		expect(stored(storage)).toBe(text);
	});
	test('with such a text in place the quiz works, tells that it is not kept, and never touches it', () => {
		const storage = fullStorage({ [here]: 'garbage' }, (key) => key === aside);
		const page = begun('quick', storage);
		take(page, 1);
		expect([page.sitting.answered, page.told().sort()]).toEqual([1, ['notKept', 'sittingAside']]);
		page.sitting.finish();
		expect([page.sitting.current, stored(storage)]).toEqual([null, 'garbage']);
	});
	test('a text that stands aside already is not set aside again', () => {
		const storage = fakeStorage({ [here]: 'garbage' });
		for (let visit = 0; visit < 5; visit++) open(storage);
		expect(storage.length).toBe(2);
	});
	test('a text that was set aside is told at the first visit only; another one is told again', () => {
		const storage = fakeStorage({ [here]: 'garbage' });
		expect([open(storage).told(), open(storage).told()]).toEqual([['sittingAside'], []]);
		storage.setItem(here, 'other garbage');
		expect([open(storage).told(), open(storage).told()]).toEqual([['sittingAside'], []]);
	});
	test('once another sitting has begun, the discarded one is not offered any more', () => {
		const page = begun();
		take(page, 1);
		page.sitting.discard();
		expect(page.told()).toEqual(['sittingDiscarded']);
		page.sitting.start('full');
		expect(page.told()).toEqual([]);
	});
});
