import { getCall } from '@/db/calls';
import { listCompanyNumbers } from '@/db/company-numbers';
import { listRecordingsBefore, updateRecording } from '@/db/recordings';
import { dayMs } from '@/lib/domain/duration';
import { defaultRetentionDays } from '@/lib/domain/recordings/line-recording';
import type { RecordingKeeper } from '@/lib/domain/recordings/recording';
import { appendAudit } from '@/lib/operations/audit/append-audit';
import type { Context } from '@/lib/operations/context';
import { tellRecording } from './hear-of-recording';

const batch = 100;

/**
 * Deletes what lies longer than the line of its call keeps recordings: the file, then its peaks; the row goes on saying
 * that there was one and when it went. A process killed between the two finds the row again. Returns how many were deleted.
 */
export async function deleteOldRecordings(
  context: Context,
  { keeper, signal }: { keeper: RecordingKeeper; signal?: AbortSignal },
): Promise<number> {
  const lines = await listCompanyNumbers(context.read);
  const before = (days: number) => context.now() - days * dayMs;
  const searches = [
    ...lines.map(({ e164, retentionDays }) => ({ line: e164, before: before(retentionDays) })),
    { noLineOf: lines.map(({ e164 }) => e164), before: before(defaultRetentionDays) },
  ];
  let deleted = 0;
  for (const search of searches) {
    for (;;) {
      const old = await listRecordingsBefore(context.read, { ...search, limit: batch });
      for (const { id, callId } of old) {
        if (signal?.aborted) return deleted;
        await keeper.remove(id);
        await context.tx(async (tx) => {
          const now = context.now();
          const change = { state: 'deleted', peaks: null, deletedAt: now, deleteAtProviderAt: now } as const;
          if (!(await updateRecording(tx, id, ['kept'], change))) return;
          const call = await getCall(tx, callId);
          appendAudit(tx, context, {
            kind: 'changed',
            subject: 'recording',
            subjectId: id,
            counterpartyId: call?.counterpartyId ?? null,
            details: { changes: [{ noun: 'recording', nounId: id, fields: ['deletedAt'] }] },
          });
          if (call) await tellRecording(tx, call);
        });
        deleted += 1;
      }
      if (old.length < batch) break;
    }
  }
  return deleted;
}
