import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { findCaller } from '@/lib/operations/counterparties/find-caller';

export const GET = door(counterpartyContracts.caller, findCaller);
