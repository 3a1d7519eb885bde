import { forbidden } from '@/lib/domain/errors';
import { mayEditReportSettings } from '@/lib/domain/reports/report-rights';
import { type ReportSettings, readReportSettings } from '@/lib/domain/reports/report-settings';
import type { Versioned } from '@/lib/domain/settings/setting-version';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from '@/lib/operations/settings/save-setting';

/** Figures of the past are reckoned by them as well. @throws Refusal `forbidden`; `conflict` when they were changed meanwhile */
export async function updateReportSettings(
  context: Context,
  given: Versioned<ReportSettings>,
): Promise<{ settings: ReportSettings; version: number }> {
  if (!mayEditReportSettings(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const version = await saveSetting(tx, context, 'reports', readReportSettings, given);
    const { version: _, ...settings } = given;
    return { settings, version };
  });
}
