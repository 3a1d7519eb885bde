import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { getRound } from '@/lib/operations/rounds/get-round';

export const GET = door(roundContracts.get, getRound);
