import { door } from '@/app/api/v1/door';
import { reactionContracts } from '@/lib/domain/reactions/reactions.contract';
import { listReactions } from '@/lib/operations/reactions/list-reactions';
import { recordReaction } from '@/lib/operations/reactions/record-reaction';

export const GET = door(reactionContracts.list, listReactions);
export const POST = door(reactionContracts.record, recordReaction);
