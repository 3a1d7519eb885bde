import { getSetting, lockSettings, updateSetting } from '@/db/settings';
import { Refusal } from '@/lib/domain/errors';
import { type Context, type Tx, tell } from '@/lib/operations/context';
import { recordChange } from './record-change';

/**
 * Saves settings over those of the version that was read. Returns the version that is in force then.
 * @throws Refusal `conflict` when somebody else changed them meanwhile
 */
export async function saveSetting<Value extends Record<string, unknown>>(
  tx: Tx,
  context: Context,
  key: 'times' | 'promises' | 'callWords' | 'reports' | 'webhooks' | 'backups' | 'retention',
  read: (stored: unknown) => Value,
  { version, ...given }: Value & { version: number },
): Promise<number> {
  await lockSettings(tx);
  const stored = await getSetting(tx, key);
  const value = given as Record<string, unknown> as Value;
  const current = stored?.updatedAt ?? 0;
  const before = read(stored?.value);
  const hasChanged = await recordChange(tx, context, { noun: key, nounId: key, before, after: value });
  if (!hasChanged) return current;
  if (version !== current) throw new Refusal('conflict', 'the settings were changed meanwhile');
  const updatedAt = Math.max(context.now(), current + 1);
  await updateSetting(tx, { key, value, updatedAt, updatedBy: context.person?.id ?? null });
  tell(tx, { noun: 'settings', nounId: key });
  return updatedAt;
}
