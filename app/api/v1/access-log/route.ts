import { door } from '@/app/api/v1/door';
import { accessLogContracts } from '@/lib/domain/access-log/access-log.contract';
import { listAccessLog } from '@/lib/operations/access-log/list-access-log';

export const GET = door(accessLogContracts.list, listAccessLog);
