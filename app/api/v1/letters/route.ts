import { door } from '@/app/api/v1/door';
import { hasPost } from '@/lib/context';
import { letterContracts } from '@/lib/domain/letters/letters.contract';
import { listLetters } from '@/lib/operations/letters/list-letters';
import { writeLetter } from '@/lib/operations/letters/write-letter';

export const GET = door(letterContracts.list, listLetters);

export const POST = door(letterContracts.write, (context, input) =>
  writeLetter(context, input, { hasPost: hasPost() }),
);
