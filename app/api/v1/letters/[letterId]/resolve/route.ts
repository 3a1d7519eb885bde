import { door } from '@/app/api/v1/door';
import { letterContracts } from '@/lib/domain/letters/letters.contract';
import { resolveLetter } from '@/lib/operations/letters/resolve-letter';

export const POST = door(letterContracts.resolve, resolveLetter);
