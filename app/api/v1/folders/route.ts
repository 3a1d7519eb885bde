import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { listFolders } from '@/lib/operations/folders/list-folders';

export const GET = door(folderContracts.list, listFolders);
