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
		['elsewhere, a manager', { A: 8, P: 8 }, { role: 'manager', stage: 'mature' }, ['elsewhere', 'team', 'change']],
		['both ends', { A: 92, P: 92 }, { role: 'vp', stage: 'series-c' }, ['both', 'stage', 'partner']],
		['level and inside: one question about handing over', { A: 46, P: 54, se0: { ...shot().se0, S: 3 } }, { role: 'vp', stage: 'series-a' }, ['inside', 'stage', 'weigh']],
		['at maturity the list is of what may come', architecture, { role: 'vp', stage: 'mature' }, ['outside-architecture', 'partner-architecture', 'stage']],
		['probably outside the range', { A: 57, P: 44 }, cto, ['outside-people', 'partner-architecture', 'less']],
		['a size that is unusual for the stage: no range', architecture, { ...cto, size: '11-25' }, ['partner-architecture', 'less', 'stage']],
		['a range on their own side, nearer the centre', { A: 97, P: 9 }, { role: 'tech-lead', stage: 'mature' }, ['nearer-architecture', 'partner-architecture', 'part']],
		['the same on the other side', { A: 3, P: 97 }, { role: 'director', stage: 'series-c' }, ['nearer-people', 'partner-people', 'less']],
		['one that reaches across the centre does not lean', { A: 9, P: 90 }, { role: 'manager', stage: 'seed' }, ['outside-people', 'partner-people', 'team']],
		['outside the range', architecture, { role: 'vp', stage: 'series-c' }, ['outside-architecture', 'partner-architecture', 'less']],
		['outside the other way', { A: 40, P: 80 }, cto, ['outside-people', 'partner-people', 'less']],
		['a posture against the stage', { ...architecture, posture: offence }, { role: 'vp', stage: 'series-c' }, ['outside-architecture', 'against', 'less']],
		['inside the range', architecture, cto, ['partner-architecture', 'inside', 'stage']],
		['a manager is asked about the team', architecture, { role: 'manager', stage: 'seed' }, ['outside-architecture', 'partner-architecture', 'team']],
		['a tech lead about the part looked after', architecture, { role: 'tech-lead', stage: 'seed' }, ['partner-architecture', 'inside', 'part']],
		['a staff engineer without a stage too', {}, { role: 'staff' }, ['part', 'change', 'weigh']],
		['a list of the stage needs seat and stage', {}, { role: 'cto' }, ['stage', 'change', 'weigh']],
		['answers that contradict each other', { ...architecture, quality: red }, cto, ['less', 'partner', 'stage']],
	])('%s', (_, change, said, talks) => {
		const [reading, context] = [read(shot(change), gamma), { ...noContext, ...said }];
		expect(talkAbout(findings(reading, context), reading, context)).toEqual(talks);
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
