import { door } from '@/app/api/v1/door';
import { presenceContracts } from '@/lib/domain/employees/presence.contract';
import { choosePresence } from '@/lib/operations/presence/choose-presence';
import { listPresence } from '@/lib/operations/presence/list-presence';

export const GET = door(presenceContracts.list, listPresence);
export const PUT = door(presenceContracts.choose, choosePresence);
