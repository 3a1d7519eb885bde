import { door } from '@/app/api/v1/door';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { makeLetterRequest } from '@/lib/operations/rounds/make-letter-request';

export const POST = door(roundContracts.makeLetterRequest, makeLetterRequest);
