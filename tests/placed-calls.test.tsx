import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { beforeEach, expect, test, vi } from 'vitest';
import { CallOffButton } from '@/components/calls/outgoing/call-off-button';
import { type ToCall, usePlaceCall } from '@/components/calls/outgoing/use-place-call';
import { MESSAGES } from '@/lib/i18n/messages';

const { push, announce, change } = vi.hoisted(() => ({
  push: vi.fn(),
  announce: vi.fn(),
  change: { done: (_answer?: unknown, _input?: unknown) => {} },
}));
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));
vi.mock('@/components/phone/phone-provider', () => ({ usePhone: () => ({}) }));
vi.mock('@/components/shell/announcer', () => ({ useAnnounce: () => announce }));
vi.mock('@/components/calls/my-calls-provider', () => ({
  useMyCalls: () => ({ calls: [], personId: 'anna', refresh: async () => {} }),
}));
vi.mock('@/components/use-change', () => ({
  useChange: (_send: unknown, { onDone }: { onDone: typeof change.done }) => {
    change.done = onDone;
    return { busy: false, error: null };
  },
}));

beforeEach(() => {
  push.mockClear();
  announce.mockClear();
});

const render = (drawn: ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      {drawn}
    </IntlProvider>,
  );

function Placing() {
  usePlaceCall();
  return null;
}

const place = (to: ToCall) => {
  render(<Placing />);
  change.done(null, to);
};

test('ON-4: a call that is led by words of its own opens the desk where they stand', () => {
  place({ phone: '+79990000001', script: { id: 'welcome-call', subjectId: 'folder' } });
  expect(push).toHaveBeenCalledWith('/desk');
});

test('any other call leaves the person on the page', () => {
  place({ phone: '+79990000001' });
  expect(push).not.toHaveBeenCalled();
});

test('a call that was called off is not said to be placed any more', () => {
  render(<CallOffButton callId="01CALL" />);
  change.done();
  expect(announce).toHaveBeenCalledWith('');
});
