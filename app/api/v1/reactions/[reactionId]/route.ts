import { door } from '@/app/api/v1/door';
import { reactionContracts } from '@/lib/domain/reactions/reactions.contract';
import { updateReaction } from '@/lib/operations/reactions/update-reaction';

export const PATCH = door(reactionContracts.update, updateReaction);
