import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { createCounterparty } from '@/lib/operations/counterparties/create-counterparty';
import { listCounterparties } from '@/lib/operations/counterparties/list-counterparties';

export const GET = door(counterpartyContracts.list, listCounterparties);
export const POST = door(counterpartyContracts.create, createCounterparty);
