import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { MESSAGES } from '@/lib/i18n/messages';
import { FailureWords } from './failure-words';
import { isMissingPart, mayLoadAnew } from './missing-part';

const missing = Object.assign(new Error('Failed to load chunk'), { name: 'ChunkLoadError' });
const minute = 60_000;

const said = (error: unknown) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      <FailureWords error={error} retry={() => {}} />
    </IntlProvider>,
  );

test('a failure speaks of its code when it has one, and of none otherwise', () => {
  expect(said(Object.assign(new Error('x'), { digest: '123' }))).toContain('администратору код ошибки: 123');
  expect(said(new Error('x'))).not.toContain('код ошибки');
});

test('a part of another build is told apart, and the page offered to be loaded anew', () => {
  expect(isMissingPart(missing)).toBe(true);
  expect(isMissingPart(new TypeError('x'))).toBe(false);
  const html = said(missing);
  expect(html).toContain('Обновить страницу');
  expect(html).not.toContain('код ошибки');
  expect(said(new Error('x'))).not.toContain('Обновить страницу');
});

test('the page is loaded anew by itself once, and never over and over', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
  const now = Date.parse('2026-12-01T10:00:00Z');
  expect(mayLoadAnew(storage, now)).toBe(true);
  expect(mayLoadAnew(storage, now + minute)).toBe(false);
  expect(mayLoadAnew(storage, now + 60 * minute)).toBe(true);
  const shut = () => {
    throw new Error('no storage');
  };
  expect(mayLoadAnew({ getItem: shut, setItem: shut }, now)).toBe(false);
});
