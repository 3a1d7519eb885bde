import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test, vi } from 'vitest';
import { CityDirectoryProvider } from '@/components/cities/city-directory-provider';
import { ClockProvider } from '@/components/ui/clock';
import type { NextReactionView } from '@/lib/domain/reactions/reaction-views';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { type CountedPage, RowsScreen } from './rows-screen';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {}, refresh: () => {} }),
  usePathname: () => '/reports/rows',
  useSearchParams: () => new URLSearchParams(),
}));

const next: NextReactionView = {
  id: '01NEXT',
  kind: 'act',
  topic: 'Перезвонить по смете',
  appeal: null,
  project: null,
  counterparty: { id: '01CARD', name: 'ООО «Ромашка»', status: 'client' },
  callId: null,
  callerE164: null,
  callerText: null,
  cardsOfNumber: [],
  phones: [],
  folder: null,
  reactionId: null,
  department: { id: '01DEPARTMENT', kind: 'client', name: 'Клиентский отдел', nameEn: 'Client department' },
  employee: null,
  startedAt: 0,
  dueAt: 60_000,
  isPaused: false,
  shownTo: null,
  postponedCount: 0,
  createdAt: 0,
  createdBy: null,
  endedAt: null,
  endedBy: null,
  outcome: null,
  endReason: null,
  lead: null,
  may: { act: true, fulfil: true, postpone: true, handOver: true, close: true },
  version: 1,
};

const shown = (counted: CountedPage) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <ClockProvider serverNow={0}>
        <CityDirectoryProvider cities={[]}>
          <RowsScreen
            personId="01PERSON"
            address={{
              preset: 'own',
              period: { from: '1970-01-01', until: '1970-01-01' },
              problem: null,
              compare: 'none',
            }}
            counted={counted}
            departments={[]}
          />
        </CityDirectoryProvider>
      </ClockProvider>
    </IntlProvider>,
  );

const page = { rows: [next], next: null };

test('ON-5: what ends in a folder leads there instead of being called done', () => {
  const inFolder = {
    ...{ ...next, folder: { id: '01FOLDER', number: 7 } },
    may: { act: true, fulfil: false, postpone: true, handOver: true, close: false },
  };
  const rows = { rows: [inFolder], next: null };
  const html = shown({ list: 'reactions', figure: 'due', isNobodys: false, page: rows });
  expect(html).toContain('href="/folders/01FOLDER"');
  expect(html).not.toContain('Выполнено');
});

test.each<CountedPage>([
  { list: 'missed', figure: 'missed', page },
  { list: 'reactions', figure: 'due', isNobodys: false, page },
  { list: 'leads', figure: 'routed', isNobodys: false, page },
])('rows of $list stand with what may be done about them', (counted) => {
  const html = shown(counted);
  expect(html).toContain('Перезвонить по смете');
  expect(html).toContain('Выполнено');
});
