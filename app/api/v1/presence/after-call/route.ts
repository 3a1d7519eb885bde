import { door } from '@/app/api/v1/door';
import { presenceContracts } from '@/lib/domain/employees/presence.contract';
import { changeAfterCall } from '@/lib/operations/presence/change-after-call';

export const POST = door(presenceContracts.changeAfterCall, changeAfterCall);
