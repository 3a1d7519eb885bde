import { door } from '@/app/api/v1/door';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { listDuplicates } from '@/lib/operations/counterparties/list-duplicates';

export const GET = door(duplicateContracts.list, listDuplicates);
