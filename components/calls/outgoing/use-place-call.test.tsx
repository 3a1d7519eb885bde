import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { beforeEach, expect, test, vi } from 'vitest';
import { MESSAGES } from '@/lib/i18n/messages';
import { type ToCall, usePlaceCall } from './use-place-call';

const { push, placed } = vi.hoisted(() => ({
  push: vi.fn(),
  placed: { done: (_answer: unknown, _to: unknown) => {} },
}));
vi.mock('next/navigation', () => ({ useRouter: () => ({ push }) }));
vi.mock('@/components/phone/phone-provider', () => ({ usePhone: () => ({}) }));
vi.mock('@/components/shell/announcer', () => ({ useAnnounce: () => () => {} }));
vi.mock('../my-calls-provider', () => ({
  useMyCalls: () => ({ calls: [], personId: 'anna', refresh: async () => {} }),
}));
vi.mock('@/components/use-change', () => ({
  useChange: (_send: unknown, { onDone }: { onDone: typeof placed.done }) => {
    placed.done = onDone;
    return { busy: false, error: null };
  },
}));

beforeEach(() => push.mockClear());

function Button() {
  usePlaceCall();
  return null;
}

const place = (to: ToCall) => {
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      <Button />
    </IntlProvider>,
  );
  placed.done(null, to);
};

test('ON-4: a call that is led by words of its own opens the desk where they stand', () => {
  place({ phone: '+79990000001', script: { id: 'welcome-call', subjectId: 'folder' } });
  expect(push).toHaveBeenCalledWith('/desk');
});

test('any other call leaves the person on the page', () => {
  place({ phone: '+79990000001' });
  expect(push).not.toHaveBeenCalled();
});
