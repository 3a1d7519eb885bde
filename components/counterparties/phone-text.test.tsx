import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { CityDirectoryProvider } from '@/components/cities/city-directory-provider';
import { PhoneText } from './phone-text';

const shown = (phone: Parameters<typeof PhoneText>[0]['phone']) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={{}} timeZone="UTC">
      <CityDirectoryProvider cities={[]}>
        <PhoneText phone={phone} />
      </CityDirectoryProvider>
    </IntlProvider>,
  );
const unbroken = /<span class="whitespace-nowrap">([^<]*)<\/span>/;

test('a number is never broken, its extension may stand under it', () => {
  const html = shown({ raw: '', e164: '+79991234567', extension: '280' });
  expect(html.replace(/<[^>]+>/g, '')).toBe('+7 (999) 123-45-67, доб. 280');
  expect(unbroken.exec(html)?.[1]).toBe('+7 (999) 123-45-67');
});

test('what could not be read as a number may break anywhere', () => {
  const html = shown({ raw: 'спросить в регистратуре, второй этаж', e164: null, extension: null });
  expect(html).toContain('спросить в регистратуре');
  expect(html).not.toMatch(unbroken);
});
