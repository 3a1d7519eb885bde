'use client';

import { useTranslations } from 'use-intl';
import type { ApiError } from '@/components/api-error';
import { useRefusalWords } from '@/components/reactions/refusal-words';

/** Why a letter was refused. */
export function useLetterRefusal(): (error: ApiError) => string {
  const t = useTranslations('letters');
  const words = useRefusalWords();
  return (error) => (error.details.reason === 'noPost' ? t('noPost') : words(error));
}
