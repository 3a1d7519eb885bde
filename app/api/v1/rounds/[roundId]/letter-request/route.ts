import { door } from '@/app/api/v1/door';
import { hasPost } from '@/lib/context';
import { roundContracts } from '@/lib/domain/rounds/rounds.contract';
import { requestLetter } from '@/lib/operations/rounds/request-letter';

export const POST = door(roundContracts.requestLetter, (context, input) =>
  requestLetter(context, input, { hasPost: hasPost() }),
);
