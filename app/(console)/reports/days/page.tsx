import type { Metadata } from 'next';
import type { SearchParams } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { readReportAddress } from '@/app/(console)/reports/report-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { DaysScreen } from '@/components/reports/days-screen';
import { reportQueryOf } from '@/components/reports/report-link';
import { readDays } from '@/lib/operations/reports/read-days';
import { readReportChoices } from '@/lib/operations/reports/read-report-choices';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reports.days.title') };
}

export default async function ReportDaysPage({ searchParams }: { searchParams: SearchParams }) {
  const { context, person } = await signedInPage();
  const choices = await readReportChoices(context);
  const address = readReportAddress(await searchParams, choices, person);
  const { rows, notReckonedFor } = await readOrNotFound(readDays(context, reportQueryOf(address)));
  const employeeName = choices.employees.find(({ id }) => id === address.employeeId)?.name ?? null;
  return (
    <DaysScreen
      address={address}
      employeeName={employeeName ?? (address.employeeId === person.id ? person.name : null)}
      rows={rows}
      notReckonedFor={notReckonedFor}
    />
  );
}
