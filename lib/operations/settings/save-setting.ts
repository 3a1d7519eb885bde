import { getSetting, updateSetting } from '@/db/settings';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { recordChange } from './record-change';

export async function saveSetting<Value extends Record<string, unknown>>(
  tx: Tx,
  context: Context,
  key: 'times' | 'promises' | 'callWords' | 'reports' | 'webhooks' | 'backups' | 'retention',
  read: (stored: unknown) => Value,
  value: Value,
): Promise<void> {
  const before = read((await getSetting(tx, key))?.value);
  const hasChanged = await recordChange(tx, context, { noun: key, nounId: key, before, after: value });
  if (!hasChanged) return;
  await updateSetting(tx, {
    key,
    value,
    updatedAt: context.now(),
    updatedBy: context.person?.id ?? null,
  });
  tell(tx, { noun: 'settings', nounId: key });
}
