import { expect, test } from 'vitest';
import { contracts } from '@/app/api/v1/contracts';
import type { AuditView } from '@/lib/domain/audit/audit.contract';
import { LOCALES } from '@/lib/i18n/locale';
import { MESSAGES } from '@/lib/i18n/messages';
import { getTranslator } from '@/lib/i18n/translator';
import { auditWords } from './audit-words';

const changes = Object.values(contracts)
  .flatMap((ofNoun) => Object.values(ofNoun))
  .filter(({ method }) => method !== 'get')
  .map(({ method, path }) => `${method.toUpperCase()} ${path}`);

test.each(LOCALES)(
  'every operation that changes something has its words in %s, and nothing else has',
  (locale) => {
    expect(Object.keys(MESSAGES[locale].audit.operations).sort()).toEqual(changes.toSorted());
  },
);

test('an entry says what was done, seen or taken along', () => {
  const { what, change } = auditWords(getTranslator('ru'));
  const entry = (given: Partial<AuditView>) => what({ subject: '', subjectId: null, ...given } as AuditView);
  expect(entry({ kind: 'changed', operation: 'PATCH /me' })).toBe('Изменены свои настройки');
  expect(entry({ kind: 'changed', operation: 'PUT /gone' })).toBe('PUT /gone');
  expect(entry({ kind: 'changed', operation: '', subject: 'presence' })).toBe('Изменено: Присутствие');
  expect(entry({ kind: 'viewed', operation: 'counterparty' })).toBe('Карточка');
  expect(entry({ kind: 'exported', operation: 'listFile', subjectId: 'calls' })).toBe(
    'Скачан список: журнал звонков',
  );
  expect(entry({ kind: 'signedIn', operation: 'demo' })).toBe('Вход в демо одним нажатием');
  expect(change({ noun: 'counterparty', nounId: 'c', fields: ['phones', 'nobodyKnows'] })).toBe(
    'Карточка: Телефоны, nobodyKnows',
  );
});
