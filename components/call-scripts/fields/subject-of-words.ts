import type { RoundSubject } from '@/lib/domain/rounds/round';

/** SA-1: which question the client's words answer. */
export const subjectOfWords = {
  softwareWords: 'software',
  supportWords: 'support',
  companyWords: 'company',
} as const satisfies Record<string, RoundSubject>;
