import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { boardOfNextReactions } from '@/lib/operations/reactions/board-of-next-reactions';

export const GET = door(nextReactionContracts.board, boardOfNextReactions);
