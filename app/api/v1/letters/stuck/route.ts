import { door } from '@/app/api/v1/door';
import { letterContracts } from '@/lib/domain/letters/letters.contract';
import { countStuckLetters } from '@/lib/operations/letters/count-stuck-letters';

export const GET = door(letterContracts.stuck, countStuckLetters);
