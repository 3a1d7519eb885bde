import { expect, test } from 'vitest';
import { cardFieldsSchema } from '@/lib/domain/counterparties/card-fields';
import { appealChoiceSchema } from '@/lib/domain/reactions/record-input';
import { reportedEventSchema, scriptEvent } from './events';
import { kotov } from './testing';

const accepts = (event: unknown) => reportedEventSchema.safeParse(event).success;

test('a field at a time is accepted, typed or emptied', () => {
  expect(accepts({ type: 'manager.filledIn', patch: { card: { city: '' } } })).toBe(true);
  expect(accepts({ type: 'manager.filledIn', patch: { appeal: { project: null } } })).toBe(true);
});

test.each([
  ['a field nobody asked for', { type: 'manager.filledIn', patch: { card: { inn: '1' } } }],
  ['a status of the card', { type: 'manager.filledIn', patch: { card: { status: 'client' } } }],
  ['a text without end', { type: 'manager.filledIn', patch: { note: 'а'.repeat(8_001) } }],
  ['a card described from outside', { type: 'manager.choseCounterparty', counterparty: { id: 'x' } }],
  ['an event of the phone lines', { type: 'caller.hungUp' }],
  ['a hand-over that reports itself answered', { type: 'handOver.answered' }],
  ['a call taken over by its own word', { type: 'manager.tookOver', managerName: 'Вера' }],
  ['a call discarded past the act that keeps its reason', { type: 'manager.discarded', reason: 'ошибка' }],
  ['an event of no script', { type: 'caller.sang' }],
  ['more than the event carries', { type: 'caller.wasClient', present: true }],
])('%s is refused', (_, event) => {
  expect(accepts(event)).toBe(false);
});

test('IN-3: the manager may know that a person is away who looks present', () => {
  const named = scriptEvent(
    { type: 'caller.namedEmployee', employeeId: 'kotov', knownAway: true },
    { employee: kotov },
  );
  expect(named).toEqual({ type: 'caller.namedEmployee', employee: { ...kotov, present: false } });
});

test('IN-3: nobody who is away becomes present by a word', () => {
  const away = { ...kotov, present: false };
  const named = scriptEvent(
    { type: 'caller.namedEmployee', employeeId: 'kotov', knownAway: false },
    { employee: away },
  );
  expect(named).toMatchObject({ employee: { present: false } });
});

test('a project is taken as it is known, whatever it was called', () => {
  const typed = {
    type: 'manager.filledIn',
    patch: { appeal: { project: { id: 'p', name: 'выдумка' } } },
  } as const;
  expect(scriptEvent(typed, { project: { id: 'p', name: 'ArchiMed+' } })).toEqual({
    type: 'manager.filledIn',
    patch: { appeal: { project: { id: 'p', name: 'ArchiMed+' } } },
  });
});

test('what a call takes of a card and its records, their own pages take too', () => {
  const longest = (length: number) => 'я'.repeat(length);
  const card = {
    name: longest(300),
    category: longest(100),
    city: longest(120),
    contactPerson: longest(300),
    phone: longest(100),
    phoneExtension: longest(20),
  };
  const appeal = { topic: longest(300), type: longest(120), note: longest(8000) };
  expect(accepts({ type: 'manager.filledIn', patch: { card, appeal } })).toBe(true);
  expect(cardFieldsSchema.safeParse(card).success).toBe(true);
  expect(appealChoiceSchema.safeParse({ use: 'new', ...appeal }).success).toBe(true);
  for (const [field, text] of Object.entries(card)) {
    const patch = { card: { [field]: `${text}я` } };
    expect(accepts({ type: 'manager.filledIn', patch })).toBe(false);
    expect(cardFieldsSchema.safeParse({ ...card, ...patch.card }).success).toBe(false);
  }
});
