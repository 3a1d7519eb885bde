import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { listUrgentNextReactions } from '@/lib/operations/reactions/list-urgent-next-reactions';

export const GET = door(nextReactionContracts.urgent, listUrgentNextReactions);
