import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { handOverNextReaction } from '@/lib/operations/reactions/hand-over-next-reaction';

export const POST = door(nextReactionContracts.handOver, handOverNextReaction);
