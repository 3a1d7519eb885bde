import { renderToStaticMarkup } from 'react-dom/server';
import { IntlProvider } from 'use-intl';
import { expect, test } from 'vitest';
import { ClockProvider } from '@/components/ui/clock';
import { defaultReportSettings } from '@/lib/domain/reports/report-settings';
import type { Wallboard } from '@/lib/domain/reports/wallboard.contract';
import { formatsOf } from '@/lib/i18n/formats';
import { MESSAGES } from '@/lib/i18n/messages';
import { WallboardTiles } from './wallboard-tiles';

const board: Wallboard = {
  now: 0,
  timeZone: 'Europe/Moscow',
  today: '2026-11-01',
  department: { id: 'client', kind: 'client', name: 'Клиентский отдел', nameEn: 'Client department' },
  settings: defaultReportSettings,
  serviceLevel: { value: 0.5, of: 4 },
  waiting: { count: 0, longestSince: null },
  lost: { today: 2, notCalledBack: 1 },
  free: { count: 1, of: 2 },
  lateLeads: 0,
  openComplaints: 0,
  people: [],
};

const linksOf = (department: Partial<Wallboard['department']>, hasLinks = true) =>
  [
    ...renderToStaticMarkup(
      <IntlProvider locale="ru" messages={MESSAGES.ru} formats={formatsOf('ru')} timeZone="Europe/Moscow">
        <ClockProvider serverNow={0}>
          <WallboardTiles
            board={{ ...board, department: { ...board.department, ...department } }}
            isStill
            hasLinks={hasLinks}
          />
        </ClockProvider>
      </IntlProvider>,
    ).matchAll(/href="([^"]*)"/g),
  ].map(([, href]) => href!.replaceAll('&amp;', '&'));

const day = 'period=own&from=2026-11-01&until=2026-11-01';

test('the service level and the lost of today open the calls they were counted from', () => {
  expect(linksOf({})).toEqual([
    `/reports/rows?list=calls&figure=beyondGoal&${day}`,
    '/desk',
    `/reports/rows?list=calls&figure=lost&${day}`,
    '/calls/missed',
    '/settings/presence',
    '/leads',
    '/complaints',
  ]);
  const others = linksOf({ id: 'sales', kind: 'sales' });
  expect(others).toContain(`/reports/rows?list=calls&figure=lost&${day}&department=sales`);
  expect(others).not.toContain('/calls/missed');
  expect(linksOf({}, false)).toEqual([]);
});
