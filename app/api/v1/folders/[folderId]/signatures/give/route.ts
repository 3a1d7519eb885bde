import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { giveSignatures } from '@/lib/operations/folders/give-signatures';

export const POST = door(folderContracts.giveSignatures, giveSignatures);
