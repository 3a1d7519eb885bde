'use client';

import { useCallback, useRef, useState } from 'react';
import { ApiError } from './api-error';
import { Intent, intentAbout } from './intent';

/** Sends the change; pass `{key}` on to the api so that a repetition is recognised. */
export type Send<Input, Answer> = (input: Input, options: { key: string }) => Promise<Answer>;

type Options<Input, Answer> = {
  onDone?: (answer: Answer, input: Input) => void;
  onRefused?: (error: ApiError, input: Input) => void;
  /** What the change is about, where its form may be closed and opened again before the answer is known. */
  subject?: string;
};

/**
 * One kind of change on a screen: runs it, holds back a second press while it runs, keeps the refusal to be shown.
 * `run` tells whether it was done; give it the form as `meaning` where the input is reckoned from the time of the press.
 * Anything but a refusal of the API is thrown to the page's error boundary.
 */
export function useChange<Input = void, Answer = unknown>(
  send: Send<Input, Answer>,
  { onDone, onRefused, subject }: Options<Input, Answer> = {},
) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [, setCrash] = useState(false);
  const intent = useRef<Intent>(null);
  const isRunning = useRef(false);

  const run = async (wanted: Input, meaning: unknown = wanted): Promise<boolean> => {
    if (isRunning.current) return false;
    intent.current ??= subject === undefined ? new Intent() : intentAbout(subject);
    const { key, content: input } = intent.current.attempt(wanted, meaning);
    isRunning.current = true;
    setBusy(true);
    setError(null);
    try {
      const answer = await send(input, { key });
      intent.current.succeeded();
      onDone?.(answer, input);
      return true;
    } catch (thrown) {
      intent.current.failed(thrown);
      if (!(thrown instanceof ApiError)) {
        setCrash(() => {
          throw thrown;
        });
        return false;
      }
      setError(thrown);
      onRefused?.(thrown, input);
      return false;
    } finally {
      isRunning.current = false;
      setBusy(false);
    }
  };

  const clearError = useCallback(() => setError(null), []);
  return { run, busy, error, clearError };
}
