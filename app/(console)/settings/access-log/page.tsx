import { notFound } from 'next/navigation';
import { type SearchParams, textOf } from '@/app/(console)/list-address';
import { everybodyChoices } from '@/app/(console)/settings/people-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { CsvButton } from '@/components/exports/csv-button';
import { AccessFilter } from '@/components/settings/access-filter';
import { AccessTable } from '@/components/settings/access-table';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { mayReadAccessLog, reviewsEverything } from '@/lib/domain/employees/permissions';
import { listAccessLog } from '@/lib/operations/access-log/list-access-log';

export default async function AccessLogPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayReadAccessLog(person)) notFound();
  const given = await searchParams;
  const employeeId = textOf(given.employeeId);
  const counterpartyId = textOf(given.counterpartyId);
  const after = textOf(given.after);
  const { rows, next } = await listAccessLog(context, { employeeId, counterpartyId, after, limit: 50 });
  const { t, locale } = await requestLanguage();
  const address = (parts: Record<string, string>) =>
    `/settings/access-log?${new URLSearchParams({
      ...(employeeId ? { employeeId } : {}),
      ...(counterpartyId ? { counterpartyId } : {}),
      ...parts,
    })}`;
  return (
    <>
      <PageHeader
        title={t('settings.nav.access-log')}
        actions={<CsvButton list="access-log" filters={{ employeeId, counterpartyId }} />}
      />
      <AccessFilter
        people={await everybodyChoices(context, locale)}
        employeeId={employeeId}
        isOfCard={counterpartyId !== undefined}
      />
      <Panel flush>
        <AccessTable
          rows={rows}
          mayOpen={reviewsEverything(person)}
          firstHref={after ? address({}) : null}
          nextHref={next ? address({ after: next }) : null}
        />
      </Panel>
    </>
  );
}
