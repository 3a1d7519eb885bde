import { door } from '@/app/api/v1/door';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { listSimilar } from '@/lib/operations/counterparties/list-similar';

export const GET = door(duplicateContracts.similar, listSimilar);
