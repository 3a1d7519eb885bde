import type { Metadata } from 'next';
import { daysOf } from '@/app/(console)/days-of';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { projectsToFilter } from '@/app/(console)/projects-to-filter';
import { signedInPage } from '@/app/(console)/signed-in';
import { officeTimeZone, requestLanguage } from '@/app/request-language';
import { RefreshOnNews } from '@/components/live/live-provider';
import { calendarSpans, calendarStretch } from '@/components/reactions/calendar-days';
import { type DoneProps, ReactionsScreen } from '@/components/reactions/reactions-screen';
import type { WorkProps } from '@/components/reactions/work';
import { type ReactionsView, reactionsViews, workShapes } from '@/components/reactions/work-address';
import type { Person } from '@/lib/domain/employees/employee';
import { mayReviewReactions, seesEveryCard } from '@/lib/domain/employees/permissions';
import { timeOrders } from '@/lib/domain/paging';
import { mayChangeMany } from '@/lib/domain/reactions/next-reaction-rights';
import type { WorkFilter } from '@/lib/domain/reactions/next-reactions.contract';
import { nextReactionKinds, reactionTypes } from '@/lib/domain/reactions/reaction';
import {
  boardColumnings,
  type NextReactionGroup,
  nextReactionGroups,
  nextReactionScopes,
  type WorkOrder,
  workOrders,
} from '@/lib/domain/reactions/work-choices';
import type { Context } from '@/lib/operations/context';
import { boardOfNextReactions } from '@/lib/operations/reactions/board-of-next-reactions';
import { calendarOfNextReactions } from '@/lib/operations/reactions/calendar-of-next-reactions';
import { listChoices } from '@/lib/operations/reactions/list-choices';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';
import { listReactions } from '@/lib/operations/reactions/list-reactions';
import { listSlips } from '@/lib/operations/reactions/list-slips';
import { listRemarks } from '@/lib/operations/reviews/list-reviews';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reactions.title') };
}

export default async function ReactionsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const view = oneOf(address.view, reactionsViews, 'next');
  const mayAll = seesEveryCard(person);
  const scope = oneOf(
    address.scope,
    nextReactionScopes.filter((one) => one !== 'all' || mayAll || view === 'done'),
    'mine',
  );
  const after = textOf(address.after);
  const remarks = await listRemarks(context, { limit: 1 });
  const shared = {
    scope,
    mayAll,
    personId: person.id,
    remarkCount: remarks.count,
    views: viewsOf(person, view),
  };
  return (
    <>
      <RefreshOnNews nouns={['nextReaction', 'reaction', 'appeal', 'lead', 'review']} />
      {view === 'next' ? (
        <ReactionsScreen
          {...shared}
          {...(await readWork(context, address, scope))}
          mayChangeMany={mayChangeMany(person)}
        />
      ) : view === 'clientPromise' || view === 'escalation' ? (
        <ReactionsScreen
          {...shared}
          view={view}
          page={await listSlips(context, { kind: view, after, limit: pageSize })}
        />
      ) : (
        <ReactionsScreen {...shared} {...(await readDone(context, address, scope))} />
      )}
    </>
  );
}

/** Promises to clients are told to client managers, and chains of escalation run to those who answer for others. */
const viewsOf = (person: Person, shown: ReactionsView): ReactionsView[] =>
  reactionsViews.filter(
    (view) =>
      view === 'next' ||
      view === 'done' ||
      view === shown ||
      (view === 'clientPromise' ? person.departmentKind === 'client' : mayReviewReactions(person)),
  );

async function readDone(
  context: Context,
  address: Awaited<SearchParams>,
  scope: WorkFilter['scope'],
): Promise<DoneProps> {
  const { days, asked: askedDays } = daysOf(address);
  const filter = {
    type: oneOf(address.type, ['', ...reactionTypes] as const, ''),
    departmentId: scope === 'all' ? (textOf(address.department) ?? '') : '',
    employeeId: scope === 'mine' ? '' : (textOf(address.person) ?? ''),
    ...days,
  };
  const order = oneOf(address.order, timeOrders, 'newest');
  const asked = {
    ...{ scope, order },
    type: filter.type || undefined,
    departmentId: filter.departmentId || undefined,
    employeeId: filter.employeeId || undefined,
    ...askedDays,
  };
  const page = await listReactions(context, { ...asked, after: textOf(address.after), limit: pageSize });
  return { view: 'done', page, order, filter, asked, choices: await listChoices(context) };
}

async function readWork(
  context: Context,
  address: Awaited<SearchParams>,
  scope: WorkFilter['scope'],
): Promise<Omit<WorkProps, 'mayChangeMany'>> {
  const filter: WorkFilter = {
    scope,
    departmentId: scope === 'all' ? textOf(address.department) : undefined,
    employeeId: scope === 'mine' ? undefined : textOf(address.person),
    projectId: textOf(address.project),
    kind: nextReactionKinds.find((kind) => kind === address.kind),
    text: textOf(address.text)?.slice(0, 200),
  };
  const group = oneOf(address.group, [...nextReactionGroups, 'any'] as const, 'any');
  const order = oneOf(address.order, workOrders, 'soonest');
  const projects = await projectsToFilter(context, (await requestLanguage()).t);
  return {
    view: 'next',
    address: { filter, group, order },
    choices: { ...(await listChoices(context)), projects },
    work: await readShape(context, address, { filter, group: group === 'any' ? undefined : group, order }),
  };
}

async function readShape(
  context: Context,
  address: Awaited<SearchParams>,
  { filter, group, order }: { filter: WorkFilter; group: NextReactionGroup | undefined; order: WorkOrder },
): Promise<WorkProps['work']> {
  const shape = oneOf(address.shape, workShapes, 'list');
  if (shape === 'board') {
    const by = oneOf(address.by, boardColumnings, 'due');
    return { shape, by, columns: (await boardOfNextReactions(context, { ...filter, by })).columns };
  }
  if (shape === 'calendar') {
    const span = oneOf(address.span, calendarSpans, 'week');
    const stretch = calendarStretch(span, textOf(address.day), context.now(), officeTimeZone());
    const { from, until } = stretch;
    const { rows, isCut } = await calendarOfNextReactions(context, { ...filter, from, until });
    return { shape, stretch, rows, isCut };
  }
  const after = textOf(address.after);
  return {
    shape,
    page: await listNextReactions(context, { ...filter, group, order, after, limit: pageSize }),
  };
}
