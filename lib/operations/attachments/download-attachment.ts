import { notFound } from '@/lib/domain/errors';
import type { KeptFile } from '@/lib/domain/recordings/recording';
import { type Context, signedIn } from '@/lib/operations/context';
import { visibleAttachment } from './visible-attachment';

export type AttachedFile = KeptFile & { id: string; name: string; mediaType: string };

/** Which file to hand out; that it was taken is on record (CS-10). @throws Refusal `notFound` */
export async function downloadAttachment(
  context: Context,
  { attachmentId }: { attachmentId: string },
): Promise<AttachedFile> {
  const attachment = await visibleAttachment(context.read, signedIn(context), attachmentId);
  if (attachment.removedAt !== null) throw notFound('attachment');
  const { id, name, mediaType, byteLength, sha256, counterpartyId } = attachment;
  context.saw({ kind: 'attachmentFile', subjectId: id, counterpartyId });
  return { id, name, mediaType, length: byteLength, sha256 };
}
