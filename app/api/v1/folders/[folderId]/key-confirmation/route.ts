import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { confirmKey } from '@/lib/operations/folders/confirm-key';

export const POST = door(folderContracts.confirmKey, confirmKey);
