import { door } from '@/app/api/v1/door';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { undoMerge } from '@/lib/operations/counterparties/undo-merge';

export const POST = door(duplicateContracts.undo, undoMerge);
