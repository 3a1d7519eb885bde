'use client';

import { useRouter } from 'next/navigation';
import { useFormatter, useTranslations } from 'use-intl';
import { api } from '@/components/api';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { InlineAlert } from '@/components/ui/inline-alert';
import { notify } from '@/components/ui/notify';
import { useChange } from '@/components/use-change';
import { useErrorWords } from '@/components/use-error-words';
import type { SessionView } from '@/lib/domain/employees/me.contract';

/** Where one is signed in, and the way to end the rest. */
export function OwnSessions({ sessions }: { sessions: readonly SessionView[] }) {
  const t = useTranslations();
  const words = useErrorWords();
  const format = useFormatter();
  const router = useRouter();
  const end = useChange<void, { endedSessions: number }>(
    (_, options) => api.post('/me/sessions/end-others', undefined, options),
    {
      onDone: ({ endedSessions }) => {
        notify(t('auth.otherSessionsEnded', { count: endedSessions }));
        router.refresh();
      },
    },
  );
  return (
    <div className="flex flex-col items-start gap-3">
      <ul className="flex flex-col gap-2">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-2">
            <span>
              {t('settings.own.sessionSince', { at: format.dateTime(session.createdAt, 'dateTime') })}
            </span>
            {session.isThis ? (
              <Badge tone="good">{t('settings.own.sessionThis')}</Badge>
            ) : (
              <span className="text-soft">
                {t('settings.own.sessionSeen', { at: format.dateTime(session.lastSeenAt, 'dateTime') })}
              </span>
            )}
          </li>
        ))}
      </ul>
      {end.error ? (
        <InlineAlert tone="danger" urgent>
          {words.ofError(end.error)}
        </InlineAlert>
      ) : null}
      <Button
        busy={end.busy}
        disabledReason={sessions.length > 1 ? null : t('settings.own.noOthers')}
        onClick={() => void end.run()}
      >
        {t('settings.own.endOthers')}
      </Button>
    </div>
  );
}
