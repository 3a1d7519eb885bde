import type { Metadata } from 'next';
import { oneOf, type SearchParams } from '@/app/(console)/list-address';
import { readOrNotFound } from '@/app/(console)/not-found-page';
import { signedInPage } from '@/app/(console)/signed-in';
import { requestLanguage } from '@/app/request-language';
import { reportQueryOf } from '@/components/reports/report-link';
import { displays, type ReportPart, type ReportTab, reportTabs } from '@/components/reports/report-part';
import { ReportsScreen } from '@/components/reports/reports-screen';
import { comparedPeriod } from '@/lib/domain/reports/period';
import { maySeeWallboard } from '@/lib/domain/reports/report-rights';
import type { ReportQuery } from '@/lib/domain/reports/reports.contract';
import type { Context } from '@/lib/operations/context';
import { listReportViews } from '@/lib/operations/reports/list-report-views';
import { readComplaints } from '@/lib/operations/reports/read-complaints';
import { readFigures } from '@/lib/operations/reports/read-figures';
import { readHours } from '@/lib/operations/reports/read-hours';
import { readLeads } from '@/lib/operations/reports/read-leads';
import { readMissed } from '@/lib/operations/reports/read-missed';
import { readPeople } from '@/lib/operations/reports/read-people';
import { readReactions } from '@/lib/operations/reports/read-reactions';
import { readReportChoices } from '@/lib/operations/reports/read-report-choices';
import { readScript } from '@/lib/operations/reports/read-script';
import { readWays } from '@/lib/operations/reports/read-ways';
import { readReportAddress } from './report-address';

export async function generateMetadata(): Promise<Metadata> {
  const { t } = await requestLanguage();
  return { title: t('reports.title') };
}

export default async function ReportsPage({ searchParams }: { searchParams: SearchParams }) {
  const { person, context } = await signedInPage();
  const given = await searchParams;
  const choices = await readReportChoices(context);
  const address = readReportAddress(given, choices, person);
  const query = reportQueryOf(address);
  const tab = oneOf(given.tab, reportTabs, 'calls');
  const report = await readOrNotFound(readFigures(context, query));
  return (
    <ReportsScreen
      address={address}
      choices={choices}
      report={report}
      part={await partOf(context, tab, query)}
      display={oneOf(given.display, displays, 'both')}
      views={(await listReportViews(context)).rows}
      maySeeWallboard={maySeeWallboard(person)}
    />
  );
}

async function partOf(context: Context, tab: ReportTab, query: ReportQuery): Promise<ReportPart> {
  const compared = comparedPeriod(query, query.compare ?? 'none');
  const before = async <Read,>(read: (context: Context, query: ReportQuery) => Promise<Read>) =>
    compared && (await read(context, { ...query, ...compared }));
  switch (tab) {
    case 'calls':
    case 'heatMap':
      return { tab, hours: (await readHours(context, query)).hours };
    case 'people':
      return {
        tab,
        rows: (await readPeople(context, query)).rows,
        before: (await before(readPeople))?.rows ?? null,
      };
    case 'missed':
      return { tab, report: await readMissed(context, query), before: await before(readMissed) };
    case 'ways':
      return { tab, rows: (await readWays(context, query)).rows };
    case 'reactions': {
      const { rows, medianLateMinutes, notReckonedFor } = await readReactions(context, query);
      return {
        tab,
        rows,
        before: (await before(readReactions))?.rows ?? null,
        medianLateMinutes,
        notReckonedFor,
      };
    }
    case 'leads': {
      const { rows, medianSeconds, ninetiethSeconds } = await readLeads(context, query);
      return {
        tab,
        rows,
        before: (await before(readLeads))?.rows ?? null,
        medianSeconds,
        ninetiethSeconds,
      };
    }
    case 'script':
      return { tab, report: await readScript(context, query) };
    case 'complaints':
      return { tab, report: await readComplaints(context, query), before: await before(readComplaints) };
  }
}
