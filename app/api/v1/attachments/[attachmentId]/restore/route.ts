import { door } from '@/app/api/v1/door';
import { attachmentContracts } from '@/lib/domain/attachments/attachments.contract';
import { restoreAttachment } from '@/lib/operations/attachments/restore-attachment';

export const POST = door(attachmentContracts.restore, restoreAttachment);
