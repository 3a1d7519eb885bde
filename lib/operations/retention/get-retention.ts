import { getSetting } from '@/db/settings';
import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Retention, type RetentionRun, readRetention } from '@/lib/domain/retention/retention';
import { type Context, signedIn } from '@/lib/operations/context';
import { readSetting } from '@/lib/operations/settings/read-setting';

/** How long each kind is kept, and what the last sweep took. @throws Refusal `forbidden` */
export async function getRetention(
  context: Context,
): Promise<{ retention: Retention; version: number; lastRun: RetentionRun | null }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  const { value: retention, version } = await readSetting(context.read, 'retention', readRetention);
  const run = await getSetting(context.read, 'retentionRun');
  return {
    retention: retention as never,
    version,
    lastRun: (run?.value as RetentionRun | undefined) ?? null,
  };
}
