import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { undoNextReactions } from '@/lib/operations/reactions/undo-next-reactions';

export const POST = door(nextReactionContracts.undo, undoNextReactions);
