import { describe, expect, test } from 'vitest';
import { isSameForm } from '@/components/kept-forms';
import { choiceRequest } from './reaction-request';
import { startedDraft, subjectOfStart } from './reaction-start';

const romashka = {
  id: 'romashka',
  name: 'ООО «Ромашка»',
  status: 'client' as const,
  category: 'Клиент',
  city: 'Кемерово',
  contactPerson: '—',
  phones: [],
  contracts: [],
};

describe('CARD: the card opened from a call', () => {
  test('has the caller, the open appeal and the kind of act filled in', () => {
    const draft = startedDraft('anna', {
      callId: 'call',
      counterparty: romashka,
      appeal: { id: 'appeal', number: 7, topic: 'запрос цен' },
    });
    expect(draft.reaction.type).toBe('incomingCall');
    expect(choiceRequest(draft)).toMatchObject({
      request: {
        counterparty: { use: 'existing', id: 'romashka' },
        appeal: { use: 'existing', id: 'appeal' },
      },
    });
  });

  test('of a stranger asks for a new client and knows the number', () => {
    const draft = startedDraft('anna', { callId: 'call', callerPhone: '+7 (3842) 58-12-34' });
    expect(draft.client).toMatchObject({ mode: 'new', fields: { phone: '+7 (3842) 58-12-34' } });
  });

  test('of a number that several cards have asks which of them', () => {
    expect(startedDraft('anna', { callId: 'call' }).client.mode).toBe('existing');
  });

  test('keeps one draft for the call, whatever is found out about the caller', () => {
    expect(subjectOfStart('anna', { callId: 'call', counterparty: romashka })).toBe(
      subjectOfStart('anna', { callId: 'call' }),
    );
    expect(subjectOfStart('anna', { callId: 'other' })).not.toBe(subjectOfStart('anna', { callId: 'call' }));
  });
});

test('each counterparty and each person has a draft of their own', () => {
  const subjects = [
    subjectOfStart('anna'),
    subjectOfStart('boris'),
    subjectOfStart('anna', { counterparty: romashka }),
    subjectOfStart('anna', { counterparty: romashka, appeal: { id: 'a', number: 1, topic: '' } }),
  ];
  expect(new Set(subjects).size).toBe(subjects.length);
});

test('a card that nobody touched is the same each time it opens, and what was chosen for the person is no typing', () => {
  expect(isSameForm(startedDraft('anna'), startedDraft('anna'))).toBe(true);
  const start = { counterparty: romashka };
  expect(isSameForm(startedDraft('anna', start), startedDraft('anna', start))).toBe(true);
});

test('every field typed or chosen touches the card', () => {
  const draft = startedDraft('anna');
  const { client, appeal, reaction, outcome } = draft;
  const touched = [
    { ...draft, client: { ...client, fields: { ...client.fields, city: 'Бийск' } } },
    { ...draft, client: { ...client, fields: { ...client.fields, contactPerson: 'Ольга' } } },
    { ...draft, appeal: { ...appeal, type: 'Другой' } },
    { ...draft, appeal: { ...appeal, projectId: 'project' } },
    { ...draft, reaction: { ...reaction, type: 'visit' as const } },
    { ...draft, reaction: { ...reaction, happenedAt: '2026-11-03T09:30' } },
    { ...draft, outcome: { ...outcome, next: [{ ...outcome.next[0]!, topic: 'перезвонить' }] } },
    { ...draft, outcome: { ...outcome, next: [{ ...outcome.next[0]!, due: 'week' as const }] } },
  ];
  for (const changed of touched) expect(isSameForm(changed, draft)).toBe(false);
});
