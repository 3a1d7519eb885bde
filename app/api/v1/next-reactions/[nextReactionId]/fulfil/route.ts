import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { fulfilNextReaction } from '@/lib/operations/reactions/fulfil-next-reaction';

export const POST = door(nextReactionContracts.fulfil, fulfilNextReaction);
