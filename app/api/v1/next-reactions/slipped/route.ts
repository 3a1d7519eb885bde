import { door } from '@/app/api/v1/door';
import { nextReactionContracts } from '@/lib/domain/reactions/next-reactions.contract';
import { listSlips } from '@/lib/operations/reactions/list-slips';

export const GET = door(nextReactionContracts.slipped, listSlips);
