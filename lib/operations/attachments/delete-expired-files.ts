import { listAttachmentsToDelete, updateAttachment } from '@/db/attachments';
import type { AttachmentKeeper } from '@/lib/domain/attachments/attachment';
import { appendAudit } from '@/lib/operations/audit/append-audit';
import type { Context } from '@/lib/operations/context';

const batch = 50;

/**
 * Deletes the files of attachments that cannot be brought back any more; a process killed in between finds the rest again.
 * Returns how many were deleted.
 */
export async function deleteExpiredFiles(
  context: Context,
  { keeper, signal }: { keeper: AttachmentKeeper; signal?: AbortSignal },
): Promise<number> {
  let deleted = 0;
  for (;;) {
    const expired = await listAttachmentsToDelete(context.read, batch);
    for (const { id, counterpartyId } of expired) {
      if (signal?.aborted) return deleted;
      await keeper.remove(id);
      await context.tx(async (tx) => {
        await updateAttachment(tx, id, { fileDeletedAt: context.now() });
        appendAudit(tx, context, {
          kind: 'changed',
          subject: 'attachment',
          subjectId: id,
          counterpartyId,
          details: { changes: [{ noun: 'attachment', nounId: id, fields: ['fileDeletedAt'] }] },
        });
      });
      deleted += 1;
    }
    if (expired.length < batch) return deleted;
  }
}
