import type { Metadata } from 'next';
import { dayOf, oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { officeTimeZone, requestLanguage } from '@/app/request-language';
import type { ConversationFilter } from '@/components/calls/journal/journal-filters';
import { JournalScreen } from '@/components/calls/journal/journal-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { callDirections, callOutcomes } from '@/lib/domain/calls/call';
import { journalShows, longStepChoices, scoredChoices } from '@/lib/domain/calls/journal-choices';
import { callRoutes } from '@/lib/domain/calls/route';
import { addDays, instantOf } from '@/lib/domain/deadlines/time-zone';
import { timeOrders } from '@/lib/domain/paging';
import { mayScoreCalls } from '@/lib/domain/score-cards/score-card-rights';
import { listCalls } from '@/lib/operations/calls/list-calls';
import { listChoices } from '@/lib/operations/reactions/list-choices';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('calls.title') };
}

export default async function CallsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
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
  const order = oneOf(address.order, timeOrders, 'newest');
  const from = dayOf(address.from);
  const until = dayOf(address.until);
  const conversation = mayScoreCalls(person)
    ? {
        isRefused: address.refused === 'true',
        isUnlisted: address.unlisted === 'true',
        longStep: oneOf(address.longStep, [...longStepChoices.map(String), 'any'], 'any'),
        scored: oneOf(address.scored, [...scoredChoices, 'any'] as const, 'any'),
      }
    : null;
  const asked = {
    show: shown,
    ...(conversation && askedOf(conversation)),
    direction: direction === 'any' ? undefined : direction,
    outcome: outcome === 'any' ? undefined : outcome,
    route: route === 'any' ? undefined : route,
    employeeId: employeeId === 'any' ? undefined : employeeId,
    from: from ? instantOf(from, 0, officeTimeZone()) : undefined,
    until: until ? instantOf(addDays(until, 1), 0, officeTimeZone()) : undefined,
  };
  const page = await readOrNotFound(
    listCalls(context, { ...asked, order, after: textOf(address.after), limit: pageSize }),
  );
  return (
    <>
      <RefreshOnNews nouns={['call', 'scoreCard']} />
      <JournalScreen
        {...{ shown, direction, outcome, route, employeeId, employees, from, until, page, asked, order }}
        conversation={conversation}
      />
    </>
  );
}

const askedOf = ({ isRefused, isUnlisted, longStep, scored }: ConversationFilter) => ({
  refused: isRefused || undefined,
  unlisted: isUnlisted || undefined,
  longStepSeconds: longStep === 'any' ? undefined : Number(longStep),
  scored: scored === 'any' ? undefined : scored,
});
