import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { oneOf, type SearchParams, textOf } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { readReportAddress } from '@/app/(console)/reports/report-address';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { reportQueryOf } from '@/components/reports/report-link';
import { type CountedPage, RowsScreen } from '@/components/reports/rows-screen';
import { callFigures } from '@/lib/domain/reports/call-figure';
import { readCallsPart } from '@/lib/domain/reports/calls-part-schema';
import {
  appealFigures,
  causeLength,
  complaintFigures,
  dueFigures,
  leadFigures,
  missedFigures,
} from '@/lib/domain/reports/reaction-figure';
import { type ReportQuery, rowLists } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { listCountedAppeals } from '@/lib/operations/reports/list-counted-appeals';
import { listCountedCalls } from '@/lib/operations/reports/list-counted-calls';
import { listCountedComplaints } from '@/lib/operations/reports/list-counted-complaints';
import {
  listCountedDue,
  listCountedLeads,
  listCountedMissed,
} from '@/lib/operations/reports/list-counted-reactions';
import { readReportChoices } from '@/lib/operations/reports/read-report-choices';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reports.rows.title') };
}

type Given = Record<string, string | string[] | undefined>;

export default async function ReportRowsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const given = await searchParams;
  const list = rowLists.find((one) => one === given.list);
  if (!list) notFound();
  const choices = await readReportChoices(context);
  const address = readReportAddress(given, choices, person);
  const counted = await readOrNotFound(countedPage(context, list, given, reportQueryOf(address)));
  return (
    <RowsScreen personId={person.id} address={address} counted={counted} departments={choices.departments} />
  );
}

async function countedPage(
  context: Context,
  list: (typeof rowLists)[number],
  given: Given,
  query: ReportQuery,
): Promise<CountedPage> {
  const place = { ...query, after: textOf(given.after), limit: 50 };
  const nobodys = given.nobodys === 'true';
  switch (list) {
    case 'calls': {
      const figure = oneOf(given.figure, callFigures, 'queued');
      const part = readCallsPart(given);
      return { list, figure, part, page: await listCountedCalls(context, { ...place, ...part, figure }) };
    }
    case 'missed': {
      const figure = oneOf(given.figure, missedFigures, 'missed');
      return { list, figure, page: await listCountedMissed(context, { ...place, figure }) };
    }
    case 'reactions': {
      const figure = oneOf(given.figure, dueFigures, 'due');
      const page = await listCountedDue(context, { ...place, nobodys, figure });
      return { list, figure, isNobodys: nobodys, page };
    }
    case 'leads': {
      const figure = oneOf(given.figure, leadFigures, 'routed');
      const page = await listCountedLeads(context, { ...place, nobodys, figure });
      return { list, figure, isNobodys: nobodys, page };
    }
    case 'complaints': {
      const figure = oneOf(given.figure, complaintFigures, 'made');
      const cause = typeof given.cause === 'string' ? given.cause.slice(0, causeLength) : undefined;
      return { list, figure, cause, page: await listCountedComplaints(context, { ...place, cause, figure }) };
    }
    case 'appeals': {
      const figure = oneOf(given.figure, appealFigures, 'made');
      return { list, figure, page: await listCountedAppeals(context, { ...place, figure }) };
    }
  }
}
