import { door } from '@/app/api/v1/door';
import { attachmentKeeper } from '@/lib/context';
import { attachmentContracts } from '@/lib/domain/attachments/attachments.contract';
import { addAttachment } from '@/lib/operations/attachments/add-attachment';
import { listAttachments } from '@/lib/operations/attachments/list-attachments';

export const GET = door(attachmentContracts.list, listAttachments);
export const POST = door(attachmentContracts.add, (context, input) =>
  addAttachment(context, input, attachmentKeeper()),
);
