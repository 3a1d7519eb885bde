import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { refuseRound } from '@/lib/operations/rounds/refuse-round';

export const POST = door(roundContracts.refuse, refuseRound);
