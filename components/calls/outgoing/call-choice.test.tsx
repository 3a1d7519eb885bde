import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test, vi } from 'vitest';
import { CityDirectoryProvider } from '@/components/cities/city-directory-provider';
import { OwnPresenceProvider } from '@/components/employees/own-presence';
import { PhoneProvider } from '@/components/phone/phone-provider';
import { AnnouncerProvider } from '@/components/shell/announcer';
import { ClockProvider } from '@/components/ui/clock';
import type { MyCall } from '@/lib/domain/calls/call-view';
import type { PresenceView } from '@/lib/domain/employees/presence.contract';
import { MESSAGES } from '@/lib/i18n/messages';
import { testPeople } from '@/lib/operations/employees/testing';
import { MyCallsProvider } from '../my-calls-provider';
import { CallChoice } from './call-choice';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {}, replace: () => {}, refresh: () => {} }),
  usePathname: () => '/rounds',
  useSearchParams: () => new URLSearchParams(),
}));

const phones = ['+79990000001', '+79990000002'].map((e164) => ({ raw: e164, e164, extension: null }));
const { anna } = testPeople();
const talk = { phase: 'talking', claimedBy: { id: anna.id }, consult: null, offer: null } as MyCall;
const presence: Partial<PresenceView> = { employeeId: anna.id, chosen: 'available', derived: 'talking' };
const me = {
  presence: presence as PresenceView,
  employee: { phone: '100', phoneKind: 'dialled' as const },
};
const makePhone = () => Promise.reject(new Error('nobody dials here'));
const checkLine = () => ({ stop: () => {}, done: makePhone() });

const shown = (count: number, calls: readonly MyCall[]) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} timeZone="Europe/Moscow">
      <ClockProvider serverNow={0}>
        <AnnouncerProvider>
          <OwnPresenceProvider initial={me}>
            <MyCallsProvider
              person={anna}
              initial={{ calls, moreRinging: 0, lostWords: [], supervisionNews: [] }}
            >
              <PhoneProvider makePhone={makePhone} checkLine={checkLine}>
                <CityDirectoryProvider cities={[]}>
                  <CallChoice phones={phones.slice(0, count)} name="ООО «Ромашка»" about={{}} />
                </CityDirectoryProvider>
              </PhoneProvider>
            </MyCallsProvider>
          </OwnPresenceProvider>
        </AnnouncerProvider>
      </ClockProvider>
    </IntlProvider>,
  );

test.each([1, 2])('with %i numbers nobody can be called during a call, and the button says why', (count) => {
  expect(shown(count, [])).not.toContain('aria-disabled');
  const html = shown(count, [talk]);
  expect(html).toContain('aria-disabled="true"');
  expect(html).toContain('Сначала закончите разговор');
  expect(html).not.toContain('aria-haspopup');
});
