import { type ChangedFields, insertChange } from '@/db/changes';
import type { HistoryNoun } from '@/lib/domain/settings/history-nouns';
import type { Context, Tx } from '@/lib/operations/context';

/** The fields that differ; a database may give back the parts of a value in another order. */
export function changedFields(
  before: Record<string, unknown>,
  after: Record<string, unknown>,
): ChangedFields {
  const fields: ChangedFields = {};
  for (const [name, to] of Object.entries(after)) {
    const from = before[name] ?? null;
    if (inOrder(from) !== inOrder(to ?? null)) fields[name] = { from, to: to ?? null };
  }
  return fields;
}

const inOrder = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );

/** Writes into the history what differs, by whom and when; nothing when nothing does. Returns whether it did. */
export async function recordChange(
  tx: Tx,
  context: Context,
  change: {
    noun: HistoryNoun;
    nounId: string;
    before: Record<string, unknown>;
    after: Record<string, unknown>;
    reason?: string;
  },
): Promise<boolean> {
  const fields = changedFields(change.before, change.after);
  if (Object.keys(fields).length === 0) return false;
  await insertChange(tx, {
    id: context.newId(),
    noun: change.noun,
    nounId: change.nounId,
    at: context.now(),
    employeeId: context.person?.id ?? null,
    fields,
    reason: change.reason ?? null,
  });
  return true;
}
