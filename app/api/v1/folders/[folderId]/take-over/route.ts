import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { takeOverFolder } from '@/lib/operations/folders/take-over-folder';

export const POST = door(folderContracts.takeOver, takeOverFolder);
