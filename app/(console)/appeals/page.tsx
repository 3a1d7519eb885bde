import type { Metadata } from 'next';
import { daysOf } from '@/app/(console)/days-of';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { projectsToFilter } from '@/app/(console)/projects-to-filter';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { AppealsScreen } from '@/components/appeals/appeals-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { appealStates } from '@/lib/domain/appeals/appeals.contract';
import { timeOrders } from '@/lib/domain/paging';
import { listAppeals } from '@/lib/operations/appeals/list-appeals';
import { listChoices } from '@/lib/operations/reactions/list-choices';

const pageSize = 50;

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('appeals.title') };
}

export default async function AppealsPage({ searchParams }: { searchParams: SearchParams }) {
  const { context } = await signedInPage();
  const address = await searchParams;
  const state = oneOf(address.state, appealStates, 'open');
  const order = oneOf(address.order, timeOrders, 'newest');
  const projects = await projectsToFilter(context, (await requestLanguage()).t);
  const choices = { ...(await listChoices(context)), projects };
  const idOf = (given: string | string[] | undefined, known: readonly { id: string }[]) =>
    oneOf(given, ['', ...known.map(({ id }) => id)], '');
  const { days, asked: askedDays } = daysOf(address);
  const filters = {
    projectId: idOf(address.project, choices.projects),
    employeeId: idOf(address.employee, choices.employees),
    ...days,
  };
  const asked = {
    state,
    projectId: filters.projectId || undefined,
    employeeId: filters.employeeId || undefined,
    ...askedDays,
  };
  const page = await listAppeals(context, {
    ...{ ...asked, order },
    after: textOf(address.after),
    limit: pageSize,
  });
  return (
    <>
      <RefreshOnNews nouns={['appeal', 'nextReaction']} />
      <AppealsScreen {...{ page, state, order, filters, asked, choices }} />
    </>
  );
}
