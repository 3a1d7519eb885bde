import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { changeManyNextReactions } from '@/lib/operations/reactions/change-many-next-reactions';

export const POST = door(nextReactionContracts.changeMany, changeManyNextReactions);
