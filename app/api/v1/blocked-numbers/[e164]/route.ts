import { door } from '@/app/api/v1/door';
import { blockedNumberContracts } from '@/lib/domain/settings/numbers.contract';
import { unblockNumber } from '@/lib/operations/settings/unblock-number';

export const DELETE = door(blockedNumberContracts.unblock, unblockNumber);
