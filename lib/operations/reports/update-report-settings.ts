import { forbidden } from '@/lib/domain/errors';
import { mayEditReportSettings } from '@/lib/domain/reports/report-rights';
import { type ReportSettings, readReportSettings } from '@/lib/domain/reports/report-settings';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from '@/lib/operations/settings/save-setting';

/** Figures of the past are reckoned by them as well. @throws Refusal `forbidden` */
export async function updateReportSettings(
  context: Context,
  settings: ReportSettings,
): Promise<{ settings: ReportSettings }> {
  if (!mayEditReportSettings(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await saveSetting(tx, context, 'reports', readReportSettings, settings);
    return { settings };
  });
}
