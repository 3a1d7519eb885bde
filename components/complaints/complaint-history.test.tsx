import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { ComplaintHistory } from './complaint-history';
import { useMovedWords } from './use-moved-words';

const sales = { id: '01SALES', kind: 'sales', name: 'Отдел продаж', nameEn: 'Sales department' } as const;

const Moved = () => useMovedWords()(sales);

const drawn = (locale: 'ru' | 'en') =>
  renderToStaticMarkup(
    <IntlProvider
      locale={locale}
      messages={MESSAGES[locale]}
      formats={formatsOf(locale)}
      timeZone="Europe/Moscow"
    >
      <Moved />
      <ComplaintHistory
        history={[
          {
            ...{ at: 0, kind: 'moved', department: sales, reason: 'обещали скидку' },
            employee: { id: '01CLARA', name: 'Клара' },
          },
          {
            ...{ at: 0, kind: 'workHandedOver', reason: 'в отпуске', employee: null },
            from: { employee: { id: '01CLARA', name: 'Клара' }, department: sales },
            to: { employee: null, department: sales },
          },
        ]}
      />
    </IntlProvider>,
  );

test.each([
  ['ru', 'Рекламация передана в отдел «Отдел продаж»', 'передана в отдел «Отдел продаж»'],
  ['en', 'Complaint moved to “Sales department”', 'moved to “Sales department”'],
] as const)(
  'SA-3: after a move it is said where the complaint went, at once and in its history, in %s',
  (locale, said, kept) => {
    const html = drawn(locale);
    expect(html.startsWith(said)).toBe(true);
    expect(html.slice(said.length)).toContain(`${kept} · Клара`);
    expect(html).toContain('обещали скидку');
    expect(html.match(/<p dir="auto"/g)).toHaveLength(2);
  },
);

test('SA-3: says how the next reactions of a complaint were handed over', () => {
  expect(drawn('ru')).toContain('следующая реакция передана: Клара → Отдел продаж');
  expect(drawn('en')).toContain('next reaction handed over: Клара → Sales department');
});
