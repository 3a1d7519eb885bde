'use client';

import { useCallback, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { ApiError } from './api-error';
import { Intent, intentAbout } from './intent';
import { keptForms } from './kept-forms';
import { useConnectionState } from './live/live-provider';
import { useSaveQueueIfAny } from './saves/saves-provider';
import { notify } from './ui/notify';

export type SendOptions = { key: string; patienceMs?: number; isHeld?: boolean };

/** Sends the change; pass the options on to the api so that a repetition is recognised. */
export type Send<Input, Answer> = (input: Input, options: SendOptions) => Promise<Answer>;

/** How a change is told of while it waits for the connection, and what its screen does meanwhile. */
export type Waiting = {
  /** What was pressed, in words. */
  about: string;
  /** Where it was pressed. */
  href?: string;
  /** The subject under which its form is kept; whoever opens a refused save finds it filled in again. */
  form?: string;
  /** What follows or replaces it; the subject of the change where there is no other. */
  lane?: string;
  replaces?: boolean;
  goodForMs?: number;
  /** The form goes away as after saving. */
  onWaiting?: () => void;
};

type Options<Input, Answer> = {
  onDone?: (answer: Answer, input: Input) => void;
  onRefused?: (error: ApiError, input: Input) => void;
  /** What the change is about, where its form may be closed and opened again before the answer is known. */
  subject?: string;
  /** The change may safely be made later: without a connection it waits in this browser. */
  waiting?: (input: Input) => Waiting;
};

/** How long a change that may wait tries the connection by itself. */
const patienceBeforeWaitingMs = 2_000;

/**
 * One kind of change on a screen: runs it, holds back a second press while it runs, keeps the refusal to be shown.
 * `run` tells whether it was done; give it the form as `meaning` where the input is reckoned from the time of the press.
 * Anything but a refusal of the API is thrown to the page's error boundary.
 */
export function useChange<Input = void, Answer = unknown>(
  send: Send<Input, Answer>,
  { onDone, onRefused, subject, waiting }: Options<Input, Answer> = {},
) {
  const t = useTranslations('saves');
  const queue = useSaveQueueIfAny();
  const isLost = useConnectionState() === 'lost';
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const [, setCrash] = useState(false);
  const intent = useRef<Intent>(null);
  const isRunning = useRef(false);

  /** Whether the change is kept until there is a connection. */
  const keep = async ({ unanswered }: ApiError, input: Input): Promise<boolean> => {
    if (!unanswered || !queue || !waiting) return false;
    const { form: formSubject, onWaiting, ...rest } = waiting(input);
    const text = formSubject === undefined ? null : keptForms.textOf(formSubject);
    const form = formSubject === undefined || text === null ? null : { subject: formSubject, text };
    const lane = rest.lane ?? subject ?? unanswered.path;
    if (!(await queue.add({ ...rest, lane, form, request: unanswered }))) return false;
    onWaiting?.();
    notify(t('kept'), { detail: rest.about });
    return true;
  };

  const run = async (wanted: Input, meaning: unknown = wanted): Promise<boolean> => {
    if (isRunning.current) return false;
    intent.current ??= subject === undefined ? new Intent() : intentAbout(subject);
    const { key, content: input } = intent.current.attempt(wanted, meaning);
    isRunning.current = true;
    setBusy(true);
    setError(null);
    try {
      const mayWait = queue !== null && waiting !== undefined;
      const patienceMs = isLost ? 0 : mayWait ? patienceBeforeWaitingMs : undefined;
      const answer = await send(input, { key, patienceMs, isHeld: mayWait && queue.state().isStuck });
      intent.current.succeeded();
      onDone?.(answer, input);
      return true;
    } catch (thrown) {
      if (thrown instanceof ApiError && (await keep(thrown, input))) {
        intent.current.succeeded();
        return false;
      }
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
