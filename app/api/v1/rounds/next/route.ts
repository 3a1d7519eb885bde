import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { nextRound } from '@/lib/operations/rounds/next-round';

export const GET = door(roundContracts.next, nextRound);
