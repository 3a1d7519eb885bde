import { mayAdminister } from '@/lib/domain/employees/permissions';
import { forbidden } from '@/lib/domain/errors';
import { type Retention, readRetention } from '@/lib/domain/retention/retention';
import { type Context, signedIn } from '@/lib/operations/context';
import { saveSetting } from '@/lib/operations/settings/save-setting';

/** The next sweep goes by them. @throws Refusal `forbidden` */
export async function updateRetention(
  context: Context,
  retention: Retention,
): Promise<{ retention: Retention }> {
  if (!mayAdminister(signedIn(context))) throw forbidden();
  return context.tx(async (tx) => {
    await saveSetting(tx, context, 'retention', readRetention, retention);
    return { retention };
  });
}
