import { notFound } from 'next/navigation';
import { dayOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { everybodyChoices } from '@/app/(console)/settings/people-choices';
import { signedInPage } from '@/app/(console)/signed-in';
import { officeTimeZone, requestLanguage } from '@/app/request-language';
import { AuditFilter } from '@/components/audit/audit-filter';
import { AuditStatePanel } from '@/components/audit/audit-state-panel';
import { AuditTable } from '@/components/audit/audit-table';
import { CsvButton } from '@/components/exports/csv-button';
import { PageHeader } from '@/components/ui/page-header';
import { Panel } from '@/components/ui/panel';
import { auditKinds } from '@/lib/domain/audit/audit-entry';
import { addDays, instantOf } from '@/lib/domain/deadlines/time-zone';
import { mayReadAuditLog } from '@/lib/domain/employees/permissions';
import { getAuditState } from '@/lib/operations/audit/get-audit-state';
import { listAuditLog } from '@/lib/operations/audit/list-audit-log';

export default async function AuditLogPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  if (!mayReadAuditLog(person)) notFound();
  const given = await searchParams;
  const employeeId = textOf(given.employeeId);
  const counterpartyId = textOf(given.counterpartyId);
  const kind = auditKinds.find((known) => known === given.kind);
  const from = dayOf(given.from);
  const until = dayOf(given.until);
  const after = textOf(given.after);
  const asked = {
    employeeId,
    kind,
    counterpartyId,
    from: from ? instantOf(from, 0, officeTimeZone()) : undefined,
    until: until ? instantOf(addDays(until, 1), 0, officeTimeZone()) : undefined,
  };
  const { rows, next } = await listAuditLog(context, { ...asked, after, limit: 50 });
  const state = await getAuditState(context);
  const { t, locale } = await requestLanguage();
  const chosen = Object.entries({ employeeId, kind, counterpartyId, from, until });
  const address = (parts: Record<string, string>) =>
    `/settings/audit-log?${new URLSearchParams({
      ...Object.fromEntries(chosen.flatMap(([name, value]) => (value ? [[name, value]] : []))),
      ...parts,
    })}`;
  return (
    <>
      <PageHeader
        title={t('settings.nav.audit-log')}
        actions={<CsvButton list="audit-log" filters={asked} />}
      />
      <div className="flex flex-col gap-4">
        <p className="max-w-3xl text-soft">{t('audit.intro')}</p>
        <AuditStatePanel state={state} />
        <AuditFilter
          people={await everybodyChoices(context, locale)}
          isOfCard={counterpartyId !== undefined}
          {...{ employeeId, kind, from, until }}
        />
        <Panel flush>
          <AuditTable
            rows={rows}
            firstHref={after ? address({}) : null}
            nextHref={next ? address({ after: next }) : null}
          />
        </Panel>
      </div>
    </>
  );
}
