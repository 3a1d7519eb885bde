import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { listCardChanges } from '@/lib/operations/counterparties/list-card-changes';

export const GET = door(counterpartyContracts.changes, listCardChanges);
