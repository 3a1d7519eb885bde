import { door } from '@/app/api/v1/door';
import { presenceContracts } from '@/lib/domain/employees/presence.contract';
import { choosePresenceForOther } from '@/lib/operations/presence/choose-presence-for-other';

export const PUT = door(presenceContracts.chooseForOther, choosePresenceForOther);
