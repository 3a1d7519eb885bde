import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Retention, readRetention } from '@/lib/domain/retention/retention';
import type { Versioned } from '@/lib/domain/settings/setting-version';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from '@/lib/operations/settings/save-setting';

/** The next sweep goes by them. @throws Refusal `forbidden`; `conflict` when they were changed meanwhile */
export async function updateRetention(
  context: Context,
  given: Versioned<Retention>,
): Promise<{ retention: Retention; version: number }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    const version = await saveSetting(tx, context, 'retention', readRetention, given);
    const { version: _, ...retention } = given;
    return { retention, version };
  });
}
