import { door } from '@/app/api/v1/door';
import { blockedNumberContracts } from '@/lib/domain/settings/numbers.contract';
import { blockNumber } from '@/lib/operations/settings/block-number';
import { listBlockedNumbers } from '@/lib/operations/settings/list-blocked-numbers';

export const GET = door(blockedNumberContracts.list, listBlockedNumbers);
export const POST = door(blockedNumberContracts.block, blockNumber);
