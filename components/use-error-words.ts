'use client';

import { useMemo } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from './api-error';
import { errorKey, fieldErrorKey } from './error-words';

/** Says refusals and wrong fields in the person's language. */
export function useErrorWords() {
  const t = useTranslations();
  return useMemo(() => {
    const say = t as (key: string) => string;
    const isKnown = (key: string) =>
      (t.has as (key: string) => boolean)(key) && typeof t.raw(key as never) === 'string';
    return {
      /** For the whole change. */
      ofError: (error: unknown) =>
        say(errorKey(error instanceof ApiError ? error.code : 'internal', isKnown)),
      /** For one field, by its message key. */
      ofField: (message: string) => say(fieldErrorKey(message, isKnown)),
    };
  }, [t]);
}
