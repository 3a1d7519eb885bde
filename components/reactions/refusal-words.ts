'use client';

import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { useErrorWords } from '@/components/use-error-words';

const reasons = [
  'nextReactionsOfOthers',
  'alreadyDone',
  'leadNotAccepted',
  'tooLateToUndo',
  'leadMoved',
] as const;

/** Why a change of a reaction, appeal or lead was refused, with the reason that the refusal names. */
export function useRefusalWords(): (error: ApiError) => string {
  const t = useTranslations('reactions.errors');
  const words = useErrorWords();
  return (error) => {
    const reason = reasons.find((one) => one === error.details.reason);
    if (!reason) return words.ofError(error);
    return t(reason, { count: Number(error.details.count ?? 0) });
  };
}
