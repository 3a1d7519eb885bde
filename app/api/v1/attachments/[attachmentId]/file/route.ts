import { doorOf } from '@/app/api/v1/door';
import { attachmentKeeper, report } from '@/lib/context';
import { dispositionOf } from '@/lib/domain/attachments/attachment';
import { attachmentContracts } from '@/lib/domain/attachments/attachments.contract';
import { notFound } from '@/lib/domain/errors';
import { downloadAttachment } from '@/lib/operations/attachments/download-attachment';

/** Whatever it is, it is kept by the browser and never shown in a page of ours. */
export const GET = doorOf(attachmentContracts.download, downloadAttachment, async (file) => {
  const keeper = attachmentKeeper();
  const { id, name, mediaType, length } = file;
  const isWhole = await keeper.isWhole(id, file);
  const bytes = isWhole ? await keeper.open(id, { start: 0, end: length - 1 }, length) : null;
  if (!bytes) {
    report(`attachment ${id}`, 'its file is not the one that was kept');
    throw notFound('file of the attachment');
  }
  return new Response(bytes, {
    headers: {
      'cache-control': 'private, no-store',
      'content-disposition': dispositionOf(name),
      'content-length': String(length),
      'content-security-policy': "default-src 'none'; sandbox",
      'content-type': mediaType,
      'x-content-type-options': 'nosniff',
    },
  });
});
