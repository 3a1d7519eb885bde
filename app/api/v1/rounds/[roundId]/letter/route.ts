import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { receiveLetter, takeLetterBack } from '@/lib/operations/rounds/receive-letter';

export const POST = door(roundContracts.receiveLetter, receiveLetter);
export const DELETE = door(roundContracts.takeLetterBack, takeLetterBack);
