import { door } from '@/app/api/v1/door';
import { presenceContracts } from '@/lib/domain/employees/presence.contract';
import { takeHeartbeat } from '@/lib/operations/presence/take-heartbeat';

export const POST = door(presenceContracts.heartbeat, takeHeartbeat);
