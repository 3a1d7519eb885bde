import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { listNextReactions } from '@/lib/operations/reactions/list-next-reactions';

export const GET = door(nextReactionContracts.list, listNextReactions);
