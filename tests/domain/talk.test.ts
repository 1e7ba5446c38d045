import { describe, expect, test } from 'vitest';
import { findings } from '../../src/domain/findings';
import { read } from '../../src/domain/reading';
import { noContext, type Context } from '../../src/domain/result';
import type { Snapshot } from '../../src/domain/snapshot';
import { talkAbout, type Talk } from '../../src/domain/talk';
import { gamma, red, shot } from './shots';

const architecture = { A: 80, P: 40 };
const offence = { value: 85, se0: 10.64, count: 6 };
const cto = { role: 'cto', stage: 'seed' } as const;

describe('three things to talk about', () => {
	test.each<[string, Partial<Snapshot>, Partial<Context>, Talk[]]>([
		['nothing known: what comes next, and what would make it easier', {}, {}, ['stage', 'change', 'weigh']],
		['a place that is decided', architecture, {}, ['partner-architecture', 'stage', 'change']],
		['a gap first', { drive: 76, practice: 24 }, {}, ['gap-architecture', 'stage', 'partner']],
		['the other way', { drive: 24, practice: 76 }, {}, ['gap-people', 'stage', 'partner']],
		['elsewhere', { A: 8, P: 8 }, { role: 'vp', stage: 'series-c' }, ['elsewhere', 'less', 'change']],
		['elsewhere with a gap: the page sends to the first question', { A: 8, P: 8, drive: 76, practice: 24 }, {}, ['elsewhere', 'gap-architecture', 'stage']],
		['elsewhere, a manager', { A: 8, P: 8 }, { role: 'manager', stage: 'mature' }, ['elsewhere', 'team', 'change']],
		['both ends', { A: 92, P: 92 }, { role: 'vp', stage: 'series-c' }, ['both', 'stage', 'partner']],
		['level and inside: one question about handing over', { A: 46, P: 54, se0: { ...shot().se0, S: 3 } }, { role: 'vp', stage: 'series-a' }, ['inside', 'stage', 'weigh']],
		['at maturity the list is of what may come', architecture, { role: 'vp', stage: 'mature' }, ['outside-architecture', 'partner-architecture', 'stage']],
		['probably outside the range', { A: 57, P: 44 }, cto, ['outside-people-probably', 'partner-architecture', 'less']],
		['a size that is unusual for the stage: no range', architecture, { ...cto, size: '11-25' }, ['partner-architecture', 'less', 'stage']],
		['a range on their own side, nearer the centre', { A: 97, P: 9 }, { role: 'tech-lead', stage: 'mature' }, ['nearer-architecture', 'partner-architecture', 'part']],
		['probably nearer the centre', { A: 79, P: 21 }, { role: 'tech-lead', stage: 'mature' }, ['nearer-architecture-probably', 'partner-architecture', 'part']],
		['the same on the other side', { A: 3, P: 97 }, { role: 'director', stage: 'series-c' }, ['nearer-people', 'partner-people', 'less']],
		['one that reaches across the centre does not lean', { A: 9, P: 90 }, { role: 'manager', stage: 'seed' }, ['outside-people', 'partner-people', 'less']],
		['outside the range', architecture, { role: 'vp', stage: 'series-c' }, ['outside-architecture', 'partner-architecture', 'less']],
		['outside the other way', { A: 40, P: 80 }, cto, ['outside-people', 'partner-people', 'less']],
		['a posture against the stage', { ...architecture, posture: offence }, { role: 'vp', stage: 'series-c' }, ['outside-architecture', 'less', 'against-offence']],
		['the other way: what rests on six choices is last', { posture: { ...offence, value: 15 } }, { stage: 'seed' }, ['stage', 'change', 'against-defence']],
		['inside the range', architecture, cto, ['partner-architecture', 'inside', 'stage']],
		['a manager is asked about the team', architecture, { role: 'manager', stage: 'series-c' }, ['outside-architecture', 'partner-architecture-me', 'team']],
		['but not at seed, where nothing is made for half a year', architecture, { role: 'manager', stage: 'seed' }, ['outside-architecture', 'partner-architecture-me', 'less']],
		['a tech lead about the part looked after', architecture, { role: 'tech-lead', stage: 'series-a' }, ['partner-architecture', 'inside', 'part']],
		['nor at seed', {}, { role: 'tech-lead', stage: 'seed' }, ['outside-people', 'less', 'weigh']],
		['a staff engineer at seed about what nobody owns', architecture, { role: 'staff', stage: 'seed' }, ['partner-architecture', 'part-seed', 'change']],
		['unless one question about handing over is asked already', { A: 92, P: 92 }, { role: 'staff', stage: 'seed' }, ['both', 'stage', 'partner']],
		['a staff engineer without a stage too', {}, { role: 'staff' }, ['systems', 'change', 'weigh']],
		['a list of the stage needs seat and stage', {}, { role: 'cto' }, ['stage', 'change', 'weigh']],
		['answers that contradict each other', { ...architecture, quality: red }, cto, ['less', 'partner', 'stage']],
	])('%s', (_, change, said, talks) => {
		const [reading, context] = [read(shot(change), gamma), { ...noContext, ...said }];
		expect(talkAbout(findings(reading, context), reading, context)).toEqual(talks);
	}); // prettier-ignore
	type Asked = [string, 'architecture' | 'people', Partial<Context>, Talk];
	test.each<Asked>([
		['nothing said', 'architecture', {}, 'partner-architecture'],
		['a CTO', 'architecture', { role: 'cto', stage: 'series-b', reportsTo: 'ceo' }, 'partner-architecture'],
		['a VP under the CEO', 'architecture', { role: 'vp', reportsTo: 'ceo' }, 'partner-architecture'],
		['a VP under the CTO, who may be the one', 'architecture', { role: 'vp', reportsTo: 'cto' }, 'partner-architecture-me'],
		['a director under the CTO', 'architecture', { role: 'director', reportsTo: 'cto' }, 'partner-architecture'],
		['a manager', 'architecture', { role: 'manager' }, 'partner-architecture-me'],
		['a tech lead under a manager', 'architecture', { role: 'tech-lead', reportsTo: 'manager' }, 'partner-architecture-me'],
		['a tech lead under a director', 'architecture', { role: 'tech-lead', reportsTo: 'director' }, 'partner-architecture'],
		['a staff engineer under a director', 'architecture', { role: 'staff', reportsTo: 'director' }, 'partner-architecture-me'],
		['a staff engineer under a CTO', 'architecture', { role: 'staff', reportsTo: 'cto' }, 'partner-architecture'],
		['a tech lead under a founder', 'architecture', { role: 'tech-lead', stage: 'seed', reportsTo: 'ceo' }, 'partner-architecture-me'],
		['a CTO towards people', 'people', { role: 'cto' }, 'partner-people'],
		['a VP under the CTO towards people', 'people', { role: 'vp', reportsTo: 'cto' }, 'partner-people-me'],
		['a VP under the CEO towards people', 'people', { role: 'vp', reportsTo: 'ceo' }, 'partner-people'],
		['a manager towards people', 'people', { role: 'manager' }, 'partner-people'],
		['a tech lead makes no promises', 'people', { role: 'tech-lead', reportsTo: 'manager' }, 'partner-people-own'],
		['nor does a staff engineer', 'people', { role: 'staff' }, 'partner-people-own'],
	])('who objects, where whoever asks is not the answer: %s, %s', (_, end, said, talk) => {
		const place = end === 'architecture' ? architecture : { A: 40, P: 80 };
		const [reading, context] = [read(shot(place), gamma), { ...noContext, ...said }];
		const talks = talkAbout(findings(reading, context), reading, context);
		expect(talks.filter((one) => one.startsWith('partner'))).toEqual([talk]);
	}); // prettier-ignore
	test('what to hand over is asked once', () => {
		for (let A = 0; A <= 100; A += 5)
			for (let P = 0; P <= 100; P += 5) {
				const reading = read(shot({ A, P }), gamma);
				const context = { ...noContext, ...cto };
				const talks = talkAbout(findings(reading, context), reading, context);
				expect(talks).toHaveLength(3);
				expect(talks.filter((talk) => ['inside', 'less', 'both'].includes(talk)).length).toBeLessThanOrEqual(1);
				// Whose objection counted is asked once.
				expect(talks.filter((talk) => talk.startsWith('partner')).length).toBeLessThanOrEqual(1);
				// Who is drawn elsewhere is asked for any one change.
				if (!talks.includes('elsewhere')) expect(talks).not.toContain('change');
			}
	});
});
