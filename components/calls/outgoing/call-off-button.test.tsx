import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test, vi } from 'vitest';
import { MESSAGES } from '@/lib/i18n/messages';
import { CallOffButton } from './call-off-button';

const { announce, calledOff } = vi.hoisted(() => ({ announce: vi.fn(), calledOff: { done: () => {} } }));
vi.mock('@/components/shell/announcer', () => ({ useAnnounce: () => announce }));
vi.mock('../my-calls-provider', () => ({ useMyCalls: () => ({ refresh: async () => {} }) }));
vi.mock('@/components/use-change', () => ({
  useChange: (_send: unknown, { onDone }: { onDone: () => void }) => {
    calledOff.done = onDone;
    return { busy: false, error: null };
  },
}));

test('a call that was called off is not said to be placed any more', () => {
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      <CallOffButton callId="01CALL" />
    </IntlProvider>,
  );
  calledOff.done();
  expect(announce).toHaveBeenCalledWith('');
});
