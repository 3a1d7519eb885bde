'use client';

import { useFormatter, useTranslations } from 'use-intl';
import { InlineAlert } from '@/components/ui/inline-alert';
import type { LostWords } from '@/lib/domain/calls/call-view';
import { useCallerWords } from './caller-words';

/** Callers of the department who did not hear our last words: which command failed, and for whom. */
export function LostWordsRow({ lost }: { lost: readonly LostWords[] }) {
  const t = useTranslations('desk.troubles');
  const format = useFormatter();
  const { numberOf } = useCallerWords();
  return (
    <InlineAlert tone="warning" className="rounded-none px-4" urgent>
      <ul>
        {lost.map((call) => (
          <li key={call.callId}>
            <strong className="font-semibold">{t('commands.sayAndEnd')}</strong>:{' '}
            {t('lostWords', {
              caller: numberOf(call),
              time: format.dateTime(call.arrivedAt, 'time'),
              attempts: call.attempts,
            })}
          </li>
        ))}
      </ul>
    </InlineAlert>
  );
}
