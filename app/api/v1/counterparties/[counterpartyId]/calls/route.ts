import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { listCardCalls } from '@/lib/operations/counterparties/list-card-calls';

export const GET = door(counterpartyContracts.calls, listCardCalls);
