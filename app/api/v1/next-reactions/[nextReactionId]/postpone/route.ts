import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { postponeNextReaction } from '@/lib/operations/reactions/postpone-next-reaction';

export const POST = door(nextReactionContracts.postpone, postponeNextReaction);
