import { describe, expect, test } from 'vitest';
import { currentSatisfactionRound } from './catalog';
import { hungUp, picked, romashka, saidGoodbye, Talk, typed, wentBackTo } from './testing';

const talk = (hasLetter = false) =>
  new Talk({ subject: { id: 'round', productName: '', hasLetter } }, currentSatisfactionRound).say(
    picked(romashka),
  );
const could = { type: 'caller.couldTalk' } as const;
const satisfied = (about: 'software' | 'support' | 'company') =>
  ({ type: 'caller.wasSatisfied', about }) as const;
const dissatisfied = (about: 'software' | 'support' | 'company') =>
  ({ type: 'caller.wasDissatisfied', about }) as const;
const pleased = [could, satisfied('software'), satisfied('support'), satisfied('company')] as const;

describe('SA-1: a satisfaction round', () => {
  test('asks about the software, the support and the company, in that order', () => {
    const asked = talk().say(could);
    expect(asked.step.name).toBe('askingSoftware');
    expect(asked.tell(satisfied('company')).ok).toBe(false);
    expect(asked.say(satisfied('software')).step.name).toBe('askingSupport');
    expect(asked.say(satisfied('support')).step.name).toBe('askingCompany');
    expect(asked.step.stages.map(({ stage }) => stage)).not.toContain('handOver');
  });

  test('of a client who has no time, or does not want to answer, ends without a record', () => {
    expect(talk().say({ type: 'caller.askedToCallLater' }, saidGoodbye).told).toEqual([
      'route: roundPostponed',
      'hangUp',
      'finish: roundPostponed',
    ]);
    expect(talk().say({ type: 'caller.refusedRound' }, saidGoodbye).told).toContain('route: roundRefused');
  });
});

describe('SA-2: a client satisfied with all three', () => {
  test('is asked for a letter once', () => {
    const asked = talk().say(...pleased);
    expect(asked.step.name).toBe('askingLetter');
    expect(asked.say({ type: 'caller.promisedLetter' }, saidGoodbye).told).toEqual([
      'route: satisfied',
      'hangUp',
      'finish: satisfactionKept',
    ]);
    expect(asked.conversation.letter).toBe('promised');
  });

  test('whose letter is there is asked no more', () => {
    expect(talk(true).say(...pleased).step.name).toBe('closing');
  });

  test('who takes a word back is dissatisfied', () => {
    const asked = talk().say(
      ...pleased,
      wentBackTo('askingSupport'),
      dissatisfied('support'),
      satisfied('company'),
    );
    expect(asked.step.name).toBe('takingComplaint');
  });
});

describe('SA-3: a dissatisfied client', () => {
  test('has their complaint begun with what they said, and written with both next reactions', () => {
    const asked = talk().say(
      could,
      satisfied('software'),
      typed({ satisfaction: { support: 'отвечают через день' } }),
      dissatisfied('support'),
      satisfied('company'),
    );
    expect(asked.step.name).toBe('takingComplaint');
    expect(asked.conversation.draft.complaint.text).toBe('отвечают через день');
    expect(asked.tell({ type: 'manager.tookDownComplaint' })).toMatchObject({
      ok: false,
      missing: ['complaintDepartment'],
    });
    asked.say(
      typed({ complaint: { departmentKind: 'support' } }),
      { type: 'manager.tookDownComplaint' },
      saidGoodbye,
    );
    expect(asked.told).toEqual([
      'card: existing romashka',
      'appeal: new рекламация',
      'reaction: complaint',
      'next: headOf support atOnce',
      'next: generalDirector atOnce',
      'route: complaint',
      'hangUp',
      'finish: complaintTaken',
    ]);
  });

  test('who hangs up leaves the complaint to be written all the same', () => {
    const asked = talk().say(
      could,
      dissatisfied('software'),
      hungUp,
      satisfied('support'),
      satisfied('company'),
    );
    expect(asked.step.tags).toContain('unfinished');
    asked.say(
      typed({ complaint: { text: 'виснет', departmentKind: 'support' } }),
      { type: 'manager.tookDownComplaint' },
      saidGoodbye,
    );
    expect(asked.told).toContain('finish: finishedAfterHangUp');
    expect(asked.told).toContain('reaction: complaint');
  });
});
