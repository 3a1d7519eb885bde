import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { answerRound } from '@/lib/operations/rounds/answer-round';

export const POST = door(roundContracts.answer, answerRound);
