import { door } from '@/app/api/v1/door';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { compareCounterparties } from '@/lib/operations/counterparties/compare-counterparties';

export const GET = door(duplicateContracts.compare, compareCounterparties);
