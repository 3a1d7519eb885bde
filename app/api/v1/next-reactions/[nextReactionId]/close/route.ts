import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { closeNextReaction } from '@/lib/operations/reactions/close-next-reaction';

export const POST = door(nextReactionContracts.close, closeNextReaction);
