import type { Metadata } from 'next';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { UnfinishedScreen } from '@/components/calls/unfinished/unfinished-screen';
import { RefreshOnNews } from '@/components/live/live-provider';
import { has, reviewsEverything } from '@/lib/domain/employees/permissions';
import { listUnfinishedCalls } from '@/lib/operations/calls/list-unfinished-calls';
import { listChoices } from '@/lib/operations/reactions/list-choices';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('unfinished.title') };
}

export default async function UnfinishedCallsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const address = await searchParams;
  const mayChoose = reviewsEverything(person) || has(person, 'head');
  const employees = (mayChoose ? (await listChoices(context)).employees : []).filter(
    ({ departmentId }) => reviewsEverything(person) || departmentId === person.departmentId,
  );
  const employeeId = oneOf(address.employee, ['', ...employees.map(({ id }) => id)], '');
  const { rows, next, count } = await listUnfinishedCalls(context, {
    employeeId: employeeId || undefined,
    after: textOf(address.after),
    limit: 50,
  });
  return (
    <>
      <RefreshOnNews nouns={['call']} />
      <UnfinishedScreen {...{ rows, next, count, employeeId, employees }} />
    </>
  );
}
