import { door } from '@/app/api/v1/door';
import { folderContracts } from '@/lib/domain/folders/folders.contract';
import { askSignatures } from '@/lib/operations/folders/ask-signatures';

export const POST = door(folderContracts.askSignatures, askSignatures);
