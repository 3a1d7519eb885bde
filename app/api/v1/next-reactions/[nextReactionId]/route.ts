import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { getNextReaction } from '@/lib/operations/reactions/get-next-reaction';

export const GET = door(nextReactionContracts.get, getNextReaction);
