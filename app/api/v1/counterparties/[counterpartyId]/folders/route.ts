import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { handOverFolder } from '@/lib/operations/folders/hand-over-folder';

export const POST = door(folderContracts.handOver, handOverFolder);
