import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { reopenStep } from '@/lib/operations/folders/reopen-step';

export const POST = door(folderContracts.reopen, reopenStep);
