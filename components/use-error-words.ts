'use client';

import { useMemo } from 'react';
import { useMessages, useTranslations } from 'use-intl';
import { ApiError } from './api-error';
import { errorKey, fieldErrorKey } from './error-words';

/** Says refusals and wrong fields in the person's language. */
export function useErrorWords() {
  const t = useTranslations();
  const messages = useMessages();
  return useMemo(() => {
    const say = t as (key: string) => string;
    const isKnown = (key: string) => isMessage(messageAt(messages, key));
    return {
      /** For the whole change. */
      ofError: (error: unknown) => say(errorKey(codeOf(error), isKnown)),
      /** For one field, by its message key. */
      ofField: (message: string) => say(fieldErrorKey(message, isKnown)),
    };
  }, [t, messages]);
}

/** That a card was erased may stand in the way of anything, and is said in words of its own. */
function codeOf(error: unknown): string {
  if (!(error instanceof ApiError)) return 'internal';
  return error.details.reason === 'cardErased' ? 'cardErased' : error.code;
}

const messageAt = (messages: object, key: string): unknown =>
  key.split('.').reduce<unknown>((at, part) => (isMessage(at) ? undefined : (at as Tree)?.[part]), messages);

type Tree = Record<string, unknown> | undefined;

/** A text, or one that was parsed when the console was built; anything else holds messages of its own. */
const isMessage = (found: unknown) => typeof found === 'string' || Array.isArray(found);
