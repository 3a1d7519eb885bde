import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { MESSAGES } from '@/lib/i18n/messages';
import { SoundSwitch } from './sound-switch';

test('keeps room for all it may say, so that the first press moves nothing beside it', () => {
  const html = renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      <SoundSwitch />
    </IntlProvider>,
  );
  expect(html).toContain('<span class="col-start-1 row-start-1">Звук включён</span>');
  for (const words of ['Звук выключен', 'Звук включится по нажатию']) {
    expect(html).toContain(
      `<span aria-hidden="true" class="col-start-1 row-start-1 invisible">${words}</span>`,
    );
  }
});
