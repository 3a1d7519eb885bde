import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { MESSAGES } from '@/lib/i18n/messages';
import { Button } from './button';
import { Dialog } from './dialog';
import { Menu } from './menu';
import { Popover } from './popover';

const drawn = (what: React.ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      {what}
    </IntlProvider>,
  );

const trigger = <Button>Ещё</Button>;

test.each([
  ['menu', <Menu key="menu" trigger={trigger} entries={[]} />],
  [
    'dialog',
    <Popover key="popover" trigger={trigger}>
      Внутри
    </Popover>,
  ],
  ['dialog', <Dialog key="dialog" trigger={trigger} title="Окно" />],
])('the button of a closed %s says what it opens before its code is here', (popup, what) => {
  const html = drawn(what);
  expect(html).toContain(`aria-haspopup="${popup}"`);
  expect(html).toContain('aria-expanded="false"');
  expect(html).toContain('Ещё');
  expect(html).not.toContain('Внутри');
});
