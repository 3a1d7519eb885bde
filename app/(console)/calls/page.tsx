import type { Metadata } from 'next';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { officeTimeZone, requestLanguage } from '@/app/request-language';
import { JournalScreen } from '@/components/calls/journal/journal-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { callDirections, callOutcomes } from '@/lib/domain/calls/call';
import { journalShows } from '@/lib/domain/calls/journal.contract';
import { callRoutes } from '@/lib/domain/calls/route';
import { addDays, instantOf } from '@/lib/domain/deadlines/time-zone';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { listChoices } from '@/lib/operations/reactions/list-choices';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('calls.title') };
}

export default async function CallsPage({ searchParams }: { searchParams: SearchParams }) {
  const { context } = await signedInPage();
  const address = await searchParams;
  const shown = oneOf(address.show, journalShows, 'all');
  const direction = oneOf(address.direction, [...callDirections, 'any'] as const, 'any');
  const outcome = oneOf(address.outcome, [...callOutcomes, 'any'] as const, 'any');
  const route = oneOf(address.route, [...callRoutes, 'any'] as const, 'any');
  const { employees } = await listChoices(context);
  const employeeId = oneOf(
    address.employee,
    employees.map(({ id }) => id),
    'any',
  );
  const from = dayOf(address.from);
  const until = dayOf(address.until);
  const asked = {
    show: shown,
    direction: direction === 'any' ? undefined : direction,
    outcome: outcome === 'any' ? undefined : outcome,
    route: route === 'any' ? undefined : route,
    employeeId: employeeId === 'any' ? undefined : employeeId,
    from: from ? instantOf(from, 0, officeTimeZone()) : undefined,
    until: until ? instantOf(addDays(until, 1), 0, officeTimeZone()) : undefined,
  };
  const page = await readOrNotFound(
    listCalls(context, { ...asked, after: textOf(address.after), limit: pageSize }),
  );
  return (
    <>
      <RefreshOnNews nouns={['call']} />
      <JournalScreen
        {...{ shown, direction, outcome, route, employeeId, employees, from, until, page, asked }}
      />
    </>
  );
}

/** A day of the calendar, `YYYY-MM-DD`; anything else is no limit. */
function dayOf(given: string | string[] | undefined): string {
  const text = textOf(given) ?? '';
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && new Date(text).toISOString().startsWith(text) ? text : '';
}
