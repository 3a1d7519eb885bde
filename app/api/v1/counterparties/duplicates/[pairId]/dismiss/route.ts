import { door } from '@/app/api/v1/door';
import { duplicateContracts } from '@/lib/domain/counterparties/duplicates.contract';
import { dismissPair } from '@/lib/operations/counterparties/judge-pair';

export const POST = door(duplicateContracts.dismiss, dismissPair);
