import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { complainOfRound } from '@/lib/operations/rounds/complain-of-round';

export const POST = door(roundContracts.complain, complainOfRound);
