import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { searchCounterparties } from '@/lib/operations/counterparties/search-counterparties';

export const GET = door(counterpartyContracts.search, searchCounterparties);
