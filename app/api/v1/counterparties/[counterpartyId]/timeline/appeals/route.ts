import { door } from '@/app/api/v1/door';
import { counterpartyContracts } from '@/lib/domain/counterparties/counterparties.contract';
import { listAppealChains } from '@/lib/operations/counterparties/list-appeal-chains';

export const GET = door(counterpartyContracts.chains, listAppealChains);
