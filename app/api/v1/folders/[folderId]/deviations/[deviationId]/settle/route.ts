import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { settleDeviation } from '@/lib/operations/folders/settle-deviation';

export const POST = door(folderContracts.settle, settleDeviation);
