import { door } from '@/app/api/v1/door';
import { attachmentContracts } from '@/lib/domain/attachments/attachments.contract';
import { removeAttachment } from '@/lib/operations/attachments/remove-attachment';

export const DELETE = door(attachmentContracts.remove, removeAttachment);
