import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { noteRoundAttempt } from '@/lib/operations/rounds/note-round-attempt';

export const POST = door(roundContracts.note, noteRoundAttempt);
