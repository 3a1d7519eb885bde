import { describe, expect, test } from 'vitest';
import { callScripts, newestCallScript } from '@/lib/domain/call-scripts/catalog';
import { graphOf } from '@/lib/domain/call-scripts/graph';
import { criteriaOf } from './criteria';
import {
  emptyMark,
  emptyScoreCard,
  isSameContent,
  isScoreCardActPossible,
  type Mark,
  scoreCardActs,
  scoreCardAfter,
  scoreCardStates,
  scoreOf,
  unreadyParts,
  type Verdict,
} from './score-card';

const marked = (...verdicts: (Verdict | null)[]): Record<string, Mark> =>
  Object.fromEntries(verdicts.map((verdict, index) => [`${index}`, { ...emptyMark, verdict }]));
const keys = ['0', '1', '2', '3'];

describe('the result of a score card', () => {
  test.each([
    [['yes', 'yes', 'no', 'notApplicable'], { yes: 2, applicable: 3, percent: 67 }],
    [['no', 'no', 'no', 'no'], { yes: 0, applicable: 4, percent: 0 }],
    [['yes', null, null, null], { yes: 1, applicable: 1, percent: 100 }],
    [['notApplicable', null, null, null], { yes: 0, applicable: 0, percent: null }],
  ] as const)('of %j is %j', (verdicts, score) => {
    expect(scoreOf({ marks: marked(...verdicts) }, keys)).toEqual(score);
  });
});

describe('a score card', () => {
  test('is sent when each criterion has a mark and no comment is empty', () => {
    const place = { recordingId: 'recording', seconds: 3 };
    const notes = [
      { id: 'one', text: 'Здесь', place },
      { id: 'two', text: ' ', place },
    ];
    const content = { ...emptyScoreCard, marks: marked('yes', null, 'no'), notes };
    expect(unreadyParts(content, keys)).toEqual({ unmarked: ['1', '3'], emptyNotes: [1] });
  });

  test('says the same when its parts come back in another order', () => {
    const place = { recordingId: 'recording', seconds: 3 };
    const one = { ...emptyScoreCard, marks: { 0: { verdict: 'yes' as const, comment: 'да', place } } };
    const { marks, ...rest } = one;
    const other = { marks: { 0: { place: { ...place }, comment: 'да', verdict: 'yes' as const } }, ...rest };
    expect(isSameContent(one, other, keys)).toBe(true);
    expect(isSameContent(one, { ...other, summary: 'Хорошо' }, keys)).toBe(false);
    expect(isSameContent(one, { ...one, marks: { 0: { ...one.marks[0], place: null } } }, keys)).toBe(false);
  });

  test('takes in each state what the table says, and nothing else', () => {
    const possible = Object.fromEntries(
      scoreCardStates.map((state) => [
        state,
        Object.fromEntries(
          scoreCardActs
            .filter((act) => isScoreCardActPossible(state, act))
            .map((act) => [act, scoreCardAfter(state, act)]),
        ),
      ]),
    );
    expect(possible).toEqual({
      draft: { save: 'draft', send: 'sent', discard: 'gone' },
      sent: { save: 'sent', send: 'sent', acknowledge: 'acknowledged', object: 'objected' },
      objected: { save: 'objected', send: 'sent', uphold: 'upheld' },
      upheld: { save: 'upheld', send: 'sent', acknowledge: 'acknowledged' },
      acknowledged: {},
    });
    expect(() => scoreCardAfter('acknowledged', 'object')).toThrow('takes no object');
  });
});

describe('the criteria of a score card', () => {
  test('are those of the steps the conversation came to', () => {
    const graph = graphOf(newestCallScript('inbound-call')!);
    const criteria = criteriaOf(graph, ['greeting', 'fillingCard', 'closing']);
    expect(new Set(criteria.map(({ step }) => step))).toEqual(
      new Set(['greeting', 'fillingCard', 'closing']),
    );
    expect(criteria[0]).toMatchObject({ step: 'greeting', kind: 'verbatim', say: 'greeting' });
    expect(criteriaOf(graph, [])).toEqual([]);
  });

  test.each(callScripts.map((script) => [script.id, script] as const))(
    'of %s have a key of their own each',
    (_, script) => {
      const graph = graphOf(script);
      const all = criteriaOf(
        graph,
        graph.nodes.map(({ id }) => id),
      );
      expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
      expect(all.every(({ key }) => key.length <= 40)).toBe(true);
    },
  );
});
