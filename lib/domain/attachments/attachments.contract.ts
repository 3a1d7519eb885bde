import { z } from 'zod';
import { contract } from '@/lib/domain/contract';
import { personNameSchema } from '@/lib/domain/counterparties/card-views';
import { pageOf, pageQuery } from '@/lib/domain/paging';
import { recordId } from '@/lib/domain/text-field';
import { attachmentNameLimit, largestAttachmentBytes } from './attachment';

export const attachmentViewSchema = z.object({
  id: z.string(),
  name: z.string(),
  mediaType: z.string(),
  byteLength: z.number(),
  /** The appeal it hangs on. */
  appealId: z.string().nullable(),
  createdAt: z.number(),
  createdBy: personNameSchema.nullable(),
  may: z.object({ remove: z.boolean() }),
});
export type AttachmentView = z.output<typeof attachmentViewSchema>;

const ofCard = z.object({ counterpartyId: recordId });
const ofFile = z.object({ attachmentId: recordId });
/** Four letters for three bytes, then a little for the rest of the body. */
const largestContent = Math.ceil(largestAttachmentBytes / 3) * 4;

export const attachmentContracts = {
  list: contract({
    method: 'get',
    path: '/counterparties/{counterpartyId}/attachments',
    summary: 'Files of a counterparty, or of one of its appeals, newest first',
    params: ofCard,
    query: pageQuery.extend({ appealId: recordId.optional() }),
    response: pageOf(attachmentViewSchema),
  }),
  add: contract({
    method: 'post',
    path: '/counterparties/{counterpartyId}/attachments',
    summary: 'Keep a file, of at most 10 MB, with a counterparty or one of its appeals',
    params: ofCard,
    body: z.object({
      name: z.string().trim().min(1, 'required').max(attachmentNameLimit, 'attachments.errors.nameTooLong'),
      contentBase64: z
        .string()
        .min(1, 'attachments.errors.empty')
        .max(largestContent, 'attachments.errors.tooLarge'),
      appealId: recordId.nullable().default(null),
    }),
    response: z.object({ attachmentId: z.string() }),
    maxBytes: largestContent + 64 * 1024,
  }),
  download: contract({
    method: 'get',
    path: '/attachments/{attachmentId}/file',
    summary: 'A file to take along; who took it is kept (CS-10)',
    params: ofFile,
    response: z.instanceof(Uint8Array).meta({ type: 'string', format: 'binary' }),
    mediaType: 'application/octet-stream',
  }),
  remove: contract({
    method: 'delete',
    path: '/attachments/{attachmentId}',
    summary: 'Remove a file; for thirty days it can be brought back',
    params: ofFile,
    response: z.object({ attachmentId: z.string() }),
  }),
  restore: contract({
    method: 'post',
    path: '/attachments/{attachmentId}/restore',
    summary: 'Bring back a removed file',
    params: ofFile,
    response: z.object({ attachmentId: z.string() }),
  }),
};
