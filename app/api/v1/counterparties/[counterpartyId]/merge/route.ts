import { door } from '@/app/api/v1/door';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { mergeCounterparties } from '@/lib/operations/counterparties/merge-counterparties';

export const POST = door(duplicateContracts.merge, mergeCounterparties);
