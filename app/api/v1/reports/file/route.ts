import { doorOf } from '@/app/api/v1/door';
import { csvOfReport } from '@/app/api/v1/reports/file/csv-of-report';
import { reportContracts } from '@/lib/domain/reports/reports.contract';
import { parseLocale } from '@/lib/i18n/locale';
import { exportReport } from '@/lib/operations/reports/export-report';

export const GET = doorOf(reportContracts.file, exportReport, (report, request) => {
  const language = parseLocale(new URL(request.url).searchParams.get('language'));
  const { from, until } = report.period;
  return new Response(csvOfReport(report, language), {
    headers: {
      'cache-control': 'no-store',
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="callboard-${report.what}-${from}-${until}.csv"`,
    },
  });
});
