import { door } from '@/app/api/v1/door';
import { meContracts } from '@/lib/domain/employees/me.contract';
import { listSessions } from '@/lib/operations/sessions/list-sessions';

export const GET = door(meContracts.listSessions, listSessions);
