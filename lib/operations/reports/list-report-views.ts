import { listReportViews as listRows } from '@/db/reports/report-views';
import type { ReportView } from '@/lib/domain/reports/report-settings.contract';
import { type Context, signedIn } from '@/lib/operations/context';

/** The reports the person saved under a name, the oldest first. */
export async function listReportViews(context: Context): Promise<{ rows: ReportView[] }> {
  const rows = await listRows(context.read, signedIn(context).id);
  return { rows: rows.map(({ id, name, query }) => ({ id, name, query })) };
}
