import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { NewerRateNotice } from './newer-rate-notice';

const rate = {
  id: 'one',
  validFrom: '2026-12',
  salaryKopecks: 5_000_000,
  percentHundredths: 250,
  isReplaced: false,
  at: 1,
  by: { id: 'gleb', name: 'Мельников С.' },
};

test('the rate that was given last is told of, from whatever month on it is', () => {
  const newest = { ...rate, id: 'two', validFrom: '2026-10', percentHundredths: 300, at: 2 };
  const html = renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <NewerRateNotice rates={[newest, rate]} onTakeOver={() => {}} />
    </IntlProvider>,
  );
  expect(html).toContain('задана другая ставка: октябрь 2026');
  expect(html).toMatch(/3\s%/);
  expect(html).toContain('Мельников С.');
});
