import { door } from '@/app/api/v1/door';
import { hasPost } from '@/lib/context';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { sendContacts } from '@/lib/operations/folders/send-contacts';

export const POST = door(folderContracts.sendContacts, (context, input) =>
  sendContacts(context, input, { hasPost: hasPost() }),
);
