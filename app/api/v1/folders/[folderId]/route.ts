import { door } from '@/app/api/v1/door';
import { hasPost } from '@/lib/context';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { getFolder } from '@/lib/operations/folders/get-folder';

export const GET = door(folderContracts.one, (context, input) =>
  getFolder(context, input, { hasPost: hasPost() }),
);
