import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { listRounds } from '@/lib/operations/rounds/list-rounds';

export const GET = door(roundContracts.list, listRounds);
