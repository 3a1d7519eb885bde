import { door } from '@/app/api/v1/door';
import { reactionContracts } from '@/lib/domain/reactions/reactions.contract';
import { listChoices } from '@/lib/operations/reactions/list-choices';

export const GET = door(reactionContracts.choices, listChoices);
