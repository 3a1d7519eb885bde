import { type ReportSettings, readReportSettings } from '@/lib/domain/reports/report-settings';
import { type Context, signedIn } from '@/lib/operations/context';
import { readSetting } from '@/lib/operations/settings/read-setting';

/** By what the figures are reckoned, and what they are held against. */
export async function getReportSettings(
  context: Context,
): Promise<{ settings: ReportSettings; version: number }> {
  signedIn(context);
  const { value, version } = await readSetting(context.read, 'reports', readReportSettings);
  return { settings: value, version };
}
