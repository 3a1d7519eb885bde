import type { ComponentProps } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test, vi } from 'vitest';
import { ComplaintsScreen } from '@/components/complaints/complaints-screen';
import { ExportRightProvider } from '@/components/exports/export-right';
import { ClockProvider } from '@/components/ui/clock';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { RoundScreen } from './round-screen';
import { RoundsScreen } from './rounds-screen';

vi.mock('next/navigation', () => ({
  useRouter: () => ({ push: () => {}, replace: () => {}, refresh: () => {} }),
  usePathname: () => '/rounds',
  useSearchParams: () => new URLSearchParams(),
}));

const render = (screen: React.ReactNode) =>
  renderToStaticMarkup(
    <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
      <ClockProvider serverNow={0}>
        <ExportRightProvider isGiven={false}>{screen}</ExportRightProvider>
      </ClockProvider>
    </IntlProvider>,
  );

const rounds: ComponentProps<typeof RoundsScreen> = {
  page: { rows: [], next: null, counts: { due: 0, owed: 0, unattended: 0, letters: 0 } },
  ...{
    show: 'ended',
    scope: 'mine',
    maySeeAll: false,
    calls: false,
    managerId: '',
    outcome: '',
    managers: [],
  },
};
const complaints: ComponentProps<typeof ComplaintsScreen> = {
  ...{ view: 'list', state: 'all', page: { rows: [], next: null }, departments: [] },
  counts: { received: 0, inWork: 0, answered: 0 },
  filters: { scope: 'all', departmentId: '', isLate: false },
};

test('rounds and complaints that are narrowed to a product or a client say to which', () => {
  const of = { productId: 'product', productName: 'ArchiMed+', clientName: 'ООО «Роза»' };
  const lists = [
    render(<RoundsScreen {...rounds} {...of} clientId="rose" />),
    render(
      <ComplaintsScreen {...complaints} filters={{ ...complaints.filters, ...of, counterpartyId: 'rose' }} />,
    ),
  ];
  for (const html of lists) for (const name of ['ArchiMed+', 'ООО «Роза»']) expect(html).toContain(name);
  const ofProduct = { ...complaints.filters, productId: 'product', productName: 'ArchiMed+' };
  const html = render(<ComplaintsScreen {...complaints} filters={ofProduct} />);
  expect(html).toContain('Продукт');
  expect(html).not.toContain(MESSAGES.ru.complaints.someClients);
});

test('a round that ended by a talk does not say that nobody tried', () => {
  const round = {
    ...{
      id: 'round',
      attempts: [],
      answers: {},
      letter: null,
      letterFile: null,
      letterRequests: [],
      refusal: null,
    },
    ...{ counterparty: { id: 'rose', name: 'ООО «Роза»', phones: [], emails: [] }, manager: null },
    ...{
      dueOn: '2026-11-02',
      dueFrom: 0,
      dueUntil: 1,
      timeZone: 'Europe/Moscow',
      endedAt: Date.parse('2026-11-02'),
    },
    ...{ openComplaints: 0, may: { settle: true, call: false } },
  };
  const of = (state: string) => {
    const shown = { ...round, state } as unknown as ComponentProps<typeof RoundScreen>['round'];
    return render(<RoundScreen round={shown} />);
  };
  for (const state of ['satisfied', 'dissatisfied', 'refused']) {
    expect(of(state)).toContain('Разговор состоялся');
    expect(of(state)).not.toContain('Попыток ещё не было');
  }
  expect(of('missed')).toContain('Попыток ещё не было');
});

test('a period of rounds that ends before it begins is said to, and not that there were none', () => {
  const html = render(<RoundsScreen {...rounds} from="2026-12-01" until="2026-01-01" />);
  expect(html).toContain('Период заканчивается раньше, чем начинается');
  expect(html).not.toContain('Завершённых обзвонов пока нет');
  expect(render(<RoundsScreen {...rounds} />)).toContain('Завершённых обзвонов пока нет');
});
