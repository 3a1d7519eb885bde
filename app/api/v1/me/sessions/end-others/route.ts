import { door } from '@/app/api/v1/door';
import { meContracts } from '@/lib/domain/employees/me.contract';
import { endOtherSessions } from '@/lib/operations/sessions/end-other-sessions';

export const POST = door(meContracts.endOtherSessions, endOtherSessions);
