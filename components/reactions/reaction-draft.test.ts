import { expect, test } from 'vitest';
import type { CardSummary } from '@/lib/domain/counterparties/card-views';
import { recordReactionSchema } from '@/lib/domain/reactions/record-input';
import {
  departmentOfChoice,
  emptyDraft,
  newNext,
  type ReactionDraft,
  topicOf,
  withClient,
  withNewClient,
} from './reaction-draft';
import { choiceRequest, outcomeRequest } from './reaction-request';

const now = Date.UTC(2026, 10, 3, 6, 30);
const romashka: CardSummary = {
  id: 'romashka',
  name: 'ООО «Ромашка»',
  status: 'client',
  category: 'Клиент',
  city: 'Кемерово',
  contactPerson: '—',
  phones: [],
  contracts: [],
};

const filled = (): ReactionDraft => {
  const draft = withNewClient(emptyDraft('anna'));
  draft.client = { ...draft.client, fields: { ...draft.client.fields, name: 'ИП Петров' } };
  draft.appeal = { ...draft.appeal, topic: 'запрос цен' };
  return draft;
};

test('CARD: a filled card becomes one request that the API takes', () => {
  const draft = filled();
  const choice = choiceRequest(draft);
  const outcome = outcomeRequest(draft, now, 'Europe/Moscow');
  if (!choice.ok || !outcome.ok) throw new Error('the card is complete');
  const request = recordReactionSchema.parse({ ...choice.request, ...outcome.request });
  expect(request).toMatchObject({
    counterparty: { use: 'new', fields: { name: 'ИП Петров', category: 'Клиент' } },
    appeal: { use: 'new', topic: 'запрос цен', type: 'Клиентский отдел' },
    nextReactions: [{ responsible: { kind: 'employee', employeeId: 'anna' } }],
  });
});

test('an empty card says what is missing, field by field', () => {
  expect(choiceRequest(emptyDraft('anna'))).toEqual({
    ok: false,
    problems: { counterparty: 'reactions.card.missingClient', 'appeal.topic': 'required' },
  });
  const draft = emptyDraft('anna');
  draft.outcome = { ...draft.outcome, next: [newNext(null, 'custom')] };
  expect(outcomeRequest(draft, now, 'Europe/Moscow')).toEqual({
    ok: false,
    problems: {
      'nextReactions.0.responsible': 'reactions.card.missingWho',
      'nextReactions.0.dueAt': 'reactions.card.missingWhen',
    },
  });
});

test('closing the appeal needs its reason and leaves no next reaction', () => {
  const draft = filled();
  draft.outcome = { ...draft.outcome, kind: 'close' };
  expect(outcomeRequest(draft, now, 'Europe/Moscow')).toMatchObject({
    problems: { 'closeAppeal.reason': 'required' },
  });
  draft.outcome = { ...draft.outcome, closeReason: 'ответили' };
  expect(outcomeRequest(draft, now, 'Europe/Moscow')).toMatchObject({
    request: { nextReactions: [], closeAppeal: { reason: 'ответили' } },
  });
});

test('CARD: the topic is repeated from the appeal until the reaction gets its own', () => {
  const draft = filled();
  expect(topicOf(draft)).toBe('запрос цен');
  draft.reaction = { ...draft.reaction, topic: 'перезвонили' };
  expect(topicOf(draft)).toBe('перезвонили');
});

test('CARD: choosing an existing client and going back keeps what was typed for a new one', () => {
  const draft = withClient(filled(), romashka);
  expect(choiceRequest(draft)).toMatchObject({
    request: { counterparty: { use: 'existing', id: 'romashka' } },
  });
  expect(withNewClient(draft).client.fields.name).toBe('ИП Петров');
});

test('an open appeal does not follow to another client', () => {
  const draft = withClient(filled(), romashka);
  draft.appeal = { ...draft.appeal, mode: 'existing', chosen: { id: 'a', number: 7, topic: 'старое' } };
  expect(withClient(draft, romashka).appeal.chosen).not.toBeNull();
  expect(withClient(draft, { ...romashka, id: 'other' }).appeal).toMatchObject({ mode: 'new', chosen: null });
  expect(withNewClient(draft).appeal.mode).toBe('new');
});

test('SA-3: a complaint asks whose work caused it, and not who acts next', () => {
  const draft = filled();
  draft.reaction = { ...draft.reaction, type: 'complaint' };
  const asked = outcomeRequest(draft, now, 'Europe/Moscow');
  expect(asked).toEqual({ ok: false, problems: { 'reaction.causedBy': 'reactions.card.missingCausedBy' } });
  draft.reaction = { ...draft.reaction, causedBy: 'support' };
  expect(outcomeRequest(draft, now, 'Europe/Moscow')).toMatchObject({
    ok: true,
    request: { reaction: { type: 'complaint', causedBy: 'support' }, nextReactions: [] },
  });
});

test('IN-11: the clock is that of the department of whoever was chosen', () => {
  const choices = {
    departments: [{ id: 'd1', kind: 'support', name: 'Поддержка', nameEn: 'Support', hasHead: true }],
    employees: [{ id: 'sofia', name: 'Софронова С.', departmentId: 'd1' }],
  } as const;
  const of = (choice: Parameters<typeof departmentOfChoice>[0]) =>
    departmentOfChoice(choice, { departments: [...choices.departments], employees: [...choices.employees] });
  expect(of({ kind: 'employee', employeeId: 'sofia' })).toBe('support');
  expect(of({ kind: 'headOf', departmentKind: 'sales' })).toBe('sales');
  expect(of({ kind: 'generalDirector' })).toBeNull();
  expect(of(null)).toBeNull();
});
