import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { getCounterparty } from '@/lib/operations/counterparties/get-counterparty';
import { updateCounterparty } from '@/lib/operations/counterparties/update-counterparty';

export const GET = door(counterpartyContracts.get, getCounterparty);
export const PATCH = door(counterpartyContracts.update, updateCounterparty);
