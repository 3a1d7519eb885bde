import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { listPlanned } from '@/lib/operations/counterparties/list-planned';

export const GET = door(counterpartyContracts.planned, listPlanned);
