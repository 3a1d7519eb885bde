import { getSetting } from '@/db/settings';
import { type ReportSettings, readReportSettings } from '@/lib/domain/reports/report-settings';
import { type Context, signedIn } from '@/lib/operations/context';

/** By what the figures are reckoned, and what they are held against. */
export async function getReportSettings(context: Context): Promise<{ settings: ReportSettings }> {
  signedIn(context);
  return { settings: readReportSettings((await getSetting(context.read, 'reports'))?.value) };
}
