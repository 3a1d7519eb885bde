import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idOrNothing } from './audit-entry';
import { digestedText, personalValuesOf } from './personal-values';
import { requestSubject } from './request-subject';

test('every text of a request is found by its field, but ids and secrets', () => {
  expect(
    personalValuesOf({
      counterpartyId: 'card',
      version: 3,
      name: 'ООО «Сосна»',
      phones: [{ raw: '+7 384 258-12-34', extension: '' }],
      currentPassword: 'сорок семь окон',
      values: { 'Иванова Анна': 'ф' },
    }),
  ).toEqual([
    ['name', 'ООО «Сосна»'],
    ['phones.0.raw', '+7 384 258-12-34'],
    ['values.?', 'ф'],
  ]);
});

test('of very many values the rest is one', () => {
  const names = Array.from({ length: 100 }, (_, at) => `имя ${at}`);
  const values = personalValuesOf({ names });
  expect(values).toHaveLength(40);
  expect(values.at(-1)![1]).toContain('имя 99');
});

test('other spaces and capitals make the same digest', () => {
  expect(digestedText(' Anna@MLSIT.example ')).toBe(digestedText('anna@mlsit.example'));
});

test('neither a field nor an id of an entry ever holds a phone, an address or a name', () => {
  const personal = fc.oneof(
    fc.stringMatching(/^\+?[0-9 ()-]{5,20}$/),
    fc.emailAddress(),
    fc.stringMatching(/^[А-Яа-яё ]{2,30}$/),
  );
  fc.assert(
    fc.property(personal, fc.string(), (value, key) => {
      expect(idOrNothing(value)).toBe('');
      const subject = requestSubject({
        path: '/things/{thingId}',
        input: { thingId: value, counterpartyId: value, counterparty: { id: value } },
        answer: { counterpartyId: value },
        told: [{ noun: 'counterparty', nounId: value }],
        changes: [],
      });
      expect(subject).toEqual({ subject: 'thing', subjectId: '', counterpartyId: null });
      const fields = personalValuesOf({ [value]: key, a: { [value]: [value] } }).map(([field]) => field);
      expect(fields.join()).not.toContain(value);
    }),
  );
});

test('a request is about what its address, its news or its answer name', () => {
  const about = (given: Partial<Parameters<typeof requestSubject>[0]>) =>
    requestSubject({ path: '/', input: {}, answer: null, told: [], changes: [], ...given });
  expect(about({ path: '/calls/{callId}/claim', input: { callId: 'call1' } })).toEqual({
    subject: 'call',
    subjectId: 'call1',
    counterpartyId: null,
  });
  expect(about({ told: [{ noun: 'counterparty', nounId: 'card1' }] })).toEqual({
    subject: 'counterparty',
    subjectId: 'card1',
    counterpartyId: 'card1',
  });
  expect(
    about({ path: '/leads/{leadId}', input: { leadId: 'l1' }, answer: { counterpartyId: 'c1' } }),
  ).toEqual({
    subject: 'lead',
    subjectId: 'l1',
    counterpartyId: 'c1',
  });
});
