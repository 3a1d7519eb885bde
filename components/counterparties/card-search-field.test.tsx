import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { MESSAGES } from '@/lib/i18n/messages';
import { CardSearchField } from './card-search-field';

/** So much is read in a field of that width. */
const roomAmongOthers = 32;

test.each(['ru', 'en'] as const)('a narrow field hints in %s at no more than it has room for', (locale) => {
  const hintOf = (isOneOfMany: boolean) =>
    /placeholder="([^"]*)"/.exec(
      renderToStaticMarkup(
        <IntlProvider locale={locale} messages={MESSAGES[locale]} timeZone="Europe/Moscow">
          <CardSearchField query="" onSearch={() => {}} isOneOfMany={isOneOfMany} />
        </IntlProvider>,
      ),
    )![1]!;
  expect(hintOf(true).length).toBeLessThanOrEqual(roomAmongOthers);
  expect(hintOf(false).length).toBeGreaterThan(roomAmongOthers);
});
